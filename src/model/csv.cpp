#include "model/csv.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>

#include "base/text.h"
#include "base/unseen.h"

namespace tablero {

namespace {

// Where a spreadsheet begins a new cell, whatever separator it takes: Excel takes `;` where the
// comma is the decimal sign, and then neither our commas nor the quotes behind them mean anything.
bool ends_cell(char32_t c) {
  return c == ',' || c == ';' || c == '|' || c == '\t' || c == '\n' || c == '\r';
}

// What a spreadsheet takes for the beginning of a formula, with the wide and small forms that some
// of them read in the same way.
bool begins_formula(char32_t c) {
  constexpr char32_t kSigns[] = {'=',    '+',    '-',    '@',    0xFF1D, 0xFF0B,
                                 0xFF0D, 0xFF20, 0xFE66, 0xFE62, 0xFE63, 0xFE6B};
  return std::find(std::begin(kSigns), std::end(kSigns), c) != std::end(kSigns);
}

// "-5", "+500", "1e3".
bool is_number(std::string_view value) {
  const bool plus = value.size() > 1 && value[0] == '+' && is_digit(value[1]);
  return parse_number(plus ? value.substr(1) : value).has_value();
}

bool is_skipped(char32_t c) { return c == ' ' || c == '"' || c == 0xA0 || is_unseen(c); }

// True when a cell that begins at `at` would run as a formula. A text that is a number is none.
bool is_formula(std::string_view value, std::size_t at) {
  const std::size_t end = std::min(value.find_first_of(",;|\t\n\r", at), value.size());
  const std::string_view cell = value.substr(at, end - at);
  for (std::size_t i = 0, length = 1; i < cell.size(); i += length) {
    const char32_t c = decode_utf8(cell, i, length);
    if (is_skipped(c)) continue;
    return begins_formula(c) && !is_number(value);
  }
  return false;
}

}  // namespace

void Csv::separate() {
  if (row_open_) bytes_ += ',';
  row_open_ = true;
}

Csv& Csv::text(std::string_view value) {
  separate();
  // CSV injection (https://owasp.org/www-community/attacks/CSV_Injection): what a spreadsheet would
  // run as a formula gets a leading apostrophe.
  std::string cell;
  bool start = true;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool blank =
        i == 0 ? c == '\t' || c == '\r' || c == '\n' : c == '\t' && value[i - 1] != c;
    if (start && (blank || is_formula(value, i))) cell += '\'';
    if (c == '"') cell += '"';
    cell += c;
    start = ends_cell(static_cast<unsigned char>(c));
  }
  const bool quoted =
      cell.size() != value.size() || value.find_first_of(",;|\t\r\n") != std::string_view::npos;
  if (quoted) bytes_ += '"';
  bytes_ += cell;
  if (quoted) bytes_ += '"';
  return *this;
}

Csv& Csv::number(double value) {
  if (!std::isfinite(value)) return text(kNoDataCode);
  separate();
  char plain[32];
  for (int digits : {6, 15, 17}) {
    std::snprintf(plain, sizeof plain, "%.*g", digits, value);
    if (parse_number(plain) == value) break;
  }
  bytes_ += plain;
  return *this;
}

Csv& Csv::amount(const Amount& value) {
  if (value.known()) return number(value.value);
  return text(kPresenceNames[static_cast<std::size_t>(value.presence)]);
}

Csv& Csv::amount(const Amount& value, Qualifier qualifier) {
  return amount(value).text(kQualifierNames[static_cast<std::size_t>(qualifier)]);
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

void add_table(Csv& csv, const Table& table) {
  if (csv.empty()) add_heads(csv, table);
  for (std::size_t row = 0; row < table.size(); ++row) add_row(csv, table, row);
}

Csv csv_of(std::span<const Table> tables) {
  Csv csv;
  for (const Table& table : tables) add_table(csv, table);
  return csv;
}

}  // namespace tablero
