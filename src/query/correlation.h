// Correlation of two columns with missing values.
#pragma once

#include <span>
#include <vector>

namespace tablero {

struct Correlation {
  double value = 0;  // -1..1; NaN with fewer than three pairs or without any spread
  int pairs = 0;     // rows in which both have a value
};

// Pearson's product-moment correlation over the rows in which both columns have a value.
Correlation pearson(std::span<const double> x, std::span<const double> y);

// Spearman's rank correlation: Pearson's of the ranks among the common rows, ties at their mean
// rank.
Correlation spearman(std::span<const double> x, std::span<const double> y);

}  // namespace tablero
