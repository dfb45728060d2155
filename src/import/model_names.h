// Which row of a snapshot the scores of a file belong to. A row is one evaluation of one model:
// runs with another precision, revision, quantization, chat template or program get a row of their
// own, and an adapter is not its base model. Names come from the files or from the organizer's map,
// never from folders.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "import/evaluation_file.h"

namespace tablero {

// --map FILE of "import results".
struct ResultsMap {
  // What a file says of its model, or the end of that, or a folder or file in its path -> the name;
  // "" leaves those files out. The longest key that fits counts.
  std::map<std::string, std::string> models;
  std::map<std::string, std::string> tasks;  // a task of the files -> one of tasks.json
  std::vector<std::string> ignore;           // settings that tell no rows apart: kSettingNames
};

inline constexpr std::array<std::string_view, 5> kSettingNames = {
    "program", "revision", "precision", "quantisation", "chat_template"};

// Fault: not JSON, unknown keys, or values of another kind.
Result<ResultsMap> read_results_map(std::string_view bytes, std::string_view file);

// "org/name" as on the Hub: one slash, and no word for a folder before it.
bool is_hub_name(std::string_view s);

// Sets `row`, `model` and `hub` of every run, and the names that the map has for tasks. Takes out
// the runs that the map leaves out. `remarks`: English sentences about rows told apart. Value: a
// fault for each model without a name, with the number of its files.
std::vector<Fault> name_rows(std::vector<EvaluationRun>& runs, const ResultsMap& map,
                             std::vector<std::string>& remarks);

}  // namespace tablero
