#include "model/leaderboard/csv.h"

#include "base/number.h"

namespace tablero {
namespace {

void add_word(Csv& csv, std::string_view word) {
  csv.text(word.empty() || word == "unknown" ? "no_data" : word);
}

void add_facets(Csv& csv, const Model* model) {
  for (ColumnKind kind = ColumnKind::kType; is_facet(kind);
       kind = static_cast<ColumnKind>(static_cast<int>(kind) + 1)) {
    add_word(csv, model_facet_value(model, facet_of(kind)));
  }
}

void add_view(Csv& csv, const Store& store, const ScoreTable& table, const LeaderboardRows& rows) {
  for (const LeaderboardColumn& c : rows.columns()) {
    const Task* task =
        c.kind == ColumnKind::kTask ? store.tasks.find(table.tasks[c.index]) : nullptr;
    csv.text(task != nullptr ? std::string_view(task->name) : c.id);
    if (c.kind == ColumnKind::kRank) csv.text("rank_low").text("rank_high").text("tie_group");
    if (c.kind == ColumnKind::kMean) csv.text("tasks_in_average");
    if (c.kind == ColumnKind::kChosenMean) csv.text("tasks_in_chosen");
  }
  csv.end_row();
  const Ranking& r = rows.ranking();
  for (std::uint32_t m : rows.order()) {
    for (const LeaderboardColumn& c : rows.columns()) {
      if (c.kind == ColumnKind::kModel) {
        csv.text(table.models[m]);
      } else if (is_facet(c.kind)) {
        add_word(csv, model_facet_value(rows.model(m), facet_of(c.kind)));
      } else {
        csv.number(rows.number(table, c, m));
      }
      if (c.kind == ColumnKind::kRank) {
        for (int n : {r.low[m], r.high[m], r.group[m]}) csv.positive(n);
      }
      if (c.kind == ColumnKind::kMean) csv.number(rows.covered(m));
      if (c.kind == ColumnKind::kChosenMean) csv.number(rows.chosen_covered(m));
    }
    csv.end_row();
  }
}

void add_all(Csv& csv, const Store& store, const ScoreTable& table, const LeaderboardRows& rows) {
  for (std::string_view name : {"snapshot", "model", "type", "precision", "licence", "architecture",
                                "available", "params_b", "task", "name", "language", "metric",
                                "shots", "n", "baseline", "raw", "normalised", "stderr"}) {
    csv.text(name);
  }
  csv.end_row();
  const Task nothing;
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    const auto head = [&](std::string_view task) {
      csv.text(table.snapshot).text(table.models[m]);
      add_facets(csv, rows.model(m));
      csv.number(rows.size(m)).text(task);
    };
    for (std::size_t t = 0; t < table.tasks.size(); ++t) {
      const Task* found = store.tasks.find(table.tasks[t]);
      const Task& task = found != nullptr ? *found : nothing;
      const int own_n = t < table.n.size() ? table.n[t] : 0;
      const int own_shots = t < table.shots.size() ? table.shots[t] : -1;
      const int shots = own_shots >= 0 || found == nullptr ? own_shots : task.shots;
      head(table.tasks[t]);
      add_word(csv, task.name);
      add_word(csv, task.language);
      add_word(csv, t < table.metrics.size() ? std::string_view(table.metrics[t]) : "");
      csv.number(shots >= 0 ? shots : kNaN);
      csv.positive(own_n > 0 ? own_n : task.n_test);
      csv.number(found != nullptr ? task.baseline : kNaN);
      csv.number(table.raw_at(m, t)).number(table.normalised_at(m, t));
      csv.number(table.stderr_at(m, t));
      csv.end_row();
    }
    for (const PublishedMean& mean : table.means) {
      if (mean.derived) continue;
      head("mean:" + mean.scope);
      for (int i = 0; i < 6; ++i) add_word(csv, {});
      csv.number(m < mean.values.size() ? mean.values[m] : kNaN);
      add_word(csv, {});
      add_word(csv, {});
      csv.end_row();
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
