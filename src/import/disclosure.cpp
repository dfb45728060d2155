#include "import/disclosure.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

namespace tablero {
namespace {

constexpr long long kNever = std::numeric_limits<long long>::max();

}  // namespace

std::size_t DisclosureTable::add(DisclosureFigure figure) {
  figures_.push_back(std::move(figure));
  return figures_.size() - 1;
}

const std::vector<std::size_t>& DisclosureTable::edges(int sum, bool inward) const {
  return (inward ? in_ : out_)[static_cast<std::size_t>(sum)];
}

// Whether one person more (less) is consistent with what the attacker knows: a small count stays
// between 1 and k-1, a larger one at least k. A count of k tickets and fewer people may be any.
bool DisclosureTable::can_rise(std::size_t i) const {
  return !small(i) || figures_[i].people + 1 != k_;
}
bool DisclosureTable::can_fall(std::size_t i) const {
  return figures_[i].people > (small(i) ? 1 : k_);
}

bool DisclosureTable::hideable(std::size_t i) const {
  return !figures_[i].fixed && figures_[i].people > 0;
}

// The cost of a path through the figure: 0 when it is already hidden, otherwise the number of
// people whose count would be lost.
long long DisclosureTable::cost(std::size_t i) const {
  if (figures_[i].hidden) return 0;
  return hideable(i) ? 1 + static_cast<long long>(figures_[i].people) : kNever;
}

long long DisclosureTable::route(int start, int goal, std::size_t without,
                                 std::vector<std::size_t>& path) const {
  std::vector<long long> best(static_cast<std::size_t>(sums_) + 1, kNever);
  std::vector<std::size_t> came_by(best.size(), figures_.size());
  using Step = std::pair<long long, int>;
  std::priority_queue<Step, std::vector<Step>, std::greater<Step>> open;
  best[static_cast<std::size_t>(start)] = 0;
  open.push({0, start});
  const auto step = [&](std::size_t i, int to, long long so_far) {
    const long long price = cost(i);
    if (price == kNever || so_far + price >= best[static_cast<std::size_t>(to)]) return;
    best[static_cast<std::size_t>(to)] = so_far + price;
    came_by[static_cast<std::size_t>(to)] = i;
    open.push({so_far + price, to});
  };
  while (!open.empty()) {
    const auto [so_far, sum] = open.top();
    open.pop();
    if (so_far > best[static_cast<std::size_t>(sum)]) continue;
    if (sum == goal) break;
    for (const std::size_t i : edges(sum, false)) {
      if (i != without && can_rise(i)) step(i, figures_[i].to, so_far);
    }
    for (const std::size_t i : edges(sum, true)) {
      if (i != without && can_fall(i)) step(i, figures_[i].from, so_far);
    }
  }
  path.clear();
  if (best[static_cast<std::size_t>(goal)] == kNever) return -1;
  for (int at = goal; at != start;) {
    const std::size_t i = came_by[static_cast<std::size_t>(at)];
    path.push_back(i);
    at = figures_[i].to == at ? figures_[i].from : figures_[i].to;
  }
  return best[static_cast<std::size_t>(goal)];
}

// Complementary suppression: hides the cheapest cycle that gives a small figure another possible
// value. False when there is none.
bool DisclosureTable::shelter(std::size_t i) {
  const DisclosureFigure& f = figures_[i];
  std::vector<std::size_t> more, less;
  const long long rise = can_rise(i) ? route(f.to, f.from, i, more) : -1;
  const long long fall = can_fall(i) ? route(f.from, f.to, i, less) : -1;
  if (rise < 0 && fall < 0) {
    unprotected_ = f.name;
    return false;
  }
  const bool take_more = fall < 0 || (rise >= 0 && rise <= fall);
  for (const std::size_t k : take_more ? more : less) figures_[k].hidden = true;
  return true;
}

// The hidden figures on one side of a sum; one that is itself a total is replaced by the hidden
// figures that it sums over. `others` are the published ones that could be merged with them.
void DisclosureTable::left_over(int sum, bool inward, std::vector<std::size_t>& bucket,
                                std::vector<std::size_t>& others) const {
  for (const std::size_t i : edges(sum, inward)) {
    if (!figures_[i].hidden) {
      if (hideable(i)) others.push_back(i);
      continue;
    }
    const int beyond = inward ? figures_[i].from : figures_[i].to;
    const bool is_total =
        beyond != 0 && edges(beyond, !inward).size() == 1 && !edges(beyond, inward).empty();
    if (is_total) {
      left_over(beyond, inward, bucket, others);
    } else {
      bucket.push_back(i);
    }
  }
}

// Where the other side of a sum is published, subtraction reveals the hidden remainder on this
// side: it must contain two figures and k people. Merges the smallest others into it until it does.
bool DisclosureTable::fill_bucket(int sum, bool inward, bool& changed) {
  const auto hidden = [&](std::size_t i) { return figures_[i].hidden; };
  const std::vector<std::size_t>& far = edges(sum, !inward);
  if (std::any_of(far.begin(), far.end(), hidden)) return true;
  for (;;) {
    std::vector<std::size_t> bucket, others;
    left_over(sum, inward, bucket, others);
    int people = 0;
    bool any_small = false;
    for (const std::size_t i : bucket) {
      people += figures_[i].different();
      any_small = any_small || small(i);
    }
    if (!any_small || (bucket.size() >= 2 && people >= k_)) return true;
    const auto smallest = std::min_element(
        others.begin(), others.end(),
        [&](std::size_t a, std::size_t b) { return figures_[a].people < figures_[b].people; });
    if (smallest == others.end()) {
      // Nothing is left to merge on this side: the total itself is merged into the next sum.
      const auto total =
          std::find_if(far.begin(), far.end(), [&](std::size_t i) { return hideable(i); });
      if (total == far.end()) {
        unprotected_ = figures_[bucket.front()].name;
        return false;
      }
      figures_[*total].hidden = true;
      changed = true;
      return true;
    }
    figures_[*smallest].hidden = true;
    changed = true;
  }
}

bool DisclosureTable::fill_buckets(bool& changed) {
  for (int sum = 1; sum <= sums_; ++sum) {
    for (const bool inward : {true, false}) {
      if (!fill_bucket(sum, inward, changed)) return false;
    }
  }
  return true;
}

Result<void> DisclosureTable::protect() {
  in_.assign(static_cast<std::size_t>(sums_) + 1, {});
  out_ = in_;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    in_[static_cast<std::size_t>(figures_[i].to)].push_back(i);
    out_[static_cast<std::size_t>(figures_[i].from)].push_back(i);
    figures_[i].hidden = small(i) || (figures_[i].unnamed && figures_[i].people > 0);
  }
  bool safe = k_ >= kSmallestK;
  for (bool changed = true; changed && safe;) {
    changed = false;
    for (std::size_t i = 0; i < figures_.size() && safe; ++i) {
      if (small(i)) safe = shelter(i);
    }
    safe = safe && fill_buckets(changed);
  }
  if (safe) return {};
  for (std::size_t i = 0; i < figures_.size(); ++i) figures_[i].hidden = hideable(i);
  return Fault{"disclosure", unprotected_, "a count that can be hidden among others",
               "published totals that give it away"};
}

}  // namespace tablero
