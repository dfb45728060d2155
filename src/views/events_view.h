// Charlas: events over time, the calendar of one edition, and the list by edition and date with
// kind, speakers and recording.
#pragma once

#include "base/list.h"
#include "views/card_grid.h"
#include "views/event_charts.h"
#include "views/made_of.h"
#include "views/tab_view.h"

namespace tablero {

class EventsView : public TabView {
 public:
  void draw(ViewContext& context) override;
  Selection::Count count(const ViewContext& context) const override {
    return Selection::count(context.selection.events);
  }

 private:
  // A line of the list: an event, or the heading of an edition.
  struct Line {
    int event = -1;  // index, -1 for a heading
    int edition = 0;
    int count = 0;        // of a heading: its events
    std::size_t row = 0;  // of an event in the table of the list
  };
  void refresh(const ViewContext& context);
  void draw_timeline(ViewContext& context);
  void draw_calendars(ViewContext& context);
  void draw_list(ViewContext& context);

  MadeOf made_of_;
  List<Line> lines_;
  Table list_, months_;
  List<int> hidden_;       // per month: events that do not pass the filters
  List<Table> calendars_;  // of the edition, when exactly one is chosen
  EventCharts charts_;
  CardGrid grid_;
  Date jump_;  // the list scrolls to the first event of this date
};

}  // namespace tablero
