// From a table of scores to data/: its own file, an entry in the list of snapshots, the models, a
// source. The program shows it without a change of code; the newest of the own board is the one
// that opens. Idempotent: importing a snapshot again replaces what the last import wrote.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "import/evaluation_file.h"
#include "import/snapshot_table.h"

namespace tablero {

struct ResultFiles {
  std::string results, models, sources, manifest;  // texts in, changed texts out
  // Out: other files, by their paths: tables of snapshots.
  std::vector<std::pair<std::string, std::string>> tables;
};

struct SnapshotOptions {
  std::string id;         // letters, digits and - _ .
  std::string title;      // in all languages; empty: made from the date
  std::string date;       // ISO 8601; empty: of the newest file
  std::string url;        // where the files are; empty: not known
  std::string licence;    // of the files
  bool own_board = true;  // scores of La Leaderboard itself
};

struct ResultsSummary {
  int models = 0, tasks = 0, new_models = 0;
  std::string opens;  // which snapshot the leaderboard shows first from now on: an English sentence
  std::vector<std::string> remarks;  // English sentences
};

// The id of the source that an import of the snapshot writes.
std::string snapshot_source(const std::string& snapshot);

// Fault: a file that does not load, an invalid id or one of a snapshot that another source wrote, a
// table without scores, no licence, no date.
Result<ResultsSummary> publish_results(const SnapshotTable& snapshot,
                                       const std::vector<EvaluationRequest>& requests,
                                       const SnapshotOptions& options, ResultFiles& files);

}  // namespace tablero
