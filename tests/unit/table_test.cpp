// Tables: what is said of a value, what a download has of it, and the sentence about all. Expected
// texts are written by hand; the CSV follows RFC 4180.
#include "model/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "model/csv.h"
#include "model/summary.h"
#include "model/table_text.h"
#include "unit/words_support.h"

namespace tablero {
namespace {

using test::words;

const Reader kReader{words(), Language::es};

// People per edition: published as more than 500, not asked, suppressed, and zero.
Table people() {
  TableBuilder b(kReader);
  b.head({"people", "personas", "editions.json", "Personas"});
  b.column({"edition", "Edición"}).column({"people", "Personas", CellKind::kAmount});
  b.row("2022").word("2022").amount({500, Presence::kValue}, Qualifier::kMoreThan);
  b.sources({"post", "slides"});
  b.row("2023").word("2023").amount({NAN, Presence::kNotAsked}, Qualifier::kExact).sources({});
  b.row("2024").word("2024").amount({NAN, Presence::kFewerThanK}, Qualifier::kExact).sources({});
  b.row("2025").word("2025").amount({0, Presence::kZero}, Qualifier::kExact).sources({"post"});
  return b.done(rows_sentence(b, 0, 1));
}

TEST(Table, AFigureHasOneTextForReadersAndAShortOneBesideItsMark) {
  const Table t = people();
  EXPECT_EQ(t.at(0, 1).text, "más de 500");
  EXPECT_EQ(t.at(0, 1).brief, "+500");
  EXPECT_EQ(t.at(0, 1).value, 500);
  EXPECT_EQ(t.at(0, 1).sources, "post slides");
}

TEST(Table, MissingIsNotZero) {
  const Table t = people();
  EXPECT_EQ(t.at(1, 1).text, "no se preguntó");
  EXPECT_EQ(t.at(2, 1).text, "muy pocas");
  EXPECT_EQ(t.at(3, 1).text, "0");
  EXPECT_FALSE(t.at(1, 1).known());
  EXPECT_TRUE(std::isnan(t.at(1, 1).value));
  EXPECT_TRUE(t.at(3, 1).known());
}

TEST(Table, TheSentenceTellsRangeLargestAndWhatIsMissing) {
  EXPECT_EQ(people().sentence(),
            "Personas. De 0 a +500. Los mayores: 2022, +500; 2025, 0. 2 sin datos.");
}

TEST(Table, TextsStayWhereTheyAreWhenATableMoves) {
  List<Table> tables;
  for (int i = 0; i < 20; ++i) tables.push_back(people());
  EXPECT_EQ(tables[0].at(0, 1).text, "más de 500");
  const Table last = std::move(tables[19]);
  tables.clear();
  EXPECT_EQ(last.head().file, "personas");
  EXPECT_EQ(last.sentence().substr(0, 9), "Personas.");
}

TEST(Table, ADownloadHasValuesQualifiersCodesAndSources) {
  const Table t = people();
  EXPECT_EQ(csv_of({&t, 1}).bytes(),
            "\xEF\xBB\xBF"
            "edition,people,qualifier,sources\r\n"
            "2022,500,more_than,post slides\r\n"
            "2023,not_asked,exact,\r\n"
            "2024,fewer_than_k,exact,\r\n"
            "2025,0,exact,post\r\n");
}

TEST(Table, ADownloadHasAllDigitsWordsOfTheDataAndBounds) {
  TableBuilder b(kReader);
  b.head({"d", "d", "d", "d"});
  b.column({"month", "Mes"}).column({"kind", "Tipo"}).column({"score", "Nota", CellKind::kShare});
  b.column({"difference", "Diferencia", CellKind::kInterval});
  b.row("a").date({2024, 3, 0}).word("talk", "charla").number(85.926, 1).interval(3.125, 2, 1);
  b.row("b").date({}).word("=1+1").number(NAN, 1).interval(NAN, 2, 1);
  b.row("c").date({2024, 3, 0}).word("ama").number(0, 1).interval(-0.5, NAN, 1);
  const Table tables[] = {b.done("d")};
  EXPECT_EQ(tables[0].at(0, 0).text, "marzo de 2024");
  EXPECT_EQ(tables[0].at(0, 1).text, "charla");
  EXPECT_EQ(tables[0].at(0, 2).text, "85,9");
  EXPECT_EQ(tables[0].at(0, 3).text, "+3,1 ± 2,0");
  EXPECT_EQ(tables[0].at(1, 2).text, "sin datos");
  EXPECT_EQ(tables[0].at(1, 3).text, "sin datos");
  EXPECT_EQ(tables[0].at(2, 3).text, "−0,5");
  EXPECT_EQ(csv_of(tables).bytes(),
            "\xEF\xBB\xBF"
            "month,kind,score,difference,difference_low,difference_high\r\n"
            "2024-03,talk,85.926,3.125,1.125,5.125\r\n"
            "no_data,\"'=1+1\",no_data,no_data,no_data,no_data\r\n"
            "2024-03,ama,0,-0.5,no_data,no_data\r\n");
}

TEST(Table, SeveralTablesAreOneDownload) {
  const Table both[] = {people(), people()};
  const Csv csv = csv_of(both);
  const std::string& bytes = csv.bytes();
  EXPECT_EQ(bytes.find("edition"), bytes.rfind("edition")) << "one line of heads";
  EXPECT_EQ(std::count(bytes.begin(), bytes.end(), '\n'), 1 + 2 * 4);
}

TEST(Table, APlaceHasItsBoundsAndALinkItsAddress) {
  TableBuilder b(kReader);
  b.head({"t", "t", "t", "t"});
  b.columns({{"rank", "n.one", CellKind::kInterval}, {"model", "n.other"}, {"code"}});
  b.row("a").place(2, 1, 3, "2, entre 1 y 3").word("org/a", "a").url("https://example.org/a");
  b.word("x");
  b.row("b").place(0, 0, 0, "sin datos").word("").named("month.", "3");
  const Table t = b.done("t");
  EXPECT_EQ(t.columns()[1].name, "{n} ciudades") << "by its key";
  EXPECT_TRUE(t.columns()[2].only_download) << "without a key";
  EXPECT_EQ(t.at(0, 0).brief, "2");
  EXPECT_EQ(t.at(0, 1).url, "https://example.org/a");
  EXPECT_EQ(t.at(1, 2).text, "marzo");
  EXPECT_EQ(csv_of({&t, 1}).bytes(),
            "\xEF\xBB\xBF"
            "rank,rank_low,rank_high,model,code\r\n"
            "2,1,3,org/a,x\r\n"
            "no_data,no_data,no_data,,3\r\n");
}

TEST(Table, AnEditionIsItsYearOrWhatIsSaidInstead) {
  TableBuilder b(kReader);
  b.head({"t", "t", "t", "t"}).columns({{"edition", "n.one"}});
  b.row("a").edition(2024).row("b").edition(0, "otros");
  const Table t = b.done("t");
  EXPECT_EQ(t.at(0, 0).year(), 2024);
  EXPECT_EQ(t.at(1, 0).year(), 0);
  EXPECT_EQ(t.at(1, 0).text, "otros");
  EXPECT_EQ(t.at(1, 0).code, "no_data");
}

TEST(TableText, IsWhatReadersSeeCellByCell) {
  TableBuilder b(kReader);
  b.head({"t", "t", "t", "Título"});
  b.columns({{"edition", "n.one"}, {"kind", "n.other"}, {"hidden"}});
  b.column({"n", "Personas", CellKind::kNumber, "miles"});
  b.row("a", true, "nota").word("2024").word("x\x1fy\n").word("no").number(1.5, 1);
  EXPECT_EQ(table_text(b.done("t")),
            "3\x1f"
            "2\x1fTítulo\x1f{n} ciudad\x1f{n} ciudades\x1fPersonas (miles)\x1f"
            "2024\x1fx y  (nota)\x1f"
            "1,5\x1f");
}

TEST(TableText, OfWordsAloneIsHeadedByTheFirst) {
  TableBuilder b(kReader);
  b.head({"t", "t", "t", "T"}).columns({{"a", "n.one"}, {"b", "n.other"}});
  b.row("r", true, "nota").word("x").word("y");
  EXPECT_EQ(table_text(b.done("t")),
            "2\x1f"
            "1\x1fT\x1f{n} ciudad\x1f{n} ciudades\x1fx (nota)\x1fy\x1f");
}

TEST(Summary, TotalsAreOfTheWordsInTheOrderInWhichTheyCome) {
  TableBuilder b(kReader);
  b.head({"t", "t", "t", "Charlas"});
  b.column({"kind", "Tipo"}).column({"year", "Año"}).column({"n", "Charlas", CellKind::kNumber});
  const auto add = [&](const char* kind, const char* year, int n) {
    b.row(year).word(kind).word(year).count(n, "n");
  };
  add("ama", "2022", 1);
  add("ama", "2023", 2);
  add("taller", "2022", 1200);
  add("taller", "2023", 0);
  EXPECT_EQ(totals_sentence(b, 0, 2), "Charlas. De 3 a 1.200. Los mayores: taller, 1.200; ama, 3.");
  EXPECT_EQ(totals_sentence(b, 1, 2), "Charlas. De 2 a 1.201. Los mayores: 2022, 1.201; 2023, 2.");
  const Table t = b.done("t");
  EXPECT_EQ(t.run(0, 0), 2u);
  EXPECT_EQ(t.at(0, 2).text, "1 ciudad");
  EXPECT_EQ(t.at(0, 2).brief, "1");
}

TEST(Summary, RowsWithoutAMarkOrALabelAreNotCompared) {
  TableBuilder b(kReader);
  b.head({"t", "t", "t", "Equipos"});
  b.column({"size", "Tamaño", CellKind::kNumber}).column({"n", "Proyectos", CellKind::kNumber});
  b.row("1").number(1, 0).number(7, 0);
  b.row("2", false).number(2, 0).number(900, 0);
  b.row("none").number(NAN, 0).number(12, 0);
  EXPECT_EQ(rows_sentence(b, 0, 1), "Equipos. De 7 a 7. Los mayores: 1, 7.");
}

TEST(Summary, NothingKnownIsSaid) {
  TableBuilder b(kReader);
  b.head({"t", "t", "t", "Equipos"}).column({"a", "A"}).column({"n", "N", CellKind::kNumber});
  EXPECT_EQ(rows_sentence(b, 0, 1), "Equipos. sin datos.");
  b.row("1").word("x").number(NAN, 0);
  EXPECT_EQ(rows_sentence(b, 0, 1), "Equipos. sin datos.");
}

#ifndef NDEBUG
TEST(TableDeathTest, ARowWithTooFewOrTheWrongCellsEndsADebugBuild) {
  ::testing::FLAGS_gtest_death_test_style = "threadsafe";
  const auto begin = [](TableBuilder& b) {
    b.head({"t", "t", "t", "t"}).column({"a", "A"}).column({"n", "N", CellKind::kNumber});
    b.row("1");
  };
  EXPECT_DEATH(
      {
        TableBuilder b(kReader);
        begin(b);
        b.word("x").row("2");
      },
      "cells_");
  EXPECT_DEATH(
      {
        TableBuilder b(kReader);
        begin(b);
        b.number(1, 0);
      },
      "own == kind");
  EXPECT_DEATH(
      {
        TableBuilder b(kReader);
        begin(b);
        b.word("x").number(1, 0).word("y");
      },
      "cells_");
}
#endif

}  // namespace
}  // namespace tablero
