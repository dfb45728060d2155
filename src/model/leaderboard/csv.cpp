#include "model/leaderboard/csv.h"

#include "base/number.h"

namespace tablero {
namespace {

void add_word(Csv& csv, std::string_view word) {
  csv.text(word.empty() || word == kUnknownWord ? "no_data" : word);
}

void add_view_head(Csv& csv, const Store& store, const LeaderboardRows& rows) {
  for (const LeaderboardColumn& c : rows.columns()) {
    const Task* task = c.kind() == ColumnKind::kTask ? store.tasks.find(c.id) : nullptr;
    csv.text(task != nullptr ? std::string_view(task->name) : c.id);
    for (const ColumnExtra& extra : c.spec->extras) csv.text(extra.name);
  }
  csv.end_row();
}

void add_cell(Csv& csv, const ColumnCell& cell, const LeaderboardColumn& column) {
  switch (column.kind()) {
    case ColumnKind::kModel:
      csv.text(cell.table.models[cell.model]);
      break;
    case ColumnKind::kWord:
      add_word(csv, model_facet_value(cell.rows.model(cell.model), *column.spec));
      break;
    case ColumnKind::kRank:
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kNumber:
    case ColumnKind::kPublished:
    case ColumnKind::kTask:
      csv.number(cell.rows.number(cell.table, column, cell.model));
      break;
  }
  for (const ColumnExtra& extra : column.spec->extras) csv.number(extra.value(cell));
}

void add_view(Csv& csv, const Store& store, const ScoreTable& table, const LeaderboardRows& rows) {
  add_view_head(csv, store, rows);
  for (std::uint32_t m : rows.order()) {
    for (const LeaderboardColumn& c : rows.columns()) add_cell(csv, {rows, table, c.index, m}, c);
    csv.end_row();
  }
}

// A line of the CSV of all models: a model's result on one task, or a mean that was published.
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

void add_result(Csv& csv, const ScoreTable& table, const LeaderboardRows& rows, std::size_t m,
                const ResultLine& result) {
  csv.text(table.snapshot).text(table.models[m]);
  const Model* model = rows.model(m);
  each_attribute([&](const ColumnSpec& spec) {
    if (spec.kind == ColumnKind::kWord) {
      add_word(csv, model_facet_value(model, spec));
    } else {
      csv.number(model != nullptr ? spec.number(*model) : kNaN);
    }
  });
  for (const ResultCell& cell : kResultCells) {
    if (cell.word != nullptr) {
      add_word(csv, result.*cell.word);
    } else {
      csv.number(result.*cell.number);
    }
  }
  csv.end_row();
}

void add_all(Csv& csv, const Store& store, const ScoreTable& table, const LeaderboardRows& rows) {
  csv.text("snapshot").text("model");
  each_attribute(
      [&](const ColumnSpec& spec) { csv.text(spec.exported.empty() ? spec.id : spec.exported); });
  for (const ResultCell& cell : kResultCells) csv.text(cell.name);
  csv.end_row();
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    for (std::size_t t = 0; t < table.tasks.size(); ++t) {
      add_result(csv, table, rows, m, task_result(store, table, m, t));
    }
    for (const PublishedMean& mean : table.means) {
      if (mean.derived) continue;
      const std::string task = "mean:" + mean.scope;
      ResultLine result;
      result.task = task;
      if (m < mean.values.size()) result.raw = mean.values[m];
      add_result(csv, table, rows, m, result);
    }
  }
}

// Notes at the end of the file, in lines that a parser can skip.
void add_notes(Csv& csv, const LocalText& title, std::string_view date, std::string_view url,
               const LocalText& caveat) {
  std::string line = "# " + std::string(title.in(Language::es));
  if (!date.empty()) line.append(", ").append(date);
  csv.text(line).text(url).end_row();
  if (!caveat.empty()) csv.text("# " + std::string(caveat.in(Language::es))).end_row();
  csv.text(
         "# no_data: no score or no source; not_asked: nobody was asked; fewer_than_k: too few to "
         "publish; 0: zero")
      .end_row();
}

}  // namespace

Csv leaderboard_csv(const Store& store, const ScoreTable& table, const LeaderboardRows& rows,
                    CsvScope scope) {
  Csv csv;
  scope == CsvScope::kView ? add_view(csv, store, table, rows) : add_all(csv, store, table, rows);
  if (const Snapshot* s = store.results.find(table.snapshot); s != nullptr) {
    add_notes(csv, s->title, s->date.iso(), s->url, s->caveat);
  }
  csv.text("# rank: paired bootstrap over " + std::to_string(rows.ranked_tasks().size()) +
           " tasks, " + std::to_string(rows.ranking().resamples) + " resamples, 95 %")
      .end_row();
  return csv;
}

Csv related_csv(const RelatedBoard& board) {
  Csv csv;
  for (const RelatedColumn& c : board.columns) csv.text(c.name);
  csv.end_row();
  for (std::size_t r = 0; r < board.row_count; ++r) {
    for (const RelatedColumn& c : board.columns) {
      if (c.type == ColumnType::kText) {
        add_word(csv, c.texts[r]);
      } else {
        csv.number(c.numbers[r]);
      }
    }
    csv.end_row();
  }
  add_notes(csv, board.title, {}, board.url, board.note);
  return csv;
}

}  // namespace tablero
