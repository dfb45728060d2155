#include "model/tables/leaderboard.h"

#include <string>
#include <utility>

#include "model/leaderboard/comparison.h"
#include "model/leaderboard/names.h"
#include "model/leaderboard/related.h"
#include "model/leaderboard/score_table.h"
#include "model/leaderboard/size_figures.h"
#include "model/leaderboard/task_list.h"
#include "model/tables/tabs.h"

namespace tablero {

Table model_list_table(const Reader& reader, const Store& store) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view title =
      w.count("count.models", static_cast<long long>(store.models.models.size()));
  b.head({"models", "modelos", "models.json", title});
  b.columns({{"model", "leaderboard.column.model"}});
  List<const ColumnSpec*> attributes;
  for (const ColumnSpec& spec : column_specs()) {
    if (spec.kind != ColumnKind::kNumber && spec.kind != ColumnKind::kWord) continue;
    attributes.push_back(&spec);
    b.column({spec.exported.empty() ? spec.id : spec.exported, column_word(w, spec),
              spec.kind == ColumnKind::kNumber ? CellKind::kNumber : CellKind::kWord, spec.unit});
  }
  for (const Model& model : store.models.models) {
    const std::string_view note =
        model.same_as.empty() ? std::string_view() : w.t("card.same_as", {{"name", model.same_as}});
    b.row(model.id, true, note).word(model.id).url(model.url);
    for (const ColumnSpec* spec : attributes) {
      const std::string_view text = attribute_text(w, *spec, &model);
      if (spec->kind == ColumnKind::kNumber) {
        b.number(spec->number(model), text, text).sources(model.sources);
        continue;
      }
      const std::string_view word = model_facet_value(&model, *spec);
      b.word(word == kUnknownWord ? kNoDataCode : word, text);
    }
  }
  return b.done(title);
}

Table snapshot_list_table(const Reader& reader, const Store& store) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"snapshots", "instantaneas", "results.json", w.t("leaderboard.snapshot")});
  b.columns({{"id"},
             {"title", "page.column.title"},
             {"date", "page.column.date"},
             {"models", "leaderboard.column.model", CellKind::kNumber},
             {"tasks", "leaderboard.panel.tasks", CellKind::kNumber}});
  for (const bool own : {true, false}) {
    for (const Snapshot& s : store.results.snapshots) {
      if (s.own_board != own) continue;
      const std::string_view exactness = kExactnessNames[static_cast<std::size_t>(s.exactness)];
      b.row(s.id, true, w.join({w.named("exactness.", exactness), " ", s.caveat.in(w.lang)}));
      b.word(s.id).word(s.title.in(w.lang)).url(s.url).date(s.date);
      b.count(s.model_count, "count.models").sources(s.sources);
      b.count(s.task_count, "count.tasks");
    }
  }
  return b.done(w.t("leaderboard.snapshot"));
}

namespace {

// What the open snapshot has in its panels.
void add_panels(List<Table>& tables, const TabRecords& r, const ScoreTable& table,
                const LeaderboardRows& rows) {
  tables.push_back(score_table(r.reader, r.store, r.state, table, rows));
  Comparison compared = compare_models(r.reader, r.store, r.state, table, rows);
  for (Table* part :
       {&compared.by_skill, &compared.by_language, &compared.by_scale, &compared.by_task}) {
    if (!part->empty()) tables.push_back(std::move(*part));
  }
  tables.push_back(size_figures(r.reader, r.store, r.state, table, rows).table);
  tables.push_back(task_list_table(r.reader, r.store, listed_tasks(r.state, r.store.tasks)));
  Table correlations = correlation_table(r.reader, r.store, table, scores_by_task(table, rows));
  if (!correlations.empty()) tables.push_back(std::move(correlations));
}

}  // namespace

// First what is open, then what can be opened instead: the tables of the other snapshots and of the
// neighboring boards.
template <>
List<Table> make_tables<View::kLeaderboard>(const TabRecords& r) {
  List<Table> tables, others;
  const std::string& wanted =
      r.state.snapshot.empty() ? r.store.results.main_snapshot : r.state.snapshot;
  for (const Snapshot& snapshot : r.store.results.snapshots) {
    const ScoreTable* table = r.store.scores(snapshot.id);
    if (table == nullptr) continue;
    const bool open = snapshot.id == wanted;
    ViewState state = r.state;
    if (!open) {  // as when it is opened
      state.sort.clear();
      state.cols.clear();
    }
    LeaderboardRows rows;
    rows.update(r.store, state, *table);
    while (rows.rank_step()) {
    }
    if (open) {
      add_panels(tables, r, *table, rows);
    } else {
      others.push_back(score_table(r.reader, r.store, state, *table, rows));
    }
  }
  tables.push_back(model_list_table(r.reader, r.store));
  tables.push_back(snapshot_list_table(r.reader, r.store));
  add_tables(tables, std::move(others));
  for (const RelatedBoard& board : r.store.related.boards) {
    if (board.columns.empty()) continue;
    ViewState state = r.state;
    if (board.id != state.board) state.sort.clear();
    RelatedRows rows;
    rows.update(board, state);
    tables.push_back(related_table(r.reader, board, rows));
  }
  return tables;
}

}  // namespace tablero
