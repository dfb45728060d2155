// New results appear in the program without a change of code: what tablero-data import writes is
// put under the program in place of data/.
#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "fixtures/files.h"
#include "import/model_names.h"
#include "import/publish_results.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

// data/ with the made-up files of tests/fixtures/results as the snapshot "prueba".
std::map<std::string, std::string> data_with_snapshot() {
  std::vector<EvaluationRun> runs;
  std::vector<EvaluationRequest> requests;
  const std::string dir = std::string(TABLERO_TEST_DIR) + "/fixtures/results";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dir)) {
    if (entry.path().extension() != ".json") continue;
    Result<EvaluationFile> file =
        read_evaluation_file(file_text(entry.path()), entry.path().string());
    EXPECT_TRUE(file.ok());
    for (const EvaluationRun& run : file.value().runs) runs.push_back(run);
    if (file.value().kind == EvaluationFile::Kind::kRequest)
      requests.push_back(file.value().request);
  }
  const Result<Tasks> tasks = load_tasks(frozen_text("leaderboard/tasks.json"), "tasks.json");
  ResultFiles files{frozen_text("leaderboard/results.json"),
                    frozen_text("leaderboard/models.json"),
                    frozen_text("sources.json"),
                    frozen_text("manifest.json"),
                    {}};
  SnapshotOptions options;
  options.id = "prueba";
  options.title = "Prueba inventada";
  options.licence = "MIT";
  std::vector<std::string> remarks;
  EXPECT_TRUE(name_rows(runs, {}, remarks).empty());
  const SnapshotTable table = make_snapshot_table(runs, tasks.value(), options.id);
  EXPECT_TRUE(publish_results(table, requests, options, files).ok());
  return {{"data/leaderboard/results.json", files.results},
          {"data/leaderboard/models.json", files.models},
          {"data/" + files.tables.at(0).first, files.tables.at(0).second},
          {"data/sources.json", files.sources},
          {"data/manifest.json", files.manifest}};
}

TEST(Import, ANewSnapshotIsShownWithoutAChangeOfCode) {
  Driver d("view=panorama", 1280, 800);
  d.platform.overrides = data_with_snapshot();
  d.app->on_query("view=leaderboard&snapshot=prueba");
  d.settle();
  EXPECT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kAlert);
  const std::string models = d.texts(Role::kRowHeader);
  for (const char* model : {"modelo-a", "modelo-b", "modelo-c", "modelo-d"}) {
    EXPECT_NE(models.find(model), std::string::npos) << models;
  }
  // The only model with every Spanish task comes first. Its mean is 50.45: 21 times 50 and once 60.
  EXPECT_EQ(models.substr(0, models.find('\n')), "modelo-a");
}

TEST(Import, CitiesWithCountsAreBubblesAndTheLegendSaysSo) {
  const std::string kArea = "Área del círculo: participantes";
  Driver published("view=mapa&edition=2022", 1280, 800);
  EXPECT_EQ(published.texts(Role::kText).find(kArea), std::string::npos);

  // Alta Gracia, the first city of the file, with a count as an import writes it.
  std::string cities = frozen_text("cities.json");
  const std::string place = "\"match_km\":43.4";
  const std::size_t at = cities.find(place);
  ASSERT_NE(at, std::string::npos);
  cities.insert(at + place.size(), ",\"count\":120");
  Driver d("view=panorama", 1280, 800);
  d.platform.overrides = {{"data/cities.json", cities}};
  d.app->on_query("view=mapa&edition=2022");
  d.settle();
  const std::string texts = d.texts(Role::kText);
  EXPECT_NE(texts.find(kArea), std::string::npos) << texts;
  // A twelfth of the largest count, 120, is 10: the circle beside the words.
  EXPECT_NE(texts.find("10 participantes"), std::string::npos) << texts;
}

}  // namespace
}  // namespace tablero::test
