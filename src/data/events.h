// data/events.json: talks, workshops and other events.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/editions.h"
#include "data/figure.h"

namespace tablero {

struct Speaker {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string name;  // as already published; empty when only the organisation is named
  std::string affiliation;
};

struct Event {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;
  int edition = 0;   // year; 0 for events of the community and the course of 2021
  Date date;         // unknown for 13 events
  std::string time;  // "18:00", Europe/Madrid as printed on the poster; empty when not known
  std::string title;
  bool title_is_ours = false;  // descriptive or temporary title, not the published one
  std::string kind;  // such as talk or workshop; the word "kind." + kind of data/i18n names it
  List<Speaker> speakers;
  std::string host;       // empty when none
  std::string language;   // es, en
  std::string status;     // held, announced, not_confirmed (no trace that it took place), partner
  std::string series;     // as published; empty when none
  std::string city;       // only events in person
  std::string organiser;  // when not SomosNLP
  std::string video;      // URL of the recording or empty
  std::string page;       // URL of the event's page or empty
  Amount views;           // of the recording at `views_date`
  Qualifier views_qualifier = Qualifier::kExact;
  Date views_date;
  List<Date> other_dates;         // other dates found in the sources
  List<std::string> other_times;  // other times found
  SourceIds sources;
};

struct Events {
  List<Event> events;    // by edition, then as listed
  List<Link> playlists;  // kind: the year
  const Event* find(std::string_view id) const;
};

Result<Events> load_events(std::string_view bytes, std::string_view file,
                           List<Fault>* all = nullptr);

}  // namespace tablero
