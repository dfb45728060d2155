#include "model/tables/events.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/sort.h"
#include "model/facet_label.h"
#include "model/summary.h"
#include "model/tables/tabs.h"

namespace tablero {
namespace {

// The events of editions that pass the filters, by date.
List<const Event*> left(const Store& store, const Selection& selection) {
  List<std::size_t> order;
  const auto& all = store.events.events;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (selection.events[i] != 0 && all[i].edition > 0) order.push_back(i);
  }
  sort(order, [&](std::size_t a, std::size_t b) { return all[a].date.key() < all[b].date.key(); });
  List<const Event*> list;
  for (const std::size_t i : order) list.push_back(&all[i]);
  return list;
}

List<int> years_of(const List<const Event*>& events) {
  List<int> years;
  for (const Event* e : events) {
    if (std::find(years.begin(), years.end(), e->edition) == years.end()) {
      years.push_back(e->edition);
    }
  }
  sort(years);
  return years;
}

// Days of the dated events of `year` since its first one.
List<double> days_of(const List<const Event*>& events, int year) {
  List<double> days;
  double first = 0;
  for (const Event* e : events) {
    if (e->edition != year || e->date.day == 0) continue;
    const auto day = static_cast<double>(days_from_epoch(e->date));
    if (days.empty()) first = day;
    days.push_back(day - first);
  }
  return days;
}

struct DayCount {
  Date date;
  int count = 0;
};

// Days or, with `months`, months of those events that `wanted` takes, ascending.
template <class Wanted>
List<DayCount> count_dates(const Store& store, bool months, Wanted wanted) {
  List<DayCount> list;
  for (std::size_t i = 0; i < store.events.events.size(); ++i) {
    Date date = store.events.events[i].date;
    if (months) date.day = 0;
    if (!wanted(i) || date.month == 0 || (!months && date.day == 0)) continue;
    const auto same = [&](const DayCount& d) { return d.date.key() == date.key(); };
    auto it = std::find_if(list.begin(), list.end(), same);
    if (it == list.end()) it = list.insert(list.end(), {date, 0});
    ++it->count;
  }
  sort(list, [](const DayCount& a, const DayCount& b) { return a.date.key() < b.date.key(); });
  return list;
}

}  // namespace

Table pace_table(const Reader& reader, const Store& store, const Selection& selection) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"pace", "ritmo", "events.json", w.t("events.pace")});
  b.columns({{"edition", "page.column.edition"},
             {"day", "table.day", CellKind::kNumber},
             {"events", "metric.events", CellKind::kNumber}});
  Summary summary;
  const List<const Event*> events = left(store, selection);
  for (const int year : years_of(events)) {
    const List<double> days = days_of(events, year);
    const auto count = static_cast<std::size_t>(
        std::count_if(days.begin(), days.end(), [](double day) { return day <= kLastDay; }));
    if (count == 0) continue;
    const std::string_view edition = w.text.number(year);
    for (std::size_t i = 0; i < count; ++i) {
      const auto day = static_cast<long long>(days[i]);
      const bool last = i + 1 == count;
      b.row(w.join({edition, "-", w.text.number(static_cast<long long>(i) + 1)}), true,
            last ? w.count("count.days", day + 1) : std::string_view());
      b.word(edition).number(days[i], w.count("events.day", day), w.number(days[i], 0));
      b.count(static_cast<long long>(i) + 1, "count.events");
    }
    summary.add(w, edition, static_cast<double>(count));
  }
  return b.done(summary.sentence(w, w.t("events.pace")));
}

int later_than_pace(const Store& store, const Selection& selection) {
  const List<const Event*> events = left(store, selection);
  int later = 0;
  for (const int year : years_of(events)) {
    for (const double day : days_of(events, year)) later += day > kLastDay ? 1 : 0;
  }
  return later;
}

Table kinds_table(const Reader& reader, const Store& store, const Selection& selection) {
  const List<const Event*> events = left(store, selection);
  const List<int> years = years_of(events);
  List<std::pair<int, std::size_t>> order;  // negative number of events, place of the first one
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto same = [&](const auto& k) { return events[k.second]->kind == events[i]->kind; };
    auto it = std::find_if(order.begin(), order.end(), same);
    if (it == order.end()) it = order.insert(order.end(), {0, i});
    --it->first;
  }
  sort(order);
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"kinds", "tipos", "events.json", w.t("events.kinds")});
  b.columns({{"kind", "page.column.kind"},
             {"edition", "page.column.edition"},
             {"events", "metric.events", CellKind::kNumber}});
  for (const auto& [number, first] : order) {
    const std::string_view kind = events[first]->kind;
    for (const int year : years) {
      const auto count = std::count_if(events.begin(), events.end(), [&](const Event* e) {
        return e->edition == year && e->kind == kind;
      });
      b.row(w.join({kind, "-", w.text.number(year)}));
      b.word(kind, facet_label(w, Facet::kKind, kind)).word(w.text.number(year));
      b.number(static_cast<double>(count), 0);
    }
  }
  return b.done(totals_sentence(b, 0, 2));
}

Table months_table(const Reader& reader, const Store& store) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"timeline", "calendario", "events.json", w.t("events.timeline")});
  b.columns({{"month", "page.column.date"}, {"events", "metric.events", CellKind::kNumber}});
  const List<DayCount> months = count_dates(store, true, [](std::size_t) { return true; });
  const DayCount* top = nullptr;
  for (const DayCount& m : months) {
    if (top == nullptr || m.count > top->count) top = &m;
    b.row(m.date.iso()).date(m.date).count(m.count, "count.events");
  }
  if (top == nullptr) return b.done(w.t("events.timeline"));
  return b.done(w.t("events.timeline.sentence", {{"from", w.date(months.front().date)},
                                                 {"to", w.date(months.back().date)},
                                                 {"top", w.date(top->date)},
                                                 {"n", w.count("count.events", top->count)}}));
}

List<Table> day_tables(const Reader& reader, const Store& store, const Selection& selection) {
  List<Table> tables;
  const List<DayCount> days =
      count_dates(store, false, [&](std::size_t i) { return selection.events[i] != 0; });
  for (std::size_t i = 0; i < days.size();) {
    TableBuilder b(reader);
    const Wording& w = b.words();
    Date month = days[i].date;
    month.day = 0;
    b.head({month.iso(), "dias", "events.json", w.date(month)});
    b.columns({{"date", "page.column.date"}, {"events", "metric.events", CellKind::kNumber}});
    for (; i < days.size() && days[i].date.key() - days[i].date.day == month.key(); ++i) {
      b.row(days[i].date.iso()).date(days[i].date).count(days[i].count, "count.events");
    }
    tables.push_back(b.done(w.date(month)));
  }
  return tables;
}

List<int> listed_events(const Store& store, const Selection& selection) {
  const auto& all = store.events.events;
  List<int> listed;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (selection.events[i] != 0) listed.push_back(static_cast<int>(i));
  }
  sort(listed, [&](int a, int b) {
    const Event& x = all[static_cast<std::size_t>(a)];
    const Event& y = all[static_cast<std::size_t>(b)];
    if (x.edition != y.edition) return x.edition > y.edition;
    const int kx = x.date.known() ? x.date.key() : 99999999;
    const int ky = y.date.known() ? y.date.key() : 99999999;
    return kx < ky;
  });
  return listed;
}

namespace {

void add_speakers(TableBuilder& b, const Event& e) {
  const Wording& w = b.words();
  std::string_view text, code;
  for (const Speaker& s : e.speakers) {
    const std::string_view name =
        s.name.empty() ? std::string_view(s.affiliation) : std::string_view(s.name);
    std::string_view full = name;
    if (!s.name.empty() && !s.affiliation.empty())
      full = w.join({s.name, " (", s.affiliation, ")"});
    text = w.join({text, text.empty() ? "" : " · ", full});
    code = w.join({code, code.empty() ? "" : "; ", name});
  }
  b.word(code, text);
}

// What else is said of an event: that it was not held as usual, its city, its series.
std::string_view event_note(const Wording& w, const Event& e) {
  const std::string_view status = e.status == "held" ? "" : w.named("status.", e.status);
  std::string_view note = status;
  for (const std::string_view more : {std::string_view(e.city), std::string_view(e.series)}) {
    if (!more.empty()) note = w.join({note, note.empty() ? "" : " · ", more});
  }
  return note;
}

}  // namespace

Table event_list_table(const Reader& reader, const Store& store, const List<int>& listed) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"events", "charlas", "events.json", w.t("tab.charlas")});
  b.columns({{"id"},
             {"edition", "page.column.edition"},
             {"date", "page.column.date"},
             {"time"},
             {"title", "page.column.title"},
             {"kind", "page.column.kind"},
             {"speakers", "page.column.people"},
             {"language", "facet.language"},
             {"status"},
             {"video", "link.video"},
             {"page", "link.page"},
             {"views", "metric.views", CellKind::kAmount}});
  for (const int i : listed) {
    const Event& e = store.events.events[static_cast<std::size_t>(i)];
    std::string_view when = w.date(e.date);
    if (!e.time.empty()) when = w.join({when, ", ", e.time});
    b.row(e.id, true, event_note(w, e)).word(e.id).edition(e.edition, w.t("events.community"));
    b.date(e.date, when).word(e.time).word(e.title);
    b.word(e.kind, facet_label(w, Facet::kKind, e.kind));
    add_speakers(b, e);
    b.word(e.language, facet_label(w, Facet::kLanguage, e.language)).word(e.status);
    b.word(e.video, e.video.empty() ? "" : w.t("link.video")).url(e.video);
    b.word(e.page, e.page.empty() ? "" : w.t("link.page")).url(e.page);
    b.amount(e.views, e.views_qualifier, "events.views").sources(e.sources);
  }
  return b.done(w.join({w.t("tab.charlas"), ". ",
                        w.count("count.events", static_cast<long long>(listed.size())), "."}));
}

template <>
List<Table> make_tables<View::kCharlas>(const TabRecords& r) {
  List<Table> tables;
  tables.push_back(months_table(r.reader, r.store));
  if (r.state.editions.size() == 1) {
    add_tables(tables, day_tables(r.reader, r.store, r.selection));
  }
  tables.push_back(pace_table(r.reader, r.store, r.selection));
  tables.push_back(kinds_table(r.reader, r.store, r.selection));
  tables.push_back(event_list_table(r.reader, r.store, listed_events(r.store, r.selection)));
  return tables;
}

}  // namespace tablero
