#include "model/tables/contributions.h"

#include <algorithm>
#include <string>

#include "base/list.h"
#include "base/number.h"
#include "model/figure_names.h"
#include "model/summary.h"
#include "model/tables/tabs.h"

namespace tablero {

Table campaign_table(const Reader& reader, const Store& store, const Campaign& campaign,
                     std::span<const std::uint8_t> marked) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view unit = w.named("unit.", campaign.unit);
  b.head({campaign.id, campaign.id,
          campaign.claims.empty() ? std::string_view("contributions.json")
                                  : std::string_view(campaign.claims.front()),
          campaign.by_country ? w.join({campaign.name, ": ", unit}) : campaign.name});
  b.columns({{"campaign"},
             {"edition"},
             {"rank", nullptr, CellKind::kNumber},
             {"name", "page.column.name"},
             {"country"},
             {"unit"}});
  b.column({"count", w.t("page.column.figure"), CellKind::kAmount, unit});
  for (std::size_t i = 0; i < campaign.rows.size(); ++i) {
    const ContributionRow& row = campaign.rows[i];
    b.row(w.text.number(static_cast<long long>(i) + 1), i < marked.size() && marked[i] != 0,
          row.licence_pending ? w.t("contributions.pending") : std::string_view());
    b.word(campaign.id).word(w.text.number(campaign.edition));
    b.number(campaign.ranked ? row.rank : kNaN, 0);
    const std::string_view name =
        row.country.empty() ? std::string_view(row.name) : country_name(w, store, row.country);
    b.word(row.name, campaign.ranked ? w.join({w.text.number(row.rank), ". ", name}) : name);
    b.word(row.country).word(campaign.unit);
    b.amount(row.count, Qualifier::kExact).sources(campaign.sources);
  }
  return b.done(rows_sentence(b, kRankedName, kRankedCount));
}

Table totals_table(const Reader& reader, const Store& store, const Selection& selection) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"campaigns", "campanas", "contributions.json", w.t("tab.contribuciones")});
  b.columns({{"id"},
             {"edition", "page.column.edition"},
             {"name", "page.column.name"},
             {"unit", "page.column.kind"},
             {"people", "page.column.people", CellKind::kNumber},
             {"sum", "page.column.figure", CellKind::kNumber},
             {"claims", "figure.source_link"},
             {"threshold", nullptr, CellKind::kNumber}});
  const std::uint8_t* flags = selection.contributions.data();
  for (const Campaign& campaign : store.contributions.campaigns) {
    const std::uint8_t* end = flags + campaign.rows.size();
    const bool shown = std::find(flags, end, 1) != end;
    flags = end;
    if (!shown || campaign.by_country) continue;
    std::string_view claims, ids, note = campaign.note.in(reader.lang);
    for (const std::string& id : campaign.claims) {
      const Claim* claim = store.editions.claim(id);
      if (claim == nullptr) continue;
      claims = w.join({claims, claims.empty() ? "" : "; ", claim_sentence(w, *claim)});
      ids = w.join({ids, ids.empty() ? "" : " ", id});
    }
    if (campaign.threshold.known()) {
      note = w.join({w.t("contributions.threshold", {{"n", w.number(campaign.threshold.value, 0)}}),
                     " ", note});
    }
    b.row(campaign.id, true, note).word(campaign.id).edition(campaign.edition);
    b.word(campaign.name).url(campaign.url);
    b.named("unit.", campaign.unit);
    b.number(static_cast<double>(campaign.rows.size()), 0);
    b.number(campaign.sum_of_rows > 0 ? campaign.sum_of_rows : kNaN, 0).sources(campaign.sources);
    b.word(ids, claims).number(campaign.threshold.value, 0);
  }
  return b.done(w.t("contributions.subtitle"));
}

Table external_table(const Reader& reader, const Store& store, const ViewState& state) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"external", "otras-campanas", "contributions.json", w.t("contributions.external")});
  b.columns({{"edition", "page.column.edition"},
             {"name", "page.column.name"},
             {"threshold", "page.column.figure", CellKind::kNumber}});
  for (const ExternalCampaign& e : store.contributions.external) {
    if (!state.editions.empty() && !has_edition(state, e.edition)) continue;
    b.row(e.id).edition(e.edition).word(e.name).url(e.url);
    const double threshold = e.threshold.known() ? e.threshold.value : kNaN;
    if (e.threshold.known()) {
      b.number(threshold,
               w.t("contributions.external.threshold",
                   {{"n", w.number(threshold, 0)}, {"unit", w.named("unit.", e.threshold_unit)}}),
               w.number(threshold, 0));
    } else {
      b.number(threshold, 0);
    }
    b.sources(e.sources);
  }
  return b.done(w.t("contributions.external"));
}

template <>
List<Table> make_tables<View::kContribuciones>(const TabRecords& r) {
  List<Table> tables;
  tables.push_back(totals_table(r.reader, r.store, r.selection));
  for (const bool by_country : {false, true}) {
    const std::uint8_t* flags = r.selection.contributions.data();
    for (const Campaign& campaign : r.store.contributions.campaigns) {
      if (campaign.by_country == by_country) {
        tables.push_back(
            campaign_table(r.reader, r.store, campaign, {flags, campaign.rows.size()}));
      }
      flags += campaign.rows.size();
    }
  }
  tables.push_back(external_table(r.reader, r.store, r.state));
  return tables;
}

}  // namespace tablero
