#include "model/table.h"

#include <cmath>

namespace tablero {

std::size_t Table::run(std::size_t first, std::size_t column) const {
  std::size_t end = first;
  while (end < size() && at(end, column).code == at(first, column).code) ++end;
  return end - first;
}

TableBuilder& TableBuilder::head(const TableHead& head) {
  table_.head_ = {keep(head.id), keep(head.file), keep(head.source), keep(head.title)};
  return *this;
}

TableBuilder& TableBuilder::column(const TableColumn& column) {
  assert(table_.rows_.empty());
  table_.columns_.push_back(
      {keep(column.id), keep(column.name), column.kind, keep(column.unit), column.only_download});
  return *this;
}

TableBuilder& TableBuilder::columns(std::initializer_list<ColumnKey> columns) {
  for (const ColumnKey& c : columns) {
    const bool shown = c.name != nullptr;
    column({c.id, shown ? words_.t(c.name) : std::string_view(), c.kind, {}, !shown});
  }
  return *this;
}

TableBuilder& TableBuilder::row(std::string_view id, bool marked, std::string_view note) {
  assert(table_.cells_.size() == table_.rows_.size() * table_.columns_.size());
  table_.rows_.push_back({keep(id), keep(note), marked});
  return *this;
}

// `kind`: of the call, kNumber for shares too.
Cell& TableBuilder::add([[maybe_unused]] CellKind kind) {
  const std::size_t columns = table_.columns_.size();
  assert(table_.cells_.size() < table_.rows_.size() * columns);
  [[maybe_unused]] const CellKind own = table_.columns_[table_.cells_.size() % columns].kind;
  assert(own == kind || (own == CellKind::kShare && kind == CellKind::kNumber));
  return table_.cells_.emplace_back();
}

TableBuilder& TableBuilder::word(std::string_view code, std::string_view text) {
  Cell& cell = add(CellKind::kWord);
  cell.text = keep(text);
  cell.brief = cell.text;
  cell.code = code == text ? cell.text : keep(code);
  return *this;
}

TableBuilder& TableBuilder::named(std::string_view prefix, std::string_view code) {
  return word(code, code.empty() ? code : words_.named(prefix, code));
}

TableBuilder& TableBuilder::edition(int year, std::string_view text) {
  if (year <= 0) return word(kNoDataCode, text);
  return word(words_.text.number(year));
}

TableBuilder& TableBuilder::date(Date date, std::string_view text) {
  word(date.known() ? std::string_view(date.iso()) : kNoDataCode, text);
  table_.cells_.back().date = date;
  return *this;
}

TableBuilder& TableBuilder::number(double value, int decimals, Presence missing) {
  const std::size_t column = table_.cells_.size() % table_.columns_.size();
  std::string_view text;  // none where nobody reads it
  if (!table_.columns_[column].only_download) {
    text = std::isfinite(value) ? words_.number(value, decimals)
                                : words_.amount({kNaN, missing}, Qualifier::kExact);
  }
  number(value, text, text);
  if (!std::isfinite(value)) table_.cells_.back().presence = missing;
  return *this;
}

TableBuilder& TableBuilder::number(double value, std::string_view text, std::string_view brief) {
  Cell& cell = add(CellKind::kNumber);
  if (std::isfinite(value)) {
    cell.value = value;
    cell.presence = value == 0 ? Presence::kZero : Presence::kValue;
  } else {
    cell.presence = Presence::kNoData;
  }
  cell.text = keep(text);
  cell.brief = text == brief ? cell.text : keep(brief);
  return *this;
}

TableBuilder& TableBuilder::count(long long n, std::string_view key) {
  const auto value = static_cast<double>(n);
  return number(value, words_.count(key, n), words_.number(value, 0));
}

TableBuilder& TableBuilder::amount(const Amount& amount, Qualifier qualifier,
                                   std::string_view pattern) {
  Cell& cell = add(CellKind::kAmount);
  cell.value = amount.value;
  cell.presence = amount.presence;
  cell.qualifier = qualifier;
  std::string_view text = words_.amount(amount, qualifier);
  if (amount.known() && !pattern.empty()) text = words_.t(pattern, {{"n", text}});
  cell.text = keep(text);
  cell.brief =
      keep(format_amount_short(words_.text, words_.strings, words_.lang, amount, qualifier));
  return *this;
}

TableBuilder& TableBuilder::interval(double value, double margin, int decimals) {
  Cell& cell = add(CellKind::kInterval);
  if (!std::isfinite(value)) {
    cell.presence = Presence::kNoData;
    cell.text = keep(words_.amount({value, cell.presence}, Qualifier::kExact));
    return *this;
  }
  cell.value = value;
  cell.low = value - margin;
  cell.high = value + margin;
  std::string_view text = words_.number(value, decimals);
  if (value > 0) text = words_.join({"+", text});
  if (std::isfinite(margin)) text = words_.join({text, " ± ", words_.number(margin, decimals)});
  cell.brief = cell.text = keep(text);
  return *this;
}

TableBuilder& TableBuilder::place(int place, int low, int high, std::string_view text) {
  Cell& cell = add(CellKind::kInterval);
  const auto known = [](int n) { return n > 0 ? n : kNaN; };
  cell.value = known(place);
  cell.low = known(low);
  cell.high = known(high);
  cell.presence = place > 0 ? Presence::kValue : Presence::kNoData;
  cell.text = keep(text);
  cell.brief = place > 0 ? keep(words_.text.number(place)) : cell.text;
  return *this;
}

TableBuilder& TableBuilder::url(std::string_view url) {
  table_.cells_.back().url = keep(url);
  return *this;
}

TableBuilder& TableBuilder::sources(const SourceIds& ids) {
  std::string_view all;
  for (const std::string& id : ids) all = words_.join({all, all.empty() ? "" : " ", id});
  table_.cells_.back().sources = keep(all);
  table_.sourced_ = true;
  return *this;
}

Table TableBuilder::done(std::string_view sentence) {
  assert(!sentence.empty());
  assert(table_.cells_.size() == table_.rows_.size() * table_.columns_.size());
  table_.sentence_ = keep(sentence);
  return std::move(table_);
}

}  // namespace tablero
