// The places of a file by number, and what its texts mean.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "import/places.h"

namespace tablero {

// The texts of a row that say where its person is.
struct PlaceTexts {
  std::string_view city, region, country;  // of columns of their own
  std::string_view place;                  // or all in one

  // The text to show when no city was understood.
  std::string_view shown() const { return !place.empty() ? place : !city.empty() ? city : country; }
  bool empty() const { return place.empty() && city.empty() && country.empty(); }
};

// Numbers every place from 1 and memoizes what texts mean.
class PlaceNumbers {
 public:
  PlaceNumbers(const PlaceFinder& finder, const Gazetteer& gazetteer)
      : finder_(finder), gazetteer_(gazetteer) {}

  struct Known {
    std::uint32_t number = 0;    // 0 unknown
    bool city = false;           // a city was understood
    bool names_country = false;  // the text is the name of a country and nothing else
    std::string country;         // ISO 3166-1 alpha-2, empty when not known
    std::string chosen;          // name of the city that was taken, when the text was ambiguous
    std::string ambiguity;       // "Córdoba (AR), not Córdoba (ES)"; empty when sure
  };
  // What the texts mean. Valid until the next call.
  const Known& of(const PlaceTexts& texts);

  struct Numbered {
    int city = -1;  // position in the gazetteer
    std::string country;
    bool sure = true;  // no text that led here was a guess
  };
  // Number n is at n - 1.
  const std::vector<Numbered>& places() const { return places_; }

 private:
  Known understand(const PlaceTexts& texts);
  std::uint32_t number_of(const Whereabouts& w);

  const PlaceFinder& finder_;
  const Gazetteer& gazetteer_;
  std::string key_;
  std::unordered_map<std::string, Known> known_;
  std::map<std::pair<std::string, int>, std::uint32_t> numbers_;
  std::vector<Numbered> places_;
};

}  // namespace tablero
