// The leaderboard's table as people use it.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/list.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

std::string first_model(const Driver& d) { return d.get(Role::kRowHeader, "").name; }

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Leaderboard, TheMainSnapshotIsOrderedByItsMean) {
  Driver d("view=leaderboard", 1280, 800);
  EXPECT_EQ(d.count(Role::kRowHeader), 10);
  EXPECT_TRUE((d.get(Role::kColumnHeader, "Media").node.state & kStateSortDescending) != 0);
  EXPECT_EQ(first_model(d), "gemma-2-9b-it");
}

// The whole table as it is read out, against tests/data/leaderboard_tables.tsv, which
// leaderboard_oracle.mjs makes from the data and the words without any of this code.
TEST(Leaderboard, TheTableReadsInThreeLanguages) {
  std::ifstream in(std::string(TABLERO_TEST_DIR) + "/data/leaderboard_tables.tsv");
  std::map<std::string, std::string> expected;
  for (std::string line; std::getline(in, line);) {
    for (char& c : line) c = c == '\t' ? '\n' : c;
    expected[line.substr(0, 2)] += line.substr(3) + '\n';
  }
  ASSERT_EQ(expected.size(), 3u);
  for (const auto& [lang, table] : expected) {
    Driver d("view=leaderboard&lang=" + lang, 1280, 800);
    std::string read;
    const Semantics& s = d.app->semantics();
    for (const SemanticsNode& n : s.nodes()) {
      const auto role = static_cast<Role>(n.role);
      if (role != Role::kColumnHeader && role != Role::kCell && role != Role::kRowHeader) continue;
      read += s.name(n);
      read += '\n';
    }
    EXPECT_EQ(read, table);
  }
}

TEST(Leaderboard, PressingAHeaderSortsAndPressingAgainTurnsRound) {
  Driver d("view=leaderboard", 1280, 800);
  d.press(Role::kColumnHeader, "Modelo");
  EXPECT_EQ(d.app->state().sort, "model");
  const std::string first = first_model(d);
  d.press(Role::kColumnHeader, "Modelo");
  EXPECT_EQ(d.app->state().sort, "-model");
  EXPECT_NE(first_model(d), first);
  EXPECT_TRUE((d.get(Role::kColumnHeader, "Modelo").node.state & kStateSortDescending) != 0);
}

TEST(Leaderboard, MissingValuesComeLastInBothDirections) {
  for (const char* sort : {"mmlu", "-average", "average"}) {
    Driver d(std::string("view=leaderboard&snapshot=lbfiles-2024-25&sort=") + sort, 1280, 800);
    const std::string names = d.texts(Role::kRowHeader);
    EXPECT_EQ(d.count(Role::kRowHeader), 4);
    // The only model with all ranked tasks is first either way; partial means are said to be
    // partial.
    const std::string cells = d.texts(Role::kCell);
    EXPECT_TRUE(contains(cells, " tareas")) << cells;
    EXPECT_TRUE(contains(cells.substr(0, cells.find('\n')), "Puesto 1")) << sort << '\n' << cells;
  }
}

TEST(Leaderboard, FiltersSortsAndSearchMoveNoModelBetweenGroups) {
  Driver all("view=leaderboard", 1280, 800);
  const std::string cells = all.texts(Role::kCell);
  ASSERT_TRUE(contains(cells, "Puesto 3, intervalo del 95 %: de 2 a 5")) << cells;
  for (const char* query : {"&q=qwen", "&q=qwen&sort=model", "&q=qwen&cols=paws_es_spanish_bench",
                            "&q=qwen&scale=raw", "&filter=type:pretrained&q=qwen"}) {
    Driver d(std::string("view=leaderboard") + query, 1280, 800);
    if (d.count(Role::kRowHeader) == 0) continue;
    EXPECT_TRUE(contains(d.texts(Role::kCell), "Puesto 3, intervalo del 95 %: de 2 a 5")) << query;
  }
}

TEST(Leaderboard, TextFilterCountsWhatIsLeft) {
  Driver d("view=leaderboard&q=qwen", 1280, 800);
  EXPECT_EQ(d.count(Role::kRowHeader), 1);
  EXPECT_EQ(d.get(Role::kStatus, "").name, "1 de 10");
}

TEST(Leaderboard, AFacetIsAChipThatGoesAwayAndUnknownIsAChoice) {
  Driver d("view=leaderboard&filter=licence:unknown", 1280, 800);
  const int left = d.count(Role::kRowHeader);
  EXPECT_GT(left, 0);
  EXPECT_LT(left, 10);
  d.press(Role::kButton, "Quitar el filtro Licencia: sin dato");
  EXPECT_EQ(d.count(Role::kRowHeader), 10);
}

TEST(Leaderboard, TheFilterMenuShowsCountsAndTicks) {
  Driver d("view=leaderboard", 1280, 800);
  d.press(Role::kButton, "Filtrar modelos");
  const Found row = d.get(Role::kCheckBox, "preentrenado");
  d.press(Role::kCheckBox, "preentrenado");
  EXPECT_EQ(d.app->state().filter, List<std::string>{"type:pretrained"});
  EXPECT_EQ(std::to_string(d.count(Role::kRowHeader)), row.value);
}

TEST(Leaderboard, AFilterThatLeavesNothingOffersAWayOut) {
  Driver d("view=leaderboard&q=zzzz", 1280, 800);
  EXPECT_EQ(d.count(Role::kRowHeader), 0);
  d.press(Role::kButton, "Quitar todos los filtros");
  EXPECT_EQ(d.count(Role::kRowHeader), 10);
}

TEST(Leaderboard, ChosenColumnsGetAMeanOfTheirOwnThatSaysOverWhat) {
  Driver d("view=leaderboard&cols=aquas,teleia", 1280, 800);
  EXPECT_TRUE(d.has(Role::kColumnHeader, "Media elegida"));
  EXPECT_TRUE(d.has(Role::kColumnHeader, "Media"));
  EXPECT_TRUE(d.has(Role::kColumnHeader, "AQuAS"));
  EXPECT_FALSE(d.has(Role::kColumnHeader, "Belebele Spa"));
}

TEST(Leaderboard, AMeanOverSomeOfTheChosenTasksIsToldAsSuch) {
  Driver d("view=leaderboard&snapshot=lbfiles-2024-25&cols=aquas,clindiagnoses", 1280, 800);
  // results/lbfiles-2024-25.json: two of the four models have no score in the second task.
  const std::string cells = d.texts(Role::kCell);
  EXPECT_TRUE(contains(cells, "82,5, con 1 de 2 tareas")) << cells;
  EXPECT_FALSE(contains(cells, "con 2 de 2 tareas")) << cells;
}

TEST(Leaderboard, PinnedRowsStayOnTopWhateverTheFilter) {
  Driver d("view=leaderboard&q=qwen&models=BSC-LT/salamandra-7b", 1280, 800);
  EXPECT_EQ(first_model(d), "salamandra-7b");
  EXPECT_EQ(d.count(Role::kRowHeader), 2);
}

TEST(Leaderboard, ACellOpensItsCardAndTheCardPins) {
  Driver d("view=leaderboard", 1280, 800);
  d.press(Role::kRowHeader, "Qwen2.5-7B");
  ASSERT_TRUE(d.has(Role::kDialog, "Ficha"));
  EXPECT_TRUE(contains(d.texts(Role::kHeading), "Qwen/Qwen2.5-7B"));
  d.press(Role::kButton, "Fijar y comparar");
  EXPECT_EQ(d.app->state().models, List<std::string>{"Qwen/Qwen2.5-7B"});
  d.key(Key::kEscape);
  EXPECT_FALSE(d.has(Role::kDialog, "Ficha"));
  EXPECT_EQ(first_model(d), "Qwen2.5-7B");
}

TEST(Leaderboard, TheScoreCardSaysWhatIsKnownAndDoubtful) {
  Driver d("view=leaderboard&cols=teleia", 1280, 800);
  const Found header = d.get(Role::kColumnHeader, "TELEIA");
  const Found row = d.get(Role::kRowHeader, "Qwen2.5-7B");
  d.press_at(header.node.x + header.node.w * 0.5f, row.node.y + row.node.h * 0.5f);
  ASSERT_TRUE(d.has(Role::kDialog, "Ficha"));
  const std::string text = d.texts(Role::kText);
  EXPECT_TRUE(contains(text, "Normalizada: ")) << text;
  EXPECT_TRUE(contains(text, "21 preguntas")) << text;
  EXPECT_TRUE(contains(text, "Menos de 100 preguntas: una sola mueve 4,8 puntos")) << text;
}

TEST(Leaderboard, ArrowsMoveByCellAndEnterOpensTheCard) {
  Driver d("view=leaderboard", 1280, 800);
  d.app->on_focus_node(d.get(Role::kRowHeader, "gemma-2-9b-it").node.id);
  d.settle();
  d.key(Key::kDown);
  EXPECT_EQ(d.platform.announced, "Meta-Llama-3.1-8B-Instruct");
  d.key(Key::kRight);
  EXPECT_EQ(d.platform.announced, "43,1");
  d.key(Key::kEnd);
  const std::string last = d.platform.announced;
  d.key(Key::kHome);
  EXPECT_TRUE(contains(d.platform.announced, "Puesto 2")) << d.platform.announced;
  EXPECT_NE(last, d.platform.announced);
  d.key(Key::kPageDown);
  EXPECT_TRUE(contains(d.platform.announced, "Puesto")) << d.platform.announced;
  d.key(Key::kEnter);
  EXPECT_TRUE(d.has(Role::kDialog, "Ficha"));
}

TEST(Leaderboard, AComparisonComesBackFromItsLink) {
  Driver d("view=leaderboard&panel=compare&models=google/gemma-2-9b-it,BSC-LT/salamandra-7b", 1280,
           1600);
  const std::string text = d.texts(Role::kText);
  EXPECT_TRUE(contains(text, "gemma-2-9b-it supera a salamandra-7b por +13,1 puntos")) << text;
  EXPECT_TRUE(d.has(Role::kImage, "Media por habilidad"));
  EXPECT_TRUE(d.has(Role::kImage, "Tarea por tarea"));
  d.press(Role::kButton, "Copiar enlace");
  EXPECT_TRUE(contains(d.platform.copied, "models=google/gemma-2-9b-it,BSC-LT/salamandra-7b"));
}

TEST(Leaderboard, TasksMissingOnOneSideAreListed) {
  Driver none("view=leaderboard&panel=compare&snapshot=latxa-2024", 1280, 1600);
  EXPECT_FALSE(none.has(Role::kList, "Tarea por tarea"));
  none.press(Role::kButton, "Elegir modelos");
  EXPECT_EQ(none.count(Role::kCheckBox), 15);
  // results/lbfiles-2024-25.json: both miss most of the 16 tasks, one has ClinDiagnosES and the
  // other not.
  Driver d(
      "view=leaderboard&panel=compare&snapshot=lbfiles-2024-25&models="
      "meta-llama/Llama-3.2-1B,meta-llama/Llama-3.2-3B",
      1280, 1600);
  EXPECT_TRUE(contains(d.texts(Role::kText), "fuera de las medias: ClinDiagnosES."))
      << d.texts(Role::kText);
}

TEST(Leaderboard, APointOfTheSizeChartGreysWhatItDominates) {
  Driver d("view=leaderboard&panel=size", 1280, 1000);
  const Semantics& s = d.app->semantics();
  std::string front;
  for (const SemanticsNode& n : s.nodes()) {
    const std::string name(s.name(n));
    if (contains(name, "en el frente")) front = name;
  }
  ASSERT_FALSE(front.empty());
  d.press(Role::kButton, front);
  EXPECT_TRUE(contains(d.texts(Role::kText), " domina a ")) << d.texts(Role::kText);
}

TEST(Leaderboard, TheTaskExplorerFiltersByLanguage) {
  Driver d("view=leaderboard&panel=tasks", 1280, 800);
  EXPECT_TRUE(contains(d.texts(Role::kText), "66 tareas"));
  d.press(Role::kButton, "Lengua");
  d.press(Role::kCheckBox, "gallego");
  EXPECT_TRUE(contains(d.texts(Role::kText), "9 tareas")) << d.texts(Role::kText);
}

TEST(Leaderboard, SnapshotsAndNeighboursAreChosenInOneMenu) {
  Driver d("view=leaderboard", 1280, 800);
  d.press(Role::kButton, "Instantánea");
  // Below the fold of the menu: activated as a screen reader would.
  d.app->on_activate(d.get(Role::kCheckBox, "EuroEval, español").node.id);
  d.settle();
  EXPECT_EQ(d.app->state().board, "euroeval-es");
  EXPECT_TRUE(d.has(Role::kTable, "EuroEval, español"));
  EXPECT_TRUE(d.has(Role::kLink, "Fuente de los datos"));
  EXPECT_TRUE(contains(d.texts(Role::kText), "no se mezcla con La Leaderboard"));
}

TEST(Leaderboard, AveragesOnlySnapshotsShowThemAsPublished) {
  Driver d("view=leaderboard&snapshot=lb-2024-09", 1280, 800);
  EXPECT_EQ(d.count(Role::kRowHeader), 12);
  EXPECT_TRUE(d.has(Role::kColumnHeader, "Media publicada"));
  EXPECT_TRUE(d.has(Role::kColumnHeader, "Euskera"));
}

TEST(Leaderboard, TheDownloadIsTheTableOnTheScreenWithCodesForMissing) {
  Driver d("view=leaderboard&q=qwen&cols=licence,aquas", 1280, 800);
  d.press(Role::kButton, "Descargar");
  d.press(Role::kCheckBox, "CSV de lo que se ve");
  ASSERT_EQ(d.platform.saved.size(), 1u);
  const std::string csv = d.platform.saved.begin()->second;
  EXPECT_EQ(d.platform.saved.begin()->first, "tablero-lb-2025-07-vista.csv");
  EXPECT_EQ(csv.substr(0, csv.find("\r\n")),
            "\xEF\xBB\xBFrank,rank_low,rank_high,tie_group,model,average,tasks_in_average,chosen,"
            "tasks_in_chosen,licence,AQuAS");
  EXPECT_TRUE(contains(csv, "\r\n3,2,5,2,Qwen/Qwen2.5-7B,")) << csv;
  // The licence of that model is not known; the last lines name all four codes.
  EXPECT_TRUE(contains(csv, ",no_data,85.37\r\n")) << csv;
  EXPECT_TRUE(contains(csv, "# no_data: ") && contains(csv, "not_asked: ") &&
              contains(csv, "fewer_than_k: ") && contains(csv, "0: zero"));
  EXPECT_FALSE(contains(csv, ",,"));
}

}  // namespace
}  // namespace tablero::test
