// Features of every chart, and the charts of Charlas, Proyectos and the comparison. Expected
// numbers are counted by hand in the frozen data; the tables to take along, by an oracle.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

#include "base/list.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

// The button `name` in the group called `group`; 0 when there is none.
std::uint32_t button_in(const Driver& d, std::string_view group, std::string_view name) {
  const Semantics& s = d.app->semantics();
  std::map<std::uint32_t, std::string_view> groups;
  for (const SemanticsNode& n : s.nodes()) {
    if (n.role == static_cast<std::uint8_t>(Role::kGroup)) groups[n.id] = s.name(n);
    if (n.role != static_cast<std::uint8_t>(Role::kButton) &&
        n.role != static_cast<std::uint8_t>(Role::kLink)) {
      continue;
    }
    const auto at = groups.find(n.parent);
    if (at != groups.end() && at->second.substr(0, group.size()) == group && s.name(n) == name) {
      return n.id;
    }
  }
  return 0;
}

// The table `name` of tests/data/charts_golden.tsv as a file: UTF-8 with its mark, a header, rows.
std::string golden_csv(const std::string& name) {
  std::ifstream in(std::string(TABLERO_TEST_DIR) + "/data/charts_golden.tsv");
  std::string csv = "\xEF\xBB\xBF";
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (line.substr(0, tab) == name) csv += line.substr(tab + 1) + "\r\n";
  }
  return csv;
}

struct Offer {
  const char *query, *chart, *table, *picture;
};

class ChartOffers : public ::testing::TestWithParam<Offer> {};

TEST_P(ChartOffers, PictureDataAndSource) {
  const Offer& o = GetParam();
  Driver d(o.query, 1280, 800);
  const std::uint32_t picture = button_in(d, o.chart, "Descargar PNG");
  ASSERT_NE(picture, 0u);
  d.app->on_activate(picture);
  d.settle();
  ASSERT_EQ(d.platform.pictures.size(), 1u);
  const auto& [file, part] = *d.platform.pictures.begin();
  EXPECT_EQ(file, o.picture);
  // The chart alone, from its heading to its last line, wherever the page was scrolled to.
  EXPECT_GE(part.x, 0);
  EXPECT_GE(part.y, 0);
  EXPECT_LE(part.x + part.w, 1280);
  EXPECT_LE(part.y + part.h, 800);
  EXPECT_GE(part.w, 400);
  EXPECT_GE(part.h, 150);
  EXPECT_LT(part.h, 700);
  d.app->on_activate(button_in(d, o.chart, "Descargar CSV"));
  d.settle();
  const std::string csv = std::string("tablero-") + o.table + ".csv";
  ASSERT_EQ(d.platform.saved.count(csv), 1u) << d.platform.saved.size();
  EXPECT_EQ(d.platform.saved[csv], golden_csv(o.table));
  d.app->on_activate(button_in(d, o.chart, "Ver la fuente"));
  d.settle();
  EXPECT_TRUE(d.app->state().view == View::kFuentes);
}

INSTANTIATE_TEST_SUITE_P(
    Tabs, ChartOffers,
    ::testing::Values(
        Offer{"view=panorama", "Eventos por edición y tipo", "eventos", "tablero-events.png"},
        Offer{"view=panorama", "Proyectos por Objetivo", "ods", "tablero-goals.png"},
        Offer{"view=panorama", "De dónde somos", "ciudades", "tablero-map.png"},
        Offer{"view=charlas", "Ritmo de cada edición", "ritmo", "tablero-pace.png"},
        Offer{"view=charlas", "Tipos de charla", "tipos", "tablero-kinds.png"},
        Offer{"view=charlas", "Eventos mes a mes", "calendario", "tablero-timeline.png"},
        Offer{"view=proyectos", "Tamaño de los equipos", "equipos", "tablero-teams.png"}));

TEST(EventCharts, PaceAndKindsFollowTheFilters) {
  Driver d("view=charlas", 1280, 3000);
  // 2022 has 17 dated talks, 4 of them months later; 2024 has 15 within 36 days.
  EXPECT_TRUE(d.has(Role::kButton, "2022: 13 eventos, 25 días"));
  EXPECT_TRUE(d.has(Role::kButton, "2024: 15 eventos, 36 días"));
  EXPECT_TRUE(d.has(Role::kButton, "conferencia, 2024: 9"));
  EXPECT_TRUE(d.has(Role::kButton, "conferencia, 2022: 0"));
  d.press(Role::kButton, "conferencia, 2024: 9");
  d.settle();
  EXPECT_EQ(facet_values(d.app->state(), Facet::kKind), (List<std::string>{"keynote"}));
  EXPECT_FALSE(d.has(Role::kButton, "2022: 13 eventos, 25 días"));
  d.app->on_query("view=charlas");
  d.settle();
  d.press(Role::kButton, "2024: 15 eventos, 36 días");
  d.settle();
  EXPECT_EQ(d.app->state().editions, (List<int>{2024}));
}

TEST(TeamSizes, BinsMeansAndWhatIsNotKnown) {
  Driver d("view=proyectos", 1280, 6000);
  EXPECT_TRUE(d.has(Role::kButton, "Equipos de 1: 1 proyecto"));
  EXPECT_TRUE(d.has(Role::kButton, "Equipos de 5: 9 proyectos"));
  EXPECT_TRUE(d.has(Role::kButton, "sin datos: 12 proyectos"));
  const std::string texts = d.texts(Role::kText);
  EXPECT_NE(texts.find("2022: 4,5 personas de media (4 de 6 proyectos lo dicen)"),
            std::string::npos);
  EXPECT_NE(texts.find("2024: 3,7 personas de media (15 de 15 proyectos lo dicen)"),
            std::string::npos);
  EXPECT_EQ(texts.find("2025: "), std::string::npos) << "no size is known: no mean";
}

TEST(Comparison, RawAndNormalisedMeansOverTheCommonTasks) {
  // Sums of the 21 tasks of data/leaderboard/results.json with both scores, divided by 21.
  Driver d("view=leaderboard&panel=compare&models=google%2Fgemma-2-9b,Qwen%2FQwen2.5-7B", 1280,
           2500);
  EXPECT_TRUE(d.has(Role::kImage, "Qué cambia al normalizar"));
  EXPECT_TRUE(d.has(Role::kButton, "gemma-2-9b; en bruto: 54,7; normalizada: 42,4"));
  EXPECT_FALSE(d.has(Role::kImage, "Media por idioma")) << "all its tasks are Spanish";
}

TEST(Counts, SayHowMuchOfTheTabIsLeft) {
  Driver d("view=contribuciones", 1280, 900);
  EXPECT_TRUE(d.has(Role::kStatus, "97 de 97"));
  d.app->on_query("view=contribuciones&q=mexico");
  d.settle();
  EXPECT_TRUE(d.has(Role::kStatus, "3 de 97"));
  d.app->on_query("view=fuentes");
  d.settle();
  EXPECT_TRUE(d.has(Role::kStatus, "281 de 281"));
}

TEST(Search, FindsTheWordsThatTheReaderSees) {
  // Five projects have the topic "salud" or a goal or title with it; in English it is "health".
  Driver d("view=proyectos&q=SALUD", 1280, 900);
  EXPECT_TRUE(d.has(Role::kStatus, "5 de 31"));
  d.app->on_query("view=proyectos&lang=en&q=well-being");
  d.settle();
  EXPECT_TRUE(d.has(Role::kStatus, "4 of 31")) << "the projects of goal 3";
}

}  // namespace
}  // namespace tablero::test
