#include "charts/sentence.h"

#include <array>

namespace tablero {

Bar count_bar(Ui& ui, std::size_t index, std::string_view label, double count) {
  Bar bar;
  bar.id = static_cast<std::uint32_t>(index) + 1;
  bar.label = label;
  bar.value = {count, count == 0 ? Presence::kZero : Presence::kValue};
  bar.figure = ui.number(count, 0);
  bar.name = ui.text.join({label, ": ", bar.figure});
  return bar;
}

std::string_view chart_sentence(Ui& ui, std::string_view title, std::span<const Bar> marks) {
  constexpr std::size_t kTold = 3;
  std::array<const Bar*, kTold> top{};
  const Bar* least = nullptr;
  long long missing = 0;
  for (const Bar& mark : marks) {
    if (!mark.value.known()) {
      ++missing;
      continue;
    }
    if (least == nullptr || mark.value.value < least->value.value) least = &mark;
    const Bar* carried = &mark;
    for (const Bar*& place : top) {
      if (place == nullptr || carried->value.value > place->value.value) std::swap(place, carried);
      if (carried == nullptr) break;
    }
  }
  std::string_view told = ui.text.join({title, ". "});
  if (least == nullptr) return ui.text.join({told, ui.t("missing.no_data"), "."});
  told =
      ui.text.join({told, ui.t("chart.range", {{"min", least->figure}, {"max", top[0]->figure}})});
  std::string_view list;
  for (const Bar* mark : top) {
    if (mark == nullptr) break;
    list = ui.text.join({list, list.empty() ? "" : "; ", mark->label, ", ", mark->figure});
  }
  told = ui.text.join({told, " ", ui.t("chart.largest", {{"list", list}})});
  if (missing == 0) return told;
  return ui.text.join({told, " ", ui.count("chart.missing", missing)});
}

}  // namespace tablero
