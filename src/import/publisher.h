// The work of publish_registrations(): collects the cells, asks the disclosure gate, writes the
// files. Split over publisher.cpp (reading and protecting), publisher_keep.cpp (what stays of the
// last import) and publisher_write.cpp (writing).
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/cities.h"
#include "data/countries.h"
#include "data/editions.h"
#include "import/disclosure.h"
#include "import/json_edit.h"
#include "import/publish_registrations.h"

namespace tablero {

inline constexpr std::string_view kMetric = "participants";
inline constexpr std::string_view kTotalMetric = "registrations";

// One city of the edition and the gate's decision about it.
struct CityCell {
  int city = -1;
  int people = 0, distinct = 0;
  bool sure = true;
  std::size_t figure = 0;
  int published = 0;  // what is published if it is not hidden
};

struct CountryCell {
  std::string iso2;
  int people = 0, distinct = 0;
  std::vector<CityCell> cities;
  int elsewhere = 0, elsewhere_distinct = 0;  // in the country, city unknown
  std::size_t figure = 0;
  int published = 0;
};

inline std::string city_id(const Place& place) { return "g" + std::to_string(place.id); }

inline bool has_source(const SourceIds& sources, std::string_view id) {
  return std::find(sources.begin(), sources.end(), id) != sources.end();
}

class Publisher {
 public:
  Publisher(const Registrations& in, const Gazetteer& gazetteer, const PublishOptions& options,
            RegistrationFiles& files)
      : in_(in),
        gazetteer_(gazetteer),
        options_(options),
        files_(files),
        source_(registration_source(options.year)) {}

  Result<PublishedSummary> run() {
    Result<void> prepared = load();
    if (prepared.ok()) prepared = collect();
    if (prepared.ok()) prepared = protect();
    if (!prepared.ok()) return prepared.fault();
    if (!options_.accept_difference) keep_earlier();
    write_cities();
    write_countries();
    write_edition();
    write_source();
    return std::move(summary_);
  }

 private:
  Result<void> load();

  Result<void> collect();

  // What is published of the edition before this import, in this import's name or in another's.
  enum class By : unsigned char { kThis, kOthers };
  const CountryFigure* figure_of(const std::string& iso2, By by) const;
  const CityEdition* count_of(const Place& place, By by) const;

  DisclosureTable table(bool total_fixed);

  // Whether a published claim already reveals the total: of this edition, or of all editions when
  // the others are known.
  bool total_is_known() const;
  int stated_total(int year) const;

  // Publishes the total as well if that is safe, and everything else without it otherwise.
  Result<void> protect();

  std::string region_of(const Place& place) const;

  std::string city_edition_json(const CityCell& cell, SourceIds sources) const;

  std::string city_json(const Place& p, const std::string& edition) const;

  // Removes from cities.json what an earlier import of this edition wrote.
  void forget_cities(JsonEdit& edit);

  void write_city(JsonEdit& edit, const CityCell& cell);

  void write_cities();

  // The note beside the map ends with a sentence per imported edition.
  void write_note(JsonEdit& edit) const;

  void forget_figures(JsonEdit& edit);

  void write_countries();

  void write_edition();

  // Against a differencing attack: somebody who kept the last publication can subtract it from this
  // one. Where the two would differ by fewer than k people, the earlier figure stays; also where
  // the published differences of a sum and of its parts would leave fewer than k to the others.
  void keep_earlier();
  // The number that the last import of this edition published; -1: none.
  int earlier_total() const;
  // The figure to publish instead of `people`.
  int kept(int people, int earlier, const std::string& name);
  // The same of a sum, whose published `parts` differ by `difference` from the last import's.
  int kept_sum(int people, int earlier, int difference, const std::string& name,
               std::string_view parts);

  void add_claim(JsonEdit& edit, const std::string& at, const Edition& e, List<Claim>& claims,
                 const std::string& id, std::string_view metric, int value, std::string_view unit);

  // Keeps the indices of the other gaps correct after one was removed from the text.
  void forget_gap(std::string_view metric);

  // The month of the last registration; the day could point to a person.
  std::string last_month() const;

  void write_source();

  const Registrations& in_;
  const Gazetteer& gazetteer_;
  const PublishOptions& options_;
  RegistrationFiles& files_;
  std::string source_;
  Cities cities_;
  Countries countries_;
  Editions editions_;
  std::vector<CountryCell> cells_;
  int published_total_ = 0;
  int nowhere_ = 0, nowhere_distinct_ = 0, distinct_ = 0;
  DisclosureTable gate_{kPlaceK};
  std::size_t total_ = 0;
  PublishedSummary summary_;
};

}  // namespace tablero
