#include "ui/theme.h"

#include <gtest/gtest.h>

#include <cmath>

namespace tablero {
namespace {

// The two examples whose ratio the WCAG documents give: black on white 21, #767676 on white 4.54.
TEST(Theme, ContrastFormulaAgreesWithPublishedExamples) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21.0f, 0.01f);
  EXPECT_NEAR(contrast(rgb(0x767676), rgb(0xFFFFFF)), 4.54f, 0.01f);
}

// The palettes of Windows' contrast themes "Aquatic" and "Desert" (documented with the system), and
// one whose buttons could not bear the text of the page.
TEST(Theme, ForcedColorsAreTheSystemsAndStayReadable) {
  const SystemColors aquatic{rgb(0x202020), rgb(0xFFFFFF), rgb(0x75E9FC), rgb(0x202020),
                             rgb(0xFFFFFF), rgb(0x8EE3F0), rgb(0x263B50), rgb(0xA6A6A6)};
  const SystemColors desert{rgb(0xFFFAEF), rgb(0x3D3D3D), rgb(0x1C5E75), rgb(0xFFFAEF),
                            rgb(0x202020), rgb(0x903909), rgb(0xFFF5E3), rgb(0x676767)};
  SystemColors odd = desert;
  odd.button = rgb(0x3D3D3D);
  for (const SystemColors& system : {aquatic, desert, odd}) {
    const Theme theme = forced_theme(system);
    const Palette& c = theme.colors;
    EXPECT_EQ(theme.dark, system.canvas == rgb(0x202020));
    for (Color ground : {c.background, c.section, c.surface, c.water})
      EXPECT_EQ(ground, system.canvas);
    for (Color ink : {c.text, c.muted, c.hairline, c.border, c.danger}) EXPECT_EQ(ink, system.text);
    EXPECT_EQ(c.primary, system.link);
    EXPECT_EQ(c.accent, system.highlight);
    EXPECT_EQ(c.on_accent, system.highlight_text);
    EXPECT_EQ(c.focus, system.highlight);
    EXPECT_EQ(c.outline, system.button_text);
    EXPECT_EQ(c.disabled, system.grey_text);
    for (Color ground : {c.raised, c.primary_soft}) EXPECT_GE(contrast(c.text, ground), 4.5f);
    EXPECT_GE(contrast(c.on_primary, c.primary), 4.5f);
    for (Color series : c.series) EXPECT_GE(contrast(series, c.background), 4.5f);
  }
}

class BothThemes : public ::testing::TestWithParam<bool> {
 protected:
  Theme theme = GetParam() ? dark_theme() : light_theme();
};

TEST_P(BothThemes, TextIsReadable) {
  const Palette& c = theme.colors;
  for (Color ground : {c.background, c.section, c.surface, c.raised}) {
    EXPECT_GE(contrast(c.text, ground), 4.5f);
    EXPECT_GE(contrast(c.muted, ground), 4.5f);
    EXPECT_GE(contrast(c.primary, ground), 4.5f);
    EXPECT_GE(contrast(c.danger, ground), 4.5f);
  }
  EXPECT_GE(contrast(c.on_accent, c.accent), 4.5f);
  EXPECT_GE(contrast(c.on_primary, c.primary), 4.5f);
  EXPECT_GE(contrast(c.text, c.primary_soft), 4.5f);
  for (Color text : {kWhite, kPale}) EXPECT_GE(contrast(text, c.tile), 4.5f);
  for (int place : {1, 2, 3}) {
    const Metal metal = theme.metal(place);
    EXPECT_GE(contrast(metal.ink, metal.fill), 4.5f);
  }
  for (int i = 0; i <= 100; ++i) {
    const Color fill = theme.ramp_at(static_cast<float>(i) / 100.0f);
    EXPECT_GE(contrast(Theme::text_on(fill), fill), 4.5f) << i;
  }
}

TEST_P(BothThemes, GraphicsStandOut) {
  const Palette& c = theme.colors;
  for (Color mark : {c.outline, c.focus, c.primary, c.danger}) {
    for (Color ground : {c.background, c.section, c.surface})
      EXPECT_GE(contrast(mark, ground), 3.0f);
  }
  for (Color s : c.series) EXPECT_GE(contrast(s, c.background), 3.0f);
  EXPECT_GE(contrast(c.tile_icon, c.tile), 3.0f);
}

// Color blindness after Machado, Oliveira, Fernandes (2009), severity 1.0, on linear RGB; distance
// in CIE 1976 L*a*b*. 10 is several times the just noticeable difference of 2.3.
struct Lab {
  double l, a, b;
};

using Matrix = double[3][3];
constexpr Matrix kVision[] = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},  // plain
                              {{0.152286, 1.052583, -0.204868},   // protanopia
                               {0.114503, 0.786281, 0.099216},
                               {-0.003882, -0.048116, 1.051998}},
                              {{0.367322, 0.860646, -0.227968},  // deuteranopia
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}},
                              {{1.255528, -0.076749, -0.178779},  // tritanopia
                               {-0.078411, 0.930809, 0.147602},
                               {0.004733, 0.691367, 0.303900}}};

Lab simulated(Color c, const Matrix& m) {
  double v[3];
  for (int i = 0; i < 3; ++i) {
    const double u = ((c >> (8 * i)) & 0xFF) / 255.0;
    v[i] = u <= 0.04045 ? u / 12.92 : std::pow((u + 0.055) / 1.055, 2.4);
  }
  double r[3];
  for (int i = 0; i < 3; ++i) r[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  const double x = (0.4124 * r[0] + 0.3576 * r[1] + 0.1805 * r[2]) / 0.95047;
  const double y = 0.2126 * r[0] + 0.7152 * r[1] + 0.0722 * r[2];
  const double z = (0.0193 * r[0] + 0.1192 * r[1] + 0.9505 * r[2]) / 1.08883;
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

TEST_P(BothThemes, SeriesDifferForEveryColorVision) {
  const Palette& c = theme.colors;
  for (std::size_t v = 0; v < std::size(kVision); ++v) {
    for (std::size_t i = 0; i < c.series.size(); ++i) {
      for (std::size_t k = i + 1; k < c.series.size(); ++k) {
        const Lab p = simulated(c.series[i], kVision[v]);
        const Lab q = simulated(c.series[k], kVision[v]);
        EXPECT_GE(std::hypot(p.l - q.l, p.a - q.a, p.b - q.b), 10)
            << i << " and " << k << ", vision " << v;
      }
    }
  }
}

// A correlation is encoded by hue and by strength: the two ends are distinguishable with every kind
// of color vision.
TEST_P(BothThemes, TheTwoEndsOfACorrelationDiffer) {
  const Palette& c = theme.colors;
  for (const Matrix& m : kVision) {
    const Lab p = simulated(c.series[0], m);
    const Lab q = simulated(c.series[1], m);
    EXPECT_GE(std::hypot(p.l - q.l, p.a - q.a, p.b - q.b), 20);
  }
}

// 7:1 is what WCAG 2.x requires of text at level AAA; 4.5:1 is our limit for marks.
TEST_P(BothThemes, MoreContrastIsMore) {
  const Palette c = high_contrast(theme).colors;
  for (Color ground : {c.background, c.section, c.surface, c.raised, c.primary_soft}) {
    EXPECT_GE(contrast(c.text, ground), 7.0f);
    EXPECT_GE(contrast(c.primary, ground), 4.5f);
  }
  for (Color ground : {c.background, c.section, c.surface, c.raised}) {
    EXPECT_GE(contrast(c.muted, ground), 7.0f);
    EXPECT_GE(contrast(c.outline, ground), 7.0f);
    EXPECT_GE(contrast(c.focus, ground), 7.0f);
    EXPECT_GE(contrast(c.hairline, ground), 3.0f);
  }
  for (Color s : c.series) EXPECT_GE(contrast(s, c.background), 4.5f);
}

// Pairs that the views use beyond plain text: tags, stripes, chips, selected and hovered faces.
TEST_P(BothThemes, EveryFaceCarriesItsText) {
  const Palette& c = theme.colors;
  EXPECT_GE(contrast(c.muted, c.primary_soft), 4.5f);
  EXPECT_GE(contrast(c.primary, c.primary_soft), 4.5f);
  EXPECT_GE(contrast(c.text, mix(c.primary_soft, c.primary, 0.15f)), 4.5f);
  EXPECT_GE(contrast(c.on_primary, mix(c.primary, c.text, 0.15f)), 4.5f);
  EXPECT_GE(contrast(c.background, c.text), 4.5f);
  for (int goal = 1; goal <= 17; ++goal) {
    EXPECT_GE(contrast(Theme::text_on(sdg_color(goal)), sdg_color(goal)), 4.5f) << goal;
  }
}

TEST_P(BothThemes, RampRunsInLightnessOneWay) {
  const Palette& c = theme.colors;
  for (std::size_t i = 1; i < c.ramp.size(); ++i) {
    const float before = contrast(c.ramp[i - 1], rgb(0x000000));
    const float after = contrast(c.ramp[i], rgb(0x000000));
    EXPECT_EQ(after > before, theme.dark) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, BothThemes, ::testing::Bool());

}  // namespace
}  // namespace tablero
