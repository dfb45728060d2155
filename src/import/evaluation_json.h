// What the readers of evaluation files share: fields of JSON that strangers wrote, and the forms
// themselves.
#pragma once

#include <string>
#include <string_view>

#include "data/json_value.h"
#include "import/evaluation_file.h"

namespace tablero {

// The text without blanks around it; empty when `v` is nullptr or no text.
std::string text_of(const JsonValue* v);
// A number, or a text that contains one; NaN otherwise.
double number_of(const JsonValue* v);
int whole_number_of(const JsonValue* v, int otherwise);
// nullptr when `object` is nullptr, no object, or has no such member.
const JsonValue* member(const JsonValue* object, std::string_view key);
bool is_object(const JsonValue* v);
// Whether the value limits something: a positive number.
bool is_limit(const JsonValue* v);

// "torch.bfloat16", "bf16" -> "bfloat16"; "auto" and "" -> "".
std::string precision_word(std::string_view said);

// Each looks whether the document has its form and appends what it says; false when it has another
// one.
bool read_harness(const JsonValue& root, std::string_view path, EvaluationFile& file);
bool read_lighteval(const JsonValue& root, std::string_view path, EvaluationFile& file);
bool read_euroeval(const JsonValue& record, std::string_view path, EvaluationFile& file);
bool read_mteb(const JsonValue& root, std::string_view path, EvaluationFile& file);
bool read_benchy(const JsonValue& root, std::string_view path, EvaluationFile& file);

}  // namespace tablero
