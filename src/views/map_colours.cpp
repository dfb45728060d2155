#include "views/map_colours.h"

#include <algorithm>

namespace tablero {

MapColor to_map(Colour c) {
  return {static_cast<float>(c & 0xFF) / 255.0f, static_cast<float>((c >> 8) & 0xFF) / 255.0f,
          static_cast<float>((c >> 16) & 0xFF) / 255.0f, static_cast<float>(c >> 24) / 255.0f};
}

MapColors map_colours(const Theme& theme) {
  const Palette& c = theme.colours;
  MapColors m;
  m.ocean = to_map(c.water);
  m.land = to_map(c.land);
  m.coast = to_map(c.coast);
  m.border = to_map(c.border);
  m.graticule = to_map(c.hairline);
  m.land_hover = to_map(c.outline);
  m.land_selected = to_map(c.primary);
  // One look per confidence: full, paler, and a ring only (hollow).
  constexpr float kAlpha[] = {0.95f, 0.62f, 0.95f};
  for (std::size_t i = 0; i < m.series.size(); ++i) {
    m.series[i] = to_map(with_alpha(c.primary, i < 3 ? kAlpha[i] : 0.9f));
  }
  m.mark_ring = to_map(c.background);
  m.mark_highlight = to_map(c.accent);
  for (std::size_t i = 0; i < m.density.size(); ++i) {
    m.density[i] = to_map(theme.ramp_at(static_cast<float>(i) / 4.0f));
  }
  return m;
}

}  // namespace tablero
