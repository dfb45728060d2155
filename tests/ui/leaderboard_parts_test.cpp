// Everything around the leaderboard's table: boards, languages, filters and their pitfalls, cards,
// panels, downloads. Expected values come from data/ read here as plain JSON, or from its README.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/list.h"
#include "fixtures/files.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

using nlohmann::json;

json data_file(const std::string& path) {
  return json::parse(frozen_text("leaderboard/" + path), nullptr, false);
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

int lines_of(const std::string& text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// "12,3" as Spanish writes it.
std::string spanish(double v) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", std::abs(v));
  std::string out(buffer);
  out[out.find('.')] = ',';
  return v < 0 ? "−" + out : out;
}

// Activates `name` as a screen reader would, wherever it is scrolled.
void activate(Driver& d, Role role, std::string_view name) {
  d.app->on_activate(d.get(role, name).node.id);
  d.settle();
}

// Opens the card of the cell that the cursor gets to from the first model by KEYS.
void open_card(Driver& d, std::initializer_list<Key> keys) {
  d.app->on_focus_node(d.get(Role::kRowHeader, "").node.id);
  d.settle();
  for (Key key : keys) d.key(key);
  d.key(Key::kEnter);
  ASSERT_TRUE(d.has(Role::kDialog, "Ficha"));
}

TEST(LeaderboardParts, EveryNeighbourIsATableOfItsOwnWithItsSource) {
  const json boards = data_file("related.json").at("boards");
  int shown = 0;
  for (const json& board : boards) {
    if (!board.contains("columns") || board["columns"].empty()) continue;
    const std::string id = board["id"];
    Driver d("view=leaderboard&board=" + id, 1280, 800);
    EXPECT_TRUE(d.has(Role::kTable, board["title"]["es"].get<std::string>())) << id;
    EXPECT_EQ(d.count(Role::kColumnHeader), static_cast<int>(board["columns"].size())) << id;
    EXPECT_TRUE(d.has(Role::kLink, "Fuente de los datos")) << id;
    EXPECT_TRUE(contains(d.texts(Role::kText), "no se mezcla con La Leaderboard")) << id;
    d.press(Role::kButton, "Descargar CSV");
    const std::string csv = d.platform.saved["tablero-" + id + ".csv"];
    // A header, all rows, and two or three lines about the source and the codes.
    EXPECT_GE(lines_of(csv), static_cast<int>(board["columns"][0]["values"].size()) + 3) << id;
    EXPECT_LE(lines_of(csv), static_cast<int>(board["columns"][0]["values"].size()) + 4) << id;
    ++shown;
  }
  EXPECT_GE(shown, 8);  // ODESIA twice, CLUB twice, EvalES, EuroEval twice, LMArena
}

TEST(LeaderboardParts, EverySnapshotIsApartWithItsExactnessCaveatAndSource) {
  const json results = data_file("results.json");
  for (const json& s : results["snapshots"]) {
    Driver d("view=leaderboard&snapshot=" + s["id"].get<std::string>(), 1280, 1600);
    const int models = s["model_count"];
    EXPECT_EQ(d.get(Role::kStatus, "").name,
              std::to_string(models) + " de " + std::to_string(models));
    EXPECT_TRUE(d.has(Role::kLink, "Fuente de los datos"));
    d.press(Role::kButton, "Método y advertencias");
    const std::string text = d.texts(Role::kText);
    if (s.contains("caveat")) {
      EXPECT_TRUE(contains(text, s["caveat"]["es"].get<std::string>())) << text;
    }
  }
  // The note on the method explains the difference to figures computed in another way.
  Driver d("view=leaderboard", 1280, 1600);
  d.press(Role::kButton, "Método y advertencias");
  EXPECT_TRUE(contains(d.texts(Role::kText), "de 7 a 10 allí y de 6 a 10 aquí"));
  EXPECT_TRUE(contains(d.texts(Role::kText), "bootstrap pareado sobre 22 tareas"));
  EXPECT_TRUE(contains(d.texts(Role::kText), "Normalizada = máx(0"));
}

TEST(LeaderboardParts, ALanguageHasItsColumnsAndItsMean) {
  Driver d("view=leaderboard&snapshot=lbfiles-2024-25", 1280, 800);
  d.press(Role::kButton, "Euskera");
  EXPECT_EQ(d.app->state().cols, List<std::string>{"lang:eu"});
  EXPECT_TRUE(d.has(Role::kColumnHeader, "Euskera"));
  EXPECT_TRUE(d.has(Role::kColumnHeader, "BertaQA"));
  EXPECT_FALSE(d.has(Role::kColumnHeader, "AQuAS"));
  // 12.8, 17.2 and 28.3 of the four Basque tasks: the mean says that one is missing.
  EXPECT_TRUE(contains(d.texts(Role::kCell), "19,4")) << d.texts(Role::kCell);
  d.press(Role::kButton, "Todas las lenguas");
  EXPECT_TRUE(d.app->state().cols.empty());
  EXPECT_TRUE(d.has(Role::kColumnHeader, "AQuAS"));
}

TEST(LeaderboardParts, AvailabilityIsKnownOrNoData) {
  Driver d("view=leaderboard&snapshot=latxa-gpt-2024", 1280, 800);
  d.press(Role::kButton, "Filtrar modelos");
  EXPECT_FALSE(d.has(Role::kCheckBox, "con página en el Hub"));
  EXPECT_TRUE(contains(d.texts(Role::kText), "Disponibilidad"));
  Driver none("view=leaderboard&snapshot=latxa-gpt-2024&filter=available:unknown", 1280, 800);
  EXPECT_EQ(none.count(Role::kRowHeader), 4);
  Driver hub("view=leaderboard&filter=available:hub", 1280, 800);
  EXPECT_EQ(hub.get(Role::kStatus, "").name, "10 de 10");
  hub.press(Role::kButton, "Quitar el filtro Disponibilidad: con página en el Hub");
  EXPECT_TRUE(hub.app->state().filter.empty());
}

// Known pitfalls of other leaderboards, each as a reader would run into it.
TEST(LeaderboardTraps, AllOptionsTickedIsNoFilterAndEmptyFacetsSurvive) {
  Driver d("view=leaderboard", 1280, 1600);
  d.press(Role::kButton, "Filtrar modelos");
  for (const char* choice : {"preentrenado", "ajustado con instrucciones"}) {
    activate(d, Role::kCheckBox, choice);
  }
  EXPECT_EQ(d.app->state().filter.size(), 2u);
  EXPECT_EQ(d.get(Role::kStatus, "").name, "9 de 10");  // one type is not known
  activate(d, Role::kCheckBox, "sin dato");             // the first: that of the type
  EXPECT_TRUE(d.app->state().filter.empty());
  EXPECT_EQ(d.get(Role::kStatus, "").name, "10 de 10");
}

TEST(LeaderboardTraps, FiltersChangeNoHistoryAndTheResetIsTheFirstState) {
  Driver d("view=leaderboard", 1280, 1600);
  const std::string first = to_query(d.app->state());
  const std::string cells = d.texts(Role::kCell);
  d.press(Role::kButton, "Filtrar modelos");
  activate(d, Role::kCheckBox, "preentrenado");
  d.key(Key::kEscape);
  d.key(Key::kSlash);
  d.type("zzz");
  EXPECT_EQ(d.count(Role::kRowHeader), 0);
  d.press(Role::kButton, "Quitar todos los filtros");
  EXPECT_EQ(to_query(d.app->state()), first);
  EXPECT_EQ(d.texts(Role::kCell), cells);
  EXPECT_EQ(d.platform.pushes, 0);
}

TEST(LeaderboardTraps, AMeanSaysOverWhichTasksAndMissingOnesGetNoPlace) {
  Driver d("view=leaderboard&snapshot=lbfiles-2024-25", 1280, 800);
  const std::string cells = d.texts(Role::kCell);
  EXPECT_TRUE(contains(cells, "con 6 de 7 tareas")) << cells;
  EXPECT_FALSE(contains(cells, "inf")) << cells;
  EXPECT_TRUE(contains(cells, "sin datos")) << cells;
  // Its mean of one task is the highest of all, and yet it does not lead.
  EXPECT_TRUE(contains(cells, "82,5, con 1 de 7 tareas")) << cells;
  EXPECT_EQ(d.get(Role::kRowHeader, "").name, "Llama-3.2-3B");
  open_card(d, {Key::kRight, Key::kDown});
  EXPECT_TRUE(contains(d.texts(Role::kText), "no es comparable")) << d.texts(Role::kText);
}

TEST(LeaderboardTraps, NamesWithCommasSurviveTheLink) {
  ViewState s;
  s.view = View::kLeaderboard;
  s.models = {"org/a,b", "org/c"};
  s.filter = {"licence:x,y"};
  Driver d(to_query(s), 1280, 800);
  EXPECT_EQ(d.app->state().models, s.models);
  EXPECT_EQ(d.app->state().filter, s.filter);
}

// Every card of the main snapshot says what tasks.json says.
TEST(LeaderboardParts, EachScoreCardEqualsTheTask) {
  const json results = data_file("results.json")["scores"];
  std::map<std::string, json> tasks;
  const json file = data_file("tasks.json");
  for (const json& t : file["tasks"]) tasks[t["id"]] = t;
  int small = 0, inferred = 0, noted = 0;
  for (const json& id : results["tasks"]) {
    const json& task = tasks[id];
    Driver d("view=leaderboard&cols=" + id.get<std::string>(), 1280, 1000);
    open_card(d, {Key::kEnd});
    const std::string text = d.texts(Role::kText);
    EXPECT_TRUE(contains(d.texts(Role::kHeading), task["name"].get<std::string>()));
    EXPECT_TRUE(contains(text, task["metric"].get<std::string>() + " · " +
                                   std::to_string(task["shots"].get<int>()) + " ejemplos"))
        << text;
    EXPECT_TRUE(contains(text, "Azar: " + spanish(task["baseline"]) + " (")) << text;
    const int n = task.value("n_test", 0);
    EXPECT_EQ(contains(text, "Menos de 100 preguntas"), n > 0 && n < 100) << text;
    EXPECT_EQ(contains(text, "El azar es deducido"), task["baseline_basis"] == "inferred") << text;
    if (task.contains("donor")) {
      EXPECT_TRUE(contains(text, task["donor"].get<std::string>())) << text;
    }
    if (task.contains("note")) {
      EXPECT_TRUE(contains(text, task["note"]["es"].get<std::string>())) << text;
      ++noted;
    }
    EXPECT_EQ(d.count(Role::kLink) > 1, task.contains("url")) << id;
    small += n > 0 && n < 100 ? 1 : 0;
    inferred += task["baseline_basis"] == "inferred" ? 1 : 0;
  }
  EXPECT_GE(small, 4);     // HumorQA, TELEIA, ClinDiagnosES, ClinTreatES
  EXPECT_GE(inferred, 4);  // the SAS tasks
  EXPECT_GE(noted, 2);     // Crows Pairs, XL-Sum_es
}

TEST(LeaderboardParts, TheCardComesWithTheKeyboardFocusToo) {
  Driver d("view=leaderboard&cols=teleia", 1280, 800);
  d.app->on_focus_node(d.get(Role::kRowHeader, "").node.id);
  d.settle();
  EXPECT_FALSE(contains(d.texts(Role::kText), "Menos de 100 preguntas"));
  d.key(Key::kEnd);
  EXPECT_TRUE(contains(d.texts(Role::kText), "Menos de 100 preguntas")) << d.texts(Role::kText);
}

TEST(LeaderboardParts, ScoresOfOldSnapshotsOver100AreMarked) {
  Driver d("view=leaderboard&snapshot=lb-2024-09", 1280, 1000);
  open_card(d, {Key::kRight, Key::kRight});
  EXPECT_TRUE(contains(d.texts(Role::kText), "Pasa de 100")) << d.texts(Role::kText);
}

TEST(LeaderboardParts, SizeAgainstScoreByLanguageWithUnknownSizesBeside) {
  Driver d("view=leaderboard&snapshot=lb-2024-09&panel=size", 1280, 1200);
  EXPECT_TRUE(contains(d.texts(Role::kHeading), "Fuera del gráfico: 1 modelo de tamaño"));
  d.press(Role::kButton, "Puntuación");
  activate(d, Role::kCheckBox, "Euskera");
  EXPECT_EQ(d.get(Role::kButton, "Puntuación").name, "Puntuación: Euskera");
  const json snapshot = data_file("results/lb-2024-09.json");
  double best = 0;
  for (const json& mean : snapshot["means"]) {
    if (mean["scope"] != "eu") continue;
    for (const json& v : mean["values"]) best = std::max(best, v.is_null() ? 0.0 : v.get<double>());
  }
  bool found = false;
  const Semantics& s = d.app->semantics();
  for (const SemanticsNode& n : s.nodes()) {
    const std::string name(s.name(n));
    found = found || (contains(name, "en el frente") && contains(name, "; " + spanish(best)));
  }
  EXPECT_TRUE(found) << best;
}

TEST(LeaderboardParts, TheExplorerFiltersInFiveWaysAndShowsTheCorrelations) {
  const json tasks = data_file("tasks.json")["tasks"];
  const auto count_of = [&](const char* key, std::string_view value) {
    return std::count_if(tasks.begin(), tasks.end(), [&](const json& t) {
      return t.contains(key) && t[key].get<std::string>() == value;
    });
  };
  Driver d("view=leaderboard&panel=tasks", 1280, 800);
  EXPECT_TRUE(contains(d.texts(Role::kHeading), "Qué tareas van juntas"))
      << d.texts(Role::kHeading);
  for (const char* name : {"Lengua", "Habilidad", "Dominio", "Donante", "Métrica"}) {
    EXPECT_TRUE(d.has(Role::kButton, name)) << name;
  }
  d.press(Role::kButton, "Métrica");
  activate(d, Role::kCheckBox, "exact_match");
  EXPECT_TRUE(contains(d.texts(Role::kText),
                       std::to_string(count_of("metric", "exact_match")) + " tareas"));
}

TEST(LeaderboardParts, TheWholeSnapshotIsOneLinePerModelAndTask) {
  Driver d("view=leaderboard&q=qwen", 1280, 800);
  d.press(Role::kButton, "Descargar");
  d.press(Role::kCheckBox, "CSV de toda la instantánea");
  const std::string csv = d.platform.saved["tablero-lb-2025-07.csv"];
  const json scores = data_file("results.json")["scores"];
  std::size_t lines = 1 + 4;  // header; source, caveat, codes, method
  for (std::size_t m = 0; m < scores["models"].size(); ++m) {
    for (std::size_t t = 0; t < scores["tasks"].size(); ++t, ++lines) {
      const json& value = scores["normalised"][m][t];
      const std::string number = value.dump();
      const std::string shown = number.size() > 2 && number.substr(number.size() - 2) == ".0"
                                    ? number.substr(0, number.size() - 2)
                                    : number;
      EXPECT_TRUE(contains(csv, "," + shown + ",no_data\r\n")) << number;
    }
    ++lines;  // the published mean
  }
  EXPECT_EQ(static_cast<std::size_t>(lines_of(csv)), lines);
  EXPECT_FALSE(contains(csv, ",,"));
}

TEST(LeaderboardParts, ThePictureIsTakenOnceTheMenuIsGone) {
  Driver d("view=leaderboard", 1280, 800);
  d.press(Role::kButton, "Descargar");
  d.press(Role::kCheckBox, "Imagen PNG de la vista");
  ASSERT_EQ(d.platform.pictures.count("tablero-lb-2025-07.png"), 1u);
  const PicturePart part = d.platform.pictures["tablero-lb-2025-07.png"];
  EXPECT_EQ(part.w, 1280);
  EXPECT_EQ(part.h, 800);
  EXPECT_EQ(d.count(Role::kDialog), 0);
}

// A clock that moves 2 ms with each look: the resamples of the board take several frames.
TEST(LeaderboardParts, RanksComeInSlicesAndTheIntervalWhenItIsKnown) {
  Driver d("view=panorama", 1280, 800);
  d.platform.tick = 0.002;
  d.app->on_query("view=leaderboard");
  std::string first;
  for (int i = 0; i < 100 && first.empty(); ++i) {
    d.app->frame();
    if (d.count(Role::kCell) > 0) first = d.texts(Role::kCell);
  }
  EXPECT_EQ(first.substr(0, first.find('\n')), "1");
  d.settle(2000);
  const std::string last = d.texts(Role::kCell);
  EXPECT_EQ(last.substr(0, last.find('\n')), "Puesto 1, intervalo del 95 %: de 1 a 2");
}

TEST(LeaderboardParts, KeysOfTheTable) {
  Driver d("view=leaderboard&snapshot=latamboard-2025-12", 1280, 600);
  const int models = 34;
  d.app->on_focus_node(d.get(Role::kRowHeader, "").node.id);
  d.settle();
  const std::string first = d.get(Role::kRowHeader, "").name;
  for (int i = 0; i < models; ++i) d.key(Key::kPageDown);
  d.key(Key::kHome);
  EXPECT_TRUE(contains(d.platform.announced, "Puesto 34") ||
              contains(d.platform.announced, "sin datos"))
      << d.platform.announced;
  for (int i = 0; i < models; ++i) d.key(Key::kPageUp);
  d.key(Key::kRight);
  EXPECT_EQ(d.platform.announced, first);
  d.key(Key::kLeft);
  EXPECT_TRUE(contains(d.platform.announced, "Puesto 1,")) << d.platform.announced;
  d.key(Key::kSlash);
  d.type("qwen");
  EXPECT_EQ(d.app->state().q, "qwen");
}

}  // namespace
}  // namespace tablero::test
