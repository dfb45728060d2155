#include "views/map/scene.h"

#include <algorithm>
#include <cmath>

namespace tablero {

MapColor to_map(Color c) {
  return {static_cast<float>(c & 0xFF) / 255.0f, static_cast<float>((c >> 8) & 0xFF) / 255.0f,
          static_cast<float>((c >> 16) & 0xFF) / 255.0f, static_cast<float>(c >> 24) / 255.0f};
}

MapColors map_colors(const Theme& theme) {
  const Palette& c = theme.colors;
  MapColors m;
  m.ocean = to_map(c.water);
  m.land = to_map(c.land);
  m.coast = to_map(c.coast);
  m.border = to_map(c.border);
  m.graticule = to_map(with_alpha(c.outline, 0.35f));
  m.space = to_map(c.background);
  m.land_hover = to_map(with_alpha(c.text, 0.14f));
  m.land_selected = to_map(with_alpha(c.accent, 0.32f));
  // One look per confidence: full, paler, and a ring only (hollow); then one for a count that is
  // missing among others.
  constexpr float kAlpha[] = {0.95f, 0.62f, 0.95f};
  for (std::size_t i = 0; i < m.series.size(); ++i) {
    m.series[i] = to_map(i < 3 ? with_alpha(c.primary, kAlpha[i]) : c.muted);
  }
  m.mark_ring = to_map(c.background);
  m.mark_highlight = to_map(c.accent);
  for (std::size_t i = 0; i < m.density.size(); ++i) {
    const float share = static_cast<float>(i) / 4.0f;
    m.density[i] =
        to_map(with_alpha(theme.ramp_at(0.2f + 0.8f * share), std::min(1.0f, share * 2)));
  }
  return m;
}

std::unique_ptr<MapRenderer> make_map_renderer(Platform& platform) {
  return std::make_unique<MapRenderer>(
      [&platform](std::string_view file) { return platform.shader_source(file); });
}

PixelRect to_pixels(const Ui& ui, ImVec2 min, ImVec2 max) {
  const ImVec2 d = ui.pixel_density;
  const auto at = [](float css, float density) {
    return static_cast<int>(std::lround(css * density));
  };
  PixelRect rect;
  rect.x = at(min.x, d.x);
  rect.y = at(ui.size.y, d.y) - at(max.y, d.y);
  rect.width = at(max.x, d.x) - rect.x;
  rect.height = at(max.y, d.y) - at(min.y, d.y);
  return rect;
}

}  // namespace tablero
