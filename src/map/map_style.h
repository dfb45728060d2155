// Colors of the map and what one frame of it consists of. Plain data, no GL.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "map/camera.h"
#include "map/map_points.h"

namespace tablero {

// Straight (not premultiplied) sRGB, 0..1.
struct MapColor {
  float r = 0, g = 0, b = 0, a = 0;
  bool operator==(const MapColor&) const = default;
};

struct MapColors {
  MapColor ocean, land, coast, border, graticule;
  MapColor space;                   // around the globe
  MapColor land_hover;              // tint of the country under the pointer; alpha = strength
  MapColor land_selected;           // tint of chosen countries; alpha = strength
  std::array<MapColor, 8> series;   // fill of marks, by MapPoint::color; alpha counts
  MapColor mark_ring;               // rim of a mark, sets it off from land and neighbors
  MapColor mark_highlight;          // ring around hovered and selected marks
  std::array<MapColor, 5> density;  // ramp from nothing to the most, alpha counts
};

// How one country is filled: one look for each kind of knowledge.
struct CountryFill {
  enum class Kind : std::uint8_t {
    kPlain,    // land color: nothing known
    kColor,    // `color`: a class of the choropleth
    kHatched,  // `color` as hatching over land: fewer than k, not published
    kDotted,   // `color` as dots over land: not asked
  };
  Kind kind = Kind::kPlain;
  MapColor color;  // alpha is ignored
};

struct NamedFill {
  std::string iso2;  // ISO 3166-1 alpha-2
  CountryFill fill;
  bool selected = false;  // tinted with MapColors::land_selected
};

struct PixelRect {
  int x = 0, y = 0, width = 0, height = 0;  // device pixels, origin lower left (as glViewport)
};

// The input of one frame. Pointers and spans must stay valid until MapRenderer::draw() returns.
struct MapFrame {
  const Camera* camera = nullptr;
  const MapPoints* points = nullptr;  // may be null
  MapColors colors;
  // Of the map's rectangle in the target; the camera's size is this divided by pixel_ratio.
  PixelRect viewport;
  PixelRect clip;         // scissor; zero size: same as viewport
  float pixel_ratio = 1;  // device pixels per CSS pixel
  unsigned target = 0;    // framebuffer object to draw to, left bound
  double dt = 0;          // seconds since the last frame, for the crossfade between details
  bool reduced_motion = false;
  bool graticule = false;
  int hovered_country = -1;                       // index into base_map(zoom)->countries
  std::uint32_t hovered_mark = 0;                 // Mark::key, 0 none
  std::span<const std::uint32_t> selected_marks;  // Mark::key
  float coast_width = 0.9f, border_width = 0.7f;  // CSS pixels
};

}  // namespace tablero
