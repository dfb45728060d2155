// What the parts of a text can mean: each word or run of words with all cities, regions and
// countries of that name.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/countries.h"
#include "import/gazetteer.h"
#include "import/place_text.h"

namespace tablero {

// One name of a text with everything that it can mean.
struct PlaceName {
  std::string text;  // as typed
  std::vector<NamedPlace> cities;
  std::vector<std::uint32_t> regions;  // positions
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2
  bool misspelled = false;             // the cities differ from the text by one letter
  bool country_as_written = false;     // accents are those of the first country: "França"

  bool empty() const { return cities.empty() && regions.empty() && countries.empty(); }
};

// Whether people of the community live mostly in this country: Ibero-America, Spain, Portugal,
// Andorra, Equatorial Guinea.
bool is_community(std::string_view country);

class PlaceReader {
 public:
  PlaceReader(const Gazetteer& gazetteer, const Countries& countries);

  // The names in the parts of a text, in its order; words that are no name are left out.
  std::vector<PlaceName> names_of(const std::vector<TextPart>& parts) const;
  // ISO 3166-1 alpha-2 of a name or code ("EE. UU.", "México", "es", "ESP"), or empty.
  std::string country_of(std::string_view text) const;

 private:
  struct Context {
    bool beside = false;      // there is more in the text than this
    bool whole_part = false;  // it stands alone between separators
  };
  PlaceName read(std::string_view text, Context context) const;
  void read_cities(const std::string& key, Context context, PlaceName& name) const;
  void read_regions(std::string_view text, const std::string& key, Context context,
                    PlaceName& name) const;
  void read_countries(std::string_view text, const std::string& key, Context context,
                      PlaceName& name) const;
  std::vector<PlaceName> split_words(std::string_view part, bool beside) const;
  std::vector<PlaceName> split_marks(std::string_view part) const;
  PlaceName corrected(const std::string& key) const;
  std::string named_country(const std::string& key) const;

  // A name of a large city of the community, for what is misspelled.
  struct LargeCity {
    std::string key;
    NamedPlace place;
  };

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, std::string> countries_;  // key of a name -> ISO code
  std::unordered_map<std::string, std::string> written_;    // a name with accents -> ISO code
  std::unordered_map<std::string, std::string> three_letters_;
  std::unordered_map<std::string, bool> iso_;  // the codes of two letters
  std::vector<std::vector<LargeCity>> large_;  // by first letter
  std::vector<std::string> our_countries_;     // keys of the community's countries
};

}  // namespace tablero
