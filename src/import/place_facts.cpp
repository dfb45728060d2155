#include "import/place_facts.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

namespace tablero {
namespace {

// GeoNames does not know the population of some towns that are seats of their regions.
constexpr double kSeatPeople = 50'000, kSecondSeatPeople = 30'000;

// Countries whose regions of the second level are provinces, which people name after a city;
// elsewhere they are municipalities.
constexpr std::string_view kWithProvinces[] = {"BO", "CL", "ES", "IT", "PE"};

}  // namespace

bool has_provinces(std::string_view country) {
  return std::find(std::begin(kWithProvinces), std::end(kWithProvinces), country) !=
         std::end(kWithProvinces);
}

double people(const Place& p) {
  if (p.population > 0) return p.section ? p.population / 10.0 : p.population;
  return p.seat == 1 ? kSeatPeople : p.seat == 2 ? kSecondSeatPeople : 1;
}

std::string named(const Place& p) {
  return std::string(p.name) + " (" + std::string(p.country) + ")";
}

double kilometers(const Place& a, const Place& b) {
  constexpr double kPerDegree = 111.2;
  const double x = (a.lon - b.lon) * std::cos(a.lat * std::numbers::pi / 180);
  return kPerDegree * std::hypot(x, a.lat - b.lat);
}

bool is_state(const Region& region) { return region.parent == 0 && region.country != "PR"; }

bool in_region(const Gazetteer& g, const Place& p, std::uint32_t region) {
  const Region r = g.region_at(region);
  if (r.country != p.country) return false;
  return r.code.empty() || g.lies_in(p.region_at, region) || g.lies_in(p.district_at, region);
}

}  // namespace tablero
