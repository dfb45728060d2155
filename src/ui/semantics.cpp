#include "ui/semantics.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"

namespace tablero {
namespace {

std::string_view bytes_of(const void* start, std::size_t size) {
  return {static_cast<const char*>(start), size};
}

}  // namespace

void Semantics::begin_frame() {
  nodes_.clear();
  text_.clear();
  open_.clear();
  if (used_.empty()) used_.assign(1024, 0);
  std::memset(used_.data(), 0, used_.size() * sizeof(std::uint32_t));
}

std::size_t Semantics::add(std::uint32_t id, Role role, std::string_view name, const Rect& rect,
                           const NodeDetail& detail) {
  if (nodes_.size() * 2 >= used_.size()) {
    used_.assign(used_.size() * 2, 0);
    for (const SemanticsNode& n : nodes_) {
      std::size_t at = n.id & (used_.size() - 1);
      while (used_[at] != 0) at = (at + 1) & (used_.size() - 1);
      used_[at] = n.id;
    }
  }
  std::size_t at = id & (used_.size() - 1);
  while (used_[at] != 0) {
    if (used_[at] == id) {
      id = id * 1664525u + 1013904223u;
      if (id == 0) id = 1;
      at = id & (used_.size() - 1);
    } else {
      at = (at + 1) & (used_.size() - 1);
    }
  }
  used_[at] = id;

  SemanticsNode n;
  n.id = id;
  // Dialogs and tooltips are children of the root, whichever node opened them.
  const bool over = role == Role::kDialog || role == Role::kTooltip;
  n.parent = over || open_.empty() ? 0 : nodes_[open_.back()].id;
  n.state = detail.state;
  n.x = rect.x;
  n.y = rect.y;
  n.w = rect.w;
  n.h = rect.h;
  n.name_offset = static_cast<std::uint32_t>(text_.size());
  n.name_length = static_cast<std::uint32_t>(name.size());
  text_.insert(text_.end(), name.begin(), name.end());
  n.value_offset = static_cast<std::uint32_t>(text_.size());
  n.value_length = static_cast<std::uint32_t>(detail.value.size());
  text_.insert(text_.end(), detail.value.begin(), detail.value.end());
  n.position = detail.position;
  n.set_size = detail.set_size;
  n.level = detail.level;
  n.controls = detail.controls;
  n.value_now = detail.value_now;
  n.role = static_cast<std::uint32_t>(role);
  nodes_.push_back(n);
  return nodes_.size() - 1;
}

void Semantics::push(std::uint32_t id, Role role, std::string_view name, const Rect& rect,
                     const NodeDetail& detail) {
  open_.push_back(add(id, role, name, rect, detail));
}

void Semantics::pop() {
  if (open_.empty()) return;
  const std::size_t first = open_.back() + 1;
  SemanticsNode& own = nodes_[open_.back()];
  open_.pop_back();
  if (own.w > 0 || first == nodes_.size()) return;
  float left = 1e9f, top = 1e9f, right = -1e9f, bottom = -1e9f;
  for (std::size_t i = first; i < nodes_.size(); ++i) {
    const SemanticsNode& n = nodes_[i];
    left = std::min(left, n.x);
    top = std::min(top, n.y);
    right = std::max(right, n.x + n.w);
    bottom = std::max(bottom, n.y + n.h);
  }
  own.x = left;
  own.y = top;
  own.w = right - left;
  own.h = bottom - top;
}

void Semantics::set_open_rect(const Rect& rect) {
  if (open_.empty()) return;
  SemanticsNode& n = nodes_[open_.back()];
  n.x = rect.x;
  n.y = rect.y;
  n.w = rect.w;
  n.h = rect.h;
}

void Semantics::set_open_scroll(float y) {
  if (!open_.empty()) nodes_[open_.back()].scroll = y;
}

void Semantics::end_frame() {
  for (SemanticsNode& n : nodes_) {
    std::uint32_t h = hash_more(kHashStart, bytes_of(&n.parent, sizeof n.parent));
    h = hash_more(h, bytes_of(&n.state, sizeof n.state));
    h = hash_more(h, bytes_of(text_.data() + n.name_offset, n.name_length));
    h = hash_more(h, "|");
    h = hash_more(h, bytes_of(text_.data() + n.value_offset, n.value_length));
    h = hash_more(h, bytes_of(&n.position, sizeof n.position * 3));
    h = hash_more(h, bytes_of(&n.controls, sizeof n.controls + sizeof n.value_now + sizeof n.role));
    n.hash = h;
  }
}

void Semantics::request_value(std::uint32_t id, std::string_view value) {
  value_id_ = id;
  value_text_.assign(value);
}

bool Semantics::take_activate(std::uint32_t id) {
  if (activate_ != id || id == 0) return false;
  activate_ = 0;
  return true;
}

bool Semantics::take_focus(std::uint32_t id) {
  if (focus_ != id || id == 0) return false;
  focus_ = 0;
  return true;
}

bool Semantics::take_value(std::uint32_t id, std::string& out) {
  if (value_id_ != id || id == 0) return false;
  value_id_ = 0;
  out = value_text_;
  return true;
}

void Semantics::drop_requests() {
  activate_ = 0;
  focus_ = 0;
  value_id_ = 0;
}

}  // namespace tablero
