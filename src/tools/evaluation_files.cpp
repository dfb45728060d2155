#include "tools/evaluation_files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "data/json_value.h"
#include "platform/native/disk.h"
#include "tools/progress.h"

namespace tablero {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFaults = 50;  // of one kind

constexpr std::string_view kForms =
    "results of lm-evaluation-harness, lighteval, EuroEval, MTEB or benchy, or a request";

bool is_evaluation_name(const fs::path& path) {
  const std::string name = path.filename().native();
  return path.extension() == ".json" ||
         (path.extension() == ".jsonl" && name.rfind("samples_", 0) != 0);
}

std::size_t size_of_all(const std::vector<std::string>& files) {
  std::size_t sum = 0;
  for (const std::string& file : files) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (!error) sum += static_cast<std::size_t>(size);
  }
  return sum;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

class Reader {
 public:
  Reader(EvaluationInput& input, const Console& console) : input_(input), console_(console) {}

  bool read_all(const std::vector<std::string>& files) {
    Progress progress(console_, "reading", size_of_all(files));
    std::size_t bytes = 0;
    bool good = true;
    for (const std::string& path : files) {
      FetchResult file = read_file(path, kMaxJsonBytes);
      if (!file.ok) {
        console_.fail({path, "", "a file that can be read", file.error});
        good = false;
        continue;
      }
      bytes += file.body.size();
      Result<EvaluationFile> read = read_evaluation_file(std::move(file.body), path);
      if (!read.ok()) console_.fail(read.fault());
      good = good && read.ok();
      if (read.ok()) take(path, std::move(read.value()));
      progress.update(bytes);
    }
    return good;
  }

  // MTEB has the name of the model in a file beside its results.
  void take_names_beside() {
    for (EvaluationRun& run : input_.runs) {
      const auto at = names_.find(folder_of(run.file));
      if (run.stated.empty() && run.settings.program == "mteb" && at != names_.end())
        run.stated = at->second;
    }
  }

 private:
  void take(const std::string& path, EvaluationFile file) {
    switch (file.kind) {
      case EvaluationFile::Kind::kResults:
        for (EvaluationRun& run : file.runs) input_.runs.push_back(std::move(run));
        break;
      case EvaluationFile::Kind::kRequest:
        input_.requests.push_back(std::move(file.request));
        break;
      case EvaluationFile::Kind::kModelName:
        names_[folder_of(path)] = file.model;
        break;
      case EvaluationFile::Kind::kOther:
        input_.others.push_back(path);
        break;
    }
  }

  EvaluationInput& input_;
  const Console& console_;
  std::map<std::string, std::string> names_;  // by folder
};

// "other tasks: a, b and 3 more".
std::string tasks_in(const EvaluationRun& run) {
  constexpr std::size_t kMost = 3;
  if (run.tasks.empty()) return "no task";
  std::string list;
  for (std::size_t i = 0; i < std::min(run.tasks.size(), kMost); ++i)
    list += (i > 0 ? ", " : "") + run.tasks[i].id;
  const std::size_t more = run.tasks.size() - std::min(run.tasks.size(), kMost);
  return list + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

}  // namespace

Result<std::vector<std::string>> list_evaluation_files(const std::vector<std::string_view>& paths) {
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
      if (!hidden && is_evaluation_name(at->path()) && at->is_regular_file(error))
        files.push_back(at->path());
    }
    if (error) return Fault{std::string(path), "", "a folder that can be read", error.message()};
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

bool read_evaluation_files(const std::vector<std::string>& files, const ResultsMap& map,
                           EvaluationInput& input, const Console& console) {
  Reader reader(input, console);
  if (!reader.read_all(files)) return false;
  reader.take_names_beside();
  const std::vector<Fault> unnamed = name_rows(input.runs, map, input.remarks);
  for (std::size_t i = 0; i < std::min(unnamed.size(), kMostFaults); ++i) console.fail(unnamed[i]);
  if (unnamed.size() > kMostFaults)
    console.remark_line("and " + std::to_string(unnamed.size() - kMostFaults) + " more");
  return unnamed.empty();
}

std::vector<Fault> faults_of_unknown(const EvaluationInput& input) {
  std::vector<Fault> faults;
  for (const EvaluationRun& run : input.runs) {
    if (faults.size() == kMostFaults) return faults;
    faults.push_back({run.file, "", "a score of a task of tasks.json (see \"tasks\" of --map)",
                      run.format + " with " + tasks_in(run)});
  }
  for (const std::string& path : input.others) {
    if (faults.size() == kMostFaults) return faults;
    faults.push_back({path, "", std::string(kForms), "JSON of another form"});
  }
  return faults;
}

}  // namespace tablero
