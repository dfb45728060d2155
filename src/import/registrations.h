// From the rows of a registration file to the number of people per place. Streaming: of each row
// only a keyed hash of its e-mail and a number for its place are kept. Names and e-mail addresses
// never leave this file in any form.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/date.h"
#include "import/columns.h"
#include "import/places.h"
#include "import/row_source.h"

namespace tablero {

// People of one place. `city` -1: only the country is known; `country` empty too: nothing is known.
struct PlaceCount {
  int city = -1;  // position in the gazetteer
  std::string country;
  int people = 0;
  // Of these, how many are different people for all that the file says: further tickets of a buyer
  // who names nobody are none.
  int distinct = 0;
  bool sure = true;  // false: all of them gave an ambiguous name and were assigned to the largest
                     // city with it
};

// Report on the file for the organizer. Texts are safe to print: none looks like a name or an
// address.
struct RegistrationReport {
  Columns columns;
  std::size_t rows = 0;
  std::size_t repeated = 0;       // rows of a person who was already counted
  std::size_t without_email = 0;  // rows that could not be compared, each counted as one person
  std::size_t not_counted = 0;    // rows whose status does not count
  std::size_t not_people = 0;     // empty rows, sums, repeated headings
  std::size_t heading_line = 1;   // line of the heading
  std::size_t short_rows = 0;     // rows with fewer or more columns than the heading
  std::size_t converted_fields = 0;
  std::size_t unplaced = 0;                 // people of whom no country is known
  std::size_t country_only = 0;             // people placed in a country, not in a city
  std::vector<std::string> unplaced_texts;  // no city understood; each once
  std::size_t withheld_texts = 0;           // not listed because they may be personal data
  // "Córdoba: Córdoba (AR), not Córdoba (ES)", each once. Where the text may be personal, the name
  // of the city stands for it.
  std::vector<std::string> ambiguous;
  Date first, last;  // of the time stamps, when there are any
  // Texts that are remembered at most, of each sort.
  static constexpr std::size_t kMaxTexts = 20'000;
};

struct Registrations {
  std::vector<PlaceCount> places;  // by country, then GeoNames id, places without a city first
  int people = 0;
  RegistrationReport report;
};

// Counts the people of one or several files together: who is in more than one counts once.
class RegistrationReader {
 public:
  // `salt`: random bits. The others are to live as long as this.
  RegistrationReader(const Gazetteer& gazetteer, const PlaceFinder& finder, const ImportMap& map,
                     std::array<std::uint64_t, 2> salt);
  ~RegistrationReader();

  // Reads a whole file. `progress` is called now and then with the bytes read so far. Fault: not a
  // table, no heading, columns that cannot be recognized (columns.h), or statuses of which it is
  // not known whether they count.
  Result<void> read(RowSource& rows, std::string_view file,
                    const std::function<void(std::size_t)>& progress);
  // To be called once, after the last file. The columns of the report are those of the last file.
  Registrations finish();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

// The same for a single file.
Result<Registrations> read_registrations(RowSource& rows, std::string_view file,
                                         const Gazetteer& gazetteer, const PlaceFinder& finder,
                                         const ImportMap& map, std::array<std::uint64_t, 2> salt,
                                         const std::function<void(std::size_t)>& progress);

}  // namespace tablero
