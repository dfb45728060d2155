#include "views/map/telling.h"

#include "model/figure_names.h"

namespace tablero {
std::string_view city_words(Ui& ui, const Store& store, const City& city) {
  const Country* country = store.countries.find(city.country);
  return country == nullptr ? std::string_view(city.name)
                            : ui.text.join({city.name, ", ", country->name.in(ui.lang)});
}

std::string_view mark_words(Ui& ui, const Store& store, const MapModel& model, const Mark& mark) {
  if (mark.is_cluster()) return ui.count("map.cluster", mark.count);
  const City* city = model.city(store, mark);
  return city == nullptr ? std::string_view() : city_words(ui, store, *city);
}

std::string_view camera_words(Ui& ui, const Store& store, const MapModel& model,
                              const Camera& camera) {
  std::string_view place;
  const int index = model.country_at(store, camera.center(), camera.zoom());
  if (index >= 0) {
    const Country& country = store.countries.countries[static_cast<std::size_t>(index)];
    place = ui.text.join({country.name.in(ui.lang), ", "});
  }
  return ui.text.join({place, ui.t("map.zoom", {{"z", ui.number(camera.zoom(), 1)}}), ": ",
                       ui.count("map.in_view", model.visible_count(camera))});
}

std::string_view country_words(Ui& ui, const Store& store, const ViewState& state) {
  std::string_view names;
  for (const CountryCode& code : state.countries) {
    const Country* country = store.countries.find(code.view());
    if (country == nullptr) continue;
    names = ui.text.join({names, names.empty() ? "" : ", ", country->name.in(ui.lang)});
  }
  return names;
}

void tell_city(Ui& ui, const Store& store, const City& city, List<ToldLine>* lines) {
  const Country* country = store.countries.find(city.country);
  lines->push_back({TextStyle::kStrong, false, city.name});
  if (country != nullptr) {
    const std::string_view name = country->name.in(ui.lang);
    lines->push_back({TextStyle::kSmall, true,
                      city.region.empty() ? name : ui.text.join({city.region, ", ", name})});
  }
  for (const CityEdition& e : city.editions) {
    const std::string_view amount =
        e.count.known() ? ui.count("count.participants", static_cast<long long>(e.count.value))
        : e.count.presence == Presence::kNoData
            ? ui.t("map.presence")
            : format_amount(ui.text, ui.strings, ui.lang, e.count, Qualifier::kExact);
    lines->push_back({TextStyle::kSmall, false,
                      ui.text.join({ui.text.number(e.year), ": ", amount, " · ",
                                    confidence_word(ui, e.confidence)})});
  }
  if (city.editions.empty() || city.editions.front().sources.empty()) return;
  const Source* source = store.sources.find(city.editions.front().sources.front());
  if (source == nullptr) return;
  lines->push_back({TextStyle::kTiny, true, ui.t("figure.source", {{"title", source->title}})});
}

void tell_cluster(Ui& ui, const Store& store, const MapModel& model, const Mark& mark,
                  List<ToldLine>* lines) {
  constexpr std::size_t kListed = 6;
  lines->push_back({TextStyle::kStrong, false, ui.count("map.cluster", mark.count)});
  List<std::uint32_t> members;
  model.points().members(mark, &members);
  for (std::size_t i = 0; i < members.size() && i < kListed; ++i) {
    const MapPoint& point = model.points().points()[members[i]];
    lines->push_back({TextStyle::kSmall, false, store.cities.cities[point.id - 1].name});
  }
  if (members.size() > kListed) lines->push_back({TextStyle::kSmall, true, "…"});
  lines->push_back({TextStyle::kTiny, true, ui.t("map.cluster.open")});
}

void tell_country(ViewContext& context, const MapLayers& layers, std::size_t index,
                  List<ToldLine>* lines) {
  Ui& ui = context.ui;
  const Store& store = context.store;
  const Country& country = store.countries.countries[index];
  int shown = 0, all = 0;
  for (std::size_t i = 0; i < store.cities.cities.size(); ++i) {
    if (store.cities.cities[i].country != country.iso2) continue;
    ++all;
    shown += context.selection.cities[i] != 0 ? 1 : 0;
  }
  lines->push_back({TextStyle::kStrong, false, country.name.in(ui.lang)});
  if (all == 0 && country.figures.empty()) {
    lines->push_back({TextStyle::kSmall, true, ui.t("map.country.none")});
    return;
  }
  lines->push_back({TextStyle::kSmall, false, ui.count("count.cities", shown)});
  if (layers.shading()) {
    lines->push_back({TextStyle::kSmall, false,
                      ui.text.join({layers.title(ui, context.state.shade), ": ",
                                    layers.value_text(ui, index)})});
  }
  CountryCode code;
  const bool chosen = parse_country(country.iso2, code) && has_country(context.state, code);
  lines->push_back(
      {TextStyle::kTiny, true, ui.t(chosen ? "map.country.back" : "map.country.press")});
}

}  // namespace tablero
