// The scores of one snapshot from many result files: files of one model are merged task by task,
// the newest wins; renamed tasks are recognized; raw scores are kept in percent and normalized with
// the baselines of tasks.json. Models that were only partly evaluated are marked and get no mean.
#pragma once

#include <string>
#include <vector>

#include "data/results.h"
#include "data/tasks.h"
#include "import/harness_file.h"

namespace tablero {

struct SnapshotTable {
  ScoreTable table;  // models by id, tasks in the order of tasks.json
  bool partial =
      false;  // some model lacks tasks of a language that it has, or was run with a limit
  std::vector<std::string> partial_models;  // which
  std::vector<std::string>
      unknown_tasks;  // neither tasks of tasks.json nor parts or groups of them; each once
  std::vector<std::string> remarks;  // English sentences: scores left out and why
  std::int64_t newest = 0;           // time of the newest file, 0 unknown

  // A model, and a number in a task if there is any: without, there is nothing to publish.
  bool has_scores() const;
};

// `snapshot` becomes the name of the table. Runs without any task of `tasks` leave no model.
SnapshotTable make_snapshot_table(std::vector<HarnessRun> runs, const Tasks& tasks,
                                  const std::string& snapshot);

// A score of the harness in percent: times 100, except for metrics that are on that scale already
// (bleu) or have none (likelihood_diff, average_len). NaN when it is outside the range of the
// metric.
double percent_score(const std::string& metric, double value);

}  // namespace tablero
