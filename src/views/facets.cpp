#include "views/facets.h"

#include <algorithm>

#include "ui/widgets.h"

namespace tablero {

void draw_facet_menu(ViewContext& context, Facet facet, Flow& flow) {
  Ui& ui = context.ui;
  const std::string_view name = ui.t(ui.text.join({"facet.", facet_name(facet)}));
  const std::size_t chosen = facet_values(context.state, facet).size();
  const std::string_view summary =
      chosen == 0 ? name
                  : ui.text.join({name, " (", ui.text.number(static_cast<long long>(chosen)), ")"});
  flow.next(measure(ui, TextStyle::kBody, summary).x + ui.px(48));
  if (!begin_dropdown(ui, facet_name(facet), summary, name)) return;
  const float width = std::min(ui.size.x - ui.px(56), ui.px(340));
  for (const Selection::Choice& choice : context.selection.choices(facet)) {
    const bool on = has_facet(context.state, facet, choice.value);
    if (check_row(ui, choice.value, facet_label(ui, facet, choice.value), on, width,
                  ui.number(choice.count, 0))) {
      toggle_facet(context.state, facet, choice.value);
      // All selected means no filter, so that records without a word stay.
      if (facet_values(context.state, facet).size() == context.selection.choices(facet).size()) {
        context.state.facets[static_cast<std::size_t>(facet)].clear();
      }
    }
  }
  end_dropdown(ui);
}

}  // namespace tablero
