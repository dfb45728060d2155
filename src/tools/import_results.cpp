#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "import/model_names.h"
#include "import/publish_results.h"
#include "platform/native/disk.h"
#include "tools/command_line.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/evaluation_files.h"
#include "tools/finish_import.h"

namespace tablero {
namespace {

constexpr std::string_view kCommand = "import results";

// Where the results of La Leaderboard are.
constexpr std::string_view kOwnUrl = "https://huggingface.co/datasets/la-leaderboard/results";
constexpr std::size_t kMaxMap = 1u << 20;

constexpr std::string_view kHelp =
    "usage: tablero-data import results PATH... --snapshot NAME --licence ID [--date DATE] [--map "
    "FILE]\n"
    "                                   [--data DIR] [--title TEXT] [--url URL] [--other-board] "
    "[--dry-run]\n"
    "\n"
    "Reads evaluation results of lm-evaluation-harness (0.3, 0.4 and the form of La Leaderboard), "
    "lighteval,\n"
    "the Open LLM Leaderboard, EuroEval, MTEB and benchy, and request files, which tell facts "
    "about models.\n"
    "A folder stands for all its .json and .jsonl files, at any depth. A row is one evaluation of "
    "one model:\n"
    "another precision, revision, quantization, chat template or program gets a row of its own, "
    "and an\n"
    "adapter is not its base model. In a row the newest whole score of a task counts. Raw scores "
    "are kept,\n"
    "and normalised with the baselines of tasks.json. Incomplete runs are marked and enter no "
    "mean. Writes\n"
    "the table of scores, its entry in results.json, models.json, sources.json and manifest.json. "
    "A new\n"
    "snapshot of the own board that is not older than the one before is the one that opens from "
    "then on.\n"
    "Importing a snapshot again replaces it.\n"
    "\n"
    "  --snapshot NAME  its id, such as lb-2026-10\n"
    "  --licence ID     of the result files, such as Apache-2.0\n"
    "  --date DATE      2026-10-31 or 2026-10 (that of the newest file, where the files have one)\n"
    "  --map FILE       JSON that explains the files:\n"
    "                   {\"models\": {\"what a file says, or its folder\": \"org/name\", "
    "\"another\": \"\"},\n"
    "                    \"tasks\": {\"a task of the files\": \"copa_es\"}, \"ignore\": "
    "[\"precision\"]}\n"
    "                   models: \"\" leaves files out. ignore: what tells no rows apart: program, "
    "revision,\n"
    "                   precision, quantisation, chat_template\n"
    "  --data DIR       the data folder (the project's data/)\n"
    "  --title TEXT     shown in the list of snapshots (La Leaderboard and the date)\n"
    "  --url URL        where the files are (of the own board: the la-leaderboard/results data "
    "set)\n"
    "  --other-board    evaluations of somebody else with the same tasks\n"
    "  --dry-run        say what would be written and write nothing\n"
    "\n"
    "examples:\n"
    "  tablero-data import results results/ requests/ --snapshot lb-2026-10 --licence Apache-2.0\n"
    "  tablero-data import results run.json --snapshot prueba --licence MIT --other-board "
    "--dry-run\n"
    "\n"
    "exit status: 0 done, 1 the input is at fault, 2 wrong usage\n";

// The files of data/ that an import changes, in the order in which they are written: files that
// others refer to come first.
constexpr std::array<std::pair<const char*, std::string ResultFiles::*>, 4> kFiles = {{
    {"sources.json", &ResultFiles::sources},
    {"leaderboard/models.json", &ResultFiles::models},
    {"leaderboard/results.json", &ResultFiles::results},
    {"manifest.json", &ResultFiles::manifest},
}};

void print_list(const Console& console, std::string_view title,
                const std::vector<std::string>& list) {
  constexpr std::size_t kMost = 100;
  if (list.empty()) return;
  console.print_line(std::string(title) + ":");
  for (std::size_t i = 0; i < std::min(list.size(), kMost); ++i) console.print_line("  " + list[i]);
  if (list.size() > kMost) {
    console.print_line("  and " + std::to_string(list.size() - kMost) + " more");
  }
}

// Publishes into the folder in memory, checks the whole of it and writes.
int publish(const EvaluationInput& input, const SnapshotTable& table,
            const SnapshotOptions& options, DataFolder& folder, bool dry_run,
            const Console& console) {
  ResultFiles files;
  for (const auto& [path, member] : kFiles) {
    Result<std::string> text = folder.must_read(path);
    if (!text.ok()) return console.fail(text.fault());
    files.*member = std::move(text.value());
  }
  const Result<ResultsSummary> summary = publish_results(table, input.requests, options, files);
  if (!summary.ok()) return console.fail(summary.fault());
  for (auto& [path, text] : files.tables) folder.change(path, std::move(text));
  for (const auto& [path, member] : kFiles) folder.change(path, std::move(files.*member));
  if (!changes_pass(folder, console)) return kInputAtFault;

  const ResultsSummary& s = summary.value();
  console.print_line("Snapshot " + options.id + ": " + std::to_string(s.models) + " models (" +
                     std::to_string(s.new_models) + " new), " + std::to_string(s.tasks) + " tasks");
  console.print_line(s.opens);
  print_list(console, "Rows told apart", input.remarks);
  print_list(console, "Incomplete, without a mean where tasks are missing", table.partial_models);
  print_list(console, "Tasks not known to tasks.json, not read", table.unknown_tasks);
  print_list(console, "Scores left out", table.remarks);
  print_list(console, "Notes", s.remarks);
  print_list(console, "Files that are neither results nor requests", input.others);
  return write_changes(folder, dry_run, console);
}

Result<ResultsMap> open_map(const std::string& path) {
  if (path.empty()) return ResultsMap();
  const FetchResult file = read_file(path, kMaxMap);
  if (!file.ok) return Fault{path, "", "a file", file.error};
  return read_results_map(file.body, path);
}

// Fault: an option that is missing.
Result<SnapshotOptions, UsageFault> read_options(const CommandLine& line) {
  if (line.rest.empty()) return UsageFault{"a file or folder is missing"};
  if (!line.has("--snapshot")) return UsageFault{"--snapshot NAME is missing"};
  SnapshotOptions options;
  options.id = line.get("--snapshot");
  options.title = line.get("--title");
  options.date = line.get("--date");
  options.licence = line.get("--licence");
  options.own_board = !line.has("--other-board");
  options.url = line.get("--url", options.own_board ? kOwnUrl : std::string_view());
  return options;
}

}  // namespace

int run_import_results(const Arguments& arguments, const Console& console) {
  const Result<CommandLine, UsageFault> read =
      read_command_line(arguments, {{"--snapshot"},
                                    {"--data"},
                                    {"--title"},
                                    {"--date"},
                                    {"--url"},
                                    {"--licence"},
                                    {"--map"},
                                    {"--other-board", false},
                                    {"--dry-run", false}});
  if (!read.ok()) return wrong_usage(console, kCommand, read.fault());
  const CommandLine& line = read.value();
  if (line.help) {
    console.print(kHelp);
    return kDone;
  }
  const Result<SnapshotOptions, UsageFault> options = read_options(line);
  if (!options.ok()) return wrong_usage(console, kCommand, options.fault());
  const bool dry_run = line.has("--dry-run");

  DataFolder folder(line.get("--data"));
  const Result<void> opened = open_for_import(folder, dry_run);
  if (!opened.ok()) return console.fail(opened.fault());
  const Result<ResultsMap> map = open_map(line.get("--map"));
  if (!map.ok()) return console.fail(map.fault());
  const Result<std::string> tasks_text = folder.must_read("leaderboard/tasks.json");
  if (!tasks_text.ok()) return console.fail(tasks_text.fault());
  const Result<Tasks> tasks =
      load_tasks(tasks_text.value(), folder.name_of("leaderboard/tasks.json"));
  if (!tasks.ok()) return console.fail(tasks.fault());
  const Result<std::vector<std::string>> files = list_evaluation_files(line.rest);
  if (!files.ok()) return console.fail(files.fault());
  EvaluationInput input;
  if (!read_evaluation_files(files.value(), map.value(), input, console)) return kInputAtFault;
  const SnapshotTable table = make_snapshot_table(input.runs, tasks.value(), options.value().id);
  if (table.rows.empty()) {
    const std::vector<Fault> faults = faults_of_unknown(input);
    for (const Fault& fault : faults) console.fail(fault);
    if (!faults.empty()) return kInputAtFault;
  }
  if (!table.has_scores()) {
    for (const std::string& remark : table.remarks) console.remark_line(remark);
  }
  return publish(input, table, options.value(), folder, dry_run, console);
}

}  // namespace tablero
