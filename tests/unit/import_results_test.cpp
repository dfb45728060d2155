// Evaluation files to a snapshot. The files of tests/fixtures/results are made up (see its README):
// every score of modelo-a lies half-way between chance and perfect, so that 50 is what must come
// out.
#include <cmath>
#include <filesystem>
#include <vector>

#include "data/manifest.h"
#include "data/models.h"
#include "data/sources.h"
#include "import/model_names.h"
#include "import/publish_results.h"
#include "import/table_json.h"
#include "unit/import_support.h"

namespace tablero {
namespace {

std::string data_file(const std::string& path) {
  return test::file_text(std::string(TABLERO_DATA_DIR) + "/" + path);
}

const Tasks& tasks() {
  static const Result<Tasks> loaded = load_tasks(data_file("leaderboard/tasks.json"), "tasks.json");
  return loaded.value();
}

struct Input {
  std::vector<EvaluationRun> runs;
  std::vector<EvaluationRequest> requests;
  std::vector<std::string> remarks;
};

Input fixture_files() {
  Input input;
  std::vector<std::string> paths;
  const std::string dir = std::string(TABLERO_TEST_DIR) + "/fixtures/results";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dir)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  EXPECT_EQ(paths.size(), 9u);
  for (const std::string& path : paths) {
    Result<EvaluationFile> file = read_evaluation_file(test::file_text(path), path);
    EXPECT_TRUE(file.ok()) << file.fault().line();
    for (const EvaluationRun& run : file.value().runs) input.runs.push_back(run);
    if (file.value().kind == EvaluationFile::Kind::kRequest)
      input.requests.push_back(file.value().request);
  }
  EXPECT_TRUE(name_rows(input.runs, {}, input.remarks).empty());
  return input;
}

class Snapshots : public ::testing::Test {
 protected:
  Snapshots()
      : input_(fixture_files()),
        made_(make_snapshot_table(input_.runs, tasks(), "prueba")),
        t_(made_.table) {}

  std::size_t model(const std::string& name) const {
    const auto at = std::find(t_.models.begin(), t_.models.end(), "inventado/" + name);
    EXPECT_NE(at, t_.models.end()) << name;
    return static_cast<std::size_t>(at - t_.models.begin());
  }
  std::size_t task(const std::string& id) const {
    const auto at = std::find(t_.tasks.begin(), t_.tasks.end(), id);
    EXPECT_NE(at, t_.tasks.end()) << id;
    return static_cast<std::size_t>(at - t_.tasks.begin());
  }
  double raw(const std::string& m, const std::string& t) const {
    return t_.raw_at(model(m), task(t));
  }
  double normalised(const std::string& m, const std::string& t) const {
    return t_.normalised_at(model(m), task(t));
  }
  const ScoreTable::Detail* detail(const std::string& m, const std::string& t,
                                   const std::string& part, const std::string& metric) const {
    for (const ScoreTable::Detail& d : t_.details) {
      if (d.model == "inventado/" + m && d.task == t && d.part == part && d.metric == metric)
        return &d;
    }
    return nullptr;
  }

  Input input_;
  SnapshotTable made_;
  const ScoreTable& t_;
};

TEST_F(Snapshots, RawScoresAreKeptAndNormalisedWithTheBaselines) {
  EXPECT_EQ(t_.models.size(), 4u);
  for (const std::string& id : t_.tasks) {
    const bool other =
        id == "copa_es" || id == "arc_ca_catalan_bench" || id == "cabreu" || id == "eus_reading";
    EXPECT_TRUE(other || normalised("modelo-a", id) == 50) << id;
  }
  EXPECT_EQ(raw("modelo-a", "aquas"), 0);                      // a text in the file; chance is -100
  EXPECT_EQ(raw("modelo-a", "teleia"), 66.665);                // three options
  EXPECT_EQ(raw("modelo-a", "xlsum_es"), 50);                  // bleu comes in percent
  EXPECT_EQ(raw("modelo-a", "crows_pairs_spanish"), 75);       // (753 * 50 + 753 * 100 + 75) / 1507
  EXPECT_EQ(normalised("modelo-b", "belebele_spa_Latn"), 60);  // (70 - 25) / 75
  EXPECT_EQ(raw("modelo-b", "eus_reading"), 50);
  EXPECT_TRUE(std::isnan(normalised("modelo-b", "eus_reading")));  // no baseline is known
  EXPECT_EQ(t_.stderr_at(model("modelo-a"), task("escola")), 1);
  EXPECT_TRUE(std::isnan(t_.stderr_at(model("modelo-a"), task("aquas"))));  // "N/A"
}

TEST_F(Snapshots, TheNewestFileOfATaskWins) {
  EXPECT_EQ(raw("modelo-a", "copa_es"), 80);
  EXPECT_EQ(made_.newest, 1788422400);  // 2026-09-03 08:00 UTC
  Input reversed = input_;
  std::reverse(reversed.runs.begin(), reversed.runs.end());
  EXPECT_EQ(score_table_json(make_snapshot_table(reversed.runs, tasks(), "prueba").table),
            score_table_json(t_));
}

TEST_F(Snapshots, RenamedTasksAndFiltersAreRecognised) {
  EXPECT_EQ(raw("modelo-a", "mgsm_direct_es_spanish_bench"), 50);
  EXPECT_EQ(detail("modelo-a", "mgsm_direct_es_spanish_bench", "", "exact_match_strict_match")->raw,
            25);
  EXPECT_EQ(raw("modelo-a", "paws_es_spanish_bench"), 75);
  EXPECT_EQ(raw("modelo-b", "arc_ca_catalan_bench"), 40);
  EXPECT_EQ(t_.metrics[task("cabreu")], "rouge1");
  EXPECT_EQ(detail("modelo-b", "cabreu", "", "bleu")->raw, 15.5);
  EXPECT_EQ(detail("modelo-b", "cabreu", "extractive", "bleu")->raw, 20);
}

TEST_F(Snapshots, PartsAndSecondMetricsAreDetails) {
  EXPECT_EQ(detail("modelo-a", "teleia", "pce", "acc")->n, 7);
  EXPECT_EQ(detail("modelo-a", "crows_pairs_spanish", "gender", "pct_stereotype")->raw, 100);
  EXPECT_EQ(detail("modelo-a", "aquas", "", "sas_cross_encoder")->raw, 25);
  EXPECT_EQ(detail("modelo-a", "noticia", "", "average_len")->raw, 12.5);
  EXPECT_EQ(detail("modelo-a", "xstorycloze_es", "", "acc_norm"), nullptr);  // NaN in the file
}

TEST_F(Snapshots, PartialRunsAreMarkedAndEnterNoMean) {
  EXPECT_TRUE(made_.partial);
  EXPECT_EQ(
      made_.partial_models,
      (std::vector<std::string>{"inventado/modelo-b", "inventado/modelo-c", "inventado/modelo-d"}));
  // Ten items of COPA are no score of COPA.
  EXPECT_TRUE(std::isnan(raw("modelo-c", "copa_es")));
  EXPECT_EQ(detail("modelo-c", "copa_es", "limited", "acc")->raw, 100);
  ASSERT_EQ(t_.means.size(), 1u);
  EXPECT_EQ(t_.means[0].scope, "es");
  EXPECT_TRUE(t_.means[0].derived);
  EXPECT_EQ(t_.means[0].values[model("modelo-a")], 50.45);  // 21 times 50 and once 60
  for (const char* m : {"modelo-b", "modelo-c", "modelo-d"})
    EXPECT_TRUE(std::isnan(t_.means[0].values[model(m)]));
}

TEST_F(Snapshots, WhatIsLeftOutIsSaid) {
  EXPECT_EQ(made_.unknown_tasks, (std::vector<std::string>{"tarea_desconocida"}));
  const auto said = [&](const std::string& part) {
    return std::any_of(made_.remarks.begin(), made_.remarks.end(),
                       [&](const std::string& r) { return r.find(part) != std::string::npos; });
  };
  EXPECT_TRUE(said("modelo-b, escola: no number for mcc"));
  EXPECT_TRUE(said("modelo-b, humorqa: acc outside its range"));
  EXPECT_TRUE(said("modelo-c, copa_es"));
}

ResultFiles data_files() {
  return {data_file("leaderboard/results.json"),
          data_file("leaderboard/models.json"),
          data_file("sources.json"),
          data_file("manifest.json"),
          {}};
}

SnapshotOptions options_for(const std::string& id) {
  SnapshotOptions options;
  options.id = id;
  options.licence = "MIT";
  return options;
}

TEST_F(Snapshots, DataGetsATableAnEntryModelsAndASource) {
  ResultFiles files = data_files();
  const Result<ResultsSummary> done =
      publish_results(made_, input_.requests, options_for("prueba"), files);
  ASSERT_TRUE(done.ok()) << done.fault().line();
  EXPECT_EQ(done.value().new_models, 4);
  const Result<Results> results = load_results(files.results, "results");
  ASSERT_TRUE(results.ok()) << results.fault().line();
  EXPECT_EQ(results.value().main.models, t_.models);
  const Snapshot* s = results.value().find("prueba");
  ASSERT_NE(s, nullptr);
  EXPECT_EQ(s->date.iso(), "2026-09-03");
  EXPECT_EQ(s->exactness, Exactness::kPartial);
  EXPECT_EQ(s, &results.value().snapshots[0]);  // the newest of the board
  const Result<Models> models = load_models(files.models, "models");
  ASSERT_TRUE(models.ok()) << models.fault().line();
  const Model* b = models.value().find("inventado/modelo-b");
  ASSERT_NE(b, nullptr);
  EXPECT_EQ(b->licence, "mit");  // the newest request
  EXPECT_EQ(b->type, "pretrained");
  EXPECT_EQ(b->params_b, 7.25);
  EXPECT_EQ(models.value().find("inventado/modelo-d")->precision, "float32");
  const Result<Sources> sources = load_sources(files.sources, "s");
  const Source* source = sources.value().find("lb:import-prueba");
  ASSERT_NE(source, nullptr);
  EXPECT_EQ(source->licence, "MIT");
  EXPECT_EQ(source->url, "");  // nobody said where the files are
  EXPECT_EQ(s->url, "");
}

// The table of the snapshot that opens is in the list; the one before gets a file of its own, with
// the same scores.
TEST_F(Snapshots, TheNewestOneOfTheBoardOpens) {
  ResultFiles files = data_files();
  const Results before = std::move(load_results(files.results, "results").value());
  const auto done = publish_results(made_, {}, options_for("prueba"), files);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value().opens,
            "The leaderboard opens with prueba from now on, no longer with lb-2025-07");
  const Results after = std::move(load_results(files.results, "results").value());
  EXPECT_EQ(after.main_snapshot, "prueba");
  EXPECT_EQ(after.find("prueba")->file, "results.json");
  EXPECT_EQ(after.find("lb-2025-07")->file, "results/lb-2025-07.json");
  ASSERT_EQ(files.tables.size(), 1u);
  EXPECT_EQ(files.tables[0].first, "leaderboard/results/lb-2025-07.json");
  const Result<ScoreTable> former = load_scores(files.tables[0].second, "former");
  ASSERT_TRUE(former.ok()) << former.fault().line();
  EXPECT_EQ(former.value().models, before.main.models);
  EXPECT_EQ(former.value().normalised, before.main.normalised);
  EXPECT_NE(load_manifest(files.manifest, "m").value().find("leaderboard/results/lb-2025-07.json"),
            nullptr);
}

TEST_F(Snapshots, AnOlderOneAndOneOfAnotherBoardDoNot) {
  SnapshotOptions older = options_for("prueba"), other = older;
  older.date = "2024-02";
  other.own_board = false;
  for (const SnapshotOptions& options : {older, other}) {
    ResultFiles files = data_files();
    const auto done = publish_results(made_, {}, options, files);
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done.value().opens.rfind("The leaderboard opens with lb-2025-07, as before: ", 0),
              0u);
    const Results results = std::move(load_results(files.results, "results").value());
    EXPECT_EQ(results.main_snapshot, "lb-2025-07");
    EXPECT_EQ(results.find("prueba")->file, "results/prueba.json");
    ASSERT_EQ(files.tables.size(), 1u);
    EXPECT_EQ(load_scores(files.tables[0].second, "t").value().models, t_.models);
  }
}

TEST_F(Snapshots, ImportingAgainReplaces) {
  ResultFiles once = data_files();
  ASSERT_TRUE(publish_results(made_, input_.requests, options_for("prueba"), once).ok());
  ResultFiles twice = once;
  ASSERT_TRUE(publish_results(made_, input_.requests, options_for("prueba"), twice).ok());
  EXPECT_EQ(once.results, twice.results);
  EXPECT_EQ(once.models, twice.models);
  EXPECT_EQ(once.manifest, twice.manifest);
  // Without modelo-d its record goes: nothing else knows it.
  std::vector<EvaluationRun> fewer = input_.runs;
  fewer.erase(
      std::remove_if(fewer.begin(), fewer.end(),
                     [](const EvaluationRun& r) { return r.model == "inventado/modelo-d"; }),
      fewer.end());
  const SnapshotTable smaller = make_snapshot_table(fewer, tasks(), "prueba");
  ASSERT_TRUE(publish_results(smaller, input_.requests, options_for("prueba"), twice).ok());
  EXPECT_EQ(load_models(twice.models, "m").value().find("inventado/modelo-d"), nullptr);
  EXPECT_EQ(load_results(twice.results, "r").value().find("prueba")->model_count, 3);
}

TEST_F(Snapshots, SnapshotsFromElsewhereAndBadNamesAreRefused) {
  for (const char* id : {"lb-2025-07", "latxa-2024", "", "a/b", "../x", ".x", "ñ"}) {
    ResultFiles files = data_files();
    EXPECT_FALSE(publish_results(made_, {}, options_for(id), files).ok()) << id;
  }
  ResultFiles files = data_files();
  EXPECT_FALSE(
      publish_results(make_snapshot_table({}, tasks(), "x"), {}, options_for("x"), files).ok());
}

// The snapshot of Tango in data/ was made from its raw files by another program: its raw scores
// must give its normalised ones here too.
TEST(SnapshotTable, AgreesWithTheSnapshotThatAnotherProgramMade) {
  const Result<ScoreTable> tango =
      load_scores(data_file("leaderboard/results/tango-2025-07.json"), "tango");
  ASSERT_TRUE(tango.ok());
  const ScoreTable& want = tango.value();
  EvaluationRun run;
  run.row = want.models[0];
  for (std::size_t k = 0; k < want.tasks.size(); ++k) {
    EvaluatedTask task;
    task.id = want.tasks[k];
    const double scale = want.metrics[k] == "bleu" ? 1 : 100;
    task.metrics.push_back({want.metrics[k], "none", want.raw_at(0, k) / scale, std::nan("")});
    run.tasks.push_back(task);
  }
  const ScoreTable got = make_snapshot_table({run}, tasks(), "x").table;
  ASSERT_EQ(got.tasks, want.tasks);
  for (std::size_t k = 0; k < want.tasks.size(); ++k) {
    // That program left XL-Sum open, as the board does not say which of its two metrics it shows.
    if (want.tasks[k] == "xlsum_es") continue;
    EXPECT_NEAR(got.normalised_at(0, k), want.normalised_at(0, k), 0.0051) << want.tasks[k];
  }
}

TEST(EvaluationFiles, PythonNumbersAndTimes) {
  const auto read = [](const char* text) { return read_evaluation_file(text, "f.json"); };
  const Result<EvaluationFile> nan = read(
      R"({"config":{"model_name":"a/b"},"results":{"NaN":{"acc,none":NaN,"f1,none":-Infinity,"alias":"x \" NaN"}}})");
  ASSERT_TRUE(nan.ok()) << nan.fault().line();
  EXPECT_EQ(nan.value().runs[0].tasks[0].id, "NaN");
  EXPECT_TRUE(std::isnan(nan.value().runs[0].tasks[0].metrics[0].value));
  EXPECT_FALSE(read("").ok());
  EXPECT_FALSE(read(R"({"results":)").ok());
  EXPECT_EQ(read("{}").value().kind, EvaluationFile::Kind::kOther);
  EXPECT_EQ(read("[1]").value().kind, EvaluationFile::Kind::kOther);
  EXPECT_EQ(time_in_name("a/results_2024-07-29T12-34-56.json"), 1722256496);
  EXPECT_EQ(time_in_name("results_2024_07_29T12-34-56.json"), 1722256496);
  EXPECT_EQ(time_in_name("results_20240729_123456.json"), 1722256496);
  EXPECT_EQ(time_in_name("results_gemma-2-9b.json"), 0);
  EXPECT_EQ(time_in_name("results_2024-02-30T12-34-56.json"), 0);  // no such day
}

}  // namespace
}  // namespace tablero
