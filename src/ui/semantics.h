// Records what is on screen as a semantics tree (accessibility tree) of nodes {id, role, name,
// value, state, rectangle, parent} while the frame is drawn. The web platform mirrors it into DOM
// elements; tests find and press things through it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/semantics_node.h"

namespace tablero {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  bool contains(float px, float py) const { return px >= x && py >= y && px < x + w && py < y + h; }
};

// Optional parts of a node.
struct NodeDetail {
  std::string_view value;
  std::uint32_t state = 0;
  int position = 0, set_size = 0, level = 0;
  std::uint32_t controls = 0;
  float value_now = 0;
};

class Semantics {
 public:
  // Starts a frame with nothing in it. Capacity is kept: a steady frame does not allocate.
  void begin_frame();
  // Computes the hashes. Afterwards nodes() and text() are valid until begin_frame().
  void end_frame();

  // Appends a node under the innermost open parent, dialogs and tooltips at the root. `id` must not
  // be 0; a repeated id is made unique. Returns its index.
  std::size_t add(std::uint32_t id, Role role, std::string_view name, const Rect& rect,
                  const NodeDetail& detail = {});
  // As add(), and the nodes until pop() become its children. If `rect` has no width, it becomes the
  // bounds of the children.
  void push(std::uint32_t id, Role role, std::string_view name, const Rect& rect,
            const NodeDetail& detail = {});
  void pop();
  // Sets the rectangle of the innermost open parent (known only after its content).
  void set_open_rect(const Rect& rect);
  // How far the content of the innermost open parent is scrolled, CSS pixels.
  void set_open_scroll(float y);

  // A request from the mirror or a test, served in the next frame by the widget with that id.
  void request_activate(std::uint32_t id) { activate_ = id; }
  void request_value(std::uint32_t id, std::string_view value);
  void request_focus(std::uint32_t id) { focus_ = id; }
  // Whether `id` was activated; true once.
  bool take_activate(std::uint32_t id);
  bool take_focus(std::uint32_t id);
  // The value that the mirror set for `id`; false if none.
  bool take_value(std::uint32_t id, std::string& out);
  bool has_requests() const { return activate_ != 0 || value_id_ != 0 || focus_ != 0; }
  // Drops requests that no widget served in this frame.
  void drop_requests();

  const List<SemanticsNode>& nodes() const { return nodes_; }
  // The id of the node added last, 0 if none; for a node that describes or controls it.
  std::uint32_t last_id() const { return nodes_.empty() ? 0 : nodes_.back().id; }
  std::string_view text() const { return {text_.data(), text_.size()}; }
  std::string_view name(const SemanticsNode& n) const {
    return text().substr(n.name_offset, n.name_length);
  }
  std::string_view value(const SemanticsNode& n) const {
    return text().substr(n.value_offset, n.value_length);
  }

 private:
  List<SemanticsNode> nodes_;
  List<char> text_;
  List<std::size_t> open_;
  List<std::uint32_t> used_;  // open addressing set of the ids of this frame
  std::uint32_t activate_ = 0, focus_ = 0, value_id_ = 0;
  std::string value_text_;
};

}  // namespace tablero
