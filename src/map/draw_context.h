// State that the layers of the map share while one frame is drawn.
#pragma once

#include "gpu/program.h"
#include "map/map_renderer.h"
#include "map/map_style.h"
#include "map/shader_set.h"

namespace tablero {

struct DrawContext {
  const MapFrame& frame;
  ShaderSet& shaders;
  MapStats& stats;
  int width, height;  // of the map's rectangle, device pixels
  int left, bottom;   // where it begins in what is drawn to
};

// Sets the uniforms of shaders/project.glsl except u_copy and u_first. `program` must be in use.
// `scale`: pixels of the target per device pixel of the frame (below 1 for a coarser target).
void set_view_uniforms(const Program& program, const DrawContext& context, double scale = 1);

void set_color(const Program& program, std::string_view name, const MapColor& color);

// Draws the quads `begin` to `end` of the records that are bound; `first` is the location of
// u_first.
void draw_quads(const DrawContext& context, GLint first, std::uint32_t begin, std::uint32_t end);

// Makes the frame's target current, with its viewport, scissor and usual blending.
void bind_frame(const MapFrame& frame);

// Viewport culling: whether `bounds`, moved by `copy` worlds, overlaps the camera's viewport.
// Always true on the globe.
bool is_in_view(const Camera& camera, const WorldBounds& bounds, int copy);

}  // namespace tablero
