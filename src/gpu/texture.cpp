#include "gpu/texture.h"

namespace tablero {

namespace {

struct FormatInfo {
  GLint internal;
  GLenum format, type;
};

FormatInfo info_of(TextureFormat format) {
  switch (format) {
    case TextureFormat::kR16F:
      return {GL_R16F, GL_RED, GL_HALF_FLOAT};
    case TextureFormat::kRgba16F:
      return {GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT};
    case TextureFormat::kRgba32F:
      return {GL_RGBA32F, GL_RGBA, GL_FLOAT};
    case TextureFormat::kRgba8:
      break;
  }
  return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
}

}  // namespace

Texture::~Texture() { reset(); }

Texture::Texture(Texture&& other) noexcept
    : name_(std::move(other.name_)),
      id_(std::exchange(other.id_, 0)),
      width_(other.width_),
      height_(other.height_) {}

Texture& Texture::operator=(Texture&& other) noexcept {
  if (this == &other) return *this;
  reset();
  name_ = std::move(other.name_);
  id_ = std::exchange(other.id_, 0);
  width_ = other.width_;
  height_ = other.height_;
  return *this;
}

void Texture::allocate(int width, int height, TextureFormat format, bool linear,
                       const void* pixels) {
  if (id_ == 0) glGenTextures(1, &id_);
  glBindTexture(GL_TEXTURE_2D, id_);
  const FormatInfo info = info_of(format);
  glTexImage2D(GL_TEXTURE_2D, 0, info.internal, width, height, 0, info.format, info.type, pixels);
  const GLint filter = linear ? GL_LINEAR : GL_NEAREST;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  width_ = width;
  height_ = height;
}

void Texture::set_records(const void* floats, std::size_t count, UploadCount* uploads) {
  constexpr std::size_t kTexelBytes = 4 * sizeof(float);
  const auto rows = static_cast<int>(count / kRecordColumns);
  const auto rest = static_cast<int>(count % kRecordColumns);
  glActiveTexture(GL_TEXTURE0);
  allocate(kRecordColumns, rows + 1, TextureFormat::kRgba32F, false, nullptr);
  const auto* from = static_cast<const unsigned char*>(floats);
  const auto put = [&](int row, int width, int height) {
    if (width * height == 0) return;
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, row, width, height, GL_RGBA, GL_FLOAT,
                    from + static_cast<std::size_t>(row) * kRecordColumns * kTexelBytes);
  };
  put(0, kRecordColumns, rows);
  put(rows, rest, 1);
  if (uploads == nullptr) return;
  ++uploads->calls;
  uploads->bytes += count * kTexelBytes;
}

void Texture::bind(int unit) const {
  glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
  glBindTexture(GL_TEXTURE_2D, id_);
}

void Texture::reset() {
  if (id_ != 0) glDeleteTextures(1, &id_);
  forget();
}

void Texture::forget() {
  id_ = 0;
  width_ = height_ = 0;
}

Framebuffer::~Framebuffer() { reset(); }

Framebuffer::Framebuffer(Framebuffer&& other) noexcept
    : name_(std::move(other.name_)),
      id_(std::exchange(other.id_, 0)),
      color_(std::move(other.color_)),
      format_(other.format_) {}

Framebuffer& Framebuffer::operator=(Framebuffer&& other) noexcept {
  if (this == &other) return *this;
  reset();
  name_ = std::move(other.name_);
  id_ = std::exchange(other.id_, 0);
  color_ = std::move(other.color_);
  format_ = other.format_;
  return *this;
}

bool Framebuffer::bind(int width, int height, TextureFormat format, bool linear) {
  const bool fits =
      id_ != 0 && color_.width() == width && color_.height() == height && format_ == format;
  if (fits) {
    glBindFramebuffer(GL_FRAMEBUFFER, id_);
    return true;
  }
  color_.allocate(width, height, format, linear, nullptr);
  format_ = format;
  if (id_ == 0) glGenFramebuffers(1, &id_);
  glBindFramebuffer(GL_FRAMEBUFFER, id_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color_.id(), 0);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) return true;
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  reset();
  return false;
}

void Framebuffer::reset() {
  if (id_ != 0) glDeleteFramebuffers(1, &id_);
  id_ = 0;
  color_.reset();
}

void Framebuffer::forget() {
  id_ = 0;
  color_.forget();
}

}  // namespace tablero
