// Proyectos, Charlas, Contribuciones, Fuentes and Panorama as people use them. Expected numbers are
// counted by hand in data/*.json.
#include <gtest/gtest.h>

#include "base/list.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

// Names of the list items below the list called `list`, in reading order.
List<std::string> items(const Driver& d, std::string_view list) {
  const Semantics& s = d.app->semantics();
  std::uint32_t parent = 0;
  List<std::string> names;
  for (const SemanticsNode& n : s.nodes()) {
    if (n.role == static_cast<std::uint8_t>(Role::kList) && s.name(n) == list) parent = n.id;
    if (n.role == static_cast<std::uint8_t>(Role::kListItem) && n.parent == parent && parent != 0) {
      names.emplace_back(s.name(n));
    }
  }
  return names;
}

// How many links and texts stand directly below the list called LIST.
int names_below(const Driver& d, std::string_view list) {
  const Semantics& s = d.app->semantics();
  std::uint32_t parent = 0;
  int count = 0;
  for (const SemanticsNode& n : s.nodes()) {
    if (n.role == static_cast<std::uint8_t>(Role::kList) && s.name(n) == list) parent = n.id;
    count += parent != 0 && n.parent == parent ? 1 : 0;
  }
  return count;
}

TEST(Projects, WinnersComeFirstThenByEdition) {
  Driver d("view=proyectos", 1280, 4000);
  const List<std::string> names = items(d, "Proyectos");
  ASSERT_EQ(names.size(), 31u);
  EXPECT_EQ(names[0], "TralaleloTralala-MemeAlign");  // first prizes of 2025, 2024, 2022
  EXPECT_EQ(names[1], "NoticIA");
  EXPECT_EQ(names[2], "BiomedIA");
  EXPECT_EQ(names[3], "IberoTales");
}

TEST(Projects, AGoalFiltersCountsAndGoesAway) {
  // Goal 3: RecetasDeLaAbuel@, SMC, ChaterapIA, ComeBien.
  Driver d("view=proyectos&sdg=3", 1280, 4000);
  EXPECT_TRUE(d.has(Role::kStatus, "4 de 31")) << d.texts(Role::kStatus);
  EXPECT_EQ(items(d, "Proyectos").size(), 4u);
  d.press(Role::kButton, "Quitar el filtro 3. Salud y bienestar");
  EXPECT_TRUE(d.has(Role::kStatus, "31 de 31"));
  EXPECT_EQ(d.platform.states.back(), "view=proyectos");
}

TEST(Projects, AFacetMenuCountsWhatItWouldLeave) {
  Driver d("view=proyectos", 1280, 900);
  d.press(Role::kButton, "ODS");
  const Found goal = d.get(Role::kCheckBox, "3. Salud y bienestar");
  EXPECT_EQ(goal.value, "4");
  d.press(Role::kCheckBox, "3. Salud y bienestar");
  EXPECT_EQ(d.platform.states.back(), "view=proyectos&sdg=3");
}

TEST(Projects, TheCsvHasTheRowsThatAreShown) {
  Driver d("view=proyectos&sdg=3", 1280, 900);
  d.press(Role::kButton, "Descargar CSV");
  ASSERT_EQ(d.platform.saved.count("tablero-proyectos.csv"), 1u);
  const std::string& csv = d.platform.saved["tablero-proyectos.csv"];
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 5);
  EXPECT_NE(csv.find("2024-comebien,2024,ComeBien"), std::string::npos);
}

TEST(Events, AreGroupedByEditionAndCounted) {
  Driver d("view=charlas", 1280, 900);
  EXPECT_TRUE(d.has(Role::kStatus, "83 de 83"));
  EXPECT_TRUE(d.has(Role::kHeading, "Edición de 2026"));
  Driver one("view=charlas&edition=2024&kind=keynote", 1280, 4000);
  EXPECT_TRUE(one.has(Role::kStatus, "9 de 83")) << one.texts(Role::kStatus);
  EXPECT_TRUE(one.has(Role::kGroup, "marzo de 2024")) << one.texts(Role::kGroup);
  EXPECT_EQ(items(one, "Edición de 2024").size(), 9u);
}

TEST(Events, AMonthOfTheTimelineScrollsToItsEvents) {
  Driver d("view=charlas", 1280, 800);
  d.press(Role::kButton, "marzo de 2022: 12 eventos");
  bool seen = false;
  const Semantics& s = d.app->semantics();
  for (const SemanticsNode& n : s.nodes()) {
    const bool title = s.name(n).find("Recorrido por el ecosistema") != std::string_view::npos;
    seen = seen || (title && (n.state & kStateScrolledOut) == 0 && n.y > 100 && n.y < 800);
  }
  EXPECT_TRUE(seen);
}

TEST(Contributions, NamesTotalsAndThresholdAreAsPublished) {
  Driver d("view=contribuciones", 1280, 6000);
  EXPECT_TRUE(d.has(Role::kText, "1. Francisco-Javier Rodrigo-Ginés: 4.599"))
      << d.texts(Role::kListItem);
  EXPECT_TRUE(
      d.has(Role::kText, "29 personas suman 23.078 preguntas extraídas en la lista publicada."));
  EXPECT_NE(d.texts(Role::kText).find("La línea discontinua marca 300"), std::string::npos);
  // Country lists without numbers show none.
  EXPECT_TRUE(d.has(Role::kButton, "1. España")) << d.texts(Role::kButton);
}

TEST(Contributions, ASearchLeavesTheRowsWithTheirPlaces) {
  Driver d("view=contribuciones&q=corumba", 1280, 2000);
  EXPECT_TRUE(d.has(Role::kHeading, "No queda nada con estos filtros"));
  Driver one("view=contribuciones&q=cumbicus", 1280, 2000);
  EXPECT_TRUE(one.has(Role::kText, "5. Oscar Cumbicus: 1.280")) << one.texts(Role::kText);
}

TEST(Sources, ClaimsThatDisagreeStandSideBySide) {
  Driver d("view=fuentes&q=C24-03", 1280, 900);
  const std::string texts = d.texts(Role::kText);
  for (const char* id : {"C24-01", "C24-03", "C24-04"}) {
    EXPECT_NE(texts.find(id), std::string::npos) << id << "\n" << texts;
  }
  EXPECT_NE(texts.find("Las fuentes no coinciden."), std::string::npos);
}

TEST(Sources, AnErrorIsReportedWithRecordAndLink) {
  Driver d("view=fuentes&q=C24-02", 1280, 900);
  d.press(Role::kButton, "Avisar de un error");
  ASSERT_EQ(d.platform.opened.size(), 1u);
  const std::string& url = d.platform.opened[0];
  EXPECT_EQ(url.rfind("https://github.com/somosnlp/", 0), 0u) << url;
  EXPECT_NE(url.find("C24-02"), std::string::npos);
  EXPECT_NE(url.find("view%3Dfuentes%26q%3DC24-02"), std::string::npos) << url;
  EXPECT_EQ(url.find(' '), std::string::npos);
}

// Milestones are figures too: four claims about the members of the Discord, in order of time.
TEST(Sources, AMilestoneStandsWithTheOthersOfItsKind) {
  Driver d("view=fuentes&q=M-07", 1280, 900);
  EXPECT_TRUE(d.has(Role::kHeading, "personas en Discord")) << d.texts(Role::kHeading);
  const std::string texts = d.texts(Role::kText);
  const std::size_t first = texts.find("M-01"), last = texts.find("M-10");
  EXPECT_LT(texts.find("casi 900"), texts.find("más de 1.900"));
  EXPECT_LT(first, last);
  EXPECT_NE(last, std::string::npos) << texts;
}

// From the published sources: the page of 2023 lists AI The New Sexy under bronze, the text of its
// profile says community.
TEST(Sources, ASponsorWithTwoTiersIsSaid) {
  Driver d("view=fuentes&q=sexy", 1280, 900);
  EXPECT_TRUE(d.has(Role::kHeading, "Nivel de AI The New Sexy")) << d.texts(Role::kHeading);
  const std::string texts = d.texts(Role::kText);
  for (const char* part : {"Edición de 2023", "bronce", "comunidad", "texto de su perfil",
                           "la que se muestra", "otra afirmación"}) {
    EXPECT_NE(texts.find(part), std::string::npos) << part << "\n" << texts;
  }
  Driver other("view=fuentes&q=sexy&edition=2025", 1280, 900);
  EXPECT_FALSE(other.has(Role::kHeading, "Nivel de AI The New Sexy"));
}

// From the published sources: INCLUDE v1 gave priority to Bolivia; BLEND had no rows for it.
TEST(Sources, AFigureOfACountryLeadsFromTheMapToItsCard) {
  Driver d("view=mapa&country=BO", 1280, 900);
  const std::string buttons = d.texts(Role::kButton);
  const std::size_t at = buttons.find("2025 · ");
  ASSERT_NE(at, std::string::npos) << buttons;
  d.press(Role::kButton, buttons.substr(at, buttons.find('\n', at) - at));
  EXPECT_EQ(d.app->state().view, View::kFuentes);
  EXPECT_EQ(d.app->state().q.rfind("BO-", 0), 0u) << d.app->state().q;
  EXPECT_TRUE(d.has(Role::kHeading, "Bolivia")) << d.texts(Role::kHeading);
  EXPECT_NE(d.texts(Role::kText).find(d.app->state().q), std::string::npos);
}

TEST(Sources, ASearchFindsTitlesAndAccents) {
  Driver d("view=fuentes&q=POSTER somos600m", 1280, 900);
  EXPECT_TRUE(d.has(Role::kHeading, "países")) << d.texts(Role::kHeading);
  Driver none("view=fuentes&q=xyzzy", 1280, 900);
  EXPECT_TRUE(none.has(Role::kHeading, "No queda nada con estos filtros"));
}

// A filter would hide the claim that the figure leads to.
TEST(Sources, AFigureLeadsThereWhateverIsFiltered) {
  Driver d("view=panorama&edition=2022&country=MX", 1280, 900);
  d.press(Role::kButton, "participantes: más de 500. Ver la fuente");
  EXPECT_EQ(d.platform.states.back(), "view=fuentes&q=C22-01");
  EXPECT_NE(d.texts(Role::kText).find("C22-01"), std::string::npos);
}

TEST(Panorama, APartOfTheEventsOpensThemFiltered) {
  Driver d("view=panorama", 1280, 4000);
  d.press(Role::kButton, "2024, conferencia: 9");
  EXPECT_EQ(d.platform.states.back(), "view=charlas&edition=2024&kind=keynote");
  EXPECT_TRUE(d.has(Role::kStatus, "9 de 83"));
}

TEST(Panorama, ChartsAreToldInOneSentence) {
  Driver d("view=panorama", 1280, 4000);
  EXPECT_TRUE(
      d.has(Role::kImage,
            "Eventos por edición y tipo. De 1 a 21. Los mayores: 2022, 21; 2023, 21; 2024, 16."))
      << d.texts(Role::kImage);
  EXPECT_NE(d.texts(Role::kImage).find("2 sin datos."), std::string::npos);
}

TEST(Panorama, AFigureLeadsToItsClaim) {
  Driver d("view=panorama&edition=2024", 1280, 900);
  d.press(Role::kButton, "participantes: más de 500. Ver la fuente");
  EXPECT_EQ(d.app->state().view, View::kFuentes);
  EXPECT_EQ(d.app->state().q, "C24-01");
}

TEST(Panorama, ATierShowsWhoIsInIt) {
  Driver d("view=panorama", 1280, 4000);
  d.press(Role::kButton, "oro, 2022: 3");
  EXPECT_EQ(d.platform.states.back(), "edition=2022&tier=gold");
  // The three gold sponsors of 2022, under the table.
  EXPECT_EQ(names_below(d, "Entidades que apoyan cada edición"), 3);
}

}  // namespace
}  // namespace tablero::test
