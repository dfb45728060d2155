// Loading, failed and empty states of a tab.
#include <imgui.h>

#include <algorithm>

#include "ui/widgets.h"
#include "views/late.h"
#include "views/shell.h"
#include "views/tabs.h"

namespace tablero {
namespace {

// Seconds until it is shown that nothing has come.
constexpr double kMostPatience = 6;

bool settled(const Store& store, std::span<const FileId> files) {
  return std::all_of(files.begin(), files.end(), [&](FileId id) {
    return store.ready(id) || store.status(id) == FileStatus::kFailed;
  });
}

// Whether a tab can be drawn, with all of its files or without some that are not needed.
bool opens(const Store& store, const Tab& tab, double waited) {
  return store.ready(tab.files.first(tab.needed)) &&
         (waited >= kPatience || settled(store, tab.files));
}

void draw_skeleton(Ui& ui, std::string_view text) {
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
  ui.sem.add(ui_id("loading"), Role::kStatus, text, {start.x, start.y, width, ui.px(394)}, detail);
  ImGui::Dummy({width, ui.px(394)});
}

}  // namespace

bool is_shown(const Store& store, const Tab& tab, double waited) {
  return store.first_fault(tab.files.first(tab.needed)) != nullptr || waited >= kMostPatience ||
         opens(store, tab, waited);
}

bool draw_loading_state(ViewContext& context) {
  Ui& ui = context.ui;
  const Store& store = context.store;
  const Tab& tab = tab_of(context.state.view);
  const std::span<const FileId> needed = tab.files.first(tab.needed);
  if (const Fault* fault = store.first_fault(needed); fault != nullptr) {
    say_late(context, late_file(context, fault->file, fault));
    return false;
  }
  if (!opens(store, tab, context.waited)) {
    const double waited = context.waited;
    if (waited < kMostPatience) {
      ui.repaint_after((waited < kPatience ? kPatience : kMostPatience) - waited);
    }
    std::string_view text = ui.t("state.loading");
    for (const FileId file : needed) {
      if (waited < kPatience || store.ready(file)) continue;
      text = ui.t("state.loading.file", {{"file", late_file(context, file).path}});
    }
    draw_skeleton(ui, text);
    return false;
  }
  return true;
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
