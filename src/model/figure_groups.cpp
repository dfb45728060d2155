#include "model/figure_groups.h"

#include <utility>

#include "base/text.h"
#include "model/figure_names.h"

namespace tablero {
namespace {

std::string_view file_of(const FigureGroup& group) {
  return group.sponsor != nullptr   ? "sponsors.json"
         : group.country != nullptr ? "countries.json"
         : group.community          ? "community.json"
                                    : "editions.json";
}

void append_word(std::string& text, std::string_view word) {
  text += ' ';
  text += word;
}

// The searchable text, folded.
std::string text_of(const Wording& words, const Store& store, const FigureGroup& group) {
  std::string text(file_of(group));
  append_word(text, words.text.number(group.edition));
  append_word(text, figure_group_title(words, group));
  for (const Statement& s : group.statements) {
    append_word(text, statement_id(words, group, s));
    append_word(text, s.metric);
    append_word(text, words.named("metric.", s.metric));
    for (const std::string& id : *s.sources) {
      const Source* source = store.sources.find(id);
      append_word(text, id);
      if (source != nullptr) append_word(text, source->title);
    }
  }
  return fold(text);
}

bool group_matches(const Wording& words, const Store& store, const FigureGroup& group,
                   const std::string& query) {
  const TextArena::Mark mark = words.text.mark();
  const bool matches = query.empty() || matches_words(text_of(words, store, group), query);
  words.text.rewind(mark);
  return matches;
}

// Adds a statement to the group about the same conflict or, from index `first` on, about the same
// metric.
void add_statement(List<FigureGroup>& out, std::size_t first, const FigureGroup& like,
                   const Statement& s) {
  std::size_t i = like.conflict != nullptr ? 0 : first;
  for (; i < out.size(); ++i) {
    const FigureGroup& g = out[i];
    if (like.conflict != nullptr ? g.conflict == like.conflict
                                 : g.conflict == nullptr && g.project == like.project &&
                                       g.statements.front().metric == s.metric) {
      break;
    }
  }
  if (i == out.size()) out.push_back(like);
  FigureGroup& group = out[i];
  if (group.edition != like.edition) group.edition = 0;
  group.statements.insert(s.shown ? group.statements.begin() : group.statements.end(), s);
}

// Conflicting claims share one card, whatever their metric or edition; all others are grouped by
// metric.
void add_claims(const Store& store, const List<Claim>& claims, int edition,
                List<FigureGroup>& out) {
  const std::size_t first = out.size();
  for (const Claim& c : claims) {
    FigureGroup like;
    like.edition = edition;
    like.project = c.project;
    like.conflict = store.editions.conflict_of(c.id);
    add_statement(out, first, like,
                  {c.id,
                   c.metric,
                   c.unit,
                   {},
                   &c.value,
                   c.qualifier,
                   c.shown,
                   c.as_of,
                   &c.caution,
                   &c.sources});
  }
}

void add_milestones(const Store& store, List<FigureGroup>& out) {
  const std::size_t first = out.size();
  FigureGroup like;
  like.community = true;
  for (const Milestone& m : store.community.milestones) {
    add_statement(
        out, first, like,
        {m.id, m.metric, m.unit, {}, &m.value, m.qualifier, false, m.date, &m.note, &m.sources});
  }
}

bool passes(const ViewState& state, const Country& country) {
  for (const CountryCode& code : state.countries) {
    if (code.view() == country.iso2) return true;
  }
  return state.countries.empty();
}

bool passes(const ViewState& state, int edition) {
  return state.editions.empty() || has_edition(state, edition);
}

void add_countries(const Store& store, const ViewState& state, List<FigureGroup>& out) {
  for (const Country& country : store.countries.countries) {
    if (!passes(state, country)) continue;
    FigureGroup group;
    group.country = &country;
    for (const CountryFigure& f : country.figures) {
      if (!passes(state, f.edition)) continue;
      const Date year{static_cast<std::int16_t>(f.edition), 0, 0};
      group.statements.push_back({country.iso2,
                                  f.metric,
                                  f.unit,
                                  {},
                                  &f.value,
                                  f.qualifier,
                                  false,
                                  year,
                                  nullptr,
                                  &f.sources});
    }
    if (!group.statements.empty()) out.push_back(std::move(group));
  }
}

void add_sponsors(const Store& store, const ViewState& state, List<FigureGroup>& out) {
  for (const Sponsor& sponsor : store.sponsors.sponsors) {
    for (const int year : sponsor.conflicts) {
      if (!passes(state, year)) continue;
      FigureGroup group;
      group.edition = year;
      group.sponsor = &sponsor;
      for (const TierStatement& t : sponsor.tiers) {
        if (t.edition != year) continue;
        Statement s;
        s.id = sponsor.id;
        s.metric = kTierNames[static_cast<std::size_t>(t.tier)];
        s.where = t.where;
        s.shown = t.shown;
        s.sources = &t.sources;
        group.statements.push_back(s);
      }
      out.push_back(std::move(group));
    }
  }
}

}  // namespace

List<FigureGroup> figure_groups(const Wording& words, const Store& store, const ViewState& state,
                                const Selection& selection) {
  List<FigureGroup> all;
  for (std::size_t i = store.editions.editions.size(); i-- > 0;) {
    const Edition& edition = store.editions.editions[i];
    if (selection.editions[i] != 0) add_claims(store, edition.claims, edition.year, all);
  }
  if (state.editions.empty()) {
    add_claims(store, store.editions.cumulative_claims, 0, all);
    add_milestones(store, all);
  }
  add_countries(store, state, all);
  add_sponsors(store, state, all);
  const std::string query = fold(state.q);
  List<FigureGroup> groups;
  for (FigureGroup& group : all) {
    if (group_matches(words, store, group, query)) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace tablero
