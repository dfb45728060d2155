// data/contributions.json: the contribution rankings of the campaigns, as already published.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

struct ContributionRow {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  int rank = 0;                  // 1 first; equal counts may share a rank
  std::string name;              // display name exactly as published; empty in country lists
  std::string country;           // ISO code in country lists, else empty
  Amount count;                  // no_data in lists without numbers
  bool licence_pending = false;  // the person's licence confirmation was pending
};

struct Campaign {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;
  std::string name;
  int edition = 0;
  bool by_country = false;  // rows are countries
  std::string unit;         // vocabulary word, e.g. "questions_extracted"
  std::string identifier;   // person_name, discord_id, country
  bool ranked = true;       // false: the order is not stated to be a ranking
  Date start, end, published;
  List<std::string> claims;  // ids of the published totals (editions.json)
  double sum_of_rows = 0;    // derived; NaN for lists without numbers
  Amount threshold;          // more than this many: co-authorship
  std::string url;           // of the data set; may be empty
  LocalText note;
  List<ContributionRow> rows;
  SourceIds sources;
};

// A campaign whose ranking lives only on an outside page.
struct ExternalCampaign {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;
  std::string name;
  int edition = 0;
  std::string url;
  Amount threshold;  // of a prize, when stated
  std::string threshold_unit;
  SourceIds sources;
};

struct Contributions {
  List<Campaign> campaigns;
  List<ExternalCampaign> external;

  const Campaign* find(std::string_view id) const;
};

Result<Contributions> load_contributions(std::string_view bytes, std::string_view file,
                                         List<Fault>* all = nullptr);

}  // namespace tablero
