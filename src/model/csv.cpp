#include "model/csv.h"

#include <cmath>
#include <cstdio>

#include "base/text.h"

namespace tablero {

Csv::Csv(std::initializer_list<std::string_view> header) : bytes_("\xEF\xBB\xBF") {
  for (std::string_view name : header) text(name);
  if (row_open_) end_row();
}

void Csv::separate() {
  if (row_open_) bytes_ += ',';
  row_open_ = true;
}

Csv& Csv::text(std::string_view value) {
  separate();
  // CSV injection (https://owasp.org/www-community/attacks/CSV_Injection): a cell that a
  // spreadsheet would run as a formula gets a leading apostrophe.
  const bool formula =
      !value.empty() && (value[0] == '=' || value[0] == '+' || value[0] == '@' || value[0] == '-');
  const bool quoted = formula || value.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) bytes_ += '"';
  if (formula) bytes_ += '\'';
  for (char c : value) {
    if (c == '"') bytes_ += '"';
    bytes_ += c;
  }
  if (quoted) bytes_ += '"';
  return *this;
}

Csv& Csv::number(double value) {
  if (!std::isfinite(value)) return text("no_data");
  separate();
  char plain[32];
  for (int digits : {6, 15, 17}) {
    std::snprintf(plain, sizeof plain, "%.*g", digits, value);
    if (parse_number(plain) == value) break;
  }
  bytes_ += plain;
  return *this;
}

Csv& Csv::positive(int value) {
  return value > 0 ? number(value)
                   : text(kPresenceNames[static_cast<std::size_t>(Presence::kNoData)]);
}

Csv& Csv::amount(const Amount& value) {
  if (value.known()) return number(value.value);
  return text(kPresenceNames[static_cast<std::size_t>(value.presence)]);
}

Csv& Csv::amount(const Amount& value, Qualifier qualifier) {
  return amount(value).text(kQualifierNames[static_cast<std::size_t>(qualifier)]);
}

Csv& Csv::sources(const SourceIds& ids) {
  std::string all;
  for (const std::string& id : ids) {
    if (!all.empty()) all += ' ';
    all += id;
  }
  return text(all);
}

void Csv::end_row() {
  bytes_ += "\r\n";
  row_open_ = false;
}

namespace {

void add_heads(Csv& csv, const Table& table) {
  for (const TableColumn& column : table.columns()) {
    csv.text(column.id);
    if (column.kind == CellKind::kAmount) csv.text("qualifier");
    if (column.kind != CellKind::kInterval) continue;
    csv.text(std::string(column.id) + "_low").text(std::string(column.id) + "_high");
  }
  if (table.sourced()) csv.text("sources");
  csv.end_row();
}

void add_row(Csv& csv, const Table& table, std::size_t row) {
  std::string_view sources;
  for (std::size_t c = 0; c < table.columns().size(); ++c) {
    const Cell& cell = table.at(row, c);
    const Amount amount{cell.value, cell.presence};
    if (!cell.sources.empty()) sources = cell.sources;
    switch (table.columns()[c].kind) {
      case CellKind::kWord:
        csv.text(cell.code);
        break;
      case CellKind::kNumber:
      case CellKind::kShare:
        csv.amount(amount);
        break;
      case CellKind::kAmount:
        csv.amount(amount, cell.qualifier);
        break;
      case CellKind::kInterval:
        csv.amount(amount).number(cell.low).number(cell.high);
        break;
    }
  }
  if (table.sourced()) csv.text(sources);
  csv.end_row();
}

}  // namespace

Csv csv_of(std::span<const Table> tables) {
  Csv csv;
  if (!tables.empty()) add_heads(csv, tables.front());
  for (const Table& table : tables) {
    for (std::size_t row = 0; row < table.size(); ++row) add_row(csv, table, row);
  }
  return csv;
}

}  // namespace tablero
