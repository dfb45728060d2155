#include "data/editions.h"

#include <algorithm>
#include <map>

#include "base/list.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 2> kStatusNames = {"finished", "announced"};
constexpr std::array<std::string_view, 3> kGroupNames = {"mini", "main", "final"};
constexpr std::array<std::string_view, 2> kPaperKinds = {"community", "project"};
constexpr int kMaxTeam = 100;

// All claims of the file by id. Looking through them for each id would take quadratic time.
using ClaimIndex = std::map<std::string_view, const Claim*>;

// Dates of one edition, in order: start <= end, and an extended end lies after the first one.
EditionDates read_dates(const Node& node) {
  EditionDates d;
  Fields f(node);
  d.start = f.get("start").date();
  const Node end = f.get("end");
  d.end = end.date();
  if (d.end.known() && d.end.key() < d.start.key()) end.wrong("a date after the start");
  const Node extended = f.get("extended_from");
  if (extended.present()) {
    d.extended_from = extended.date();
    if (d.extended_from.key() > d.end.key()) extended.wrong("a date before the end");
  }
  d.results = f.date_or("results");
  d.note = f.local_or("note");
  d.sources = f.get("sources").sources();
  return d;
}

Prize read_prize(const Node& node) {
  Prize p;
  Fields f(node);
  p.place = f.get("place").word();
  p.item = f.get("item").local();
  p.amount = f.get("amount").amount();
  p.unit = f.has("unit") ? f.get("unit").text() : "";
  p.sponsor = f.text_or("sponsor");
  p.sources = f.get("sources").sources();
  return p;
}

Challenge read_challenge(const Node& node) {
  Challenge c;
  Fields f(node);
  c.id = f.get("id").word();
  c.name = f.get("name").text();
  c.group = kGroupNames[f.get("group").one_of(kGroupNames.data(), kGroupNames.size())];
  c.start = f.date_or("start");
  c.end = f.date_or("end");
  c.max_points = f.get("max_points").number(0, 100);
  c.sources = f.get("sources").sources();
  return c;
}

Claim read_claim(const Node& node, UniqueIds& ids) {
  Claim c;
  Fields f(node);
  c.id = read_id(f, ids);
  c.metric = f.get("metric").word();
  const Node value = f.get("value");
  c.value = value.amount();
  c.qualifier = f.get("qualifier").one_of<Qualifier>(kQualifierNames);
  c.unit = f.word_or("unit");
  if (c.qualifier == Qualifier::kListOnly && c.value.known()) {
    value.wrong("{\"missing\":\"no_data\"}, as the qualifier is list_only");
  }
  if (c.value.known() && c.unit.empty()) f.get("unit").wrong("the unit of the value");
  c.as_of = f.date_or("as_of");
  if (const Node covers = f.get("covers"); covers.present()) c.covers = covers.integers(2015, 2100);
  c.project = f.word_or("project");
  c.caution = f.local_or("caution");
  c.sources = f.get("sources").sources();
  c.shown = f.flag("shown");
  return c;
}

// Claims of one edition or of the whole: at most one is shown per metric.
// `shown` gets the metrics of those that are.
List<Claim> read_claims(const Node& list, UniqueIds& ids, UniqueIds& shown) {
  List<Claim> claims;
  for (const Node item : list.items()) {
    Claim c = read_claim(item, ids);
    const bool second = c.shown && !shown.insert(c.metric);
    if (second) item.wrong("one claim shown for the metric " + c.metric);
    claims.push_back(std::move(c));
  }
  return claims;
}

void read_jury(const Node& node, Edition& e) {
  Fields f(node);
  for (const Node item : f.get("people").items(1)) {
    Fields p(item);
    e.jury.push_back({p.get("name").text(), p.text_or("affiliation")});
  }
  e.jury_sources = f.get("sources").sources();
}

Edition read_edition(const Node& node, UniqueIds& claim_ids) {
  Edition e;
  Fields f(node);
  e.year = f.get("year").year();
  e.ordinal = f.get("ordinal").integer(1, 100);
  e.title = f.get("title").text();
  e.theme = f.get("theme").text();
  e.focus = f.get("focus").words();
  e.status = f.get("status").one_of<EditionStatus>(kStatusNames);
  e.dates = read_dates(f.get("dates"));
  {
    Fields team(f.get("team"));
    e.team_min = team.get("min").integer(1, kMaxTeam);
    e.team_max = team.get("max").integer(e.team_min, kMaxTeam);
    e.team_sources = team.get("sources").sources();
  }
  e.links = read_links(f.get("links"));
  if (const Node jury = f.get("jury"); jury.present()) read_jury(jury, e);
  for (const Node item : f.get("prizes").items()) e.prizes.push_back(read_prize(item));
  for (const Node item : f.get("challenges").items()) e.challenges.push_back(read_challenge(item));
  UniqueIds shown;
  e.claims = read_claims(f.get("claims"), claim_ids, shown);
  for (const Node item : f.get("gaps").items()) {
    Fields g(item);
    const Node metric = g.get("metric");
    e.gaps.push_back({metric.word(), read_missing(g.get("missing"))});
    if (shown.has(e.gaps.back().metric)) metric.wrong("a metric without a shown claim");
  }
  return e;
}

Conflict read_conflict(const Node& node) {
  Conflict c;
  Fields f(node);
  c.topic = f.get("topic").local();
  const Node claims = f.get("claims");
  c.claims = claims.words();
  if (c.claims.size() < 2) claims.wrong("at least two claims");
  const Node shown = f.get("shown");
  c.shown = shown.words();
  UniqueIds among;
  for (const std::string& id : c.claims) among.insert(id);
  for (const std::string& id : c.shown) {
    if (!among.has(id)) shown.wrong("ids out of claims");
  }
  c.reason = f.get("reason").local();
  return c;
}

Paper read_paper(const Node& node) {
  Paper p;
  Fields f(node);
  p.title = f.get("title").text();
  p.year = f.get("year").year();
  p.venue = f.text_or("venue");
  p.kind = kPaperKinds[f.get("kind").one_of(kPaperKinds.data(), kPaperKinds.size())];
  p.edition = f.year_or("edition");
  p.project = f.word_or("project");
  p.url = f.url_or("url");
  p.sources = f.get("sources").sources();
  return p;
}

// Checks that every claim that a conflict names exists and is shown exactly when the conflict says
// so.
void check_conflict(const Node& node, const Conflict& c, const ClaimIndex& all) {
  UniqueIds shown;
  for (const std::string& id : c.shown) shown.insert(id);
  Fields f(node);
  const Node claims = f.get("claims");
  for (const char* key : {"topic", "shown", "reason"}) f.get(key);
  for (const Node item : claims.items()) {
    const std::string id = item.text();
    const auto claim = all.find(id);
    const bool said = shown.has(id);
    if (claim == all.end()) {
      item.wrong("the id of a claim");
    } else if (claim->second->shown != said) {
      item.wrong(said ? "a claim marked shown" : "a claim not marked shown");
    }
  }
}

void read_editions(Fields& root, Editions& out) {
  UniqueIds claim_ids;
  int last_year = 0;
  for (const Node item : root.get("editions").items(1)) {
    out.editions.push_back(read_edition(item, claim_ids));
    if (out.editions.back().year <= last_year) item.wrong("editions in ascending order of year");
    last_year = out.editions.back().year;
  }
  UniqueIds shown;
  out.cumulative_claims = read_claims(root.get("cumulative_claims"), claim_ids, shown);
  ClaimIndex all;
  for (const Edition& e : out.editions) {
    for (const Claim& c : e.claims) all.emplace(c.id, &c);
  }
  for (const Claim& c : out.cumulative_claims) all.emplace(c.id, &c);
  for (const Node item : root.get("conflicts").items()) {
    out.conflicts.push_back(read_conflict(item));
    check_conflict(item, out.conflicts.back(), all);
  }
  for (const Node item : root.get("papers").items()) out.papers.push_back(read_paper(item));
}

const Claim* find_shown(const List<Claim>& claims, std::string_view metric) {
  for (const Claim& c : claims) {
    if (c.shown && c.metric == metric) return &c;
  }
  return nullptr;
}

}  // namespace

const Claim* Edition::shown(std::string_view metric) const { return find_shown(claims, metric); }

const Edition* Editions::find(int year) const {
  for (const Edition& e : editions) {
    if (e.year == year) return &e;
  }
  return nullptr;
}

const Claim* Editions::claim(std::string_view id) const {
  for (const Edition& e : editions) {
    if (const Claim* c = find_by_id(e.claims, id)) return c;
  }
  return find_by_id(cumulative_claims, id);
}

const Claim* Editions::shown_total(std::string_view metric) const {
  return find_shown(cumulative_claims, metric);
}

const Conflict* Editions::conflict_of(std::string_view claim_id) const {
  for (const Conflict& c : conflicts) {
    if (std::find(c.claims.begin(), c.claims.end(), claim_id) != c.claims.end()) return &c;
  }
  return nullptr;
}

Result<Editions> load_editions(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Editions, read_editions>(bytes, file, all);
}

}  // namespace tablero
