#include "model/format.h"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/words_support.h"

namespace tablero {
namespace {

using test::words;

// Expected texts: Unicode CLDR number patterns of es, pt and en (grouping kept for four digits, as
// the design asks for 1.234,5).
TEST(Format, NumbersFollowTheLanguage) {
  TextArena t;
  EXPECT_EQ(format_number(t, Language::es, 1234.5, 1), "1.234,5");
  EXPECT_EQ(format_number(t, Language::pt, 1234567, 0), "1.234.567");
  EXPECT_EQ(format_number(t, Language::en, 1234.5, 1), "1,234.5");
  EXPECT_EQ(format_number(t, Language::en, 999, 0), "999");
  EXPECT_EQ(format_number(t, Language::es, -0.04, 1), "0,0");
  EXPECT_EQ(format_number(t, Language::es, -1000, 0), "−1.000");
  EXPECT_EQ(format_number(t, Language::es, std::nan(""), 1), "–");
}

// A language with other signs: apostrophes as in Switzerland, narrow spaces as in France.
TEST(Format, ALanguageBringsItsSignsAndItsTextsOfTheData) {
  TextArena t;
  const Language own = language_of(
      "eu", Strings({{"locale.texts", "pt"}, {"locale.group", "\u202f"}, {"locale.point", "’"}}));
  EXPECT_EQ(own.view(), "eu");
  EXPECT_EQ(format_number(t, own, -1234567.5, 1), "−1\u202f234\u202f567’5");
  LocalText text;
  text.text = {"a", "b", "c"};
  EXPECT_EQ(text.in(own), "b");
  EXPECT_NE(own.key(), Language::pt.key());
  EXPECT_FALSE(own == Language::pt);
}

TEST(Format, FourKindsOfMissingHaveFourTexts) {
  TextArena t;
  const Amount zero{0, Presence::kZero};
  Amount none;
  EXPECT_EQ(format_amount(t, words(), Language::es, zero, Qualifier::kExact), "0");
  EXPECT_EQ(format_amount(t, words(), Language::es, none, Qualifier::kExact), "sin datos");
  none.presence = Presence::kNotAsked;
  EXPECT_EQ(format_amount(t, words(), Language::es, none, Qualifier::kExact), "no se preguntó");
  none.presence = Presence::kFewerThanK;
  EXPECT_EQ(format_amount(t, words(), Language::es, none, Qualifier::kExact), "muy pocas");
}

TEST(Format, AQualifierStaysWithItsNumber) {
  TextArena t;
  const Amount a{1500, Presence::kValue};
  EXPECT_EQ(format_amount(t, words(), Language::es, a, Qualifier::kMoreThan), "más de 1.500");
  EXPECT_EQ(format_amount_short(t, words(), Language::es, a, Qualifier::kMoreThan), "+1.500");
  EXPECT_EQ(format_amount(t, words(), Language::es, a, Qualifier::kDerived), "1.500");
}

TEST(Format, DatesSayOnlyWhatIsKnown) {
  TextArena t;
  EXPECT_EQ(format_date(t, words(), Date{2022, 3, 14}), "14 de marzo de 2022");
  EXPECT_EQ(format_date(t, words(), Date{2022, 3, 0}), "marzo de 2022");
  EXPECT_EQ(format_date(t, words(), Date{2022, 0, 0}), "2022");
  EXPECT_EQ(format_date(t, words(), Date{}), "sin fecha");
}

TEST(Strings, PluralsAndMissingKeys) {
  EXPECT_EQ(words().plural("n", 1), "{n} ciudad");
  EXPECT_EQ(words().plural("n", 0), "{n} ciudades");
  EXPECT_EQ(words().plural("n", 21), "{n} ciudades");
  EXPECT_EQ(words().get("no.such.key"), "no.such.key");
  const Strings french({{"locale.one", "0 1"}, {"n.one", "ville"}, {"n.other", "villes"}});
  EXPECT_EQ(french.plural("n", 0), "ville");
  EXPECT_EQ(french.plural("n", 1), "ville");
  for (const long long n : {2LL, 10LL, 11LL, 100LL, -1LL})
    EXPECT_EQ(french.plural("n", n), "villes");
}

TEST(TextArena, PlaceholdersAndLongTexts) {
  TextArena t;
  EXPECT_EQ(t.format("{a}-{b}-{a}-{c}", {{"a", "1"}, {"b", "22"}}), "1-22-1-{c}");
  const std::string big(100000, 'x');
  EXPECT_EQ(t.keep(big), big);
  EXPECT_EQ(t.format("{", {{"a", "1"}}), "{");
}

}  // namespace
}  // namespace tablero
