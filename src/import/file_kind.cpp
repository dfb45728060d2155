#include "import/file_kind.h"

#include "base/text.h"

namespace tablero {
namespace {

bool starts(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

// The first entries of an archive say what it holds: their names stand in the first kilobytes.
FileKindName archive(std::string_view start) {
  const auto holds = [&](std::string_view name) { return start.find(name) != start.npos; };
  if (holds("opendocument.spreadsheet"))
    return {FileKind::kWorkbook, "a LibreOffice workbook (save its sheet as CSV)"};
  if (holds("xl/") || holds("[Content_Types].xml"))
    return {FileKind::kWorkbook, "an Excel workbook (save its sheet as CSV)"};
  return {FileKind::kOther, "a ZIP archive (unpack it and name the CSV file inside)"};
}

FileKindName markup(std::string_view start) {
  const std::string_view text = trim(start.substr(starts(start, "\xEF\xBB\xBF") ? 3 : 0));
  const std::string head = fold(text.substr(0, 256));
  for (const std::string_view tag : {"<html", "<!doctype", "<table", "<?xml", "<meta", "<head"}) {
    if (!starts(head, tag)) continue;
    return {FileKind::kOther, "a web page or XML (open it in a spreadsheet and save it as CSV)"};
  }
  if (text.empty()) return {};
  const std::string_view inside = trim(text.substr(1, 256));
  const bool object = text[0] == '{' && (starts(inside, "\"") || starts(inside, "}"));
  const bool list = text[0] == '[' && (starts(inside, "{") || starts(inside, "[") ||
                                       starts(inside, "\"") || starts(inside, "]"));
  if (object || list) return {FileKind::kOther, "JSON (download the answers as CSV)"};
  return {};
}

}  // namespace

FileKindName file_kind(std::string_view start) {
  if (starts(start, "PK\x03\x04") || starts(start, "PK\x05\x06")) return archive(start);
  if (starts(start, "\xD0\xCF\x11\xE0"))
    return {FileKind::kOther, "an old Excel workbook (save its sheet as CSV)"};
  if (starts(start, "%PDF")) return {FileKind::kOther, "a PDF (download the answers as CSV)"};
  if (starts(start, "\x1F\x8B")) return {FileKind::kOther, "a gzip archive (unpack it first)"};
  if (starts(start, "BZh") || starts(start, "\xFD\x37zXZ") || starts(start, "7z\xBC\xAF") ||
      starts(start, "Rar!") || starts(start, "\x28\xB5\x2F\xFD"))
    return {FileKind::kOther, "an archive (unpack it first)"};
  return markup(start);
}

}  // namespace tablero
