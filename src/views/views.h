// The whole page: top bar, filter bar, the open tab. Owns the object of each tab.
#pragma once

#include <array>
#include <memory>

#include "views/tab_view.h"

namespace tablero {

class Views {
 public:
  Views();

  // Updates everything that is derived from tables and filters.
  void update(const Store& store, const ViewState& state, const Strings& words,
              const Language& language) {
    selection_.update(store, state, words, language);
  }
  const Selection& selection() const { return selection_; }
  // Builds one frame's interface into ImGui and semantics.
  void draw(ViewContext& context);
  // Lets the GL driver start work for `view` (compile shaders) while its data is loading.
  void prepare(Platform& platform, View view);
  void context_lost();
  // How many records the open tab has, filtered or not.
  int records(const ViewContext& context) {
    return static_cast<int>(tab(context.state.view).count(context).total);
  }
  // Whether the open tab had a scrollbar in the last frame, and that it has one in the next frames
  // whether or not it needs it: without one its content is wider.
  bool has_scrollbar() const { return has_scrollbar_; }
  void keep_scrollbar(bool keep) { keep_scrollbar_ = keep; }
  // In the next frame the open tab is scrolled down by `y` CSS pixels from its top.
  void scroll_to(float y) { scroll_to_ = y > 0 ? y : 0; }
  // The same so that what lies at `rect` when nothing is scrolled comes to the middle.
  void reveal(const Rect& rect) { scroll_to(rect.y + rect.h * 0.5f - panel_.y - panel_.h * 0.5f); }
  // See TabView.
  void state_given();

 private:
  TabView& tab(View view) { return *tabs_[static_cast<std::size_t>(view)]; }

  Selection selection_;
  bool has_scrollbar_ = false, keep_scrollbar_ = false;
  Rect panel_;            // where the open tab was last
  float scroll_to_ = -1;  // below 0: nothing is asked for
  float height_ = 0;      // of the open tab without scrolling, CSS pixels; 0 unknown
  std::array<std::unique_ptr<TabView>, kTabCount> tabs_;
};

}  // namespace tablero
