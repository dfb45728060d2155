// Loading, failed and empty states of a tab.
#include <imgui.h>

#include <algorithm>

#include "ui/widgets.h"
#include "views/shell.h"
#include "views/tabs.h"

namespace tablero {
namespace {

void draw_skeleton(Ui& ui) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const Color grey = ui.colors().raised;
  const float radius = ui.px(ui.theme.metrics.radius_small);
  float y = start.y;
  list->AddRectFilled({start.x, y}, {start.x + width * 0.35f, y + ui.px(26)}, grey, radius);
  y += ui.px(50);
  const int columns = ui.narrow() ? 2 : 4;
  const float gap = ui.px(16);
  const float card = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (int i = 0; i < columns; ++i) {
    const float x = start.x + static_cast<float>(i) * (card + gap);
    list->AddRectFilled({x, y}, {x + card, y + ui.px(110)}, grey, ui.px(ui.theme.metrics.radius));
  }
  y += ui.px(134);
  list->AddRectFilled({start.x, y}, {start.x + width, y + ui.px(260)}, grey,
                      ui.px(ui.theme.metrics.radius));
  NodeDetail detail;
  detail.state = kStateBusy | kStateLive;
  ui.sem.add(ui_id("loading"), Role::kStatus, ui.t("state.loading"),
             {start.x, start.y, width, ui.px(394)}, detail);
  ImGui::Dummy({width, ui.px(394)});
}

}  // namespace

bool draw_loading_state(ViewContext& context) {
  Ui& ui = context.ui;
  const std::span<const FileId> files = tab_of(context.state.view).files;
  const Fault* fault = context.store.first_fault(files);
  if (fault == nullptr) {
    if (context.store.ready(files)) return true;
    draw_skeleton(ui);
    return false;
  }
  begin_card(ui, "fault", std::min(ImGui::GetContentRegionAvail().x, ui.px(640)));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  draw_icon(list, Icon::kWarning, {pos.x + ui.px(10), pos.y + ui.px(12)}, ui.px(18),
            ui.colors().danger);
  ImGui::Indent(ui.px(32));
  NodeDetail detail;
  const std::string_view title = ui.t("state.failed", {{"file", fault->file}});
  ui.sem.push(ui_id("alert"), Role::kAlert, title, {}, detail);
  heading(ui, TextStyle::kHeading, 2, title);
  label(ui, TextStyle::kBody, ui.colors().muted, ui.t("state.failed.others"));
  space(ui, 4);
  label(ui, TextStyle::kSmall, ui.colors().text, ui.text.keep(fault->line()));
  ui.sem.set_open_rect(to_rect(pos, ImGui::GetItemRectMax()));
  ui.sem.pop();
  space(ui, 8);
  if (button(ui, "retry", ui.t("state.retry"), ButtonKind::kPrimary)) context.retry = true;
  ImGui::Unindent(ui.px(32));
  end_card(ui);
  return false;
}

void draw_empty_state(ViewContext& context) {
  Ui& ui = context.ui;
  space(ui, 24);
  heading(ui, TextStyle::kHeading, 2, ui.t("state.empty"));
  label(ui, TextStyle::kBody, ui.colors().muted, ui.t("state.empty.hint"));
  space(ui, 8);
  if (button(ui, "empty-clear", ui.t("filter.clear_all"), ButtonKind::kPrimary)) {
    clear_filters(context.state);
  }
}

}  // namespace tablero
