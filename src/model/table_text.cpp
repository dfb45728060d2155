#include "model/table_text.h"

#include <initializer_list>

namespace tablero {
namespace {

// Adds `text` and, in parentheses, `more` if there is any.
void add(std::string& out, std::string_view text, std::string_view more = {}) {
  const bool two = !more.empty();
  for (const std::string_view part :
       {text, std::string_view(two ? " (" : ""), more, std::string_view(two ? ")" : "")}) {
    for (const char c : part) out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  out += kTextSeparator;
}

}  // namespace

std::string table_text(const Table& table) {
  List<std::size_t> shown;
  std::size_t heads = 0;
  for (std::size_t c = 0; c < table.columns().size(); ++c) {
    if (table.columns()[c].only_download) continue;
    if (heads == shown.size() && table.columns()[c].kind == CellKind::kWord) ++heads;
    shown.push_back(c);
  }
  if (heads == shown.size()) heads = 1;  // a table of words
  std::string out;
  add(out, std::to_string(shown.size()));
  add(out, std::to_string(heads));
  add(out, table.head().title);
  for (const std::size_t c : shown) add(out, table.columns()[c].name, table.columns()[c].unit);
  for (std::size_t r = 0; r < table.size(); ++r) {
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const std::string_view note = i + 1 == heads ? table.row(r).note : std::string_view();
      add(out, table.at(r, shown[i]).text, note);
    }
  }
  return out;
}

}  // namespace tablero
