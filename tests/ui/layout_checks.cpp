#include "ui/layout_checks.h"

#include <algorithm>
#include <map>

#include "base/list.h"

namespace tablero::test {
namespace {

bool is(const SemanticsNode& n, Role role) { return n.role == static_cast<std::uint8_t>(role); }

bool is_text(const SemanticsNode& n) {
  return is(n, Role::kText) || is(n, Role::kHeading) || is(n, Role::kLink) || is(n, Role::kButton);
}

class Tree {
 public:
  explicit Tree(const Semantics& s) : s_(s) {
    for (const SemanticsNode& n : s.nodes()) by_id_[n.id] = &n;
  }
  // Whether `node` is inside something that scrolls sideways on purpose: wide tables and the strip
  // of tabs.
  bool scrolls_sideways(const SemanticsNode& node) const {
    for (const SemanticsNode* n = &node; n != nullptr; n = parent(*n)) {
      if (is(*n, Role::kTable) || is(*n, Role::kTabList)) return true;
    }
    return false;
  }
  // Marks of a chart stand where their values put them, their names are read out and not drawn.
  bool is_mark(const SemanticsNode& node) const {
    const SemanticsNode* up = parent(node);
    return up != nullptr && is(*up, Role::kImage) &&
           (is(node, Role::kButton) || is(node, Role::kListItem));
  }
  // Places on the map pass its edges when it is moved.
  bool is_place(const SemanticsNode& node) const {
    const SemanticsNode* up = parent(node);
    return is_mark(node) && (up->state & kStatePressable) != 0;
  }
  std::string describe(const SemanticsNode& n) const {
    return "'" + std::string(s_.name(n)) + "' at " + std::to_string(n.x) + " to " +
           std::to_string(n.x + n.w) + ", y " + std::to_string(n.y) + " to " +
           std::to_string(n.y + n.h);
  }

 private:
  const SemanticsNode* parent(const SemanticsNode& n) const {
    const auto it = by_id_.find(n.parent);
    return it == by_id_.end() ? nullptr : it->second;
  }
  const Semantics& s_;
  std::map<std::uint32_t, const SemanticsNode*> by_id_;
};

}  // namespace

std::string clipped(const Semantics& s, float width) {
  const Tree tree(s);
  for (const SemanticsNode& n : s.nodes()) {
    if ((n.state & kStateScrolledOut) != 0 || n.w <= 0 || tree.scrolls_sideways(n)) continue;
    if (tree.is_place(n)) continue;
    if (n.x < -0.5f || n.x + n.w > width + 0.5f) return tree.describe(n);
  }
  return "";
}

std::string overlapping(const Semantics& s) {
  const Tree tree(s);
  std::map<std::uint32_t, List<const SemanticsNode*>> siblings;
  for (const SemanticsNode& n : s.nodes()) {
    if ((n.state & kStateScrolledOut) != 0 || !is_text(n) || tree.scrolls_sideways(n) ||
        tree.is_mark(n)) {
      continue;
    }
    siblings[n.parent].push_back(&n);
  }
  for (auto& [parent, list] : siblings) {
    (void)parent;
    std::sort(list.begin(), list.end(), [](const auto* a, const auto* b) { return a->y < b->y; });
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = i + 1; j < list.size() && list[j]->y < list[i]->y + list[i]->h; ++j) {
        const SemanticsNode &a = *list[i], &b = *list[j];
        const float across = std::min(a.x + a.w, b.x + b.w) - std::max(a.x, b.x);
        const float down = std::min(a.y + a.h, b.y + b.h) - std::max(a.y, b.y);
        if (across > 1.5f && down > 1.5f) return tree.describe(a) + " and " + tree.describe(b);
      }
    }
  }
  return "";
}

}  // namespace tablero::test
