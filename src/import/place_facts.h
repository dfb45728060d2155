// Facts about cities and regions of the gazetteer that the choice between them rests on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "import/gazetteer.h"

namespace tablero {

// Below this ratio between the two largest, a name that stands alone is left open.
constexpr double kClear = 3;
// A town of this many people is a place that somebody may mean.
constexpr double kSmallTown = 50'000;

// Whether the regions of the second level are provinces, which people name after a city. Elsewhere
// they are municipalities.
bool has_provinces(std::string_view country);

// The people of a city; an estimate for seats of regions whose population GeoNames does not know.
double people(const Place& p);

// "Córdoba (ES)"
std::string named(const Place& p);

// Distance on the ground, good to a few percent below 100 km.
double kilometers(const Place& a, const Place& b);

// Whether people know the region as a state or province. The first level of Puerto Rico is its
// municipalities.
bool is_state(const Region& region);

// Whether the city lies in the region at this position.
bool in_region(const Gazetteer& g, const Place& p, std::uint32_t region);

}  // namespace tablero
