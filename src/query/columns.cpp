#include "query/columns.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/list.h"

namespace tablero {

CodedColumn code_texts(std::span<const std::string_view> values, List<std::string_view>* labels) {
  CodedColumn column;
  std::unordered_map<std::string_view, std::uint16_t> codes;
  for (std::string_view v : values) {
    if (v.empty() || codes.size() >= CodedColumn::kMaxGroups) continue;
    if (codes.emplace(v, static_cast<std::uint16_t>(codes.size())).second && labels != nullptr) {
      labels->push_back(v);
    }
  }
  column.groups = static_cast<int>(codes.size());
  column.codes.reserve(values.size());
  for (std::string_view v : values) {
    const auto at = codes.find(v);
    column.codes.push_back(at == codes.end() ? column.missing_code() : at->second);
  }
  return column;
}

CodedColumn code_numbers(std::span<const double> values, double min, double max, int groups) {
  CodedColumn column;
  column.groups = std::clamp(groups, 1, CodedColumn::kMaxGroups);
  column.codes.reserve(values.size());
  const double scale = column.groups / (max - min);
  for (double v : values) {
    if (std::isnan(v)) {
      column.codes.push_back(column.missing_code());
      continue;
    }
    const double at = std::clamp((v - min) * scale, 0.0, static_cast<double>(column.groups - 1));
    column.codes.push_back(static_cast<std::uint16_t>(at));
  }
  return column;
}

}  // namespace tablero
