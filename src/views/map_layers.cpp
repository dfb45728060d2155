#include "views/map_layers.h"

#include <imgui.h>

#include <algorithm>

#include "base/sort.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

constexpr int kClasses = 5;
constexpr std::string_view kCityMetric = "cities";

MapColor to_map(Colour c) {
  const auto channel = [c](int shift) { return static_cast<float>(c >> shift & 0xFF) / 255.0f; };
  return {channel(0), channel(8), channel(16), 1};
}

// One of several choices, with a figure at the right end.
bool choice_row(Ui& ui, std::string_view id, std::string_view text, bool on, float width,
                std::string_view detail_text = "") {
  NodeDetail detail;
  detail.state = on ? kStateChecked : 0u;
  detail.value = detail_text;
  const float height = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(30);
  const Press press = pressable(ui, id, {width, height}, Role::kRadio, text, detail);
  if (!press.visible) return press.pressed;
  const Palette& c = ui.colours();
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (press.hovered) list->AddRectFilled(press.min, press.max, c.raised, ui.px(6));
  const float middle = (press.min.y + press.max.y) * 0.5f;
  const ImVec2 dot(press.min.x + ui.px(16), middle);
  list->AddCircle(dot, ui.px(7), on ? c.primary : c.outline, 0, ui.px(on ? 2.0f : 1.0f));
  if (on) list->AddCircleFilled(dot, ui.px(3.5f), c.primary);
  const float small = ui.font_size(TextStyle::kSmall);
  const float used = measure(ui, TextStyle::kSmall, detail_text).x;
  const float body = ui.font_size(TextStyle::kBody);
  draw_text_cut(ui, list, {press.min.x + ui.px(32), middle - body * 0.5f}, TextStyle::kBody, c.text,
                text, width - used - ui.px(48));
  draw_text(ui, list, {press.max.x - used - ui.px(8), middle - small * 0.5f}, TextStyle::kSmall,
            c.muted, detail_text);
  focus_ring(ui, press, ui.px(6));
  return press.pressed;
}

}  // namespace

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

// Of several editions the newest counts; what we counted ourselves from a list adds up.
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
      value = {{value.amount.known() ? value.amount.value + 1 : 1, Presence::value},
               Qualifier::derived};
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
      if (f.qualifier == Qualifier::derived && f.value.known() && value.amount.known()) {
        value.amount.value += f.value.value;
      } else if (f.edition > edition) {
        value = {f.value, f.qualifier};
      }
      edition = std::max(edition, f.edition);
    }
  }
}

MapLayers::Look MapLayers::look_of(const Value& value) const {
  if (value.qualifier == Qualifier::list_only) return Look::kNamed;
  switch (value.amount.presence) {
    case Presence::value:
      return value.amount.value > 0 ? Look::kClass : Look::kZero;
    case Presence::zero:
      return Look::kZero;
    case Presence::fewer_than_k:
      return Look::kFewer;
    case Presence::not_asked:
      return Look::kNotAsked;
    case Presence::no_data:
      break;
  }
  return Look::kNoData;
}

// From the third of the ramp on, so that the palest class stands off the land; not to its dark end,
// where the marks are.
Colour MapLayers::class_colour(const Theme& theme, int index) const {
  const int last = breaks_.count() - 1;
  const float share = last > 0 ? static_cast<float>(index) / static_cast<float>(last) : 0.5f;
  return theme.ramp_at(0.36f + 0.44f * share);
}

NamedFill MapLayers::fill_of(const Theme& theme, std::size_t country) const {
  NamedFill named;
  const Value& value = values_[country];
  const Palette& c = theme.colours;
  using Kind = CountryFill::Kind;
  switch (look_of(value)) {
    case Look::kClass:
      named.fill = {Kind::kColor, to_map(class_colour(theme, breaks_.of(value.amount.value)))};
      break;
    case Look::kNamed:
      named.fill = {Kind::kColor, to_map(theme.ramp_at(0.5f))};
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
  const bool dark = context.ui.theme.dark;
  if (generation_ == context.selection.generation && store_generation_ == store.generation() &&
      shade_ == context.state.shade && dark_ == dark) {
    return;
  }
  if (store_generation_ != store.generation()) list_metrics(store);
  generation_ = context.selection.generation;
  store_generation_ = store.generation();
  dark_ = dark;
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
  // Words of figures follow a number elsewhere; here they stand alone.
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
    label(ui, TextStyle::kSmallStrong, ui.colours().muted, ui.t(key), width);
  };
  group("map.layers.points");
  if (choice_row(ui, "circles", ui.t("map.layers.circles"), !state.density, width)) {
    state.density = false;
  }
  if (choice_row(ui, "density", ui.t("map.layers.density"), state.density, width)) {
    state.density = true;
  }
  ui.sem.pop();
  space(ui, 6);
  group("map.layers.shade");
  if (choice_row(ui, "none", ui.t("map.layers.none"), state.shade.empty(), width)) {
    state.shade.clear();
  }
  if (choice_row(ui, kCityMetric, ui.t("map.shade.cities"), state.shade == kCityMetric, width)) {
    state.shade = kCityMetric;
  }
  for (const Metric& metric : metrics_) {
    if (choice_row(ui, metric.word, title(ui, metric.word), state.shade == metric.word, width,
                   ui.count("map.countries", metric.countries))) {
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
  // A class of one value says it as it was published ("more than 1 000").
  for (std::size_t k = 0; k < values_.size(); ++k) {
    if (values_[k].amount.known() && values_[k].amount.value == low) return value_text(ui, k);
  }
  return ui.number(low, 0);
}

float MapLayers::legend_height(const ViewContext& context) const {
  if (!shading()) return 0;
  const Ui& ui = context.ui;
  int lines = 2 + breaks_.count();  // title, how the classes were cut
  for (const Look look :
       {Look::kZero, Look::kNamed, Look::kFewer, Look::kNotAsked, Look::kNoData}) {
    lines += occurs(look) ? 1 : 0;
  }
  if (breaks_.count() < 2) --lines;
  return static_cast<float>(lines) * ui.line_height(TextStyle::kSmall);
}

float MapLayers::draw_legend(ViewContext& context, ImVec2 pos, float width) const {
  if (!shading()) return 0;
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float line = ui.line_height(TextStyle::kSmall);
  float y = pos.y;
  const auto text_line = [&](TextStyle style, Colour colour, std::string_view text, float indent) {
    draw_text_cut(ui, list, {pos.x + indent, y}, style, colour, text, width - indent);
    ui.sem.add(ui_id(ui.text.join({"shade", text})), Role::kText, text, {pos.x, y, width, line});
    y += line;
  };
  const auto row = [&](Colour fill, Colour ink, Look look, std::string_view text) {
    const ImVec2 min(pos.x, y + line * 0.1f), max(pos.x + ui.px(14), y + line * 0.75f);
    list->AddRectFilled(min, max, fill, ui.px(3));
    list->PushClipRect(min, max, true);
    for (float x = 0; x < ui.px(28); x += ui.px(5)) {
      if (look == Look::kFewer)
        list->AddLine({min.x + x, min.y}, {min.x + x - ui.px(12), max.y}, ink);
      if (look == Look::kNotAsked)
        list->AddCircleFilled({min.x + x, (min.y + max.y) * 0.5f}, 1.2f, ink);
    }
    list->PopClipRect();
    list->AddRect(min, max, c.outline, ui.px(3));
    text_line(TextStyle::kSmall, c.text, text, ui.px(20));
  };
  text_line(TextStyle::kSmallStrong, c.text, title(ui, shade_), 0);
  for (int i = breaks_.count(); i-- > 0;) {
    row(class_colour(ui.theme, i), 0, Look::kClass, class_text(ui, i));
  }
  if (occurs(Look::kNamed)) {
    row(ui.theme.ramp_at(0.5f), 0, Look::kNamed, ui.t("missing.list_only"));
  }
  if (occurs(Look::kZero)) row(c.surface, 0, Look::kZero, ui.number(0, 0));
  if (occurs(Look::kFewer)) row(c.land, c.primary, Look::kFewer, ui.t("missing.fewer_than_k"));
  if (occurs(Look::kNotAsked)) row(c.land, c.primary, Look::kNotAsked, ui.t("missing.not_asked"));
  if (occurs(Look::kNoData)) row(c.land, 0, Look::kNoData, ui.t("missing.no_data"));
  if (breaks_.count() > 1) {
    text_line(TextStyle::kTiny, c.muted, ui.count("map.shade.classes", breaks_.count()), 0);
  }
  return y - pos.y;
}

}  // namespace tablero
