#include "views/chart_frame.h"

#include "base/percent.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

// Where errors in the data are reported.
constexpr std::string_view kIssuePage = "https://github.com/somosnlp/tablero/issues/new";

}  // namespace

void tab_heading(Ui& ui, std::string_view title, std::string_view subtitle) {
  heading(ui, TextStyle::kTitle, 1, title);
  label(ui, TextStyle::kBody, ui.colors().muted, subtitle, ui.px(720));
}

void begin_section(Ui& ui) {
  ui.section_min = ImGui::GetCursorScreenPos();
  ui.section_width = ImGui::GetContentRegionAvail().x;
}

void section_heading(Ui& ui, std::string_view title, std::string_view note) {
  begin_section(ui);
  heading(ui, TextStyle::kHeading, 2, title);
  if (!note.empty()) label(ui, TextStyle::kSmall, ui.colors().muted, note, ui.px(680));
  space(ui, 4);
}

namespace {

// In the frames before the picture of the chart `node` is taken: scrolls it into view and records
// its rectangle.
void pose(Ui& ui, float bottom) {
  const float margin = ui.px(12);
  const ImVec2 min = ui.section_min - ImVec2(margin, margin);
  const ImVec2 max(ui.section_min.x + ui.section_width + margin, bottom);
  ui.picture_part = to_rect(min, max);
  const float top = ImGui::GetWindowPos().y;
  if (min.y < top || max.y > top + ImGui::GetWindowHeight()) {
    ImGui::SetScrollY(ImGui::GetScrollY() + min.y - top);
  }
}

// The small buttons "CSV", "PNG" and "Fuente" of the chart or list `title`. The picture shows the
// section from its heading on, or the whole view if none was drawn before. "Fuente" opens Fuentes
// with a search for `source_query` (a file name or a claim id). Returns whether the CSV was
// requested.
bool data_actions(ViewContext& context, std::string_view id, std::string_view title,
                  std::string_view source_query) {
  Ui& ui = context.ui;
  ImGui::PushID(id.data(), id.data() + id.size());
  // Only the first part of a chart's sentence is used as the name here.
  ui.sem.push(ui_id("actions"), Role::kGroup, title.substr(0, title.find(". ")), {});
  const ImVec2 start = ImGui::GetCursorScreenPos();
  Flow flow(ui, 16);
  const std::string_view csv = ui.t("action.csv");
  flow.next(measure(ui, TextStyle::kSmall, csv).x);
  const bool wanted = text_button(ui, "csv", csv);
  const std::string_view picture = ui.t("action.png");
  flow.next(measure(ui, TextStyle::kSmall, picture).x);
  const std::uint32_t node = ui.section_width > 0 ? ui_id("actions") : 0;
  if (text_button(ui, "png", picture)) {
    const std::string_view file = ui.text.join({"tablero-", id, ".png"});
    ui.save_picture(file, node);
    ui.show_notice(ui.t("action.saved", {{"file", file}}));
  }
  if (node != 0 && ui.picture_in > 0 && ui.picture_node == node) pose(ui, start.y);
  const std::string_view source = ui.t("action.source");
  flow.next(measure(ui, TextStyle::kSmall, source).x);
  if (text_button(ui, "source", source)) {
    clear_filters(context.state);
    context.state.view = View::kFuentes;
    context.state.q.assign(source_query);
  }
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
  ImGui::PopID();
  return wanted;
}

}  // namespace

void chart_actions(ViewContext& context, const Chart& chart, const Table* detail) {
  const Table& table = chart.table();
  const TableHead& head = table.head();
  context.ui.offers.push_back({&table, 1});
  if (data_actions(context, head.id, table.sentence(), head.source)) {
    save_csv(context, head.file, csv_of({detail != nullptr ? detail : &table, 1}));
  }
}

void chart_actions(ViewContext& context, const TableHead& head, std::span<const Table> tables) {
  context.ui.offers.push_back({tables.data(), tables.size()});
  if (data_actions(context, head.id, head.title, head.source)) {
    save_csv(context, head.file, csv_of(tables));
  }
}

void save_csv(ViewContext& context, std::string_view name, const Csv& csv) {
  Ui& ui = context.ui;
  const std::string_view file = ui.text.join({"tablero-", name, ".csv"});
  ui.platform.save_file(file, "text/csv", csv.bytes());
  ui.show_notice(ui.t("action.saved", {{"file", file}}));
}

void report_error(ViewContext& context, std::string_view id) {
  Ui& ui = context.ui;
  ViewState state = context.state;
  state.q.assign(id);
  const std::string link = ui.platform.link_for(to_query(state));
  const std::string_view title = ui.t("report.title", {{"id", id}});
  const std::string_view body =
      ui.text.join({ui.t("report.record", {{"id", id}}), "\n",
                    ui.t("report.view", {{"link", link}}), "\n\n", ui.t("report.wrong"), "\n"});
  std::string address = std::string(kIssuePage) + "?title=";
  append_percent_encoded(address, title);
  append_percent_encoded(address += "&body=", body);
  ui.platform.open_link(address);
}

}  // namespace tablero
