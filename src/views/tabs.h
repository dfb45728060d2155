// The tabs: what the page around them has to know, a row each in state/tabs.def.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "data/store.h"
#include "state/tabs.h"
#include "views/tab_view.h"

namespace tablero {

// How a tab lies on the page.
enum class Page : std::uint8_t {
  kScrolls,   // as high as its content, with margins
  kFills,     // fits any height, with margins
  kFullBleed  // fits any height, without margins
};

struct Tab {
  View view;
  std::string_view key;                // of its name in data/i18n: "tab.mapa"
  std::unique_ptr<TabView> (*make)();  // its object
  Page page;
  bool base_map;  // draws the coarse map of the world
  // That it reads: first the `needed` ones, without which it shows nothing; then the `placed` ones,
  // whose part of the tab says that they are late or failed (late.h); the others are those of the
  // filter bar, which says it itself.
  std::span<const FileId> files;
  std::size_t needed, placed;
};

const Tab& tab_of(View view);

}  // namespace tablero
