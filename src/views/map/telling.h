// What the map tells in words, as data: the lines of a tooltip, the names of marks, and what is
// announced to screen readers. Texts are valid until the next frame.
#pragma once

#include <string_view>

#include "base/list.h"
#include "ui/ui.h"
#include "views/map/layers.h"
#include "views/map/model.h"

namespace tablero {

struct ToldLine {
  TextStyle style = TextStyle::kSmall;
  bool muted = false;
  std::string_view text;
};

// "Lima, Perú".
std::string_view city_words(Ui& ui, const Store& store, const City& city);
// The name of a mark: that of its city, or how many it holds.
std::string_view mark_words(Ui& ui, const Store& store, const MapModel& model, const Mark& mark);
// Where the camera is: the country at its center, its zoom, and how many cities are in sight.
std::string_view camera_words(Ui& ui, const Store& store, const MapModel& model,
                              const Camera& camera);
// The names of the chosen countries, "" without any.
std::string_view country_words(Ui& ui, const Store& store, const ViewState& state);

// The lines of a tooltip, appended.
void tell_city(Ui& ui, const Store& store, const City& city, List<ToldLine>* lines);
void tell_cluster(Ui& ui, const Store& store, const MapModel& model, const Mark& mark,
                  List<ToldLine>* lines);
// `index` in countries.countries.
void tell_country(ViewContext& context, const MapLayers& layers, std::size_t index,
                  List<ToldLine>* lines);

}  // namespace tablero
