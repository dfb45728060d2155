#include "model/leaderboard/score_table.h"

#include <algorithm>

#include "base/number.h"
#include "model/leaderboard/names.h"

namespace tablero {
namespace {

CellKind cell_kind(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::kRank:
      return CellKind::kInterval;
    case ColumnKind::kModel:
    case ColumnKind::kWord:
      return CellKind::kWord;
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kTask:
      return CellKind::kShare;
    case ColumnKind::kNumber:
    case ColumnKind::kPublished:
      break;
  }
  return CellKind::kNumber;
}

std::string_view known_word(std::string_view word) {
  return word.empty() || word == kUnknownWord ? kNoDataCode : word;
}

void add_cell(TableBuilder& b, const Store& store, const ColumnCell& cell,
              const LeaderboardColumn& column) {
  const auto text = [&](CellText form) {
    return cell_text(b.words(), store, cell.table, cell.rows, column, cell.model, form);
  };
  const Model* model = cell.rows.model(cell.model);
  switch (column.kind()) {
    case ColumnKind::kRank: {
      const Ranking& r = cell.rows.ranking();
      b.place(r.rank[cell.model], r.low[cell.model], r.high[cell.model], text(CellText::kSpoken));
      break;
    }
    case ColumnKind::kModel:
      b.word(cell.table.models[cell.model], text(CellText::kSpoken));
      b.url(model != nullptr ? std::string_view(model->url) : std::string_view());
      break;
    case ColumnKind::kWord:
      b.word(known_word(model_facet_value(model, *column.spec)), text(CellText::kSpoken));
      break;
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kNumber:
    case ColumnKind::kPublished:
    case ColumnKind::kTask:
      b.number(cell.rows.number(cell.table, column, cell.model), text(CellText::kSpoken),
               text(CellText::kShown));
      break;
  }
  for (const ColumnExtra& extra : column.spec->extras) b.number(extra.value(cell), 0);
}

}  // namespace

Table score_table(const Reader& reader, const Store& store, const ViewState& state,
                  const ScoreTable& table, const LeaderboardRows& rows, std::size_t first,
                  std::size_t count) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const Snapshot* snapshot = store.results.find(table.snapshot);
  const std::string_view title = snapshot != nullptr ? std::string_view(snapshot->title.in(w.lang))
                                                     : std::string_view(table.snapshot);
  b.head({table.snapshot, w.join({table.snapshot, "-vista"}), source_of(store, table), title});
  for (const LeaderboardColumn& c : rows.columns()) {
    const std::string_view name = column_name(w, store, state, table, c);
    b.column(
        {c.kind() == ColumnKind::kTask ? name : c.id, name, cell_kind(c.kind()), c.spec->unit});
    for (const ColumnExtra& extra : c.spec->extras) {
      b.column({extra.name, {}, CellKind::kNumber, {}, true});
    }
  }
  const std::size_t end = first + std::min(count, rows.order().size() - first);
  for (std::size_t i = first; i < end; ++i) {
    const std::uint32_t m = rows.order()[i];
    const int group = rows.ranking().group[m];
    b.row(table.models[m], true,
          group > 0 ? w.t("card.group", {{"n", w.text.number(group)}}) : std::string_view());
    for (const LeaderboardColumn& c : rows.columns())
      add_cell(b, store, {rows, table, c.index, m}, c);
  }
  return b.done(title);
}

namespace {

// A row of all that a snapshot has: a model's result on one task, or a mean that was published.
struct ResultLine {
  std::string_view task, name, language, metric;
  double shots = kNaN, n = kNaN, baseline = kNaN;
  double raw = kNaN, normalised = kNaN, std_error = kNaN;
};

// One of the two members; what a line does not have is missing.
struct ResultCell {
  std::string_view name;
  std::string_view ResultLine::*word = nullptr;
  double ResultLine::*number = nullptr;
};
constexpr ResultCell kResultCells[] = {{.name = "task", .word = &ResultLine::task},
                                       {.name = "name", .word = &ResultLine::name},
                                       {.name = "language", .word = &ResultLine::language},
                                       {.name = "metric", .word = &ResultLine::metric},
                                       {.name = "shots", .number = &ResultLine::shots},
                                       {.name = "n", .number = &ResultLine::n},
                                       {.name = "baseline", .number = &ResultLine::baseline},
                                       {.name = "raw", .number = &ResultLine::raw},
                                       {.name = "normalised", .number = &ResultLine::normalised},
                                       {.name = "stderr", .number = &ResultLine::std_error}};

ResultLine task_result(const Store& store, const ScoreTable& table, std::size_t m, std::size_t t) {
  const Task* found = store.tasks.find(table.tasks[t]);
  const int own_n = t < table.n.size() ? table.n[t] : 0;
  const int own_shots = t < table.shots.size() ? table.shots[t] : -1;
  const int shots = own_shots >= 0 || found == nullptr ? own_shots : found->shots;
  ResultLine out;
  out.task = table.tasks[t];
  if (t < table.metrics.size()) out.metric = table.metrics[t];
  if (shots >= 0) out.shots = shots;
  const int n = own_n > 0 || found == nullptr ? own_n : found->n_test;
  if (n > 0) out.n = n;
  if (found != nullptr) {
    out.name = found->name;
    out.language = found->language;
    out.baseline = found->baseline;
  }
  out.raw = table.raw_at(m, t);
  out.normalised = table.normalised_at(m, t);
  out.std_error = table.stderr_at(m, t);
  return out;
}

// Calls `fn` for each attribute of models: words first, then numbers.
template <class Fn>
void each_attribute(Fn fn) {
  for (const ColumnKind kind : {ColumnKind::kWord, ColumnKind::kNumber}) {
    for (const ColumnSpec& spec : column_specs()) {
      if (spec.kind == kind) fn(spec);
    }
  }
}

void add_result(TableBuilder& b, std::string_view snapshot, std::string_view id, const Model* model,
                const ResultLine& result) {
  b.row(result.task).word(snapshot).word(id);
  each_attribute([&](const ColumnSpec& spec) {
    if (spec.kind == ColumnKind::kWord) {
      b.word(known_word(model_facet_value(model, spec)));
    } else {
      b.number(model != nullptr ? spec.number(*model) : kNaN, 0);
    }
  });
  for (const ResultCell& cell : kResultCells) {
    if (cell.word != nullptr) {
      b.word(known_word(result.*cell.word));
    } else {
      b.number(result.*cell.number, 0);
    }
  }
}

}  // namespace

Table result_table(const Reader& reader, const Store& store, const ScoreTable& table,
                   const LeaderboardRows& rows, std::size_t model) {
  TableBuilder b(reader);
  b.head({table.snapshot, table.snapshot, source_of(store, table), table.models[model]});
  const auto column = [&](std::string_view id, bool number) {
    b.column({id, {}, number ? CellKind::kNumber : CellKind::kWord, {}, true});
  };
  column("snapshot", false);
  column("model", false);
  each_attribute([&](const ColumnSpec& spec) {
    column(spec.exported.empty() ? spec.id : spec.exported, spec.kind == ColumnKind::kNumber);
  });
  for (const ResultCell& cell : kResultCells) column(cell.name, cell.number != nullptr);
  const auto add = [&](const ResultLine& line) {
    add_result(b, table.snapshot, table.models[model], rows.model(model), line);
  };
  for (std::size_t t = 0; t < table.tasks.size(); ++t) add(task_result(store, table, model, t));
  for (const PublishedMean& mean : table.means) {
    if (mean.derived) continue;
    ResultLine result;
    result.task = b.words().join({"mean:", mean.scope});
    if (model < mean.values.size()) result.raw = mean.values[model];
    add(result);
  }
  return b.done(table.models[model]);
}

}  // namespace tablero
