// data/leaderboard/results.json: the list of snapshots and the scores of the main one; the scores
// of the others are in data/leaderboard/results/<id>.json and are loaded on demand. Snapshots are
// never mixed in one ranking, because they differ in scale (raw or normalised), number of shots and
// version of the harness.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

// What the scores of a snapshot are.
enum class ScoreScale : std::uint8_t {
  kNormalised,  // 0 to 100, chance is 0
  kRaw,         // 0 to 100 as the metric gives it
  kBoard        // averages as the board printed them; can exceed 100, history only
};

// How far the copy can be trusted.
enum class Exactness : std::uint8_t { kExact, kTranscribed, kCounted, kPartial, kSecondary };
inline constexpr std::array<std::string_view, 5> kExactnessNames = {
    "exact", "transcribed", "counted", "partial", "secondary"};

struct Snapshot {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;  // e.g. "lb-2025-07"
  LocalText title;
  Date date;      // state of the board
  Date date_end;  // last day when the results were gathered over a time, else unknown
  ScoreScale scale = ScoreScale::kRaw;
  Exactness exactness = Exactness::kExact;
  LocalText caveat;
  bool own_board = false;  // La Leaderboard itself; false: other evaluations with the same tasks
  int model_count = 0;
  int task_count = 0;  // columns; 0 for snapshots with averages only
  std::string file;    // file with its scores, relative to data/leaderboard/
  std::string url;     // where it was published; empty when not known
  SourceIds sources;
};

// An average as published or computed over the columns, per model. Never mixed with task columns.
struct PublishedMean {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string scope;  // "all", a language (es, ca, eu, gl, pt), or "top10_tasks" (a count, of 66)
  bool derived = false;  // computed by us from the task scores of the same snapshot
  List<double> values;   // one per model, in the order of `models`; NaN when missing
};

// The scores of one snapshot, model x task, row-major: value(m, t) is at m * tasks.size() + t.
// A matrix that the source does not give is empty (size 0). Missing scores are NaN.
struct ScoreTable {
  std::string snapshot;
  List<std::string> models;         // ids of models.json, in published order
  List<std::string> tasks;          // ids of tasks.json
  List<std::string> metrics;        // metric of each task column
  List<double> raw;                 // 0 to 100 (cosine and correlation metrics from -100)
  List<double> normalised;          // 0 to 100; above 100 never occurs here
  bool raw_derived = false;         // raw computed back from normalised with the baselines
  bool normalised_derived = false;  // normalised computed from raw with the baselines
  List<double> stderrs;             // standard error of raw, same unit; empty or NaN
  List<int> n;                      // test items per column, 0 unknown
  List<int> shots;                  // examples in the prompt per column, -1 not stated
  List<PublishedMean> means;
  // Scores on parts of a task or with a second metric, kept for the score card.
  struct Detail {
    static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
    std::string model, task, part, metric;  // `part` empty: the task as a whole
    double raw = 0, std_error = 0;          // NaN when not given; unit as of the metric
    int n = 0;
  };
  List<Detail> details;

  std::size_t at(std::size_t model, std::size_t task) const { return model * tasks.size() + task; }
  double raw_at(std::size_t m, std::size_t t) const;         // NaN when missing
  double normalised_at(std::size_t m, std::size_t t) const;  // NaN when missing
  double stderr_at(std::size_t m, std::size_t t) const;      // NaN when missing
};

struct Results {
  List<Snapshot> snapshots;   // newest own board first
  std::string main_snapshot;  // id of the snapshot shown first
  ScoreTable main;            // its scores

  const Snapshot* find(std::string_view id) const;
};

Result<Results> load_results(std::string_view bytes, std::string_view file,
                             List<Fault>* all = nullptr);

// One file of data/leaderboard/results/.
Result<ScoreTable> load_scores(std::string_view bytes, std::string_view file,
                               List<Fault>* all = nullptr);

}  // namespace tablero
