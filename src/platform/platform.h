// What a platform (a browser page, a desktop window, a test) offers the program, and what the
// program (Client) offers the platform. Nothing above this room knows which platform it runs on.
//
// Units: CSS pixels (density-independent) with the origin in the upper left corner of the canvas,
// unless a name says "pixel"; seconds on a monotonic clock; strings are UTF-8.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/semantics_node.h"

namespace tablero {

struct Viewport {
  float width = 0, height = 0;            // CSS pixels
  int pixel_width = 0, pixel_height = 0;  // size of the back buffer in device pixels

  // A host may make the canvas as flat as it likes; there is nothing to draw then.
  bool has_area() const { return width > 0 && height > 0 && pixel_width > 0 && pixel_height > 0; }
};

// The colors of a system in high contrast (CSS: Canvas, CanvasText, ...), 0xAABBGGRR and opaque;
// all 0 while they are not known.
struct SystemColors {
#define TABLERO_SYSTEM_COLOR(field, css) std::uint32_t field = 0;
#include "platform/system_colors.def"
#undef TABLERO_SYSTEM_COLOR
};

// Preferences of the system and the host page. An attribute of the element overrides them: see
// ViewState.
struct Environment {
  bool dark = false;            // the host page or the system prefers dark
  bool reduced_motion = false;  // no animation
  bool forced_colors = false;   // high-contrast mode of the system
  SystemColors system;          // of that mode
  bool more_contrast = false;
  bool coarse_pointer = false;  // touch is the main pointer: 44 px targets
  bool embedded = false;        // the canvas is embedded in a page (cooperative gestures)
  float text_scale = 1.0f;      // the reader's text size relative to the default, 0.75..2
};

enum class PointerKind : std::uint8_t { kMouse, kTouch, kPen };
enum class PointerPhase : std::uint8_t { kMove, kDown, kUp, kCancel, kLeave };
enum PointerButton : std::uint8_t { kButtonLeft, kButtonRight, kButtonMiddle };  // ImGui's order

enum ModBits : std::uint8_t { kModShift = 1, kModCtrl = 2, kModAlt = 4, kModMeta = 8 };

struct PointerEvent {
  PointerKind kind = PointerKind::kMouse;
  PointerPhase phase = PointerPhase::kMove;
  int id = 0;                // distinguishes fingers
  int button = kButtonLeft;  // PointerButton, only for down and up
  float x = 0, y = 0;
  std::uint8_t mods = 0;
};

struct WheelEvent {
  float x = 0, y = 0;
  float dx = 0, dy = 0;  // CSS pixels the content should move; positive dy scrolls down
  bool pinch = false;  // a trackpad pinch: dy is the zoom amount (browsers send it as ctrl + wheel)
  std::uint8_t mods = 0;
};

// Keys that the program may react to. Typed characters arrive as text, not as keys.
#define TABLERO_KEYBOARD_KEY(enumerator, web, glfw, imgui) enumerator,
enum class Key : std::uint8_t {
#include "platform/keyboard.def"
  kCount
};
#undef TABLERO_KEYBOARD_KEY

struct KeyEvent {
  Key key = Key::kNone;
  bool down = false;
  bool repeat = false;
  std::uint8_t mods = 0;
};

#define TABLERO_CURSOR(enumerator, css, glfw) enumerator,
enum class Cursor : std::uint8_t {
#include "platform/cursors.def"
  kCount
};
#undef TABLERO_CURSOR

struct FetchResult {
  bool ok = false;   // the bytes arrived whole (a 200 that is a web page is still ok here)
  int status = 0;    // HTTP status, 0 when there was no answer
  std::string body;  // the bytes
  std::string
      error;  // short English reason when !ok: "HTTP 404", "network error", "larger than 16 MB"
};
using FetchHandler = std::function<void(FetchResult)>;

// Where the program expects typed text, or that it expects none.
struct TextInput {
  bool active = false;
  float x = 0, y = 0, line_height = 0;  // caret, CSS pixels
  bool search = false;                  // a search field (phones show a search key)
  std::uint32_t node = 0;               // semantics id of the field, 0 when unknown
  int caret = -1;  // byte offset of the caret in the field's text, -1 when unknown
};

struct PicturePart {
  int x = 0, y = 0, w = 0, h = 0;
};

// Text as it was drawn, in CSS pixels: upper left corner, line height, width at which it wraps (0:
// no wrapping), and its clip rectangle.
struct DrawnText {
  float x = 0, y = 0, size = 0, wrap = 0;
  float left = 0, top = 0, right = 0, bottom = 0;
  bool strong = false;  // semibold
  std::string_view text;
};

// A text of a transcript and the id of the node that it is drawn in; 0: in none.
struct PlacedText {
  DrawnText drawn;
  std::uint32_t node = 0;
};

class Platform {
 public:
  virtual ~Platform() = default;

  virtual double now() const = 0;    // seconds, monotonic
  virtual void request_frame() = 0;  // one frame as soon as the display allows
  virtual void request_frame_after(
      double seconds) = 0;  // at the latest then; the earliest request wins

  // Reads `path` relative to the product's folder ("data/editions.json", "fonts/...", "map/...").
  // The handler is called later on the main thread, or at once on platforms with a disk. At most
  // `max_bytes` are taken: a larger file is an error, not a crash.
  virtual void fetch(const std::string& path, std::size_t max_bytes, FetchHandler handler) = 0;

  virtual void set_cursor(Cursor cursor) = 0;
  virtual void open_link(std::string_view url) = 0;   // http(s) only, new tab, noopener
  virtual void copy_text(std::string_view text) = 0;  // to the system clipboard
  virtual std::string paste_text() = 0;  // last pasted text (web: from the paste event)
  virtual void save_file(std::string_view name, std::string_view mime, std::string_view bytes) = 0;
  // A part of the frame that is being drawn as a PNG, in device pixels from the upper left corner.
  virtual void save_picture(std::string_view name, const PicturePart& part) = 0;
  virtual bool can_share() const = 0;  // a system share sheet exists
  virtual void share(std::string_view title, std::string_view query) = 0;  // link of that state
  virtual std::string link_for(std::string_view query) const = 0;  // absolute URL of a state
  virtual void set_text_input(const TextInput& input) = 0;
  virtual void set_language(std::string_view tag) = 0;  // of the mirror: "es", "pt", "en"

  // The state changed. `push` adds a history entry (tab change), otherwise the entry is replaced.
  virtual void publish_state(std::string_view query, bool push) = 0;
  // The nodes of this frame in reading order; `text` is the arena their offsets point into.
  virtual void publish_semantics(const SemanticsNode* nodes, std::size_t count,
                                 std::string_view text) = 0;
  // The answer to Client::on_read(): the open tab from top to bottom as if the canvas were as high
  // as it. Rectangles and places are those of a tab that is not scrolled. Borrowed for the call.
  // Without nodes: the last one no longer holds.
  virtual void publish_transcript(const SemanticsNode* /*nodes*/, std::size_t /*count*/,
                                  std::string_view /*text*/, const PlacedText* /*texts*/,
                                  std::size_t /*text_count*/) {}
  virtual void announce(std::string_view text) = 0;  // polite live region
  // Every text of a frame in drawing order, for text selection with the mouse.
  virtual void drew_text(const DrawnText&) {}
  virtual void ready() = 0;  // first complete frame with data is on screen
  virtual void report_error(std::string_view message) = 0;

  // The text of a shader stage ("land.vert"), or empty if there is none. Natively read from
  // shaders/ on disk at each call, on the web embedded. Valid until the next call.
  virtual std::string_view shader_source(std::string_view file_name) = 0;
  // Natively true once after a file in shaders/ changed on disk.
  virtual bool shaders_changed() { return false; }
};

// The program as a platform sees it. All calls are made on one thread and are never reentrant.
class Client {
 public:
  virtual ~Client() = default;
  virtual void on_viewport(const Viewport& viewport) = 0;
  virtual void on_environment(const Environment& environment) = 0;
  virtual void on_pointer(const PointerEvent& event) = 0;
  // Whether the program uses this wheel step. False: the page should scroll.
  virtual bool on_wheel(const WheelEvent& event) = 0;
  // Whether the program uses this key. False: leave it to the page (Tab at the last control,
  // F5...).
  virtual bool on_key(const KeyEvent& event) = 0;
  virtual void on_text(std::string_view text) = 0;
  virtual void on_focus(bool focused) = 0;
  virtual void on_visible(bool visible) = 0;  // false: hidden tab or scrolled off, no frames
  virtual void on_query(std::string_view query) = 0;    // back button, attribute, host call
  virtual void on_activate(std::uint32_t node_id) = 0;  // mirror element pressed
  virtual void on_set_value(std::uint32_t node_id,
                            std::string_view value) = 0;  // mirror input/slider
  virtual void on_focus_node(std::uint32_t node_id) = 0;  // mirror element got focus
  // Someone may read or search the open tab: the platform is given its transcript, unless it has
  // the present one or the program is still busy. Nodes of it can be pressed, set and focused also
  // where they are scrolled away: they come into view first.
  virtual void on_read() {}
  // The open tab is to be scrolled down by `y` CSS pixels from its top.
  virtual void on_scroll(float /*y*/) {}
  // An input method, autocorrection or a phone's keyboard changed the whole text of a field:
  // `value` with the caret at byte `caret`. Unlike on_set_value() the field stays active.
  virtual void on_edit(std::uint32_t node_id, std::string_view value, int caret) {
    (void)caret;
    on_set_value(node_id, value);
  }
  // `fingers` are down, the last one at (`x`, `y`). True: the program takes this gesture. False:
  // the page may scroll or zoom with it; its pointers then end with kCancel.
  virtual bool on_touch_start(float x, float y, int fingers) {
    (void)x;
    (void)y;
    return fingers > 1;
  }
  virtual void on_context_lost() = 0;
  virtual void on_context_restored() = 0;
  // Builds and draws one frame if one is due; returns whether pixels were drawn.
  virtual bool frame() = 0;
};

}  // namespace tablero
