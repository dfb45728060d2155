// The metrics of one task of one run: which of them the board shows, and on which scale.
#pragma once

#include <string>
#include <string_view>

#include "import/evaluation_file.h"

namespace tablero {

// A metric of tasks.json that stands for two: ROUGE-1 where there is one, else BLEU.
inline constexpr std::string_view kEitherMetric = "bleu_or_rouge1";
// The score of CrowS-Pairs, which is made of its parts.
inline constexpr std::string_view kStereotypes = "pct_stereotype";

// The metric of `task` called `name` that has a number, with the preferred filter; nullptr: none.
const EvaluatedMetric* metric_called(const EvaluatedTask& task, std::string_view name);

// The metric that the board shows, for the `metric` of tasks.json; nullptr: none with a number.
const EvaluatedMetric* shown_metric(const EvaluatedTask& task, std::string_view metric);

// "exact_match" or, for a filter that does not count, "exact_match_strict_match": a word.
std::string detail_metric(const EvaluatedTask& task, const EvaluatedMetric& m);

// A score of the harness in percent: times 100, except for metrics that are on that scale already
// (bleu) or have none (likelihood_diff, average_len). NaN when it is outside the range of the
// metric.
double percent_score(std::string_view metric, double value);

}  // namespace tablero
