// What all figures share: a value that may be missing for one of several reasons, the qualifier it
// was published with, dates of different precision, text in three languages, and the claims made
// about a figure.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "base/list.h"

namespace tablero {

// Ids of records in sources.json. Every figure has at least one.
using SourceIds = List<std::string>;

// Languages that the texts of the data are written in, in the order of the arrays below. The
// interface may have more languages (a file of data/i18n each); their words name the one of these
// to use instead.
inline constexpr std::array<std::string_view, 3> kTextLanguages = {"es", "pt", "en"};
inline constexpr int kLanguageCount = static_cast<int>(kTextLanguages.size());
// Index into kTextLanguages, -1 for any other language.
int text_language(std::string_view tag);

// The language of a reader and how numbers are written in it; ui/format.h reads it from the words.
struct Language {
  std::array<char, 8> tag{{'e', 's'}};  // name of the file in data/i18n, zeros after it
  std::uint8_t texts = 0;               // index into kTextLanguages
  std::array<char, 4> group{{'.'}};     // UTF-8, zeros after it; none: no groups
  std::array<char, 4> point{{','}};
  std::string_view view() const { return tag.data(); }
  // Cache key: differs between languages, for caches of formatted text.
  std::uint32_t key() const {
    std::uint32_t sum = 0;
    for (const char c : tag) sum = sum * 31 + static_cast<unsigned char>(c);
    return sum;
  }
  bool operator==(const Language&) const = default;
  static const Language es, pt, en;
};
inline constexpr Language Language::es{};
inline constexpr Language Language::pt{{{'p', 't'}}, 1, {{'.'}}, {{','}}};
inline constexpr Language Language::en{{{'e', 'n'}}, 2, {{','}}, {{'.'}}};

// A text in each of kTextLanguages; never empty in any of them unless the field is absent from the
// file, in which case all three are empty.
struct LocalText {
  std::array<std::string, kLanguageCount> text;
  const std::string& in(const Language& l) const { return text[l.texts]; }
  bool empty() const { return text[0].empty(); }
};

// How the value was published. list_only: named in a list, without a number. derived: counted by us
// from the lists in these files, not published as a figure.
enum class Qualifier : std::uint8_t {
  kExact,
  kMoreThan,
  kAtLeast,
  kAlmost,
  kApprox,
  kReached,
  kListOnly,
  kDerived
};
inline constexpr std::array<std::string_view, 8> kQualifierNames = {
    "exact", "more_than", "at_least", "almost", "approx", "reached", "list_only", "derived"};

// Four different things: nobody knows, nobody asked, suppressed because fewer than k people are
// counted (the threshold rule of statistical disclosure control, as in k-anonymity), and a true
// zero. In the files a number stands for itself (0 is zero) and the other three are written
// {"missing":"no_data"}, {"missing":"not_asked"}, {"missing":"fewer_than_k"}.
enum class Presence : std::uint8_t { kValue, kZero, kNoData, kNotAsked, kFewerThanK };
inline constexpr std::array<std::string_view, 5> kPresenceNames = {"value", "zero", "no_data",
                                                                   "not_asked", "fewer_than_k"};

// A number or the reason why there is none. `value` is NaN exactly when known() is false.
struct Amount {
  double value = std::numeric_limits<double>::quiet_NaN();
  Presence presence = Presence::kNoData;

  bool known() const { return presence == Presence::kValue || presence == Presence::kZero; }
};

// A calendar date known to the day, the month or the year; month and day are 0 when not known.
struct Date {
  std::int16_t year = 0;  // 0 when there is no date at all
  std::int8_t month = 0;  // 1 to 12
  std::int8_t day = 0;    // 1 to 31

  bool known() const { return year != 0; }
  // Sort key: chronological; an unknown part sorts before any known one.
  int key() const { return year * 10000 + month * 100 + day; }
  // "2024", "2024-03" or "2024-03-14"; empty when not known.
  std::string iso() const;
};

// The date that `s` writes as "2024", "2024-03" or "2024-03-14", from 1900 to 2100; false, and `d`
// as it was, when it is not one.
bool parse_date(std::string_view s, Date& d);

// Days since 1970-01-01 (proleptic Gregorian); a missing month or day counts as the first.
// Formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
std::int64_t days_from_epoch(Date d);

// One statement that a source makes about one figure.
struct Claim {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;  // e.g. "C24-03"
  std::string
      metric;    // vocabulary word, e.g. "participants"; its label is the i18n key "metric.<word>"
  Amount value;  // in `unit`; no_data for list_only
  Qualifier qualifier = Qualifier::kExact;
  std::string unit;     // vocabulary word, e.g. "people"; label "unit.<word>"; empty for list_only
  Date as_of;           // when it was true or stated; unknown when the source does not tell
  List<int> covers;     // cumulative claims: the years of the editions it sums over
  std::string project;  // id in projects.json when the claim is about one project, else empty
  LocalText caution;    // what a reader must know, else empty
  SourceIds sources;
  bool shown = false;  // the one claim of its metric (and edition) that the dashboard shows
};

}  // namespace tablero
