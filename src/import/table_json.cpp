#include "import/table_json.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "import/json_edit.h"
#include "import/record_edit.h"

namespace tablero {
namespace {

std::string number_or_null(double value) { return std::isnan(value) ? "null" : json_number(value); }

std::string numbers(const double* begin, std::size_t count) {
  std::string s = "[";
  for (std::size_t i = 0; i < count; ++i) s += (i > 0 ? "," : "") + number_or_null(begin[i]);
  return s + "]";
}

std::string whole_numbers(std::span<const int> list) {
  std::string s = "[";
  for (std::size_t i = 0; i < list.size(); ++i) s += (i > 0 ? "," : "") + std::to_string(list[i]);
  return s + "]";
}

// Empty text for a matrix without any score.
std::string matrix(std::string_view key, std::span<const double> cells, std::size_t columns) {
  const bool empty =
      std::all_of(cells.begin(), cells.end(), [](double v) { return std::isnan(v); });
  if (empty || columns == 0) return {};
  std::string s = ",\n \"" + std::string(key) + "\":[";
  for (std::size_t at = 0; at < cells.size(); at += columns) {
    s += (at > 0 ? ",\n  " : "\n  ") + numbers(&cells[at], columns);
  }
  return s + "\n ]";
}

std::string detail(const ScoreTable::Detail& d) {
  std::string s = "{\"model\":" + json_text(d.model) + ",\"task\":" + json_text(d.task);
  if (!d.part.empty()) s += ",\"part\":" + json_text(d.part);
  s += ",\"metric\":" + json_text(d.metric) + ",\"raw\":" + json_number(d.raw);
  if (!std::isnan(d.std_error)) s += ",\"stderr\":" + json_number(d.std_error);
  if (d.n > 0) s += ",\"n\":" + std::to_string(d.n);
  return s + "}";
}

}  // namespace

std::string score_table_json(const ScoreTable& t, TablePlace place) {
  const bool file = place == TablePlace::kFile;
  std::string s =
      std::string("{\n ") + (file ? "\"version\":1,\n " : "") +
      "\"snapshot\":" + json_text(t.snapshot) + ",\n \"models\":" + json_texts(t.models) +
      ",\n \"tasks\":" + json_texts(t.tasks) + ",\n \"metrics\":" + json_texts(t.metrics) +
      ",\n \"n\":" + whole_numbers(t.n) + ",\n \"shots\":" + whole_numbers(t.shots);
  s += matrix("raw", t.raw, t.tasks.size());
  s += matrix("normalised", t.normalised, t.tasks.size());
  if (t.raw_derived) s += ",\n \"raw_derived\":true";
  if (t.normalised_derived) s += ",\n \"normalised_derived\":true";
  s += matrix("stderr", t.stderrs, t.tasks.size());
  if (!t.means.empty()) {
    s += ",\n \"means\":[";
    for (std::size_t i = 0; i < t.means.size(); ++i) {
      const PublishedMean& m = t.means[i];
      s += std::string(i > 0 ? ",\n  " : "\n  ") + "{\"scope\":" + json_text(m.scope) +
           (m.derived ? ",\"derived\":true" : "") +
           ",\"values\":" + numbers(m.values.data(), m.values.size()) + "}";
    }
    s += "\n ]";
  }
  if (!t.details.empty()) {
    s += ",\n \"details\":[";
    for (std::size_t i = 0; i < t.details.size(); ++i)
      s += (i > 0 ? ",\n  " : "\n  ") + detail(t.details[i]);
    s += "\n ]";
  }
  return s + (file ? "\n}\n" : "\n }");
}

}  // namespace tablero
