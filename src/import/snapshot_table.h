// The scores of one snapshot from many result files: files of one row (model_names.h) are merged
// task by task. The newest usable score wins: a run on the first items only, or without a number,
// takes nothing away. A task that was renamed is recognized, unless the one of today was evaluated
// as well. Raw scores are kept in percent and normalized with the baselines of tasks.json. Models
// that were only partly evaluated are marked and get no mean.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "data/results.h"
#include "data/tasks.h"
#include "import/evaluation_file.h"

namespace tablero {

// What the files say of a row beside its scores.
struct RowFacts {
  std::string name;       // of the model, without what tells its rows apart
  std::string hub;        // "org/name" on the Hub; empty: not named
  std::string precision;  // "bfloat16", "4bit"; empty: not stated, or not by all files alike
};

struct SnapshotTable {
  ScoreTable table;  // models by id, tasks in the order of tasks.json
  bool partial =
      false;  // some model lacks tasks of a language that it has, or was run with a limit
  std::vector<std::string> partial_models;  // which
  std::vector<std::string>
      unknown_tasks;  // neither tasks of tasks.json nor parts or groups of them; each once
  std::vector<std::string> remarks;      // English sentences: scores left out and why
  std::map<std::string, RowFacts> rows;  // by id
  std::int64_t newest = 0;               // time of the newest file, 0 unknown

  // A number in a task: without, there is nothing to publish.
  bool has_scores() const;
};

// `snapshot` becomes the name of the table. The runs have their rows (name_rows());
// those without any task of `tasks` leave none.
SnapshotTable make_snapshot_table(std::vector<EvaluationRun> runs, const Tasks& tasks,
                                  const std::string& snapshot);

}  // namespace tablero
