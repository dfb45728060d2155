#include "data/contributions.h"

#include <cmath>

#include "base/list.h"
#include "base/number.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 3> kIdentifiers = {"person_name", "discord_id", "country"};
constexpr double kMaxCount = 1e9;
// The tab draws all of them in every frame.
constexpr std::size_t kMaxCampaigns = 100;

ContributionRow read_row(const Node& node, bool by_country) {
  ContributionRow r;
  Fields f(node);
  r.rank = f.get("rank").integer(1, 100000);
  if (by_country) {
    r.country = f.get("country").country();
  } else {
    r.name = f.get("name").text();
  }
  r.count = f.get("count").amount(0, kMaxCount);
  r.licence_pending = f.flag("licence_pending");
  return r;
}

// Rows are sorted by rank, and their counts add up to the sum that the file states.
void read_rows(const Node& list, const Node& sum, Campaign& c) {
  double total = 0;
  for (const Node item : list.items(1)) {
    ContributionRow row = read_row(item, c.by_country);
    if (!c.rows.empty() && row.rank < c.rows.back().rank) item.wrong("rows in order of rank");
    if (row.count.known()) total += row.count.value;
    c.rows.push_back(std::move(row));
  }
  if (sum.present() && std::abs(total - c.sum_of_rows) > 0.5) {
    sum.wrong("the sum of the rows, " + std::to_string(static_cast<long long>(total)));
  }
}

Campaign read_campaign(const Node& node, UniqueIds& ids) {
  Campaign c;
  Fields f(node);
  c.id = read_id(f, ids);
  c.name = f.get("name").text();
  c.edition = f.get("edition").year();
  c.by_country = f.flag("by_country");
  c.unit = f.get("unit").word();
  c.identifier = kIdentifiers[f.get("identifier").one_of(kIdentifiers.data(), kIdentifiers.size())];
  c.ranked = f.has("ranked") ? f.flag("ranked") : true;
  c.start = f.date_or("start");
  c.end = f.date_or("end");
  c.published = f.get("published").date();
  c.claims = f.words_or("claims");
  const Node sum = f.get("sum_of_rows");
  c.sum_of_rows = sum.present() ? sum.number(0, kMaxCount) : kNaN;
  if (const Node n = f.get("threshold"); n.present()) c.threshold = n.amount(0, kMaxCount);
  c.url = f.url_or("url");
  c.note = f.local_or("note");
  read_rows(f.get("rows"), sum, c);
  c.sources = f.get("sources").sources();
  return c;
}

ExternalCampaign read_external(const Node& node, UniqueIds& ids) {
  ExternalCampaign c;
  Fields f(node);
  c.id = read_id(f, ids);
  c.name = f.get("name").text();
  c.edition = f.get("edition").year();
  c.url = f.get("url").url();
  if (const Node n = f.get("threshold"); n.present()) c.threshold = n.amount(0, kMaxCount);
  c.threshold_unit = f.word_or("threshold_unit");
  c.sources = f.get("sources").sources();
  return c;
}

void read_contributions(Fields& root, Contributions& out) {
  UniqueIds ids;
  for (const Node item : root.get("external").items()) {
    out.external.push_back(read_external(item, ids));
  }
  const Node campaigns = root.get("campaigns");
  const NodeItems items = campaigns.items();
  if (items.size() > kMaxCampaigns) {
    campaigns.wrong("an array of at most " + std::to_string(kMaxCampaigns));
    return;
  }
  for (const Node item : items) {
    out.campaigns.push_back(read_campaign(item, ids));
  }
}

}  // namespace

const Campaign* Contributions::find(std::string_view id) const { return find_by_id(campaigns, id); }

Result<Contributions> load_contributions(std::string_view bytes, std::string_view file,
                                         List<Fault>* all) {
  return load_document<Contributions, read_contributions>(bytes, file, all);
}

}  // namespace tablero
