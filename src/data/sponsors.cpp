#include "data/sponsors.h"

#include <algorithm>

#include "base/list.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 8> kPlaces = {
    "hackathon_page", "hackathon_page_en", "hackathon_page_pt", "blog",
    "profile_header", "profile_text",      "project_page",      "document"};

Sponsor read_sponsor(const Node& node, UniqueIds& ids) {
  Sponsor s;
  Fields f(node);
  s.id = read_id(f, ids);
  s.name = f.get("name").text();
  s.url = f.url_or("url");
  for (const Node item : f.get("tiers").items(1)) {
    Fields t(item);
    TierStatement tier;
    tier.edition = t.get("edition").year();
    tier.tier = t.get("tier").one_of<Tier>(kTierNames);
    tier.shown = t.flag("shown");
    tier.where = kPlaces[t.get("where").one_of(kPlaces.data(), kPlaces.size())];
    tier.sources = t.get("sources").sources();
    s.tiers.push_back(std::move(tier));
  }
  if (const Node n = f.get("conflicts"); n.present()) s.conflicts = n.integers(2015, 2100);
  return s;
}

void read_sponsors(Fields& root, Sponsors& out) {
  for (const Node item : root.get("prices").items()) {
    Fields f(item);
    TierPrice p;
    p.edition = f.get("edition").year();
    p.tier = f.get("tier").one_of<Tier>(kTierNames);
    p.amount = f.get("amount").number(0, 1e7);
    p.currency = f.get("currency").text();
    p.sources = f.get("sources").sources();
    out.prices.push_back(std::move(p));
  }
  UniqueIds ids;
  for (const Node item : root.get("sponsors").items()) {
    out.sponsors.push_back(read_sponsor(item, ids));
  }
}

}  // namespace

List<Tier> Sponsor::shown_in(int edition) const {
  List<Tier> shown;
  for (const TierStatement& t : tiers) {
    const bool new_tier = std::find(shown.begin(), shown.end(), t.tier) == shown.end();
    if (t.shown && t.edition == edition && new_tier) shown.push_back(t.tier);
  }
  return shown;
}

const Sponsor* Sponsors::find(std::string_view id) const { return find_by_id(sponsors, id); }

Result<Sponsors> load_sponsors(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Sponsors, read_sponsors>(bytes, file, all);
}

}  // namespace tablero
