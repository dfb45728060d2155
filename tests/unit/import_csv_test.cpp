// The CSV reader: RFC 4180 and what spreadsheets make of it.
#include <random>
#include <vector>

#include "unit/import_support.h"

namespace tablero {
namespace {

using test::from_memory;
using Rows = std::vector<std::vector<std::string>>;

// All records; a fault becomes one last record that holds its line.
Rows read_all(std::string bytes, std::size_t piece = 4096, char separator = 0,
              CsvLimits limits = {}) {
  CsvReader csv(from_memory(std::move(bytes), piece), "f.csv", separator, limits);
  Rows rows;
  for (;;) {
    const Result<bool> more = csv.next();
    if (!more.ok()) {
      rows.push_back({more.fault().line()});
      return rows;
    }
    if (!more.value()) return rows;
    rows.emplace_back(csv.fields().begin(), csv.fields().end());
  }
}

TEST(Csv, FieldsWithSeparatorsQuotesAndLineBreaks) {
  EXPECT_EQ(read_all("a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",\r\n"),
            (Rows{{"a", "b"}, {"x, y", "say \"hi\""}, {"two\r\nlines", ""}}));
}

TEST(Csv, EveryKindOfLineEndAndNoneAtTheEnd) {
  const Rows want = {{"a", "b"}, {"1", "2"}, {"3", "4"}};
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string e(end);
    EXPECT_EQ(read_all("a,b" + e + "1,2" + e + "3,4"), want);
    EXPECT_EQ(read_all("a,b" + e + e + "1,2" + e + "3,4" + e + e), want);
  }
}

TEST(Csv, TheSeparatorIsRecognisedEvenWhenCommasStandInText) {
  EXPECT_EQ(read_all("ciudad;nota\nMadrid;uno, dos, tres\nLima;a, b\n")[1],
            (std::vector<std::string>{"Madrid", "uno, dos, tres"}));
  EXPECT_EQ(read_all("a\tb\n1\t\"x\ty\"\n")[1], (std::vector<std::string>{"1", "x\ty"}));
  EXPECT_EQ(read_all("a|b\n1,2|3\n")[1], (std::vector<std::string>{"1,2", "3"}));
  EXPECT_EQ(read_all("sep=;\r\na;b\r\n1,5;2\r\n")[1], (std::vector<std::string>{"1,5", "2"}));
}

TEST(Csv, ASingleColumnIsNotCutAtCommasOfOneRow) {
  EXPECT_EQ(read_all("ciudad\nMadrid\n\"Lima, Perú\"\n"),
            (Rows{{"ciudad"}, {"Madrid"}, {"Lima, Perú"}}));
}

TEST(Csv, EncodingsGiveTheSameText) {
  const Rows want = {{"país", "ñ"}, {"España", "€"}};
  EXPECT_EQ(read_all("\xEF\xBB\xBFpaís,ñ\nEspaña,€\n"), want);
  EXPECT_EQ(read_all("pa\xEDs,\xF1\nEspa\xF1"
                     "a,\x80\n"),
            want);
  std::string little = "\xFF\xFE", big = "\xFE\xFF";
  for (const char32_t c : std::u32string(U"país,ñ\nEspaña,€\n")) {
    little += static_cast<char>(c & 0xFF);
    little += static_cast<char>(c >> 8);
    big += static_cast<char>(c >> 8);
    big += static_cast<char>(c & 0xFF);
  }
  EXPECT_EQ(read_all(little), want);
  EXPECT_EQ(read_all(big), want);
}

TEST(Csv, OneLatin1FieldDoesNotSpoilAUtf8File) {
  EXPECT_EQ(read_all("a,b\nEspaña,Per\xFA\n")[1], (std::vector<std::string>{"España", "Perú"}));
}

TEST(Csv, StrayQuotesAreText) {
  EXPECT_EQ(read_all("a,b\n5\" pipe,x\n\"q\"uote,y\n"),
            (Rows{{"a", "b"}, {"5\" pipe", "x"}, {"quote", "y"}}));
}

TEST(Csv, AnUnfinishedQuoteNamesItsLine) {
  EXPECT_EQ(read_all("a,b\n1,2\n3,\"open\n4,5\n").back()[0],
            "f.csv: line 3: expected a closing quote, found the end of the file");
}

TEST(Csv, RecordsBeyondTheLimitsAreRefused) {
  const CsvLimits limits{100, 5};
  EXPECT_NE(read_all("a,b\n" + std::string(200, 'x') + ",1\n", 4096, ',', limits)
                .back()[0]
                .find("line 2"),
            std::string::npos);
  EXPECT_NE(read_all("a,b\n\"" + std::string(300, '\n') + "\",1\n", 4096, ',', limits)
                .back()[0]
                .find("line 2"),
            std::string::npos);
  EXPECT_NE(read_all("a,b\n1,2,3,4,5,6\n", 4096, ',', limits).back()[0].find("5 columns"),
            std::string::npos);
}

TEST(Csv, LinesAreCountedThroughQuotes) {
  CsvReader csv(from_memory("a,b\n\"x\ny\r\nz\",1\n2,3\n"), "f.csv");
  std::vector<std::size_t> lines;
  while (csv.next().value()) lines.push_back(csv.line());
  EXPECT_EQ(lines, (std::vector<std::size_t>{1, 2, 5}));
}

TEST(Csv, ZeroBytesAndEmptyInputAreHarmless) {
  EXPECT_EQ(read_all(""), Rows{});
  EXPECT_EQ(read_all("\n\r\n \n"), Rows{});
  EXPECT_EQ(read_all(std::string("a,b\n1\0,2\n", 9)), (Rows{{"a", "b"}, {"1", "2"}}));
}

// Text that is written by the rules comes back, whatever it holds and however it arrives.
TEST(Csv, RandomTablesComeBackInAnyPieces) {
  std::mt19937 random(4180);
  const std::string letters[] = {"a", "ñ", "\"", "\n", "\r\n", ",", ";", " ", "0", "€", "\r"};
  for (int i = 0; i < 500; ++i) {
    Rows rows;
    std::string text;
    const std::size_t columns = 2 + random() % 4;
    for (std::size_t r = 0; r < 1 + random() % 6; ++r) {
      rows.emplace_back();
      for (std::size_t c = 0; c < columns; ++c) {
        std::string value = "v";
        for (auto n = random() % 6; n > 0; --n) value += letters[random() % std::size(letters)];
        rows.back().push_back(value);
        text += c > 0 ? ",\"" : "\"";
        for (const char ch : value) text += ch == '"' ? std::string("\"\"") : std::string(1, ch);
        text += '"';
      }
      text += r % 2 == 0 ? "\r\n" : "\n";
    }
    EXPECT_EQ(read_all(text, 1, ','), rows);
    EXPECT_EQ(read_all(text, 7, ','), rows);
    EXPECT_EQ(read_all(text, 100000, ','), rows);
  }
}

}  // namespace
}  // namespace tablero
