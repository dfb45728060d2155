// Panorama: key figures with their qualifiers, the editions side by side, and the way into every
// other tab.
#pragma once

#include "views/panorama_charts.h"

namespace tablero {

class PanoramaView {
 public:
  void draw(ViewContext& context);

 private:
  PanoramaCharts charts_;
};

}  // namespace tablero
