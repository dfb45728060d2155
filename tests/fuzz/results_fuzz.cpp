// Any bytes as a result or request file of an evaluation program. What the import makes of it must
// be a table that the program loads.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "data/results.h"
#include "data/tasks.h"
#include "fuzz/fuzz.h"
#include "import/evaluation_file.h"
#include "import/model_names.h"
#include "import/snapshot_table.h"
#include "import/table_json.h"

using namespace tablero;

namespace {

const Tasks& tasks() {
  static const auto loaded = load_tasks(
      fuzz::file_text(std::string(TABLERO_DATA_DIR) + "/leaderboard/tasks.json"), "tasks.json");
  return loaded.value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto file = read_evaluation_file(std::string(reinterpret_cast<const char*>(data), size),
                                   "org/model/results_2026-09-01T10-00-00.json");
  if (!file.ok()) {
    fuzz::promise_readable(file.fault());
    return 0;
  }
  std::vector<EvaluationRun>& runs = file.value().runs;
  std::vector<std::string> remarks;
  for (const Fault& fault : name_rows(runs, {}, remarks)) fuzz::promise_readable(fault);
  const SnapshotTable made = make_snapshot_table(runs, tasks(), "fuzz");
  if (!made.has_scores()) return 0;
  const auto loaded = load_scores(score_table_json(made.table), "fuzz.json");
  if (!loaded.ok()) fuzz::promise_readable(loaded.fault());
  fuzz::promise(loaded.ok(), "the program loads what the import writes");
  return 0;
}
