// Registration files as organizers really have them: exports of other services, lists kept by hand,
// and what is no table at all. The numbers of people are those that a reader of the file counts.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "data/cities.h"
#include "data/countries.h"
#include "import/csv_reader.h"
#include "import/identity.h"
#include "import/registrations.h"
#include "import/statuses.h"
#include "unit/import_support.h"

namespace tablero {
namespace {

using test::fixture;
using test::from_memory;

Result<Registrations> read(std::string bytes, const ImportMap& map = {}) {
  static const auto countries = load_countries(
      test::file_text(std::string(TABLERO_DATA_DIR) + "/countries.json"), "countries.json");
  static const PlaceFinder finder(test::gazetteer(), countries.value());
  CsvReader csv(from_memory(std::move(bytes)), "f.csv", map.separator);
  return read_registrations(csv, "f.csv", test::gazetteer(), finder, map, {3, 4}, {});
}

struct Counted {
  int people = 0;
  std::size_t cities = 0, countries = 0;
  bool operator==(const Counted&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Counted& c) {
  return out << c.people << " people, " << c.cities << " cities, " << c.countries << " countries";
}

Counted count(const Result<Registrations>& read) {
  if (!read.ok()) {
    ADD_FAILURE() << read.fault().line();
    return {};
  }
  Counted counted{read.value().people};
  std::set<std::string> countries;
  for (const PlaceCount& place : read.value().places) {
    counted.cities += place.city >= 0;
    if (!place.country.empty()) countries.insert(place.country);
  }
  counted.countries = countries.size();
  return counted;
}

std::string strange(const std::string& name) { return fixture("registrations/strange/" + name); }

// `rows` of the pattern, with "#" for the number of the row.
std::string repeated(int rows, const std::string& pattern, int first = 0) {
  std::string text;
  for (int i = first; i < first + rows; ++i) {
    for (const char c : pattern) c == '#' ? text += std::to_string(i) : text += c;
  }
  return text;
}

TEST(StrangeFiles, ExportsOfServices) {
  const Counted everybody{125, 11, 9};
  EXPECT_EQ(count(read(strange("03_eb2023_buyer.csv"))), everybody);
  EXPECT_EQ(count(read(strange("16_excel_es_cp1252.csv"))), everybody);
  EXPECT_EQ(count(read(strange("20_preamble.csv"))), everybody);
  EXPECT_EQ(count(read(strange("21a_dup_city.csv"))), everybody);
  EXPECT_EQ(count(read(strange("28_twice.csv"))), everybody);
  EXPECT_EQ(count(read(strange("10b_luma_all_states.csv"))).people, 25);
  EXPECT_EQ(count(read(strange("27_estado_status.csv"))).people, 63);
}

TEST(StrangeFiles, QuestionsThatOnlyLookLikePlaces) {
  EXPECT_EQ(count(read(strange("29a_rural.csv"))), (Counted{125, 0, 9}));
  EXPECT_EQ(count(read(strange("29d_present.csv"))), (Counted{125, 0, 9}));
  const std::string studies = repeated(6, "a#@example.org,Facultad de Ingeniería,\"Lima, Perú\"\n");
  EXPECT_EQ(count(read("Email,¿Dónde estás estudiando?,¿Desde qué ciudad y país participas?\n" +
                       studies)),
            (Counted{6, 1, 1}));
  // Nothing in the heading says so, but the answers do: nobody lives in two countries.
  const std::string host = repeated(6, "a#@example.org,\"Madrid, España\",Perú\n");
  EXPECT_EQ(count(read("Email,¿En qué lugar nos encontramos?,¿En qué país vives?\n" + host)),
            (Counted{6, 0, 1}));
}

TEST(StrangeFiles, AHeadingBelowATitle) {
  const std::string rows = repeated(6, "a#@example.org,Lima,Perú\n");
  for (const int above : {0, 1, 5, 18}) {
    const std::string text = repeated(above, "Asistentes,,\n") + "Correo,Ciudad,País\n" + rows;
    const Result<Registrations> people = read(text);
    EXPECT_EQ(count(people), (Counted{6, 1, 1})) << above;
    EXPECT_EQ(people.value().report.heading_line, static_cast<std::size_t>(above) + 1);
  }
  EXPECT_EQ(count(read(",,\n,,\nCorreo,Ciudad,País\n" + rows)), (Counted{6, 1, 1}));
}

TEST(StrangeFiles, RowsThatAreNobody) {
  const std::string rows = repeated(6, "a#@example.org,Ana #,Lima,Perú\n");
  const std::string heading = "Correo,Nombre,Ciudad,País\n";
  for (const std::string nobody : {",,,\n", " , ,\t,\n", "TOTAL,6,,\n", "Total general,,,6\n",
                                   "Suma: 6,,,\n", "Correo,Nombre,Ciudad,País\n", ",TOTAL,,\n"}) {
    const Result<Registrations> people = read(heading + rows + nobody + nobody);
    EXPECT_EQ(count(people), (Counted{6, 1, 1})) << nobody;
    EXPECT_EQ(people.value().report.not_people, 2u) << nobody;
  }
  // Somebody whose name is Total, and somebody without a place.
  EXPECT_EQ(
      count(read(heading + rows + "t@example.org,Total,Lima,Perú\nu@example.org,,,\n")).people, 8);
}

TEST(StrangeFiles, StatusesByTheirValues) {
  const auto people = [](const std::string& heading, const std::string& yes,
                         const std::string& no) {
    return count(read("Email," + heading + ",Ciudad,País\n" +
                      repeated(6, "a#@example.org," + yes + ",Lima,Perú\n") +
                      repeated(4, "b#@example.org," + no + ",Lima,Perú\n")))
        .people;
  };
  EXPECT_EQ(people("approval_status", "approved", "waitlist"), 6);
  EXPECT_EQ(people("approval_status", "approved", "invited"), 6);
  EXPECT_EQ(people("RSVP", "Yes", "No"), 6);
  EXPECT_EQ(people("Estado", "Confirmada", "Cancelada"), 6);
  EXPECT_EQ(people("Estado de la inscripción", "Inscrita", "Lista de espera"), 6);
  EXPECT_EQ(people("Situação", "Confirmado", "Em espera"), 6);
  // A region by the same name: everybody counts.
  EXPECT_EQ(people("Estado", "Jalisco", "Puebla"), 10);
}

TEST(StrangeFiles, AStatusThatIsNotUnderstoodStopsTheImport) {
  const std::string rows = repeated(6, "a#@example.org,verde,Lima,Perú\n") +
                           repeated(6, "b#@example.org,rojo,Lima,Perú\n");
  const Result<Registrations> people = read("Email,Estado de la solicitud,Ciudad,País\n" + rows);
  ASSERT_FALSE(people.ok());
  EXPECT_NE(people.fault().expected.find("Estado de la solicitud"), std::string::npos);
  ImportMap map;
  map.count_status = {"verde"};
  EXPECT_EQ(count(read("Email,Estado de la solicitud,Ciudad,País\n" + rows, map)).people, 6);
  ImportMap ignoring;
  ignoring.ignore = {"Estado de la solicitud"};
  EXPECT_EQ(count(read("Email,Estado de la solicitud,Ciudad,País\n" + rows, ignoring)).people, 12);
}

TEST(StrangeFiles, OnePersonUnderSeveralAddresses) {
  const std::string identity = email_identity("ana.gomez@gmail.com");
  for (const char* same : {"Ana.Gomez@Gmail.com", "anagomez@gmail.com",
                           "a.n.a.gomez+x@googlemail.com", " ana.gomez+hackathon@gmail.com ",
                           "Ana Gómez <ana.gomez@gmail.com>", "mailto:ana.gomez@gmail.com"}) {
    EXPECT_EQ(email_identity(same), identity) << same;
  }
  EXPECT_EQ(email_identity("ana+1@example.org"), email_identity("ana+2@example.org"));
  EXPECT_NE(email_identity("a.na@example.org"), email_identity("ana@example.org"));
  for (const char* none : {"", "ana", "@", "ana@", "@example.org", "a@b@c.org", "no tengo",
                           "a b@c.org", "ana@localhost", "-", "n/a"}) {
    EXPECT_EQ(email_identity(none), "") << none;
  }
}

// k counts different people: tickets, tags and repeated names are none.
TEST(StrangeFiles, TicketsAndTagsAreNoPeople) {
  const auto distinct = [](const std::string& text) {
    int sum = 0;
    const Result<Registrations> people = read(text);
    if (!people.ok()) return -1;
    for (const PlaceCount& place : people.value().places) sum += place.distinct;
    return sum;
  };
  EXPECT_EQ(distinct("Email,Quantity,City\na@example.org,5,Lima\n"), 1);
  EXPECT_EQ(distinct("Email,City\n" + repeated(5, "a+#@example.org,Lima\n")), 1);
  EXPECT_EQ(distinct("Name,City\n" + repeated(5, "Ana Gómez,Lima\n")), 1);
  EXPECT_EQ(distinct("Email,Name,City\n" + repeated(5, "no tengo,Ana #,Lima\n")), 5);
  EXPECT_EQ(distinct("Timestamp,City\n" + repeated(5, "1/#/2027,Lima\n", 1)), 5);
}

TEST(StrangeFiles, WhatIsNoCsvSaysSo) {
  const auto found = [](std::string bytes) {
    const Result<Registrations> people = read(std::move(bytes));
    return people.ok() ? std::string("read") : people.fault().found;
  };
  EXPECT_NE(found(strange("25a_respuestas.xlsx")).find("Excel workbook"), std::string::npos);
  EXPECT_NE(found("PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
                .find("LibreOffice"),
            std::string::npos);
  EXPECT_NE(found("PK\x03\x04 Registro.csv").find("ZIP"), std::string::npos);
  EXPECT_NE(found("\xD0\xCF\x11\xE0 old").find("old Excel"), std::string::npos);
  EXPECT_NE(found("%PDF-1.7").find("PDF"), std::string::npos);
  EXPECT_NE(found("\x1F\x8B gz").find("gzip"), std::string::npos);
  EXPECT_NE(found("<html><table><tr><td>Name</td></tr></table>").find("web page"),
            std::string::npos);
  EXPECT_NE(found("\xEF\xBB\xBF<!DOCTYPE html>").find("web page"), std::string::npos);
  EXPECT_NE(found("[{\"email\":\"ana@ejemplo.org\"}]").find("JSON"), std::string::npos);
  EXPECT_NE(found("{ \"rows\": [] }").find("JSON"), std::string::npos);
}

TEST(StrangeFiles, ManyColumns) {
  std::string heading = "Email,City", row = "a@example.org,Lima";
  for (int i = 2; i < 5000; ++i) {
    heading += ",q" + std::to_string(i);
    row += ",x";
  }
  EXPECT_EQ(count(read(heading + "\n" + row + "\n")).people, 1);
  const Result<Registrations> more = read(heading + ",one\n" + row + ",x\n");
  ASSERT_FALSE(more.ok());
  EXPECT_NE(more.fault().expected.find("5000 columns"), std::string::npos);
}

// No fault, hint or list shows a cell that may be somebody's.
TEST(StrangeFiles, NoCellIsShown) {
  const std::string fault = read(strange("24b_no_heading_place.csv")).fault().line();
  for (const char* cell : {"ximena", "Ximena", "612", "Lima"})
    EXPECT_EQ(fault.find(cell), std::string::npos) << fault;
  const std::string names =
      read("Ana Gómez,Villa Perdida\nBruno Olmo,Villa Hallada\n").fault().line();
  EXPECT_EQ(names.find("Ana"), std::string::npos) << names;
  const Result<Registrations> people = read(
      "Email,Nombre,Lugar\n"
      "carmela.olmo@example.org,,Finca Carmela\n"
      "b@example.org,Bruno,Casa de Ana Gómez\n"
      "c@example.org,Celia,Rincón de Bruno\n"
      "d@example.org,Darío,Poblado Inventado\n");
  ASSERT_TRUE(people.ok()) << people.fault().line();
  EXPECT_EQ(people.value().report.unplaced_texts, (std::vector<std::string>{"Poblado Inventado"}));
  EXPECT_EQ(people.value().report.withheld_texts, 3u);
}

// A guess is told even where the text is somebody's name, by the name of the city.
TEST(StrangeFiles, EveryGuessIsTold) {
  const Result<Registrations> people = read("Nombre,Lugar\nCórdoba Paz,Córdoba\n");
  ASSERT_TRUE(people.ok()) << people.fault().line();
  ASSERT_EQ(people.value().report.ambiguous.size(), 1u);
  EXPECT_EQ(people.value().report.ambiguous[0].find("Córdoba: Córdoba ("), 0u);
}

}  // namespace
}  // namespace tablero
