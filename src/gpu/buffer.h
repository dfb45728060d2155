// RAII owners of GL buffers and vertex arrays: move-only, deleted by the destructor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "gpu/gl.h"

namespace tablero {

// Counts uploads to the GPU and their bytes, so that a test can show that panning uploads nothing;
// nullptr counts nothing.
struct UploadCount {
  std::uint64_t calls = 0;
  std::uint64_t bytes = 0;
};

// A byte offset into the bound buffer, as the pointer that GL's API expects.
inline const void* buffer_offset(std::size_t bytes) {
  return reinterpret_cast<const void*>(bytes);  // NOLINT(performance-no-int-to-ptr): GL's interface
}

// A buffer object. Needs a current context for everything but construction, moving and forget().
class Buffer {
 public:
  explicit Buffer(std::string name = {}) : name_(std::move(name)) {}
  ~Buffer();
  Buffer(Buffer&& other) noexcept;
  Buffer& operator=(Buffer&& other) noexcept;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  // Replaces the whole content. `target` is GL_ARRAY_BUFFER or GL_ELEMENT_ARRAY_BUFFER (WebGL ties
  // a buffer to the target of its first binding,
  // https://www.khronos.org/registry/webgl/specs/latest/1.0/#6.1); the buffer is left bound to it.
  // `usage` as of glBufferData.
  void upload(GLenum target, const void* data, std::size_t bytes, GLenum usage, UploadCount* count);

  void bind(GLenum target) const { glBindBuffer(target, id_); }
  GLuint id() const { return id_; }
  std::size_t size() const { return size_; }  // bytes
  void reset();                               // deletes the object
  void forget();                              // context lost: no GL call

 private:
  std::string name_;
  GLuint id_ = 0;
  std::size_t size_ = 0;
};

// A vertex array object; created at the first bind().
class VertexArray {
 public:
  explicit VertexArray(std::string name = {}) : name_(std::move(name)) {}
  ~VertexArray();
  VertexArray(VertexArray&& other) noexcept;
  VertexArray& operator=(VertexArray&& other) noexcept;
  VertexArray(const VertexArray&) = delete;
  VertexArray& operator=(const VertexArray&) = delete;

  // Makes it current. True when it was just created, i.e. its attributes still have to be set up.
  bool bind();
  GLuint id() const { return id_; }
  void reset();
  void forget();

 private:
  std::string name_;
  GLuint id_ = 0;
};

}  // namespace tablero
