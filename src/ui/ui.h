// Ui: what every widget and view needs while a frame is built. Created once by App, refreshed per
// frame.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/text_arena.h"
#include "data/strings.h"
#include "model/wording.h"
#include "platform/platform.h"
#include "ui/semantics.h"
#include "ui/shown_chart.h"
#include "ui/theme.h"

namespace tablero {

// The type scale. Sizes and weights come from the theme.
enum class TextStyle : std::uint8_t {
  kTiny,
  kSmall,
  kSmallStrong,
  kBody,
  kStrong,
  kHeading,
  kTitle,
  kFigure
};

class Ui {
 public:
  Ui(Platform& platform_in, Semantics& semantics_in) : platform(platform_in), sem(semantics_in) {}

  Platform& platform;
  Semantics& sem;
  Theme theme;
  Strings strings;
  Language lang;  // of the strings
  TextArena text;
  Environment environment;
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  ImVec2 size;           // of the whole canvas, CSS pixels
  ImVec2 pixel_density;  // device pixels per CSS pixel
  double now = 0;        // seconds
  float dt = 0;          // seconds since the last frame, at most 0.1
  bool gl = true;        // false in tests without a GPU: GPU layers are left out

  // Forgets what the last frame said and asked for.
  void begin_frame();

  // Design pixels to CSS pixels at the reader's text size.
  float px(float design) const { return design * environment.text_scale; }
  bool narrow() const { return size.x < px(theme.metrics.narrow_below); }
  float page_padding() const {
    return px(narrow() ? theme.metrics.page_padding_narrow : theme.metrics.page_padding);
  }
  // Height of a control: the design's, or 44 px where fingers press.
  float control_height() const {
    const float h = px(theme.metrics.control_height);
    return environment.coarse_pointer && h < theme.metrics.touch_height ? theme.metrics.touch_height
                                                                        : h;
  }
  const Palette& colors() const { return theme.colors; }

  // The same texts and numbers for what does not know Ui; written into `text`.
  Wording wording() { return {strings, lang, text}; }
  operator Wording() { return wording(); }  // NOLINT: implicit by intent
  Reader reader() const { return {strings, lang}; }

  std::string_view t(std::string_view key) const { return strings.get(key); }
  // Text of `key` with placeholders filled.
  std::string_view t(std::string_view key, std::initializer_list<Arg> args) {
    return text.format(strings.get(key), args);
  }
  // `key`.one or `key`.other with {n} = `n` in the reader's number format.
  std::string_view count(std::string_view key, long long n) { return wording().count(key, n); }
  std::string_view number(double value, int decimals) {
    return format_number(text, lang, value, decimals);
  }

  ImFont* font(TextStyle style) const;
  float font_size(TextStyle style) const;  // CSS pixels
  float line_height(TextStyle style) const { return font_size(style) * 1.4f; }

  // Something is moving: request the next frame too. Otherwise nothing is drawn until the next
  // event.
  void animate() { wants_frame = true; }
  // Draw again after `seconds` at the latest.
  void repaint_after(double seconds) {
    if (seconds < wants_after) wants_after = seconds;
  }
  bool wants_frame = false;
  double wants_after = 1e9;

  // A toast: a short message at the lower edge that disappears after a few seconds and is announced
  // to screen readers; the text is copied.
  void show_notice(std::string_view notice) {
    platform.announce(notice);
    notice_text = notice;
    notice_until = now + 3;
  }
  std::string notice_text;
  double notice_until = 0;

  // Saves a picture of the canvas as `file`, as soon as open menus have closed; with a `node`, only
  // of that chart, which writes its rectangle into picture_part by then.
  void save_picture(std::string_view file, std::uint32_t node = 0) {
    picture = file;
    picture_node = node;
    picture_in = 4;
    picture_part = {0, 0, size.x, size.y};
  }
  std::string picture;
  std::uint32_t picture_node = 0;
  int picture_in = 0;  // frames
  Rect picture_part;   // CSS pixels

  std::uint32_t panel_node = 0;  // of the open tab's content: what tabs and filters control

  // The charts of this frame from top to bottom, and what offers them.
  List<ShownChart> charts;
  List<OfferedCharts> offers;

  // Where the section being drawn began, and its width: set by its heading.
  ImVec2 section_min;
  float section_width = 0;

  // Rectangles in which touch drags or the wheel control the widget (a map, a slider) instead of
  // scrolling; collected while drawing, used by App for the hit test of events.
  struct Claim {
    Rect rect;
    bool touch_drag = false;   // one finger drags the widget
    bool wheel = false;        // the wheel zooms or scrolls the widget
    bool cooperative = false;  // embedded: only with ctrl, two fingers, or once active
  };
  // Wheel steps inside a claim since the last frame.
  struct Wheel {
    bool active = false;
    ImVec2 pos;
    float dx = 0, dy = 0;  // CSS pixels
    float pinch = 0;       // amount of a trackpad pinch, same unit as dy
  } wheel;
  // Two fingers since the last frame: midpoint, its movement, ratio of their distances.
  struct Pinch {
    bool active = false;
    ImVec2 center, pan;
    float factor = 1;
  } pinch;
  bool blocked_wheel = false;   // a cooperative claim left the wheel to the page: show how to zoom
  bool blocked_touch = false;   // the same for one finger: show that two fingers pan
  bool long_press = false;      // the tap of this frame was a long press
  bool focus_search = false;    // "/" was pressed
  bool away = false;            // the keyboard focus is elsewhere in the page
  std::uint32_t text_node = 0;  // semantics id of the field being edited, 0 none
  int text_caret = -1;          // its caret, byte offset
  int edit_caret = -1;          // where an input method put the caret with the value of this frame
  bool key_claim = false;  // a view uses the arrow keys although no control has the focus (the map)

  static constexpr int kMaxClaims = 16;
  Claim claims[kMaxClaims];
  int claim_count = 0;
  void claim(const Claim& c) {
    if (claim_count < kMaxClaims) claims[claim_count++] = c;
  }
};

// Text size in CSS pixels; `wrap` > 0 wraps at that width.
ImVec2 measure(const Ui& ui, TextStyle style, std::string_view text, float wrap = 0);

// Draws text with its upper left corner at `pos`; no layout, no semantics.
void draw_text(Ui& ui, ImDrawList* list, ImVec2 pos, TextStyle style, Color color,
               std::string_view text, float wrap = 0);
// As draw_text(), on one line of at most `width`, truncated with an ellipsis "…" when longer.
// Returns the drawn width.
float draw_text_cut(Ui& ui, ImDrawList* list, ImVec2 pos, TextStyle style, Color color,
                    std::string_view text, float width);

// Text in the flow of the window, wrapped at `wrap` (0: the width left), with a semantics node.
void label(Ui& ui, TextStyle style, Color color, std::string_view text, float wrap = 0);
// The same as a heading of `level` 1..6.
void heading(Ui& ui, TextStyle style, int level, std::string_view text);

// Empty vertical space of `design` pixels.
void space(Ui& ui, float design);

inline ImVec2 operator+(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }
inline ImVec2 operator-(ImVec2 a, ImVec2 b) { return {a.x - b.x, a.y - b.y}; }
inline ImVec2 operator*(ImVec2 a, float k) { return {a.x * k, a.y * k}; }
inline Rect to_rect(ImVec2 min, ImVec2 max) { return {min.x, min.y, max.x - min.x, max.y - min.y}; }

// An id under the current ImGui id stack.
std::uint32_t ui_id(std::string_view name);

}  // namespace tablero
