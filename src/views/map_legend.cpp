// The legend of the map, the note on its method, and the hints at its upper edge.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "ui/widgets.h"
#include "views/map_view.h"

namespace tablero {
namespace {

constexpr std::string_view kConfidenceKeys[] = {"confidence.high", "confidence.medium",
                                                "confidence.low"};
// Kinds of a count that is no number, with their words; a place without any is there all the same.
constexpr Presence kMissing[] = {Presence::zero, Presence::fewer_than_k, Presence::not_asked,
                                 Presence::no_data};
constexpr std::string_view kMissingKeys[] = {"", "missing.fewer_than_k", "missing.not_asked",
                                             "map.presence"};
constexpr double kHintSeconds = 1.6;

}  // namespace

// Lines that the marks take: title and looks.
int MapView::mark_rows() const {
  if (points_.options().style == PointStyle::kDensity) return 2;
  if (!counted_) return 4;
  int rows = 6;
  for (const Presence p : kMissing) rows += (presences_ >> static_cast<unsigned>(p) & 1u) != 0;
  return rows;
}

// How far the dots on the published maps lie from the cities that they were matched with.
std::string_view MapView::fit_text(Ui& ui, const Store& store) {
  if (fit_generation_ != store.generation()) {
    fit_generation_ = store.generation();
    List<double> km;
    for (const City& city : store.cities.cities) {
      for (const CityEdition& e : city.editions) {
        if (!std::isnan(e.match_km)) km.push_back(e.match_km);
      }
    }
    sort(km);
    fit_median_ = km.empty() ? -1 : km[km.size() / 2];
    fit_most_ = km.empty() ? 0 : km.back();
  }
  if (fit_median_ < 0) return {};
  return ui.t("map.note.fit",
              {{"median", ui.number(fit_median_, 0)}, {"most", ui.number(fit_most_, 0)}});
}

// Measures (DRAW false) or draws the method, and what could not be drawn. Gives the height.
float MapView::draw_note(ViewContext& context, ImVec2 pos, float width, bool draw) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  float y = pos.y;
  const auto paragraph = [&](std::string_view id, Colour colour, std::string_view text) {
    if (text.empty()) return;
    const float height = measure(ui, TextStyle::kTiny, text, width).y + ui.px(6);
    if (draw) {
      draw_text(ui, ImGui::GetWindowDrawList(), {pos.x, y}, TextStyle::kTiny, colour, text, width);
      ui.sem.add(ui_id(id), Role::kText, text, {pos.x, y, width, height});
    }
    y += height;
  };
  if (bad_places_ > 0) paragraph("bad", c.danger, ui.count("map.bad.places", bad_places_));
  if (bad_countries_ > 0) {
    paragraph("bad-country", c.danger, ui.count("map.bad.countries", bad_countries_));
  }
  if (note_open_now_) {
    paragraph("note", c.muted, context.store.cities.note.in(ui.lang));
    paragraph("fit", c.muted, fit_text(ui, context.store));
  }
  return y - pos.y;
}

ImVec2 MapView::measure_legend(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  note_open_now_ = note_shown(ui, area);
  const float width = std::min(ui.px(300), area.size.x - ui.px(100));
  const float line = ui.line_height(TextStyle::kSmall);
  const float pad = ui.px(12);
  float height = 2 * pad + static_cast<float>(mark_rows()) * line;
  const float shade = layers_.legend_height(context);
  if (shade > 0) height += shade + ui.px(8);
  const float note = draw_note(context, {}, width - 2 * pad, false);
  if (note > 0) height += note + ui.px(2);
  return {width, height};
}

// What the marks mean. Gives the height.
float MapView::draw_mark_rows(ViewContext& context, ImVec2 pos, float width) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float line = ui.line_height(TextStyle::kSmall);
  float y = pos.y;
  const auto text_line = [&](TextStyle style, Colour colour, std::string_view text, float indent) {
    draw_text_cut(ui, list, {pos.x + indent, y}, style, colour, text, width - indent);
    ui.sem.add(ui_id(text), Role::kText, text, {pos.x, y, width, line});
    y += line;
  };
  const auto dot = [&](Colour colour, bool hollow, std::string_view text) {
    const ImVec2 centre(pos.x + ui.px(6), y + line * 0.4f);
    if (hollow) {
      list->AddCircle(centre, ui.px(4), colour, 0, ui.px(2));
    } else {
      list->AddCircleFilled(centre, ui.px(5), colour);
    }
    text_line(TextStyle::kSmall, c.text, text, ui.px(20));
  };
  if (points_.options().style == PointStyle::kDensity) {
    text_line(TextStyle::kSmallStrong, c.text, ui.t("map.density"), 0);
    const float bar = ui.px(90),
                x = pos.x + measure(ui, TextStyle::kSmall, ui.t("map.density.low")).x;
    constexpr int kSteps = 18;
    for (int i = 0; i < kSteps; ++i) {
      const float at = static_cast<float>(i) / kSteps;
      const float left = x + ui.px(8) + bar * at;
      list->AddRectFilled({left, y + line * 0.15f}, {left + bar / kSteps, y + line * 0.7f},
                          ui.theme.ramp_at(0.2f + 0.8f * at));
    }
    draw_text(ui, list, {x + bar + ui.px(16), y}, TextStyle::kSmall, c.text,
              ui.t("map.density.high"));
    text_line(TextStyle::kSmall, c.text, ui.t("map.density.low"), 0);
    return y - pos.y;
  }
  text_line(TextStyle::kSmallStrong, c.text, ui.t("map.legend"), 0);
  constexpr float kAlpha[] = {0.95f, 0.62f, 1};
  for (std::size_t i = 0; i < 3; ++i) {
    dot(with_alpha(c.primary, kAlpha[i]), i == 2, ui.t(kConfidenceKeys[i]));
  }
  if (!counted_) return y - pos.y;
  for (std::size_t i = 0; i < 4; ++i) {
    const Presence p = kMissing[i];
    if ((presences_ >> static_cast<unsigned>(p) & 1u) == 0) continue;
    dot(p == Presence::zero || p == Presence::no_data ? c.primary : c.muted,
        p == Presence::zero || p == Presence::not_asked,
        p == Presence::zero ? ui.count("count.participants", 0) : ui.t(kMissingKeys[i]));
  }
  // A round number whose circle fits the line, under the words that say what an area is.
  const double fits = points_.max_value() / 12;
  const double power = std::pow(10.0, std::floor(std::log10(std::max(fits, 1.0))));
  const double people = std::max(1.0, std::floor(fits / power) * power);
  text_line(TextStyle::kSmall, c.muted, ui.t("map.legend.area"), 0);
  list->AddCircleFilled({pos.x + ui.px(8), y + line * 0.4f}, points_.radius_of(people),
                        with_alpha(c.primary, kAlpha[0]));
  text_line(TextStyle::kSmall, c.text,
            ui.count("count.participants", static_cast<long long>(people)), ui.px(20));
  return y - pos.y;
}

void MapView::draw_legend(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  const float width = legend_size_.x, height = legend_size_.y;
  const float pad = ui.px(12);
  const float below = stacked(ui, area) ? timeline_rect_.h + ui.px(8) : 0;
  const ImVec2 min(area.min.x + ui.px(14), area.min.y + area.size.y - height - ui.px(20) - below);
  const ImVec2 max = min + ImVec2(width, height);
  legend_rect_ = to_rect(min, max);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, with_alpha(c.surface, 0.94f), ui.px(10));
  list->AddRect(min, max, c.hairline, ui.px(10));

  // The way to the method: where the positions come from.
  const float side = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(28);
  NodeDetail detail;
  detail.state = note_open_now_ ? kStateExpanded : kStateCollapsed;
  const Press press = pressable_at(ui, "method", {max.x - side, min.y}, {max.x, min.y + side},
                                   Role::kButton, ui.t("map.note"), detail);
  draw_icon(list, Icon::kInfo, (press.min + press.max) * 0.5f, ui.px(15),
            press.hovered ? c.primary : c.muted);
  focus_ring(ui, press, ui.px(8));
  if (press.hovered) tooltip(ui, ui.t("map.note"));
  if (press.pressed) note_turned_ = !note_turned_;

  ImVec2 at = min + ImVec2(pad, pad);
  const float inner = width - 2 * pad;
  at.y += draw_mark_rows(context, at, inner);
  if (layers_.shading()) {
    at.y += ui.px(8);
    at.y += layers_.draw_legend(context, at, inner);
  }
  at.y += ui.px(2);
  draw_note(context, at, inner, true);
}

std::string_view MapView::fault_text(Ui& ui) const {
  if (renderer_->shader_fault() != nullptr) return ui.text.keep(renderer_->shader_fault()->line());
  return map_broken_ ? ui.text.keep(map_fault_.line()) : std::string_view{};
}

void MapView::draw_hint(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  if (ui.blocked_wheel || ui.blocked_touch) {
    hint_until_ = ui.now + kHintSeconds;
    hint_for_touch_ = ui.blocked_touch;
  }
  std::string_view text;
  if (ui.now < hint_until_) {
    text = ui.t(hint_for_touch_ ? "map.hint.touch" : "map.hint.wheel");
    ui.repaint_after(hint_until_ - ui.now);
  }
  if (context.map_fault != nullptr) text = ui.text.keep(context.map_fault->line());
  if (const std::string_view fault = fault_text(ui); !fault.empty()) text = fault;
  if (text.empty()) return;
  const float wrap = std::min(area.size.x - ui.px(60), ui.px(520));
  const ImVec2 size = measure(ui, TextStyle::kBody, text, wrap);
  const ImVec2 pad(ui.px(14), ui.px(9));
  const ImVec2 min(area.min.x + (area.size.x - size.x) * 0.5f - pad.x,
                   top_rect_.y + top_rect_.h + ui.px(12));
  const ImVec2 max = min + size + pad * 2.0f;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, ui.colours().text, ui.px(8));
  draw_text(ui, list, min + pad, TextStyle::kBody, ui.colours().background, text, wrap);
  NodeDetail detail;
  detail.state = kStateLive;
  ui.sem.add(ui_id("hint"), Role::kStatus, text, to_rect(min, max), detail);
}

}  // namespace tablero
