#include "model/leaderboard/size_figures.h"

#include <cmath>

#include "base/number.h"
#include "model/leaderboard/names.h"
#include "query/pareto.h"

namespace tablero {

SizeFigures size_figures(const Reader& reader, const Store& store, const ViewState& state,
                         const ScoreTable& table, const LeaderboardRows& rows) {
  SizeFigures out;
  bool found = false;
  for (const LeaderboardColumn& c : rows.all_columns()) {
    if (!holds_scores(c.kind()) || (found && c.id != state.score)) continue;
    out.shown = c;
    found = true;
    if (c.id == state.score) break;
  }
  List<std::uint32_t> models;
  List<double> sizes, scores;
  for (const bool sized : {true, false}) {
    for (const std::uint32_t m : rows.order()) {
      const double score = found ? rows.number(table, out.shown, m) : kNaN;
      // A mean over fewer tasks is not comparable.
      const bool partial =
          found && out.shown.kind() == ColumnKind::kMean && rows.ranking().rank[m] == 0;
      if (std::isnan(score) || partial || (rows.size(m) > 0) != sized) continue;
      models.push_back(m);
      scores.push_back(score);
      if (sized) sizes.push_back(rows.size(m));
    }
  }
  out.unknown = models.size() - sizes.size();
  out.front = pareto_front({sizes.data(), sizes.size()}, {scores.data(), sizes.size()});
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view title =
      w.t("leaderboard.size.chart", {{"n", w.text.number(static_cast<long long>(sizes.size()))}});
  b.head({"size", "tamano", source_of(store, table), title});
  b.columns({{"model", "leaderboard.column.model"},
             {"params_b", "leaderboard.size.axis", CellKind::kNumber}});
  const std::string_view score =
      found ? column_name(w, store, state, table, out.shown) : std::string_view();
  b.column({"score", score, CellKind::kShare});
  for (std::size_t i = 0; i < models.size(); ++i) {
    const std::string& id = table.models[models[i]];
    const bool sized = i < sizes.size(), best = sized && out.front[i] != 0;
    b.row(id, sized, best ? w.t("leaderboard.size.on_front") : std::string_view());
    b.word(id, short_model_name(id));
    const double size = sized ? sizes[i] : kNaN;
    const std::string_view text = size_text(w, size);
    b.number(size, text, text).number(scores[i], 1);
  }
  out.table = b.done(title);
  return out;
}

}  // namespace tablero
