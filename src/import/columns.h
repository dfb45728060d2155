// Maps the columns of a registration file to roles. Headings are recognized in Spanish, Portuguese
// and English: the fixed ones of Eventbrite and Google Forms, and whole questions ("¿Desde qué
// ciudad participas?").
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablero {

enum class ColumnRole : unsigned char {
  email,       // identifies a person, in memory only
  first_name,  // only to distinguish the people of one order
  last_name,
  name,
  order,
  status,
  quantity,
  timestamp,
  city,
  region,
  country,
  place  // city and country in one text
};
inline constexpr std::size_t kColumnRoleCount = 12;
inline constexpr std::array<std::string_view, kColumnRoleCount> kColumnRoleNames = {
    "email",    "first_name", "last_name", "name",   "order",   "status",
    "quantity", "timestamp",  "city",      "region", "country", "place"};

// The organizer's settings for a file, from --map FILE. All parts are optional.
struct ImportMap {
  std::map<std::string, std::string> columns;  // role -> heading
  std::vector<std::string> ignore;             // headings
  std::map<std::string, std::string> places;   // text -> "Ciudad de México, MX"
  std::vector<std::string> count_status;       // statuses that count, instead of the known ones
  char separator = 0;
};

// Reads {"columns": {"place": "..."}, "ignore": [...], "places": {...}, "count_status": [...],
// "separator": ";"}.
Result<ImportMap> read_import_map(std::string_view bytes, std::string_view file);

// The column of each role; -1: none.
struct Columns {
  std::array<int, kColumnRoleCount> at{};
  // Fallback for the place: a question of the organizers, used where the fixed columns of the form
  // are empty.
  int asked_city = -1, asked_country = -1, asked_place = -1;
  bool day_first = true;               // 3/4/2026 is the 3rd of April
  std::vector<std::string> unknown;    // unrecognized headings, in order
  std::vector<std::string> described;  // "city: Home City", for the report

  int operator[](ColumnRole role) const { return at[static_cast<std::size_t>(role)]; }
};

// Fault: two columns for one role, a heading of `map` that is not there, or no column with a place.
// `file` is the name used in faults.
Result<Columns> recognise_columns(const std::vector<std::string_view>& headings,
                                  const ImportMap& map, std::string_view file);

}  // namespace tablero
