// The one place for colours, sizes and radii. Colours are ImGui's packed 0xAABBGGRR.
//
// The palette is the community site's: white and gray-50 sections in light, #121212 in dark, accent
// yellow #FACC15, navy tiles #1E3A8A. Data colours are colour-blind safe: the categorical ones were
// searched for the largest distance between any two in CIELAB, plain and under the three kinds of
// colour blindness, at >= 3:1 on the background; the sequential ramp runs in lightness from pale to
// navy (light) or from deep to pale blue (dark).
#pragma once

#include <array>
#include <cstdint>

#include "platform/platform.h"

namespace tablero {

using Colour = std::uint32_t;

constexpr Colour rgb(std::uint32_t hex) {
  return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | ((hex >> 16) & 0xFFu);
}
// The colour with its alpha replaced; ALPHA 0..1.
constexpr Colour with_alpha(Colour c, float alpha) {
  return (c & 0x00FFFFFFu) | (static_cast<std::uint32_t>(alpha * 255.0f + 0.5f) << 24);
}
// Linear mix in sRGB space, T 0..1 from A to B.
Colour mix(Colour a, Colour b, float t);
// WCAG 2.x contrast ratio of two opaque colours, 1..21.
float contrast(Colour a, Colour b);

struct Palette {
  Colour background;    // the page
  Colour section;       // alternating sections, table stripes
  Colour surface;       // cards, popups
  Colour raised;        // hovered surface
  Colour hairline;      // rules, grid lines, borders of fields (>= 3:1 not needed: decoration)
  Colour outline;       // borders of controls (>= 3:1 on background)
  Colour text;          // >= 4.5:1 on background, section and surface
  Colour muted;         // secondary text, >= 4.5:1 likewise
  Colour accent;        // the yellow: selection marks, the one accent of a screen
  Colour on_accent;     // text on accent
  Colour primary;       // navy (light) or pale blue (dark): main data colour, links
  Colour on_primary;    // text on primary
  Colour primary_soft;  // tint for selected chips and hovered rows
  Colour danger;        // errors
  Colour disabled;      // text of what cannot be used now
  Colour focus;         // keyboard focus ring (>= 3:1)
  Colour water;         // map
  Colour land;
  Colour border;
  Colour coast;
  std::array<Colour, 8> series;  // categorical
  std::array<Colour, 6> ramp;    // sequential, low to high
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
  Palette colours{};
  Metrics metrics{};
  // Position T 0..1 on the sequential ramp, clamped, mixed between its stops.
  Colour ramp_at(float t) const;
  // Black or white, whichever reads better on BACKGROUND.
  static Colour text_on(Colour background);
};

// Official colour of a Sustainable Development Goal, 1 to 17 (United Nations, "SDG guidelines",
// 2019); grey for any other number.
Colour sdg_colour(int goal);

Theme light_theme();
Theme dark_theme();
// The same theme for readers who ask for more contrast: text, outlines and rules in black or white
// on the plain opposite, data colours at >= 4.5:1.
Theme high_contrast(Theme theme);

// A theme of the system's colours alone, but for the data: those keep their hues at >= 4.5:1 on its
// canvas.
Theme forced_theme(const SystemColours& system);

}  // namespace tablero
