// Reading back what was drawn, for tests that draw without a display.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/list.h"
#include "gpu/gl.h"
#include "platform/native/headless.h"
#include "platform/native/image.h"

namespace tablero::testing {

inline const std::uint8_t* pixel(const Image& image, int x, int y) {
  return &image.rgba[static_cast<std::size_t>(y * image.width + x) * 4];
}

// The bound framebuffer, row 0 on top.
inline Image read_pixels(int width, int height) {
  Image image{width, height, {}};
  const auto row = static_cast<std::ptrdiff_t>(width) * 4;
  List<std::uint8_t> upside_down(static_cast<std::size_t>(row * height));
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
  for (int y = height - 1; y >= 0; --y) {
    const auto begin = upside_down.begin() + y * row;
    image.rgba.insert(image.rgba.end(), begin, begin + row);
  }
  return image;
}

// Writes NAME.png, for looking at, when the environment variable TABLERO_TEST_IMAGES names a
// folder.
inline void save(const Image& image, const std::string& name) {
  const char* folder = std::getenv("TABLERO_TEST_IMAGES");
  if (folder == nullptr) return;
  const Result<std::string> png = encode_png(image);
  if (png.ok())
    std::ofstream(std::string(folder) + "/" + name + ".png", std::ios::binary) << png.value();
}

}  // namespace tablero::testing
