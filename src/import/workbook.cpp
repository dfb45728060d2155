#include "import/workbook.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "base/text.h"

namespace tablero {
namespace {

// Small archives may unpack to anything: what is read of them is limited.
constexpr std::size_t kMaxPart = 256u << 20;
constexpr std::size_t kMaxColumns = 5000;
constexpr std::size_t kMaxCells = 20'000'000;
// Further copies of a row that a file repeats are a filled-down sheet, not answers.
constexpr std::size_t kMaxRepeated = 1000;

using Rows = std::vector<std::vector<std::string>>;

class SheetRows : public RowSource {
 public:
  SheetRows(Rows rows, std::size_t bytes) : rows_(std::move(rows)), bytes_(bytes) {}

  // True: a row. False: the end.
  Result<bool> next() override {
    while (at_ < rows_.size() && rows_[at_].empty()) ++at_;
    if (at_ == rows_.size()) return false;
    fields_.assign(rows_[at_].begin(), rows_[at_].end());
    ++at_;
    return true;
  }
  const std::vector<std::string_view>& fields() const override { return fields_; }
  std::size_t line() const override { return at_; }
  std::size_t converted_fields() const override { return 0; }
  std::size_t bytes_read() const override { return bytes_; }

 private:
  Rows rows_;
  std::size_t bytes_, at_ = 0;
  std::vector<std::string_view> fields_;
};

// The files of an archive in memory.
class Archive {
 public:
  explicit Archive(const std::string& bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) return;
    zip_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (zip_ == nullptr) zip_source_free(source);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (zip_ != nullptr) zip_discard(zip_);
  }

  // Nothing when it is not there, is damaged or too large.
  std::optional<std::string> read(const std::string& name) const {
    zip_stat_t info = {};
    if (zip_ == nullptr || zip_stat(zip_, name.c_str(), 0, &info) != 0 ||
        (info.valid & ZIP_STAT_SIZE) == 0 || info.size > kMaxPart)
      return std::nullopt;
    zip_file_t* file = zip_fopen(zip_, name.c_str(), 0);
    if (file == nullptr) return std::nullopt;
    std::string text(static_cast<std::size_t>(info.size), '\0');
    const zip_int64_t got = zip_fread(file, text.data(), text.size());
    const bool whole = zip_fclose(file) == 0 && got == static_cast<zip_int64_t>(text.size());
    return whole ? std::optional(std::move(text)) : std::nullopt;
  }

 private:
  zip_t* zip_ = nullptr;
};

// Files differ in the prefixes of their name spaces.
std::string_view local_name(const char* name) {
  const char* colon = std::strrchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}
std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& a : node.attributes()) {
    if (local_name(a.name()) == name) return a.value();
  }
  return {};
}
bool is(const pugi::xml_node& node, std::string_view name) {
  return local_name(node.name()) == name;
}
pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& c : node.children()) {
    if (is(c, name)) return c;
  }
  return {};
}
std::size_t number(std::string_view text, std::size_t otherwise, std::size_t most) {
  const auto n = parse_integer(text);
  return n && *n > 0 ? std::min(static_cast<std::size_t>(*n), most) : otherwise;
}

// A sheet of a workbook, however it is stored.
class Sheet {
 public:
  // False when the sheet is too large.
  bool add(std::vector<std::string> row, std::size_t times = 1) {
    while (!row.empty() && trim(row.back()).empty()) row.pop_back();
    cells_ += std::max<std::size_t>(row.size(), 1) * times;
    if (cells_ > kMaxCells) return false;
    for (std::size_t i = 0; i < times; ++i) rows_.push_back(row);
    return true;
  }
  // All rows as wide as the widest one.
  Rows take() {
    std::size_t width = 0;
    for (const auto& row : rows_) width = std::max(width, row.size());
    for (auto& row : rows_) {
      if (!row.empty()) row.resize(width);
    }
    return std::move(rows_);
  }

 private:
  Rows rows_;
  std::size_t cells_ = 0;
};

struct NamedPart {
  std::string name, part;
};

std::string names_of(const std::vector<NamedPart>& sheets) {
  std::string all;
  for (const NamedPart& s : sheets) all += (all.empty() ? "" : ", ") + shortened(s.name, 60);
  return all.empty() ? "none" : all;
}

class Xlsx {
 public:
  explicit Xlsx(const Archive& archive) : archive_(archive) {}

  std::vector<NamedPart> sheets() const {
    std::vector<NamedPart> found;
    pugi::xml_document book, relations;
    const auto book_xml = archive_.read("xl/workbook.xml");
    const auto relations_xml = archive_.read("xl/_rels/workbook.xml.rels");
    if (book_xml) book.load_buffer(book_xml->data(), book_xml->size());
    if (relations_xml) relations.load_buffer(relations_xml->data(), relations_xml->size());
    for (const pugi::xml_node& sheet : child(book.document_element(), "sheets").children()) {
      NamedPart part{std::string(attribute(sheet, "name")), ""};
      const std::string_view id = sheet.attribute("r:id").value();
      for (const pugi::xml_node& relation : relations.document_element().children()) {
        if (id.empty() || relation.attribute("Id").value() != id) continue;
        const std::string target = relation.attribute("Target").value();
        part.part = target.substr(0, 1) == "/" ? target.substr(1) : "xl/" + target;
      }
      if (part.part.empty())
        part.part = "xl/worksheets/sheet" + std::to_string(found.size() + 1) + ".xml";
      found.push_back(std::move(part));
    }
    if (found.empty()) found.push_back({"", "xl/worksheets/sheet1.xml"});
    return found;
  }

  // False when the part is broken or too large.
  bool read(const std::string& part, Sheet& out) {
    const auto xml = archive_.read(part);
    pugi::xml_document sheet;
    if (!xml || !sheet.load_buffer(xml->data(), xml->size())) return false;
    read_strings();
    for (const pugi::xml_node& row : child(sheet.document_element(), "sheetData").children()) {
      std::vector<std::string> cells;
      for (const pugi::xml_node& cell : row.children()) {
        if (!is(cell, "c")) continue;
        const std::size_t column = column_of(attribute(cell, "r"), cells.size());
        if (column >= kMaxColumns) return false;
        if (cells.size() <= column) cells.resize(column + 1);
        cells[column] = text_of(cell);
      }
      if (!out.add(std::move(cells))) return false;
    }
    return true;
  }

 private:
  // Column of a reference such as "AB12", counted from 0.
  static std::size_t column_of(std::string_view reference, std::size_t otherwise) {
    std::size_t column = 0, at = 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 4; ++at)
      column = column * 26 + static_cast<std::size_t>(reference[at] - 'A' + 1);
    return at == 0 ? otherwise : column - 1;
  }

  // A text with its formatted runs, without how it is read aloud (rPh).
  static std::string rich_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& c : node.children()) {
      if (is(c, "t")) text += c.text().get();
      if (is(c, "r")) text += child(c, "t").text().get();
    }
    return text;
  }

  std::string text_of(const pugi::xml_node& cell) const {
    const std::string_view type = attribute(cell, "t");
    if (type == "inlineStr") return rich_text(child(cell, "is"));
    std::string value = child(cell, "v").text().get();
    if (type == "e") return {};
    if (type != "s") return value;
    const auto at = parse_integer(value);
    const bool known = at && *at >= 0 && static_cast<std::size_t>(*at) < strings_.size();
    return known ? strings_[static_cast<std::size_t>(*at)] : std::string();
  }

  void read_strings() {
    const auto xml = archive_.read("xl/sharedStrings.xml");
    pugi::xml_document shared;
    if (!xml || !shared.load_buffer(xml->data(), xml->size())) return;
    for (const pugi::xml_node& text : shared.document_element().children()) {
      if (is(text, "si")) strings_.push_back(rich_text(text));
    }
  }

  const Archive& archive_;
  std::vector<std::string> strings_;
};

class Ods {
 public:
  // False when the content is broken.
  bool open(const Archive& archive) {
    const auto xml = archive.read("content.xml");
    return xml && content_.load_buffer(xml->data(), xml->size());
  }

  std::vector<NamedPart> sheets() const {
    std::vector<NamedPart> found;
    for (const pugi::xml_node& table : spreadsheet().children()) {
      const std::string name(attribute(table, "name"));
      if (is(table, "table")) found.push_back({name, name});
    }
    return found;
  }

  bool read(const std::string& part, Sheet& out) const {
    for (const pugi::xml_node& table : spreadsheet().children()) {
      if (is(table, "table") && attribute(table, "name") == part) return read_rows(table, out);
    }
    return false;
  }

 private:
  pugi::xml_node spreadsheet() const {
    return child(child(content_.document_element(), "body"), "spreadsheet");
  }

  // Rows may be grouped, and headings stand apart.
  static bool read_rows(const pugi::xml_node& parent, Sheet& out) {
    for (const pugi::xml_node& row : parent.children()) {
      if (is(row, "table-row-group") || is(row, "table-header-rows") || is(row, "table-rows")) {
        if (!read_rows(row, out)) return false;
      } else if (is(row, "table-row") && !read_row(row, out)) {
        return false;
      }
    }
    return true;
  }

  static bool read_row(const pugi::xml_node& row, Sheet& out) {
    std::vector<std::string> cells;
    std::size_t empty = 0;  // cells not yet written: a row may end with thousands
    for (const pugi::xml_node& cell : row.children()) {
      if (!is(cell, "table-cell") && !is(cell, "covered-table-cell")) continue;
      const std::size_t times =
          number(attribute(cell, "number-columns-repeated"), 1, kMaxColumns + 1);
      const std::string text = text_of(cell);
      if (text.empty()) {
        empty += times;
        continue;
      }
      if (cells.size() + empty + times > kMaxColumns) return false;
      cells.resize(cells.size() + empty);
      empty = 0;
      cells.insert(cells.end(), times, text);
    }
    const std::size_t times = number(attribute(row, "number-rows-repeated"), 1, kMaxRepeated);
    return out.add(std::move(cells), times);
  }

  static std::string text_of(const pugi::xml_node& cell) {
    for (const char* kind : {"date-value", "value"}) {
      const std::string_view value = attribute(cell, kind);
      if (!value.empty()) return std::string(value);
    }
    std::string text;
    for (const pugi::xml_node& line : cell.children()) {
      if (!is(line, "p")) continue;
      if (!text.empty()) text += '\n';
      add_text(line, text);
    }
    return text;
  }

  // Spans and links inside; comments on a cell (annotation) are not paragraphs of it.
  static void add_text(const pugi::xml_node& node, std::string& text) {
    for (const pugi::xml_node& part : node.children()) {
      if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
        text += part.value();
      } else if (is(part, "s")) {
        text.append(number(attribute(part, "c"), 1, 100), ' ');
      } else if (!is(part, "annotation")) {
        add_text(part, text);
      }
    }
  }

  pugi::xml_document content_;
};

template <class Book>
Result<std::unique_ptr<RowSource>> read_sheet(Book& book, std::string_view name,
                                              std::string_view file, std::size_t bytes) {
  const std::vector<NamedPart> sheets = book.sheets();
  const auto sheet = name.empty()
                         ? sheets.begin()
                         : std::find_if(sheets.begin(), sheets.end(),
                                        [&](const NamedPart& s) { return s.name == name; });
  if (sheet == sheets.end()) {
    return Fault{std::string(file), "--sheet", "the name of a sheet: " + names_of(sheets),
                 name.empty() ? "nothing" : std::string(name)};
  }
  Sheet rows;
  if (!book.read(sheet->part, rows)) {
    return Fault{std::string(file), "sheet " + shortened(sheet->name, 60),
                 "a sheet of at most 5000 columns and 20 million cells",
                 "a broken or larger one (save it as CSV)"};
  }
  return std::unique_ptr<RowSource>(std::make_unique<SheetRows>(rows.take(), bytes));
}

}  // namespace

Result<std::unique_ptr<RowSource>> open_workbook(const std::string& bytes, std::string_view sheet,
                                                 std::string_view file) {
  const Archive archive(bytes);
  Ods ods;
  if (ods.open(archive)) return read_sheet(ods, sheet, file, bytes.size());
  Xlsx xlsx(archive);
  return read_sheet(xlsx, sheet, file, bytes.size());
}

}  // namespace tablero
