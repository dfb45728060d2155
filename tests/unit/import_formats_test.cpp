// The forms in which programs publish results. The files of tests/fixtures/results_of_others are
// made up in the shape of real ones (make_results.py).
#include <gtest/gtest.h>

#include <cmath>

#include "data/tasks.h"
#include "fixtures/files.h"
#include "import/evaluation_file.h"
#include "import/model_names.h"
#include "import/snapshot_table.h"
#include "tools/evaluation_files.h"

namespace tablero {
namespace {

const std::string kFolder = std::string(TABLERO_TEST_DIR) + "/fixtures/results_of_others/";

const Tasks& tasks() {
  static const Result<Tasks> loaded =
      load_tasks(test::frozen_text("leaderboard/tasks.json"), "tasks.json");
  return loaded.value();
}

std::vector<EvaluationRun> runs_of(const std::string& name) {
  const Result<EvaluationFile> read =
      read_evaluation_file(test::file_text(kFolder + name), kFolder + name);
  EXPECT_TRUE(read.ok()) << read.fault().line();
  EXPECT_EQ(read.value().kind, EvaluationFile::Kind::kResults) << name;
  return read.value().runs;
}

const EvaluatedMetric* metric(const EvaluationRun& run, const std::string& task,
                              const std::string& name) {
  for (const EvaluatedTask& t : run.tasks) {
    for (const EvaluatedMetric& m : t.metrics) {
      if (t.id == task && m.name == name) return &m;
    }
  }
  return nullptr;
}

// The table of these files alone; `raw` of the only row.
struct Made {
  SnapshotTable table;
  double raw(const std::string& task) const {
    const auto& t = table.table.tasks;
    const auto at = std::find(t.begin(), t.end(), task);
    return at == t.end() ? std::nan("")
                         : table.table.raw_at(0, static_cast<std::size_t>(at - t.begin()));
  }
};

Made made_of(std::vector<EvaluationRun> runs, const ResultsMap& map = {}) {
  std::vector<std::string> remarks;
  EXPECT_TRUE(name_rows(runs, map, remarks).empty());
  return {make_snapshot_table(std::move(runs), tasks(), "x")};
}

TEST(ResultFormats, HarnessOfVersion03HasMetricsWithoutAFilter) {
  const auto runs = runs_of("harness_0.3.json");
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0].format, "lm-evaluation-harness 0.3");
  EXPECT_EQ(runs[0].stated, "inventado/antiguo");
  EXPECT_EQ(runs[0].settings.precision, "float16");
  EXPECT_EQ(metric(runs[0], "copa_es", "acc")->std_error, 0.018);
  EXPECT_EQ(runs[0].tasks[0].shots, 3);
  const Made made = made_of(runs);
  EXPECT_EQ(made.raw("copa_es"), 80);
  EXPECT_EQ(made.raw("xnli_es_spanish_bench"), 45.2);
}

TEST(ResultFormats, LightevalHasSuiteTaskAndExamplesInAKey) {
  const auto runs = runs_of("lighteval/results_2026-05-01T10-00-00.123456.json");
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0].format, "lighteval");
  EXPECT_EQ(runs[0].stated, "inventado/ligero");
  EXPECT_EQ(runs[0].time, 1777629600);  // 2026-05-01 10:00 UTC
  ASSERT_EQ(runs[0].tasks.size(), 2u);  // "all" is a mean
  EXPECT_EQ(runs[0].tasks[0].id, "copa_es");
  EXPECT_EQ(runs[0].tasks[0].shots, 3);
  EXPECT_EQ(runs[0].tasks[0].n, 500);
  EXPECT_EQ(made_of(runs).raw("copa_es"), 80);
}

TEST(ResultFormats, EuroEvalHasARecordOnEachLineInPercent) {
  const auto runs = runs_of("euroeval_benchmark_results.jsonl");
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].format, "EuroEval");
  EXPECT_EQ(runs[0].stated, "inventado/europeo");
  EXPECT_NEAR(metric(runs[0], "xquad_es", "f1")->value, 0.615, 1e-12);
  EXPECT_NEAR(metric(runs[0], "xquad_es", "exact_match")->std_error, 0.015, 1e-12);
  EXPECT_EQ(runs[1].settings.revision, "v2");
  EXPECT_NEAR(metric(runs[1], "scala_es", "mcc")->value, -0.025, 1e-12);
  EXPECT_EQ(made_of({runs[0]}).raw("xquad_es"), 61.5);
}

TEST(ResultFormats, MtebIsReadWithTheNameBesideIt) {
  const std::string file = kFolder + "mteb/no_version/STSES.json",
                    name = kFolder + "mteb/no_version/model_meta.json";
  ResultsMap map;
  map.tasks["STSES"] = "copa_es";
  EvaluationInput input;
  const Console console;
  ASSERT_TRUE(read_evaluation_files({file, name}, map, input, console));
  ASSERT_EQ(input.runs.size(), 1u);
  EXPECT_EQ(input.runs[0].row, "inventado/vectores");
  EXPECT_EQ(metric(input.runs[0], "copa_es", "main_score")->value, 0.72);
}

TEST(ResultFormats, BenchyHasOneScoreForEachTask) {
  const auto runs = runs_of("benchy/model_summary.json");
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0].stated, "inventado/sur");
  const Made made = made_of(runs);
  EXPECT_EQ(made.raw("copa_es"), 80);
  EXPECT_EQ(made.raw("wnli_es"), 60);
}

// What has no task of the board is told with its form and its tasks.
TEST(ResultFormats, WhatIsMissingIsSaid) {
  const std::pair<const char*, const char*> cases[] = {
      {"open_llm_leaderboard_1.json",
       "the Open LLM Leaderboard, version 1 with arc:challenge, hellaswag"},
      {"open_llm_leaderboard_2.json",
       "the Open LLM Leaderboard, version 2 with leaderboard, leaderboard_ifeval, "
       "leaderboard_gpqa"},
      {"mteb/no_version/STSES.json", "MTEB with STSES"}};
  for (const auto& [name, found] : cases) {
    EvaluationInput input;
    input.runs = runs_of(name);
    const std::vector<Fault> faults = faults_of_unknown(input);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].file, kFolder + name);
    EXPECT_EQ(faults[0].found, found);
    for (EvaluationRun& run : input.runs) run.row = "x";
    EXPECT_FALSE(make_snapshot_table(input.runs, tasks(), "x").has_scores());
  }
}

TEST(ResultFormats, LinesThatAreNoResultsAreAnotherForm) {
  const auto read = [](const char* text) { return read_evaluation_file(text, "f.jsonl"); };
  EXPECT_EQ(read("{\"question\":1}\n{\"question\":2}\n").value().kind,
            EvaluationFile::Kind::kOther);
  const Result<EvaluationFile> cut = read("{\"a\":1}\n{\"a\":");
  ASSERT_TRUE(cut.ok());  // told by its first line
  const std::string record = R"({"dataset":"d","model":"a/b","results":{"total":{"test_mcc":1}}})";
  const Result<EvaluationFile> half = read((record + "\n" + record.substr(0, 30)).c_str());
  ASSERT_FALSE(half.ok());
  EXPECT_EQ(half.fault().pointer, "line 2");
}

}  // namespace
}  // namespace tablero
