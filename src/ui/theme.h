// The one place for colors, sizes and radii. Colors are ImGui's packed 0xAABBGGRR.
//
// The palette is the community site's: white and gray-50 sections in light, #121212 in dark, accent
// yellow #FACC15, navy tiles #1E3A8A. Data colors are color-blind safe: the categorical ones were
// optimized for the largest minimum distance between any two in CIELAB, with normal vision and
// under the three kinds of color blindness, at >= 3:1 on the background; the sequential ramp runs
// in lightness from pale to navy (light) or from deep to pale blue (dark).
#pragma once

#include <array>
#include <cstdint>

#include "platform/platform.h"

namespace tablero {

using Color = std::uint32_t;

constexpr Color rgb(std::uint32_t hex) {
  return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | ((hex >> 16) & 0xFFu);
}
// The color with its alpha replaced; `alpha` 0..1.
constexpr Color with_alpha(Color c, float alpha) {
  return (c & 0x00FFFFFFu) | (static_cast<std::uint32_t>(alpha * 255.0f + 0.5f) << 24);
}
// Linear mix in sRGB space, `t` 0..1 from `a` to `b`.
Color mix(Color a, Color b, float t);
// WCAG 2.x contrast ratio of two opaque colors, 1..21.
float contrast(Color a, Color b);

// The community's own colors, the same in every theme: what stands for it, such as its cards.
inline constexpr Color kNavy = rgb(0x1E3A8A), kYellow = rgb(0xFACC15), kInk = rgb(0x111827),
                       kWhite = rgb(0xFFFFFF), kBlack = rgb(0x000000), kPale = rgb(0xDBE4FF);

// The metal of a place of honor: of a badge, with the text on it, and of the edge of a card.
struct Metal {
  Color fill, ink, edge;
};

struct Palette {
  Color background;    // the page
  Color section;       // alternating sections, table stripes
  Color surface;       // cards, popups
  Color raised;        // hovered surface
  Color hairline;      // rules, grid lines, borders of fields (>= 3:1 not needed: decoration)
  Color outline;       // borders of controls (>= 3:1 on background)
  Color text;          // >= 4.5:1 on background, section and surface
  Color muted;         // secondary text, >= 4.5:1 likewise
  Color accent;        // the yellow: selection marks, the one accent of a screen
  Color on_accent;     // text on accent
  Color primary;       // navy (light) or pale blue (dark): main data color, links
  Color on_primary;    // text on primary
  Color primary_soft;  // tint for selected chips and hovered rows
  Color danger;        // errors
  Color disabled;      // text of disabled controls
  Color focus;         // keyboard focus ring (>= 3:1)
  Color tile;          // ground of a figure in large type, with kWhite and kPale on it
  Color tile_icon;     // >= 3:1 on tile
  Color scrim;         // over the page while something lies on it
  Color water;         // map
  Color land;
  Color border;
  Color coast;
  std::array<Color, 8> series;  // categorical
  std::array<Color, 6> ramp;    // sequential, low to high
  bool operator==(const Palette&) const = default;
};

// Sizes in design pixels at text scale 1; Ui::px() turns them into CSS pixels.
struct Metrics {
  float text = 15, small = 13, tiny = 12, heading = 20, title = 26, figure = 34;
  float gap = 8, gap_large = 16, gap_section = 32;
  float radius = 10, radius_small = 6;
  float control_height = 36, touch_height = 44;
  float card_padding = 18, page_padding = 24, page_padding_narrow = 16;
  float hairline = 1, focus_width = 2;
  float content_max = 1200, narrow_below = 720;
  float motion_seconds = 0.18f;  // one transition
};

struct Theme {
  bool dark = false;
  Palette colors{};
  Metrics metrics{};
  // Position `t` 0..1 on the sequential ramp, clamped, mixed between its stops.
  Color ramp_at(float t) const;
  // Gold (the accent), silver and bronze for the places 1, 2 and 3.
  Metal metal(int place) const;
  // Black or white, whichever has the higher contrast on `background`.
  static Color text_on(Color background);
};

// Official color of a Sustainable Development Goal, 1 to 17 (United Nations, "SDG guidelines",
// 2019); gray for any other number.
Color sdg_color(int goal);

Theme light_theme();
Theme dark_theme();
// The same theme for prefers-contrast: more: text, outlines and rules in black or white on the
// plain opposite, data colors at >= 4.5:1.
Theme high_contrast(Theme theme);

// Forced colors: a theme of the system's colors only, except for the data, which keep their hues at
// >= 4.5:1 on the system's canvas color.
Theme forced_theme(const SystemColors& system);

}  // namespace tablero
