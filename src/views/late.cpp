#include "views/late.h"

#include <imgui.h>

#include <algorithm>

#include "map/base_map.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"

namespace tablero {
namespace {

std::string_view loading_text(Ui& ui, const Late& late) {
  return ui.t("state.loading.file", {{"file", late.path}});
}

std::string_view failed_text(Ui& ui, const Late& late) {
  return ui.t("state.failed", {{"file", late.path}});
}

// What failed and why, with a retry.
void draw_fault(ViewContext& context, const Late& late) {
  Ui& ui = context.ui;
  ImGui::PushID(late.path.data(), late.path.data() + late.path.size());
  begin_card(ui, "fault", std::min(ImGui::GetContentRegionAvail().x, ui.px(640)));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  draw_icon(list, Icon::kWarning, {pos.x + ui.px(10), pos.y + ui.px(12)}, ui.px(18),
            ui.colors().danger);
  ImGui::Indent(ui.px(32));
  NodeDetail detail;
  const std::string_view title = failed_text(ui, late);
  ui.sem.push(ui_id("alert"), Role::kAlert, title, {}, detail);
  heading(ui, TextStyle::kHeading, 2, title);
  label(ui, TextStyle::kBody, ui.colors().muted, ui.t("state.failed.others"));
  space(ui, 4);
  label(ui, TextStyle::kSmall, ui.colors().text, late.why);
  ui.sem.set_open_rect(to_rect(pos, ImGui::GetItemRectMax()));
  ui.sem.pop();
  space(ui, 8);
  if (button(ui, "retry", ui.t("state.retry"), ButtonKind::kPrimary)) context.retry = true;
  ImGui::Unindent(ui.px(32));
  end_card(ui);
  ImGui::PopID();
}

// One line of text as a node of its own, in the middle of at least `height`.
void draw_line(Ui& ui, const Late& late, TextStyle style, std::string_view text, float height) {
  const ImVec2 text_size = measure(ui, style, text);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size(text_size.x, std::max(text_size.y, height));
  const Color color = late.failed ? ui.colors().danger : ui.colors().muted;
  draw_text(ui, ImGui::GetWindowDrawList(), start + ImVec2(0, (size.y - text_size.y) * 0.5f), style,
            color, text);
  ImGui::Dummy(size);
  NodeDetail detail;
  if (!late.failed) detail.state = kStateBusy | kStateLive;
  const std::string_view name = late.why.empty() ? text : ui.text.join({text, ": ", late.why});
  ui.sem.add(ui_id(late.path), late.failed ? Role::kAlert : Role::kStatus, name,
             to_rect(start, start + size), detail);
  if (!late.why.empty() && ImGui::IsItemHovered()) tooltip(ui, late.why);
}

bool waited_enough(ViewContext& context) {
  if (context.waited >= kPatience) return true;
  context.ui.repaint_after(kPatience - context.waited);
  return false;
}

}  // namespace

Late late_file(ViewContext& context, std::string_view path, const Fault* fault) {
  TextArena& text = context.ui.text;
  if (fault == nullptr) return {path, false, {}};
  return {text.keep(fault->file), true, text.keep(fault->line())};
}

Late late_file(ViewContext& context, FileId file) {
  const bool failed = context.store.status(file) == FileStatus::kFailed;
  return late_file(context, context.ui.text.join({"data/", file_path(file)}),
                   failed ? &context.store.fault(file) : nullptr);
}

bool is_late(ViewContext& context, FileId file) {
  const FileStatus status = context.store.status(file);
  return status == FileStatus::kFailed ||
         (status == FileStatus::kLoading && waited_enough(context));
}

bool is_base_map_late(ViewContext& context, Late* late) {
  if (context.maps[0].generation != 0) return false;
  if (context.map_fault == nullptr && !waited_enough(context)) return false;
  *late = late_file(context, kBaseMapFiles[0], context.map_fault);
  return true;
}

void say_late(ViewContext& context, const Late& late) {
  if (late.failed) {
    draw_fault(context, late);
  } else {
    draw_line(context.ui, late, TextStyle::kBody, loading_text(context.ui, late), 0);
  }
}

void say_late_in_line(ViewContext& context, const Late& late, Flow& line) {
  Ui& ui = context.ui;
  const std::string_view text = late.failed ? failed_text(ui, late) : loading_text(ui, late);
  ImGui::PushID(late.path.data(), late.path.data() + late.path.size());
  line.next(measure(ui, TextStyle::kSmall, text).x);
  draw_line(ui, late, TextStyle::kSmall, text, ui.control_height());
  if (late.failed) {
    const std::string_view retry = ui.t("state.retry");
    const ImVec2 size = measure(ui, TextStyle::kSmall, retry);
    line.next(size.x);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (ui.control_height() - size.y) * 0.5f);
    if (text_button(ui, "retry", retry)) context.retry = true;
  }
  ImGui::PopID();
}

bool file_ready(ViewContext& context, FileId file) {
  if (context.store.ready(file)) return true;
  say_late(context, late_file(context, file));
  return false;
}

bool part_ready(ViewContext& context, std::string_view title, FileId file) {
  if (context.store.ready(file)) return true;
  section_heading(context.ui, title);
  return file_ready(context, file);
}

bool bar_says_late(ViewContext& context, FileId file) {
  const Tab& tab = tab_of(context.state.view);
  const std::span<const FileId> own = tab.files.first(tab.needed + tab.placed);
  return std::find(own.begin(), own.end(), file) == own.end() && is_late(context, file);
}

}  // namespace tablero
