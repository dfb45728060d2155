#include "model/tables/projects.h"

#include <cmath>
#include <limits>
#include <string>

#include "base/list.h"
#include "base/number.h"
#include "model/facet_label.h"
#include "model/summary.h"
#include "model/tables/tabs.h"
#include "query/bins.h"

namespace tablero {
namespace {

constexpr int kWantedBins = 12;

}  // namespace

Table teams_table(const Reader& reader, const Store& store, const Selection& selection) {
  List<double> sizes;
  for (std::size_t i = 0; i < store.projects.projects.size(); ++i) {
    const int size = store.projects.projects[i].team_size;
    if (selection.projects[i] != 0) sizes.push_back(size > 0 ? size : kNaN);
  }
  const Bins bins = bin_values({sizes.data(), sizes.size()}, kWantedBins, true);
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"teams", "equipos", "projects.json", w.t("projects.team")});
  b.column({"team_size", w.t("projects.team"), CellKind::kNumber});
  b.column({"projects", w.t("metric.projects"), CellKind::kNumber});
  for (int i = 0; i < bins.count; ++i) {
    const double from = bins.first + bins.width * i;
    std::string_view label = w.number(from, 0);
    if (bins.width > 1) label = w.join({label, "–", w.number(from + bins.width - 1, 0)});
    b.row(w.text.number(i + 1)).number(from, w.t("projects.team.size", {{"n", label}}), label);
    b.count(bins.values[i], "count.projects");
  }
  if (bins.count > 0) {
    b.row("no_data", bins.missing > 0).number(kNaN, 0);
    b.count(bins.missing, "count.projects");
  }
  return b.done(rows_sentence(b, 0, 1));
}

Table corpora_table(const Reader& reader, const Selection& selection, Facet facet,
                    std::string_view title) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view id = facet_name(facet);
  b.head({id, id, "corpora.json", title});
  b.column({id, w.t(w.join({"facet.", id}))});
  b.column({"corpora", w.t("corpora.title"), CellKind::kNumber});
  for (const Selection::Choice& choice : selection.choices(facet)) {
    b.row(choice.value).word(choice.value, facet_label(w, facet, choice.value));
    b.number(choice.count, 0);
  }
  return b.done(rows_sentence(b, 0, 1));
}

Table campaign_table(const Reader& reader, const Campaign& campaign,
                     std::span<const std::uint8_t> marked) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"ranking", campaign.id,
          campaign.claims.empty() ? std::string_view("contributions.json")
                                  : std::string_view(campaign.claims.front()),
          campaign.name});
  b.column({"campaign", {}, CellKind::kWord, {}, true});
  b.column({"edition", {}, CellKind::kWord, {}, true});
  b.column({"rank", {}, CellKind::kNumber, {}, true}).column({"name", w.t("page.column.name")});
  b.column({"country", {}, CellKind::kWord, {}, true});
  b.column({"unit", {}, CellKind::kWord, {}, true});
  b.column({"count", w.t("page.column.figure"), CellKind::kAmount,
            w.t(w.join({"unit.", campaign.unit}))});
  for (std::size_t i = 0; i < campaign.rows.size(); ++i) {
    const ContributionRow& row = campaign.rows[i];
    b.row(w.text.number(static_cast<long long>(i) + 1), i < marked.size() && marked[i] != 0,
          row.licence_pending ? w.t("contributions.pending") : std::string_view());
    b.word(campaign.id).word(w.text.number(campaign.edition));
    b.number(campaign.ranked ? row.rank : std::numeric_limits<double>::quiet_NaN(), 0);
    b.word(row.name, w.join({w.text.number(row.rank), ". ", row.name}));
    b.word(row.country).word(campaign.unit);
    b.amount(row.count, Qualifier::kExact).sources(campaign.sources);
  }
  return b.done(rows_sentence(b, 3, 6));
}

template <>
List<Table> make_tables<View::kProyectos>(const TabRecords& r) {
  const Strings& words = r.reader.strings;
  List<Table> tables;
  tables.push_back(teams_table(r.reader, r.store, r.selection));
  tables.push_back(
      corpora_table(r.reader, r.selection, Facet::kDomain, words.get("corpora.by_domain")));
  tables.push_back(
      corpora_table(r.reader, r.selection, Facet::kLanguage, words.get("corpora.by_language")));
  return tables;
}

template <>
List<Table> make_tables<View::kContribuciones>(const TabRecords& r) {
  List<Table> tables;
  std::size_t flag = 0;
  for (const Campaign& campaign : r.store.contributions.campaigns) {
    tables.push_back(campaign_table(
        r.reader, campaign, {r.selection.contributions.data() + flag, campaign.rows.size()}));
    flag += campaign.rows.size();
  }
  return tables;
}

}  // namespace tablero
