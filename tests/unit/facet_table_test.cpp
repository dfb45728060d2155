#include "query/facet_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "base/list.h"

namespace tablero {
namespace {

constexpr int kFacets = 3;

// The plain definition: sets of words, a search, row by row.
struct Record {
  std::set<std::string> words[kFacets];
  std::string text;
};

struct Oracle {
  std::vector<Record> records;
  std::set<std::string> wanted[kFacets], all[kFacets];
  std::string query;

  bool passes(const Record& r, int but) const {
    if (r.text.find(query) == std::string::npos) return false;
    for (int f = 0; f < kFacets; ++f) {
      if (f == but || wanted[f].empty()) continue;
      bool all_ticked = true, any = false;
      for (const std::string& w : all[f]) all_ticked = all_ticked && wanted[f].count(w) > 0;
      for (const std::string& w : wanted[f]) any = any || r.words[f].count(w) > 0;
      if (!any && !all_ticked) return false;
    }
    return true;
  }
};

int below(std::mt19937& rng, int n) { return static_cast<int>(rng() % static_cast<unsigned>(n)); }

TEST(FacetTable, AgreesWithSetsOnRandomRecordsAndChoices) {
  std::mt19937 rng(8);
  for (int round = 0; round < 60; ++round) {
    Oracle oracle;
    FacetTable table;
    table.begin(kFacets);
    const int rows = below(rng, 120);
    for (int i = 0; i < rows; ++i) {
      Record r;
      for (int f = 0; f < kFacets; ++f) {
        for (int n = below(rng, 4); n > 0; --n) {
          const std::string word = "w" + std::to_string(below(rng, 2 + 5 * f));
          r.words[f].insert(word);
          oracle.all[f].insert(word);
          table.add(f, word);
          if (below(rng, 3) == 0) table.add(f, word);
        }
      }
      r.text = std::string(1, static_cast<char>('a' + below(rng, 4)));
      table.end_row(r.text);
      oracle.records.push_back(r);
    }
    table.finish();
    for (int step = 0; step < 20; ++step) {
      const int f = below(rng, kFacets);
      if (below(rng, 4) == 0) {
        oracle.query = below(rng, 2) == 0 ? "" : "b";
        table.search(oracle.query);
      } else {
        List<std::string> wanted;
        oracle.wanted[f].clear();
        const int odds = 1 + below(rng, 4);
        for (int w = 0; w < 13; ++w) {  // some of them are words that no record has
          if (below(rng, odds) != 0) continue;
          wanted.push_back("w" + std::to_string(w));
          oracle.wanted[f].insert(wanted.back());
        }
        table.choose(f, wanted);
      }
      table.update();
      for (std::size_t i = 0; i < oracle.records.size(); ++i) {
        ASSERT_EQ(table.passes(i), oracle.passes(oracle.records[i], -1)) << round << ' ' << step;
      }
      for (int g = 0; g < kFacets; ++g) {
        ASSERT_EQ(table.words(g).size(), oracle.all[g].size());
        for (std::size_t w = 0; w < table.words(g).size(); ++w) {
          const std::string& word = table.words(g)[w];
          const auto n = std::count_if(
              oracle.records.begin(), oracle.records.end(),
              [&](const Record& r) { return r.words[g].count(word) > 0 && oracle.passes(r, g); });
          ASSERT_EQ(table.count(g, w), n) << round << ' ' << step << ' ' << word;
        }
      }
    }
  }
}

}  // namespace
}  // namespace tablero
