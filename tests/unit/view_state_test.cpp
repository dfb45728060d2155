#include "state/view_state.h"

#include <gtest/gtest.h>

#include <random>

#include "base/list.h"

namespace tablero {
namespace {

std::string random_text(std::mt19937& rng) {
  const char* pieces[] = {
      "a",    "Ñ", "é", ",", "~", "%", "&", "=", "+", " ", "/", "\"", "<b>", "#", "org/model-7B",
      "日本", "?"};
  std::string text;
  const int n = std::uniform_int_distribution<int>(1, 6)(rng);
  for (int i = 0; i < n; ++i) {
    text += pieces[std::uniform_int_distribution<std::size_t>(0, std::size(pieces) - 1)(rng)];
  }
  return text;
}

ViewState random_state(std::mt19937& rng) {
  const auto pick = [&rng](int n) { return std::uniform_int_distribution<int>(0, n - 1)(rng); };
  ViewState s;
  s.view = static_cast<View>(pick(static_cast<int>(View::kCount)));
  s.lang = std::array{"es", "pt", "en", "eu", "pt-BR"}[static_cast<std::size_t>(pick(5))];
  s.theme = static_cast<ThemeChoice>(pick(3));
  for (int i = pick(4); i > 0; --i) toggle_edition(s, 2022 + pick(5));
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    for (int i = pick(3); i > 0; --i) toggle_facet(s, static_cast<Facet>(f), random_text(rng));
  }
  for (int i = pick(4); i > 0; --i) {
    CountryCode c;
    c.letters = {static_cast<char>('A' + pick(26)), static_cast<char>('A' + pick(26))};
    toggle_country(s, c);
  }
  if (pick(2) == 1) s.q = random_text(rng);
  if (pick(2) == 1) {
    s.map.set = true;
    s.map.lon = std::uniform_real_distribution<double>(-179, 179)(rng);
    s.map.lat = std::uniform_real_distribution<double>(-84, 84)(rng);
    s.map.zoom = std::uniform_real_distribution<double>(0, 12)(rng);
    s.map = rounded(s.map);
  }
  s.proj = static_cast<Projection>(pick(2));
  if (pick(2) == 1) s.sort = "-" + random_text(rng);
  for (int i = pick(4); i > 0; --i) s.models.push_back(random_text(rng));
  for (int i = pick(3); i > 0; --i) s.cols.push_back(random_text(rng));
  for (int i = pick(3); i > 0; --i) s.filter.push_back("licence:" + random_text(rng));
  const char* panels[] = {"", "compare", "size", "tasks"};
  s.panel = panels[pick(4)];
  s.raw_scores = pick(2) == 1;
  s.heat_by_table = pick(2) == 1;
  if (pick(2) == 1) s.board = random_text(rng);
  if (pick(2) == 1) s.snapshot = random_text(rng);
  return s;
}

TEST(ViewState, RandomStatesSurviveTheLink) {
  std::mt19937 rng(20260417);
  for (int i = 0; i < 5000; ++i) {
    const ViewState s = random_state(rng);
    const std::string query = to_query(s);
    ASSERT_EQ(from_query(query), s) << query;
    ASSERT_EQ(to_query(from_query(query)), query);
  }
}

// Simulates URLSearchParams: every value is decoded and encoded again, commas included.
TEST(ViewState, SurvivesAPageThatEncodesCommas) {
  ViewState s;
  s.models = {"org/a,b", "c~d", "e"};
  std::string query = to_query(s);
  for (std::size_t at = query.find(','); at != std::string::npos; at = query.find(',')) {
    query.replace(at, 1, "%2C");
  }
  EXPECT_EQ(from_query(query), s);
}

TEST(ViewState, DefaultStateIsAnEmptyQuery) { EXPECT_EQ(to_query(ViewState()), ""); }

TEST(ViewState, ReadsTheContractsExamples) {
  const ViewState s = from_query("?view=mapa&edition=2024,2022&country=mx,ES&map=-3.7,40.4,5");
  EXPECT_EQ(s.view, View::kMapa);
  EXPECT_EQ(s.editions, (List<int>{2022, 2024}));
  ASSERT_EQ(s.countries.size(), 2u);
  EXPECT_EQ(s.countries[0].view(), "ES");
  EXPECT_TRUE(s.map.set);
  EXPECT_DOUBLE_EQ(s.map.zoom, 5);
}

TEST(ViewState, BadValuesFallBackAndUnknownKeysAreIgnored) {
  ViewState base;
  base.view = View::kCharlas;
  const ViewState s = from_query(
      "view=x&lang=../e&theme=&edition=banana&country=1,ESP&map=999,0,1&foo=bar&&==&%zz=%", base);
  EXPECT_EQ(s, base);
  // Other notations of numbers, which C's strtod reads and that of the web does not.
  for (const char* number : {"0x10", "inf", "nan", "%20 5"})
    EXPECT_EQ(from_query(std::string("map=") + number + ",40,5", base), base) << number;
}

TEST(ViewState, NeverFailsOnGarbage) {
  std::mt19937 rng(7);
  for (int i = 0; i < 20000; ++i) {
    std::string garbage;
    const int n = std::uniform_int_distribution<int>(0, 60)(rng);
    for (int k = 0; k < n; ++k) {
      garbage += static_cast<char>(std::uniform_int_distribution<int>(0, 255)(rng));
    }
    const ViewState s = from_query("q=" + garbage + "&map=" + garbage + "&models=" + garbage);
    ASSERT_EQ(from_query(to_query(s)), s);
  }
}

TEST(ViewState, ATypicalLinkIsShort) {
  ViewState s;
  s.view = View::kLeaderboard;
  s.lang = "pt";
  s.editions = {2024};
  s.q = "llama";
  s.sort = "-average,model";
  s.models = {"Qwen/Qwen2.5-7B", "google/gemma-2-9b", "BSC-LT/salamandra-7b"};
  EXPECT_LE(to_query(s).size(), 400u);
}

}  // namespace
}  // namespace tablero
