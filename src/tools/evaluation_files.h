// The files that "import results" is given: found, read, and the runs in them named.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/evaluation_file.h"
#include "import/model_names.h"
#include "tools/console.h"

namespace tablero {

struct EvaluationInput {
  std::vector<EvaluationRun> runs;
  std::vector<EvaluationRequest> requests;
  std::vector<std::string> others;   // files that are neither results nor requests
  std::vector<std::string> remarks;  // English sentences
};

// All .json and .jsonl files below the paths, sorted, each once; the harness's logs of single
// samples (samples_*.jsonl) only when they are named themselves. Fault: a path that is not there.
Result<std::vector<std::string>> list_evaluation_files(const std::vector<std::string_view>& paths);

// Reads every file and names the runs. Prints all faults; false when there is one.
bool read_evaluation_files(const std::vector<std::string>& files, const ResultsMap& map,
                           EvaluationInput& input, const Console& console);

// What is missing in the files when none of them has a score of a known task: a fault for each of
// them, the first ones.
std::vector<Fault> faults_of_unknown(const EvaluationInput& input);

}  // namespace tablero
