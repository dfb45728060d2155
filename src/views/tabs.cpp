#include "views/tabs.h"

namespace tablero {

#define TABLERO_TAB(enumerator, ...) \
  template <>                        \
  std::unique_ptr<TabView> make_tab<View::enumerator>();
#include "state/tabs.def"
#undef TABLERO_TAB

namespace {

using enum FileId;
using enum Page;
constexpr bool kBaseMap = true, kNoBaseMap = false;

template <FileId... ids>
constexpr FileId kFiles[] = {ids...};

// The leaderboard's neighboring boards are not among its files: they are fetched when one is
// opened.
#define TABLERO_TAB(enumerator, name, page, base_map, needed, placed, ...)                         \
  {View::enumerator, "tab." name, make_tab<View::enumerator>, page, base_map, kFiles<__VA_ARGS__>, \
   needed,           placed},
constexpr Tab kTabs[] = {
#include "state/tabs.def"
};
#undef TABLERO_TAB

}  // namespace

const Tab& tab_of(View view) { return kTabs[static_cast<std::size_t>(view)]; }

}  // namespace tablero
