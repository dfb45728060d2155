#include "import/evaluation_json.h"

#include "base/number.h"
#include "base/text.h"
#include "data/figure.h"

namespace tablero {

using Kind = JsonValue::Kind;

std::string text_of(const JsonValue* v) {
  return v != nullptr && v->kind == Kind::kString ? std::string(trim(v->text)) : std::string();
}

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

bool is_object(const JsonValue* v) { return v != nullptr && v->kind == Kind::kObject; }

bool is_limit(const JsonValue* v) {
  const double d = number_of(v);
  return d == d && d > 0;
}

std::string precision_word(std::string_view said) {
  constexpr std::string_view kTorch = "torch.";
  if (said.substr(0, kTorch.size()) == kTorch) said.remove_prefix(kTorch.size());
  if (said == "auto" || said == "?" || said == "None") return {};
  if (said == "bf16") return "bfloat16";
  if (said == "fp16" || said == "half") return "float16";
  if (said == "fp32" || said == "float") return "float32";
  return std::string(said);
}

}  // namespace tablero
