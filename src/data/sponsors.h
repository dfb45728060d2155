// data/sponsors.json: who supported which edition, in which tier.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

enum class Tier : std::uint8_t {
  kOrganiser,
  kPlatinum,
  kGold,
  kSilver,
  kBronze,
  kCommunity,
  kCorpus,
  kCollaboratingUniversity,
  kExpert,
  kAcknowledged
};
inline constexpr std::array<std::string_view, 10> kTierNames = {
    "organiser", "platinum",    "gold",   "silver",
    "bronze",    "community",   "corpus", "collaborating_university",
    "expert",    "acknowledged"};

// A tier that one kind of page states for one edition.
struct TierStatement {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  int edition = 0;
  Tier tier = Tier::kCommunity;
  bool shown = false;  // what the page of the edition displays; the others are kept beside it
  // hackathon_page, hackathon_page_en, hackathon_page_pt, blog, profile_header, profile_text,
  // project_page or document; label "where.<word>"
  std::string where;
  SourceIds sources;
};

struct Sponsor {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;
  std::string name;
  std::string url;  // empty when not published
  List<TierStatement> tiers;
  List<int> conflicts;  // editions in which the statements disagree

  // The tiers shown for an edition (a few have two); empty when its page does not show it.
  List<Tier> shown_in(int edition) const;
};

struct TierPrice {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  int edition = 0;
  Tier tier = Tier::kGold;
  double amount = 0;
  std::string currency;  // ISO 4217
  SourceIds sources;
};

struct Sponsors {
  List<Sponsor> sponsors;  // by name
  List<TierPrice> prices;

  const Sponsor* find(std::string_view id) const;
};

Result<Sponsors> load_sponsors(std::string_view bytes, std::string_view file,
                               List<Fault>* all = nullptr);

}  // namespace tablero
