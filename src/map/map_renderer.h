// Draws the map with GL: land, choropleth, graticule, coast, borders, bubbles, density. Text is not
// drawn here (see labels.h). The caller provides all colors and sizes.
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

  // Detail 0: 1:110m, drawn from the start. Detail 1: 1:50m, drawn from zoom kDetailZoom on, with a
  // crossfade. Keeps a reference to it: GL objects are created at the next draw() and again after a
  // context loss.
  void set_base_map(int detail, std::shared_ptr<const BaseMap> map);
  // The map to ask for countries: the one drawn at `zoom`; null before the first.
  const BaseMap* base_map(double zoom) const;
  // True when detail 1 is wanted at this zoom and was not given yet: fetch map/50m.bin.
  bool wants_detail(double zoom) const;
  static constexpr double kDetailZoom = 3.5;

  // Replaces all fills. Countries that are not listed are plain land. Returns the number of codes
  // that the most detailed map loaded does not know (they are ignored).
  std::size_t set_country_fills(List<NamedFill> fills);

  // Draws into frame.target. Works with any GL state and leaves: framebuffer = frame.target,
  // texture unit 0 active, no VAO, no program, blending on, viewport and scissor undefined. Call it
  // from an ImDrawCallback followed by ImDrawCallback_ResetRenderState. No allocation and no upload
  // unless data, cluster level or fills changed. True while a further frame is needed.
  bool draw(const MapFrame& frame);

  // Starts compiling the shaders that every frame needs, so that they are ready when there is
  // something to draw. Needs a GL context; if it is not called, the first draw() does it.
  void begin_shaders();

  // Warms up the GL driver while the map's data is loading, see map/warm_up.h. Called like draw();
  // changes the first pixel of `frame`'s viewport.
  void warm_up(const MapFrame& frame);

  // Reads and compiles the shaders again at the next draw(). A program that fails keeps its last
  // good version.
  void reload_shaders();
  // The fault of the latest compilation, null if there was none. To be shown to the developer; not
  // fatal.
  const Fault* shader_fault() const;

  // All GL ids are invalid: drops them. The next draw() recreates everything.
  void on_context_lost();

  const MapStats& stats() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tablero
