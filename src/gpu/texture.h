// RAII owners of GL textures and framebuffers: move-only, deleted by the destructor.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "gpu/buffer.h"
#include "gpu/gl.h"

namespace tablero {

// Formats that both platforms can sample; kRgba16F and kR16F can be rendered to where the context
// supports it (WebGL2: EXT_color_buffer_float or EXT_color_buffer_half_float). kRgba32F is for
// records: fetched texel by texel, never rendered to.
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

  // Allocates `width` x `height` texels of `format`. `pixels`: 8 bit RGBA rows (kRgba8 only), or
  // nullptr for undefined content. Leaves it bound to GL_TEXTURE_2D of the active unit.
  void allocate(int width, int height, TextureFormat format, bool linear, const void* pixels);

  // Replaces the content by `count` groups of four floats in rows of kRecordColumns, as record() of
  // project.glsl reads them. Leaves it bound to unit 0, which becomes the active one.
  void set_records(const void* floats, std::size_t count, UploadCount* uploads);
  static constexpr int kRecordColumns = 2048;  // the texture size that OpenGL ES 3.0 guarantees

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

// A framebuffer with one color texture, no depth.
class Framebuffer {
 public:
  explicit Framebuffer(const std::string& name = {}) : name_(name), color_(name) {}
  ~Framebuffer();
  Framebuffer(Framebuffer&& other) noexcept;
  Framebuffer& operator=(Framebuffer&& other) noexcept;
  Framebuffer(const Framebuffer&) = delete;
  Framebuffer& operator=(const Framebuffer&) = delete;

  // Makes it current with a color texture of exactly this size and format (reallocated when they
  // differ; then the content is undefined). `linear`: bilinear filtering; slower, and not needed
  // where it is shown pixel for pixel. False: the context cannot render to `format`; framebuffer 0
  // is then bound.
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
