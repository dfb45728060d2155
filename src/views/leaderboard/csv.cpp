#include "views/leaderboard/csv.h"

#include <cmath>
#include <cstdio>

namespace tablero {
namespace {

constexpr std::string_view kNoData = "NO_DATA";

std::string number_field(double value) {
  if (std::isnan(value)) return std::string(kNoData);
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.6g", value);
  return buffer;
}

std::string text_field(std::string_view text) {
  return text.empty() ? std::string(kNoData) : csv_field(text);
}

std::string count_field(int n) { return n > 0 ? std::to_string(n) : std::string(kNoData); }

std::string date_text(Date date) {
  std::string out = std::to_string(date.year);
  char buffer[16];
  if (date.month > 0) {
    std::snprintf(buffer, sizeof buffer, "-%02d", static_cast<int>(date.month));
    out += buffer;
  }
  if (date.day > 0) {
    std::snprintf(buffer, sizeof buffer, "-%02d", static_cast<int>(date.day));
    out += buffer;
  }
  return out;
}

std::string column_title(const Store& store, const ScoreTable& table, const LeaderboardColumn& c) {
  if (c.kind != ColumnKind::kTask) return csv_field(c.id);
  const Task* task = store.tasks.find(table.tasks[c.index]);
  return csv_field(task != nullptr ? std::string_view(task->name) : c.id);
}

// A comma and FIELD.
void add(std::string& line, std::string_view field) {
  line += ',';
  line += field;
}

std::string cell_of(const ScoreTable& table, const LeaderboardRows& rows,
                    const LeaderboardColumn& c, std::uint32_t m) {
  switch (c.kind) {
    case ColumnKind::kModel:
      return csv_field(table.models[m]);
    case ColumnKind::kType:
    case ColumnKind::kPrecision:
    case ColumnKind::kLicence:
    case ColumnKind::kArchitecture:
      return text_field(rows.word(c, m));
    default:
      return number_field(rows.number(table, c, m));
  }
}

std::string view_csv(const Store& store, const ScoreTable& table, const LeaderboardRows& rows) {
  std::string out;
  for (const LeaderboardColumn& c : rows.columns()) {
    if (!out.empty()) out += ',';
    out += column_title(store, table, c);
    if (c.kind == ColumnKind::kRank) out += ",rank_low,rank_high,tie_group";
    if (c.kind == ColumnKind::kMean) out += ",tasks_in_average";
  }
  out += "\r\n";
  for (std::uint32_t m : rows.order()) {
    std::string line;
    for (const LeaderboardColumn& c : rows.columns()) {
      if (!line.empty()) line += ',';
      line += cell_of(table, rows, c, m);
      const Ranking& r = rows.ranking();
      if (c.kind == ColumnKind::kRank) {
        add(line, count_field(r.low[m]));
        add(line, count_field(r.high[m]));
        add(line, count_field(r.group[m]));
      }
      if (c.kind == ColumnKind::kMean) add(line, std::to_string(rows.covered(m)));
    }
    out += line + "\r\n";
  }
  return out;
}

// Id, name, language, metric, shots, n and baseline of column T.
void add_task(std::string& out, const Task* task, const ScoreTable& table, std::size_t t) {
  const int own_n = t < table.n.size() ? table.n[t] : 0;
  const int own_shots = t < table.shots.size() ? table.shots[t] : -1;
  const int shots = own_shots >= 0 ? own_shots : task != nullptr ? task->shots : -1;
  add(out, csv_field(table.tasks[t]));
  add(out, text_field(task != nullptr ? std::string_view(task->name) : ""));
  add(out, text_field(task != nullptr ? std::string_view(task->language) : ""));
  add(out, text_field(t < table.metrics.size() ? std::string_view(table.metrics[t]) : ""));
  add(out, shots >= 0 ? std::to_string(shots) : std::string(kNoData));
  add(out, count_field(own_n > 0 || task == nullptr ? own_n : task->n_test));
  add(out, number_field(task != nullptr ? task->baseline : std::nan("")));
}

std::string all_csv(const Store& store, const ScoreTable& table, const LeaderboardRows& rows) {
  std::string out =
      "snapshot,model,type,precision,params_b,licence,architecture,task,name,language,metric,shots,"
      "n,baseline,raw,normalised,stderr\r\n";
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    const Model* model = rows.model(m);
    std::string head = csv_field(table.snapshot);
    add(head, csv_field(table.models[m]));
    add(head, text_field(model != nullptr ? std::string_view(model->type) : ""));
    add(head, text_field(model != nullptr ? std::string_view(model->precision) : ""));
    add(head, number_field(rows.size(m)));
    add(head, text_field(model != nullptr ? std::string_view(model->licence) : ""));
    add(head, text_field(model != nullptr ? std::string_view(model->architecture) : ""));
    for (std::size_t t = 0; t < table.tasks.size(); ++t) {
      out += head;
      add_task(out, store.tasks.find(table.tasks[t]), table, t);
      add(out, number_field(table.raw_at(m, t)));
      add(out, number_field(table.normalised_at(m, t)));
      add(out, number_field(table.stderr_at(m, t)));
      out += "\r\n";
    }
    if (!table.tasks.empty()) continue;
    for (const PublishedMean& mean : table.means) {
      out += head;
      add(out, csv_field("mean:" + mean.scope));
      for (int i = 0; i < 6; ++i) add(out, kNoData);
      add(out, number_field(m < mean.values.size() ? mean.values[m] : std::nan("")));
      add(out, kNoData);
      add(out, kNoData);
      out += "\r\n";
    }
  }
  return out;
}

constexpr std::string_view kCodes =
    "# NO_DATA: no score or no source; NOT_ASKED: nobody was asked; FEWER_THAN_K: too few to "
    "publish; "
    "0: zero\r\n";

}  // namespace

std::string csv_field(std::string_view text) {
  std::string out;
  const bool formula =
      !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos;
  if (formula) out += '\'';
  out += text;
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string leaderboard_csv(const Store& store, const ScoreTable& table,
                            const LeaderboardRows& rows, CsvScope scope) {
  std::string out =
      scope == CsvScope::kView ? view_csv(store, table, rows) : all_csv(store, table, rows);
  const Snapshot* snapshot = store.results.find(table.snapshot);
  if (snapshot != nullptr) {
    out += csv_field("# " + std::string(snapshot->title.in(Language::es)) + ", " +
                     date_text(snapshot->date) + ", " + snapshot->url) +
           "\r\n";
    out += csv_field("# " + std::string(snapshot->caveat.in(Language::es))) + "\r\n";
  }
  out += csv_field("# rank: paired bootstrap over " + std::to_string(rows.ranked_tasks().size()) +
                   " tasks, " + std::to_string(rows.ranking().resamples) + " resamples, 95 %") +
         "\r\n";
  out += kCodes;
  return out;
}

std::string related_csv(const RelatedBoard& board) {
  std::string out;
  for (const RelatedColumn& c : board.columns) {
    if (!out.empty()) out += ',';
    out += csv_field(c.name);
  }
  out += "\r\n";
  for (std::size_t r = 0; r < board.row_count; ++r) {
    for (std::size_t c = 0; c < board.columns.size(); ++c) {
      const RelatedColumn& column = board.columns[c];
      if (c > 0) out += ',';
      out += column.type == ColumnType::text ? text_field(column.texts[r])
                                             : number_field(column.numbers[r]);
    }
    out += "\r\n";
  }
  out += csv_field("# " + std::string(board.title.in(Language::es)) + ", " + board.url) + "\r\n";
  out += kCodes;
  return out;
}

}  // namespace tablero
