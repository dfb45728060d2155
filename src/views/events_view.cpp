#include "views/events_view.h"

#include <algorithm>

#include "base/list.h"
#include "base/sort.h"
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

std::string_view speakers_line(Ui& ui, const Event& e) {
  std::string_view line;
  for (const Speaker& s : e.speakers) {
    std::string_view one =
        s.name.empty() ? std::string_view(s.affiliation) : std::string_view(s.name);
    if (!s.name.empty() && !s.affiliation.empty())
      one = ui.text.join({s.name, " (", s.affiliation, ")"});
    line = line.empty() ? one : ui.text.join({line, " · ", one});
  }
  return line;
}

void event_tags(ViewContext& context, Pen& pen, const Event& e) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const std::string_view kind = facet_label(ui, Facet::kKind, e.kind);
  if (pen.tag_button("kind", kind, kind, c.primary_soft, c.text,
                     has_facet(context.state, Facet::kKind, e.kind))) {
    toggle_facet(context.state, Facet::kKind, e.kind);
  }
  if (e.status != "held") pen.tag(ui.t(ui.text.join({"status.", e.status})), c.raised, c.muted);
  if (!e.language.empty() && e.language != "es") {
    pen.tag(facet_label(ui, Facet::kLanguage, e.language), c.raised, c.text);
  }
  if (!e.city.empty()) pen.tag(e.city, c.raised, c.text);
  if (!e.series.empty()) pen.tag(e.series, c.raised, c.text);
  if (e.views.known()) {
    const std::string_view amount =
        format_amount(ui.text, ui.strings, ui.lang, e.views, e.views_qualifier);
    pen.tag(ui.t("events.views", {{"n", amount}}), c.raised, c.text);
  }
  pen.end_line();
}

void event_content(ViewContext& context, Pen& pen, const Event& e) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  pen.rule();
  pen.gap(12);
  std::string_view when = format_date(ui.text, ui.strings, e.date);
  if (!e.time.empty()) when = ui.text.join({when, ", ", e.time});
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
  const std::string_view speakers = speakers_line(ui, e);
  if (!speakers.empty()) {
    pen.gap(3);
    pen.text(TextStyle::kSmall, c.text, speakers);
  }
  pen.gap(8);
  event_tags(context, pen, e);
  if (!e.video.empty() || !e.page.empty()) pen.gap(6);
  if (!e.video.empty()) pen.link("video", ui.t("link.video"), e.video);
  if (!e.page.empty()) pen.link("page", ui.t("link.page"), e.page);
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

void save_events(ViewContext& context) {
  Csv csv({"id", "edition", "date", "time", "title", "kind", "speakers", "language", "status",
           "video", "views", "qualifier", "sources"});
  const auto& all = context.store.events.events;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (context.selection.events[i] == 0) continue;
    const Event& e = all[i];
    std::string speakers;
    for (const Speaker& s : e.speakers) {
      if (!speakers.empty()) speakers += "; ";
      speakers += s.name.empty() ? s.affiliation : s.name;
    }
    csv.text(e.id).positive(e.edition);
    csv.text(e.date.known() ? e.date.iso() : "no_data").text(e.time).text(e.title).text(e.kind);
    csv.text(speakers).text(e.language).text(e.status).text(e.video);
    csv.amount(e.views, e.views_qualifier).sources(e.sources).end_row();
  }
  save_csv(context, "charlas", csv);
}

}  // namespace

void EventsView::refresh(const ViewContext& context) {
  if (!made_of_.changed(context)) return;
  const auto& all = context.store.events.events;
  lines_.clear();
  List<int> order;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (context.selection.events[i] != 0) order.push_back(static_cast<int>(i));
  }
  // Newest edition first, the community's own events last; inside by date, undated last.
  sort(order, [&](int a, int b) {
    const Event& x = all[static_cast<std::size_t>(a)];
    const Event& y = all[static_cast<std::size_t>(b)];
    if (x.edition != y.edition) return x.edition > y.edition;
    const int kx = x.date.known() ? x.date.key() : 99999999;
    const int ky = y.date.known() ? y.date.key() : 99999999;
    return kx < ky;
  });
  std::size_t head = 0;
  for (const int i : order) {
    const Event& e = all[static_cast<std::size_t>(i)];
    if (lines_.empty() || lines_[head].edition != e.edition) {
      head = lines_.size();
      lines_.push_back({-1, e.edition, 0});
    }
    ++lines_[head].count;
    lines_.push_back({i, e.edition, 0});
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
      event_content(context, pen, all[static_cast<std::size_t>(line.event)]);
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
      event_content(context, pen, e);
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
  if (data_actions(context, "events", ui.t("tab.charlas"), "events.json")) save_events(context);
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
