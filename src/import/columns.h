// Maps the columns of a registration file to roles. Headings are recognized in Spanish, Portuguese
// and English: the fixed ones of Eventbrite and Google Forms, and whole questions ("¿Desde qué
// ciudad participas?").
#pragma once

#include <array>
#include <cstddef>
#include <functional>
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

// What the answers in a column look like, of the first rows of a file.
struct ColumnFacts {
  std::size_t filled = 0;    // cells that are not empty
  std::size_t places = 0;    // of these, understood as a place
  std::size_t statuses = 0;  // of these, known as statuses (statuses.h)
  std::size_t distinct = 0;  // different answers

  // Whether at least half of the answers are of this sort.
  bool mostly(std::size_t sort) const { return filled > 0 && sort * 2 >= filled; }
};

// The columns of each role, in the order in which they are asked: of a row, the first that is not
// empty counts.
struct Columns {
  using List = std::vector<int>;
  std::array<List, kColumnRoleCount> at;
  // Fallback for the place: questions of the organizers, used where the fixed columns of the form
  // are empty.
  List asked_city, asked_country, asked_place;
  bool day_first = true;               // 3/4/2026 is the 3rd of April
  std::vector<std::string> unknown;    // unrecognized headings, in order
  std::vector<std::string> described;  // "city: Home City", for the report

  const List& operator[](ColumnRole role) const { return at[static_cast<std::size_t>(role)]; }
  bool has(ColumnRole role) const { return !(*this)[role].empty(); }
};

// How many of the cells are headings that are known, that `map` names, or that ask for something
// that is read. 0 when a cell cannot stand in a heading (an address).
std::size_t known_headings(const std::vector<std::string_view>& cells, const ImportMap& map);

// Looks at the answers of a column, counted from 0.
using FactsOf = std::function<ColumnFacts(std::size_t column)>;

// `facts`: asked where headings alone do not decide; empty: only they do. `line`: of the heading,
// for faults. Fault: two columns for one role that neither headings nor answers tell apart, a
// heading of `map` that is not there, no column with a place, or a column that looks like a status
// and holds none that is known. `file` is the name used in faults.
Result<Columns> recognise_columns(const std::vector<std::string_view>& headings,
                                  const FactsOf& facts, const ImportMap& map, std::string_view file,
                                  std::size_t line = 1);

}  // namespace tablero
