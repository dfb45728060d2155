// Drawing without any display: an OpenGL 3.3 core context of EGL's surfaceless platform and a frame
// buffer of our own. Used for --screenshot, for stills, and by tests that need a GPU.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "platform/native/image.h"
#include "platform/native/native_platform.h"

namespace tablero {

// The picture in the current frame buffer, of WIDTH x HEIGHT device pixels.
Image read_pixels(int width, int height);

// A current context for as long as it lives.
class HeadlessContext {
 public:
  // Fault: what EGL could not do.
  static Result<std::unique_ptr<HeadlessContext>> create();
  ~HeadlessContext();
  HeadlessContext(const HeadlessContext&) = delete;
  HeadlessContext& operator=(const HeadlessContext&) = delete;

 private:
  HeadlessContext() = default;
  void* display_ = nullptr;
  void* context_ = nullptr;
};

// The platform of a program without a window. Its clock is its own: it moves by 1/60 s per drawn
// frame, so that the same input gives the same picture.
class HeadlessPlatform final : public NativePlatform {
 public:
  explicit HeadlessPlatform(const std::string& data_dir) : NativePlatform(data_dir) {}

  double now() const override { return now_; }
  void request_frame() override {}
  void request_frame_after(double) override {}

  // Draws frames of CLIENT, of WIDTH x HEIGHT CSS pixels at SCALE device pixels each, until SETTLED
  // says so, and returns the last. A context must be current. Fault: the size is more than the GPU
  // can do, or nothing settled within kMaxFrames.
  Result<Image> draw_settled(Client& client, int width, int height, float scale,
                             const std::function<bool()>& settled);

 private:
  static constexpr int kMaxFrames = 1200;
  static constexpr double kFrameSeconds = 1.0 / 60.0;
  double now_ = 1;
};

}  // namespace tablero
