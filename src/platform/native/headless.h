// Off-screen rendering without a display: an OpenGL 3.3 core context of EGL's surfaceless platform
// and a framebuffer of our own. Used for --screenshot, for stills, and by tests that need a GPU.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "platform/native/image.h"
#include "platform/native/native_platform.h"

namespace tablero {

// The picture in the current frame buffer, of `width` x `height` device pixels.
Image read_pixels(int width, int height);

// RAII: a GL context that is current while the object lives.
class HeadlessContext {
 public:
  // Fault: the step of EGL that failed.
  static Result<std::unique_ptr<HeadlessContext>> create();
  ~HeadlessContext();
  HeadlessContext(const HeadlessContext&) = delete;
  HeadlessContext& operator=(const HeadlessContext&) = delete;

 private:
  HeadlessContext() = default;
  void* display_ = nullptr;
  void* context_ = nullptr;
};

// The platform of a program without a window. Its clock is simulated: it advances by 1/60 s per
// drawn frame, so that the same input gives the same picture.
class HeadlessPlatform final : public NativePlatform {
 public:
  explicit HeadlessPlatform(const std::string& data_dir) : NativePlatform(data_dir) {}

  double now() const override { return now_; }
  void request_frame() override {}
  void request_frame_after(double) override {}

  // Draws frames of `client`, of `width` x `height` CSS pixels at `scale` device pixels each, until
  // `settled` says so, and returns the last. A context must be current. Fault: the size is more
  // than the GPU can do, or nothing settled within kMaxFrames.
  Result<Image> draw_settled(Client& client, int width, int height, float scale,
                             const std::function<bool()>& settled);

 private:
  static constexpr int kMaxFrames = 1200;
  static constexpr double kFrameSeconds = 1.0 / 60.0;
  double now_ = 1;
};

}  // namespace tablero
