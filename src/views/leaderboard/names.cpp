#include "views/leaderboard/names.h"

#include <algorithm>

namespace tablero {

std::string_view fitted(Ui& ui, TextStyle style, std::string_view text, float width) {
  if (measure(ui, style, text).x <= width) return text;
  const float room = std::max(width - measure(ui, style, "…").x, 1.0f);
  const char* rest = text.data();
  ui.font(style)->CalcTextSizeA(ui.font_size(style), room, 0.0f, text.data(),
                                text.data() + text.size(), &rest);
  return ui.text.join({text.substr(0, static_cast<std::size_t>(rest - text.data())), "…"});
}

bool is_compared(const ViewState& state, std::string_view model) {
  return std::find(state.models.begin(), state.models.end(), model) != state.models.end();
}

void toggle_compared(ViewContext& context, const std::string& model) {
  List<std::string>& models = context.state.models;
  const auto at = std::find(models.begin(), models.end(), model);
  if (at != models.end()) {
    models.erase(at);
  } else if (models.size() >= kMaxCompared) {
    context.ui.show_notice(context.ui.t("leaderboard.compare.full"));
  } else {
    models.push_back(model);
  }
}

}  // namespace tablero
