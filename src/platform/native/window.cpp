#include "platform/native/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "platform/native/headless.h"
#include "platform/native/keys.h"

namespace tablero {
namespace {

constexpr double kNever = 1e18;
// Polling interval of the files in shaders/ while the program is idle, seconds.
constexpr double kShaderPoll = 0.5;
// CSS pixels per notch of a mouse wheel, as in browsers.
constexpr float kWheelNotch = 100;

std::string last_glfw_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text != nullptr ? text : "no reason given";
}

Window& self(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }

int cursor_shape(Cursor cursor) {
  switch (cursor) {
    case Cursor::kHand:
    case Cursor::kGrab:
    case Cursor::kGrabbing:
      return GLFW_HAND_CURSOR;
    case Cursor::kText:
      return GLFW_IBEAM_CURSOR;
    case Cursor::kResizeH:
      return GLFW_HRESIZE_CURSOR;
    case Cursor::kResizeV:
      return GLFW_VRESIZE_CURSOR;
    case Cursor::kArrow:
    case Cursor::kNotAllowed:
      break;
  }
  return GLFW_ARROW_CURSOR;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const std::string& data_dir, int width, int height,
                                             float scale) {
  if (glfwInit() != GLFW_TRUE) {
    return Fault{"window", "", "a display (without one, use --screenshot FILE.png)",
                 last_glfw_error()};
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SAMPLES, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, scale > 0 ? GLFW_FALSE : GLFW_TRUE);

  std::unique_ptr<Window> made(new Window(data_dir));
  made->forced_scale_ = scale;
  const float factor = scale > 0 ? scale : 1;
  made->window_ =
      glfwCreateWindow(static_cast<int>(std::lround(static_cast<float>(width) * factor)),
                       static_cast<int>(std::lround(static_cast<float>(height) * factor)),
                       "Tablero", nullptr, nullptr);
  if (made->window_ == nullptr)
    return Fault{"window", "", "an OpenGL 3.3 core context", last_glfw_error()};
  glfwSetWindowUserPointer(made->window_, made.get());
  glfwMakeContextCurrent(made->window_);
  glfwSwapInterval(1);
  return made;
}

Window::~Window() {
  for (GLFWcursor* cursor : cursors_) {
    if (cursor != nullptr) glfwDestroyCursor(cursor);
  }
  if (window_ != nullptr) glfwDestroyWindow(window_);
  glfwTerminate();
}

double Window::now() const { return glfwGetTime(); }

void Window::request_frame_after(double seconds) {
  frame_at_ = std::min(frame_at_, now() + seconds);
}

void Window::set_cursor(Cursor cursor) {
  const auto slot = static_cast<std::size_t>(cursor);
  if (slot >= kCursorCount) return;
  if (cursors_[slot] == nullptr) cursors_[slot] = glfwCreateStandardCursor(cursor_shape(cursor));
  glfwSetCursor(window_, cursors_[slot]);
}

void Window::copy_text(std::string_view text) {
  glfwSetClipboardString(window_, std::string(text).c_str());
}

std::string Window::paste_text() {
  const char* text = glfwGetClipboardString(window_);
  return text != nullptr ? text : "";
}

void Window::report_error(std::string_view message) {
  NativePlatform::report_error(message);
  glfwSetWindowTitle(window_, ("Tablero: " + std::string(message)).c_str());
}

void Window::update_viewport() {
  glfwGetFramebufferSize(window_, &viewport_.pixel_width, &viewport_.pixel_height);
  float scale = forced_scale_, unused = 1;
  if (scale <= 0) glfwGetWindowContentScale(window_, &scale, &unused);
  viewport_.width = static_cast<float>(viewport_.pixel_width) / scale;
  viewport_.height = static_cast<float>(viewport_.pixel_height) / scale;
  client_->on_viewport(viewport_);
}

float Window::density_of_cursor() const {
  // The cursor is in screen coordinates: pixels on X11, logical units on Wayland and macOS
  // (https://www.glfw.org/docs/latest/intro_guide.html#coordinate_systems).
  int width = 0, height = 0;
  glfwGetWindowSize(window_, &width, &height);
  return width > 0 ? viewport_.width / static_cast<float>(width) : 1;
}

void Window::pointer(PointerPhase phase, int button) {
  double x = 0, y = 0;
  glfwGetCursorPos(window_, &x, &y);
  PointerEvent event;
  event.phase = phase;
  event.button = button;
  event.x = static_cast<float>(x) * density_of_cursor();
  event.y = static_cast<float>(y) * density_of_cursor();
  event.mods = mods_;
  client_->on_pointer(event);
}

void Window::key(int glfw_key, int scancode, int action, int glfw_mods) {
  KeyEvent event;
  event.key = key_from_glfw(glfw_key, glfwGetKeyName(glfw_key, scancode));
  event.down = action != GLFW_RELEASE;
  event.repeat = action == GLFW_REPEAT;
  mods_ = mods_from_glfw(glfw_key, event.down, glfw_mods);
  event.mods = mods_;
  client_->on_key(event);
}

void Window::character(unsigned code_point) {
  // Keys like "/" differ between keyboard layouts: they are identified by the character they type.
  KeyEvent event;
  event.key = key_from_character(code_point);
  event.mods = mods_;
  if (event.key != Key::kNone) {
    event.down = true;
    const bool used = client_->on_key(event);
    event.down = false;
    client_->on_key(event);
    if (used) return;
  }
  std::string text;
  append_utf8(text, code_point);
  client_->on_text(text);
}

void Window::listen() {
  glfwSetFramebufferSizeCallback(window_,
                                 [](GLFWwindow* w, int, int) { self(w).update_viewport(); });
  glfwSetWindowContentScaleCallback(window_,
                                    [](GLFWwindow* w, float, float) { self(w).update_viewport(); });
  glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { self(w).update_viewport(); });
  glfwSetWindowIconifyCallback(
      window_, [](GLFWwindow* w, int hidden) { self(w).client_->on_visible(hidden == 0); });
  glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int focused) {
    if (focused == 0) self(w).mods_ = 0;
    self(w).client_->on_focus(focused != 0);
  });
  glfwSetCursorPosCallback(
      window_, [](GLFWwindow* w, double, double) { self(w).pointer(PointerPhase::kMove, 0); });
  glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int entered) {
    if (entered == 0) self(w).pointer(PointerPhase::kLeave, 0);
  });
  glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int mods) {
    self(w).mods_ = mods_from_glfw(GLFW_KEY_UNKNOWN, false, mods);
    if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
    self(w).pointer(action == GLFW_PRESS ? PointerPhase::kDown : PointerPhase::kUp, button);
  });
  glfwSetScrollCallback(window_, [](GLFWwindow* w, double dx, double dy) {
    Window& window = self(w);
    double x = 0, y = 0;
    glfwGetCursorPos(w, &x, &y);
    WheelEvent event;
    event.x = static_cast<float>(x) * window.density_of_cursor();
    event.y = static_cast<float>(y) * window.density_of_cursor();
    event.dx = -static_cast<float>(dx) * kWheelNotch;
    event.dy = -static_cast<float>(dy) * kWheelNotch;
    event.mods = window.mods_;
    window.client_->on_wheel(event);
  });
  glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
    self(w).key(key, scancode, action, mods);
  });
  glfwSetCharCallback(window_,
                      [](GLFWwindow* w, unsigned code_point) { self(w).character(code_point); });
}

void Window::wait_for_work() const {
  const double wait = std::min(frame_at_ - now(), kShaderPoll);
  if (wait <= 0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(wait);
  }
}

void Window::run(Client& client) {
  client_ = &client;
  listen();
  client.on_environment(Environment{});
  update_viewport();
  client.on_focus(glfwGetWindowAttrib(window_, GLFW_FOCUSED) != 0);
  while (glfwWindowShouldClose(window_) == 0) {
    wait_for_work();
    // Sending the viewport again makes the program draw although nothing that it knows of has
    // changed.
    if (look_for_new_shaders()) update_viewport();
    if (now() < frame_at_) continue;
    frame_at_ = kNever;
    if (!client.frame()) continue;
    if (!picture_.empty()) {
      const Image whole = read_pixels(viewport_.pixel_width, viewport_.pixel_height);
      const auto png = encode_png(cropped(whole, picture_part_));
      if (png.ok()) save_file(picture_, "image/png", png.value());
      picture_.clear();
    }
    glfwSwapBuffers(window_);
  }
  client_ = nullptr;
}

}  // namespace tablero
