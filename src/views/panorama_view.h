// Panorama: key figures with their qualifiers, the editions side by side, and links to every other
// tab.
#pragma once

#include "views/mini_map.h"
#include "views/panorama_charts.h"

namespace tablero {

class PanoramaView {
 public:
  void draw(ViewContext& context);
  void context_lost() { map_.context_lost(); }

 private:
  PanoramaCharts charts_;
  MiniMap map_;
};

}  // namespace tablero
