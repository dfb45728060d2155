#include "views/map/panel.h"

#include <imgui.h>

#include <algorithm>

#include "base/number.h"
#include "model/figure_names.h"
#include "model/tables/places.h"
#include "ui/widgets.h"
#include "views/figure_tile.h"

namespace tablero {
namespace {

// A pressable row with a name and a figure at its right end.
Press list_row(Ui& ui, std::string_view id, std::string_view name, std::string_view detail) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(32);
  NodeDetail node;
  node.value = detail;
  const Press press = pressable(ui, id, {width, height}, Role::kButton, name, node);
  if (!press.visible) return press;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colors();
  if (press.hovered) list->AddRectFilled(press.min, press.max, c.raised, ui.px(6));
  const float detail_width = measure(ui, TextStyle::kSmall, detail).x;
  const float middle = (press.min.y + press.max.y) * 0.5f;
  draw_text_cut(ui, list, {press.min.x + ui.px(8), middle - ui.font_size(TextStyle::kBody) * 0.5f},
                TextStyle::kBody, c.text, name, width - detail_width - ui.px(28));
  draw_text(
      ui, list,
      {press.max.x - detail_width - ui.px(8), middle - ui.font_size(TextStyle::kSmall) * 0.5f},
      TextStyle::kSmall, c.muted, detail);
  focus_ring(ui, press, ui.px(6));
  return press;
}

}  // namespace

void MapPanel::update(ViewContext& context) {
  if (generation_ == context.selection.generation && lang_ == context.ui.lang) return;
  generation_ = context.selection.generation;
  lang_ = context.ui.lang;
  const Store& store = context.store;
  countries_ = countries_table(context.ui.reader(), store, context.selection);
  cities_.clear();
  if (context.state.countries.size() != 1) return;
  const std::string_view chosen = context.state.countries.front().view();
  for (std::size_t i = 0; i < store.cities.cities.size(); ++i) {
    if (context.selection.cities[i] != 0 && store.cities.cities[i].country == chosen)
      cities_.push_back(static_cast<std::uint32_t>(i));
  }
}

void MapPanel::draw_countries(ViewContext& context) {
  Ui& ui = context.ui;
  heading(ui, TextStyle::kHeading, 2, ui.t("map.list"));
  label(ui, TextStyle::kSmall, ui.colors().muted, ui.t("map.list.hint"));
  space(ui, 4);
  for (std::size_t row = 0; row < countries_.size(); ++row) {
    CountryCode code;
    if (!parse_country(countries_.row(row).id, code)) continue;
    if (list_row(ui, countries_.row(row).id, countries_.at(row, 0).text, countries_.at(row, 1).text)
            .pressed) {
      choose_countries(context.state, {code});
    }
  }
  if (countries_.empty()) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("state.empty"));
    if (text_button(ui, "clear", ui.t("filter.clear_all"))) clear_filters(context.state);
  }
}

void MapPanel::draw_figures(ViewContext& context, const Country& country) {
  Ui& ui = context.ui;
  heading(ui, TextStyle::kStrong, 3, ui.t("map.country.figures"));
  if (country.figures.empty()) {
    label(ui, TextStyle::kSmall, ui.colors().muted, ui.t("missing.no_data"));
  }
  for (const CountryFigure& f : country.figures) {
    const std::string_view amount =
        format_amount(ui.text, ui.strings, ui.lang, f.value, f.qualifier);
    std::string_view text = ui.text.join({ui.t(ui.text.join({"metric.", f.metric})), ": ", amount});
    if (f.edition != 0) text = ui.text.join({ui.text.number(f.edition), " · ", text});
    const std::string_view id = country_figure_id(ui, country.iso2, f.metric, f.edition);
    if (text_button(ui, id, text)) show_source(context, id);
  }
  // Metrics that nobody has published per country, with the reason why they are missing.
  space(ui, 6);
  for (const Countries::Gap& gap : context.store.countries.gaps) {
    const Amount none{kNaN, gap.presence};
    label(ui, TextStyle::kTiny, ui.colors().muted,
          ui.text.join({ui.t(ui.text.join({"metric.", gap.metric})), ": ",
                        format_amount(ui.text, ui.strings, ui.lang, none, Qualifier::kExact)}));
  }
}

int MapPanel::draw_country(ViewContext& context, const Country& country) {
  Ui& ui = context.ui;
  int chosen = -1;
  if (text_button(ui, "back", ui.t("map.country.back"))) choose_countries(context.state, {});
  heading(ui, TextStyle::kHeading, 2, country.name.in(ui.lang));
  space(ui, 4);
  for (std::uint32_t index : cities_) {
    const City& city = context.store.cities.cities[index];
    Confidence best = Confidence::kLow;
    for (const CityEdition& e : city.editions) best = std::min(best, e.confidence);
    if (list_row(ui, city.id, city.name, confidence_word(ui, best)).pressed) {
      chosen = static_cast<int>(index);
    }
  }
  space(ui, 12);
  draw_figures(context, country);
  return chosen;
}

int MapPanel::draw(ViewContext& context, float width, float height) {
  Ui& ui = context.ui;
  update(context);
  int chosen = -1;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(16), ui.px(14)));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(3)));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.colors().surface);
  ImGui::BeginChild("list", {width, height}, ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoScrollWithMouse);
  const ImVec2 pos = ImGui::GetWindowPos();
  ui.sem.push(ui_id("places"), Role::kGroup, ui.t("map.list"), {pos.x, pos.y, width, height});
  const Country* country =
      context.state.countries.size() == 1
          ? context.store.countries.find(context.state.countries.front().view())
          : nullptr;
  if (country != nullptr) {
    chosen = draw_country(context, *country);
  } else {
    draw_countries(context);
  }
  ui.sem.pop();
  ImGui::EndChild();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  return chosen;
}

}  // namespace tablero
