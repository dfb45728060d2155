// The controls of the interface. Each draws itself with the theme, records its semantics, reacts to
// pointer, keyboard and mirror alike, and returns what happened to it in this frame.
//
// `id` is unique within the current ImGui id stack and is never shown. All sizes in CSS pixels.
#pragma once

#include <string>
#include <string_view>

#include "ui/icons.h"
#include "ui/ui.h"

namespace tablero {

struct Press {
  bool pressed = false;  // activated in this frame
  bool hovered = false;
  bool held = false;
  bool focused = false;  // keyboard focus, to be shown as a ring
  bool visible = false;  // not clipped away
  std::uint32_t id = 0;
  ImVec2 min, max;  // rectangle
};

// An invisible control of `size` at the cursor: the base of all others. Draw its look into the
// window's draw list afterwards.
Press pressable(Ui& ui, std::string_view id, ImVec2 size, Role role, std::string_view name,
                NodeDetail detail = {});
// The same at a fixed rectangle, without moving the layout cursor.
Press pressable_at(Ui& ui, std::string_view id, ImVec2 min, ImVec2 max, Role role,
                   std::string_view name, NodeDetail detail = {});
// Moves the keyboard focus to the control `id` of the current window and cancels any pending focus
// change.
void take_keyboard(std::uint32_t id);
// Ring around a focused control.
void focus_ring(Ui& ui, const Press& press, float radius);

enum class ButtonKind { kPlain, kPrimary, kGhost };

bool button(Ui& ui, std::string_view id, std::string_view text,
            ButtonKind kind = ButtonKind::kPlain, Icon icon = Icon::kNone);
// Square button with an icon only; `name` is read out and shown as a tooltip.
bool icon_button(Ui& ui, std::string_view id, Icon icon, std::string_view name, bool on = false);
float button_width(const Ui& ui, std::string_view text, Icon icon = Icon::kNone);

// A tab of the tab bar. The selected one carries the accent rule.
bool tab(Ui& ui, std::string_view id, std::string_view text, bool selected, int position,
         int count);
float tab_width(const Ui& ui, std::string_view text);

// A chip for an active filter, with a cross; true when it should be removed. `name_remove` is its
// accessible name.
bool chip(Ui& ui, std::string_view id, std::string_view text, std::string_view name_remove);
float chip_width(const Ui& ui, std::string_view text);

// A choice that toggles (a pill); used for editions and options.
bool toggle(Ui& ui, std::string_view id, std::string_view text, bool on);
float toggle_width(const Ui& ui, std::string_view text);

// Check box row inside a popup, or one of several choices (`role` kRadio); `width` of the row.
// `count_text` is drawn right-aligned, may be empty.
bool check_row(Ui& ui, std::string_view id, std::string_view text, bool on, float width,
               std::string_view count_text = {}, Role role = Role::kCheckBox);

// Underlined text that opens `url` in a new tab.
void link(Ui& ui, std::string_view id, std::string_view text, std::string_view url,
          TextStyle style = TextStyle::kBody);
// A button that looks like a link; true when pressed.
bool text_button(Ui& ui, std::string_view id, std::string_view text,
                 TextStyle style = TextStyle::kSmall);

// One-line text field of `width` with a placeholder and a clear cross; true when `text` changed. It
// takes at most `max_bytes` bytes of UTF-8, whole characters: of what is typed or pasted, what
// fits.
bool search_field(Ui& ui, std::string_view id, std::string& text, std::string_view placeholder,
                  float width, std::size_t max_bytes);

// Button that opens a popup under it; while the popup is open it returns true, and the caller fills
// it and then calls end_dropdown(). `summary` is the button's text; a single character is drawn
// without a frame, as an icon.
bool begin_dropdown(Ui& ui, std::string_view id, std::string_view summary, std::string_view name,
                    Icon icon = Icon::kNone);
void end_dropdown(Ui& ui);

// Card: a rounded surface. Content goes between; `width` 0 = what is left.
void begin_card(Ui& ui, std::string_view id, float width = 0, float height = 0);
void end_card(Ui& ui);

// A tooltip at the pointer; call while hovered.
void begin_tooltip(Ui& ui);
void end_tooltip(Ui& ui);
void tooltip(Ui& ui, std::string_view text);

// Flow layout: places items from left to right and wraps to a new line when the next one does not
// fit.
class Flow {
 public:
  Flow(const Ui& ui, float gap_design);
  // Call before each item with its width.
  void next(float width);

 private:
  float left_, right_, gap_;
  bool first_ = true;
};

}  // namespace tablero
