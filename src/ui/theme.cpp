#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace tablero {
namespace {

float channel(Color c, int shift) { return static_cast<float>((c >> shift) & 0xFFu); }

// WCAG 2.x relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
float luminance(Color c) {
  const auto linear = [](float v) {
    v /= 255.0f;
    return v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
  };
  return 0.2126f * linear(channel(c, 0)) + 0.7152f * linear(channel(c, 8)) +
         0.0722f * linear(channel(c, 16));
}

}  // namespace

Color mix(Color a, Color b, float t) {
  Color out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float v = channel(a, shift) + (channel(b, shift) - channel(a, shift)) * t;
    out |= static_cast<Color>(v + 0.5f) << shift;
  }
  return out;
}

float contrast(Color a, Color b) {
  const float la = luminance(a) + 0.05f;
  const float lb = luminance(b) + 0.05f;
  return std::max(la, lb) / std::min(la, lb);
}

Color Theme::ramp_at(float t) const {
  const float last = static_cast<float>(colors.ramp.size() - 1);
  const float at = std::clamp(t, 0.0f, 1.0f) * last;
  const auto i = std::min(static_cast<std::size_t>(at), colors.ramp.size() - 2);
  return mix(colors.ramp[i], colors.ramp[i + 1], at - static_cast<float>(i));
}

Metal Theme::metal(int place) const {
  if (place == 1) return {colors.accent, colors.on_accent, colors.accent};
  return place == 2 ? Metal{rgb(0xD5DAE3), rgb(0x1F2937), rgb(0xB8C0CC)}
                    : Metal{rgb(0xE8C39E), rgb(0x3B2412), rgb(0xD9A66B)};
}

Color Theme::text_on(Color background) {
  // Pure black, not the text's near-black: even on the worst gray the better of black and white
  // then reaches 4.58.
  return contrast(background, kBlack) >= contrast(background, kWhite) ? kBlack : kWhite;
}

Theme light_theme() {
  Theme t;
  t.dark = false;
  Palette& c = t.colors;
  c.background = kWhite;
  c.section = rgb(0xF9FAFB);
  c.surface = kWhite;
  c.raised = rgb(0xF3F4F6);
  c.hairline = rgb(0xE5E7EB);
  c.outline = rgb(0x858C99);
  c.text = kInk;
  c.muted = rgb(0x4B5563);
  c.accent = kYellow;
  c.on_accent = kInk;
  c.primary = kNavy;
  c.on_primary = kWhite;
  c.primary_soft = rgb(0xE8EDFB);
  c.danger = rgb(0xB42318);
  c.disabled = c.muted;
  c.focus = rgb(0x1D4ED8);
  c.tile = kNavy;
  c.tile_icon = rgb(0xA9BBF0);
  c.scrim = with_alpha(kBlack, 0.4f);
  c.water = rgb(0xF4F7FB);
  c.land = rgb(0xDFE4EC);
  c.border = kWhite;
  c.coast = rgb(0xB6C0D0);
  c.series = {kNavy,         rgb(0xC83D60), rgb(0x519E29), rgb(0xCB4BC9),
              rgb(0x249C9C), rgb(0x401028), rgb(0x483D07), rgb(0x1F19BD)};
  c.ramp = {rgb(0xF3F6FD), rgb(0xD3DEF6), rgb(0xA7BEEC), rgb(0x7396DC), rgb(0x3F67BF), kNavy};
  return t;
}

Theme dark_theme() {
  Theme t;
  t.dark = true;
  Palette& c = t.colors;
  c.background = rgb(0x121212);
  c.section = rgb(0x181818);
  c.surface = rgb(0x1D1D1F);
  c.raised = rgb(0x2A2A2E);
  c.hairline = rgb(0x303034);
  c.outline = rgb(0x7C7C86);
  c.text = kWhite;
  c.muted = rgb(0xB3B8C2);
  c.accent = kYellow;
  c.on_accent = kInk;
  c.primary = rgb(0x8FB0FF);
  c.on_primary = rgb(0x0B1220);
  c.primary_soft = rgb(0x23304F);
  c.danger = rgb(0xFF8A7A);
  c.disabled = c.muted;
  c.focus = rgb(0x93C5FD);
  c.tile = rgb(0x1B2A57);
  c.tile_icon = rgb(0xA9BBF0);
  c.scrim = with_alpha(kBlack, 0.4f);
  c.water = rgb(0x16181D);
  c.land = rgb(0x2C313B);
  c.border = rgb(0x16181D);
  c.coast = rgb(0x4A5364);
  c.series = {rgb(0x8FB0FF), rgb(0xE36F99), rgb(0xE0EE64), rgb(0x5DEDF2),
              rgb(0x598945), rgb(0xE9C9A3), rgb(0x766EFB), rgb(0x0C78A8)};
  c.ramp = {rgb(0x1B2233), rgb(0x263A66), rgb(0x345699),
            rgb(0x4F7BCB), rgb(0x82A6EC), rgb(0xC9DAFF)};
  return t;
}

namespace {

Theme strong(Theme theme, Color ground, Color ink) {
  Palette& c = theme.colors;
  for (Color* plain : {&c.background, &c.section, &c.surface, &c.water}) *plain = ground;
  for (Color* strong : {&c.text, &c.muted, &c.outline, &c.coast, &c.focus}) *strong = ink;
  c.hairline = mix(ground, ink, 0.6f);
  c.disabled = c.muted;
  for (Color& series : c.series) {
    while (contrast(series, ground) < 4.5f) series = mix(series, ink, 0.1f);
  }
  return theme;
}

}  // namespace

Theme high_contrast(Theme theme) {
  const Color ground = theme.dark ? kBlack : kWhite;
  return strong(theme, ground, ~ground | 0xFF000000u);
}

Theme forced_theme(const SystemColors& system) {
  const bool dark = Theme::text_on(system.canvas) != kBlack;
  Theme theme = strong(dark ? dark_theme() : light_theme(), system.canvas, system.text);
  Palette& c = theme.colors;
  // The page's text is also drawn on buttons and tints: if it were unreadable on the button color,
  // the canvas color is used instead.
  const bool readable = contrast(system.button, system.text) >= 4.5f;
  c.raised = c.primary_soft = readable ? system.button : system.canvas;
  c.outline = system.button_text;
  c.accent = system.highlight;
  c.on_accent = system.highlight_text;
  c.primary = system.link;
  c.on_primary = system.canvas;
  c.focus = contrast(system.highlight, system.canvas) >= 3 ? system.highlight : system.text;
  c.danger = c.border = c.hairline = system.text;
  c.disabled = system.grey_text;
  c.land = mix(system.canvas, system.text, 0.15f);
  for (std::size_t i = 0; i < c.ramp.size(); ++i) {
    c.ramp[i] = mix(system.canvas, system.link,
                    static_cast<float>(i) / static_cast<float>(c.ramp.size() - 1));
  }
  return theme;
}

Color sdg_color(int goal) {
  constexpr Color kGoals[] = {
      rgb(0xE5243B), rgb(0xDDA63A), rgb(0x4C9F38), rgb(0xC5192D), rgb(0xFF3A21), rgb(0x26BDE2),
      rgb(0xFCC30B), rgb(0xA21942), rgb(0xFD6925), rgb(0xDD1367), rgb(0xFD9D24), rgb(0xBF8B2E),
      rgb(0x3F7E44), rgb(0x0A97D9), rgb(0x56C02B), rgb(0x00689D), rgb(0x19486A)};
  return goal >= 1 && goal <= 17 ? kGoals[goal - 1] : rgb(0x8A8F98);
}

}  // namespace tablero
