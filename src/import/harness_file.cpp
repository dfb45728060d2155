#include "import/harness_file.h"

#include <algorithm>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "data/date.h"
#include "data/figure.h"
#include "data/json_value.h"

namespace tablero {
namespace {

using Kind = JsonValue::Kind;
constexpr std::string_view kStderr = "_stderr";

bool is_word_character(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

// Python's json module writes NaN, Infinity and -Infinity, which are not JSON
// (https://docs.python.org/3/library/json.html#infinite-and-nan-number-values): they are replaced
// by null in place.
void replace_python_numbers(std::string& text) {
  std::string out;
  bool quoted = false;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
      continue;
    }
    if (c == '"') quoted = true;
    for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
      if (text.compare(i, word.size(), word) != 0) continue;
      if (i > 0 && is_word_character(text[i - 1])) continue;
      out.append(text, copied, i - copied);
      out += "null";
      copied = i + word.size();
      i = copied - 1;
      break;
    }
  }
  if (copied == 0) return;
  out.append(text, copied, std::string::npos);
  text = std::move(out);
}

std::string text_of(const JsonValue* v) {
  return v != nullptr && v->kind == Kind::kString ? std::string(trim(v->text)) : std::string();
}

// A number, or a string that contains one (as for sas_encoder).
double number_of(const JsonValue* v) {
  if (v == nullptr) return kNaN;
  if (v->kind == Kind::kNumber || v->kind == Kind::kInteger) return v->number;
  if (v->kind == Kind::kString) return parse_number(trim(v->text)).value_or(kNaN);
  return kNaN;
}

int whole_number_of(const JsonValue* v, int otherwise) {
  const double d = number_of(v);
  return d >= 0 && d <= 1e9 ? static_cast<int>(d) : otherwise;
}

const JsonValue* member(const JsonValue* object, std::string_view key) {
  return object == nullptr ? nullptr : object->find(key);
}

// "pretrained=org/model,dtype=bfloat16" -> "org/model".
std::string model_in_arguments(const JsonValue* arguments) {
  if (arguments == nullptr) return {};
  if (arguments->kind == Kind::kObject) return text_of(arguments->find("pretrained"));
  const std::string text = text_of(arguments);
  for (const std::string_view part : split(text, ',')) {
    const std::string_view key = "pretrained=";
    if (part.substr(0, key.size()) == key) return std::string(trim(part.substr(key.size())));
  }
  return {};
}

bool is_model_name(std::string_view s) {
  const auto fine = [](char c) { return is_word_character(c) || c == '-' || c == '.' || c == '/'; };
  return std::count(s.begin(), s.end(), '/') == 1 && s.front() != '/' && s.back() != '/' &&
         s.size() <= 120 && std::all_of(s.begin(), s.end(), fine);
}

// The last two folders of a path.
std::string model_in_path(std::string_view path) {
  auto parts = split(path, '/');
  if (parts.size() < 3) return {};
  return std::string(parts[parts.size() - 3]) + "/" + std::string(parts[parts.size() - 2]);
}

std::string model_of(const JsonValue& root, std::string_view path) {
  const JsonValue* config = root.find("config");
  const std::string candidates[] = {
      text_of(member(config, "model_name")), text_of(root.find("model_name")),
      model_in_arguments(member(config, "model_args")), model_in_path(path)};
  for (const std::string& name : candidates) {
    if (is_model_name(name)) return name;
  }
  return {};
}

bool is_limited(const JsonValue* limit) {
  if (limit == nullptr || limit->kind == Kind::kNull) return false;
  const double d = number_of(limit);
  return d == d && d > 0;
}

void read_metrics(const JsonValue& scores, HarnessTask& task) {
  for (const auto& [key, value] : scores.members()) {
    const std::size_t comma = key.rfind(',');
    if (comma == std::string::npos || comma == 0) continue;
    const std::string name = key.substr(0, comma), filter = key.substr(comma + 1);
    if (name.size() > kStderr.size() &&
        name.compare(name.size() - kStderr.size(), kStderr.size(), kStderr) == 0) {
      continue;
    }
    std::string error_key = name;
    error_key += kStderr;
    error_key += ',';
    error_key += filter;
    const JsonValue* error = scores.find(error_key);
    task.metrics.push_back({name, filter, number_of(&value), number_of(error)});
  }
}

HarnessTask read_task(const JsonValue& root, const std::string& id, const JsonValue& scores) {
  HarnessTask task;
  task.id = id;
  read_metrics(scores, task);
  const JsonValue* shots = scores.find("n-shot");
  if (shots == nullptr) shots = member(root.find("n-shot"), id);
  if (shots == nullptr) shots = member(root.find("config"), "num_fewshot");
  task.shots = whole_number_of(shots, -1);
  const JsonValue* samples = member(root.find("n-samples"), id);
  task.n = whole_number_of(member(samples, "effective"), 0);
  task.n_whole = whole_number_of(member(samples, "original"), 0);
  return task;
}

Result<HarnessFile> read_results(const JsonValue& root, std::string_view path) {
  HarnessFile file;
  file.kind = HarnessFile::Kind::kResults;
  HarnessRun& run = file.run;
  run.file = path;
  run.model = model_of(root, path);
  if (run.model.empty())
    return Fault{std::string(path), "/config/model_name", "the name of a model (org/name)", "none"};
  const JsonValue* config = root.find("config");
  run.precision = text_of(member(config, "model_dtype"));
  if (run.precision.rfind("torch.", 0) == 0) run.precision.erase(0, 6);
  run.limited = is_limited(member(config, "limit"));
  const double date = number_of(root.find("date"));
  run.time = date > 0 && date < 1e11 ? static_cast<std::int64_t>(date) : time_in_name(path);
  for (const auto& [id, scores] : root.find("results")->members()) {
    // "time" and the like are numbers.
    if (scores.kind == Kind::kObject) run.tasks.push_back(read_task(root, id, scores));
  }
  if (const JsonValue* groups = root.find("group_subtasks"); groups != nullptr) {
    for (const auto& [group, parts] : groups->members()) {
      for (const JsonValue& part : parts.items()) run.parent_of.emplace(text_of(&part), group);
    }
  }
  return file;
}

// The board writes a symbol before the words ("⭕ : instruction-tuned").
std::string model_type(const std::string& said) {
  const std::string s = fold(said);
  const auto has = [&](std::string_view word) { return s.find(word) != std::string::npos; };
  if (has("reasoning")) return "reasoning";
  if (has("instruction") || has("fine-tuned") || has("finetuned") || has("chat") ||
      has("rl-tuned")) {
    return "instruction-tuned";
  }
  return has("pretrained") || has("pre-trained") ? "pretrained" : "";
}

HarnessFile read_request(const JsonValue& root) {
  HarnessFile file;
  file.kind = HarnessFile::Kind::kRequest;
  HarnessRequest& r = file.request;
  r.model = text_of(root.find("model"));
  r.precision = text_of(root.find("precision"));
  r.architecture = text_of(root.find("architecture"));
  r.licence = text_of(root.find("license"));
  r.type = model_type(text_of(root.find("model_type")));
  const double params = number_of(root.find("params"));
  r.params_b = params > 0 ? params : 0;
  r.submitted = text_of(root.find("submitted_time"));
  return file;
}

}  // namespace

std::int64_t time_in_name(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  for (std::size_t start = 0; start < name.size(); ++start) {
    if (start > 0 && is_digit(name[start - 1])) continue;
    // Digits of year, month, day, hour, minute, second; up to one separator between parts.
    constexpr std::size_t kParts[] = {4, 2, 2, 2, 2, 2};
    std::int64_t value[6];
    std::size_t at = start, part = 0;
    for (; part < 6; ++part) {
      if (part > 0 && at < name.size() &&
          std::string_view("-_T:").find(name[at]) != std::string_view::npos)
        ++at;
      const auto digits = parse_integer(name.substr(std::min(at, name.size()), kParts[part]));
      if (at + kParts[part] > name.size() || !digits || *digits < 0) break;
      value[part] = *digits;
      at += kParts[part];
    }
    if (part < 6 || value[0] <= 2000 || value[0] >= 2100) continue;
    const std::optional<Date> day =
        date_of(static_cast<int>(value[0]), static_cast<int>(value[1]), static_cast<int>(value[2]));
    if (!day) continue;
    return days_from_epoch(*day) * 86400 + value[3] * 3600 + value[4] * 60 + value[5];
  }
  return 0;
}

Result<HarnessFile> read_harness_file(std::string bytes, std::string_view path) {
  replace_python_numbers(bytes);
  const Result<JsonValue> parsed = parse_json(bytes, path);
  if (!parsed.ok()) return parsed.fault();
  const JsonValue& root = parsed.value();
  const JsonValue* results = root.find("results");
  if (results != nullptr && results->kind == Kind::kObject) return read_results(root, path);
  const bool request = root.find("model") != nullptr && root.find("precision") != nullptr;
  if (request && is_model_name(text_of(root.find("model")))) return read_request(root);
  return HarnessFile();
}

}  // namespace tablero
