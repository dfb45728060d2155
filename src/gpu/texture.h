// Owners of GL textures and framebuffers: a name, a destructor, move only.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "gpu/buffer.h"
#include "gpu/gl.h"

namespace tablero {

// Formats that both bodies can sample; kRgba16F and kR16F can be drawn to where the context says so
// (WebGL2: EXT_color_buffer_float or EXT_color_buffer_half_float).
// kRgba32F is for records: read texel by texel, never drawn to.
enum class TextureFormat { kRgba8, kR16F, kRgba16F, kRgba32F };

// A 2D texture without mipmaps, clamped at its edges.
class Texture {
 public:
  explicit Texture(std::string name = {}) : name_(std::move(name)) {}
  ~Texture();
  Texture(Texture&& other) noexcept;
  Texture& operator=(Texture&& other) noexcept;
  Texture(const Texture&) = delete;
  Texture& operator=(const Texture&) = delete;

  // Gives it WIDTH x HEIGHT texels of FORMAT. PIXELS: 8 bit RGBA rows (kRgba8 only), or nullptr for
  // undefined content. Leaves it bound to GL_TEXTURE_2D of the active unit.
  void allocate(int width, int height, TextureFormat format, bool linear, const void* pixels);

  // Replaces all by COUNT groups of four floats in rows of kRecordColumns, as record() of
  // project.glsl reads them. Leaves it bound to unit 0, which becomes the active one.
  void set_records(const void* floats, std::size_t count, UploadCount* uploads);
  static constexpr int kRecordColumns = 2048;  // what every context can do, in both directions

  void bind(int unit) const;
  GLuint id() const { return id_; }
  int width() const { return width_; }
  int height() const { return height_; }
  void reset();
  void forget();  // context lost: no GL call

 private:
  std::string name_;
  GLuint id_ = 0;
  int width_ = 0, height_ = 0;
};

// A framebuffer with one colour texture, no depth.
class Framebuffer {
 public:
  explicit Framebuffer(const std::string& name = {}) : name_(name), color_(name) {}
  ~Framebuffer();
  Framebuffer(Framebuffer&& other) noexcept;
  Framebuffer& operator=(Framebuffer&& other) noexcept;
  Framebuffer(const Framebuffer&) = delete;
  Framebuffer& operator=(const Framebuffer&) = delete;

  // Makes it current with a colour texture of exactly this size and format (reallocated when they
  // differ; then the content is undefined). LINEAR: read smoothly between its pixels; not needed,
  // and dearer, where it is shown pixel for pixel. False: the context cannot draw to FORMAT; the
  // caller's framebuffer binding is then 0.
  bool bind(int width, int height, TextureFormat format, bool linear);

  const Texture& color() const { return color_; }
  GLuint id() const { return id_; }
  void reset();
  void forget();

 private:
  std::string name_;
  GLuint id_ = 0;
  Texture color_;
  TextureFormat format_ = TextureFormat::kRgba8;
};

}  // namespace tablero
