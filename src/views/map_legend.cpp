// The legend of the map, the note on its method, and the hints at its upper edge.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "ui/widgets.h"
#include "views/figure_names.h"
#include "views/map_view.h"

namespace tablero {
namespace {

// The kinds of count without a number, with their words; such places are drawn all the same.
constexpr Presence kMissing[] = {Presence::kZero, Presence::kFewerThanK, Presence::kNotAsked,
                                 Presence::kNoData};
constexpr std::string_view kMissingKeys[] = {"", "missing.fewer_than_k", "missing.not_asked",
                                             "map.presence"};
constexpr double kHintSeconds = 2.4;  // time to read one line
constexpr float kPadding = 12;        // of the legend, design px
constexpr float kRowGap = 3;          // between its lines, design px
constexpr float kLeastWidth = 170;    // narrower, or higher than this share of the map, it folds
constexpr float kMostHeight = 0.55f;

// Of the square button that shows the method.
float method_side(const Ui& ui) {
  return ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(28);
}

}  // namespace

// The distance between the dots on the published maps and the cities that they were matched with.
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

// The method, and what could not be drawn.
void MapView::legend_note(ViewContext& context, Pen& pen) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const auto paragraph = [&](Color color, std::string_view text) {
    pen.gap(6);
    pen.text(TextStyle::kTiny, color, text);
  };
  if (bad_places_ > 0) paragraph(c.danger, ui.count("map.bad.places", bad_places_));
  if (bad_spots_ > 0) paragraph(c.danger, ui.count("map.bad.spots", bad_spots_));
  if (bad_countries_ > 0) paragraph(c.danger, ui.count("map.bad.countries", bad_countries_));
  if (!note_open_now_) return;
  paragraph(c.muted, context.store.cities.note.in(ui.lang));
  const std::string_view fit = fit_text(ui, context.store);
  if (!fit.empty()) paragraph(c.muted, fit);
}

void MapView::legend_density(Ui& ui, Pen& pen) {
  const Palette& c = ui.colors();
  pen.text(TextStyle::kSmallStrong, c.text, ui.t("map.density"));
  pen.gap(kRowGap);
  if (pen.drawing()) {
    const float bar = ui.px(90);
    const float left =
        pen.x() + measure(ui, TextStyle::kSmall, ui.t("map.density.low")).x + ui.px(8);
    constexpr int kSteps = 18;
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (int i = 0; i < kSteps; ++i) {
      const float at = static_cast<float>(i) / kSteps;
      list->AddRectFilled({left + bar * at, pen.y() + ui.px(3)},
                          {left + bar * (at + 1.0f / kSteps), pen.y() + ui.px(13)},
                          ui.theme.ramp_at(0.2f + 0.8f * at));
    }
    draw_text(ui, list, {left + bar + ui.px(8), pen.y()}, TextStyle::kSmall, c.text,
              ui.t("map.density.high"));
  }
  pen.text(TextStyle::kSmall, c.text, ui.t("map.density.low"));
}

// What the marks mean.
void MapView::legend_marks(ViewContext& context, Pen& pen) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const auto dot = [&](Color color, bool hollow, float radius, std::string_view text) {
    if (pen.drawing()) {
      const ImVec2 center(pen.x() + ui.px(6), pen.y() + ui.line_height(TextStyle::kSmall) * 0.4f);
      ImDrawList* list = ImGui::GetWindowDrawList();
      if (hollow) {
        list->AddCircle(center, ui.px(4), color, 0, ui.px(2));
      } else {
        list->AddCircleFilled(center, radius, color);
      }
    }
    pen.indent(20);
    pen.text(TextStyle::kSmall, c.text, text);
    pen.indent(-20);
    pen.gap(kRowGap);
  };
  pen.text(TextStyle::kSmallStrong, c.text, ui.t("map.legend"));
  pen.gap(kRowGap);
  constexpr float kAlpha[] = {0.95f, 0.62f, 1};
  const float usual = ui.px(5);
  for (std::size_t i = 0; i < 3; ++i) {
    dot(with_alpha(c.primary, kAlpha[i]), i == 2, usual,
        confidence_word(ui, static_cast<Confidence>(i)));
  }
  if (!counted_) return;
  for (std::size_t i = 0; i < 4; ++i) {
    const Presence p = kMissing[i];
    if ((presences_ >> static_cast<unsigned>(p) & 1u) == 0) continue;
    const bool zero = p == Presence::kZero;
    dot(zero || p == Presence::kNoData ? c.primary : c.muted, zero || p == Presence::kNotAsked,
        usual, zero ? ui.count("count.participants", 0) : ui.t(kMissingKeys[i]));
  }
  // A round number whose circle fits the line, under the words that say what an area is.
  const double fits = points_.max_value() / 12;
  const double power = std::pow(10.0, std::floor(std::log10(std::max(fits, 1.0))));
  const double people = std::max(1.0, std::floor(fits / power) * power);
  pen.text(TextStyle::kSmall, c.muted, ui.t("map.legend.area"));
  pen.gap(kRowGap);
  dot(with_alpha(c.primary, kAlpha[0]), false, points_.radius_of(people),
      ui.count("count.participants", static_cast<long long>(people)));
}

// The same code measures and draws.
void MapView::legend_content(ViewContext& context, Pen& pen) {
  // The title is beside the button, or under it if both do not fit.
  const bool density = points_.options().style == PointStyle::kDensity;
  const std::string_view title = context.ui.t(density ? "map.density" : "map.legend");
  const float side = method_side(context.ui);
  if (measure(context.ui, TextStyle::kSmallStrong, title).x + side > pen.width()) {
    pen.gap(side / context.ui.px(1));
  }
  if (density) {
    legend_density(context.ui, pen);
  } else {
    legend_marks(context, pen);
  }
  layers_.draw_legend(context, pen);
  legend_note(context, pen);
}

ImVec2 MapView::measure_legend(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  note_open_now_ = note_shown(ui, area);
  const float width = std::min(ui.px(300), area.size.x - ui.px(100));
  Pen pen(ui, {}, width - 2 * ui.px(kPadding), false);
  legend_content(context, pen);
  const float height = pen.height() + 2 * ui.px(kPadding);
  legend_folded_ = width < ui.px(kLeastWidth) || height > area.size.y * kMostHeight;
  if (!legend_folded_) return {width, height};
  note_open_now_ = true;
  return {button_width(ui, legend_word(ui), Icon::kInfo), ui.control_height()};
}

std::string_view MapView::legend_word(Ui& ui) {
  return ui.size.x < ui.px(200) ? std::string_view("") : ui.t("map.legend.button");
}

void MapView::draw_folded_legend(ViewContext& context, ImVec2 min) {
  Ui& ui = context.ui;
  const std::string_view name = ui.t("map.legend.button");
  ImGui::SetCursorScreenPos(min);
  // If even the label does not fit, the button shows only its icon.
  if (!begin_dropdown(ui, "legend", legend_word(ui), name, Icon::kInfo)) return;
  const float width = std::min(ui.size.x - ui.px(56), ui.px(300));
  Pen pen(ui, ImGui::GetCursorScreenPos(), width, true);
  legend_content(context, pen);
  ImGui::Dummy({width, pen.height()});
  end_dropdown(ui);
}

void MapView::draw_legend(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const float width = legend_size_.x, height = legend_size_.y;
  const float pad = ui.px(kPadding);
  const float below = stacked(ui, area) ? timeline_rect_.h + ui.px(8) : 0;
  const ImVec2 min(area.min.x + ui.px(14), area.min.y + area.size.y - height - ui.px(20) - below);
  const ImVec2 max = min + ImVec2(width, height);
  legend_rect_ = to_rect(min, max);
  if (legend_folded_) {
    draw_folded_legend(context, min);
    return;
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, with_alpha(c.surface, 0.94f), ui.px(10));
  list->AddRect(min, max, c.hairline, ui.px(10));

  // The button for the note on the method: where the positions come from.
  const float side = method_side(ui);
  NodeDetail detail;
  detail.state = note_open_now_ ? kStateExpanded : kStateCollapsed;
  const Press press = pressable_at(ui, "method", {max.x - side, min.y}, {max.x, min.y + side},
                                   Role::kButton, ui.t("map.note"), detail);
  draw_icon(list, Icon::kInfo, (press.min + press.max) * 0.5f, ui.px(15),
            press.hovered ? c.primary : c.muted);
  focus_ring(ui, press, ui.px(8));
  if (press.hovered) tooltip(ui, ui.t("map.note"));
  if (press.pressed) {
    note_turned_ = !note_turned_;
    ui.animate();
  }

  Pen pen(ui, min + ImVec2(pad, pad), width - 2 * pad, true);
  legend_content(context, pen);
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
  list->AddRectFilled(min, max, ui.colors().text, ui.px(8));
  draw_text(ui, list, min + pad, TextStyle::kBody, ui.colors().background, text, wrap);
  NodeDetail detail;
  detail.state = kStateLive;
  ui.sem.add(ui_id("hint"), Role::kStatus, text, to_rect(min, max), detail);
  if (context.map_fault == nullptr) return;
  const std::string_view retry = ui.t("state.retry");
  const ImVec2 corner(min.x, max.y + ui.px(6));
  const ImVec2 end = corner + measure(ui, TextStyle::kBody, retry) + pad * 2.0f;
  const Press press = pressable_at(ui, "retry", corner, end, Role::kButton, retry);
  list->AddRectFilled(corner, end, press.hovered ? ui.colors().primary : ui.colors().text,
                      ui.px(8));
  draw_text(ui, list, corner + pad, TextStyle::kBody, ui.colors().background, retry);
  focus_ring(ui, press, ui.px(8));
  if (press.pressed) context.retry = true;
}

}  // namespace tablero
