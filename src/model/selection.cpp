#include "model/selection.h"

#include <algorithm>

#include "base/list.h"
#include "base/sort.h"
#include "base/text.h"
#include "query/model_query.h"

namespace tablero {
namespace {

constexpr int kEdition = 0, kCountry = 1, kOwn = 2;

// Builds the searchable text of a record, with the translated words and those of the data.
class SearchText {
 public:
  SearchText& operator<<(std::string_view more) {
    text_ += ' ';
    text_ += more;
    return *this;
  }
  // The word of a facet and how the reader sees it.
  void facet(const Strings& words, Facet facet, std::string_view word) {
    *this << word;
    key_ = facet_name(facet);
    key_ += '.';
    key_ += word;
    if (words.has(key_)) *this << words.get(key_);
  }
  void country(const Store& store, std::string_view iso2) {
    const Country* country = store.countries.find(iso2);
    if (country == nullptr) return;
    for (const std::string& name : country->name.text) *this << name;
    for (const std::string& name : country->synonyms) *this << name;
  }
  std::string folded() const { return fold(text_); }

 private:
  std::string text_, key_;
};

void add_year(FacetTable& rows, int year) {
  if (year > 0) rows.add(kEdition, std::to_string(year));
}

}  // namespace

int sdg_number(std::string_view word) { return static_cast<int>(parse_integer(word).value_or(0)); }

void Selection::Table::begin(std::initializer_list<Facet> own) {
  facets.assign(own.begin(), own.end());
  rows.begin(kOwn + static_cast<int>(own.size()));
}

void Selection::index_projects(const Store& store, const Strings& words) {
  FacetTable& rows = project_table_.rows;
  project_table_.begin({Facet::kTopic, Facet::kSdg, Facet::kAward});
  for (const Project& p : store.projects.projects) {
    SearchText text;
    text << p.id << p.name << p.title;
    text.facet(words, Facet::kTopic, p.topic);
    add_year(rows, p.edition);
    for (const std::string& c : p.countries) {
      rows.add(kCountry, c);
      text.country(store, c);
    }
    rows.add(kOwn, p.topic);
    for (int goal : p.sdg) {
      const std::string number = std::to_string(goal);
      rows.add(kOwn + 1, number);
      text.facet(words, Facet::kSdg, number);
    }
    for (const Award& a : p.awards) rows.add(kOwn + 2, a.award);
    rows.end_row(text.folded());
  }
  rows.finish();
}

void Selection::index_events(const Store& store, const Strings& words) {
  FacetTable& rows = event_table_.rows;
  event_table_.begin({Facet::kKind});
  for (const Event& e : store.events.events) {
    SearchText text;
    text << e.id << e.title << e.host << e.series << e.city;
    text.facet(words, Facet::kKind, e.kind);
    for (const Speaker& s : e.speakers) text << s.name << s.affiliation;
    add_year(rows, e.edition);
    rows.add(kOwn, e.kind);
    rows.end_row(text.folded());
  }
  rows.finish();
}

void Selection::index_corpora(const Store& store, const Strings& words) {
  FacetTable& rows = corpus_table_.rows;
  corpus_table_.begin({Facet::kDomain, Facet::kLanguage});
  for (const Corpus& c : store.corpora.corpora) {
    SearchText text;
    text << c.id << c.name << c.creator;
    text.facet(words, Facet::kDomain, c.domain);
    add_year(rows, c.edition);
    rows.add(kOwn, c.domain);
    for (const std::string& language : c.languages) rows.add(kOwn + 1, language);
    rows.end_row(text.folded());
  }
  rows.finish();
}

// One row per sponsor and edition, because tiers differ between editions.
void Selection::index_sponsors(const Store& store) {
  FacetTable& rows = sponsor_table_.rows;
  sponsor_table_.begin({Facet::kTier});
  sponsor_of_row_.clear();
  for (std::size_t i = 0; i < store.sponsors.sponsors.size(); ++i) {
    const Sponsor& sponsor = store.sponsors.sponsors[i];
    for (const Edition& edition : store.editions.editions) {
      const auto tiers = sponsor.shown_in(edition.year);
      if (tiers.empty()) continue;
      add_year(rows, edition.year);
      for (const Tier t : tiers) rows.add(kOwn, kTierNames[static_cast<std::size_t>(t)]);
      rows.end_row((SearchText() << sponsor.id << sponsor.name).folded());
      sponsor_of_row_.push_back(i);
    }
  }
  rows.finish();
}

// A country filter does not apply to people: where they live was not published.
void Selection::index_contributions(const Store& store) {
  FacetTable& rows = contribution_table_.rows;
  contribution_table_.begin({});
  for (const Campaign& campaign : store.contributions.campaigns) {
    for (const ContributionRow& row : campaign.rows) {
      SearchText text;
      text << row.name << campaign.name;
      text.country(store, row.country);
      add_year(rows, campaign.edition);
      rows.end_row(text.folded());
    }
  }
  rows.finish();
}

void Selection::index(const Store& store, const Strings& words) {
  FacetTable& rows = city_table_.rows;
  city_table_.begin({});
  for (const City& city : store.cities.cities) {
    SearchText text;
    text << city.name << city.region;
    text.country(store, city.country);
    for (const CityEdition& e : city.editions) add_year(rows, e.year);
    rows.add(kCountry, city.country);
    rows.end_row(text.folded());
  }
  rows.finish();
  index_projects(store, words);
  index_events(store, words);
  index_corpora(store, words);
  index_sponsors(store);
  index_contributions(store);
  source_table_.begin({});
  for (const Source& source : store.sources.sources) {
    source_table_.rows.end_row((SearchText() << source.id << source.title).folded());
  }
  source_table_.rows.finish();
}

void Selection::filter(Table& table, List<std::uint8_t>& flags) {
  FacetTable& rows = table.rows;
  if (!rows.words(kEdition).empty()) rows.choose(kEdition, wanted_years_);
  if (!rows.words(kCountry).empty()) rows.choose(kCountry, wanted_countries_);
  for (std::size_t f = 0; f < table.facets.size(); ++f) {
    rows.choose(kOwn + static_cast<int>(f), facets_[static_cast<std::size_t>(table.facets[f])]);
  }
  rows.search(wanted_text_);
  rows.update();
  flags.clear();
  for (std::size_t i = 0; i < rows.rows(); ++i) flags.push_back(rows.passes(i) ? 1 : 0);
  for (std::size_t f = 0; f < table.facets.size(); ++f) {
    List<Choice>& choices = choices_[static_cast<std::size_t>(table.facets[f])];
    const int own = kOwn + static_cast<int>(f);
    choices.clear();
    for (std::size_t w = 0; w < rows.words(own).size(); ++w) {
      choices.push_back({rows.words(own)[w], rows.count(own, w)});
    }
  }
}

void Selection::sort_choices() {
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const bool numbers = i == static_cast<std::size_t>(Facet::kSdg);
    sort(choices_[i], [numbers](const Choice& a, const Choice& b) {
      if (numbers) return sdg_number(a.value) < sdg_number(b.value);
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
  }
}

bool Selection::update(const Store& store, const ViewState& state, const Strings& words,
                       const Language& language) {
  const bool new_data =
      store.generation() != store_generation_ || lang_ != language || generation == 0;
  if (!new_data && years_ == state.editions && countries_ == state.countries && query_ == state.q &&
      facets_ == state.facets) {
    return false;
  }
  store_generation_ = store.generation();
  lang_ = language;
  years_ = state.editions;
  countries_ = state.countries;
  query_ = state.q;
  facets_ = state.facets;
  wanted_years_.clear();
  for (const int year : years_) wanted_years_.push_back(std::to_string(year));
  wanted_countries_.clear();
  for (const CountryCode& code : countries_) wanted_countries_.emplace_back(code.view());
  wanted_text_ = fold(query_);
  if (new_data) index(store, words);
  editions.clear();
  for (const Edition& e : store.editions.editions) {
    const bool wanted = years_.empty() || std::binary_search(years_.begin(), years_.end(), e.year);
    editions.push_back(wanted ? 1 : 0);
  }
  filter(city_table_, cities);
  filter(project_table_, projects);
  filter(event_table_, events);
  filter(corpus_table_, corpora);
  filter(contribution_table_, contributions);
  filter(source_table_, sources);
  List<std::uint8_t> tiers;
  filter(sponsor_table_, tiers);
  sponsors.assign(store.sponsors.sponsors.size(), 0);
  for (std::size_t i = 0; i < tiers.size(); ++i) sponsors[sponsor_of_row_[i]] |= tiers[i];
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

Selection::Count Selection::count(const List<std::uint8_t>& flags) {
  const auto shown = std::count(flags.begin(), flags.end(), std::uint8_t{1});
  return {static_cast<int>(shown), static_cast<int>(flags.size())};
}

Selection::Count Selection::count_models(const Store& store, const ViewState& state) const {
  if (!state.board.empty()) return {};
  const ScoreTable* table =
      store.scores(state.snapshot.empty() ? store.results.main_snapshot : state.snapshot);
  if (table == nullptr) return {};
  return {models_shown(store, state, *table), static_cast<int>(table->models.size())};
}

}  // namespace tablero
