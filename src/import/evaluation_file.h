// One file of evaluation results, in the forms in which they are published: lm-evaluation-harness
// (0.3, 0.4, and the shorter form of La Leaderboard's result data set), lighteval, the Open LLM
// Leaderboard (both versions), EuroEval, MTEB, benchy; or a request to evaluate a model, which
// contains facts about it. Names of tasks are the file's; which of them the board has is not
// decided here.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablero {

// "acc,none": 0.52 with "acc_stderr,none": 0.01.
struct EvaluatedMetric {
  std::string name;      // "acc"
  std::string filter;    // "none", "flexible-extract", ...
  double value = 0;      // as the harness writes it, mostly 0 to 1; NaN when it is not a number
  double std_error = 0;  // same unit; NaN when not given
};

struct EvaluatedTask {
  std::string id;  // as in the file, also names that the board has changed since
  std::vector<EvaluatedMetric> metrics;
  int shots = -1;   // examples in the prompt, -1 not stated
  int n = 0;        // items that were evaluated, 0 not stated
  int n_whole = 0;  // items that the task has, 0 not stated
};

// How a model was evaluated. What a file does not state is empty; what its program does unless told
// otherwise counts as stated.
struct EvaluationSettings {
  std::string program;    // "lighteval"; empty: lm-evaluation-harness, whose scores the board has
  std::string revision;   // of the model's repository: "main", "step1000"
  std::string precision;  // "bfloat16"
  std::string quantisation;  // "none", "4bit", "gptq", "awq"
  std::string template_id;   // "none", or the digest of the chat template
};

struct EvaluationRun {
  std::string file;
  std::string format;   // for sentences: "lm-evaluation-harness 0.4"
  std::string stated;   // the model as the file names it: "org/name", a folder; empty: not at all
  std::string adapter;  // a LoRA or another adapter on it (peft), named in the same way
  // The row that the scores belong to, its model, and that model on the Hub ("org/name" or empty):
  // set by name_rows().
  std::string row, model, hub;
  EvaluationSettings settings;
  std::int64_t time = 0;  // seconds since 1970, 0 not known
  bool limited = false;   // only the first items of each task were evaluated
  std::vector<EvaluatedTask> tasks;
  std::map<std::string, std::string> parent_of;  // part -> group, from group_subtasks
};

// Facts about a model; empty or 0 where the request says nothing.
struct EvaluationRequest {
  std::string model, precision, architecture, licence, type;  // type as in models.json
  double params_b = 0;
  std::string submitted;  // ISO 8601
};

struct EvaluationFile {
  enum class Kind : std::uint8_t {
    kResults,
    kRequest,
    kModelName,  // model_meta.json, which MTEB writes beside its results: `model` only
    kOther
  } kind = Kind::kOther;
  std::vector<EvaluationRun> runs;
  EvaluationRequest request;
  std::string model;
};

// Fault: not JSON or JSON lines (NaN and Infinity as Python writes them are taken). JSON of another
// shape is Kind::kOther. `path` names the file; a time in it stands in for a missing date.
Result<EvaluationFile> read_evaluation_file(std::string bytes, std::string_view path);

// Seconds since 1970 in a name such as results_2024-07-29T12-34-56.json or
// results_20250715_101530.json, else 0.
std::int64_t time_in_name(std::string_view path);

}  // namespace tablero
