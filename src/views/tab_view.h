// What a tab owes the page around it. There is one object per tab, as long as the page lives: it
// keeps what outlives a frame (caches, GPU objects), but nothing that a link should carry.
#pragma once

#include <memory>

#include "state/tabs.h"
#include "views/view_context.h"

namespace tablero {

class TabView {
 public:
  TabView() = default;
  TabView(const TabView&) = delete;
  TabView& operator=(const TabView&) = delete;
  virtual ~TabView() = default;

  // Builds the tab's part of a frame into ImGui and semantics. All files of the tab are ready.
  virtual void draw(ViewContext& context) = 0;
  // "n of m" in the filter bar: how many of the tab's records the filters leave. A total of 0: it
  // says nothing.
  virtual Selection::Count count(const ViewContext& context) const = 0;

  // Lets the GL driver start work (compile shaders) while the data is loading. Called once, for the
  // tab that the page starts with. Needs a GL context.
  virtual void prepare(Platform& /*platform*/) {}
  // Called instead of draw() while the data is loading or could not be loaded.
  virtual void wait(Ui& /*ui*/) {}
  // Another state was given from outside (a link, the host, the back button): what is in motion or
  // open beside it ends, so that the tab looks like a fresh start with that state.
  virtual void state_given() {}
  // GL objects are gone; they are made again at the next frame.
  virtual void context_lost() {}
};

// Makes the object of a tab. The source of its class defines this for its row of state/tabs.def; a
// row without a class does not link.
template <View view>
std::unique_ptr<TabView> make_tab();

}  // namespace tablero
