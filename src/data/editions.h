// data/editions.json: the editions of the hackathon, what was claimed about each, and where the
// claims disagree.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

enum class EditionStatus : std::uint8_t { kFinished, kAnnounced };

struct Link {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string
      kind;  // vocabulary word: page, recap, hub_org, playlist, projects, paper, registration
  std::string url;  // https or http
};

struct EditionDates {
  Date start, end;
  Date extended_from;  // the end first announced, when it was extended
  Date results;        // date of the post with the results
  LocalText note;      // other dates found, and how the start is known, when not plain
  SourceIds sources;
};

struct Prize {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string place;  // vocabulary word: first, second, third, podium, ... label "prize.<word>"
  LocalText item;
  Amount amount;        // in `unit`; no_data when the source gives none
  std::string unit;     // months, EUR, USD, credits, percent, scholarships, copies, tickets, ...
  std::string sponsor;  // name as published; empty when none is named
  SourceIds sources;
};

struct Challenge {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;
  std::string name;   // as published
  std::string group;  // mini, main, final
  Date start, end;
  double max_points = 0;
  SourceIds sources;
};

struct Juror {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string name;  // as already published on the community's site
  std::string affiliation;
};

struct Edition {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  int year = 0;
  int ordinal = 0;  // 1 for 2022
  std::string title;
  std::string theme;
  List<std::string> focus;  // vocabulary words: sdg, llm, leaderboard, ...
  EditionStatus status = EditionStatus::kFinished;
  EditionDates dates;
  int team_min = 0, team_max = 0;  // people per team
  SourceIds team_sources;
  List<Link> links;
  List<Prize> prizes;
  List<Challenge> challenges;
  List<Juror> jury;  // empty when not published
  SourceIds jury_sources;
  List<Claim> claims;  // all of them, also the ones that are not shown
  // Metrics that no source gives for this edition, with the kind of missing; so that a view can say
  // "no data" instead of drawing nothing.
  struct Gap {
    static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
    std::string metric;
    Presence presence = Presence::kNoData;
  };
  List<Gap> gaps;

  // The claim shown for `metric`, or nullptr when there is none.
  const Claim* shown(std::string_view metric) const;
};

// Claims that disagree. All are kept; `shown` names those that the dashboard shows, with the
// reason.
struct Conflict {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  LocalText topic;
  List<std::string> claims;  // ids, at least two
  List<std::string> shown;   // ids, a subset of `claims`
  LocalText reason;
};

struct Paper {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string title;
  int year = 0;
  std::string venue;    // empty when not published
  std::string kind;     // community, project
  int edition = 0;      // 0 when it belongs to none
  std::string project;  // id in projects.json or empty
  std::string url;      // empty when not known
  SourceIds sources;
};

struct Editions {
  List<Edition> editions;         // by year, ascending
  List<Claim> cumulative_claims;  // over several editions or the whole community
  List<Conflict> conflicts;
  List<Paper> papers;

  const Edition* find(int year) const;
  // The claim with this id, of an edition or cumulative; nullptr when there is none.
  const Claim* claim(std::string_view id) const;
  // The cumulative claim shown for `metric`, or nullptr.
  const Claim* shown_total(std::string_view metric) const;
  // The conflict that mentions this claim, or nullptr.
  const Conflict* conflict_of(std::string_view claim_id) const;
};

// Reads editions.json. `file` is the name used in faults. The first fault is returned; with `all`
// every fault is appended to it instead of only the first.
Result<Editions> load_editions(std::string_view bytes, std::string_view file,
                               List<Fault>* all = nullptr);

}  // namespace tablero
