#include "map/warm_up.h"

#include <memory>

#include "map/ground.h"
#include "map/mark_layer.h"

namespace tablero {

namespace {

constexpr WorldBounds kAnywhere = {{0, 0}, {1, 1}};

BaseMap speck() {
  constexpr MapVertex kMiddle = {0, 0};
  BaseMap map;
  map.vertices = {kMiddle, kMiddle, kMiddle};
  map.vertex_country = {0, 0, 0};
  map.triangles = {0, 1, 2};
  map.coast = map.borders = {{kMiddle, kMiddle}};
  map.coast_chunks = map.border_chunks = {{0, 1, kAnywhere}};
  MapCountry country;
  country.index_end = 3;
  country.bounds = kAnywhere;
  map.countries.push_back(country);
  return map;
}

}  // namespace

void warm_up(const DrawContext& context) {
  Ground ground;
  ground.set_map(0, std::make_shared<const BaseMap>(speck()));
  constexpr int kUntilItIsAPicture = 3;
  for (int i = 0; i < kUntilItIsAPicture; ++i) ground.draw(context);
  MapPoints points;
  MapPoint one;
  one.id = 1;
  points.set({&one, 1}, {}, false);
  points.update(*context.frame.camera, 0, true);
  MarkLayer marks;
  marks.draw(context, points);
}

}  // namespace tablero
