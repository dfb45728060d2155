#include "platform/native/image.h"

#include <png.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace tablero {

Image cropped(const Image& image, const PicturePart& part) {
  Image out;
  const int left = std::clamp(part.x, 0, image.width), top = std::clamp(part.y, 0, image.height);
  out.width = std::clamp(part.x + part.w, left, image.width) - left;
  out.height = std::clamp(part.y + part.h, top, image.height) - top;
  const auto row = static_cast<std::ptrdiff_t>(out.width) * 4;
  for (int y = top; y < top + out.height; ++y) {
    const auto from =
        image.rgba.begin() + (static_cast<std::ptrdiff_t>(y) * image.width + left) * 4;
    out.rgba.insert(out.rgba.end(), from, from + row);
  }
  return out;
}

Result<std::string> encode_png(const Image& image) {
  const std::size_t pixels =
      static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
  if (pixels == 0 || image.rgba.size() != pixels * 4) {
    return Fault{"", "", "a picture of at least one pixel", "an empty one"};
  }
  std::vector<std::uint8_t> rgb(pixels * 3);
  for (std::size_t i = 0; i < pixels; ++i) std::memcpy(&rgb[i * 3], &image.rgba[i * 4], 3);

  png_image png = {};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);
  png.format = PNG_FORMAT_RGB;
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(png), '\0');
  png_alloc_size_t size = bytes.size();
  if (png_image_write_to_memory(&png, bytes.data(), &size, 0, rgb.data(), 0, nullptr) == 0) {
    return Fault{"", "", "a picture that libpng can write", png.message};
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace tablero
