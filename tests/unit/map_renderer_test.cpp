// The map drawn on llvmpipe: colors where they belong, marks where they belong, nothing uploaded
// while panning, the same pixels after a context loss.
#ifdef TABLERO_HAS_NATIVE
#include "map/map_renderer.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/list.h"
#include "geo/globe.h"
#include "unit/map_renderer_fixture.h"

namespace tablero {
namespace {

using testing::kHeight;
using testing::kWidth;
using testing::MapRendererTest;
using testing::pixel;
using testing::read_pixels;
using testing::rgb;
using testing::save;

TEST_F(MapRendererTest, LandAndSeaAreWhereTheyBelong) {
  const auto coarse = load("110m.bin");
  ASSERT_NE(coarse, nullptr) << "run: node web/build/basemap.mjs " TABLERO_ASSET_DIR "/map";
  renderer_->set_base_map(0, coarse);
  const Image image = draw();
  save(image, "map_world");
  expect_color(image, camera_.to_screen(LonLat{-40, 30}), colors_.ocean, "Atlantic");
  expect_color(image, camera_.to_screen(LonLat{-4, 40}), colors_.land, "Spain");
  expect_color(image, camera_.to_screen(LonLat{-52, -10}), colors_.land, "Brazil");
  expect_color(image, camera_.to_screen(LonLat{51, 42}), colors_.ocean, "Caspian Sea");
  expect_color(image, camera_.to_screen(LonLat{28.3, -29.5}), colors_.land, "Lesotho");
}

TEST_F(MapRendererTest, NoSeamAtTheAntimeridian) {
  const auto coarse = load("110m.bin");
  ASSERT_NE(coarse, nullptr);
  renderer_->set_base_map(0, coarse);
  for (const double lon : {180.0, 179.93, -179.95}) {
    camera_.jump_to({lon, 67}, 4);  // Chukotka lies across it
    const Image image = draw();
    save(image, "map_chukotka");
    expect_color(image, camera_.to_screen(LonLat{180, 67.5}), colors_.land, "inland at 180");
    const ScreenPoint at = camera_.to_screen(LonLat{180, 67.5});
    for (int dx = -30; dx <= 30; ++dx) {
      expect_color(image, {at.x + dx, at.y}, colors_.land, "around 180");
    }
  }
  // Antarctica's mesh is cut there, from its coast to the pole: seen from above the pole.
  camera_.set_projection(MapProjection::kGlobe, false);
  camera_.jump_to({180, -80}, 2.5);
  const Image image = draw();
  save(image, "map_antarctica");
  expect_color(image, {kWidth / 2, kHeight / 2}, colors_.ocean, "the Ross Sea at 180, 80 S");
  for (double lat = -85.5; lat > -89.5; lat -= 0.05) {
    for (const double lon : {179.0, 179.9, 180.0, -179.9, -179.0}) {
      const GlobePoint g = to_globe({lon, lat}, camera_.center());
      const double r = camera_.globe_radius();
      expect_color(image, {kWidth / 2 + g.x * r, kHeight / 2 - g.y * r}, colors_.land,
                   "Antarctica");
    }
  }
}

// Center of gravity of what differs between two pictures.
ScreenPoint changed_center(const Image& a, const Image& b) {
  double sum = 0, x = 0, y = 0;
  for (int row = 0; row < a.height; ++row) {
    for (int column = 0; column < a.width; ++column) {
      const double change = std::abs(pixel(a, column, row)[0] - pixel(b, column, row)[0]);
      sum += change;
      x += change * (column + 0.5);
      y += change * (row + 0.5);
    }
  }
  return {x / sum, y / sum};
}

TEST_F(MapRendererTest, BubbleIsCenteredOnItsPlaceAtEveryZoom) {
  const MapPoint madrid{7, -3.70256, 40.4165, 1, 0, false};
  MapPoints points;
  points.set(std::span(&madrid, 1), {}, false);
  for (const double zoom : {1.7, 3.0, 6.5, 9.0, 12.0}) {
    camera_.jump_to({-3.7035, 40.4161}, zoom);
    points.update(camera_, 0, true);
    const Image without = draw();
    const Image with = draw(&points);
    save(with, "map_madrid");
    const ScreenPoint center = changed_center(with, without);
    // Web Mercator in long double, independent of src/geo.
    const long double pi = std::acos(-1.0L);
    const auto world_y = [&](long double lat) {
      return 0.5L - std::log(std::tan(pi / 4 + lat * pi / 360)) / (2 * pi);
    };
    const long double size = 256 * std::exp2(static_cast<long double>(zoom));
    const double x = static_cast<double>(kWidth / 2.0L + (-3.70256L + 3.7035L) / 360 * size);
    const double y =
        static_cast<double>(kHeight / 2.0L + (world_y(40.4165L) - world_y(40.4161L)) * size);
    EXPECT_NEAR(center.x, x, 0.5) << "zoom " << zoom;
    EXPECT_NEAR(center.y, y, 0.5) << "zoom " << zoom;
  }
}

TEST_F(MapRendererTest, PanningUploadsNothing) {
  const auto coarse = load("110m.bin");
  ASSERT_NE(coarse, nullptr);
  renderer_->set_base_map(0, coarse);
  List<MapPoint> places;
  for (std::uint32_t i = 0; i < 500; ++i) {
    places.push_back({i + 1, -170.0 + (i % 50) * 6.8, -60.0 + (i / 50) * 13.0, 1, 0, false});
  }
  MapPoints points;
  points.set(places, {}, false);
  points.update(camera_, 0, true);
  draw(&points);
  const UploadCount before = renderer_->stats().uploads;
  EXPECT_GT(before.calls, 0u);
  for (int i = 0; i < 10; ++i) {
    camera_.pan_by(37, 11);
    points.update(camera_, 0.016, true);
    draw(&points);
  }
  EXPECT_EQ(renderer_->stats().uploads.calls, before.calls);
}

TEST_F(MapRendererTest, ContextLossGivesTheSamePixels) {
  const auto coarse = load("110m.bin");
  ASSERT_NE(coarse, nullptr);
  renderer_->set_base_map(0, coarse);
  renderer_->set_country_fills({{"ES", {CountryFill::Kind::kColor, rgb(0x2563eb)}, false},
                                {"BR", {CountryFill::Kind::kHatched, rgb(0x2563eb)}, false},
                                {"MX", {CountryFill::Kind::kDotted, rgb(0x2563eb)}, false}});
  const MapPoint madrid{7, -3.70256, 40.4165, 1, 0, false};
  MapPoints points;
  points.set(std::span(&madrid, 1), {}, false);
  points.update(camera_, 0, true);
  const Image before = draw(&points);
  save(before, "map_fills");
  renderer_->on_context_lost();
  const Image after = draw(&points);
  EXPECT_EQ(before.rgba, after.rgba);
}

TEST_F(MapRendererTest, FillsHaveFourLooks) {
  const auto coarse = load("110m.bin");
  ASSERT_NE(coarse, nullptr);
  renderer_->set_base_map(0, coarse);
  const MapColor blue = rgb(0x2563eb);
  EXPECT_EQ(renderer_->set_country_fills({{"BR", {CountryFill::Kind::kColor, blue}, false},
                                          {"AR", {CountryFill::Kind::kHatched, blue}, false},
                                          {"DZ", {CountryFill::Kind::kDotted, blue}, false},
                                          {"QQ", {CountryFill::Kind::kColor, blue}, false}}),
            1u);
  const Image image = draw();
  expect_color(image, camera_.to_screen(LonLat{-52, -10}), blue, "Brazil");
  const auto share_of_ink = [&](LonLat center) {
    const ScreenPoint s = camera_.to_screen(center);
    int ink = 0, all = 0;
    for (int dy = -6; dy <= 6; ++dy) {
      for (int dx = -6; dx <= 6; ++dx, ++all) {
        ink +=
            pixel(image, static_cast<int>(s.x) + dx, static_cast<int>(s.y) + dy)[0] < 0x90 ? 1 : 0;
      }
    }
    return static_cast<double>(ink) / all;
  };
  const double hatched = share_of_ink({-65, -32}), dotted = share_of_ink({2, 28});
  EXPECT_GT(hatched, 0.15);
  EXPECT_LT(hatched, 0.6);
  EXPECT_GT(dotted, 0.03);
  EXPECT_LT(dotted, 0.25);
  expect_color(image, camera_.to_screen(LonLat{-103, 40}), colors_.land, "United States");
}

TEST_F(MapRendererTest, HoveredCountryIsTinted) {
  const auto coarse = load("110m.bin");
  ASSERT_NE(coarse, nullptr);
  renderer_->set_base_map(0, coarse);
  frame_.hovered_country = coarse->country_at(to_world({-52, -10}));
  EXPECT_STREQ(coarse->countries[static_cast<std::size_t>(frame_.hovered_country)].iso2, "BR");
  const Image image = draw();
  const MapColor mixed{(colors_.land.r + colors_.land_hover.r) / 2,
                       (colors_.land.g + colors_.land_hover.g) / 2,
                       (colors_.land.b + colors_.land_hover.b) / 2, 1};
  expect_color(image, camera_.to_screen(LonLat{-52, -10}), mixed, "Brazil");
  expect_color(image, camera_.to_screen(LonLat{-65, -32}), colors_.land, "Argentina");
}

TEST_F(MapRendererTest, BrokenShaderKeepsTheLastGoodOneAndNamesTheLine) {
  const auto coarse = load("110m.bin");
  ASSERT_NE(coarse, nullptr);
  renderer_->set_base_map(0, coarse);
  const Image good = draw();
  shaders_["land.frag"] = "out vec4 o_color;\n\nvoid main() {\n  o_color = nonsense;\n}\n";
  renderer_->reload_shaders();
  frame_.reduced_motion = true;
  renderer_->draw(frame());
  EXPECT_EQ(read_pixels(kWidth, kHeight).rgba, good.rgba);
  ASSERT_NE(renderer_->shader_fault(), nullptr);
  EXPECT_EQ(renderer_->shader_fault()->file, "shaders/land.frag")
      << renderer_->shader_fault()->found;
  EXPECT_EQ(renderer_->shader_fault()->pointer, "line 4");
  shaders_.clear();
  renderer_->reload_shaders();
  draw();
}

TEST_F(MapRendererTest, SelectedCountriesAndMarksStandOut) {
  const auto coarse = load("110m.bin");
  ASSERT_NE(coarse, nullptr);
  renderer_->set_base_map(0, coarse);
  colors_.land_selected = rgb(0x00ff00, 1);
  renderer_->set_country_fills({{"BR", {}, true}});
  const List<MapPoint> places = {{1, -3.7, 40.4, 1, 0, false}, {2, 77.2, 28.6, 1, 0, false}};
  PointOptions options;
  options.presence_radius = 10;
  MapPoints points;
  points.set(places, options, false);
  points.update(camera_, 0, true);
  const std::uint32_t selected[] = {2};
  frame_.hovered_mark = 0;
  frame_.selected_marks = selected;
  const Image image = draw(&points);
  expect_color(image, camera_.to_screen(LonLat{-52, -10}), colors_.land_selected, "Brazil");
  const auto ring = [&](LonLat place) {
    const ScreenPoint s = camera_.to_screen(place);
    return pixel(image, static_cast<int>(s.x + 12), static_cast<int>(s.y));
  };
  EXPECT_NEAR(ring({77.2, 28.6})[0], 0xfa, 8);
  EXPECT_NEAR(ring({77.2, 28.6})[2], 0x15, 40);
  EXPECT_GT(ring({-3.7, 40.4})[2], 0x80) << "the other one has no ring";
}

TEST_F(MapRendererTest, DetailDensityAndGlobeDraw) {
  const auto coarse = load("110m.bin"), fine = load("50m.bin");
  ASSERT_NE(coarse, nullptr);
  ASSERT_NE(fine, nullptr);
  renderer_->set_base_map(0, coarse);
  EXPECT_FALSE(renderer_->wants_detail(2));
  EXPECT_TRUE(renderer_->wants_detail(4));
  renderer_->set_base_map(1, fine);
  camera_.jump_to({-4, 40}, 5);
  Image image = draw();
  save(image, "map_spain_50m");
  expect_color(image, camera_.to_screen(LonLat{2.9, 39.6}), colors_.land,
               "Mallorca is only at 1:50m");
  camera_.jump_to({-4, 40}, 3.6);
  save(draw(), "map_detail_36");

  camera_.jump_to({0, 22}, 1.7);
  List<MapPoint> places;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const double a = i * 2.399963, r = std::sqrt(i / 20000.0);
    places.push_back({i + 1, -60 + 30 * r * std::cos(a), -10 + 20 * r * std::sin(a), 1, 0, false});
  }
  MapPoints density;
  PointOptions options;
  options.style = PointStyle::kDensity;
  density.set(places, options, false);
  density.update(camera_, 0, true);
  image = draw(&density);
  save(image, "map_density");
  const auto* middle = pixel(image, static_cast<int>(camera_.to_screen(LonLat{-60, -10}).x),
                             static_cast<int>(camera_.to_screen(LonLat{-60, -10}).y));
  EXPECT_GT(std::abs(middle[2] - 0xf0), 40) << "the ramp must have covered the land";

  camera_.set_projection(MapProjection::kGlobe, false);
  frame_.graticule = true;
  MapPoints clusters;
  clusters.set(places, {}, false);
  clusters.update(camera_, 0, true);
  image = draw(&clusters);
  save(image, "map_globe");
  expect_color(image, {2, 2}, colors_.space, "around the globe");
}

}  // namespace
}  // namespace tablero
#endif
