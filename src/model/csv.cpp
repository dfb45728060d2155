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

Csv& Csv::amount(const Amount& value, Qualifier qualifier) {
  if (value.known()) {
    number(value.value);
  } else {
    text(kPresenceNames[static_cast<std::size_t>(value.presence)]);
  }
  return text(kQualifierNames[static_cast<std::size_t>(qualifier)]);
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

}  // namespace tablero
