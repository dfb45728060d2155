#include "model/leaderboard/csv.h"

#include <string>

#include "model/leaderboard/score_table.h"

namespace tablero {
namespace {

constexpr std::size_t kRowsAtATime = 256;

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

Csv leaderboard_csv(const Reader& reader, const Store& store, const ViewState& state,
                    const ScoreTable& table, const LeaderboardRows& rows, CsvScope scope) {
  Csv csv;
  if (scope == CsvScope::kView) {
    std::size_t at = 0;
    do {
      add_table(csv, score_table(reader, store, state, table, rows, at, kRowsAtATime));
      at += kRowsAtATime;
    } while (at < rows.order().size());
  } else {
    for (std::size_t m = 0; m < table.models.size(); ++m) {
      add_table(csv, result_table(reader, store, table, rows, m));
    }
  }
  if (const Snapshot* s = store.results.find(table.snapshot); s != nullptr) {
    add_notes(csv, s->title, s->date.iso(), s->url, s->caveat);
  }
  csv.text("# rank: paired bootstrap over " + std::to_string(rows.ranked_tasks().size()) +
           " tasks, " + std::to_string(rows.ranking().resamples) + " resamples, 95 %")
      .end_row();
  return csv;
}

Csv related_csv(const RelatedBoard& board, const Table& table) {
  Csv csv = csv_of({&table, 1});
  add_notes(csv, board.title, {}, board.url, board.note);
  return csv;
}

}  // namespace tablero
