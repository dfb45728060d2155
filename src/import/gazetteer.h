// The cities and regions of the world by name: the binary file that web/build/gazetteer.mjs makes
// from GeoNames (CC BY 4.0). Searched in place, without parsing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablero {

// The lookup key of a name: folded (base/text.h), with punctuation as one space. "Bogotá, D.C." ->
// "bogota d c".
std::string place_key(std::string_view name);

// One city of the file.
struct Place {
  std::uint32_t id = 0;     // of GeoNames
  double lon = 0, lat = 0;  // degrees, WGS84, to 1e-4
  std::uint32_t population = 0;
  std::string_view name;     // as GeoNames writes it
  std::string_view country;  // ISO 3166-1 alpha-2
  std::string_view region;  // first-level administrative code of GeoNames: "CA", "09"; may be empty
  std::uint32_t region_at = 0;    // position of that region, 0 when there is none
  std::uint32_t district_at = 0;  // position of the second-level region, 0 when there is none
  int seat = 0;          // 1 capital of a first-level region or country, 2 of a second-level region
  bool section = false;  // a part of a city
  int other_names = 0;   // in GeoNames, in any language: the more, the better known; at most 255
};

// One region of the file.
struct Region {
  std::string_view code;  // administrative code of GeoNames: "57", "57.BA"; empty: a whole country
  std::string_view country;  // ISO 3166-1 alpha-2
  std::uint32_t parent = 0;  // position of the region around it, 0 when there is none
  std::uint32_t people = 0;  // in its cities
};

// How a name belongs to a place: its own in GeoNames, ours, another one in GeoNames, its first
// words ("Torrejón" for Torrejón de Ardoz).
enum class NameKind { kOwn, kAlias, kAlternate, kShort };
// How a name belongs to a region: in full, shortened ("Gto"), a code in capitals ("PR").
enum class RegionNameKind { kFull, kAbbreviation, kCode };

struct NamedPlace {
  std::uint32_t place = 0;  // position
  NameKind kind = NameKind::kOwn;
};

struct NamedRegion {
  std::uint32_t region = 0;  // position
  RegionNameKind kind = RegionNameKind::kFull;
};

class Gazetteer {
 public:
  Gazetteer() = default;  // no place
  // Validates the whole file once, so that no later call can fail. `file` is the name used in
  // faults.
  static Result<Gazetteer> load(std::string bytes, std::string_view file);

  std::size_t size() const { return places_.count; }
  Place at(std::size_t index) const;
  // Position of the city with this GeoNames id, or -1.
  int find_id(std::uint32_t id) const;
  // The cities called `key` (made by place_key), largest population first.
  std::vector<NamedPlace> find(std::string_view key) const;

  // Positions of regions begin at 1.
  Region region_at(std::size_t position) const;
  // The regions called `key` (made by place_key), by position.
  std::vector<NamedRegion> find_regions(std::string_view key) const;
  // Whether the region at `inner` is the one at `outer` or lies in it.
  bool lies_in(std::uint32_t inner, std::uint32_t outer) const;
  // Calls `visit` (key, NamedPlace) for every name of a city, in the order of the names.
  template <typename Visit>
  void each_name(Visit visit) const {
    for (std::size_t i = 0; i < place_keys_.count; ++i)
      visit(key_at(place_keys_, i), named_place(i));
  }

 private:
  // A run of records of equal size.
  struct Table {
    std::size_t start = 0, count = 0;
  };

  std::uint32_t word(std::size_t offset) const;
  std::uint32_t half(std::size_t offset) const;
  std::string_view text(std::uint32_t offset) const;
  bool is_text(std::uint32_t offset) const;
  std::string_view key_at(const Table& keys, std::size_t i) const;
  NamedPlace named_place(std::size_t i) const;
  std::size_t first_of(const Table& keys, std::string_view key) const;
  Result<void> check(std::string_view file) const;
  Result<void> check_keys(std::string_view file, const Table& keys, std::size_t targets,
                          std::uint32_t kinds) const;

  std::string bytes_;
  Table places_, place_keys_, regions_, region_keys_;
  std::size_t text_start_ = 0;
};

}  // namespace tablero
