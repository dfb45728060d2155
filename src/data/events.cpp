#include "data/events.h"

#include "base/list.h"
#include "base/text.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 4> kStatuses = {"held", "announced", "not_confirmed",
                                                       "partner"};
constexpr double kMaxViews = 1e9;

// "HH:MM" of a 24-hour clock.
std::string read_time(const Node& node) {
  const JsonValue* v = node.value();
  if (v != nullptr && v->kind == JsonValue::Kind::kString && v->text.size() == 5) {
    const std::string& s = v->text;
    const auto digit = [&](std::size_t i) { return is_digit(s[i]); };
    const bool shape = digit(0) && digit(1) && s[2] == ':' && digit(3) && digit(4);
    if (shape && s.substr(0, 2) < "24" && s[3] < '6') return s;
  }
  node.wrong("a time of day (18:00)");
  return {};
}

void read_views(const Node& node, Event& e) {
  Fields f(node);
  e.views = f.get("value").amount(0, kMaxViews);
  e.views_qualifier = f.get("qualifier").one_of<Qualifier>(kQualifierNames);
  e.views_date = f.get("date").date();
}

Event read_event(const Node& node, UniqueIds& ids, Choices& kinds) {
  Event e;
  Fields f(node);
  e.id = read_id(f, ids);
  e.edition = f.year_or("edition");
  e.date = f.date_or("date");
  if (const Node n = f.get("time"); n.present()) e.time = read_time(n);
  e.title = f.get("title").text();
  e.title_is_ours = f.flag("title_is_ours");
  e.kind = kinds.read(f.get("kind"));
  for (const Node item : f.items_or("speakers")) {
    Fields s(item);
    Speaker speaker{s.text_or("name"), s.text_or("affiliation")};
    if (speaker.name.empty() && speaker.affiliation.empty()) item.wrong("a name or an affiliation");
    e.speakers.push_back(std::move(speaker));
  }
  e.host = f.text_or("host");
  e.language = f.get("language").word();
  e.status = kStatuses[f.get("status").one_of(kStatuses.data(), kStatuses.size())];
  e.series = f.text_or("series");
  e.city = f.text_or("city");
  e.organiser = f.text_or("organiser");
  e.video = f.url_or("video");
  e.page = f.url_or("page");
  if (const Node n = f.get("views"); n.present()) read_views(n, e);
  for (const Node item : f.items_or("other_dates")) e.other_dates.push_back(item.date());
  for (const Node item : f.items_or("other_times")) e.other_times.push_back(read_time(item));
  e.sources = f.get("sources").sources();
  return e;
}

void read_events(Fields& root, Events& out) {
  root.get("time_zone").text();
  out.playlists = read_links(root.get("playlists"));
  UniqueIds ids;
  Choices kinds;
  for (const Node item : root.get("events").items()) {
    out.events.push_back(read_event(item, ids, kinds));
  }
}

}  // namespace

const Event* Events::find(std::string_view id) const { return find_by_id(events, id); }

Result<Events> load_events(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Events, read_events>(bytes, file, all);
}

}  // namespace tablero
