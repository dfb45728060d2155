#include "import/evaluation_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "data/date.h"
#include "data/figure.h"
#include "import/evaluation_json.h"

namespace tablero {
namespace {

using Kind = JsonValue::Kind;

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

EvaluationRequest read_request(const JsonValue& root) {
  EvaluationRequest r;
  r.model = text_of(root.find("model"));
  r.precision = text_of(root.find("precision"));
  r.architecture = text_of(root.find("architecture"));
  r.licence = text_of(root.find("license"));
  r.type = model_type(text_of(root.find("model_type")));
  const double params = number_of(root.find("params"));
  r.params_b = params > 0 ? params : 0;
  r.submitted = text_of(root.find("submitted_time"));
  return r;
}

bool is_request(const JsonValue& root) {
  return text_of(root.find("model")).find('/') != std::string::npos &&
         root.find("precision") != nullptr && root.find("results") == nullptr;
}

// model_meta.json of MTEB.
bool is_model_name_file(const JsonValue& root) {
  return !text_of(root.find("name")).empty() && root.find("revision") != nullptr &&
         root.find("n_parameters") != nullptr;
}

EvaluationFile read_document(const JsonValue& root, std::string_view path) {
  EvaluationFile file;
  for (const auto read : {read_euroeval, read_mteb, read_benchy, read_lighteval, read_harness}) {
    if (!read(root, path, file)) continue;
    file.kind = EvaluationFile::Kind::kResults;
    return file;
  }
  if (is_request(root)) {
    file.kind = EvaluationFile::Kind::kRequest;
    file.request = read_request(root);
  } else if (is_model_name_file(root)) {
    file.kind = EvaluationFile::Kind::kModelName;
    file.model = text_of(root.find("name"));
  }
  return file;
}

// JSON lines: documents in lines, at least two, each an object that ends with its line.
bool is_lines(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  const std::string_view first = trim(bytes.substr(0, end));
  if (end == std::string_view::npos || first.size() < 2) return false;
  const std::string_view rest = trim(bytes.substr(end));
  return first.front() == '{' && first.back() == '}' && !rest.empty() && rest.front() == '{';
}

Result<EvaluationFile> read_lines(std::string_view bytes, std::string_view path) {
  EvaluationFile file;
  int number = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    const Result<JsonValue> parsed = parse_json(line, path);
    if (!parsed.ok()) {
      return Fault{std::string(path), "line " + std::to_string(number), parsed.fault().expected,
                   parsed.fault().found};
    }
    if (!read_euroeval(parsed.value(), path, file)) return EvaluationFile();
    file.kind = EvaluationFile::Kind::kResults;
  }
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

Result<EvaluationFile> read_evaluation_file(std::string bytes, std::string_view path) {
  replace_python_numbers(bytes);
  if (is_lines(bytes)) return read_lines(bytes, path);
  const Result<JsonValue> parsed = parse_json(bytes, path);
  if (!parsed.ok()) return parsed.fault();
  return read_document(parsed.value(), path);
}

}  // namespace tablero
