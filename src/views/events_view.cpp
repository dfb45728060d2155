#include "views/events_view.h"

#include <algorithm>

#include "base/list.h"
#include "charts/calendar.h"
#include "charts/time_bars.h"
#include "model/tables/events.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/facets.h"
#include "views/shell.h"

namespace tablero {
namespace {

std::string_view edition_label(Ui& ui, int edition) {
  return edition > 0 ? ui.t("events.edition", {{"year", ui.text.number(edition)}})
                     : ui.t("events.community");
}

// `list`: event_list_table(), `row`: of the event.
void event_tags(ViewContext& context, Pen& pen, const Event& e, const Table& list,
                std::size_t row) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const std::string_view kind = list.at(row, kEventKind).text;
  if (pen.tag_button("kind", kind, kind, c.primary_soft, c.text,
                     has_facet(context.state, Facet::kKind, e.kind))) {
    toggle_facet(context.state, Facet::kKind, e.kind);
  }
  if (e.status != "held") pen.tag(ui.t(ui.text.join({"status.", e.status})), c.raised, c.muted);
  if (!e.language.empty() && e.language != "es") {
    pen.tag(list.at(row, kEventLanguage).text, c.raised, c.text);
  }
  if (!e.city.empty()) pen.tag(e.city, c.raised, c.text);
  if (!e.series.empty()) pen.tag(e.series, c.raised, c.text);
  const Cell& views = list.at(row, kEventViews);
  if (views.known()) pen.tag(views.text, c.raised, c.text);
  pen.end_line();
}

void event_content(ViewContext& context, Pen& pen, const Event& e, const Table& list,
                   std::size_t row) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  pen.rule();
  pen.gap(12);
  const std::string_view when = list.at(row, kEventDate).text;
  const bool wide = pen.width() > ui.px(640);
  const float top = pen.y();
  if (wide && pen.drawing()) {
    // The date has its own column, for scanning.
    Pen side(ui, {pen.x(), top}, ui.px(150), true);
    side.text(TextStyle::kSmall, c.muted, when);
  }
  if (wide) {
    pen.indent(170);
  } else {
    pen.text(TextStyle::kTiny, c.muted, when);
  }
  pen.heading(TextStyle::kStrong, 3, e.title);
  const std::string_view speakers = list.at(row, kEventSpeakers).text;
  if (!speakers.empty()) {
    pen.gap(3);
    pen.text(TextStyle::kSmall, c.text, speakers);
  }
  pen.gap(8);
  event_tags(context, pen, e, list, row);
  if (!e.video.empty() || !e.page.empty()) pen.gap(6);
  for (const EventColumn link : {kEventVideo, kEventPage}) {
    const Cell& cell = list.at(row, link);
    if (!cell.url.empty()) pen.link(list.columns()[link].id, cell.text, cell.url);
  }
  pen.end_line();
  pen.gap(12);
  if (wide) pen.indent(-170);
}

void heading_content(Ui& ui, Pen& pen, int edition, int count) {
  pen.gap(16);
  pen.heading(TextStyle::kHeading, 2, edition_label(ui, edition));
  pen.gap(4);
  pen.text(TextStyle::kSmall, ui.colors().muted, ui.count("count.events", count));
  pen.gap(8);
}

}  // namespace

void EventsView::refresh(const ViewContext& context) {
  if (!made_of_.changed(context)) return;
  const auto& all = context.store.events.events;
  lines_.clear();
  const List<int> listed = listed_events(context.store, context.selection);
  list_ = event_list_table(context.ui.reader(), context.store, listed);
  std::size_t head = 0;
  for (std::size_t row = 0; row < listed.size(); ++row) {
    const Event& e = all[static_cast<std::size_t>(listed[row])];
    if (lines_.empty() || lines_[head].edition != e.edition) {
      head = lines_.size();
      lines_.push_back({-1, e.edition, 0, 0});
    }
    ++lines_[head].count;
    lines_.push_back({listed[row], e.edition, 0, row});
  }
  months_ = months_table(context.ui.reader(), context.store);
  hidden_.assign(months_.size(), 0);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (context.selection.events[i] != 0 || all[i].date.month == 0) continue;
    for (std::size_t row = 0; row < months_.size(); ++row) {
      const Date month = months_.at(row, 0).date;
      const bool same = month.year == all[i].date.year && month.month == all[i].date.month;
      hidden_[row] += same ? 1 : 0;
    }
  }
  calendars_.clear();
  if (context.state.editions.size() == 1) {
    calendars_ = day_tables(context.ui.reader(), context.store, context.selection);
  }
}

void EventsView::draw_timeline(ViewContext& context) {
  Ui& ui = context.ui;
  long long undated = 0;
  for (const Event& e : context.store.events.events) undated += e.date.month == 0 ? 1 : 0;
  section_heading(ui, ui.t("events.timeline"));
  TimeBars chart(months_, Leads::kList);
  chart.hidden = {hidden_.data(), hidden_.size()};
  if (const ChartMark mark = chart.draw(ui)) jump_ = months_.at(mark.at(), 0).date;
  chart_actions(context, chart);
  if (undated > 0) {
    label(ui, TextStyle::kTiny, ui.colors().muted, ui.count("events.undated", undated));
  }
}

void EventsView::draw_calendars(ViewContext& context) {
  Ui& ui = context.ui;
  if (calendars_.empty()) return;
  space(ui, 12);
  section_heading(ui, ui.t("events.calendar"));
  const float available = ImGui::GetContentRegionAvail().x;
  const float gap = ui.px(28);
  const int columns = std::clamp(static_cast<int>((available + gap) / (ui.px(250) + gap)), 1, 3);
  const float width =
      (available - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  chart_actions(context, {"calendar", "dias", "events.json", ui.t("events.calendar")},
                {calendars_.data(), calendars_.size()});
  for (std::size_t i = 0; i < calendars_.size(); ++i) {
    if (i % static_cast<std::size_t>(columns) != 0) ImGui::SameLine(0, gap);
    Calendar calendar(calendars_[i], Leads::kList);
    calendar.width = std::min(width, ui.px(380));
    if (const ChartMark mark = calendar.draw(ui)) jump_ = calendars_[i].at(mark.at(), 0).date;
  }
}

void EventsView::draw_list(ViewContext& context) {
  Ui& ui = context.ui;
  const auto& all = context.store.events.events;
  const CardGrid::Key key{context.store.generation(), context.selection.generation, ui.lang.key()};
  grid_.layout(ui, key, static_cast<int>(lines_.size()), 100, 1, 0, [&](int i, float width) {
    const Line& line = lines_[static_cast<std::size_t>(i)];
    Pen pen(ui, {0, 0}, width, false);
    if (line.event < 0) {
      heading_content(ui, pen, line.edition, line.count);
    } else {
      event_content(context, pen, all[static_cast<std::size_t>(line.event)], list_, line.row);
    }
    return pen.height();
  });
  if (jump_.known()) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].event < 0) continue;
      const Date date = all[static_cast<std::size_t>(lines_[i].event)].date;
      if (date.year != jump_.year || date.month != jump_.month ||
          (jump_.day > 0 && date.day != jump_.day)) {
        continue;
      }
      ImGui::SetScrollY(ImGui::GetCursorPosY() + grid_.top_of(static_cast<int>(i)) - ui.px(12));
      break;
    }
    jump_ = {};
    ui.animate();
  }
  const ImVec2 start = ImGui::GetCursorScreenPos();
  // A group, not a list: the headings between the events are not list items.
  ui.sem.push(ui_id("events"), Role::kGroup, ui.t("tab.charlas"), {});
  bool open = false;
  grid_.draw(ui, [&](int i, ImVec2 pos, ImVec2 size) {
    const Line& line = lines_[static_cast<std::size_t>(i)];
    std::size_t head = static_cast<std::size_t>(i);
    while (lines_[head].event >= 0 && head > 0) --head;
    if (open && line.event < 0) ui.sem.pop();
    if (open != (line.event >= 0)) {
      open = !open;
      if (open)
        ui.sem.push(ui_id(edition_label(ui, lines_[head].edition)), Role::kList,
                    edition_label(ui, lines_[head].edition), {});
    }
    ImGui::PushID(i);
    Pen pen(ui, pos, size.x, true);
    if (line.event < 0) {
      heading_content(ui, pen, line.edition, line.count);
    } else {
      const Event& e = all[static_cast<std::size_t>(line.event)];
      NodeDetail detail;
      detail.position = i - static_cast<int>(head);
      detail.set_size = lines_[head].count;
      ui.sem.push(ui_id("event"), Role::kListItem, e.title, to_rect(pos, pos + size), detail);
      event_content(context, pen, e, list_, line.row);
      ui.sem.pop();
    }
    ImGui::PopID();
  });
  if (open) ui.sem.pop();
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
}

void EventsView::draw(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  tab_heading(ui, ui.t("tab.charlas"), ui.t("events.subtitle"));
  space(ui, 6);
  Flow flow(ui, 8);
  draw_facet_menu(context, Facet::kKind, flow);
  chart_actions(context, list_.head(), {&list_, 1});
  space(ui, 8);
  draw_timeline(context);
  draw_calendars(context);
  if (lines_.empty()) {
    draw_empty_state(context);
    return;
  }
  space(ui, 12);
  charts_.draw(context);
  draw_list(context);
  space(ui, 32);
}

template <>
std::unique_ptr<TabView> make_tab<View::kCharlas>() {
  return std::make_unique<EventsView>();
}

}  // namespace tablero
