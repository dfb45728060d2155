// data/leaderboard/tasks.json: the 66 tasks of La Leaderboard.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

// How the chance baseline was determined.
enum class BaselineBasis : std::uint8_t {
  kVerified,    // undoing the normalisation gives whole item counts
  kLabelCount,  // from the number of options, not verified
  kGenerative,  // 0 by nature of the metric
  kInferred,    // the only reading that fits other published values
  kUnknown
};
inline constexpr std::array<std::string_view, 5> kBasisNames = {
    "verified", "label_count", "generative", "inferred", "unknown"};

struct Task {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;        // id in the evaluation harness, e.g. "belebele_spa_Latn"
  std::string name;      // label on the board
  std::string language;  // es, ca, eu, gl
  std::string skill;     // vocabulary word; label "skill.<word>"
  std::string domain;    // vocabulary word; label "domain.<word>"
  std::string metric;    // the one shown: acc, f1, mcc, sas_encoder, exact_match, ...
  int shots = 0;         // examples in the prompt
  double baseline = 0;   // score of chance, percent; -100 for cosine metrics; NaN when not known
  BaselineBasis baseline_basis = BaselineBasis::kUnknown;
  int n_test = 0;       // test items; 0 when not known
  std::string dataset;  // "org/name" on the Hub
  std::string donor;    // who donated the data set; empty when only a public translation
  std::string url;
  List<std::string> aliases;  // earlier ids of the same task
  LocalText note;             // e.g. "raw 50 is unbiased"; empty when none
};

struct Tasks {
  List<Task> tasks;  // by language (es, ca, eu, gl), then name
  SourceIds sources;

  const Task* find(std::string_view id) const;  // by id or alias; nullptr when unknown
  int index(std::string_view id) const;         // position in `tasks`, -1 when unknown
};

// max(0, (raw - baseline) / (100 - baseline)) * 100, raw and baseline in percent (form of the Open
// LLM Leaderboard v2; checked against lb-2025-07). NaN when raw or baseline is NaN.
double normalised_score(double raw, double baseline);

Result<Tasks> load_tasks(std::string_view bytes, std::string_view file, List<Fault>* all = nullptr);

}  // namespace tablero
