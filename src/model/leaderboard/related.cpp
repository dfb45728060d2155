#include "model/leaderboard/related.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "query/sort.h"

namespace tablero {
namespace {

constexpr double kMostPoints = 2000;  // ratings of the Elo kind stay below

int decimals_for(const List<double>& values, double high) {
  const bool whole = std::all_of(values.begin(), values.end(),
                                 [](double v) { return std::isnan(v) || v == std::floor(v); });
  if (whole) return 0;
  return high <= 1.5 ? 3 : (high < 10 ? 2 : 1);
}

}  // namespace

void RelatedRows::load(const RelatedBoard& board) {
  looks_.clear();
  folded_.assign(board.row_count, {});
  std::size_t name = 0;  // the first column of text
  for (std::size_t c = board.columns.size(); c-- > 0;) {
    if (board.columns[c].type == ColumnType::kText) name = c;
  }
  display_.assign(1, name);
  for (std::size_t c = 0; c < board.columns.size(); ++c) {
    const RelatedColumn& column = board.columns[c];
    if (c != name) display_.push_back(c);
    RelatedLook& look = looks_.emplace_back();
    look.key = std::string(1, 'c').append(std::to_string(c));
    look.low = look.high = kNaN;
    for (double v : column.numbers) {
      look.low = std::fmin(look.low, v);
      look.high = std::fmax(look.high, v);
    }
    for (std::size_t r = 0; r < column.texts.size(); ++r) {
      folded_[r] += fold(column.texts[r]);
      folded_[r] += ' ';
    }
    look.decimals = decimals_for(column.numbers, look.high);
    look.shaded =
        column.type == ColumnType::kNumber && (look.decimals > 0 || look.high <= kMostPoints);
  }
}

void RelatedRows::update(const RelatedBoard& board, const ViewState& state) {
  if (board_ == board.id && sort_ == state.sort && query_ == state.q) return;
  if (board_ != board.id) load(board);
  ++generation_;
  board_ = board.id;
  sort_ = state.sort;
  query_ = state.q;
  const std::string query = fold(state.q);
  order_.clear();
  for (std::size_t r = 0; r < board.row_count; ++r) {
    if (query.empty() || matches_words(folded_[r], query))
      order_.push_back(static_cast<std::uint32_t>(r));
  }
  const List<std::string_view> items = split(sort_, ',');
  for (std::size_t i = items.size(); i-- > 0;) {
    const bool down = !items[i].empty() && items[i][0] == '-';
    const std::string_view key = down ? items[i].substr(1) : items[i];
    const auto* at = std::find_if(looks_.begin(), looks_.end(),
                                  [&](const RelatedLook& look) { return look.key == key; });
    if (at == looks_.end()) continue;
    const RelatedColumn& column = board.columns[static_cast<std::size_t>(at - looks_.begin())];
    if (column.type == ColumnType::kText) {
      const List<std::string_view> texts(column.texts.begin(), column.texts.end());
      sort_by_text(order_, texts, down);
    } else {
      sort_by_number(order_, column.numbers, down);
    }
  }
}

std::string_view related_text(const Wording& words, const RelatedColumn& column, std::uint32_t row,
                              int decimals, CellText form) {
  const bool text = column.type == ColumnType::kText;
  if (text ? column.texts[row].empty() : std::isnan(column.numbers[row])) {
    return form == CellText::kSpoken ? words.t("missing.no_data") : "–";
  }
  if (text) return column.texts[row];
  const double v = column.numbers[row];
  if (column.type == ColumnType::kYesNo) {
    return words.t(v == 1 ? "board.yes" : (v == 0 ? "board.no" : "board.partly"));
  }
  return v >= 1e9 ? size_text(words, v / 1e9) : words.number(v, decimals);
}

Table related_table(const Reader& reader, const RelatedBoard& board, const RelatedRows& rows) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view unit = board.unit.in(w.lang), title = board.title.in(w.lang);
  b.head({board.id, board.id, "related.json", title});
  for (const std::size_t c : rows.display()) {
    const RelatedColumn& column = board.columns[c];
    const bool number = column.type == ColumnType::kNumber;
    b.column({column.name, column.name,
              column.type == ColumnType::kText ? CellKind::kWord : CellKind::kNumber,
              number && rows.look(c).shaded ? unit : std::string_view()});
  }
  for (const std::uint32_t r : rows.order()) {
    b.row(w.text.number(r));
    for (const std::size_t c : rows.display()) {
      const RelatedColumn& column = board.columns[c];
      const auto text = [&](CellText form) {
        return related_text(w, column, r, rows.look(c).decimals, form);
      };
      if (column.type == ColumnType::kText) {
        const std::string_view word = column.texts[r];
        b.word(word.empty() ? kNoDataCode : word, text(CellText::kSpoken));
      } else {
        b.number(column.numbers[r], text(CellText::kSpoken), text(CellText::kShown));
      }
    }
  }
  return b.done(title);
}

}  // namespace tablero
