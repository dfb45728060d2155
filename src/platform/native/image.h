// A picture in memory and its PNG.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "platform/platform.h"

namespace tablero {

// Rows of 8-bit RGBA from top to bottom, without padding.
struct Image {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
};

// The part of the picture, cut at its edges.
Image cropped(const Image& image, const PicturePart& part);

// The PNG (RGB, 8 bit; alpha is dropped because a canvas is opaque) as bytes. The same picture
// gives the same bytes. Fault: file empty, found = what libpng said.
Result<std::string> encode_png(const Image& image);

}  // namespace tablero
