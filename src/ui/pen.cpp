#include "ui/pen.h"

#include <algorithm>

#include "ui/widgets.h"

namespace tablero {

namespace {
constexpr float kLineGap = 6;  // between items and between lines of items, design pixels
}

Pen::Pen(Ui& ui, ImVec2 pos, float width, bool draw)
    : ui_(ui),
      list_(draw ? ImGui::GetWindowDrawList() : nullptr),
      left_(pos.x),
      top_(pos.y),
      width_(std::max(width, 1.0f)),
      y_(pos.y),
      draw_(draw) {}

void Pen::note(Role role, int level, std::string_view text, ImVec2 pos, ImVec2 size) {
  NodeDetail detail;
  detail.level = level;
  if (!ImGui::IsRectVisible(pos, pos + size)) detail.state |= kStateScrolledOut;
  ui_.sem.add(ui_id(text), role, text, to_rect(pos, pos + size), detail);
}

void Pen::text(TextStyle style, Color color, std::string_view text) {
  end_line();
  const ImVec2 size = measure(ui_, style, text, width_);
  if (draw_) {
    draw_text(ui_, list_, {left_, y_}, style, color, text, width_);
    note(Role::kText, 0, text, {left_, y_}, {std::min(size.x, width_), size.y});
  }
  y_ += size.y;
}

void Pen::heading(TextStyle style, int level, std::string_view text) {
  end_line();
  const ImVec2 size = measure(ui_, style, text, width_);
  if (draw_) {
    draw_text(ui_, list_, {left_, y_}, style, ui_.colors().text, text, width_);
    note(Role::kHeading, level, text, {left_, y_}, {std::min(size.x, width_), size.y});
  }
  y_ += size.y;
}

void Pen::gap(float design) {
  end_line();
  y_ += ui_.px(design);
}

void Pen::rule() {
  end_line();
  if (draw_) list_->AddLine({left_, y_}, {left_ + width_, y_}, ui_.colors().hairline);
}

void Pen::indent(float design) {
  end_line();
  left_ += ui_.px(design);
  width_ -= ui_.px(design);
}

ImVec2 Pen::place(float width, float height) {
  const float space = ui_.px(kLineGap);
  if (!in_line_) {
    in_line_ = true;
    line_x_ = left_;
    line_height_ = 0;
  } else if (line_x_ + width > left_ + width_) {
    y_ += line_height_ + space;
    line_x_ = left_;
    line_height_ = 0;
  }
  const ImVec2 pos(line_x_, y_);
  line_x_ += width + space;
  line_height_ = std::max(line_height_, height);
  return pos;
}

void Pen::end_line() {
  if (!in_line_) return;
  y_ += line_height_;
  in_line_ = false;
}

void Pen::tag(std::string_view text, Color fill, Color ink) {
  const ImVec2 inner = measure(ui_, TextStyle::kTiny, text);
  const ImVec2 size(std::min(inner.x + ui_.px(18), width_), inner.y + ui_.px(8));
  const ImVec2 pos = place(size.x, size.y);
  if (!draw_) return;
  list_->AddRectFilled(pos, pos + size, fill, size.y * 0.5f);
  draw_text_cut(ui_, list_, {pos.x + ui_.px(9), pos.y + ui_.px(4)}, TextStyle::kTiny, ink, text,
                size.x - ui_.px(18));
  note(Role::kText, 0, text, pos, size);
}

void Pen::word(TextStyle style, Color color, std::string_view text) {
  const ImVec2 full = measure(ui_, style, text);
  const ImVec2 size = full.x > width_ ? measure(ui_, style, text, width_) : full;
  const ImVec2 pos = place(std::min(size.x, width_), size.y);
  if (!draw_) return;
  draw_text(ui_, list_, pos, style, color, text, full.x > width_ ? width_ : 0);
  note(Role::kText, 0, text, pos, {std::min(size.x, width_), size.y});
}

void Pen::link(std::string_view id, std::string_view text, std::string_view url) {
  const TextStyle style = TextStyle::kSmall;
  const float arrow = ui_.font_size(style) * 0.75f;
  const float room = width_ - arrow - ui_.px(4);
  const ImVec2 full = measure(ui_, style, text);
  const bool wraps = full.x > room;
  const ImVec2 inner = wraps ? measure(ui_, style, text, room) : full;
  const float height = ui_.environment.coarse_pointer
                           ? std::max(ui_.theme.metrics.touch_height, inner.y)
                           : inner.y + ui_.px(4);
  const ImVec2 size(std::min(inner.x, room) + arrow + ui_.px(10), height);
  const ImVec2 pos = place(size.x, size.y);
  if (!draw_) return;
  NodeDetail detail;
  detail.value = url;
  const Press press = pressable_at(ui_, id, pos, pos + size, Role::kLink, text, detail);
  if (press.pressed) ui_.platform.open_link(url);
  if (!press.visible) return;
  const Color ink = ui_.colors().primary;
  const float top = pos.y + (size.y - inner.y) * 0.5f;
  draw_text(ui_, list_, {pos.x, top}, style, ink, text, wraps ? room : 0);
  if (press.hovered) list_->AddLine({pos.x, top + inner.y}, {pos.x + inner.x, top + inner.y}, ink);
  draw_icon(list_, Icon::kExternal,
            {pos.x + std::min(inner.x, room) + ui_.px(4) + arrow * 0.5f, pos.y + size.y * 0.5f},
            arrow, ink);
  focus_ring(ui_, press, ui_.px(3));
}

bool Pen::text_button(std::string_view id, std::string_view text) {
  const TextStyle style = TextStyle::kSmall;
  const ImVec2 full = measure(ui_, style, text);
  const bool wraps = full.x > width_;
  const ImVec2 inner = wraps ? measure(ui_, style, text, width_) : full;
  const float height = ui_.environment.coarse_pointer
                           ? std::max(ui_.theme.metrics.touch_height, inner.y)
                           : inner.y + ui_.px(4);
  const ImVec2 size(std::min(inner.x, width_), height);
  const ImVec2 pos = place(size.x, size.y);
  if (!draw_) return false;
  const Press press = pressable_at(ui_, id, pos, pos + size, Role::kButton, text);
  if (press.visible) {
    const Color ink = ui_.colors().primary;
    const float top = pos.y + (size.y - inner.y) * 0.5f;
    draw_text(ui_, list_, {pos.x, top}, style, ink, text, wraps ? width_ : 0);
    if (press.hovered) list_->AddLine({pos.x, top + inner.y}, {pos.x + size.x, top + inner.y}, ink);
    focus_ring(ui_, press, ui_.px(3));
  }
  return press.pressed;
}

bool Pen::tag_button(std::string_view id, std::string_view text, std::string_view name, Color fill,
                     Color ink, bool selected) {
  const ImVec2 inner = measure(ui_, TextStyle::kTiny, text);
  const float height =
      ui_.environment.coarse_pointer ? ui_.theme.metrics.touch_height : inner.y + ui_.px(8);
  float width = std::min(inner.x + ui_.px(18), width_);
  if (ui_.environment.coarse_pointer) width = std::max(width, height);
  const ImVec2 size(width, height);
  const ImVec2 pos = place(size.x, size.y);
  if (!draw_) return false;
  NodeDetail detail;
  detail.state = kStateToggle | (selected ? kStateChecked : 0u);
  const Press press = pressable_at(ui_, id, pos, pos + size, Role::kButton, name, detail);
  if (press.visible) {
    const float pill = inner.y + ui_.px(8);
    const ImVec2 from(pos.x, pos.y + (size.y - pill) * 0.5f);
    const ImVec2 to(pos.x + size.x, from.y + pill);
    list_->AddRectFilled(from, to, press.hovered ? mix(fill, ink, 0.12f) : fill, pill * 0.5f);
    if (selected) list_->AddRect(from, to, ui_.colors().focus, pill * 0.5f, 0, 2);
    draw_text_cut(ui_, list_, {pos.x + ui_.px(9), from.y + ui_.px(4)}, TextStyle::kTiny, ink, text,
                  size.x - ui_.px(18));
    focus_ring(ui_, press, pill * 0.5f);
  }
  return press.pressed;
}

}  // namespace tablero
