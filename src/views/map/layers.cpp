#include "views/map/layers.h"

#include <imgui.h>

#include <algorithm>

#include "base/sort.h"
#include "ui/widgets.h"
#include "views/map/scene.h"

namespace tablero {
namespace {

constexpr int kClasses = 5;
constexpr std::string_view kCityMetric = "cities";
constexpr float kRowGap = 3;         // between lines of the legend, design px
constexpr float kNamedShade = 0.5f;  // of the ramp, for countries that are named without a number

}  // namespace

// A legend swatch: a small piece of land with the shader's fill.
void MapLayers::draw_swatch(const Ui& ui, ImVec2 at, Color fill, Look look) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 max = at + ImVec2(ui.px(14), ui.px(12));
  list->AddRectFilled(at, max, fill, ui.px(3));
  list->PushClipRect(at, max, true);
  for (float x = 0; x < ui.px(28); x += ui.px(5)) {
    const Color ink = ui.colors().primary;
    if (look == Look::kFewer) list->AddLine({at.x + x, at.y}, {at.x + x - ui.px(12), max.y}, ink);
    if (look == Look::kNotAsked)
      list->AddCircleFilled({at.x + x, at.y + ui.px(6)}, ui.px(1.2f), ink);
  }
  list->PopClipRect();
  list->AddRect(at, max, ui.colors().outline, ui.px(3));
}

void MapLayers::list_metrics(const Store& store) {
  metrics_.clear();
  for (const Country& country : store.countries.countries) {
    for (std::size_t i = 0; i < country.figures.size(); ++i) {
      const std::string_view word = country.figures[i].metric;
      bool counted = false;  // of another edition
      for (std::size_t k = 0; k < i; ++k) counted = counted || country.figures[k].metric == word;
      if (counted) continue;
      Metric* found = std::find_if(metrics_.begin(), metrics_.end(),
                                   [word](const Metric& m) { return m.word == word; });
      if (found == metrics_.end()) found = &metrics_.emplace_back(Metric{word, 0});
      ++found->countries;
    }
  }
  sort(metrics_, [](const Metric& a, const Metric& b) { return a.countries > b.countries; });
}

// Of several editions the newest is used; derived counts are added up.
void MapLayers::take_values(ViewContext& context) {
  const Store& store = context.store;
  values_.clear();
  if (shade_.empty()) return;
  values_.resize(store.countries.countries.size());
  if (shade_ == kCityMetric) {
    for (std::size_t i = 0; i < store.cities.cities.size(); ++i) {
      const Country* country = store.countries.find(store.cities.cities[i].country);
      if (country == nullptr || context.selection.cities[i] == 0) continue;
      Value& value = values_[static_cast<std::size_t>(country - store.countries.countries.begin())];
      value = {{value.amount.known() ? value.amount.value + 1 : 1, Presence::kValue},
               Qualifier::kDerived};
    }
    return;
  }
  for (std::size_t i = 0; i < values_.size(); ++i) {
    int edition = -1;
    for (const CountryFigure& f : store.countries.countries[i].figures) {
      const bool wanted =
          context.state.editions.empty() || f.edition == 0 || has_edition(context.state, f.edition);
      if (f.metric != shade_ || !wanted) continue;
      Value& value = values_[i];
      if (f.qualifier == Qualifier::kDerived && f.value.known() && value.amount.known()) {
        value.amount.value += f.value.value;
      } else if (f.edition > edition) {
        value = {f.value, f.qualifier};
      }
      edition = std::max(edition, f.edition);
    }
  }
}

MapLayers::Look MapLayers::look_of(const Value& value) const {
  if (value.qualifier == Qualifier::kListOnly) return Look::kNamed;
  switch (value.amount.presence) {
    case Presence::kValue:
      return value.amount.value > 0 ? Look::kClass : Look::kZero;
    case Presence::kZero:
      return Look::kZero;
    case Presence::kFewerThanK:
      return Look::kFewer;
    case Presence::kNotAsked:
      return Look::kNotAsked;
    case Presence::kNoData:
      break;
  }
  return Look::kNoData;
}

// From the third color of the ramp on, so that the palest class contrasts with the land; not to its
// dark end, which the marks use.
Color MapLayers::class_color(const Theme& theme, int index) const {
  const int last = breaks_.count() - 1;
  const float share = last > 0 ? static_cast<float>(index) / static_cast<float>(last) : 0.5f;
  return theme.ramp_at(0.36f + 0.44f * share);
}

NamedFill MapLayers::fill_of(const Theme& theme, std::size_t country) const {
  NamedFill named;
  const Value& value = values_[country];
  const Palette& c = theme.colors;
  using Kind = CountryFill::Kind;
  switch (look_of(value)) {
    case Look::kClass:
      named.fill = {Kind::kColor, to_map(class_color(theme, breaks_.of(value.amount.value)))};
      break;
    case Look::kNamed:
      named.fill = {Kind::kColor, to_map(theme.ramp_at(kNamedShade))};
      break;
    case Look::kZero:
      named.fill = {Kind::kColor, to_map(c.surface)};
      break;
    case Look::kFewer:
      named.fill = {Kind::kHatched, to_map(c.primary)};
      break;
    case Look::kNotAsked:
      named.fill = {Kind::kDotted, to_map(c.primary)};
      break;
    case Look::kNoData:
      break;
  }
  return named;
}

void MapLayers::update(ViewContext& context, MapRenderer& renderer) {
  const Store& store = context.store;
  const Palette& colors = context.ui.colors();
  if (generation_ == context.selection.generation && store_generation_ == store.generation() &&
      shade_ == context.state.shade && colors_ == colors) {
    return;
  }
  if (store_generation_ != store.generation()) list_metrics(store);
  generation_ = context.selection.generation;
  store_generation_ = store.generation();
  colors_ = colors;
  shade_ = context.state.shade;
  const bool offered = std::any_of(metrics_.begin(), metrics_.end(),
                                   [this](const Metric& m) { return m.word == shade_; });
  take_values(context);
  if (!offered && shade_ != kCityMetric) values_.clear();  // a link may say anything
  List<double> known;
  looks_ = 0;
  for (const Value& value : values_) {
    const Look look = look_of(value);
    looks_ |= 1u << static_cast<unsigned>(look);
    if (look == Look::kClass) known.push_back(value.amount.value);
  }
  breaks_ = natural_breaks(known, kClasses);
  List<NamedFill> fills;
  for (std::size_t i = 0; i < store.countries.countries.size(); ++i) {
    CountryCode code;
    NamedFill named = values_.empty() ? NamedFill{} : fill_of(context.ui.theme, i);
    named.iso2 = store.countries.countries[i].iso2;
    named.selected = parse_country(named.iso2, code) && has_country(context.state, code);
    if (named.selected || named.fill.kind != CountryFill::Kind::kPlain) {
      fills.push_back(std::move(named));
    }
  }
  renderer.set_country_fills(std::move(fills));
}

std::string_view MapLayers::title(Ui& ui, std::string_view metric) const {
  if (metric == kCityMetric) return ui.t("map.shade.cities");
  // Elsewhere these words follow a number; here they stand alone and are capitalized.
  std::string words(ui.t(ui.text.join({"metric.", metric})));
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  return ui.text.keep(words);
}

std::string_view MapLayers::value_text(Ui& ui, std::size_t country) const {
  const Value& value = values_[country];
  return format_amount(ui.text, ui.strings, ui.lang, value.amount, value.qualifier);
}

void MapLayers::draw_menu(ViewContext& context) {
  Ui& ui = context.ui;
  ViewState& state = context.state;
  const std::string_view name = ui.t("map.layers");
  if (!begin_dropdown(ui, "layers", name, name, Icon::kLayers)) return;
  const float width = std::min(ui.px(320), ui.size.x - ImGui::GetCursorScreenPos().x - ui.px(24));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(2)));
  const auto group = [&](std::string_view key) {
    ui.sem.push(ui_id(key), Role::kRadioGroup, ui.t(key),
                to_rect(ImGui::GetCursorScreenPos(), ImGui::GetCursorScreenPos()));
    label(ui, TextStyle::kSmallStrong, ui.colors().muted, ui.t(key), width);
  };
  group("map.layers.points");
  if (check_row(ui, "circles", ui.t("map.layers.circles"), !state.density, width, "",
                Role::kRadio)) {
    state.density = false;
  }
  if (check_row(ui, "density", ui.t("map.layers.density"), state.density, width, "",
                Role::kRadio)) {
    state.density = true;
  }
  ui.sem.pop();
  space(ui, 6);
  group("map.layers.shade");
  if (check_row(ui, "none", ui.t("map.layers.none"), state.shade.empty(), width, "",
                Role::kRadio)) {
    state.shade.clear();
  }
  if (check_row(ui, kCityMetric, ui.t("map.shade.cities"), state.shade == kCityMetric, width, "",
                Role::kRadio)) {
    state.shade = kCityMetric;
  }
  for (const Metric& metric : metrics_) {
    if (check_row(ui, metric.word, title(ui, metric.word), state.shade == metric.word, width,
                  ui.count("map.countries", metric.countries), Role::kRadio)) {
      state.shade = metric.word;
    }
  }
  ui.sem.pop();
  space(ui, 6);
  if (check_row(ui, "grid", ui.t("map.layers.grid"), state.graticule, width)) {
    state.graticule = !state.graticule;
  }
  ImGui::PopStyleVar();
  end_dropdown(ui);
}

std::string_view MapLayers::class_text(Ui& ui, int index) const {
  const auto i = static_cast<std::size_t>(index);
  const double low = breaks_.low[i], high = breaks_.high[i];
  if (low != high) return ui.text.join({ui.number(low, 0), " – ", ui.number(high, 0)});
  // A class with a single value shows it as published ("more than 1 000").
  for (std::size_t k = 0; k < values_.size(); ++k) {
    if (values_[k].amount.known() && values_[k].amount.value == low) return value_text(ui, k);
  }
  return ui.number(low, 0);
}

void MapLayers::draw_legend(ViewContext& context, Pen& pen) const {
  if (!shading()) return;
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const auto row = [&](Color fill, Look look, std::string_view text) {
    if (pen.drawing()) draw_swatch(ui, {pen.x(), pen.y()}, fill, look);
    pen.indent(20);
    pen.text(TextStyle::kSmall, c.text, text);
    pen.indent(-20);
    pen.gap(kRowGap);
  };
  pen.gap(8);
  pen.text(TextStyle::kSmallStrong, c.text, title(ui, shade_));
  pen.gap(kRowGap);
  for (int i = breaks_.count(); i-- > 0;) {
    row(class_color(ui.theme, i), Look::kClass, class_text(ui, i));
  }
  struct Special {
    Look look;
    Color fill;
    std::string_view key;
  };
  const Special specials[] = {{Look::kNamed, ui.theme.ramp_at(kNamedShade), "missing.list_only"},
                              {Look::kZero, c.surface, ""},
                              {Look::kFewer, c.land, "missing.fewer_than_k"},
                              {Look::kNotAsked, c.land, "missing.not_asked"},
                              {Look::kNoData, c.land, "missing.no_data"}};
  for (const Special& s : specials) {
    if (occurs(s.look)) row(s.fill, s.look, s.key.empty() ? ui.number(0, 0) : ui.t(s.key));
  }
  if (breaks_.count() > 1) {
    pen.text(TextStyle::kTiny, c.muted, ui.count("map.shade.classes", breaks_.count()));
  }
}

}  // namespace tablero
