#include "data/related.h"

#include "base/list.h"
#include "base/number.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 3> kTypeNames = {"text", "number", "yes_no"};

// yes_no cells: true, false or "partly".
double read_yes_no(const Node& node) {
  const JsonValue& v = *node.value();
  if (v.kind == JsonValue::Kind::kBoolean) return v.boolean ? 1 : 0;
  if (v.kind == JsonValue::Kind::kString && v.text == "partly") return 0.5;
  node.wrong("true, false, \"partly\" or null");
  return kNaN;
}

RelatedColumn read_column(const Node& node) {
  RelatedColumn c;
  Fields f(node);
  c.name = f.get("name").text();
  c.type = f.get("type").one_of<ColumnType>(kTypeNames);
  c.metric = f.word_or("metric");
  c.lower_is_better = f.flag("lower_is_better");
  c.inferred = f.flag("inferred");
  for (const Node item : f.get("values").items()) {
    const bool missing = item.value()->kind == JsonValue::Kind::kNull;
    if (c.type == ColumnType::kText) {
      c.texts.push_back(missing ? std::string() : item.text());
    } else if (c.type == ColumnType::kNumber) {
      c.numbers.push_back(missing ? kNaN : item.number(-1e15, 1e15));
    } else {
      c.numbers.push_back(missing ? kNaN : read_yes_no(item));
    }
  }
  return c;
}

std::size_t row_count(const RelatedColumn& c) {
  return c.type == ColumnType::kText ? c.texts.size() : c.numbers.size();
}

RelatedBoard read_board(const Node& node, UniqueIds& ids) {
  RelatedBoard b;
  Fields f(node);
  b.id = read_id(f, ids);
  b.title = f.get("title").local();
  b.language = f.get("language").word();
  b.unit = f.local_or("unit");
  b.date = f.date_or("date");
  b.note = f.get("note").local();
  b.url = f.get("url").url();
  b.sources = f.get("sources").sources();
  for (const Node item : f.get("columns").items()) {
    b.columns.push_back(read_column(item));
    const std::size_t rows = row_count(b.columns.back());
    if (b.columns.size() == 1) {
      b.row_count = rows;
    } else if (rows != b.row_count) {
      item.wrong("as many values as the first column, " + std::to_string(b.row_count));
    }
  }
  return b;
}

void read_related(Fields& root, Related& out) {
  UniqueIds ids;
  for (const Node item : root.get("boards").items()) out.boards.push_back(read_board(item, ids));
}

}  // namespace

const RelatedBoard* Related::find(std::string_view id) const { return find_by_id(boards, id); }

Result<Related> load_related(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Related, read_related>(bytes, file, all);
}

}  // namespace tablero
