#include <imgui.h>

#include <algorithm>

#include "base/text.h"
#include "ui/widgets.h"
#include "views/help_sheet.h"
#include "views/late.h"
#include "views/shell.h"
#include "views/tabs.h"

namespace tablero {
namespace {

// Draws the name within `room` CSS pixels: logo and wordmark, the logo alone, or (very large text
// on a phone) only the node for screen readers.
void draw_name(ViewContext& context, float room) {
  Ui& ui = context.ui;
  const float height = ui.px(48);
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float mark = ui.px(22);
  const float full = mark + ui.px(10) + measure(ui, TextStyle::kStrong, "Tablero").x;
  const float width = full <= room ? full : (mark <= room ? mark : 0);
  ui.sem.add(ui_id("name"), Role::kHeading, ui.t("app.title"),
             to_rect(pos, pos + ImVec2(width, height)),
             {.value = {},
              .state = 0,
              .position = 0,
              .set_size = 0,
              .level = 1,
              .controls = 0,
              .value_now = 0});
  ImGui::Dummy({width, height});
  if (width == 0) return;
  const float top = pos.y + (height - mark) * 0.5f;
  // The logo: three bars of a chart on the accent color.
  list->AddRectFilled({pos.x, top}, {pos.x + mark, top + mark}, ui.colors().accent,
                      ui.px(ui.theme.metrics.radius_small));
  const float bar = ui.px(3);
  const float heights[] = {0.35f, 0.6f, 0.8f};
  for (int i = 0; i < 3; ++i) {
    const float x = pos.x + ui.px(5) + static_cast<float>(i) * (bar + ui.px(1.6f));
    list->AddRectFilled({x, top + mark - ui.px(4) - heights[i] * ui.px(14)},
                        {x + bar, top + mark - ui.px(4)}, ui.colors().on_accent);
  }
  const float x = pos.x + mark + ui.px(10);
  if (width < full) return;
  draw_text(ui, list, {x, pos.y + (height - ui.font_size(TextStyle::kStrong)) * 0.5f},
            TextStyle::kStrong, ui.colors().text, "Tablero");
}

float tabs_width(const Ui& ui) {
  float width = 0;
  for (std::size_t i = 0; i < kTabCount; ++i) {
    width += tab_width(ui, ui.t(tab_of(static_cast<View>(i)).key));
  }
  return width;
}

void draw_tabs(ViewContext& context) {
  Ui& ui = context.ui;
  ui.sem.push(ui_id("tabs"), Role::kTabList, ui.t("tabs.name"), {});
  const ImVec2 start = ImGui::GetCursorScreenPos();
  constexpr int kCount = static_cast<int>(kTabCount);
  for (int i = 0; i < kCount; ++i) {
    if (i > 0) ImGui::SameLine(0, 0);
    const auto view = static_cast<View>(i);
    const bool selected = context.state.view == view;
    if (tab(ui, tab_of(view).key, ui.t(tab_of(view).key), selected, i + 1, kCount)) {
      context.state.view = view;
    }
    // In a row that scrolls sideways the open tab is scrolled into view once.
    int* shown = ImGui::GetStateStorage()->GetIntRef(ui_id("shown"), -1);
    if (selected && *shown != i) {
      *shown = i;
      ImGui::SetScrollHereX(0.5f);
    }
  }
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
}

// "ES": the tag of the language in capitals.
std::string brief_name(const ViewContext& context) {
  std::string brief = context.state.lang;
  for (char& c : brief) c = to_upper(c);
  return brief;
}

void draw_language(ViewContext& context) {
  Ui& ui = context.ui;
  const std::string current = context.state.lang;
  if (!begin_dropdown(ui, "language", brief_name(context), ui.t("language.name"))) return;
  bool listed = false;
  const auto offer = [&](const std::string& tag, std::string_view name) {
    listed = listed || tag == current;
    if (!check_row(ui, tag, name, tag == current, ui.px(170))) return;
    context.state.lang = tag;
    ImGui::CloseCurrentPopup();
  };
  if (context.languages != nullptr) {
    for (const auto& [tag, name] : context.languages->pairs()) offer(tag, name);
  }
  if (!listed) offer(current, ui.t("locale.name"));
  if (context.languages_failed) {
    Flow line(ui, 8);
    say_late_in_line(context, {"languages.json", true, {}}, line);
  }
  end_dropdown(ui);
}

void draw_tools(ViewContext& context) {
  Ui& ui = context.ui;
  draw_language(context);
  ImGui::SameLine(0, ui.px(4));
  ViewState& state = context.state;
  constexpr Icon kIcons[] = {Icon::kAuto, Icon::kSun, Icon::kMoon};
  const auto theme = static_cast<std::size_t>(state.theme);
  if (icon_button(ui, "theme", kIcons[theme],
                  ui.t(ui.text.join({"theme.", theme_name(state.theme)})))) {
    state.theme = static_cast<ThemeChoice>((theme + 1) % 3);
  }
  ImGui::SameLine(0, ui.px(4));
  if (icon_button(ui, "share", Icon::kShare, ui.t("share.copy_link"))) {
    const std::string query = to_query(state);
    if (ui.platform.can_share()) {
      ui.platform.share(ui.t("app.title"), query);
    } else {
      ui.platform.copy_text(ui.platform.link_for(query));
      ui.show_notice(ui.t("share.copied"));
    }
  }
}

float tools_width(const ViewContext& context) {
  const Ui& ui = context.ui;
  return ui.control_height() * 2 + ui.px(8) + measure(ui, TextStyle::kBody, brief_name(context)).x +
         ui.px(48);
}

}  // namespace

void draw_top_bar(ViewContext& context) {
  Ui& ui = context.ui;
  const float pad = ui.page_padding();
  const float name_width = ui.px(32) + measure(ui, TextStyle::kStrong, "Tablero").x;
  const float help = help_width(ui) + ui.px(4);
  const float tools = tools_width(context);
  const bool one_row =
      ui.size.x >= name_width + tabs_width(ui) + tools + help + 2 * pad + ui.px(48);
  const float row = ui.px(48);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float tools_x = std::max(ui.size.x - pad - tools - (one_row ? help : 0), 0.0f);
  const float tools_y = start.y + (row - ui.control_height()) * 0.5f;

  ImGui::SetCursorScreenPos({pad, start.y});
  draw_name(context, tools_x - pad - ui.px(8));
  if (one_row) {
    ImGui::SetCursorScreenPos({pad + name_width + ui.px(24), start.y});
    draw_tabs(context);
    ImGui::SetCursorScreenPos({tools_x, tools_y});
    draw_tools(context);
    ImGui::SameLine(0, ui.px(4));
    draw_help(ui);
  } else {
    ImGui::SetCursorScreenPos({tools_x, tools_y});
    draw_tools(context);
    // Narrow: the tabs get their own row that scrolls sideways, with the help button at its end.
    ImGui::SetCursorScreenPos({pad - ui.px(12), start.y + row});
    ImGui::BeginChild("tabs", {ui.size.x - 2 * pad + ui.px(12) - help, row}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    draw_tabs(context);
    ImGui::PopStyleVar();
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({ui.size.x - pad - help + ui.px(4), tools_y + row});
    draw_help(ui);
  }
  const float bottom = start.y + (one_row ? row : 2 * row);
  ImGui::GetWindowDrawList()->AddLine({0, bottom - 0.5f}, {ui.size.x, bottom - 0.5f},
                                      ui.colors().hairline);
  ImGui::SetCursorScreenPos({0, bottom});
}

}  // namespace tablero
