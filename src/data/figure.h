// What all figures share: a value that may be missing for one of several reasons, the qualifier it
// was published with, text in three languages, and the claims made about a figure.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/list.h"
#include "base/number.h"
#include "data/date.h"

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

// The language of a reader and how numbers are written in it; model/format.h reads it from the
// words.
struct Language {
  std::array<char, 8> tag{{'e', 's'}};  // name of the file in data/i18n, zeros after it
  std::uint8_t texts = 0;               // index into kTextLanguages
  std::array<char, 4> group{{'.'}};     // UTF-8, zeros after it; none: no groups
  std::array<char, 4> point{{','}};
  std::string_view view() const { return tag.data(); }
  // Cache key: differs between languages, for caches of formatted text.
  std::uint32_t key() const { return hash_more(kHashStart, view()); }
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
  double value = kNaN;
  Presence presence = Presence::kNoData;

  bool known() const { return presence == Presence::kValue || presence == Presence::kZero; }
};

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
