#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "data/json_value.h"
#include "import/publish_results.h"
#include "platform/native/disk.h"
#include "tools/command_line.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/finish_import.h"
#include "tools/progress.h"

namespace tablero {
namespace {

constexpr std::string_view kCommand = "import results";

constexpr std::string_view kHelp =
    "usage: tablero-data import results PATH... --snapshot NAME [--data DIR] [--title TEXT] "
    "[--date DATE]\n"
    "                                   [--url URL] [--licence ID] [--other-board] [--dry-run]\n"
    "\n"
    "Reads result files of lm-evaluation-harness (its own form and that of La Leaderboard) and "
    "request files,\n"
    "which tell facts about models. A folder stands for all its .json files, at any depth. Files "
    "of one model\n"
    "are merged task by task, the newest first. Raw scores are kept, and normalised with the "
    "baselines of\n"
    "tasks.json. Incomplete runs are marked and enter no mean. Writes "
    "leaderboard/results/NAME.json, its entry\n"
    "in results.json, models.json, sources.json and manifest.json: the program shows the snapshot "
    "at once.\n"
    "Importing a snapshot again replaces it.\n"
    "\n"
    "  --snapshot NAME  its id, such as lb-2026-10\n"
    "  --data DIR       the data folder (the project's data/)\n"
    "  --title TEXT     shown in the list of snapshots (La Leaderboard and the date)\n"
    "  --date DATE      2026-10-31 or 2026-10 (that of the newest file)\n"
    "  --url URL        where the files are (the la-leaderboard/results data set on the Hub)\n"
    "  --licence ID     of the files (Apache-2.0)\n"
    "  --other-board    evaluations of somebody else with the same tasks\n"
    "  --dry-run        say what would be written and write nothing\n"
    "\n"
    "examples:\n"
    "  tablero-data import results results/ requests/ --snapshot lb-2026-10\n"
    "  tablero-data import results run.json --snapshot prueba --other-board --dry-run\n"
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

struct Input {
  std::vector<HarnessRun> runs;
  std::vector<HarnessRequest> requests;
  std::vector<std::string> others;  // JSON files that are neither
};

// All .json files below the paths, sorted, each once.
Result<std::vector<std::string>> list_files(const std::vector<std::string_view>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const std::string_view path : paths) {
    std::error_code error;
    if (!fs::exists(path, error))
      return Fault{std::string(path), "", "a file or folder", "nothing"};
    if (!fs::is_directory(path, error)) {
      files.emplace_back(path);
      continue;
    }
    fs::recursive_directory_iterator at(path, error), end;
    for (; !error && at != end; at.increment(error)) {
      const bool hidden = at->path().filename().native().front() == '.';
      if (hidden && at->is_directory(error)) at.disable_recursion_pending();
      if (!hidden && at->path().extension() == ".json" && at->is_regular_file(error))
        files.push_back(at->path());
    }
    if (error) return Fault{std::string(path), "", "a folder that can be read", error.message()};
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

// Reads every file and prints all faults.
bool read_files(const std::vector<std::string>& files, Input& input, const Console& console) {
  Progress progress(console, "reading", 0);
  std::size_t bytes = 0;
  bool good = true;
  for (const std::string& path : files) {
    FetchResult file = read_file(path, kMaxJsonBytes);
    if (!file.ok) {
      console.fail({path, "", "a file that can be read", file.error});
      good = false;
      continue;
    }
    bytes += file.body.size();
    progress.update(bytes);
    Result<HarnessFile> read = read_harness_file(std::move(file.body), path);
    if (!read.ok()) {
      console.fail(read.fault());
      good = false;
    } else if (read.value().kind == HarnessFile::Kind::kResults) {
      input.runs.push_back(std::move(read.value().run));
    } else if (read.value().kind == HarnessFile::Kind::kRequest) {
      input.requests.push_back(std::move(read.value().request));
    } else {
      input.others.push_back(path);
    }
  }
  return good;
}

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
int publish(const Input& input, const SnapshotTable& table, const SnapshotOptions& options,
            DataFolder& folder, bool dry_run, const Console& console) {
  ResultFiles files;
  for (const auto& [path, member] : kFiles) {
    Result<std::string> text = folder.must_read(path);
    if (!text.ok()) return console.fail(text.fault());
    files.*member = std::move(text.value());
  }
  const Result<ResultsSummary> summary =
      publish_results(table, input.requests, input.runs, options, files);
  if (!summary.ok()) return console.fail(summary.fault());
  folder.change("leaderboard/results/" + options.id + ".json", std::move(files.table));
  for (const auto& [path, member] : kFiles) folder.change(path, std::move(files.*member));
  if (!changes_pass(folder, console)) return kInputAtFault;

  const ResultsSummary& s = summary.value();
  console.print_line("Snapshot " + options.id + ": " + std::to_string(s.models) + " models (" +
                     std::to_string(s.new_models) + " new), " + std::to_string(s.tasks) + " tasks");
  print_list(console, "Incomplete, without a mean where tasks are missing", table.partial_models);
  print_list(console, "Tasks not known to tasks.json, not read", table.unknown_tasks);
  print_list(console, "Scores left out", table.remarks);
  print_list(console, "Notes", s.remarks);
  print_list(console, "Files that are neither results nor requests", input.others);
  return write_changes(folder, dry_run, console);
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
                                    {"--other-board", false},
                                    {"--dry-run", false}});
  if (!read.ok()) return wrong_usage(console, kCommand, read.fault());
  const CommandLine& line = read.value();
  if (line.help) {
    console.print(kHelp);
    return kDone;
  }
  if (line.rest.empty()) return wrong_usage(console, kCommand, {"a file or folder is missing"});
  if (!line.has("--snapshot"))
    return wrong_usage(console, kCommand, {"--snapshot NAME is missing"});
  SnapshotOptions options;
  options.id = line.get("--snapshot");
  options.title = line.get("--title");
  options.date = line.get("--date");
  options.url = line.get("--url", options.url);
  options.licence = line.get("--licence", options.licence);
  options.own_board = !line.has("--other-board");

  DataFolder folder(line.get("--data"));
  const Result<void> opened = open_for_import(folder, line.has("--dry-run"));
  if (!opened.ok()) return console.fail(opened.fault());
  const Result<std::string> tasks_text = folder.must_read("leaderboard/tasks.json");
  if (!tasks_text.ok()) return console.fail(tasks_text.fault());
  const Result<Tasks> tasks =
      load_tasks(tasks_text.value(), folder.name_of("leaderboard/tasks.json"));
  if (!tasks.ok()) return console.fail(tasks.fault());
  const Result<std::vector<std::string>> files = list_files(line.rest);
  if (!files.ok()) return console.fail(files.fault());
  Input input;
  if (!read_files(files.value(), input, console)) return kInputAtFault;
  const SnapshotTable table = make_snapshot_table(input.runs, tasks.value(), options.id);
  return publish(input, table, options, folder, line.has("--dry-run"), console);
}

}  // namespace tablero
