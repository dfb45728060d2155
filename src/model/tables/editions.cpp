#include "model/tables/editions.h"

#include <array>

namespace tablero {
namespace {

constexpr std::array<std::string_view, 4> kKeyMetrics = {"participants", "countries", "projects",
                                                         "events"};
constexpr std::array<std::string_view, 5> kContributionMetrics = {
    "questions_collected", "stereotypes", "instructions", "instruction_corpora",
    "evaluation_dataset_donations"};

void add_columns(TableBuilder& b) {
  b.columns({{"metric", "page.column.name"},
             {"claim"},
             {"value", "page.column.figure", CellKind::kAmount}});
}

void add_claim(TableBuilder& b, const Claim& claim) {
  b.named("metric.", claim.metric).word(claim.id);
  b.amount(claim.value, claim.qualifier).sources(claim.sources);
}

}  // namespace

const Edition* single_edition(const Store& store, const ViewState& state) {
  return state.editions.size() == 1 ? store.editions.find(state.editions.front()) : nullptr;
}

Table key_figures_table(const Reader& reader, const Store& store, const ViewState& state) {
  TableBuilder b(reader);
  const Edition* edition = single_edition(store, state);
  const std::string_view title =
      edition != nullptr ? std::string_view(edition->title) : b.words().t("panorama.title");
  b.head({"key-figures", "cifras-clave", "editions.json", title});
  add_columns(b);
  for (const std::string_view metric : kKeyMetrics) {
    const Claim* claim =
        edition != nullptr ? edition->shown(metric) : store.editions.shown_total(metric);
    if (claim == nullptr) continue;
    b.row(claim->id);
    add_claim(b, *claim);
  }
  return b.done(title);
}

Table contribution_figures_table(const Reader& reader, const Store& store, const ViewState& state) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view title = w.t("panorama.contributions");
  b.head({"contributions", "contribuciones", "contributions.json", title});
  b.columns({{"edition", "page.column.edition"}});
  add_columns(b);
  const List<Edition>& editions = store.editions.editions;
  for (std::size_t i = editions.size(); i-- > 0;) {
    if (!state.editions.empty() && !has_edition(state, editions[i].year)) continue;
    for (const std::string_view metric : kContributionMetrics) {
      const Claim* claim = editions[i].shown(metric);
      if (claim == nullptr) continue;
      b.row(claim->id).edition(editions[i].year);
      add_claim(b, *claim);
    }
  }
  return b.done(title);
}

List<Table> edition_tables(const Reader& reader, const Store& store, const Selection& selection) {
  List<Table> tables;
  const List<Edition>& editions = store.editions.editions;
  for (std::size_t i = editions.size(); i-- > 0;) {
    const Edition& edition = editions[i];
    if (selection.editions[i] == 0) continue;
    TableBuilder b(reader);
    const Wording& w = b.words();
    const std::string_view year = w.text.number(edition.year);
    const std::string_view title = w.join({year, ": ", edition.title});
    b.head({w.join({"edition-", year}), year, "editions.json", title});
    add_columns(b);
    for (const Claim& claim : edition.claims) {
      if (!claim.shown) continue;
      b.row(claim.id);
      add_claim(b, claim);
    }
    for (const Edition::Gap& gap : edition.gaps) {
      b.row(gap.metric).named("metric.", gap.metric).word({});
      b.amount({kNaN, gap.presence}, Qualifier::kExact);
    }
    tables.push_back(b.done(title));
  }
  return tables;
}

}  // namespace tablero
