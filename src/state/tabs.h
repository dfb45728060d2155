// The tabs of tabs.def as an enumeration, and their names in links.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tablero {

#define TABLERO_TAB(enumerator, ...) enumerator,
enum class View : std::uint8_t {
#include "state/tabs.def"
  kCount
};
#undef TABLERO_TAB

inline constexpr std::size_t kTabCount = static_cast<std::size_t>(View::kCount);

#define TABLERO_TAB(enumerator, name, ...) name,
inline constexpr std::string_view kTabNames[] = {
#include "state/tabs.def"
};
#undef TABLERO_TAB

}  // namespace tablero
