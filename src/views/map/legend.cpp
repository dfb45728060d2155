#include "views/map/legend.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "model/figure_names.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

// The kinds of count without a number, with their words; such places are drawn all the same.
constexpr Presence kMissing[] = {Presence::kZero, Presence::kFewerThanK, Presence::kNotAsked,
                                 Presence::kNoData};
constexpr std::string_view kMissingKeys[] = {"", "missing.fewer_than_k", "missing.not_asked",
                                             "map.presence"};
constexpr float kPadding = 12;      // of the legend, design px
constexpr float kRowGap = 3;        // between its lines, design px
constexpr float kLeastWidth = 170;  // narrower, or higher than this share of the map, it folds
constexpr float kMostHeight = 0.55f;

// Of the square button that shows the method.
float method_side(const Ui& ui) {
  return ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(28);
}

// Of the button that opens the folded legend.
std::string_view button_word(Ui& ui) {
  return ui.size.x < ui.px(200) ? std::string_view("") : ui.t("map.legend.button");
}

}  // namespace

// The distance between the dots on the published maps and the cities that they were matched with.
std::string_view MapLegend::fit_text(Ui& ui, const Store& store) {
  if (generation_ != store.generation()) {
    generation_ = store.generation();
    List<double> km;
    for (const City& city : store.cities.cities) {
      for (const CityEdition& e : city.editions) {
        if (!std::isnan(e.match_km)) km.push_back(e.match_km);
      }
    }
    sort(km);
    median_ = km.empty() ? -1 : km[km.size() / 2];
    most_ = km.empty() ? 0 : km.back();
  }
  if (median_ < 0) return {};
  return ui.t("map.note.fit", {{"median", ui.number(median_, 0)}, {"most", ui.number(most_, 0)}});
}

// The method, and what could not be drawn.
void MapLegend::put_note(const Content& content, Pen& pen) {
  Ui& ui = content.context.ui;
  const Store& store = content.context.store;
  const Palette& c = ui.colors();
  const auto paragraph = [&](Color color, std::string_view text) {
    pen.gap(6);
    pen.text(TextStyle::kTiny, color, text);
  };
  const MapModel::Bad& bad = content.model.bad();
  if (bad.places > 0) paragraph(c.danger, ui.count("map.bad.places", bad.places));
  if (bad.spots > 0) paragraph(c.danger, ui.count("map.bad.spots", bad.spots));
  if (bad.countries > 0) paragraph(c.danger, ui.count("map.bad.countries", bad.countries));
  if (!content.note) return;
  paragraph(c.muted, store.cities.note.in(ui.lang));
  const std::string_view fit = fit_text(ui, store);
  if (!fit.empty()) paragraph(c.muted, fit);
}

void MapLegend::put_density(Ui& ui, Pen& pen) {
  const Palette& c = ui.colors();
  pen.text(TextStyle::kSmallStrong, c.text, ui.t("map.density"));
  pen.gap(kRowGap);
  if (pen.drawing()) {
    const float bar = ui.px(90);
    const float left =
        pen.x() + tablero::measure(ui, TextStyle::kSmall, ui.t("map.density.low")).x + ui.px(8);
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
void MapLegend::put_marks(const Content& content, Pen& pen) {
  Ui& ui = content.context.ui;
  const MapModel& model = content.model;
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
  if (!model.counted()) return;
  for (std::size_t i = 0; i < 4; ++i) {
    const Presence p = kMissing[i];
    if (!model.occurs(p)) continue;
    const bool zero = p == Presence::kZero;
    dot(zero || p == Presence::kNoData ? c.primary : c.muted, zero || p == Presence::kNotAsked,
        usual, zero ? ui.count("count.participants", 0) : ui.t(kMissingKeys[i]));
  }
  // A round number whose circle fits the line, under the words that say what an area is.
  const double fits = model.points().max_value() / 12;
  const double power = std::pow(10.0, std::floor(std::log10(std::max(fits, 1.0))));
  const double people = std::max(1.0, std::floor(fits / power) * power);
  pen.text(TextStyle::kSmall, c.muted, ui.t("map.legend.area"));
  pen.gap(kRowGap);
  dot(with_alpha(c.primary, kAlpha[0]), false, model.points().radius_of(people),
      ui.count("count.participants", static_cast<long long>(people)));
}

// The same code measures and draws.
void MapLegend::put(const Content& content, Pen& pen) {
  Ui& ui = content.context.ui;
  // The title is beside the button, or under it if both do not fit.
  const bool density = content.model.points().options().style == PointStyle::kDensity;
  const std::string_view title = ui.t(density ? "map.density" : "map.legend");
  const float side = method_side(ui);
  if (tablero::measure(ui, TextStyle::kSmallStrong, title).x + side > pen.width()) {
    pen.gap(side / ui.px(1));
  }
  if (density) {
    put_density(ui, pen);
  } else {
    put_marks(content, pen);
  }
  content.layers.draw_legend(content.context, pen);
  put_note(content, pen);
}

MapLegend::Layout MapLegend::lay_out(const Content& content, const MapArea& area) {
  Ui& ui = content.context.ui;
  const float width = std::min(ui.px(300), area.size.x - ui.px(100));
  Pen pen(ui, {}, width - 2 * ui.px(kPadding), false);
  put(content, pen);
  const float height = pen.height() + 2 * ui.px(kPadding);
  if (width >= ui.px(kLeastWidth) && height <= area.size.y * kMostHeight) {
    return {{width, height}, false};
  }
  return {{button_width(ui, button_word(ui), Icon::kInfo), ui.control_height()}, true};
}

float MapLegend::measure(ViewContext& context, const MapModel& model, const MapLayers& layers,
                         const MapArea& area) {
  const MapNote wanted = context.state.note;
  note_default_ = !area.stacked(context.ui) && !layers.shading();
  note_shown_ = wanted == MapNote::kAuto ? note_default_ : wanted == MapNote::kShown;
  layout_ = lay_out({context, model, layers, note_shown_}, area);
  if (note_shown_ == note_default_) return layout_.size.y;
  return lay_out({context, model, layers, note_default_}, area).size.y;
}

void MapLegend::draw_folded(const Content& content, ImVec2 min) {
  Ui& ui = content.context.ui;
  const std::string_view name = ui.t("map.legend.button");
  ImGui::SetCursorScreenPos(min);
  // If even the label does not fit, the button shows only its icon.
  if (!begin_dropdown(ui, "legend", button_word(ui), name, Icon::kInfo)) return;
  const float width = std::min(ui.size.x - ui.px(56), ui.px(300));
  Pen pen(ui, ImGui::GetCursorScreenPos(), width, true);
  put(content, pen);
  ImGui::Dummy({width, pen.height()});
  end_dropdown(ui);
}

void MapLegend::draw(const MapScreen& screen, float below) {
  Ui& ui = screen.context.ui;
  const Palette& c = ui.colors();
  const MapArea& area = screen.area;
  const float pad = ui.px(kPadding);
  const ImVec2 min(area.min.x + ui.px(14), area.max().y - layout_.size.y - ui.px(20) - below);
  const ImVec2 max = min + layout_.size;
  screen.covers.rects[MapCovers::kLegend] = to_rect(min, max);
  if (layout_.folded) {
    draw_folded({screen.context, screen.model, screen.layers, true}, min);
    return;
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, with_alpha(c.surface, 0.94f), ui.px(10));
  list->AddRect(min, max, c.hairline, ui.px(10));
  draw_note_button(screen, {max.x, min.y});
  Pen pen(ui, min + ImVec2(pad, pad), layout_.size.x - 2 * pad, true);
  put({screen.context, screen.model, screen.layers, note_shown_}, pen);
}

// Where the positions come from: the button for the note on the method.
void MapLegend::draw_note_button(const MapScreen& screen, ImVec2 corner) const {
  Ui& ui = screen.context.ui;
  const Palette& c = ui.colors();
  const float side = method_side(ui);
  NodeDetail detail;
  detail.state = note_shown_ ? kStateExpanded : kStateCollapsed;
  const Press press =
      pressable_at(ui, "method", {corner.x - side, corner.y}, {corner.x, corner.y + side},
                   Role::kButton, ui.t("map.note"), detail);
  draw_icon(ImGui::GetWindowDrawList(), Icon::kInfo, (press.min + press.max) * 0.5f, ui.px(15),
            press.hovered ? c.primary : c.muted);
  focus_ring(ui, press, ui.px(8));
  if (press.hovered) tooltip(ui, ui.t("map.note"));
  if (!press.pressed) return;
  // The link says it only where it differs from what the screen has room for.
  const bool shown = !note_shown_;
  screen.context.state.note = shown == note_default_ ? MapNote::kAuto
                              : shown                ? MapNote::kShown
                                                     : MapNote::kHidden;
  ui.animate();
}

}  // namespace tablero
