// Small line icons drawn with strokes, so they are sharp at every density and need no font.
#pragma once

#include <imgui.h>

#include <cstdint>

#include "ui/theme.h"

namespace tablero {

enum class Icon : std::uint8_t {
  kNone,
  kSearch,
  kCross,
  kCheck,
  kChevronDown,
  kChevronRight,
  kShare,
  kDownload,
  kSource,
  kSun,
  kMoon,
  kAuto,
  kPlus,
  kMinus,
  kHome,
  kPlay,
  kPause,
  kFilter,
  kExternal,
  kWarning,
  kLink,
  kCompare,
  kPin,
  kMenu,
  kInfo,
  kGlobe,
  kLayers
};

// Draws `icon` centered at `center`, `size` CSS pixels wide.
void draw_icon(ImDrawList* list, Icon icon, ImVec2 center, float size, Color color);

}  // namespace tablero
