#include <algorithm>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "data/figure.h"
#include "import/evaluation_json.h"
#include "import/model_names.h"

namespace tablero {
namespace {

using Kind = JsonValue::Kind;
constexpr std::string_view kStderr = "_stderr";

// The arguments of the model, "pretrained=org/model,dtype=bfloat16" or an object of them.
class ModelArguments {
 public:
  explicit ModelArguments(const JsonValue* said) {
    if (said == nullptr) return;
    stated_ = said->kind == Kind::kObject || said->kind == Kind::kString;
    if (said->kind == Kind::kObject) object_ = said;
    text_ = text_of(said);
  }

  bool stated() const { return stated_; }

  std::string get(std::string_view key) const {
    if (object_ != nullptr) {
      const JsonValue* v = object_->find(key);
      if (v != nullptr && v->kind == Kind::kBoolean) return v->boolean ? "True" : "False";
      return text_of(v);
    }
    for (const std::string_view part : split(text_, ',')) {
      const std::size_t equals = part.find('=');
      if (equals != std::string_view::npos && trim(part.substr(0, equals)) == key)
        return std::string(trim(part.substr(equals + 1)));
    }
    return {};
  }

  bool flag(std::string_view key) const { return fold(get(key)) == "true"; }

 private:
  bool stated_ = false;
  const JsonValue* object_ = nullptr;
  std::string text_;
};

// A name on the Hub wherever the file has one; otherwise the model that was loaded, as it was
// given.
std::string model_of(const JsonValue& root, const ModelArguments& arguments) {
  const JsonValue* config = root.find("config");
  const std::string loaded = arguments.get("pretrained"), served = arguments.get("model");
  const std::string name = text_of(root.find("model_name")),
                    short_form = text_of(member(config, "model_name"));
  for (const std::string& said : {loaded, served, short_form, name}) {
    if (is_hub_name(said)) return said;
  }
  for (const std::string& said : {loaded, served, short_form, name}) {
    if (!said.empty()) return said;
  }
  return {};
}

std::string quantisation_of(const ModelArguments& arguments) {
  if (arguments.flag("load_in_4bit")) return "4bit";
  if (arguments.flag("load_in_8bit")) return "8bit";
  for (const char* key : {"quantization", "quantize"}) {
    if (std::string said = fold(arguments.get(key)); !said.empty() && said != "none") return said;
  }
  for (const auto& [key, word] : {std::pair("autogptq", "gptq"), std::pair("gptqmodel", "gptq"),
                                  std::pair("gguf_file", "gguf")}) {
    const std::string said = fold(arguments.get(key));
    if (!said.empty() && said != "false" && said != "none") return word;
  }
  return arguments.stated() ? "none" : "";
}

// A file of the harness itself says when it used a chat template, and could not before it had them
// (0.4.3).
std::string template_of(const JsonValue& root, const ModelArguments& arguments) {
  if (std::string digest = text_of(root.find("chat_template_sha")); !digest.empty()) return digest;
  const JsonValue* text = root.find("chat_template");
  if (!text_of(text).empty()) return "stated";
  const bool said = text != nullptr || root.find("chat_template_sha") != nullptr;
  return said || arguments.stated() ? "none" : "";
}

EvaluationSettings settings_of(const JsonValue& root, const ModelArguments& arguments) {
  EvaluationSettings s;
  const JsonValue* config = root.find("config");
  for (const std::string& said :
       {arguments.get("revision"), text_of(member(config, "model_revision")),
        arguments.stated() ? std::string("main") : std::string(),
        text_of(member(config, "model_sha"))}) {
    if (s.revision.empty()) s.revision = said;
  }
  s.precision = precision_word(text_of(member(config, "model_dtype")));
  if (s.precision.empty()) s.precision = precision_word(arguments.get("dtype"));
  s.quantisation = quantisation_of(arguments);
  s.template_id = template_of(root, arguments);
  return s;
}

bool is_error_key(std::string_view name) {
  return name.size() > kStderr.size() && name.substr(name.size() - kStderr.size()) == kStderr;
}

// "acc,none" as in 0.4, or "acc" as in 0.3.
void read_metrics(const JsonValue& scores, EvaluatedTask& task) {
  for (const auto& [key, value] : scores.members()) {
    const std::size_t comma = key.rfind(',');
    const bool filtered = comma != std::string::npos;
    const std::string name = key.substr(0, comma), filter = filtered ? key.substr(comma + 1) : "";
    if (name.empty() || is_error_key(name)) continue;
    // Without a filter there are other words as well: "alias", "n-shot".
    if (!filtered && value.kind != Kind::kNumber && value.kind != Kind::kInteger &&
        value.kind != Kind::kNull)
      continue;
    if (name == "n-shot" || name == "samples" || name == "sample_len") continue;
    std::string error_key = name;
    error_key += kStderr;
    if (filtered) error_key += "," + filter;
    task.metrics.push_back(
        {name, filtered ? filter : "none", number_of(&value), number_of(scores.find(error_key))});
  }
}

EvaluatedTask read_task(const JsonValue& root, const std::string& id, const JsonValue& scores) {
  EvaluatedTask task;
  task.id = id;
  read_metrics(scores, task);
  const JsonValue* shots = scores.find("n-shot");
  if (shots == nullptr) shots = member(root.find("n-shot"), id);
  if (shots == nullptr) shots = member(member(root.find("configs"), id), "num_fewshot");
  if (shots == nullptr) shots = member(root.find("config"), "num_fewshot");
  task.shots = whole_number_of(shots, -1);
  const JsonValue* samples = member(root.find("n-samples"), id);
  task.n = whole_number_of(member(samples, "effective"), 0);
  task.n_whole = whole_number_of(member(samples, "original"), 0);
  return task;
}

std::string format_of(const JsonValue& results) {
  bool filters = false, board = !results.members().empty();
  for (const auto& [id, scores] : results.members()) {
    board = board && id.rfind("leaderboard", 0) == 0;
    for (const auto& [key, value] : scores.members())
      filters = filters || key.find(',') != std::string::npos;
  }
  if (board) return "the Open LLM Leaderboard, version 2";
  return filters ? "lm-evaluation-harness 0.4" : "lm-evaluation-harness 0.3";
}

}  // namespace

bool read_harness(const JsonValue& root, std::string_view path, EvaluationFile& file) {
  const JsonValue* results = root.find("results");
  if (!is_object(results)) return false;
  EvaluationRun run;
  run.file = path;
  run.format = format_of(*results);
  const JsonValue* config = root.find("config");
  const ModelArguments arguments(member(config, "model_args"));
  run.stated = model_of(root, arguments);
  run.adapter = arguments.get("peft");
  if (run.adapter.empty()) run.adapter = arguments.get("lora_local_path");
  if (run.adapter.empty()) run.adapter = arguments.get("delta");
  run.settings = settings_of(root, arguments);
  run.limited = is_limit(member(config, "limit"));
  const double date = number_of(root.find("date"));
  run.time = date > 0 && date < 1e11 ? static_cast<std::int64_t>(date) : time_in_name(path);
  for (const auto& [id, scores] : results->members()) {
    // "time" and the like are numbers.
    if (scores.kind == Kind::kObject) run.tasks.push_back(read_task(root, id, scores));
  }
  if (const JsonValue* groups = root.find("group_subtasks"); groups != nullptr) {
    for (const auto& [group, parts] : groups->members()) {
      for (const JsonValue& part : parts.items()) run.parent_of.emplace(text_of(&part), group);
    }
  }
  file.runs.push_back(std::move(run));
  return true;
}

}  // namespace tablero
