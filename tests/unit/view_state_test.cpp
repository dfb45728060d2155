#include "state/view_state.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "base/list.h"
#include "base/text.h"
#include "state/keys.h"

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

struct Row {
  std::string_view name, type;
};
#define TABLERO_KEY(name, type, ...) {#name, type},
constexpr Row kRows[] = {
#include "state/keys.def"
};
#undef TABLERO_KEY

// The words that a key's type in tablero.d.ts names; none if any text is allowed.
List<std::string> words_of(std::string_view type) {
  List<std::string> words;
  if (type == "TableroView") {
    for (int i = 0; i < static_cast<int>(View::kCount); ++i) {
      words.emplace_back(view_name(static_cast<View>(i)));
    }
  }
  if (type.find("string") != std::string_view::npos) return words;
  for (std::size_t at = type.find('\''); at != std::string_view::npos;) {
    const std::size_t end = type.find('\'', at + 1);
    words.emplace_back(type.substr(at + 1, end - at - 1));
    at = type.find('\'', end + 1);
  }
  return words;
}

// A value of a key of that type. Keys of texts ask for different things, so each gets all of them.
std::string random_value(std::mt19937& rng, std::string_view type) {
  const auto pick = [&rng](int n) { return std::uniform_int_distribution<int>(0, n - 1)(rng); };
  const auto real = [&rng](double most) {
    return std::to_string(std::uniform_real_distribution<double>(-most, most)(rng));
  };
  const List<std::string> words = words_of(type);
  if (!words.empty()) return words[static_cast<std::size_t>(pick(static_cast<int>(words.size())))];
  switch (pick(6)) {
    case 0:
      return std::to_string(2020 + pick(9)) + "," + std::to_string(2020 + pick(9));
    case 1:
      return std::string(1, static_cast<char>('a' + pick(26))) + "R,es,MX";
    case 2:
      return real(180) + "," + real(90) + "," + std::to_string(pick(2400) / 100.0);
    case 3:
      return std::array{"pt", "en", "eu", "pt-BR"}[static_cast<std::size_t>(pick(4))];
    case 4:
      return random_text(rng) + "," + random_text(rng) + "," + random_text(rng);
    default:
      return random_text(rng);
  }
}

TEST(ViewState, RandomStatesOfAllKeysSurviveTheLink) {
  ASSERT_EQ(std::size(kRows), link_keys().size());
  std::mt19937 rng(20260417);
  std::map<std::string_view, std::set<std::string>> written;
  for (int i = 0; i < 5000; ++i) {
    ViewState s;
    for (std::size_t k = 0; k < std::size(kRows); ++k) {
      if (rng() % 2 == 0) link_keys()[k].read(random_value(rng, kRows[k].type), s);
    }
    const std::string query = to_query(s);
    ASSERT_EQ(from_query(query), s) << query;
    ASSERT_EQ(to_query(from_query(query)), query);
    for (const LinkKey& key : link_keys()) written[key.name].insert(key.write(s));
  }
  // No key was left out: each had its default and every word, or several texts.
  for (const Row& row : kRows) {
    const std::set<std::string>& values = written[row.name];
    EXPECT_TRUE(values.contains("")) << row.name;
    const List<std::string> words = words_of(row.type);
    EXPECT_GE(values.size(), words.empty() ? 4u : std::max<std::size_t>(2, words.size()))
        << row.name << ": no random value of type " << row.type << " is read";
  }
}

TEST(ViewState, TheWordsOfTheTypesAreThoseThatAreRead) {
  for (const Row& row : kRows) {
    const LinkKey& key = link_keys()[static_cast<std::size_t>(&row - kRows)];
    ASSERT_EQ(key.name, row.name);
    const List<std::string> words = words_of(row.type);
    std::size_t defaults = 0;
    for (const std::string& word : words) {
      ViewState s;
      for (const std::string& other : words) {
        if (other != word) key.read(other, s);
      }
      key.read(word, s);
      if (s == ViewState()) {
        ++defaults;
      } else {
        EXPECT_EQ(key.write(s), word);
      }
      key.read("nosuch", s = ViewState());
      EXPECT_EQ(s, ViewState()) << row.name;
    }
    // A word for the default stands beside others.
    EXPECT_LE(defaults, words.size() > 1 ? 1u : 0u) << row.name;
  }
}

// Links are out there: their spelling and order stay.
TEST(ViewState, AWholeLinkIsReadAndWrittenAsItStands) {
  const std::string link =
      "view=leaderboard&lang=en&theme=dark&edition=2023,2024&country=AR,MX&q=salud&topic=health&"
      "sdg=3&award=first&kind=talk&tier=partner&domain=legal&language=es&metric=events&map=-3.7,40."
      "42,5.5&"
      "proj=globe&shade=cities&points=density&grid=on&board=es&snapshot=lb-2025&sort=-average&"
      "cols=average,size&models=org/a,org/b&filter=licence:mit&panel=size&score=average&model=org/"
      "a&"
      "tasks=skill:qa,donor:none&notes=on&scale=raw&heat=table";
  const ViewState s = from_query(link);
  EXPECT_EQ(to_query(s), link);
  ViewState wanted;
  wanted.view = View::kLeaderboard;
  wanted.lang = "en";
  wanted.theme = ThemeChoice::kDark;
  wanted.editions = {2023, 2024};
  for (const char* code : {"AR", "MX"}) wanted.countries.push_back({{{code[0], code[1]}}});
  wanted.q = "salud";
  const char* facets[] = {"health", "3", "first", "talk", "partner", "legal", "es"};
  for (std::size_t i = 0; i < kFacetCount; ++i) wanted.facets[i].emplace_back(facets[i]);
  wanted.metric = EditionMetric::kEvents;
  wanted.map = rounded({true, -3.7, 40.42, 5.5});
  wanted.proj = Projection::kGlobe;
  wanted.shade = "cities";
  wanted.density = wanted.graticule = wanted.raw_scores = wanted.heat_by_table = wanted.notes =
      true;
  wanted.board = "es";
  wanted.snapshot = "lb-2025";
  wanted.sort = "-average";
  wanted.cols = {"average", "size"};
  wanted.models = {"org/a", "org/b"};
  wanted.filter = {"licence:mit"};
  wanted.panel = "size";
  wanted.score = "average";
  wanted.model = "org/a";
  wanted.tasks = {"skill:qa", "donor:none"};
  EXPECT_EQ(s, wanted);
}

TEST(ViewState, AFacetHasTheNameOfItsKey) {
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    ViewState s;
    toggle_facet(s, static_cast<Facet>(i), "x");
    EXPECT_EQ(to_query(s), std::string(facet_name(static_cast<Facet>(i))) + "=x");
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

// Found by random links.
TEST(ViewState, TextsAreUtf8) {
  EXPECT_EQ(from_query("q=a%FFb").q, "");
  EXPECT_EQ(from_query("q=%C3").q, "");
  EXPECT_EQ(from_query("q=%C3%A9&topic=%E2%80").facets[0].size(), 0u);
  // Cut between characters, not in one.
  std::string accents;
  for (int i = 0; i < 2000; ++i) accents += "%C3%A9";
  for (const char* shift : {"", "x"}) {
    const std::string q = from_query("q=" + std::string(shift) + accents).q;
    EXPECT_TRUE(valid_utf8(q));
    EXPECT_GT(q.size(), 100u);
  }
}

// 66 characters of three bytes are 198; the 67th would end behind the limit of 200.
TEST(ViewState, ALongTextIsCutBetweenCharacters) {
  std::string text, encoded;
  for (int i = 0; i < 67; ++i) {
    text += "\xE2\x82\xAC";
    encoded += "%E2%82%AC";
  }
  const ViewState s = from_query("q=" + encoded + "&topic=a" + encoded);
  EXPECT_EQ(s.q, text.substr(0, 198));
  // A filter's word has at most 64 bytes: one and 21 characters of three.
  EXPECT_EQ(facet_values(s, Facet::kTopic).front(), "a" + text.substr(0, 63));
  EXPECT_EQ(from_query(to_query(s)), s);
}

TEST(ViewState, OtherCountriesLetGoOfThePlaceOfTheMap) {
  CountryCode spain;
  ASSERT_TRUE(parse_country("ES", spain));
  ViewState s = from_query("country=MX&map=1,2,3");
  choose_countries(s, s.countries);
  EXPECT_TRUE(s.map.set) << "the same countries";
  toggle_country(s, spain);
  EXPECT_EQ(to_query(s), "country=ES,MX");
  s = from_query("country=MX&map=1,2,3&q=a");
  clear_filters(s);
  EXPECT_EQ(to_query(s), "");
  s = from_query("map=1,2,3&q=a");
  clear_filters(s);
  EXPECT_EQ(to_query(s), "map=1,2,3");
}

}  // namespace
}  // namespace tablero
