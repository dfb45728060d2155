// What is printed, what is written into cells of spreadsheets, and addresses: texts that mean more
// than they show.
#include "base/unseen.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"
#include "data/json_value.h"
#include "data/url.h"
#include "data_support.h"
#include "model/csv.h"

namespace tablero {
namespace {

TEST(Unseen, IsPrintedAsItsNumber) {
  EXPECT_EQ(printable("Bogot\u00E1, \u00D1and\u00FA \U0001F30E"),
            "Bogot\u00E1, \u00D1and\u00FA \U0001F30E");
  EXPECT_EQ(printable("a\x1b[31mb"), "a\\u001b[31mb");
  EXPECT_EQ(printable("a\r\n\tb\x7f"), "a\\u000d\\u000a\\u0009b\\u007f");
  EXPECT_EQ(printable(std::string("a\0b", 3)), "a\\u0000b");
  EXPECT_EQ(printable("\u0085\u009B31m"), "\\u0085\\u009b31m");
  EXPECT_EQ(printable("a\u202Eb\u2066c\u200Ed\u061Ce"), "a\\u202eb\\u2066c\\u200ed\\u061ce");
  EXPECT_EQ(printable("a\u200Bb\uFEFFc\u00ADd\u2028e"), "a\\u200bb\\ufeffc\\u00add\\u2028e");
  EXPECT_EQ(printable("a\U000E0041b"), "a\\U000e0041b");
  EXPECT_EQ(printable("a\xE9 b\xC3"), "a\\xe9 b\\xc3");
}

TEST(Unseen, NamesTheFirstThatATextOfTheDataMayNotHave) {
  EXPECT_EQ(first_unseen("Lima\nPer\u00FA"), "");
  EXPECT_EQ(first_unseen("Ana\u202Egnp"), "\\u202e");
  EXPECT_EQ(first_unseen("An\u200Ba"), "\\u200b");
  EXPECT_EQ(first_unseen("\u3164"), "\\u3164");
  EXPECT_EQ(first_unseen("a\x1b"), "\\u001b");
  EXPECT_EQ(first_unseen("a\xFF"), "");  // not seen as such: the reader of JSON refuses it
}

// A family, a flag, a heart, a keycap; a Persian word with a non-joiner.
TEST(Unseen, JoinersAndSelectorsWhereTheyMeanSomething) {
  for (const char* honest :
       {"\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F3F3\uFE0F\u200D\U0001F308",
        "\u2764\uFE0F", "1\uFE0F\u20E3", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"}) {
    EXPECT_EQ(first_unseen(honest), "") << honest;
  }
  EXPECT_EQ(first_unseen("Mar\u200D\u00EDa"), "\\u200d");
  EXPECT_EQ(first_unseen("a\u200C"), "\\u200c");
  EXPECT_EQ(first_unseen("a\uFE0F"), "\\ufe0f");
  EXPECT_EQ(first_unseen("\U0001F468\u200D"), "\\u200d");
  EXPECT_EQ(first_unseen("\U0001F468\u200D\u200D\U0001F468"), "\\u200d");
}

TEST(Unseen, AFaultPrintsNoneOfThem) {
  const Fault fault{"dir\x1b]0;x\x07/f.json", "/a\u202E", "x\u009B", "y\u200B"};
  EXPECT_EQ(fault.line(),
            "dir\\u001b]0;x\\u0007/f.json: /a\\u202e: expected x\\u009b, found y\\u200b");
}

TEST(Url, WhatEveryBrowserReadsAlike) {
  for (const char* good :
       {"https://example.org", "http://example.org/", "https://a.b-c.example:8443/x?y=1#z",
        "https://xn--espaa-rta.example/ma%C3%B1ana", "https://example.org?q=a:b@c",
        "https://example.org/a/(b),c;d=e!'*~$&[1]", "https://example.org/Sebasti\u00E1n",
        "https://1password.example", "https://localhost/"}) {
    EXPECT_TRUE(valid_url(good)) << good;
  }
}

TEST(Url, Malformed) {
  for (const char* bad : {"",
                          "https:",
                          "https://",
                          "https:///x",
                          "//example.org",
                          "ftp://example.org/abc",
                          "javascript:alert(1)",
                          "HTTPS://example.org",
                          "https://a b.org",
                          "https://exa\tmple.org",
                          "https://example.org/a b",
                          "https://example.org/\n",
                          "https://user@example.org",
                          "https://user:word@example.org",
                          "https://example.org:0",
                          "https://example.org:65536",
                          "https://example.org:80a",
                          "https://example.org:",
                          "https://.example.org",
                          "https://example..org",
                          "https://example.org.",
                          "https://-a.org",
                          "https://a-.org",
                          "https://exa_mple.org",
                          "https://ex\u00E1mple.org",
                          "https://[::1]/",
                          "https://127.0.0.1/",
                          "https://example.123",
                          "https://example.0x7f",
                          "https://example.org/%",
                          "https://example.org/%4",
                          "https://example.org/%zz",
                          "https://example.org\\x",
                          "https://example.org/\\x",
                          "https://example.org/\"",
                          "https://example.org/<b>",
                          "https://example.org/\u202Egnp.exe",
                          "https://example.org/\u200B",
                          "https://%65xample.org",
                          "https://example.org%2F@x"}) {
    EXPECT_FALSE(valid_url(bad)) << bad;
  }
  EXPECT_FALSE(valid_url("https://example.org/" + std::string(1000, 'a')));
  EXPECT_FALSE(valid_url("https://" + std::string(64, 'a') + ".org"));
}

// What stands in a cell after "a;": as Excel reads it where the comma is the decimal sign.
std::string cell(std::string_view text) {
  const std::string bytes = Csv().text(text).bytes();
  return bytes.substr(3);
}

TEST(CsvCells, AFormulaIsGuardedWhereverACellBegins) {
  EXPECT_EQ(cell("=1+1"), "\"'=1+1\"");
  EXPECT_EQ(cell("@SUM(A1)"), "\"'@SUM(A1)\"");
  EXPECT_EQ(cell("+34 600"), "\"'+34 600\"");
  EXPECT_EQ(cell("-x"), "\"'-x\"");
  EXPECT_EQ(cell("a;=1"), "\"a;'=1\"");
  EXPECT_EQ(cell("a\t@x"), "\"a\t'@x\"");
  EXPECT_EQ(cell("a,+x|=1"), "\"a,'+x|'=1\"");
  EXPECT_EQ(cell("a\r\n=1"), "\"a\r\n'=1\"");
  EXPECT_EQ(cell("\t=1"), "\"'\t'=1\"");
  EXPECT_EQ(cell("a;\tx"), "\"a;'\tx\"");
  EXPECT_EQ(cell("\rx"), "\"'\rx\"");
  EXPECT_EQ(cell("a; =1"), "\"a;' =1\"");
  EXPECT_EQ(cell("a;\"=1\""), "\"a;'\"\"=1\"\"\"");
  EXPECT_EQ(cell("\u200B=1"), "\"'\u200B=1\"");
  EXPECT_EQ(cell("\uFF1D1"), "\"'\uFF1D1\"");
  EXPECT_EQ(cell("a;\uFF20x"), "\"a;'\uFF20x\"");
}

// The cases that copied cells are tested with too (tests/web/copying.test.mjs).
TEST(CsvCells, AreGuardedAsCopiedCellsAre) {
  const std::string cases =
      test::file_text(std::string(TABLERO_TEST_DIR) + "/fixtures/formulas.json");
  const Result<JsonValue> all = parse_json(cases, "formulas.json");
  ASSERT_TRUE(all.ok());
  EXPECT_GT(all.value().items().size(), 10u);
  for (const JsonValue& each : all.value().items()) {
    std::string made = cell(each.items()[0].text);
    if (!made.empty() && made.front() == '"') made = made.substr(1, made.size() - 2);
    EXPECT_EQ(made, each.items()[1].text);
  }
}

TEST(CsvCells, WhatIsNoFormulaStays) {
  EXPECT_EQ(cell("-5"), "-5");
  EXPECT_EQ(cell("-12.5e3"), "-12.5e3");
  EXPECT_EQ(cell("a-b=c"), "a-b=c");
  EXPECT_EQ(cell("a;b"), "\"a;b\"");
  EXPECT_EQ(cell("x@y.org"), "x@y.org");
  EXPECT_EQ(cell(""), "");
  EXPECT_EQ(Csv().number(-0.25).bytes().substr(3), "-0.25");
}

}  // namespace
}  // namespace tablero
