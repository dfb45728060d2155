// What the map shows besides its marks: a choropleth of the countries by a metric of the data, with
// its classes for the legend; and the menu for that metric, the style of the cities and the
// graticule.
#pragma once

#include "map/choropleth.h"
#include "map/map_renderer.h"
#include "ui/pen.h"
#include "views/view_context.h"

namespace tablero {

class MapLayers {
 public:
  // Recomputes values, classes and fills when filters, data, theme or the choice changed.
  void update(ViewContext& context, MapRenderer& renderer);

  // The button with its menu, at the cursor.
  void draw_menu(ViewContext& context);

  // The legend of the colors with its classes; nothing without a metric.
  void draw_legend(ViewContext& context, Pen& pen) const;

  // The chosen metric in words, and the value of the country with that index in
  // countries.countries: "3 projects", "no data".
  std::string_view title(Ui& ui, std::string_view metric) const;
  std::string_view value_text(Ui& ui, std::size_t country) const;
  bool shading() const { return !values_.empty(); }

 private:
  // The value of one country.
  struct Value {
    Amount amount;
    Qualifier qualifier = Qualifier::kExact;
    bool known() const { return amount.known() || qualifier == Qualifier::kListOnly; }
  };
  // A row of the menu: a metric and how many countries have a value.
  struct Metric {
    std::string_view word;
    int countries = 0;
  };
  // A row of the legend.
  enum class Look : std::uint8_t { kClass, kZero, kNamed, kFewer, kNotAsked, kNoData };

  static void draw_swatch(const Ui& ui, ImVec2 at, Color fill, Look look);
  void list_metrics(const Store& store);
  void take_values(ViewContext& context);
  NamedFill fill_of(const Theme& theme, std::size_t country) const;
  Color class_color(const Theme& theme, int index) const;
  Look look_of(const Value& value) const;
  bool occurs(Look look) const { return (looks_ >> static_cast<unsigned>(look) & 1u) != 0; }
  std::string_view class_text(Ui& ui, int index) const;

  List<Value> values_;  // per country of the store; empty without a metric
  List<Metric> metrics_;
  ClassBreaks breaks_;
  unsigned looks_ = 0;  // bits of Look that occur
  std::string shade_;
  std::uint32_t generation_ = 0, store_generation_ = 0;
  Palette colors_{};  // of the fills: theme, contrast and forced colors change them
};

}  // namespace tablero
