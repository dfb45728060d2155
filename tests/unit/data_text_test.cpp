#include <gtest/gtest.h>

#include <cctype>

#include "base/hash.h"
#include "base/list.h"
#include "base/text.h"

namespace tablero {
namespace {

// The C library in its own locale, "C".
TEST(Text, ClassesOfCharactersAreThoseOfAscii) {
  for (int i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    EXPECT_EQ(is_digit(c), std::isdigit(i) != 0) << i;
    EXPECT_EQ(is_lower(c), std::islower(i) != 0) << i;
    EXPECT_EQ(is_upper(c), std::isupper(i) != 0) << i;
    EXPECT_EQ(is_letter(c), std::isalpha(i) != 0) << i;
    EXPECT_EQ(to_lower(c), static_cast<char>(std::tolower(i))) << i;
    EXPECT_EQ(to_upper(c), static_cast<char>(std::toupper(i))) << i;
  }
}

TEST(Text, CountryCodesAreTwoCapitalLetters) {
  EXPECT_TRUE(is_country_code("ES"));
  EXPECT_TRUE(is_country_code("XK"));
  for (const char* none : {"", "E", "ESP", "es", "Es", "E1", "\xC3\x91", " E"}) {
    EXPECT_FALSE(is_country_code(none)) << none;
  }
}

TEST(Text, CharactersAsUtf8) {
  const auto utf8 = [](char32_t c) {
    std::string out;
    append_utf8(out, c);
    return out;
  };
  EXPECT_EQ(utf8('a'), "a");
  EXPECT_EQ(utf8(0xF1), "\xC3\xB1");
  EXPECT_EQ(utf8(0x20AC), "\xE2\x82\xAC");
  EXPECT_EQ(utf8(0x1F917), "\xF0\x9F\xA4\x97");
  for (const char32_t none : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    EXPECT_EQ(utf8(none), "\xEF\xBF\xBD");  // U+FFFD
  }
  for (char32_t c = 0; c <= 0x10FFFF; c += 7)
    EXPECT_TRUE(valid_utf8(utf8(c))) << static_cast<std::uint32_t>(c);
}

// Published test vectors, http://www.isthe.com/chongo/src/fnv/test_fnv.c
TEST(Hash, IsFnv1a) {
  EXPECT_EQ(hash_more(kHashStart, ""), 0x811c9dc5u);
  EXPECT_EQ(hash_more(kHashStart, "a"), 0xe40c292cu);
  EXPECT_EQ(hash_more(kHashStart, "foobar"), 0xbf9cf968u);
  EXPECT_EQ(hash_more(hash_more(kHashStart, "foo"), "bar"), 0xbf9cf968u);
}

TEST(Text, FoldDropsCaseAndAccents) {
  EXPECT_EQ(fold("México"), "mexico");
  EXPECT_EQ(fold("ÑANDÚ"), "nandu");
  EXPECT_EQ(fold("Façade"), "facade");
  EXPECT_EQ(fold("São Tomé e Príncipe"), "sao tome e principe");
  EXPECT_EQ(fold("Åland Øresund"), "aland oresund");
  EXPECT_EQ(fold("Straße Æsir Œuvre"), "strasse aesir oeuvre");
  EXPECT_EQ(fold("Łódź İstanbul Žižek Ÿ"), "lodz istanbul zizek y");
  EXPECT_EQ(fold("Güney Ğ ğ Ş ş ı"), "guney g g s s i");
}

// One pair per row of Latin Extended-A, checked against its Unicode decomposition.
TEST(Text, FoldCoversLatinExtendedA) {
  EXPECT_EQ(fold("ĀāĂăĄąĆćĈĉĊċČčĎďĐđ"), "aaaaaaccccccccdddd");
  EXPECT_EQ(fold("ĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħ"), "eeeeeeeeeegggggggghhhh");
  EXPECT_EQ(fold("ĨĩĪīĬĭĮįİıĲĳĴĵĶķĸĹĺĻļĽľĿŀŁł"), "iiiiiiiiiiijijjjkkkllllllllll");
  EXPECT_EQ(fold("ŃńŅņŇňŉŊŋŌōŎŏŐőŒœŔŕŖŗŘř"), "nnnnnnnnnoooooooeoerrrrrr");
  EXPECT_EQ(fold("ŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲų"), "ssssssssttttttuuuuuuuuuuuu");
  EXPECT_EQ(fold("ŴŵŶŷŸŹźŻżŽž"), "wwyyyzzzzzz");
}

TEST(Text, FoldTakesCombiningMarksAndLeavesTheRest) {
  EXPECT_EQ(fold("e\xCC\x81"), "e");        // e and a combining acute accent
  EXPECT_EQ(fold("中文 × ÷"), "中文 × ÷");  // no base letter
  EXPECT_EQ(fold("a\xFF"
                 "B"),
            "a\xFF"
            "b");  // not UTF-8
  EXPECT_EQ(fold(""), "");
}

TEST(Text, MatchesEveryWordInAnyOrder) {
  EXPECT_TRUE(matches_words("ciudad de mexico", "mex ciu"));
  EXPECT_TRUE(matches_words("anything", "  "));
  EXPECT_FALSE(matches_words("ciudad de mexico", "mex lima"));
}

TEST(Text, Trim) {
  EXPECT_EQ(trim(" \t\n x y \r"), "x y");
  EXPECT_EQ(trim("\xC2\xA0x\xC2\xA0"), "x");
  EXPECT_EQ(trim("   "), "");
}

TEST(Text, SplitKeepsEmptyParts) {
  EXPECT_EQ(split("a,,b,", ','), (List<std::string_view>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (List<std::string_view>{""}));
}

TEST(Text, ParseNumber) {
  EXPECT_EQ(parse_number("-12.5"), -12.5);
  EXPECT_EQ(parse_number("1e-3"), 0.001);
  for (const char* bad :
       {"", "nan", "inf", "0x10", "1,5", " 1", "1 ", "1.2.3", "--1", "+1", "1e999"}) {
    EXPECT_FALSE(parse_number(bad).has_value()) << bad;
  }
}

TEST(Text, ParseInteger) {
  EXPECT_EQ(parse_integer("-42"), -42);
  EXPECT_EQ(parse_integer("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(parse_integer("-9223372036854775808"), INT64_MIN);
  for (const char* bad : {"", "-", "1.0", "9223372036854775808", "99999999999999999999", "1a"}) {
    EXPECT_FALSE(parse_integer(bad).has_value()) << bad;
  }
}

TEST(Text, ValidUtf8) {
  EXPECT_TRUE(valid_utf8("ñ 中 \xF0\x9F\x98\x80"));
  for (const char* bad :
       {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE2\x82", "\xFF"}) {
    EXPECT_FALSE(valid_utf8(bad));
  }
}

TEST(Text, ShortenedCutsBetweenCharacters) {
  EXPECT_EQ(shortened("abcdef", 6), "abcdef");
  EXPECT_EQ(shortened("abcdefg", 6), "abc...");
  EXPECT_EQ(shortened("ññññ", 6), "ñ...");
}

}  // namespace
}  // namespace tablero
