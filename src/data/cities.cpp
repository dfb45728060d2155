#include "data/cities.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/list.h"
#include "base/number.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr double kMaxMatchKm = 500;
constexpr int kMaxPopulation = 100'000'000;

// Defaults for all cities of one edition.
struct YearDefaults {
  int year;
  Amount count;
  SourceIds sources;
};

CityEdition read_city_edition(const Node& node, const List<YearDefaults>& years) {
  CityEdition e;
  Fields f(node);
  const Node year = f.get("year");
  e.year = year.year();
  const auto defaults = std::find_if(years.begin(), years.end(),
                                     [&](const YearDefaults& y) { return y.year == e.year; });
  if (defaults == years.end()) {
    year.wrong("a year out of /years");
  } else {
    e.count = defaults->count;
    e.sources = defaults->sources;
  }
  e.confidence = f.get("confidence").one_of<Confidence>(kConfidenceNames);
  const Node match = f.get("match_km");
  e.match_km = match.present() ? match.number(0, kMaxMatchKm) : kNaN;
  if (const Node count = f.get("count"); count.present()) e.count = count.amount(0, 1e7);
  if (const Node sources = f.get("sources"); sources.present()) e.sources = sources.sources();
  return e;
}

// Degrees. One impossible place must not make the whole file fail: it becomes NaN, which the map
// counts and leaves out. A check for all faults (`tablero-data check`) reports it.
double degrees(const Node& node, double limit) {
  const bool strict = node.sink().lists_all();
  if (!strict && node.present() && node.value()->kind == JsonValue::Kind::kNull) return kNaN;
  const double most = strict ? limit : std::numeric_limits<double>::max();
  const double value = node.number(-most, most);
  return std::abs(value) <= limit ? value : kNaN;
}

City read_city(const Node& node, const List<YearDefaults>& years, UniqueIds& ids) {
  City c;
  Fields f(node);
  c.id = read_id(f, ids);
  c.name = f.get("name").text();
  c.region = f.text_or("region");
  c.country = f.get("country").country();
  c.lon = degrees(f.get("lon"), 180);
  c.lat = degrees(f.get("lat"), 90);
  c.population = f.get("population").integer(0, kMaxPopulation);
  int last_year = 0;
  for (const Node item : f.get("editions").items(1)) {
    c.editions.push_back(read_city_edition(item, years));
    if (c.editions.back().year <= last_year) item.wrong("editions in ascending order of year");
    last_year = c.editions.back().year;
  }
  return c;
}

void read_cities(Fields& root, Cities& out) {
  out.note = root.get("note").local();
  root.get("gazetteer").sources();
  List<YearDefaults> years;
  for (const Node item : root.get("years").items()) {
    Fields f(item);
    const Node year = f.get("year");
    years.push_back({year.year(), f.get("count").amount(0, 1e7), f.get("sources").sources()});
    if (!out.years.empty() && years.back().year <= out.years.back()) {
      year.wrong("years in ascending order");
    }
    out.years.push_back(years.back().year);
  }
  UniqueIds ids;
  for (const Node item : root.get("cities").items()) {
    out.cities.push_back(read_city(item, years, ids));
  }
}

}  // namespace

const CityEdition* City::in(int year) const {
  for (const CityEdition& e : editions) {
    if (e.year == year) return &e;
  }
  return nullptr;
}

Result<Cities> load_cities(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Cities, read_cities>(bytes, file, all);
}

}  // namespace tablero
