// Draws the map with GL: land, choropleth, graticule, coast, borders, bubbles, density. Text is not
// drawn here (see labels.h). All words, colours and sizes come from outside.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "gpu/buffer.h"
#include "map/base_map.h"
#include "map/map_style.h"

namespace tablero {

struct MapStats {
  UploadCount uploads;           // buffers, since creation: must not change while panning
  std::uint32_t draw_calls = 0;  // of the last frame
  std::uint32_t marks = 0;  // marks handed to GL in the last frame, copies of the world included
};

// Can be created, filled and destroyed without a GL context. To destroy it after its context is
// gone, call on_context_lost() first.
class MapRenderer {
 public:
  // Returns the text of a file in shaders/ ("land.vert"), empty if there is none; valid until the
  // next call.
  using ShaderText = std::function<std::string_view(std::string_view file)>;

  explicit MapRenderer(ShaderText shader_text);
  ~MapRenderer();
  MapRenderer(const MapRenderer&) = delete;
  MapRenderer& operator=(const MapRenderer&) = delete;

  // Detail 0: 1:110m, drawn from the start. Detail 1: 1:50m, drawn from zoom kDetailZoom on and
  // cross-faded in. Keeps a share of it: GL objects are made at the next draw() and again after a
  // context loss.
  void set_base_map(int detail, std::shared_ptr<const BaseMap> map);
  // The map to ask for countries: the one drawn at ZOOM; null before the first.
  const BaseMap* base_map(double zoom) const;
  // True when detail 1 is wanted at this zoom and was not given yet: fetch map/50m.bin.
  bool wants_detail(double zoom) const;
  static constexpr double kDetailZoom = 3.5;

  // Replaces all fills. Countries not named are plain land. Gives the number of codes that the most
  // detailed map at hand does not know (they are ignored).
  std::size_t set_country_fills(List<NamedFill> fills);

  // Draws into frame.target. Expects any GL state and leaves: framebuffer = frame.target, texture
  // unit 0 active, no VAO, no program, blending on; viewport and scissor as it likes: call it from
  // an ImDrawCallback and let ImDrawCallback_ResetRenderState follow. No allocation and no upload
  // unless data, cluster level or fills changed. True while a further frame is needed.
  bool draw(const MapFrame& frame);

  // Begins to compile the shaders that every picture needs, so that the driver is done when there
  // is something to draw. Needs a GL context; else the first draw() does it.
  void begin_shaders();

  // See map/warm_up.h: for when there is nothing to do but to wait for the map's data. Called as
  // draw(); changes the first pixel of FRAME's viewport.
  void warm_up(const MapFrame& frame);

  // Reads and compiles the shaders again at the next draw(). A program that fails keeps its last
  // good version.
  void reload_shaders();
  // The fault of the newest compilation, null when all is well. To be shown, not fatal.
  const Fault* shader_fault() const;

  // All GL ids are dead: lets go of them. The next draw() builds everything anew.
  void on_context_lost();

  const MapStats& stats() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tablero
