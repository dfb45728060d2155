#include "views/selection.h"

#include <algorithm>
#include <cstdlib>

#include "base/list.h"
#include "base/sort.h"
#include "base/text.h"
#include "query/model_query.h"

namespace tablero {
namespace {

bool country_wanted(const List<CountryCode>& wanted, std::string_view iso2) {
  if (wanted.empty()) return true;
  CountryCode code;
  return parse_country(iso2, code) && std::binary_search(wanted.begin(), wanted.end(), code);
}

bool any_country_wanted(const List<CountryCode>& wanted, const List<std::string>& codes) {
  if (wanted.empty()) return true;
  return std::any_of(codes.begin(), codes.end(),
                     [&](const std::string& c) { return country_wanted(wanted, c); });
}

bool year_wanted(const List<int>& years, int year) {
  return years.empty() || std::binary_search(years.begin(), years.end(), year);
}

void add_country_names(const Store& store, std::string_view iso2, std::string& text) {
  const Country* country = store.countries.find(iso2);
  if (country == nullptr) return;
  for (const std::string& name : country->name.text) text += ' ' + name;
  for (const std::string& name : country->synonyms) text += ' ' + name;
}

int count_ones(const List<std::uint8_t>& flags) {
  return static_cast<int>(std::count(flags.begin(), flags.end(), std::uint8_t{1}));
}

using Words = List<std::string>;

bool words_wanted(const Words& wanted, const Words& has) {
  if (wanted.empty()) return true;
  return std::any_of(has.begin(), has.end(), [&](const std::string& w) {
    return std::binary_search(wanted.begin(), wanted.end(), w);
  });
}

void add_choices(List<Selection::Choice>& choices, const Words& words, int count) {
  for (const std::string& word : words) {
    const auto same = [&](const Selection::Choice& c) { return c.value == word; };
    auto it = std::find_if(choices.begin(), choices.end(), same);
    if (it == choices.end()) it = choices.insert(choices.end(), {word, 0});
    it->count += count;
  }
}

Words unique_words(Words words) {
  sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

Words one_word(const std::string& word) { return word.empty() ? Words{} : Words{word}; }

// The facets of one kind of record: names and the record's words.
template <std::size_t N>
struct FacetWords {
  std::array<Facet, N> facets;
  std::array<Words, N> words;
};

// Whether a record that passes everything else passes its facets; counts it for each facet whose
// other facets it passes.
template <std::size_t N>
bool pass_facets(const FacetWords<N>& record, bool rest,
                 const std::array<Words, kFacetCount>& wanted,
                 std::array<List<Selection::Choice>, kFacetCount>& choices) {
  std::array<bool, N> pass{};
  std::size_t failed = 0;
  for (std::size_t i = 0; i < N; ++i) {
    pass[i] = words_wanted(wanted[static_cast<std::size_t>(record.facets[i])], record.words[i]);
    failed += pass[i] ? 0 : 1;
  }
  for (std::size_t i = 0; i < N; ++i) {
    const bool others = failed == 0 || (failed == 1 && !pass[i]);
    add_choices(choices[static_cast<std::size_t>(record.facets[i])], record.words[i],
                rest && others ? 1 : 0);
  }
  return rest && failed == 0;
}

}  // namespace

void Selection::index_text(const Store& store) {
  city_text_.clear();
  for (const City& city : store.cities.cities) {
    std::string text = city.name + ' ' + city.region;
    add_country_names(store, city.country, text);
    city_text_.push_back(fold(text));
  }
  project_text_.clear();
  for (const Project& p : store.projects.projects) {
    std::string text = p.id + ' ' + p.name + ' ' + p.title + ' ' + p.topic;
    for (const std::string& c : p.countries) add_country_names(store, c, text);
    project_text_.push_back(fold(text));
  }
  event_text_.clear();
  for (const Event& e : store.events.events) {
    std::string text = e.id + ' ' + e.title + ' ' + e.host + ' ' + e.series + ' ' + e.city;
    for (const Speaker& s : e.speakers) text += ' ' + s.name + ' ' + s.affiliation;
    event_text_.push_back(fold(text));
  }
  corpus_text_.clear();
  for (const Corpus& c : store.corpora.corpora) {
    corpus_text_.push_back(fold(c.id + ' ' + c.name + ' ' + c.creator + ' ' + c.domain));
  }
  sponsor_text_.clear();
  for (const Sponsor& s : store.sponsors.sponsors)
    sponsor_text_.push_back(fold(s.id + ' ' + s.name));
}

void Selection::filter_places(const Store& store, const std::string& query) {
  cities.clear();
  for (std::size_t i = 0; i < store.cities.cities.size(); ++i) {
    const City& city = store.cities.cities[i];
    bool in_year = false;
    for (const CityEdition& e : city.editions) in_year = in_year || year_wanted(years_, e.year);
    const bool keep =
        in_year && country_wanted(countries_, city.country) && matches_words(city_text_[i], query);
    cities.push_back(keep ? 1 : 0);
  }
  editions.clear();
  for (const Edition& e : store.editions.editions) {
    editions.push_back(year_wanted(years_, e.year) ? 1 : 0);
  }
}

void Selection::filter_projects(const Store& store, const std::string& query) {
  projects.clear();
  for (std::size_t i = 0; i < store.projects.projects.size(); ++i) {
    const Project& p = store.projects.projects[i];
    FacetWords<3> record{{Facet::kTopic, Facet::kSdg, Facet::kAward}, {one_word(p.topic), {}, {}}};
    for (int goal : p.sdg) record.words[1].push_back(std::to_string(goal));
    for (const Award& a : p.awards) record.words[2].push_back(a.award);
    for (Words& words : record.words) words = unique_words(std::move(words));
    const bool rest = year_wanted(years_, p.edition) &&
                      any_country_wanted(countries_, p.countries) &&
                      matches_words(project_text_[i], query);
    projects.push_back(pass_facets(record, rest, facets_, choices_) ? 1 : 0);
  }
}

void Selection::filter_events(const Store& store, const std::string& query) {
  events.clear();
  for (std::size_t i = 0; i < store.events.events.size(); ++i) {
    const Event& e = store.events.events[i];
    const FacetWords<1> record{{Facet::kKind}, {one_word(e.kind)}};
    const bool rest = year_wanted(years_, e.edition) && matches_words(event_text_[i], query);
    events.push_back(pass_facets(record, rest, facets_, choices_) ? 1 : 0);
  }
}

void Selection::filter_corpora(const Store& store, const std::string& query) {
  corpora.clear();
  for (std::size_t i = 0; i < store.corpora.corpora.size(); ++i) {
    const Corpus& c = store.corpora.corpora[i];
    const FacetWords<2> record{{Facet::kDomain, Facet::kLanguage},
                               {one_word(c.domain), unique_words(c.languages)}};
    const bool rest = year_wanted(years_, c.edition) && matches_words(corpus_text_[i], query);
    corpora.push_back(pass_facets(record, rest, facets_, choices_) ? 1 : 0);
  }
}

void Selection::filter_sponsors(const Store& store, const std::string& query) {
  sponsors.clear();
  for (std::size_t i = 0; i < store.sponsors.sponsors.size(); ++i) {
    FacetWords<1> record{{Facet::kTier}, {}};
    bool in_year = false;
    for (const TierStatement& t : store.sponsors.sponsors[i].tiers) {
      if (!t.shown || !year_wanted(years_, t.edition)) continue;
      in_year = true;
      record.words[0].emplace_back(kTierNames[static_cast<std::size_t>(t.tier)]);
    }
    record.words[0] = unique_words(std::move(record.words[0]));
    const bool rest = in_year && matches_words(sponsor_text_[i], query);
    sponsors.push_back(pass_facets(record, rest, facets_, choices_) ? 1 : 0);
  }
}

void Selection::sort_choices() {
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const bool numbers = i == static_cast<std::size_t>(Facet::kSdg);
    sort(choices_[i], [numbers](const Choice& a, const Choice& b) {
      if (numbers) return std::atoi(a.value.c_str()) < std::atoi(b.value.c_str());
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
  }
}

bool Selection::update(const Store& store, const ViewState& state) {
  const bool new_data = store.generation() != store_generation_ || generation == 0;
  if (!new_data && years_ == state.editions && countries_ == state.countries && query_ == state.q &&
      facets_ == state.facets) {
    return false;
  }
  store_generation_ = store.generation();
  years_ = state.editions;
  countries_ = state.countries;
  query_ = state.q;
  facets_ = state.facets;
  if (new_data) index_text(store);
  for (auto& list : choices_) list.clear();
  const std::string query = fold(state.q);
  filter_places(store, query);
  filter_projects(store, query);
  filter_events(store, query);
  filter_corpora(store, query);
  filter_sponsors(store, query);
  sort_choices();
  ++generation;
  return true;
}

int Selection::models_shown(const Store& store, const ViewState& state,
                            const ScoreTable& table) const {
  if (state.q.empty() && state.filter.empty()) return static_cast<int>(table.models.size());
  ModelCount& cached = model_count_;
  const bool same_table =
      cached.snapshot == table.snapshot && cached.store_generation == store.generation();
  if (same_table && cached.query == state.q && cached.filter == state.filter) return cached.shown;
  if (!same_table) {
    cached.folded.clear();
    cached.models.clear();
    for (const std::string& id : table.models) {
      cached.folded.push_back(fold(id));
      cached.models.push_back(store.models.find(id));
    }
  }
  cached.snapshot = table.snapshot;
  cached.query = state.q;
  cached.filter = state.filter;
  cached.store_generation = store.generation();
  cached.shown = 0;
  const ModelQuery filter(state.q, state.filter);
  for (std::size_t m = 0; m < cached.models.size(); ++m) {
    cached.shown += filter.matches(cached.folded[m], cached.models[m]) ? 1 : 0;
  }
  return cached.shown;
}

Selection::Count Selection::count(const Store& store, const ViewState& state) const {
  const List<std::uint8_t>* flags = &editions;
  switch (state.view) {
    case View::kMapa:
      flags = &cities;
      break;
    case View::kLeaderboard: {
      Count c;
      if (!state.board.empty()) return c;
      const ScoreTable* table =
          store.scores(state.snapshot.empty() ? store.results.main_snapshot : state.snapshot);
      if (table == nullptr) return c;
      c.total = static_cast<int>(table->models.size());
      c.shown = models_shown(store, state, *table);
      return c;
    }
    case View::kProyectos:
      flags = &projects;
      break;
    case View::kCharlas:
      flags = &events;
      break;
    default:
      break;
  }
  return {count_ones(*flags), static_cast<int>(flags->size())};
}

}  // namespace tablero
