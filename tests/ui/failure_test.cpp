// Bad data: the tab says which file, where and why; other tabs work; a retry recovers.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/list.h"
#include "ui/driver.h"
#include "views/tabs.h"

namespace tablero::test {
namespace {

struct Bad {
  const char* name;
  std::string bytes;
};

TEST(Failure, EachKindOfBadFileIsNamedAndOtherTabsWork) {
  const Bad cases[] = {
      {"empty", ""},
      {"truncated", R"({"version":1,"cities":[{"id":"g1")"},
      {"wrong type", R"({"version":1,"cities":12})"},
      {"web page", "<!doctype html><title>App</title>"},
      {"not json", "hola"},
  };
  for (const Bad& bad : cases) {
    SCOPED_TRACE(bad.name);
    TestPlatform unused;
    Driver d("view=fuentes", 1280, 800);
    d.platform.overrides["data/cities.json"] = bad.bytes;
    d.press(Role::kTab, "Mapa");
    const Found alert = d.get(Role::kAlert, "");
    EXPECT_NE(alert.name.find("cities.json"), std::string::npos) << alert.name;
    EXPECT_TRUE(d.has(Role::kButton, "Reintentar"));
    d.press(Role::kTab, "Charlas");
    EXPECT_EQ(d.count(Role::kAlert), 0);
    d.platform.overrides.clear();
    d.press(Role::kTab, "Mapa");
    d.press(Role::kButton, "Reintentar");
    EXPECT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kAlert);
    EXPECT_TRUE(d.has(Role::kStatus, "211 de 211"));
  }
}

// Files of data/ that were asked for, without the folder, in order of the alphabet.
std::string asked_for(const Driver& d) {
  List<std::string> paths;
  for (const std::string& path : d.platform.fetched) {
    if (path.rfind("data/", 0) == 0 && path.rfind("data/i18n/", 0) != 0)
      paths.push_back(path.substr(5, path.size() - 10));
  }
  std::sort(paths.begin(), paths.end());
  std::string all;
  for (const std::string& path : paths) all += (all.empty() ? "" : " ") + path;
  return all;
}

// Names, in order of the alphabet.
std::string sorted_names(List<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
  return all;
}

// What a tab does not need is not fetched: editions and countries belong to the filters of every
// tab.
TEST(Loading, EveryTabFetchesItsFilesAndNoOther) {
  for (const std::string_view name : kTabNames) {
    const std::string query = "view=" + std::string(name);
    List<std::string> files = {"countries", "editions"};
    for (const FileId id : tab_of(from_query(query).view).files) {
      const std::string_view path = file_path(id);
      files.emplace_back(path.substr(0, path.rfind('.')));
    }
    EXPECT_EQ(asked_for(Driver(query, 1280, 800)), sorted_names(std::move(files))) << name;
  }
}

// By their names, so that a file too many in the table of the tabs is noticed.
TEST(Loading, TheFilesOfATabAreThoseThatItShows) {
  const std::pair<const char*, const char*> expected[] = {
      {"panorama", "community countries editions events projects sponsors"},
      {"mapa", "cities countries editions"},
      {"leaderboard",
       "countries editions leaderboard/models leaderboard/results leaderboard/tasks"},
      {"leaderboard&snapshot=latxa-2024",
       "countries editions leaderboard/models leaderboard/results leaderboard/results/latxa-2024 "
       "leaderboard/tasks"},
      {"leaderboard&board=odesia-challenge-2024",
       "countries editions leaderboard/models leaderboard/related leaderboard/results "
       "leaderboard/tasks"},
      {"proyectos", "corpora countries editions projects"},
      {"contribuciones", "contributions countries editions"},
      {"charlas", "countries editions events"},
      {"fuentes", "community countries editions manifest sources sponsors"}};
  for (const auto& [view, files] : expected) {
    Driver d(std::string("view=") + view, 1280, 800);
    EXPECT_EQ(asked_for(d), files) << view;
  }
}

TEST(Loading, NeighbouringBoardsComeWhenTheirListOpens) {
  Driver d("view=leaderboard", 1280, 800);
  EXPECT_EQ(asked_for(d).find("related"), std::string::npos);
  d.press(Role::kButton, "Instantánea");
  d.settle();
  EXPECT_NE(asked_for(d).find("related"), std::string::npos) << d.texts(Role::kButton);
}

TEST(Failure, ANeighbouringBoardThatDoesNotArriveCanBeRetried) {
  Driver d("view=panorama", 1280, 800);
  d.platform.missing.push_back("data/leaderboard/related.json");
  d.app->on_query("view=leaderboard&board=odesia-challenge-2024");
  d.settle();
  EXPECT_NE(d.texts(Role::kText).find("related.json"), std::string::npos) << d.texts(Role::kText);
  d.platform.missing.clear();
  d.press(Role::kButton, "Reintentar");
  d.settle();
  EXPECT_EQ(d.texts(Role::kText).find("HTTP 404"), std::string::npos);
  EXPECT_FALSE(d.has(Role::kButton, "Reintentar"));
}

TEST(Failure, AMissingFileSaysHttp404) {
  Driver d("view=panorama", 1280, 800);
  d.platform.missing.push_back("data/leaderboard/results.json");
  d.press(Role::kTab, "Leaderboard");
  EXPECT_NE(d.texts(Role::kText).find("HTTP 404"), std::string::npos) << d.texts(Role::kText);
}

TEST(Failure, AHugeFileIsRefusedWithItsName) {
  Driver d("view=panorama", 1280, 800);
  d.platform.overrides["data/contributions.json"] = std::string(100u << 20, ' ');
  d.press(Role::kTab, "Contribuciones");
  EXPECT_NE(d.texts(Role::kText).find("data/contributions.json"), std::string::npos)
      << d.texts(Role::kText);
  EXPECT_NE(d.texts(Role::kText).find("larger than 16 MB"), std::string::npos);
}

// Lets `seconds` pass as the program sees them, with a frame in between where it asked for one.
void wait(Driver& d, double seconds) {
  d.platform.time += seconds;
  d.settle();
}

TEST(Failure, ARetryAsksAgainForASnapshot) {
  Driver d("view=panorama", 1280, 800);
  const std::string path = "data/leaderboard/results/latxa-2024.json";
  d.platform.missing.push_back(path);
  d.app->on_query("view=leaderboard&snapshot=latxa-2024");
  d.settle();
  EXPECT_NE(d.texts(Role::kText).find("latxa-2024.json"), std::string::npos);
  d.platform.missing.clear();
  d.platform.fetched.clear();
  d.press(Role::kButton, "Reintentar");
  EXPECT_EQ(std::count(d.platform.fetched.begin(), d.platform.fetched.end(), path), 1);
  EXPECT_FALSE(d.has(Role::kButton, "Reintentar"));
  EXPECT_EQ(d.texts(Role::kText).find("HTTP 404"), std::string::npos);
}

TEST(Failure, ABaseMapThatDoesNotComeHasAButton) {
  Driver d("view=charlas", 1280, 800);
  d.platform.missing.push_back("map/110m.bin");
  d.press(Role::kTab, "Mapa");
  EXPECT_NE(d.texts(Role::kStatus).find("map/110m.bin"), std::string::npos)
      << d.texts(Role::kStatus);
  d.platform.missing.clear();
  d.platform.fetched.clear();
  d.press(Role::kButton, "Reintentar");
  EXPECT_EQ(std::count(d.platform.fetched.begin(), d.platform.fetched.end(), "map/110m.bin"), 1);
  EXPECT_EQ(d.texts(Role::kStatus).find("map/110m.bin"), std::string::npos);
  EXPECT_FALSE(d.has(Role::kButton, "Reintentar"));
}

TEST(Failure, TheListOfLanguagesCanBeAskedForAgain) {
  Driver failing("view=charlas", 1280, 800, 1, {{"languages.json", "<!doctype html>"}});
  failing.press(Role::kButton, "Idioma");
  EXPECT_FALSE(failing.has(Role::kCheckBox, "English"));
  EXPECT_NE(failing.texts(Role::kText).find("languages.json"), std::string::npos)
      << failing.texts(Role::kText);
  failing.platform.overrides.clear();
  failing.press(Role::kButton, "Reintentar");
  EXPECT_FALSE(failing.has(Role::kButton, "Reintentar"));
  EXPECT_EQ(failing.texts(Role::kText).find("languages.json"), std::string::npos);
}

// One file that does not come: the tab opens with the others, and says at its place what is
// missing.
TEST(Loading, ATabOpensWithWhatHasCome) {
  const struct {
    const char *tab, *file;
  } cases[] = {
      {"Panorama", "events"},   {"Panorama", "community"}, {"Panorama", "projects"},
      {"Panorama", "sponsors"}, {"Proyectos", "corpora"},  {"Fuentes", "sponsors"},
  };
  for (const auto& each : cases) {
    SCOPED_TRACE(each.file);
    const std::string path = std::string("data/") + each.file + ".json";
    const std::string late = "Cargando " + path + "…";
    Driver d("view=leaderboard", 1280, 4000);
    d.platform.held.push_back(path);
    d.press(Role::kTab, each.tab);
    EXPECT_TRUE(d.has(Role::kStatus, "Cargando…")) << d.texts(Role::kStatus);
    wait(d, 2.1);
    EXPECT_TRUE(d.has(Role::kStatus, late)) << d.texts(Role::kStatus);
    EXPECT_FALSE(d.has(Role::kStatus, "Cargando…"));
    EXPECT_GT(d.count(Role::kHeading), 1);
    d.platform.release(path);
    d.settle();
    EXPECT_FALSE(d.has(Role::kStatus, late));
    EXPECT_EQ(d.count(Role::kAlert), 0);
  }
}

TEST(Loading, APartThatFailsSaysSoWhereItWouldStandAndCanBeRetried) {
  Driver d("view=charlas", 1280, 4000);
  d.platform.missing.push_back("data/sponsors.json");
  d.press(Role::kTab, "Panorama");
  EXPECT_NE(d.get(Role::kAlert, "").name.find("data/sponsors.json"), std::string::npos);
  EXPECT_GT(d.count(Role::kHeading), 3);
  d.platform.missing.clear();
  d.press(Role::kButton, "Reintentar");
  EXPECT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kAlert);
}

// The still goes even if nothing comes: the skeleton says what is late.
TEST(Loading, ReadyIsToldAfterAWhileWhateverIsLate) {
  const std::pair<const char*, double> cases[] = {{"data/editions.json", 6.1},
                                                  {"data/events.json", 2.1}};
  for (const auto& [path, patience] : cases) {
    SCOPED_TRACE(path);
    TestPlatform platform;
    platform.held.push_back(path);
    AppOptions options;
    options.gl = false;
    App app(platform, options);
    app.on_viewport({1280, 800, 1280, 800});
    app.frame();
    EXPECT_EQ(platform.ready_count, 0);
    platform.time += patience - 0.2;
    app.on_visible(true);
    app.frame();
    EXPECT_EQ(platform.ready_count, 0);
    platform.time += 0.2;
    app.on_visible(true);
    app.frame();
    EXPECT_EQ(platform.ready_count, 1);
  }
}

TEST(Failure, AMissingFontIsReportedToThePage) {
  TestPlatform platform;
  platform.missing.push_back("fonts/inter-400.otf");
  AppOptions options;
  options.gl = false;
  App app(platform, options);
  ASSERT_EQ(platform.errors.size(), 1u);
  EXPECT_NE(platform.errors[0].find("fonts/inter-400.otf"), std::string::npos);
}

}  // namespace
}  // namespace tablero::test
