// Bad data: the tab says which file, where and why; other tabs work; a retry recovers.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

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
  EXPECT_NE(failing.texts(Role::kAlert).find("languages.json"), std::string::npos)
      << failing.texts(Role::kAlert);
  failing.platform.overrides.clear();
  failing.press(Role::kButton, "Reintentar");
  EXPECT_FALSE(failing.has(Role::kButton, "Reintentar"));
  EXPECT_EQ(failing.count(Role::kAlert), 0);
}

// Where it is said that a file of a tab is late: the heading above, or "" in the filter bar.
const std::map<std::string, std::string> kPlaces = {
    {"panorama community", "Crecimiento de la comunidad"},
    {"panorama events", "Eventos por edición y tipo"},
    {"panorama projects", "Proyectos por Objetivo de Desarrollo Sostenible"},
    {"panorama sponsors", "Entidades que apoyan cada edición"},
    {"panorama countries", ""},
    {"mapa editions", ""},
    {"leaderboard editions", ""},
    {"leaderboard countries", ""},
    {"proyectos corpora", "Corpus"},
    {"proyectos editions", "Artículos científicos"},
    {"proyectos countries", ""},
    {"contribuciones countries", "Países con más contribuciones"},
    {"contribuciones editions", "INCLUDE, 2025"},
    {"charlas editions", ""},
    {"charlas countries", ""},
    {"fuentes editions", "Cifras y afirmaciones"},
    {"fuentes community", "Cifras y afirmaciones"},
    {"fuentes countries", "Cifras y afirmaciones"},
    {"fuentes sponsors", "Cifras y afirmaciones"},
    {"fuentes manifest", "Archivos de datos"},
};

// The heading above the first node with `role` whose name begins with `name`; "" in a toolbar.
std::string heading_above(const Driver& d, Role role, const std::string& name) {
  const Semantics& s = d.app->semantics();
  std::string heading = "none";
  for (const SemanticsNode& n : s.nodes()) {
    const auto is = [&](Role other) { return n.role == static_cast<std::uint8_t>(other); };
    if (is(role) && s.name(n).substr(0, name.size()) == name) return heading;
    if (is(Role::kHeading)) heading = s.name(n);
    if (is(Role::kToolbar)) heading.clear();
    if (is(Role::kTabPanel)) heading = "none";
  }
  return "nowhere";
}

int count_named(const Driver& d, Role role, std::string_view name) {
  int n = 0;
  const Semantics& s = d.app->semantics();
  for (const SemanticsNode& node : s.nodes()) {
    const bool alike = s.name(node).substr(0, name.size()) == name;
    n += node.role == static_cast<std::uint8_t>(role) && alike ? 1 : 0;
  }
  return n;
}

constexpr int kHeight = 4000;  // most of a tab

// Begins anew with `query`.
void restart(Driver& d, const std::string& query) {
  d.app.reset();
  AppOptions options;
  options.query = query;
  options.gl = false;
  d.app = std::make_unique<App>(d.platform, options);
  Environment environment;
  environment.reduced_motion = true;
  d.app->on_environment(environment);
  d.app->on_viewport({1280, kHeight, 1280, kHeight});
  d.settle();
}

struct LateCase {
  std::string tab, file;  // file: without folder and ending
  bool needed = false;    // the tab shows nothing without it
  std::string path() const { return "data/" + file + ".json"; }
};

// Every file of every tab, and those of the filter bar.
List<LateCase> late_cases() {
  List<LateCase> cases;
  for (const std::string_view name : kTabNames) {
    const Tab& tab = tab_of(from_query("view=" + std::string(name)).view);
    List<FileId> files(tab.files.begin(), tab.files.end());
    for (const FileId bar : {FileId::kEditions, FileId::kCountries}) {
      if (std::find(files.begin(), files.end(), bar) == files.end()) files.push_back(bar);
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::string_view path = file_path(files[i]);
      LateCase& each = cases.emplace_back();
      each.tab = name;
      each.file = path.substr(0, path.rfind('.'));
      each.needed = i < tab.needed;
    }
  }
  return cases;
}

// Any one of its files does not come: the tab opens with the others and says what is late where it
// will stand, once; one that it needs it says in its place. When it fails, a button there asks
// again.
TEST(Loading, EveryTabSaysWhatIsLateOrFailedWhereItWillStand) {
  Driver d("view=charlas", 1280, 4000);
  std::size_t places = 0;
  for (const LateCase& each : late_cases()) {
    SCOPED_TRACE(each.tab + ' ' + each.file);
    const std::string late = "Cargando " + each.path() + "…";
    const std::string failed = "No se pudo leer " + each.path();
    d.platform.held.push_back(each.path());
    restart(d, "view=" + each.tab);
    EXPECT_EQ(count_named(d, Role::kStatus, late), 0) << "not at once";
    wait(d, 2.1);
    EXPECT_EQ(count_named(d, Role::kStatus, late), 1) << d.texts(Role::kStatus);
    EXPECT_FALSE(d.has(Role::kStatus, "Cargando…"));
    const std::string above = heading_above(d, Role::kStatus, late);

    d.platform.missing.push_back(each.path());
    d.platform.held.clear();
    d.platform.release(each.path());
    d.settle();
    EXPECT_EQ(count_named(d, Role::kStatus, late), 0);
    EXPECT_EQ(count_named(d, Role::kAlert, failed), 1) << d.texts(Role::kAlert);
    EXPECT_EQ(d.count(Role::kAlert), 1);
    if (!each.needed) {
      const auto place = kPlaces.find(each.tab + ' ' + each.file);
      ASSERT_NE(place, kPlaces.end()) << "kPlaces says where";
      EXPECT_EQ(above, place->second);
      EXPECT_EQ(heading_above(d, Role::kAlert, failed), place->second);
      ++places;
    }

    d.platform.missing.clear();
    d.platform.fetched.clear();
    const SemanticsNode retry = d.get(Role::kButton, "Reintentar").node;
    if ((retry.state & kStateScrolledOut) == 0) {
      d.press(Role::kButton, "Reintentar");
    } else {  // as a screen reader does, without scrolling
      d.app->on_activate(retry.id);
      d.settle();
    }
    EXPECT_EQ(std::count(d.platform.fetched.begin(), d.platform.fetched.end(), each.path()), 1);
    EXPECT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kAlert);
    EXPECT_FALSE(d.has(Role::kButton, "Reintentar"));
  }
  EXPECT_EQ(places, kPlaces.size());
}

// What is asked for later than the tab: scores, neighboring boards, cities and map of the overview.
TEST(Loading, PartsOfATabSayWhatIsLateInTheirPlace) {
  const struct {
    const char *query, *path, *heading;
  } cases[] = {
      {"view=leaderboard&snapshot=latxa-2024", "data/leaderboard/results/latxa-2024.json",
       "La Leaderboard: modelos de lenguaje evaluados"},
      {"view=leaderboard&board=odesia-challenge-2024", "data/leaderboard/related.json",
       "La Leaderboard: modelos de lenguaje evaluados"},
      {"view=panorama", "data/cities.json", "De dónde somos"},
      {"view=panorama", "map/110m.bin", "De dónde somos"},
  };
  Driver d("view=charlas", 1280, 4000);
  for (const auto& each : cases) {
    SCOPED_TRACE(each.path);
    const std::string late = std::string("Cargando ") + each.path + "…";
    d.platform.held.push_back(each.path);
    restart(d, each.query);
    wait(d, 2.1);
    EXPECT_EQ(count_named(d, Role::kStatus, late), 1) << d.texts(Role::kStatus);
    EXPECT_EQ(heading_above(d, Role::kStatus, late), each.heading);
    d.platform.held.clear();
    d.platform.release(each.path);
    d.settle();
    EXPECT_EQ(count_named(d, Role::kStatus, late), 0);
    d.platform.missing.push_back(each.path);
    restart(d, each.query);
    const std::string failed = std::string("No se pudo leer ") + each.path;
    EXPECT_EQ(heading_above(d, Role::kAlert, failed), each.heading) << d.texts(Role::kAlert);
    d.platform.missing.clear();
    d.press(Role::kButton, "Reintentar");
    EXPECT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kAlert);
  }
}

TEST(Loading, TheListOfBoardsAndTheMapSayWhatIsLate) {
  Driver d("view=leaderboard", 1280, 800);
  d.platform.missing.push_back("data/leaderboard/related.json");
  d.press(Role::kButton, "Instantánea");
  d.settle();
  EXPECT_EQ(count_named(d, Role::kAlert, "No se pudo leer data/leaderboard/related.json"), 1);
  d.platform.missing.clear();
  d.press(Role::kButton, "Reintentar");
  EXPECT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kAlert);
  EXPECT_FALSE(d.has(Role::kButton, "Reintentar"));

  d.platform.held.push_back("map/110m.bin");
  restart(d, "view=mapa");
  wait(d, 2.1);
  EXPECT_TRUE(d.has(Role::kStatus, "Cargando map/110m.bin…")) << d.texts(Role::kStatus);
  d.platform.release("map/110m.bin");
  d.settle();
  EXPECT_FALSE(d.has(Role::kStatus, "Cargando map/110m.bin…"));
}

// On a narrow screen the filters are behind a button, and so is what is late of them.
TEST(Loading, ANarrowFilterMenuSaysWhatIsLate) {
  Driver d("view=charlas", 1280, 4000);
  d.platform.missing.push_back("data/editions.json");
  restart(d, "view=charlas");
  d.app->on_viewport({360, 700, 360, 700});
  d.settle();
  EXPECT_EQ(d.count(Role::kAlert), 0);
  d.press(Role::kButton, "Filtros");
  EXPECT_EQ(count_named(d, Role::kAlert, "No se pudo leer data/editions.json"), 1);
  d.platform.missing.clear();
  d.press(Role::kButton, "Reintentar");
  EXPECT_EQ(d.count(Role::kAlert), 0);
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
