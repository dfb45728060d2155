#include <imgui.h>

#include <algorithm>

#include "base/text.h"
#include "ui/widgets.h"
#include "views/facets.h"
#include "views/late.h"
#include "views/shell.h"

namespace tablero {
namespace {

void draw_country_menu(ViewContext& context, Flow& flow) {
  Ui& ui = context.ui;
  if (bar_says_late(context, FileId::kCountries)) {
    say_late_in_line(context, late_file(context, FileId::kCountries), flow);
    return;
  }
  flow.next(ui.px(140));
  const Store& store = context.store;
  ViewState& state = context.state;
  const std::string_view summary =
      state.countries.empty()
          ? ui.t("filter.country")
          : ui.count("filter.country.count", static_cast<long long>(state.countries.size()));
  if (!begin_dropdown(ui, "country", summary, ui.t("filter.country"))) return;
  // Only countries that occur in some record: any other would give an empty page.
  for (const Country& country : store.countries.countries) {
    int cities = 0;
    for (const City& city : store.cities.cities) cities += city.country == country.iso2 ? 1 : 0;
    CountryCode code;
    if ((cities == 0 && country.figures.empty()) || !parse_country(country.iso2, code)) continue;
    if (check_row(ui, country.iso2, country.name.in(ui.lang), has_country(state, code), ui.px(280),
                  cities > 0 ? ui.count("count.cities", cities) : "")) {
      toggle_country(state, code);
    }
  }
  end_dropdown(ui);
}

void draw_edition_toggles(ViewContext& context, Flow& flow) {
  Ui& ui = context.ui;
  if (bar_says_late(context, FileId::kEditions)) {
    say_late_in_line(context, late_file(context, FileId::kEditions), flow);
  }
  for (const Edition& edition : context.store.editions.editions) {
    const std::string_view year = ui.text.number(edition.year);
    flow.next(toggle_width(ui, year));
    if (toggle(ui, year, year, has_edition(context.state, edition.year))) {
      toggle_edition(context.state, edition.year);
      // All selected means no filter, so that records without an edition stay.
      if (context.state.editions.size() == context.store.editions.editions.size()) {
        context.state.editions.clear();
      }
    }
  }
}

void draw_search(ViewContext& context, float width) {
  Ui& ui = context.ui;
  if (ui.focus_search) ImGui::SetKeyboardFocusHere();
  search_field(ui, "search", context.state.q, ui.t("filter.search"), width, kMaxSearchBytes);
}

void draw_facet_chips(ViewContext& context, Flow& flow) {
  Ui& ui = context.ui;
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    const std::string* drop = nullptr;
    for (const std::string& value : facet_values(context.state, facet)) {
      const std::string_view text = facet_label(ui, facet, value);
      flow.next(chip_width(ui, text));
      if (chip(ui, ui.text.join({"chip", facet_name(facet), value}), text,
               ui.t("filter.remove", {{"what", text}}))) {
        drop = &value;
      }
    }
    if (drop != nullptr) toggle_facet(context.state, facet, std::string(*drop));
  }
}

bool draw_chips(ViewContext& context) {
  Ui& ui = context.ui;
  ViewState& state = context.state;
  if (!has_filters(state)) return false;
  Flow flow(ui, 8);
  int drop_year = 0;
  for (int year : state.editions) {
    const std::string_view text = ui.text.number(year);
    flow.next(chip_width(ui, text));
    if (chip(ui, ui.text.join({"chip", text}), text, ui.t("filter.remove", {{"what", text}}))) {
      drop_year = year;
    }
  }
  if (drop_year != 0) toggle_edition(state, drop_year);
  const CountryCode* drop_country = nullptr;
  for (const CountryCode& code : state.countries) {
    const Country* country = context.store.countries.find(code.view());
    const std::string_view text =
        country != nullptr ? std::string_view(country->name.in(ui.lang)) : code.view();
    flow.next(chip_width(ui, text));
    if (chip(ui, ui.text.join({"chip", code.view()}), text,
             ui.t("filter.remove", {{"what", text}}))) {
      drop_country = &code;
    }
  }
  if (drop_country != nullptr) toggle_country(state, CountryCode(*drop_country));
  draw_facet_chips(context, flow);
  if (!state.q.empty()) {
    const std::string_view text = ui.text.join({"“", state.q, "”"});
    flow.next(chip_width(ui, text));
    if (chip(ui, "chip-q", text, ui.t("filter.remove", {{"what", text}}))) state.q.clear();
  }
  const std::string_view clear = ui.t("filter.clear_all");
  flow.next(measure(ui, TextStyle::kSmall, clear).x);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(5));
  if (text_button(ui, "clear-all", clear)) clear_filters(state);
  return true;
}

void draw_count(ViewContext& context, const TabView& open) {
  Ui& ui = context.ui;
  const Selection::Count count = open.count(context);
  if (count.total == 0) return;
  const std::string_view text =
      ui.t("count.of", {{"n", ui.number(count.shown, 0)}, {"m", ui.number(count.total, 0)}});
  const ImVec2 size = measure(ui, TextStyle::kSmall, text);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (ui.control_height() - size.y) * 0.5f);
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  draw_text(ui, ImGui::GetWindowDrawList(), pos, TextStyle::kSmall, ui.colors().muted, text);
  NodeDetail detail;
  detail.state = kStateLive;
  ui.sem.add(ui_id("count"), Role::kStatus, text, to_rect(pos, pos + size), detail);
  ImGui::Dummy(size);
}

void draw_wide(ViewContext& context, const TabView& open) {
  Ui& ui = context.ui;
  Flow flow(ui, 8);
  draw_edition_toggles(context, flow);
  draw_country_menu(context, flow);
  flow.next(ui.px(260));
  draw_search(context, ui.px(260));
  flow.next(ui.px(120));
  draw_count(context, open);
}

void draw_narrow(ViewContext& context, const TabView& open) {
  Ui& ui = context.ui;
  const ViewState& state = context.state;
  std::size_t active = state.editions.size() + state.countries.size() + (state.q.empty() ? 0 : 1);
  for (const auto& words : state.facets) active += words.size();
  const std::string_view label_text =
      active == 0
          ? ui.t("filter.button")
          : ui.t("filter.button.count", {{"n", ui.text.number(static_cast<long long>(active))}});
  if (begin_dropdown(ui, "filters", label_text, ui.t("filter.button"), Icon::kFilter)) {
    const float width = std::min(ui.size.x - ui.px(48), ui.px(320));
    ImGui::PushItemWidth(width);
    Flow editions(ui, 8), countries(ui, 8);
    draw_edition_toggles(context, editions);
    draw_country_menu(context, countries);
    draw_search(context, width);
    ImGui::PopItemWidth();
    end_dropdown(ui);
  }
  const Selection::Count count = open.count(context);
  const std::string_view told =
      ui.t("count.of", {{"n", ui.number(count.shown, 0)}, {"m", ui.number(count.total, 0)}});
  const float right = ui.size.x - ui.page_padding();
  if (ImGui::GetItemRectMax().x + ui.px(12) + measure(ui, TextStyle::kSmall, told).x <= right) {
    ImGui::SameLine(0, ui.px(12));
  }
  draw_count(context, open);
}

}  // namespace

void draw_filter_bar(ViewContext& context, const TabView& open) {
  Ui& ui = context.ui;
  const float pad = ui.page_padding();
  ui.sem.push(ui_id("filters"), Role::kToolbar, ui.t("filter.bar"), {});
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({pad, start.y + ui.px(10)});
  ImGui::BeginGroup();
  ImGui::PushItemWidth(ui.size.x - 2 * pad);
  if (ui.narrow()) {
    draw_narrow(context, open);
  } else {
    draw_wide(context, open);
  }
  draw_chips(context);
  ImGui::PopItemWidth();
  ImGui::EndGroup();
  const float bottom = ImGui::GetItemRectMax().y + ui.px(10);
  ImGui::GetWindowDrawList()->AddLine({0, bottom - 0.5f}, {ui.size.x, bottom - 0.5f},
                                      ui.colors().hairline);
  ui.sem.set_open_rect({0, start.y, ui.size.x, bottom - start.y});
  ui.sem.pop();
  ImGui::SetCursorScreenPos({0, bottom});
}

}  // namespace tablero
