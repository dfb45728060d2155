// The disclosure gate (statistical disclosure control by cell suppression; the threshold k is that
// of k-anonymity): decides which counts of people may be published, so that no count of 1 to k-1
// can be computed by subtracting published ones. A count under k is suppressed (primary
// suppression), and so are as many others as necessary (complementary suppression), as sdcTable and
// the rules of health agencies do.
//
// The table is modeled as a network flow: sums are nodes, figures are the flows on arcs between
// them, and at every node but the outside the inflow equals the outflow. Cities flow from the
// outside into their country, the country's total from there into the edition, the edition's total
// into the total of all editions, and that total back to the outside. A cross-tabulation of two
// attributes is a network too: the total flows into the columns, each cell from its column to its
// row, the rows back into the total. In a network, a figure can differ from its true value exactly
// when one person more or less can be sent around a cycle of hidden figures while each stays
// possible. So the check is exact, not an estimate, and the cheapest cycle says what else to hide
// (shortest paths, after Castro, "A shortest-paths heuristic for statistical data protection in
// positive tables", INFORMS J. on Computing 19, 2007).
//
// Threat model: the attacker knows everything that is published, k, which figures exist, and which
// of the hidden ones are under k. A real reader knows less.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"

namespace tablero {

// The smallest useful k: with a smaller one, a hidden count of 1 to k-1 is already known.
inline constexpr int kSmallestK = 3;
// Default for a place, and for any cross-tabulation with a second attribute.
inline constexpr int kPlaceK = 5;
inline constexpr int kCrossingK = 10;

struct DisclosureFigure {
  int from = 0, to = 0;  // sums; 0 is the outside
  int people = 0;
  bool fixed = false;    // already published elsewhere: cannot be hidden
  bool unnamed = false;  // never published by itself (people whose city is unknown), only revealed
                         // by subtraction
  bool hidden = false;   // the answer
  std::string name;      // for faults
  // How many of the people are different ones for all that is known; k counts these. -1: all.
  int distinct = -1;

  int different() const { return distinct < 0 ? people : distinct; }
};

class DisclosureTable {
 public:
  explicit DisclosureTable(int k) : k_(k) {}

  // A new sum; returns its number (from 1).
  int add_sum() { return ++sums_; }
  // A figure between two sums; returns its position.
  std::size_t add(DisclosureFigure figure);

  // Decides what is hidden. Afterwards every figure of 1 to k-1 is hidden and, for all that the
  // attacker knows, could have another value; the hidden remainder at a sum whose other side is
  // published consists of at least two figures and at least k people. Zero may be published. Fault:
  // the fixed figures already reveal a small count; nothing may be published.
  Result<void> protect();

  const std::vector<DisclosureFigure>& figures() const { return figures_; }
  const DisclosureFigure& operator[](std::size_t i) const { return figures_[i]; }
  bool small(std::size_t i) const {
    return !figures_[i].fixed && figures_[i].people > 0 && figures_[i].different() < k_;
  }

 private:
  bool can_rise(std::size_t i) const;
  bool can_fall(std::size_t i) const;
  bool hideable(std::size_t i) const;
  long long cost(std::size_t i) const;
  // Shortest path that sends one person from sum `start` to sum `goal` without figure `without`;
  // `path` receives its figures. Negative when there is none.
  long long route(int start, int goal, std::size_t without, std::vector<std::size_t>& path) const;
  bool shelter(std::size_t i);
  bool fill_buckets(bool& changed);
  bool fill_bucket(int sum, bool inward, bool& changed);
  void left_over(int sum, bool inward, std::vector<std::size_t>& bucket,
                 std::vector<std::size_t>& others) const;
  const std::vector<std::size_t>& edges(int sum, bool inward) const;

  int k_;
  int sums_ = 0;
  std::vector<DisclosureFigure> figures_;
  std::vector<std::vector<std::size_t>> in_, out_;  // figures by sum, filled by protect()
  std::string unprotected_;                         // name of a figure that cannot be protected
};

}  // namespace tablero
