// The ground under the marks: its cached picture while the view is still, the crossfade to more
// detail, and the warm-up pixel.
#ifdef TABLERO_HAS_NATIVE
#include <gtest/gtest.h>

#include "base/list.h"
#include "unit/map_renderer_fixture.h"

namespace tablero {
namespace {

using testing::kHeight;
using testing::kWidth;
using testing::MapRendererTest;
using testing::pixel;
using testing::read_pixels;
using testing::rgb;

class MapGroundTest : public MapRendererTest {
 protected:
  void SetUp() override {
    MapRendererTest::SetUp();
    coarse_ = load("110m.bin");
    ASSERT_NE(coarse_, nullptr);
    renderer_->set_base_map(0, coarse_);
  }

  // Draws with a new renderer, which has cached nothing.
  Image anew() {
    renderer_->on_context_lost();
    return draw();
  }

  std::shared_ptr<const BaseMap> coarse_;
};

TEST_F(MapGroundTest, StandingStillCostsOnePictureOfTheSamePixels) {
  frame_.graticule = true;
  renderer_->set_country_fills({{"AR", {CountryFill::Kind::kHatched, rgb(0x1e3a8a)}, false},
                                {"DZ", {CountryFill::Kind::kDotted, rgb(0x1e3a8a)}, false}});
  for (const double morph : {0.0, 1.0}) {
    camera_.set_projection(morph > 0 ? MapProjection::kGlobe : MapProjection::kMercator, false);
    camera_.jump_to({-20.3, 11.1}, 2.3);
    const Image moving = draw();
    EXPECT_GT(renderer_->stats().draw_calls, 3u);
    draw();
    const Image painted = draw();
    const Image kept = draw();
    EXPECT_EQ(renderer_->stats().draw_calls, 1u) << "the picture alone";
    EXPECT_EQ(painted.rgba, moving.rgba);
    EXPECT_EQ(kept.rgba, moving.rgba);
  }
}

TEST_F(MapGroundTest, WhateverChangesIsSeenAtOnce) {
  const auto changed = [this](const char* what) {
    for (int i = 0; i < 3; ++i) draw();
    return [this, what, before = draw()] {
      const Image after = draw();
      EXPECT_NE(after.rgba, before.rgba) << what;
      EXPECT_EQ(after.rgba, anew().rgba) << what;
    };
  };
  {
    const auto check = changed("fills");
    renderer_->set_country_fills({{"BR", {CountryFill::Kind::kColor, rgb(0xff0000)}, false}});
    check();
  }
  {
    const auto check = changed("colors");
    colors_.ocean = rgb(0x0f172a);
    check();
  }
  {
    const auto check = changed("a country under the pointer");
    frame_.hovered_country = coarse_->find("ES");
    check();
  }
  {
    const auto check = changed("graticule");
    frame_.graticule = true;
    check();
  }
  {
    const auto check = changed("a pixel of pan");
    camera_.pan_by(1, 0);
    check();
  }
  {
    const auto check = changed("a shader");
    shaders_["land.frag"] = "out vec4 o_color;\nvoid main() { o_color = vec4(0.5); }\n";
    renderer_->reload_shaders();
    check();
  }
}

// Another part of the window: what was drawn for one place is not shown at another.
TEST_F(MapGroundTest, PatternsAreFixedToTheMapWhereverItStands) {
  renderer_->set_country_fills({{"BR", {CountryFill::Kind::kHatched, rgb(0x1e3a8a)}, false}});
  camera_.set_viewport(kWidth - 37, kHeight - 21);
  camera_.jump_to({-52, -10}, 3);
  MapFrame aside = frame();
  aside.viewport = {37, 21, kWidth - 37, kHeight - 21};
  Image shown[4];
  for (Image& image : shown) {
    renderer_->draw(aside);
    image = read_pixels(kWidth, kHeight);
  }
  int most = 0;
  for (std::size_t i = 0; i < shown[0].rgba.size(); ++i) {
    for (const int later : {2, 3}) {
      most = std::max(most, std::abs(int{shown[later].rgba[i]} - int{shown[0].rgba[i]}));
    }
  }
  EXPECT_LE(most, 1) << "the phase of the pattern is rounded to floats";
}

TEST_F(MapGroundTest, WarmingUpChangesAPixelAndNothingElse) {
  const Image expected = draw();
  auto other = make_renderer();
  std::swap(renderer_, other);
  colors_.ocean = rgb(0x123456);
  draw();
  const Image before = draw();
  renderer_->warm_up(frame());
  EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
  EXPECT_EQ(renderer_->shader_fault(), nullptr);
  const Image after = read_pixels(kWidth, kHeight);
  int different = 0;
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const auto *p = pixel(before, x, y), *q = pixel(after, x, y);
      different += p[0] != q[0] || p[1] != q[1] || p[2] != q[2] ? 1 : 0;
    }
  }
  EXPECT_LE(different, 1);
  colors_.ocean = rgb(0xf1f5f9);
  renderer_->set_base_map(0, coarse_);
  EXPECT_EQ(draw().rgba, expected.rgba);
}

TEST_F(MapGroundTest, DetailFadesInWithoutAJump) {
  const auto fine = load("50m.bin");
  ASSERT_NE(fine, nullptr);
  camera_.jump_to({3, 40}, 5);
  frame_.dt = 0.05;
  EXPECT_FALSE(renderer_->draw(frame()));
  const Image before = read_pixels(kWidth, kHeight);
  renderer_->set_base_map(1, fine);
  const ScreenPoint mallorca = camera_.to_screen(LonLat{2.9, 39.6});
  const auto shade = [&] {
    return pixel(read_pixels(kWidth, kHeight), static_cast<int>(mallorca.x),
                 static_cast<int>(mallorca.y))[0];
  };
  int last = pixel(before, static_cast<int>(mallorca.x), static_cast<int>(mallorca.y))[0];
  EXPECT_EQ(last, 0xf1) << "at 1:110m there is water";
  int frames = 0;
  bool more = true;
  while (more) {
    more = renderer_->draw(frame());
    const int now = shade();
    EXPECT_LE(now, last) << "towards land, never back";
    EXPECT_GE(now, 0xe2);
    last = now;
    ASSERT_LT(++frames, 20);
  }
  EXPECT_GE(frames, 4) << "0.25 s at 0.05 s a frame";
  EXPECT_EQ(last, 0xe2);
  EXPECT_FALSE(renderer_->draw(frame())) << "and then it rests";
}

}  // namespace
}  // namespace tablero
#endif
