#include "import/score_metrics.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/number.h"
#include "base/text.h"

namespace tablero {
namespace {

// Filters of a metric in order of preference; others follow by name.
constexpr std::string_view kFilters[] = {"none", "remove_whitespace", "flexible-extract",
                                         "get-answer"};

// Metrics that are already in percent, and those that are no percentage.
constexpr std::string_view kPercent[] = {"bleu", "chrf", "ter"};
constexpr std::string_view kNoScale[] = {"likelihood_diff", "average_len",     "perplexity",
                                         "word_perplexity", "byte_perplexity", "bits_per_byte"};

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

std::size_t filter_rank(const std::string& filter) {
  const auto* at = std::find(std::begin(kFilters), std::end(kFilters), filter);
  return static_cast<std::size_t>(at - std::begin(kFilters));
}

}  // namespace

const EvaluatedMetric* metric_called(const EvaluatedTask& task, std::string_view name) {
  const EvaluatedMetric* best = nullptr;
  for (const EvaluatedMetric& m : task.metrics) {
    if (m.name != name || std::isnan(m.value)) continue;
    const auto order = [](const EvaluatedMetric& x) {
      return std::make_pair(filter_rank(x.filter), x.filter);
    };
    if (best == nullptr || order(m) < order(*best)) best = &m;
  }
  return best;
}

const EvaluatedMetric* shown_metric(const EvaluatedTask& task, std::string_view metric) {
  if (metric != kEitherMetric) return metric_called(task, metric);
  const EvaluatedMetric* rouge = metric_called(task, "rouge1");
  return rouge != nullptr ? rouge : metric_called(task, "bleu");
}

std::string detail_metric(const EvaluatedTask& task, const EvaluatedMetric& m) {
  std::string name = m.name;
  if (const EvaluatedMetric* first = metric_called(task, m.name);
      first != nullptr && first->filter != m.filter) {
    name += "_" + m.filter;
  }
  for (char& c : name) {
    c = is_letter(c) || is_digit(c) ? to_lower(c) : '_';
  }
  return name.substr(0, std::min<std::size_t>(name.size(), 80));
}

double percent_score(std::string_view metric, double value) {
  if (among(kNoScale, metric)) return value;
  if (among(kPercent, metric)) return value >= 0 && value <= 100 ? value : kNaN;
  return value >= -1 && value <= 1 ? value * 100 : kNaN;
}

}  // namespace tablero
