#include "gpu/buffer.h"

namespace tablero {

Buffer::~Buffer() { reset(); }

Buffer::Buffer(Buffer&& other) noexcept
    : name_(std::move(other.name_)),
      id_(std::exchange(other.id_, 0)),
      size_(std::exchange(other.size_, 0)) {}

Buffer& Buffer::operator=(Buffer&& other) noexcept {
  if (this == &other) return *this;
  reset();
  name_ = std::move(other.name_);
  id_ = std::exchange(other.id_, 0);
  size_ = std::exchange(other.size_, 0);
  return *this;
}

void Buffer::upload(GLenum target, const void* data, std::size_t bytes, GLenum usage,
                    UploadCount* count) {
  if (id_ == 0) glGenBuffers(1, &id_);
  glBindBuffer(target, id_);
  glBufferData(target, static_cast<GLsizeiptr>(bytes), data, usage);
  size_ = bytes;
  if (count == nullptr) return;
  ++count->calls;
  count->bytes += bytes;
}

void Buffer::reset() {
  if (id_ != 0) glDeleteBuffers(1, &id_);
  forget();
}

void Buffer::forget() {
  id_ = 0;
  size_ = 0;
}

VertexArray::~VertexArray() { reset(); }

VertexArray::VertexArray(VertexArray&& other) noexcept
    : name_(std::move(other.name_)), id_(std::exchange(other.id_, 0)) {}

VertexArray& VertexArray::operator=(VertexArray&& other) noexcept {
  if (this == &other) return *this;
  reset();
  name_ = std::move(other.name_);
  id_ = std::exchange(other.id_, 0);
  return *this;
}

bool VertexArray::bind() {
  const bool is_new = id_ == 0;
  if (is_new) glGenVertexArrays(1, &id_);
  glBindVertexArray(id_);
  return is_new;
}

void VertexArray::reset() {
  if (id_ != 0) glDeleteVertexArrays(1, &id_);
  id_ = 0;
}

void VertexArray::forget() { id_ = 0; }

}  // namespace tablero
