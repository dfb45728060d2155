// The cities of the world by name: the binary file that web/build/gazetteer.mjs makes from GeoNames
// (CC BY 4.0). Searched in place, without parsing.
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
};

class Gazetteer {
 public:
  Gazetteer() = default;  // no place
  // Validates the whole file once, so that no later call can fail. `file` is the name used in
  // faults.
  static Result<Gazetteer> load(std::string bytes, std::string_view file);

  std::size_t size() const { return places_; }
  Place at(std::size_t index) const;
  // Position of the city with this GeoNames id, or -1.
  int find_id(std::uint32_t id) const;
  // Positions of the cities called `key` (made by place_key), largest population first.
  std::vector<std::uint32_t> find(std::string_view key) const;

 private:
  std::uint32_t word(std::size_t offset) const;
  std::string_view text(std::uint32_t offset) const;
  std::string_view key_at(std::size_t i) const;
  Result<void> check(std::string_view file) const;

  std::string bytes_;
  std::size_t places_ = 0, keys_ = 0, regions_ = 0;
  std::size_t place_start_ = 0, key_start_ = 0, region_start_ = 0, text_start_ = 0;
};

}  // namespace tablero
