// A map drawn into a framebuffer on llvmpipe, and what its pixels are.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

#include "fixtures/files.h"
#include "gpu/texture.h"
#include "map/map_renderer.h"
#include "unit/gpu_headless.h"

namespace tablero::testing {

inline constexpr int kWidth = 800, kHeight = 500;

inline MapColor rgb(unsigned hex, float alpha = 1) {
  const auto part = [hex](unsigned shift) {
    return static_cast<float>((hex >> shift) & 255u) / 255.0f;
  };
  return {part(16), part(8), part(0), alpha};
}

class MapRendererTest : public ::testing::Test {
 protected:
  MapRendererTest() : context_(HeadlessContext::create()) {
    renderer_ = make_renderer();
    camera_.set_viewport(kWidth, kHeight);
    colors_.ocean = rgb(0xf1f5f9);
    colors_.land = rgb(0xe2e8f0);
    colors_.coast = rgb(0x94a3b8);
    colors_.border = rgb(0xffffff);
    colors_.graticule = rgb(0xcbd5e1, 0.6f);
    colors_.space = rgb(0xffffff);
    colors_.land_hover = rgb(0xfacc15, 0.5f);
    colors_.series[0] = rgb(0x1e3a8a, 0.9f);
    colors_.mark_ring = rgb(0xffffff);
    colors_.mark_highlight = rgb(0xfacc15);
    colors_.density = {rgb(0x1e3a8a, 0), rgb(0x1e3a8a, 0.5f), rgb(0x7c3aed, 0.8f),
                       rgb(0xf59e0b, 0.9f), rgb(0xfef08a)};
  }

  void SetUp() override {
    ASSERT_TRUE(context_.ok()) << context_.fault().line();
    ASSERT_TRUE(target_.bind(kWidth, kHeight, TextureFormat::kRgba8, false));
  }

  std::unique_ptr<MapRenderer> make_renderer() {
    auto renderer =
        std::make_unique<MapRenderer>([this](std::string_view file) -> std::string_view {
          std::string& text = shaders_[std::string(file)];
          if (text.empty())
            text = test::file_text(std::string(TABLERO_SHADER_DIR "/") + std::string(file));
          return text;
        });
    return renderer;
  }

  static std::shared_ptr<const BaseMap> load(const std::string& name) {
    const std::string bytes = test::file_text(std::string(TABLERO_ASSET_DIR "/map/") + name);
    Result<BaseMap> map = decode_base_map(bytes, name);
    if (!map.ok()) return nullptr;
    return std::make_shared<const BaseMap>(std::move(map.value()));
  }

  MapFrame frame() const {
    MapFrame frame = frame_;
    frame.camera = &camera_;
    frame.colors = colors_;
    frame.viewport = {0, 0, kWidth, kHeight};
    frame.target = target_.id();
    return frame;
  }

  // Without motion.
  Image draw(const MapPoints* points = nullptr) {
    MapFrame still = frame();
    still.points = points;
    still.reduced_motion = true;
    renderer_->draw(still);
    const Fault* fault = renderer_->shader_fault();
    EXPECT_EQ(fault, nullptr) << (fault != nullptr ? fault->line() : "");
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
    return read_pixels(kWidth, kHeight);
  }

  static void expect_color(const Image& image, const ScreenPoint& s, const MapColor& color,
                           const char* what) {
    const auto* p = pixel(image, static_cast<int>(s.x), static_cast<int>(s.y));
    EXPECT_NEAR(p[0], color.r * 255, 1.5) << what;
    EXPECT_NEAR(p[1], color.g * 255, 1.5) << what;
    EXPECT_NEAR(p[2], color.b * 255, 1.5) << what;
  }

  Result<std::unique_ptr<HeadlessContext>> context_;
  Framebuffer target_{"test"};
  Camera camera_;
  MapColors colors_;
  MapFrame frame_;
  std::map<std::string, std::string> shaders_;
  std::unique_ptr<MapRenderer> renderer_;
};

}  // namespace tablero::testing
