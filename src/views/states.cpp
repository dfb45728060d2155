// Loading, failed and empty states of a tab.
#include <imgui.h>

#include <algorithm>

#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/shell.h"
#include "views/tabs.h"

namespace tablero {
namespace {

// Seconds until a tab opens with what has come, and until it is shown that nothing has.
constexpr double kPatience = 2, kMostPatience = 6;

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

std::string_view loading_text(Ui& ui, FileId file) {
  return ui.t("state.loading.file", {{"file", ui.text.join({"data/", file_path(file)})}});
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

// What failed and why, with a retry.
void draw_fault(ViewContext& context, const Fault& fault) {
  Ui& ui = context.ui;
  ImGui::PushID(fault.file.c_str());
  begin_card(ui, "fault", std::min(ImGui::GetContentRegionAvail().x, ui.px(640)));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  draw_icon(list, Icon::kWarning, {pos.x + ui.px(10), pos.y + ui.px(12)}, ui.px(18),
            ui.colors().danger);
  ImGui::Indent(ui.px(32));
  NodeDetail detail;
  const std::string_view title = ui.t("state.failed", {{"file", fault.file}});
  ui.sem.push(ui_id("alert"), Role::kAlert, title, {}, detail);
  heading(ui, TextStyle::kHeading, 2, title);
  label(ui, TextStyle::kBody, ui.colors().muted, ui.t("state.failed.others"));
  space(ui, 4);
  label(ui, TextStyle::kSmall, ui.colors().text, ui.text.keep(fault.line()));
  ui.sem.set_open_rect(to_rect(pos, ImGui::GetItemRectMax()));
  ui.sem.pop();
  space(ui, 8);
  if (button(ui, "retry", ui.t("state.retry"), ButtonKind::kPrimary)) context.retry = true;
  ImGui::Unindent(ui.px(32));
  end_card(ui);
  ImGui::PopID();
}

// A file that is not ready, where it is missing.
void draw_missing(ViewContext& context, FileId file) {
  Ui& ui = context.ui;
  if (context.store.status(file) == FileStatus::kFailed) {
    draw_fault(context, context.store.fault(file));
    return;
  }
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const std::string_view text = loading_text(ui, file);
  draw_text(ui, ImGui::GetWindowDrawList(), start, TextStyle::kBody, ui.colors().muted, text);
  const ImVec2 size = measure(ui, TextStyle::kBody, text);
  ImGui::Dummy(size);
  NodeDetail detail;
  detail.state = kStateBusy | kStateLive;
  ui.sem.add(ui_id(file_path(file)), Role::kStatus, text, to_rect(start, start + size), detail);
}

}  // namespace

bool is_shown(const Store& store, const Tab& tab, double waited) {
  return store.first_fault(tab.files.first(tab.needed)) != nullptr || waited >= kMostPatience ||
         opens(store, tab, waited);
}

bool part_ready(ViewContext& context, std::string_view title, FileId file) {
  if (context.store.ready(file)) return true;
  section_heading(context.ui, title);
  draw_missing(context, file);
  return false;
}

bool draw_loading_state(ViewContext& context) {
  Ui& ui = context.ui;
  const Store& store = context.store;
  const Tab& tab = tab_of(context.state.view);
  const std::span<const FileId> needed = tab.files.first(tab.needed);
  if (const Fault* fault = store.first_fault(needed); fault != nullptr) {
    draw_fault(context, *fault);
    return false;
  }
  if (!opens(store, tab, context.waited)) {
    const double waited = context.waited;
    if (waited < kMostPatience) {
      ui.repaint_after((waited < kPatience ? kPatience : kMostPatience) - waited);
    }
    std::string_view text = ui.t("state.loading");
    for (const FileId file : needed) {
      if (waited >= kPatience && !store.ready(file)) text = loading_text(ui, file);
    }
    draw_skeleton(ui, text);
    return false;
  }
  for (const FileId file : tab.files.subspan(tab.needed + tab.placed)) {
    if (!store.ready(file)) draw_missing(context, file);
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
