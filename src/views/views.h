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
  // See TabView.
  void state_given();

 private:
  TabView& tab(View view) { return *tabs_[static_cast<std::size_t>(view)]; }

  Selection selection_;
  float height_ = 0;  // of the open tab without scrolling, CSS pixels; 0 unknown
  std::array<std::unique_ptr<TabView>, kTabCount> tabs_;
};

}  // namespace tablero
