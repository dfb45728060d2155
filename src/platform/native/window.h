// The desktop window: GLFW 3 with an OpenGL 3.3 core context.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "platform/native/native_platform.h"

struct GLFWwindow;
struct GLFWcursor;

namespace tablero {

class Window final : public NativePlatform {
 public:
  // Opens a window whose content is `width` x `height` CSS pixels and makes its context current.
  // `scale` 0 takes the display's own density. Fault: no display, or no OpenGL 3.3.
  static Result<std::unique_ptr<Window>> open(const std::string& data_dir, int width, int height,
                                              float scale);
  ~Window() override;
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Hands events to `client` and draws its frames until the window is closed. Sleeps while no frame
  // is due.
  void run(Client& client);

  double now() const override;
  void request_frame() override { frame_at_ = 0; }
  void request_frame_after(double seconds) override;
  void set_cursor(Cursor cursor) override;
  void copy_text(std::string_view text) override;
  std::string paste_text() override;
  void report_error(std::string_view message) override;

 private:
  explicit Window(const std::string& data_dir) : NativePlatform(data_dir) {}

  void listen();
  void update_viewport();
  float density_of_cursor() const;  // CSS pixels per unit of GLFW's cursor position
  void pointer(PointerPhase phase, int button);
  void key(int glfw_key, int scancode, int action, int glfw_mods);
  void character(unsigned code_point);
  void wait_for_work() const;

  static constexpr std::size_t kCursorCount = static_cast<std::size_t>(Cursor::kCount);

  GLFWwindow* window_ = nullptr;
  GLFWcursor* cursors_[kCursorCount] = {};
  Client* client_ = nullptr;
  Viewport viewport_;
  float forced_scale_ = 0;
  std::uint8_t mods_ = 0;
  double frame_at_ = 0;  // when the next frame is wanted, on the clock of now()
};

}  // namespace tablero
