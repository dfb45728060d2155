// The forms of programs other than lm-evaluation-harness. Metrics get the harness's names and unit
// (0 to 1).
#include <array>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "data/figure.h"
#include "import/evaluation_json.h"

namespace tablero {
namespace {

using Kind = JsonValue::Kind;

// What other programs call the harness's metrics.
std::string metric_word(std::string_view said) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kWords = {
      {{"accuracy", "acc"},
       {"loglikelihood_acc", "acc"},
       {"em", "exact_match"},
       {"qem", "exact_match"},
       {"matthews_correlation", "mcc"}}};
  for (const auto& [theirs, ours] : kWords) {
    if (said == theirs) return std::string(ours);
  }
  return std::string(said);
}

void add_metric(EvaluatedTask& task, std::string_view name, double value, double error) {
  task.metrics.push_back({metric_word(name), "none", value, error});
}

// Every number of `scores` but its errors, which are called `error_ending`, each times `unit`.
void add_metrics(EvaluatedTask& task, const JsonValue& scores, std::string_view beginning,
                 std::string_view error_ending, double unit) {
  for (const auto& [key, value] : scores.members()) {
    const std::string_view name = key;
    if (name.substr(0, beginning.size()) != beginning || name.size() <= beginning.size()) continue;
    if (name.size() > error_ending.size() &&
        name.substr(name.size() - error_ending.size()) == error_ending)
      continue;
    const bool number =
        value.kind == Kind::kNumber || value.kind == Kind::kInteger || value.kind == Kind::kNull;
    if (!number) continue;
    const double error = number_of(scores.find(key + std::string(error_ending)));
    add_metric(task, name.substr(beginning.size()), number_of(&value) * unit, error * unit);
  }
}

std::string without_scheme(std::string task) {
  for (char& c : task) {
    if (c == ':' || c == '-') c = '_';
  }
  return task;
}

// "suite|task|shots", "task|shots", or with one more number behind (whether prompts may be cut).
struct LightevalKey {
  std::string suite, task, shots;
};

LightevalKey lighteval_key(std::string_view key) {
  const auto parts = split(key, '|');
  std::size_t end = parts.size();
  std::size_t numbers = 0;
  while (end > 1 && parse_integer(parts[end - 1])) --end, ++numbers;
  LightevalKey k;
  if (numbers > 0) k.shots = parts[end];
  k.task = parts[end - 1];
  if (end > 1) k.suite = parts[end - 2];
  return k;
}

bool is_lighteval(const JsonValue& root) {
  const JsonValue* results = root.find("results");
  if (!is_object(results)) return false;
  if (is_object(root.find("config_general"))) return true;
  for (const auto& [key, scores] : results->members()) {
    if (key.find('|') != std::string::npos) return true;
  }
  return false;
}

// The sizes of a task are under its name without the number of shots.
const JsonValue* lighteval_config(const JsonValue& root, const LightevalKey& key) {
  const JsonValue* tasks = root.find("config_tasks");
  for (const std::string& name :
       {key.suite + "|" + key.task, key.suite + "|" + key.task + "|" + key.shots,
        key.task + "|" + key.shots, key.task}) {
    if (const JsonValue* found = member(tasks, name); is_object(found)) return found;
  }
  return nullptr;
}

std::string first_text(std::initializer_list<const JsonValue*> values) {
  for (const JsonValue* v : values) {
    if (std::string text = text_of(v); !text.empty()) return text;
  }
  return {};
}

}  // namespace

bool read_lighteval(const JsonValue& root, std::string_view path, EvaluationFile& file) {
  if (!is_lighteval(root)) return false;
  const JsonValue* general = root.find("config_general");
  const JsonValue* model = member(general, "model_config");
  EvaluationRun run;
  run.file = path;
  run.format = "lighteval";
  run.settings.program = "lighteval";
  run.stated = first_text({member(general, "model_name"), member(model, "model_name")});
  run.settings.revision =
      first_text({member(model, "revision"), member(general, "model_revision")});
  run.settings.precision =
      precision_word(first_text({member(general, "model_dtype"), member(model, "dtype")}));
  run.limited = is_limit(member(general, "max_samples"));
  run.time = time_in_name(path);
  for (const auto& [name, scores] : root.find("results")->members()) {
    if (name == "all" || scores.kind != Kind::kObject) continue;
    const LightevalKey key = lighteval_key(name);
    // The first version of the board ran lm-evaluation-harness and called its suite so.
    if (key.suite == "harness") {
      run.format = "the Open LLM Leaderboard, version 1";
      run.settings.program.clear();
    }
    EvaluatedTask task;
    task.id = key.task;
    task.shots = static_cast<int>(parse_integer(key.shots).value_or(-1));
    const JsonValue* config = lighteval_config(root, key);
    task.n = whole_number_of(member(config, "effective_num_docs"), 0);
    task.n_whole = whole_number_of(member(config, "original_num_docs"), 0);
    add_metrics(task, scores, "", "_stderr", 1);
    run.tasks.push_back(std::move(task));
  }
  file.runs.push_back(std::move(run));
  return true;
}

// A record of euroeval_benchmark_results.jsonl: one data set of one model ("org/name@revision"),
// in percent. Ten samples of the test set give mean and error.
bool read_euroeval(const JsonValue& record, std::string_view path, EvaluationFile& file) {
  const JsonValue* total = member(record.find("results"), "total");
  const std::string data_set = text_of(record.find("dataset"));
  if (data_set.empty() || !is_object(total)) return false;
  EvaluationRun run;
  run.file = path;
  run.format = "EuroEval";
  run.settings.program = "euroeval";
  run.stated = text_of(record.find("model"));
  if (const std::size_t at = run.stated.find('@'); at != std::string::npos) {
    run.settings.revision = run.stated.substr(at + 1);
    run.stated.resize(at);
  }
  const JsonValue* validation = record.find("validation_split");
  // Not the test set.
  run.limited = validation != nullptr && validation->boolean;
  run.time = time_in_name(path);
  EvaluatedTask task;
  task.id = without_scheme(data_set);
  const JsonValue* few = record.find("few_shot");
  if (few != nullptr && few->kind == Kind::kBoolean && !few->boolean) task.shots = 0;
  add_metrics(task, *total, "test_", "_se", 0.01);
  run.tasks.push_back(std::move(task));
  file.runs.push_back(std::move(run));
  return true;
}

// A file per task; the name of the model is in model_meta.json beside it.
bool read_mteb(const JsonValue& root, std::string_view path, EvaluationFile& file) {
  const std::string task_name =
      first_text({root.find("task_name"), root.find("mteb_dataset_name")});
  const JsonValue* test = member(root.find("scores"), "test");
  if (test == nullptr) test = root.find("test");
  if (task_name.empty() || root.find("mteb_version") == nullptr) return false;
  EvaluationRun run;
  run.file = path;
  run.format = "MTEB";
  run.settings.program = "mteb";
  run.time = time_in_name(path);
  const auto add = [&](const JsonValue& scores) {
    EvaluatedTask task;
    const std::string subset = text_of(scores.find("hf_subset"));
    task.id = subset.empty() || subset == "default" ? task_name : task_name + "/" + subset;
    add_metrics(task, scores, "", "_stderr", 1);
    run.tasks.push_back(std::move(task));
  };
  if (is_object(test)) add(*test);
  if (test != nullptr) {
    for (const JsonValue& subset : test->items()) add(subset);
  }
  file.runs.push_back(std::move(run));
  return true;
}

// model_summary.json of LatamBoard's program: scores of tasks, by category in newer versions.
bool read_benchy(const JsonValue& root, std::string_view path, EvaluationFile& file) {
  const JsonValue* categories = root.find("categories");
  if (root.find("task_scores") == nullptr && !is_object(categories)) return false;
  EvaluationRun run;
  run.file = path;
  run.format = "benchy (LatamBoard)";
  run.settings.program = "benchy";
  run.stated = text_of(root.find("full_model_name"));
  const std::string publisher = text_of(root.find("publisher")),
                    name = text_of(root.find("model_name"));
  if (run.stated.empty()) run.stated = publisher.empty() ? name : publisher + "/" + name;
  if (run.stated == "unknown") run.stated.clear();
  run.time = time_in_name(path);
  const auto add_all = [&](const JsonValue* scores) {
    if (!is_object(scores)) return;
    for (const auto& [id, score] : scores->members()) {
      EvaluatedTask task;
      task.id = id;
      add_metric(task, text_of(score.find("metric")), number_of(score.find("score")),
                 number_of(score.find("stderr")));
      run.tasks.push_back(std::move(task));
    }
  };
  add_all(root.find("task_scores"));
  if (categories != nullptr) {
    for (const auto& [category, content] : categories->members())
      add_all(content.find("task_scores"));
  }
  file.runs.push_back(std::move(run));
  return true;
}

}  // namespace tablero
