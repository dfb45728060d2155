// The panel beside the map, its accessible alternative: every country and city as a list that can
// be searched (with the page's search field) and reached by keyboard; with one country chosen,
// everything that is known about it.
#pragma once

#include <cstdint>

#include "base/list.h"
#include "model/table.h"
#include "views/view_context.h"

namespace tablero {

class MapPanel {
 public:
  // Draws into the current window over `width` x `height` at the cursor. Returns the index of the
  // city to fly to (in cities.cities), or -1.
  int draw(ViewContext& context, float width, float height);

 private:
  void update(ViewContext& context);
  void draw_countries(ViewContext& context);
  int draw_country(ViewContext& context, const Country& country);
  void draw_figures(ViewContext& context, const Country& country);

  Table countries_;
  List<std::uint32_t> cities_;  // of the chosen country, filtered
  std::uint32_t generation_ = 0;
  Language lang_;
};

}  // namespace tablero
