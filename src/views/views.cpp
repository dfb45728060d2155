#include "views/views.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "ui/widgets.h"
#include "views/shell.h"
#include "views/tabs.h"

namespace tablero {
namespace {

// Heights reported to the host: tabs that fill any height request the first, longer lists at most
// the second, because a canvas has a maximum size.
constexpr float kFillHeight = 760, kMostHeight = 2000;  // design pixels

void draw_notice(Ui& ui) {
  if (ui.now >= ui.notice_until || ui.picture_in > 0) return;
  const ImVec2 size = measure(ui, TextStyle::kBody, ui.notice_text);
  const ImVec2 pad(ui.px(16), ui.px(10));
  const ImVec2 min((ui.size.x - size.x) * 0.5f - pad.x, ui.size.y - size.y - 2 * pad.y - ui.px(20));
  const ImVec2 max = min + size + pad * 2.0f;
  ImDrawList* list = ImGui::GetForegroundDrawList();
  list->AddRectFilled(min, max, ui.colors().text, ui.px(8));
  draw_text(ui, list, min + pad, TextStyle::kBody, ui.colors().background, ui.notice_text);
  ui.repaint_after(ui.notice_until - ui.now);
}

}  // namespace

Views::Views() {
  for (std::size_t i = 0; i < kTabCount; ++i) tabs_[i] = tab_of(static_cast<View>(i)).make();
}

void Views::prepare(Platform& platform, View view) { tab(view).prepare(platform); }

void Views::context_lost() {
  for (const std::unique_ptr<TabView>& tab : tabs_) tab->context_lost();
}

void Views::state_given() {
  for (const std::unique_ptr<TabView>& tab : tabs_) tab->state_given();
}

void Views::draw(ViewContext& context) {
  Ui& ui = context.ui;
  ui.key_claim = false;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ui.size);
  ImGui::Begin("tablero", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  ui.panel_node = ui_id("panel");
  draw_top_bar(context);
  const View view = context.state.view;
  TabView& open = tab(view);
  draw_filter_bar(context, open);

  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size(ui.size.x, std::max(ui.size.y - start.y, 1.0f));
  const Page page = tab_of(view).page;
  const bool full_bleed = page == Page::kFullBleed;
  // Limited line length on wide screens: the content has a maximum width and is centered.
  const float spare = (size.x - ui.px(ui.theme.metrics.content_max)) * 0.5f;
  const float pad = full_bleed ? 0 : std::max(ui.page_padding(), spare);
  NodeDetail panel;
  panel.value_now = height_;  // a host may resize the element to it, see web/mirror.js
  ui.sem.push(ui.panel_node, Role::kTabPanel, ui.t(tab_of(view).key), to_rect(start, start + size),
              panel);
  panel_ = to_rect(start, start + size);
  if (scroll_to_ >= 0) ImGui::SetNextWindowScroll({-1, scroll_to_});
  scroll_to_ = -1;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, full_bleed ? 0 : ui.px(20)));
  // Each tab scrolls separately and keeps its scroll position.
  ImGui::BeginChild(ui_id(tab_of(view).key), size, ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                        (keep_scrollbar_ ? ImGuiWindowFlags_AlwaysVerticalScrollbar : 0));
  ImGui::PopStyleVar();
  has_scrollbar_ = ImGui::GetCurrentWindow()->ScrollbarY;
  ui.sem.set_open_scroll(ImGui::GetScrollY());
  height_ = 0;
  if (draw_loading_state(context)) {
    open.draw(context);
    height_ = page == Page::kScrolls
                  ? std::min(start.y + ImGui::GetCursorPosY() + ui.px(20), ui.px(kMostHeight))
                  : ui.px(kFillHeight);
  } else {
    open.wait(ui);
  }
  ImGui::EndChild();
  ui.sem.pop();
  draw_notice(ui);
  ImGui::End();
}

}  // namespace tablero
