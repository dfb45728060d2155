// The text alternative of a chart in one sentence: its title, the range of its values, its largest
// marks.
#pragma once

#include <array>
#include <string_view>

#include "model/table.h"

namespace tablero {

// "`title`. De 3 a 40. Los mayores: A, 40; B, 12; C, 9." in the reader's language. Marks without a
// value are counted ("2 sin datos"), never treated as zero. Ties keep the order of the marks.
class Summary {
 public:
  // A mark; NaN: it has no value. The texts must live until sentence().
  void add(std::string_view label, double value, std::string_view figure);
  // A mark of a count, whose figure is its number.
  void add(const Wording& words, std::string_view label, double count) {
    add(label, count, words.number(count, 0));
  }
  std::string_view sentence(const Wording& words, std::string_view title) const;

 private:
  struct Told {
    std::string_view label, figure;
    double value = 0;
    bool known = false;
  };
  void rank(Told told);
  std::array<Told, 3> top_{};
  Told least_;
  long long missing_ = 0;
};

// The sentence of a table whose marked rows have their label and their value in these columns. Rows
// without a label, such as the records whose group is not known, are not compared.
std::string_view rows_sentence(const TableBuilder& table, std::size_t label, std::size_t value);

// The sentence of a table whose rows are counts for each pair of words: of the totals for each word
// in the column `of`, in the order in which the words come first.
std::string_view totals_sentence(const TableBuilder& table, std::size_t of, std::size_t value);

}  // namespace tablero
