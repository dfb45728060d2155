#include "charts/histogram.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"
#include "charts/bar_chart.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct Plot {
  float base, height, slot;
  int top;
};

void draw_bin(Ui& ui, ImDrawList* list, const Plot& plot, const Press& press, int count,
              bool missing, std::string_view label) {
  const Palette& c = ui.colors();
  const float top =
      plot.base - plot.height * static_cast<float>(count) / static_cast<float>(plot.top);
  const ImVec2 min(std::round(press.min.x) + 1, top), max(std::round(press.max.x), plot.base);
  if (missing) {
    draw_hatch(list, min, max, c.hairline, ui.px(7));
  } else if (count > 0) {
    list->AddRectFilled(min, max, press.hovered ? mix(c.primary, c.text, 0.12f) : c.primary);
  }
  const float center = (press.min.x + press.max.x) * 0.5f;
  const std::string_view figure = ui.number(count, 0);
  const float width = measure(ui, TextStyle::kSmallStrong, figure).x;
  draw_text(ui, list, {center - width * 0.5f, top - ui.line_height(TextStyle::kSmall)},
            TextStyle::kSmallStrong, count > 0 ? c.text : c.muted, figure);
  const float label_width = std::min(measure(ui, TextStyle::kSmall, label).x, plot.slot);
  draw_text_cut(ui, list, {center - label_width * 0.5f, plot.base + ui.px(7)}, TextStyle::kSmall,
                c.muted, label, plot.slot);
  focus_ring(ui, press, ui.px(3));
}

}  // namespace

Bins bin_values(std::span<const double> values, int wanted, bool whole) {
  Bins bins;
  double low = 1e300, high = -1e300;
  for (const double v : values) {
    if (std::isnan(v)) continue;
    low = std::min(low, v);
    high = std::max(high, v);
  }
  for (const double v : values) bins.missing += std::isnan(v) ? 1 : 0;
  if (low > high) return bins;
  wanted = std::clamp(wanted, 2, kMaxBins);
  // Bin widths are the round steps of an axis; tries coarser ones until there are few enough bins.
  for (int ticks = std::min(wanted, kMaxTicks - 1); ticks >= 2; --ticks) {
    bins.width = nice_ticks(low, high, ticks).step;
    if (whole) bins.width = std::max(std::ceil(bins.width), 1.0);
    bins.first = std::floor(low / bins.width) * bins.width;
    bins.count = static_cast<int>(std::floor((high - bins.first) / bins.width)) + 1;
    if (bins.count <= wanted) break;
  }
  bins.count = std::min(bins.count, kMaxBins);
  for (const double v : values) {
    if (std::isnan(v)) continue;
    const int bin = static_cast<int>(std::floor((v - bins.first) / bins.width));
    ++bins.values[std::clamp(bin, 0, bins.count - 1)];
  }
  return bins;
}

void draw_histogram(Ui& ui, const Histogram& chart) {
  const Bins& bins = *chart.bins;
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = ui.px(chart.height);
  // The bin of missing values stands a little apart.
  const float apart = bins.missing > 0 ? ui.px(18) : 0;
  const int slots = bins.count + (bins.missing > 0 ? 1 : 0);
  Plot plot{pos.y + height - ui.px(30), height - ui.px(58), 0, std::max(bins.missing, 1)};
  for (int i = 0; i < bins.count; ++i) plot.top = std::max(plot.top, bins.values[i]);
  plot.slot = std::min((width - apart) / static_cast<float>(std::max(slots, 1)), ui.px(90));
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name, {pos.x, pos.y, width, height});
  list->AddLine({pos.x, plot.base},
                {pos.x + plot.slot * static_cast<float>(slots) + apart, plot.base},
                ui.colors().outline);
  for (int i = 0; i < slots; ++i) {
    const bool missing = i == bins.count;
    const int count = missing ? bins.missing : bins.values[i];
    const double from = bins.first + bins.width * i;
    std::string_view label = ui.number(from, 0);
    if (bins.width > 1) {
      label = ui.text.join({label, "–", ui.number(from + bins.width - 1, 0)});
    }
    if (missing) label = ui.t("missing.no_data");
    const std::string_view name =
        ui.text.join({missing ? label : ui.t(chart.value_key, {{"n", label}}), ": ",
                      ui.count(chart.unit_key, count)});
    const float x = pos.x + plot.slot * static_cast<float>(i) + (missing ? apart : 0);
    ImGui::PushID(i);
    const Press press =
        pressable_at(ui, "bin", {x, pos.y}, {x + plot.slot, pos.y + height}, Role::kButton, name);
    ImGui::PopID();
    if (press.visible) draw_bin(ui, list, plot, press, count, missing, label);
    if (press.hovered) tooltip(ui, name);
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({width, height});
}

}  // namespace tablero
