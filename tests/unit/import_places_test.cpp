// What people type and where it is. The expected GeoNames ids were looked up at geonames.org.
#include <vector>

#include "base/text.h"
#include "import/places.h"
#include "unit/import_support.h"

namespace tablero {
namespace {

class Places : public ::testing::Test {
 protected:
  static const PlaceFinder& finder() {
    static const PlaceFinder f = [] {
      const std::string dir(TABLERO_DATA_DIR);
      static const auto countries =
          load_countries(test::file_text(dir + "/countries.json"), "countries.json");
      return PlaceFinder(test::gazetteer(), countries.value());
    }();
    return f;
  }
  static std::string answer(const Whereabouts& w) {
    if (w.city < 0) return w.country;
    return w.country + " " +
           std::to_string(test::gazetteer().at(static_cast<std::size_t>(w.city)).id);
  }
  static std::string find(std::string_view text) { return answer(finder().find(text)); }
  static std::string find3(std::string_view city, std::string_view region,
                           std::string_view country) {
    return answer(finder().find(city, region, country));
  }
};

struct Case {
  const char* text;
  const char* want;  // country, and GeoNames id of the city when there is one
};

TEST_F(Places, FreeTexts) {
  const Case cases[] = {
      {"CDMX", "MX 3530597"},
      {"cdmx", "MX 3530597"},
      {"Ciudad de México, México", "MX 3530597"},
      {"México, D.F.", "MX 3530597"},
      {"Bogotá D.C.", "CO 3688689"},
      {"bogota, colombia", "CO 3688689"},
      {"Bogotá Colombia", "CO 3688689"},
      {"Madrid, España", "ES 3117735"},
      {"Madrid", "ES 3117735"},
      {"Madrid, Madrid, España", "ES 3117735"},
      {"Madrid (España)", "ES 3117735"},
      {"Madrid - ES", "ES 3117735"},
      {"Spain, Madrid", "ES 3117735"},
      {"Vivo en Madrid", "ES 3117735"},
      {"desde Lima", "PE 3936456"},
      {"I live in London", "GB 2643743"},
      {"Londres", "GB 2643743"},
      {"London, Ontario", "CA 6058560"},
      {"London, ON", "CA 6058560"},
      {"Lima/Perú", "PE 3936456"},
      {"Lima Perú", "PE 3936456"},
      {"San José, Costa Rica", "CR 3621849"},
      {"San Jose CA", "US 5392171"},
      {"San Jose, California", "US 5392171"},
      {"Austin, TX, USA", "US 4671654"},
      {"Santiago de Chile", "CL 3871336"},
      {"Santiago de Compostela", "ES 3109642"},
      {"Guadalajara, España", "ES 3121070"},
      {"Guadalajara, Jalisco", "MX 4005539"},
      {"Córdoba, España", "ES 2519240"},
      {"Córdoba, Argentina", "AR 3860259"},
      {"São Paulo - SP", "BR 3448439"},
      {"Campinas SP", "BR 3467865"},
      {"La Habana", "CU 3553478"},
      {"Nueva York", "US 5128581"},
      {"Washington, D.C.", "US 4140963"},
      {"San Sebastián, España", "ES 3110044"},
      {"Donostia", "ES 3110044"},
      {"A Coruña", "ES 3119841"},
      {"Universidad de Chile, Santiago, Chile", "CL 3871336"},
      {"Granada", "ES 2517117"},
      {"EEUU", "US"},
      {"EE. UU.", "US"},
      {"E.E.U.U.", "US"},
      {"U.S.A", "US"},
      {"Estados Unidos", "US"},
      {"México", "MX"},
      {"Guatemala", "GT"},
      {"Republica Dominicana", "DO"},
      {"Jalisco, México", "MX"},
      {"Londres, España", "ES"},  // no such city there: the country is believed
      {"", ""},
      {"la nube", ""},
      {"persona@example.org", ""},
      {"12345", ""},
      {",,,", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(find(c.text), c.want) << c.text;
}

TEST_F(Places, Columns) {
  EXPECT_EQ(find3("Valencia", "", "ES"), "ES 2509954");
  EXPECT_EQ(find3("Valencia", "", "Venezuela"), "VE 3625549");
  EXPECT_EQ(find3("Madrid, España", "", "España"), "ES 3117735");
  EXPECT_EQ(find3("", "", "esp"), "ES");
  EXPECT_EQ(find3("", "", "Madrid, España"), "ES 3117735");
  EXPECT_EQ(find3("San Jose", "CA", "US"), "US 5392171");
  EXPECT_EQ(find3("San Jose", "CA", ""), "US 5392171");
  EXPECT_EQ(find3("Bogotá", "", "España"), "ES");
  EXPECT_EQ(find3("Mérida", "Yucatán", ""), "MX 3523349");
  EXPECT_EQ(find3("", "", ""), "");
}

TEST_F(Places, RegionsInTheirColumnDecide) {
  EXPECT_EQ(find3("Córdoba", "Veracruz", ""), "MX 3530240");
  EXPECT_EQ(find3("Barcelona", "Anzoátegui", ""), "VE 3648559");
  EXPECT_EQ(find3("Toledo", "PR", "Brasil"), "BR 3446370");
  EXPECT_EQ(find3("Portland", "ME", "USA"), "US 4975802");
  EXPECT_EQ(find3("", "Jalisco", "México"), "MX");
  EXPECT_EQ(find3("Madrid", "Nuevo México", ""), "US");
}

// A slip of the keyboard and initials are never taken without a word.
TEST_F(Places, SlipsAndInitialsAreGuesses) {
  for (const auto& [text, want] :
       {std::pair{"Mededllín", "CO 3674962"}, {"Madird", "ES 3117735"}, {"LA", "US 5368361"}}) {
    const Whereabouts w = finder().find(text);
    EXPECT_EQ(answer(w), want) << text;
    EXPECT_TRUE(w.guessed) << text;
  }
  EXPECT_EQ(find("Méixco"), "");  // not Mixco
  EXPECT_EQ(find("BH - MG"), "BR 3470127");
}

TEST_F(Places, TwoPlacesStayOpen) {
  for (const char* text : {"Madrid y Barcelona", "Bogotá / Madrid", "México - Colombia",
                           "España y Perú", "Quito, Ecuador y Madrid, España"}) {
    EXPECT_EQ(find(text), "") << text;
  }
}

TEST_F(Places, AmbiguousNamesAreReported) {
  const Whereabouts cordoba = finder().find("Córdoba");
  EXPECT_EQ(answer(cordoba), "AR 3860259");
  EXPECT_TRUE(cordoba.guessed);
  EXPECT_EQ(cordoba.runner_up, "Córdoba (ES)");
  EXPECT_FALSE(finder().find("Córdoba, España").guessed);
  EXPECT_FALSE(finder().find("Lima").guessed);
}

TEST_F(Places, TheOrganizersWordWins) {
  PlaceFinder f = finder();
  EXPECT_TRUE(f.add_meaning("El Poblado", "Medellín, Colombia"));
  EXPECT_EQ(answer(f.find("el poblado")), "CO 3674962");
  EXPECT_EQ(answer(f.find("El Poblado", "", "CO")), "CO 3674962");
  EXPECT_FALSE(f.add_meaning("algo", "Ninguna Parte"));
}

TEST_F(Places, NothingThatIsTypedBreaksIt) {
  for (const std::string& text :
       {std::string(5000, 'a'), std::string(190, ','), std::string("\xFF\xFE\x00x", 4),
        std::string(199, ' '), std::string("a b c d e f g h i j k l m n"),
        std::string("- - - ( ) / .")}) {
    (void)finder().find(text);
    (void)finder().find(text, text, text);
  }
}

TEST(Gazetteer, EveryNameIsFoundAndItsKeysAgreeWithTheBuildStep) {
  const Gazetteer& g = test::gazetteer();
  ASSERT_GT(g.size(), 190000u);
  for (std::size_t i = 0; i < g.size(); ++i) {
    const Place p = g.at(i);
    const std::vector<NamedPlace> found = g.find(place_key(p.name));
    ASSERT_TRUE(
        std::any_of(found.begin(), found.end(),
                    [&](const NamedPlace& n) { return n.place == i && n.kind == NameKind::kOwn; }))
        << p.name << " " << p.id;
    ASSERT_EQ(g.find_id(p.id), static_cast<int>(i));
  }
}

TEST(Gazetteer, KeysIgnoreCaseAccentsAndPunctuation) {
  EXPECT_EQ(place_key("  Bogotá, D.C. "), "bogota d c");
  EXPECT_EQ(place_key("¿Dónde vives?"), "donde vives");
  EXPECT_EQ(place_key("N.º de pedido"), "n de pedido");
  EXPECT_EQ(place_key("Saint\u2019Étienne"), "saint etienne");
}

TEST(Gazetteer, ADamagedFileIsRefused) {
  const std::string good = test::file_text(std::string(TABLERO_ASSET_DIR) + "/gazetteer.bin");
  EXPECT_FALSE(Gazetteer::load("", "g").ok());
  EXPECT_FALSE(Gazetteer::load("hello", "g").ok());
  EXPECT_FALSE(Gazetteer::load(good.substr(0, good.size() - 1), "g").ok());
  std::string swapped = good;
  swapped[28] = '\x7F';  // the first id is now larger than the next
  swapped[31] = '\x7F';
  EXPECT_FALSE(Gazetteer::load(swapped, "g").ok());
  std::string beyond = good;
  beyond[28 + 19] = '\x7F';  // a name far beyond the end
  EXPECT_FALSE(Gazetteer::load(beyond, "g").ok());
}

}  // namespace
}  // namespace tablero
