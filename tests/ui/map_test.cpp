// The map as a person uses it: layers and their legend, countries, box, keys, who has the wheel,
// globe, bad data. Places and counts come from the data files, projections from their formulas.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <numbers>
#include <set>

#include "ui/driver.h"

namespace tablero::test {
namespace {

using nlohmann::json;

json data(const std::string& name) {
  std::ifstream in(std::string(TABLERO_DATA_DIR) + "/" + name);
  return json::parse(in);
}

struct Box {
  float x, y, w, h;
};

// The map's node: the group that is named after the number of cities.
Box map_box(const Driver& d) {
  const Semantics& s = d.app->semantics();
  for (const SemanticsNode& n : s.nodes()) {
    const bool image = n.role == static_cast<std::uint8_t>(Role::kImage);
    if (image && s.name(n).rfind("Mapa de las ciudades", 0) == 0) return {n.x, n.y, n.w, n.h};
  }
  ADD_FAILURE() << "no map";
  return {};
}

bool says(const Driver& d, std::string_view text) {
  return d.texts(Role::kText).find(text) != std::string::npos;
}

PointerEvent mouse(PointerPhase phase, float x, float y, std::uint8_t mods = 0) {
  PointerEvent event;
  event.phase = phase;
  event.x = x;
  event.y = y;
  event.mods = mods;
  return event;
}

void click(Driver& d, float x, float y, int times = 1) {
  d.move(x, y);
  for (int i = 0; i < times; ++i) {
    d.app->on_pointer(mouse(PointerPhase::kDown, x, y));
    d.app->frame();
    d.app->on_pointer(mouse(PointerPhase::kUp, x, y));
    d.settle();
  }
  d.platform.time += 0.4;  // no second click follows
  d.app->frame();
  d.settle();
}

void click_middle(Driver& d, int times = 1) {
  const Box box = map_box(d);
  click(d, box.x + box.w / 2, box.y + box.h / 2, times);
}

std::uint32_t map_id(const Driver& d) {
  const Semantics& s = d.app->semantics();
  for (const SemanticsNode& n : s.nodes()) {
    if (n.role == static_cast<std::uint8_t>(Role::kImage)) return n.id;
  }
  return 0;
}

// Mercator, width of the world 1 (Snyder 1987, eq. 7-1 and 7-2).
double mercator_y(double lat) {
  const double pi = std::numbers::pi;
  return 0.5 - std::log(std::tan(pi / 4 + lat * pi / 360)) / (2 * pi);
}

TEST(Map, TheLayerMenuColorsCountriesAndTheLegendStatesItsClasses) {
  Driver d("view=mapa", 1280, 800);
  d.press(Role::kButton, "Capas");
  EXPECT_TRUE(d.has(Role::kRadioGroup, "Color de los países"));
  const Found none = d.get(Role::kRadio, "Ninguno");
  EXPECT_NE(none.node.state & kStateChecked, 0u);
  d.press(Role::kRadio, "Ciudades en el mapa");
  EXPECT_EQ(d.app->state().shade, "cities");
  EXPECT_NE(d.platform.states.back().find("shade=cities"), std::string::npos);
  EXPECT_TRUE(says(d, "clases por cortes naturales"));
  EXPECT_TRUE(says(d, "sin datos"));

  // Every country's number of cities lies in exactly one class of the legend.
  std::map<std::string, int> cities;
  const json file = data("cities.json");
  for (const json& city : file["cities"]) ++cities[city["country"]];
  List<std::pair<int, int>> classes;
  const Semantics& s = d.app->semantics();
  bool in_legend = false;
  for (const SemanticsNode& n : s.nodes()) {
    const std::string name(s.name(n));
    if (n.role != static_cast<std::uint8_t>(Role::kText)) continue;
    if (name == "Ciudades en el mapa") in_legend = true;
    if (name == "sin datos") in_legend = false;
    int low = 0, high = 0;
    if (!in_legend || !std::isdigit(static_cast<unsigned char>(name[0]))) continue;
    const int found = std::sscanf(name.c_str(), "%d – %d", &low, &high);
    classes.emplace_back(low, found == 2 ? high : low);
  }
  EXPECT_EQ(classes.size(), 5u);
  for (const auto& [country, count] : cities) {
    int inside = 0;
    for (const auto& [low, high] : classes) inside += count >= low && count <= high ? 1 : 0;
    EXPECT_EQ(inside, 1) << country << " " << count;
  }
}

TEST(Map, AMetricSaysItsValuesAsTheyWerePublished) {
  Driver d("view=mapa&shade=include_questions_collected", 1280, 800);
  EXPECT_TRUE(says(d, "Preguntas recogidas (INCLUDE)"));
  EXPECT_TRUE(says(d, "más de 1.000"));
  d.app->on_query("view=mapa&shade=blend_top_participation");
  d.settle();
  EXPECT_TRUE(says(d, "solo una lista, sin número"));
  // A metric that nobody offers colors nothing.
  d.app->on_query("view=mapa&shade=cualquiera");
  d.settle();
  EXPECT_FALSE(says(d, "sin datos"));
}

TEST(Map, FourKindsOfMissingHaveFourWords) {
  json countries = data("countries.json");
  const json values[] = {0, json{{"missing", "fewer_than_k"}}, json{{"missing", "not_asked"}}, 40};
  int next = 0;
  for (json& country : countries["countries"]) {
    if (next == 4) break;
    json figure = {{"metric", "speakers"}, {"value", values[next++]},
                   {"qualifier", "exact"}, {"unit", "people"},
                   {"edition", 2024},      {"sources", json::array({"web:blog/hackathon-2025"})}};
    country["figures"] = json::array({figure});
  }
  json cities = data("cities.json");
  const char* kinds[] = {"fewer_than_k", "not_asked"};
  for (std::size_t i = 0; i < 2; ++i) {
    cities["cities"][i]["editions"][0]["count"] = {{"missing", kinds[i]}};
  }
  cities["cities"][2]["editions"][0]["count"] = 0;
  cities["cities"][3]["editions"][0]["count"] = 30;
  Driver d("view=leaderboard", 1280, 900);
  d.platform.overrides = {{"data/countries.json", countries.dump()},
                          {"data/cities.json", cities.dump()}};
  AppOptions options;
  options.query = "view=mapa&shade=speakers";
  options.gl = false;
  d.app = nullptr;  // one that has read nothing yet
  d.app = std::make_unique<App>(d.platform, options);
  d.app->on_viewport({1280, 900, 1280, 900});
  d.settle();
  std::multiset<std::string> words;
  const Semantics& s = d.app->semantics();
  for (const SemanticsNode& n : s.nodes()) words.emplace(s.name(n));
  // Once for the countries, once for the cities.
  EXPECT_EQ(words.count("muy pocas personas para publicarlo"), 2u);
  EXPECT_EQ(words.count("no se preguntó"), 2u);
  EXPECT_EQ(words.count("sin datos"), 1u);
  EXPECT_EQ(words.count("presencia, sin recuento"), 1u);
  EXPECT_EQ(words.count("0"), 1u);
  EXPECT_EQ(words.count("0 participantes"), 1u);
}

TEST(Map, PressingACountryFiltersByItAndPressingItAgainLetsGo) {
  Driver d("view=mapa&map=-53,-10,4", 1280, 800);  // Mato Grosso in the middle
  const Box box = map_box(d);
  d.move(box.x + box.w / 2, box.y + box.h / 2);
  EXPECT_TRUE(says(d, "Pulsa para ver solo este país"));
  EXPECT_TRUE(d.app->state().countries.empty()) << "hovering chooses nothing";
  click_middle(d);
  ASSERT_EQ(d.app->state().countries.size(), 1u);
  EXPECT_EQ(d.app->state().countries.front().view(), "BR");
  EXPECT_TRUE(d.has(Role::kHeading, "Brasil")) << d.texts(Role::kHeading);
  EXPECT_TRUE(d.has(Role::kHeading, "Cifras publicadas"));
  EXPECT_TRUE(says(d, "participantes: sin datos")) << d.texts(Role::kText);
  d.app->on_query("view=mapa&map=-53,-10,4&country=BR");
  d.settle();
  click_middle(d);
  EXPECT_TRUE(d.app->state().countries.empty());
}

TEST(Map, ACountryWithoutAnyRecordIsToldOfAndNotFilteredBy) {
  Driver d("view=mapa&map=104,46.8,5", 1280, 800);  // Mongolia
  click_middle(d);
  EXPECT_TRUE(d.app->state().countries.empty());
  EXPECT_TRUE(says(d, "Mongolia"));
  EXPECT_TRUE(says(d, "Sin datos: ninguna ciudad ni cifra publicada"));
}

TEST(Map, ADoubleClickZoomsAndFiltersNothing) {
  Driver d("view=mapa&map=-53,-10,4", 1280, 800);
  click_middle(d, 2);
  EXPECT_TRUE(d.app->state().countries.empty());
  EXPECT_DOUBLE_EQ(d.app->state().map.zoom, 5);
}

TEST(Map, ABoxWithShiftIsZoomedTo) {
  Driver d("view=mapa&map=-60,-15,3", 1280, 800);
  const Box box = map_box(d);
  const float x0 = box.x + 500, y0 = box.y + 150, x1 = x0 + 200, y1 = y0 + 100;
  d.move(x0, y0);
  d.app->on_pointer(mouse(PointerPhase::kDown, x0, y0, kModShift));
  d.app->frame();
  d.move((x0 + x1) / 2, (y0 + y1) / 2);
  d.move(x1, y1);
  d.app->on_pointer(mouse(PointerPhase::kUp, x1, y1, kModShift));
  d.settle();
  const auto& map = d.app->state().map;
  ASSERT_TRUE(map.set);
  // The box's middle in the middle, as large as it fits.
  const double world = 256 * 8;
  EXPECT_NEAR(map.zoom, 3 + std::log2(std::min(box.w / 200.0, box.h / 100.0)), 0.01);
  const double x = (-60.0 + 180) / 360 + ((x0 + x1) / 2 - box.x - box.w / 2) / world;
  const double y = mercator_y(-15) + ((y0 + y1) / 2 - box.y - box.h / 2) / world;
  EXPECT_NEAR(map.lon, x * 360 - 180, 0.02);
  EXPECT_NEAR(mercator_y(map.lat), y, 1e-4);
}

TEST(Map, KeysMoveItWhileItHasTheFocus) {
  Driver d("view=mapa&map=-60,-15,4", 1280, 800);
  d.key(Key::kRight);
  EXPECT_DOUBLE_EQ(d.app->state().map.lon, -60) << "without the focus nothing moves";
  d.app->on_focus(true);
  d.app->on_focus_node(map_id(d));
  d.settle();
  d.key(Key::kRight);
  EXPECT_NEAR(d.app->state().map.lon, -60 + 80 * 360 / (256 * 16.0), 1e-3);
  d.key(Key::kUp);
  EXPECT_GT(d.app->state().map.lat, -15);
  d.key(Key::kPlus);
  EXPECT_DOUBLE_EQ(d.app->state().map.zoom, 5);
  d.key(Key::kMinus);
  EXPECT_DOUBLE_EQ(d.app->state().map.zoom, 4);
  d.key(Key::kZero);
  EXPECT_FALSE(d.app->state().map.set && d.app->state().map.zoom == 4);
}

bool wheel_taken(Driver& d) {
  const Box box = map_box(d);
  WheelEvent wheel;
  wheel.x = box.x + box.w / 2;
  wheel.y = box.y + box.h / 2;
  wheel.dy = -60;
  const bool taken = d.app->on_wheel(wheel);
  d.app->frame();
  return taken;
}

TEST(Map, EmbeddedItHasTheWheelOnlyWhileInUse) {
  Driver d("view=mapa", 1280, 800);
  Environment environment;
  environment.embedded = environment.reduced_motion = true;
  d.app->on_environment(environment);
  d.settle();
  EXPECT_FALSE(wheel_taken(d));
  EXPECT_TRUE(d.has(Role::kStatus, "Usa Ctrl y la rueda para acercar el mapa"));
  d.press(Role::kButton, "Usar el mapa");
  EXPECT_TRUE(wheel_taken(d));
  d.app->on_focus(true);
  d.key(Key::kEscape);
  EXPECT_FALSE(wheel_taken(d));
  click_middle(d);
  EXPECT_TRUE(wheel_taken(d)) << "a click on it is enough";
  click(d, 900, 80);
  EXPECT_FALSE(wheel_taken(d)) << "one elsewhere lets go";
  click_middle(d);
  d.app->on_focus(false);
  d.settle();
  EXPECT_FALSE(wheel_taken(d)) << "so does the page's focus";
}

// A tap as a page reports it: move, down, up, all before the next frame.
void tap(Driver& d, std::string_view name) {
  const Found found = d.get(Role::kButton, name);
  PointerEvent finger =
      mouse(PointerPhase::kMove, found.node.x + found.node.w / 2, found.node.y + found.node.h / 2);
  finger.kind = PointerKind::kTouch;
  finger.id = 7;
  for (const PointerPhase phase : {PointerPhase::kMove, PointerPhase::kDown, PointerPhase::kUp}) {
    finger.phase = phase;
    d.app->on_pointer(finger);
  }
  d.settle();
}

TEST(Map, EmbeddedOneFingerIsThePagesUntilInUse) {
  Driver d("view=mapa", 390, 844);
  Environment environment;
  environment.embedded = environment.coarse_pointer = environment.reduced_motion = true;
  d.app->on_environment(environment);
  d.settle();
  const Box box = map_box(d);
  const float x = box.x + box.w / 2, y = box.y + box.h / 3;
  EXPECT_FALSE(d.app->on_touch_start(x, y, 1));
  EXPECT_TRUE(d.app->on_touch_start(x, y, 2));
  PointerEvent finger = mouse(PointerPhase::kDown, x, y);
  finger.kind = PointerKind::kTouch;
  d.app->on_pointer(finger);
  finger.phase = PointerPhase::kMove;
  finger.y += 30;
  d.app->on_pointer(finger);
  d.app->frame();
  EXPECT_TRUE(d.has(Role::kStatus, "Usa dos dedos para mover el mapa"));
  finger.phase = PointerPhase::kCancel;
  d.app->on_pointer(finger);
  d.settle();
  tap(d, "Usar el mapa");
  EXPECT_TRUE(d.app->on_touch_start(x, y, 1));
  tap(d, "Soltar el mapa");
  EXPECT_FALSE(d.app->on_touch_start(x, y, 1));
}

TEST(Map, TheGlobeIsInTheLink) {
  Driver d("view=mapa", 1280, 800);
  d.press(Role::kButton, "Ver como globo");
  EXPECT_NE(d.platform.states.back().find("proj=globe"), std::string::npos);
  d.press(Role::kButton, "Ver como mapa plano");
  EXPECT_EQ(d.platform.states.back().find("proj="), std::string::npos);
}

TEST(Map, OnTheGlobeNothingOfTheFarSideIsOffered) {
  Driver flat("view=mapa&map=-60,-10,2&edition=2024", 1280, 800);
  Driver globe("view=mapa&map=-60,-10,2&proj=globe&edition=2024", 1280, 800);
  const std::string near = globe.texts(Role::kButton);
  EXPECT_NE(near.find(" ciudades\n"), std::string::npos) << near;
  EXPECT_NE(flat.texts(Role::kButton).find(", Israel\n"), std::string::npos)
      << flat.texts(Role::kButton);
  EXPECT_EQ(near.find(", Israel\n"), std::string::npos) << near;  // 100 degrees away
}

TEST(Map, PlacesThatCannotBeAreCountedAndTheRestIsDrawn) {
  json cities = data("cities.json");
  const std::size_t all = cities["cities"].size();
  cities["cities"][0]["lon"] = 999;
  cities["cities"][1]["lat"] = nullptr;
  cities["cities"][2]["country"] = "ZZ";
  Driver d("view=panorama", 1280, 800);
  d.platform.overrides = {{"data/cities.json", cities.dump()}};
  d.app->on_query("view=mapa");
  d.settle();
  EXPECT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kAlert);
  EXPECT_TRUE(says(d, "2 lugares con coordenadas imposibles no se dibujan"));
  EXPECT_TRUE(says(d, "1 ciudad con un país desconocido"));
  EXPECT_TRUE(d.has(Role::kImage, "Mapa de las ciudades (" + std::to_string(all - 2) + ")"));
}

// Ten thousand cities in one spot: reported, all in one mark with their number, which has a tooltip
// at the closest zoom; the others are drawn as usual.
TEST(Map, ManyPlacesInOneSpotAreCountedAndTheRestIsDrawn) {
  constexpr int kMany = 10000;
  json cities = data("cities.json");
  const std::size_t all = cities["cities"].size();
  json one = cities["cities"][0];
  for (int i = 0; i < kMany; ++i) {
    one["id"] = "spot" + std::to_string(i);
    one["lon"] = -140.25;
    one["lat"] = 10.5;
    cities["cities"].push_back(one);
  }
  Driver d("view=panorama", 1280, 800);
  d.platform.overrides = {{"data/cities.json", cities.dump()}};
  d.app->on_query("view=mapa&map=-140.25,10.5,14");
  d.settle();
  EXPECT_TRUE(says(d, "9.999 ciudades en el mismo punto que otra")) << d.texts(Role::kText);
  EXPECT_TRUE(d.has(Role::kButton, "10.000 ciudades")) << d.texts(Role::kButton);
  d.app->on_query("view=mapa&map=-60,-15,2");
  d.settle();
  const std::string total = std::to_string(all + kMany);  // 10 and three digits
  EXPECT_TRUE(d.has(Role::kImage, "Mapa de las ciudades (10." + total.substr(2) + ")"));
  EXPECT_TRUE(d.has(Role::kButton, "10.000 ciudades")) << d.texts(Role::kButton);
}

// CSS pixels between the northernmost and the southernmost mark on the map, and their middle from
// the map's own.
struct Reach {
  float span, off_x, off_y;
};
Reach reach_of_marks(const Driver& d) {
  const Box box = map_box(d);
  Box found = {1e9f, 1e9f, -1e9f, -1e9f};  // left, top, right, bottom
  for (const SemanticsNode& n : d.app->semantics().nodes()) {
    const std::string_view name = d.app->semantics().name(n);
    const bool cluster = name.ends_with(" ciudades") && name[0] >= '0' && name[0] <= '9';
    const bool button = n.role == static_cast<std::uint8_t>(Role::kButton);
    if (!button || (!cluster && !name.ends_with(", España")) || n.x < box.x) continue;
    const float x = n.x + n.w / 2 - box.x - box.w / 2, y = n.y + n.h / 2 - box.y - box.h / 2;
    found = {std::min(found.x, x), std::min(found.y, y), std::max(found.w, x),
             std::max(found.h, y)};
  }
  return {found.h - found.y, (found.x + found.w) / 2, (found.y + found.h) / 2};
}

// A country chosen in the list: the map goes there, and the globe turns to it and stays a globe.
TEST(Map, AChosenCountryIsFlownToFlatAndOnTheGlobe) {
  for (const bool globe : {false, true}) {
    Driver d(globe ? "view=mapa&proj=globe&map=-60,-15,1" : "view=mapa&map=-60,-15,1", 1280, 800);
    d.press(Role::kButton, "España");
    d.settle();
    EXPECT_EQ(d.platform.states.back(), globe ? "view=mapa&country=ES&proj=globe"  //
                                              : "view=mapa&country=ES");
    // From the Canaries (28 N) to Asturias (43.5 N) it is 218 px at zoom 4, 78 px on the whole
    // globe.
    const Reach reach = reach_of_marks(d);
    EXPECT_GT(reach.span, globe ? 85 : 218);
    EXPECT_LT(reach.span, globe ? 218 : 500);
    EXPECT_LT(std::abs(reach.off_x), 120);
    EXPECT_LT(std::abs(reach.off_y), 180) << "room for the legend is left below";
  }
}

TEST(Map, NothingIsToldOfLandBeyondTheSouthernEnd) {
  Driver d("view=mapa", 1280, 800);
  // The lower right corner lies south of 60 S, over Antarctica, which is not drawn.
  d.move(1200, 790);
  d.settle();
  EXPECT_FALSE(says(d, "Antártida"));
  d.move(1200, 480);  // Australia
  d.settle();
  EXPECT_TRUE(says(d, "Australia"));
}

TEST(Map, TheMethodIsOneButtonAwayOnAPhone) {
  Driver d("view=mapa", 390, 844);
  const json file = data("cities.json");
  const std::string note = file["note"]["es"];
  EXPECT_FALSE(says(d, note));
  d.press(Role::kButton, "De dónde vienen las posiciones");
  EXPECT_TRUE(says(d, note));
  List<double> km;
  for (const json& city : file["cities"]) {
    for (const json& e : city["editions"]) {
      if (e.contains("match_km")) km.push_back(e["match_km"]);
    }
  }
  std::sort(km.begin(), km.end());
  const auto text = [](double value) { return std::to_string(std::lround(value)); };
  EXPECT_TRUE(says(d, text(km[km.size() / 2]) + " km de mediana y " + text(km.back()) + " km"))
      << d.texts(Role::kText);
}

TEST(Map, APressedCityTellsOfItselfUntilTheNextPress) {
  // Vienna, alone in its country, in the middle of a close view.
  Driver d("view=mapa&map=16.3721,48.2085,8&edition=2024", 1280, 800);
  click_middle(d);
  d.app->on_pointer(mouse(PointerPhase::kMove, 2, 2));  // the finger is gone
  d.settle();
  EXPECT_TRUE(says(d, "2024: presencia, sin recuento · ciudad segura")) << d.texts(Role::kText);
  d.app->on_focus(true);
  d.key(Key::kEscape);
  EXPECT_FALSE(says(d, "2024: presencia, sin recuento · ciudad segura"));
}

// What the address says is shown: a link without a place shows the first view, whatever was shown
// before, and nothing is written over it.
TEST(Map, BackTwiceShowsWhatTheAddressSays) {
  Driver d("view=mapa", 1280, 800);
  Driver other("view=mapa", 1280, 800);
  const std::string first = other.texts(Role::kButton);
  for (const char* link : {"view=mapa&map=16.3721,48.2085,8", "view=mapa", "view=charlas",
                           "view=mapa&map=-60,-15,4&proj=globe", "view=mapa"}) {
    d.app->on_query(link);
    d.settle();
    EXPECT_EQ(to_query(d.app->state()), link);
  }
  EXPECT_TRUE(d.platform.states.empty()) << d.platform.states.back();
  EXPECT_EQ(d.texts(Role::kButton), first);
}

TEST(Map, AGivenStateStopsTheEditionsAndClosesTheTooltip) {
  Driver d("view=mapa&map=16.3721,48.2085,8&edition=2024", 1280, 800);
  Environment environment;
  d.app->on_environment(environment);
  d.settle();
  click_middle(d);
  d.app->on_pointer(mouse(PointerPhase::kMove, 2, 2));
  d.settle();
  EXPECT_TRUE(says(d, "2024: presencia, sin recuento · ciudad segura"));
  d.press(Role::kButton, "Ver las ediciones una tras otra");
  EXPECT_TRUE(d.has(Role::kButton, "Parar"));
  d.app->on_query("view=mapa&map=16.3721,48.2085,8&edition=2023,2024");
  d.settle();
  EXPECT_TRUE(d.has(Role::kButton, "Ver las ediciones una tras otra")) << d.texts(Role::kButton);
  d.platform.time += 5;
  d.app->frame();
  d.settle();
  EXPECT_EQ(d.app->state().editions.size(), 2u);
}

TEST(Map, TheListAndTheNoteAreInTheLink) {
  Driver d("view=mapa", 390, 844);
  d.press(Role::kButton, "De dónde vienen las posiciones");
  EXPECT_EQ(d.platform.states.back(), "view=mapa&note=shown");
  d.press(Role::kButton, "De dónde vienen las posiciones");
  EXPECT_EQ(d.platform.states.back(), "view=mapa");
  Driver wide("view=mapa&note=hidden", 1280, 800);
  const json file = data("cities.json");
  EXPECT_FALSE(says(wide, std::string(file["note"]["es"])));
  Driver list("view=mapa&places=list", 390, 844);
  EXPECT_TRUE(list.has(Role::kHeading, "Países y ciudades")) << list.texts(Role::kHeading);
}

}  // namespace
}  // namespace tablero::test
