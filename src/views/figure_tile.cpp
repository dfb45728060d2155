#include "views/figure_tile.h"

#include <imgui.h>

#include "model/figure_names.h"
#include "ui/widgets.h"

namespace tablero {

void show_source(ViewContext& context, std::string_view claim_id) {
  clear_filters(context.state);
  context.state.view = View::kFuentes;
  context.state.q.assign(claim_id);
}

float draw_figure_tile(ViewContext& context, const Claim& claim, std::string_view label_text,
                       float width) {
  Ui& ui = context.ui;
  const float pad = ui.px(ui.theme.metrics.card_padding);
  const std::string_view figure =
      format_amount_short(ui.text, ui.strings, ui.lang, claim.value, claim.qualifier);
  const ImVec2 label_size = measure(ui, TextStyle::kSmall, label_text, width - 2 * pad);
  // Leaves room for the source icon beside the figure.
  const float room = width - 2 * pad - ui.px(14);
  const TextStyle style =
      measure(ui, TextStyle::kFigure, figure).x <= room
          ? TextStyle::kFigure
          : (measure(ui, TextStyle::kTitle, figure).x <= room ? TextStyle::kTitle
                                                              : TextStyle::kHeading);
  const float line = ui.font_size(TextStyle::kFigure) * 1.15f;
  const float height = pad * 2 + line + ui.px(4) + label_size.y;
  const std::string_view name =
      ui.text.join({claim_sentence(ui, claim), ". ", ui.t("figure.see_source")});
  const Press press = pressable(ui, claim.id, {width, height}, Role::kButton, name);
  if (!press.visible) {
    if (press.pressed) show_source(context, claim.id);
    return height;
  }
  const Palette& c = ui.colors();
  const Color lit = mix(c.tile, kWhite, press.hovered ? 0.08f : 0.0f);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(press.min, press.max, lit, ui.px(12));
  draw_text(ui, list,
            {press.min.x + pad, press.min.y + pad + (line - ui.font_size(style) * 1.15f) * 0.6f},
            style, kWhite, figure);
  draw_text(ui, list, {press.min.x + pad, press.min.y + pad + line + ui.px(4)}, TextStyle::kSmall,
            kPale, label_text, width - 2 * pad);
  draw_icon(list, Icon::kSource, {press.max.x - ui.px(20), press.min.y + ui.px(20)}, ui.px(14),
            press.hovered ? kWhite : c.tile_icon);
  focus_ring(ui, press, ui.px(12));
  if (press.hovered) {
    begin_tooltip(ui);
    label(ui, TextStyle::kSmallStrong, ui.colors().text, claim_sentence(ui, claim), ui.px(260));
    if (!claim.sources.empty()) {
      const Source* source = context.store.sources.find(claim.sources.front());
      if (source != nullptr) {
        label(ui, TextStyle::kTiny, ui.colors().muted, source->title, ui.px(260));
      }
    }
    label(ui, TextStyle::kTiny, ui.colors().muted, ui.t("figure.see_source"), ui.px(260));
    end_tooltip(ui);
  }
  if (press.pressed) show_source(context, claim.id);
  return height;
}

}  // namespace tablero
