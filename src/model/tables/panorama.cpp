#include "model/tables/panorama.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/sort.h"
#include "model/facet_label.h"
#include "model/summary.h"
#include "model/tables/editions.h"
#include "model/tables/places.h"
#include "model/tables/tabs.h"

namespace tablero {
namespace {

std::string_view metric_name(const Wording& words, std::string_view metric) {
  return words.t(words.join({"metric.", metric}));
}

// The kinds of all events, most frequent first, then by word.
List<std::string> kinds_by_number(const Store& store) {
  List<std::pair<int, std::string>> counted;
  for (const Event& e : store.events.events) {
    auto it = std::find_if(counted.begin(), counted.end(),
                           [&](const auto& k) { return k.second == e.kind; });
    if (it == counted.end()) it = counted.insert(counted.end(), {0, e.kind});
    --it->first;  // negative: most frequent first after sorting
  }
  sort(counted);
  List<std::string> kinds;
  for (auto& one : counted) kinds.push_back(std::move(one.second));
  return kinds;
}

int sponsors_of(const Store& store, Tier tier, int year) {
  int count = 0;
  for (const Sponsor& s : store.sponsors.sponsors) {
    for (const Tier shown : s.shown_in(year)) count += shown == tier ? 1 : 0;
  }
  return count;
}

}  // namespace

Table editions_table(const Reader& reader, const Store& store, std::string_view metric) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view name = metric_name(w, metric);
  b.head({"editions", metric, metric, w.t("panorama.editions.chart", {{"metric", name}})});
  b.columns({{"edition", "page.column.edition"}, {"metric"}, {"claim"}});
  b.column({"value", name, CellKind::kAmount});
  for (const Edition& edition : store.editions.editions) {
    const Claim* claim = edition.shown(metric);
    const std::string_view year = w.text.number(edition.year);
    b.row(year).word(year).word(metric).word(claim != nullptr ? claim->id : "");
    b.amount(claim != nullptr ? claim->value : Amount{},
             claim != nullptr ? claim->qualifier : Qualifier::kExact);
    b.sources(claim != nullptr ? claim->sources : SourceIds{});
  }
  return b.done(rows_sentence(b, 0, 3));
}

Table growth_table(const Reader& reader, const Store& store) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"growth", "crecimiento", "community.json", w.t("panorama.growth.chart")});
  b.columns({{"id"},
             {"date", "page.column.date"},
             {"metric", "page.column.kind"},
             {"value", "page.column.figure", CellKind::kAmount}});
  double last = -1;
  for (const Milestone& m : store.community.milestones) {
    const bool members = m.metric == "community_members" || m.metric == "discord_members";
    const bool grows = members && m.date.known() && m.value.known() && m.value.value != last;
    if (grows) last = m.value.value;
    const std::string_view metric = metric_name(w, m.metric);
    b.row(m.id, grows, metric).word(m.id).date(m.date).word(m.metric, metric);
    b.amount(m.value, m.qualifier).sources(m.sources);
  }
  return b.done(rows_sentence(b, 1, 3));
}

Table events_table(const Reader& reader, const Store& store) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"events", "eventos", "events.json", w.t("panorama.events")});
  b.columns({{"edition", "page.column.edition"},
             {"kind", "page.column.kind"},
             {"events", "metric.events", CellKind::kNumber}});
  const List<std::string> kinds = kinds_by_number(store);
  List<int> years;
  for (const Edition& e : store.editions.editions) years.push_back(e.year);
  years.push_back(0);
  for (const int year : years) {
    const std::string_view code = year > 0 ? w.text.number(year) : std::string_view("community");
    const std::string_view text = year > 0 ? code : w.t("events.community.short");
    for (const std::string& kind : kinds) {
      const auto count =
          std::count_if(store.events.events.begin(), store.events.events.end(),
                        [&](const Event& e) { return e.edition == year && e.kind == kind; });
      b.row(w.join({code, "-", kind})).word(code, text);
      b.word(kind, facet_label(w, Facet::kKind, kind)).number(static_cast<double>(count), 0);
    }
  }
  return b.done(totals_sentence(b, 0, 2));
}

Table goals_table(const Reader& reader, const Selection& selection) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"goals", "ods", "projects.json", w.t("panorama.goals")});
  b.columns({{"sdg", "facet.sdg"}, {"name"}, {"projects", "metric.projects", CellKind::kNumber}});
  for (const Selection::Choice& goal : selection.choices(Facet::kSdg)) {
    b.row(goal.value).word(goal.value, facet_label(w, Facet::kSdg, goal.value));
    b.word(w.t(w.join({"sdg.", goal.value}))).number(goal.count, 0);
  }
  return b.done(rows_sentence(b, 0, 2));
}

Table sponsors_table(const Reader& reader, const Store& store) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"sponsors", "patrocinios", "sponsors.json", w.t("panorama.sponsors")});
  b.columns({{"tier", "facet.tier"},
             {"edition", "page.column.edition"},
             {"sponsors", "panorama.sponsors", CellKind::kNumber}});
  for (std::size_t t = 0; t < kTierNames.size(); ++t) {
    const auto tier = static_cast<Tier>(t);
    int all = 0;
    for (const Edition& e : store.editions.editions) all += sponsors_of(store, tier, e.year);
    if (all == 0) continue;
    const std::string_view name = facet_label(w, Facet::kTier, kTierNames[t]);
    for (const Edition& e : store.editions.editions) {
      const std::string_view year = w.text.number(e.year);
      b.row(w.join({kTierNames[t], "-", year})).word(kTierNames[t], name).word(year);
      b.number(sponsors_of(store, tier, e.year), 0);
    }
  }
  return b.done(totals_sentence(b, 1, 2));
}

Table tiers_table(const Reader& reader, const Store& store) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"tiers", "patrocinios", "sponsors.json", w.t("panorama.sponsors")});
  b.columns({{"sponsor", "page.column.name"},
             {"edition", "page.column.edition"},
             {"tier", "facet.tier"},
             {"shown"},
             {"where", "figure.source_link"}});
  for (const Sponsor& s : store.sponsors.sponsors) {
    for (const TierStatement& t : s.tiers) {
      const std::string_view tier = kTierNames[static_cast<std::size_t>(t.tier)];
      b.row(w.join({s.id, "-", w.text.number(t.edition), "-", tier, "-", t.where}), true,
            t.shown ? std::string_view() : w.t("claim.not_shown"));
      b.word(s.name).url(s.url).edition(t.edition);
      b.word(tier, facet_label(w, Facet::kTier, tier)).word(t.shown ? "yes" : "no");
      b.named("where.", t.where).sources(t.sources);
    }
  }
  return b.done(w.t("panorama.sponsors"));
}

List<Table> conflict_tables(const Reader& reader, const Store& store) {
  List<Table> tables;
  for (const Conflict& conflict : store.editions.conflicts) {
    TableBuilder b(reader);
    const Wording& w = b.words();
    b.head({conflict.claims.front(), "discrepancias", "editions.json",
            conflict.topic.in(reader.lang)});
    b.columns({{"claim"},
               {"metric", "page.column.kind"},
               {"value", "page.column.figure", CellKind::kAmount},
               {"shown"}});
    for (const std::string& id : conflict.claims) {
      const Claim* claim = store.editions.claim(id);
      if (claim == nullptr) continue;
      b.row(id, true, w.t(claim->shown ? "claim.shown" : "claim.not_shown"));
      b.word(id).word(claim->metric, metric_name(w, claim->metric));
      b.amount(claim->value, claim->qualifier).sources(claim->sources);
      b.word(claim->shown ? "yes" : "no");
    }
    tables.push_back(b.done(rows_sentence(b, 1, 2)));
  }
  return tables;
}

template <>
List<Table> make_tables<View::kPanorama>(const TabRecords& r) {
  List<Table> tables;
  tables.push_back(key_figures_table(r.reader, r.store, r.state));
  tables.push_back(editions_table(r.reader, r.store, metric_name(r.state.metric)));
  tables.push_back(growth_table(r.reader, r.store));
  tables.push_back(events_table(r.reader, r.store));
  tables.push_back(goals_table(r.reader, r.selection));
  tables.push_back(cities_table(r.reader, r.store, r.selection));
  tables.push_back(sponsors_table(r.reader, r.store));
  tables.push_back(tiers_table(r.reader, r.store));
  tables.push_back(contribution_figures_table(r.reader, r.store, r.state));
  add_tables(tables, edition_tables(r.reader, r.store, r.selection));
  add_tables(tables, conflict_tables(r.reader, r.store));
  return tables;
}

}  // namespace tablero
