// One file of lm-evaluation-harness: results (native 0.4.x, and the shorter form of La
// Leaderboard's result data set) or a request to evaluate a model, which contains facts about it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablero {

// "acc,none": 0.52 with "acc_stderr,none": 0.01.
struct HarnessMetric {
  std::string name;      // "acc"
  std::string filter;    // "none", "flexible-extract", ...
  double value = 0;      // as in the file, mostly 0 to 1; NaN when it is not a number
  double std_error = 0;  // same unit; NaN when not given
};

struct HarnessTask {
  std::string id;  // as in the file, also names that the board has changed since
  std::vector<HarnessMetric> metrics;
  int shots = -1;   // examples in the prompt, -1 not stated
  int n = 0;        // items that were evaluated, 0 not stated
  int n_whole = 0;  // items that the task has, 0 not stated
};

struct HarnessRun {
  std::string file;
  std::string model;      // "org/name"
  std::string precision;  // "bfloat16"; empty when not stated
  std::int64_t time = 0;  // seconds since 1970, 0 not known
  bool limited = false;   // config.limit: only the first items of each task were evaluated
  std::vector<HarnessTask> tasks;
  std::map<std::string, std::string> parent_of;  // part -> group, from group_subtasks
};

// Facts about a model; empty or 0 where the request says nothing.
struct HarnessRequest {
  std::string model, precision, architecture, licence, type;  // type as in models.json
  double params_b = 0;
  std::string submitted;  // ISO 8601
};

struct HarnessFile {
  enum class Kind : std::uint8_t { kResults, kRequest, kOther } kind = Kind::kOther;
  HarnessRun run;
  HarnessRequest request;
};

// Fault: not JSON (NaN and Infinity as Python writes them are taken), or results without the name
// of a model. A JSON file that is neither is Kind::kOther. `path` names it in faults; the folders
// "org/model" in it stand in for a missing name, and a time in the name for a missing date.
Result<HarnessFile> read_harness_file(std::string bytes, std::string_view path);

// Seconds since 1970 in a name such as results_2024-07-29T12-34-56.json or
// results_20250715_101530.json, else 0.
std::int64_t time_in_name(std::string_view path);

}  // namespace tablero
