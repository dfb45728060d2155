// The tables of the charts of Charlas.
#pragma once

#include "base/list.h"
#include "data/store.h"
#include "model/selection.h"
#include "model/table.h"

namespace tablero {

// Some editions have a talk months later, which would compress all others (outlier cut-off): days
// after an edition's first event.
inline constexpr double kLastDay = 60;

// How fast each edition progressed, of the dated events that pass the filters: edition, day (since
// its first event), events (until then).
Table pace_table(const Reader& reader, const Store& store, const Selection& selection);
// How many of those events are too late for that table.
int later_than_pace(const Store& store, const Selection& selection);

// Events that pass the filters for each kind (most frequent first) and edition that has any: kind,
// edition, events.
Table kinds_table(const Reader& reader, const Store& store, const Selection& selection);

// All events per month that has any: month, events.
Table months_table(const Reader& reader, const Store& store);

// For each month the days with events that pass the filters: date, events. Undated events are left
// out.
List<Table> day_tables(const Reader& reader, const Store& store, const Selection& selection);

// The events that pass the filters as Charlas lists them: newest edition first, the community's own
// last; inside by date, undated last. Indices into events.events.
List<int> listed_events(const Store& store, const Selection& selection);
// Those events, a row each in their order: id, edition, date, time, title, kind, speakers,
// language, status, video, page, views.
Table event_list_table(const Reader& reader, const Store& store, const List<int>& listed);
// Its columns.
enum EventColumn : std::uint8_t {
  kEventId,
  kEventEdition,
  kEventDate,
  kEventTime,
  kEventTitle,
  kEventKind,
  kEventSpeakers,
  kEventLanguage,
  kEventStatus,
  kEventVideo,
  kEventPage,
  kEventViews
};

}  // namespace tablero
