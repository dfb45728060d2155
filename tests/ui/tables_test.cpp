// One property for everything that shows a figure: with any filters, on any tab and in any
// language, the drawn marks and lists, the table for readers and the download hold the same values
// and texts in the same order as the tables that tablero-data writes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "data/words.h"
#include "model/csv.h"
#include "model/leaderboard/score_table.h"
#include "model/table_text.h"
#include "model/tables/tabs.h"
#include "ui/driver.h"
#include "ui/told.h"
#include "unit/data_support.h"

namespace tablero::test {
namespace {

using Fields = std::vector<std::string>;

constexpr int kFilters = 30;

// Random filters, without a tab: seeded, so that a failure comes again.
std::vector<std::string> random_filters() {
  struct Choice {
    const char* key;
    std::vector<const char*> values;
  };
  const std::vector<Choice> choices = {{"edition", {"2022", "2023", "2024", "2025", "2022,2024"}},
                                       {"country", {"ES", "BR,MX", "CO"}},
                                       {"q", {"lima", "madrid", "gemma", "salud", "xyzzy"}},
                                       {"topic", {"health", "culture"}},
                                       {"sdg", {"3", "4,10"}},
                                       {"award", {"1st"}},
                                       {"kind", {"talk", "keynote,workshop"}},
                                       {"tier", {"gold"}},
                                       {"domain", {"legal", "clinical"}},
                                       {"language", {"es", "ca"}},
                                       {"metric", {"events", "countries", "projects"}},
                                       {"sort", {"size", "-model", "aquas"}},
                                       {"filter", {"type:pretrained", "size:5-10"}},
                                       {"scale", {"raw"}}};
  std::mt19937 rng(20261128);
  std::vector<std::string> all = {""};
  while (all.size() < kFilters) {
    std::string query;
    for (const Choice& choice : choices) {
      if (rng() % 6 != 0) continue;
      query += std::string("&") + choice.key + "=" + choice.values[rng() % choice.values.size()];
    }
    if (!query.empty()) all.push_back(query);
  }
  return all;
}

// The data without the program around them.
struct Records {
  Store store;
  std::map<std::string, Strings> words;
  std::map<std::string, Language> language;
  std::map<std::string, LeaderboardRows> rows;  // ranks are computed once

  Records() {
    for (std::size_t i = 0; i < kFileCount; ++i) {
      const auto id = static_cast<FileId>(i);
      store.accept(id, frozen(file_path(id)));
      EXPECT_TRUE(store.ready(id));
    }
    for (const std::string& tag : languages()) {
      words[tag] = Strings(load_words(frozen("i18n/" + tag + ".json"), tag).value());
      language[tag] = language_of(tag, words[tag]);
    }
  }
  Reader reader(const std::string& tag) const { return {words.at(tag), language.at(tag)}; }
  List<Table> tables(const ViewState& state) const {
    Selection selection;
    selection.update(store, state, words.at(state.lang), language.at(state.lang));
    const Reader reader = this->reader(state.lang);
    return tables_of(state.view, {reader, store, state, selection});
  }
  Table scores(const ViewState& state) {
    const ScoreTable& table = *store.scores(store.results.main_snapshot);
    LeaderboardRows& own = rows[table.snapshot];
    own.update(store, state, table);
    while (own.rank_step()) {
    }
    return score_table(reader(state.lang), store, state, table, own);
  }
};

Records& records() {
  static Records all;
  return all;
}

Fields split_at(const std::string& text, char separator) {
  Fields parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// RFC 4180, without the byte order mark.
std::vector<Fields> csv_lines(const std::string& csv) {
  std::vector<Fields> lines(1, Fields(1));
  bool quoted = false;
  for (std::size_t i = 3; i < csv.size(); ++i) {
    const char c = csv[i];
    std::string& field = lines.back().back();
    if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
      field += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      lines.back().emplace_back();
    } else if (!quoted && c == '\n') {
      lines.emplace_back(1);
    } else if (quoted || c != '\r') {
      field += c;
    }
  }
  lines.pop_back();
  return lines;
}

// A number as the language writes it; NaN: something else.
double read_number(std::string_view text, const Language& language, int& decimals) {
  constexpr std::string_view kMinus = "−";
  std::string plain;
  decimals = -1;
  if (text.substr(0, kMinus.size()) == kMinus) {
    plain = "-";
    text.remove_prefix(kMinus.size());
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i), group = language.group.data(),
                           point = language.point.data();
    if (std::isdigit(static_cast<unsigned char>(rest[0])) != 0) {
      plain += rest[0];
      decimals += decimals >= 0 ? 1 : 0;
      ++i;
    } else if (rest.substr(0, point.size()) == point && decimals < 0) {
      plain += '.';
      decimals = 0;
      i += point.size();
    } else if (!group.empty() && rest.substr(0, group.size()) == group && decimals < 0) {
      i += group.size();
    } else {
      return std::nan("");
    }
  }
  decimals = std::max(decimals, 0);
  return plain.empty() ? std::nan("") : std::stod(plain);
}

std::string missing_code(const Cell& cell) {
  return std::string(kPresenceNames[static_cast<std::size_t>(cell.presence)]);
}

void expect_number(const std::string& field, double value, const std::string& otherwise) {
  if (std::isnan(value)) {
    EXPECT_EQ(field, otherwise);
  } else {
    EXPECT_EQ(std::stod(field), value);
  }
}

// The fields of a cell in a download, from `at` on; the place behind them.
std::size_t expect_fields(const Fields& line, std::size_t at, const Cell& cell, CellKind kind) {
  if (kind == CellKind::kWord) {
    const std::string& field = line[at];
    // An apostrophe keeps spreadsheets from running it.
    EXPECT_TRUE(field == cell.code || field.find('\'') != std::string::npos) << field;
    return at + 1;
  }
  expect_number(line[at], cell.value, missing_code(cell));
  if (kind == CellKind::kAmount) {
    EXPECT_EQ(line[at + 1], kQualifierNames[static_cast<std::size_t>(cell.qualifier)]);
    return at + 2;
  }
  if (kind != CellKind::kInterval) return at + 1;
  expect_number(line[at + 1], cell.low, "no_data");
  expect_number(line[at + 2], cell.high, "no_data");
  return at + 3;
}

// Download and text for readers against the table; texts of numbers against their values.
void expect_same_forms(const Table& t, const Language& language) {
  SCOPED_TRACE(std::string(t.head().id));
  const std::vector<Fields> lines = csv_lines(csv_of({&t, 1}).bytes());
  ASSERT_EQ(lines.size(), t.size() + 1);
  const Fields read = split_at(table_text(t), kTextSeparator);
  const std::size_t columns = std::stoul(read[0]), heads = std::stoul(read[1]);
  EXPECT_EQ(read[2], t.head().title);
  ASSERT_EQ(read.size(), 3 + columns * (t.size() + 1) + 1);
  std::size_t next = 3 + columns;
  for (std::size_t r = 0; r < t.size(); ++r) {
    ASSERT_EQ(lines[r + 1].size(), lines[0].size());
    std::size_t at = 0, shown = 0;
    for (std::size_t c = 0; c < t.columns().size(); ++c) {
      const Cell& cell = t.at(r, c);
      at = expect_fields(lines[r + 1], at, cell, t.columns()[c].kind);
      if (t.columns()[c].only_download) continue;
      const bool noted = ++shown == heads && !t.row(r).note.empty();
      const std::string text(cell.text);
      EXPECT_EQ(read[next++], noted ? text + " (" + std::string(t.row(r).note) + ")" : text);
      int decimals = 0;
      const double told = read_number(cell.text, language, decimals);
      if (is_number(t.columns()[c].kind) && !std::isnan(told)) {
        EXPECT_LE(std::fabs(told - cell.value), 0.5000001 * std::pow(10, -decimals)) << text;
      }
    }
    EXPECT_EQ(at + (t.sourced() ? 1 : 0), lines[0].size());
  }
}

void expect_equal(const Table& drawn, const Table& own) {
  SCOPED_TRACE(std::string(own.head().id));
  EXPECT_EQ(drawn.sentence(), own.sentence());
  ASSERT_EQ(table_text(drawn), table_text(own));
  EXPECT_EQ(csv_of({&drawn, 1}).bytes(), csv_of({&own, 1}).bytes());
}

TEST(Tables, DownloadAndReadersTableSayWhatATableSays) {
  const std::vector<std::string> filters = random_filters();
  const List<std::string> tags = languages();
  std::size_t tables = 0, rows = 0;
  for (std::size_t i = 0; i < filters.size(); ++i) {
    for (std::size_t v = 0; v < kTabCount; ++v) {
      const std::string& tag = tags[(i + v) % tags.size()];
      ViewState state = from_query(filters[i]);
      state.view = static_cast<View>(v);
      state.lang = tag;
      SCOPED_TRACE(to_query(state));
      if (state.view == View::kLeaderboard) {  // the ranks of all its snapshots take a while
        expect_same_forms(records().scores(state), records().language.at(tag));
        continue;
      }
      for (const Table& table : records().tables(state)) {
        expect_same_forms(table, records().language.at(tag));
        ++tables;
        rows += table.size();
      }
    }
  }
  EXPECT_GT(tables, 1000u);
  EXPECT_GT(rows, 20000u);
}

class DrawnTables : public ::testing::Test {
 protected:
  std::string name(const SemanticsNode& n) const {
    return std::string(d_.app->semantics().name(n));
  }
  // The names of the nodes of `role` below `root`, from top to bottom; 0: of all.
  Fields names(std::uint32_t root, const std::set<Role>& roles) const {
    std::set<std::uint32_t> inside = {root};
    Fields found;
    for (const SemanticsNode& n : d_.app->semantics().nodes()) {
      if (root != 0 && inside.count(n.parent) == 0) continue;
      inside.insert(n.id);
      if (roles.count(static_cast<Role>(n.role)) != 0) found.push_back(name(n));
    }
    return found;
  }

  // Each mark tells a row, and the first marks of the rows come in their order.
  void expect_marks(const ShownChart& chart) {
    const Table& t = *chart.table;
    SCOPED_TRACE(std::string(t.head().id));
    std::vector<bool> told(t.size());
    for (const std::string& mark : names(chart.node, {Role::kText, Role::kButton})) {
      bool any = false;
      for (std::size_t r = 0; r < t.size(); ++r) {
        if (!tells(t, r, mark)) continue;
        any = told[r] = true;
        ++marks_;
      }
      EXPECT_TRUE(any) << mark;
    }
    // A line is one mark for all its points; a table of counts is one of cells.
    if (t.head().id == "pace" || t.head().id == "sponsors" || t.head().id == "correlation") return;
    for (std::size_t r = 0; r < t.size(); ++r) {
      EXPECT_TRUE(told[r] || !has_mark(t, r)) << t.row(r).id;
    }
  }

  // The items of a drawn list are the texts of a column, from the first row on: those near the
  // visible part are there.
  void expect_list(const Table& list, std::size_t column, const Fields& items) {
    SCOPED_TRACE(std::string(list.head().id));
    ASSERT_LE(items.size(), list.size());
    EXPECT_EQ(items.empty(), list.empty());
    for (std::size_t i = 0; i < items.size(); ++i) {
      EXPECT_EQ(items[i], list.at(i, column).text);
      ++items_;
    }
  }

  void expect_cells(const Table& scores) {
    Fields cells = names(0, {Role::kRowHeader, Role::kCell});
    std::size_t at = 0;
    for (std::size_t r = 0; r < scores.size() && at < cells.size(); ++r) {
      for (std::size_t c = 0; c < scores.columns().size() && at < cells.size(); ++c) {
        if (scores.columns()[c].only_download) continue;
        EXPECT_EQ(cells[at++], scores.at(r, c).text) << r << " " << scores.columns()[c].id;
        ++items_;
      }
    }
    EXPECT_EQ(cells.empty(), scores.empty());
  }

  void expect_drawn(const ViewState& state) {
    const List<Table> own =
        state.view == View::kLeaderboard ? List<Table>() : records().tables(state);
    const auto find = [&](std::string_view id) -> const Table* {
      for (const Table& t : own) {
        if (t.head().id == id) return &t;
      }
      return nullptr;
    };
    std::size_t last = 0;
    for (const ShownChart& chart : d_.app->charts()) {
      expect_marks(chart);
      const Table* same = find(chart.table->head().id);
      if (state.view == View::kLeaderboard) continue;
      ASSERT_NE(same, nullptr) << chart.table->head().id;
      expect_equal(*chart.table, *same);
      const auto place = static_cast<std::size_t>(same - own.begin());
      EXPECT_GE(place, last) << chart.table->head().id << ": tables stand as on the screen";
      last = place;
    }
    // What buttons offer is one of the tables, too.
    for (const OfferedCharts& offer : d_.app->offers()) {
      for (std::size_t i = 0; i < offer.count && state.view != View::kLeaderboard; ++i) {
        const Table* same = find(offer.first[i].head().id);
        ASSERT_NE(same, nullptr) << offer.first[i].head().id;
        expect_equal(offer.first[i], *same);
      }
    }
    expect_lists(state, find);
  }

  template <class Find>
  void expect_lists(const ViewState& state, const Find& find) {
    const Fields items = names(0, {Role::kListItem});
    if (state.view == View::kCharlas) expect_list(*find("events"), 4, items);
    if (state.view == View::kMapa && state.countries.size() != 1) {
      Fields countries;
      for (const SemanticsNode& n : d_.app->semantics().nodes()) {
        const std::string value(d_.app->semantics().value(n));
        if (n.role == static_cast<std::uint8_t>(Role::kButton) && !value.empty())
          countries.push_back(name(n) + ": " + value);
      }
      const Table& t = *find("countries");
      for (std::size_t r = 0; r < t.size(); ++r) {
        const std::string row = std::string(t.at(r, 0).text) + ": " + std::string(t.at(r, 1).text);
        EXPECT_EQ(std::count(countries.begin(), countries.end(), row), 1) << row;
        ++items_;
      }
    }
    if (state.view == View::kProyectos) {
      const Table& projects = *find("projects");
      for (std::size_t i = 0; i < std::min(items.size(), projects.size()) && i < 6; ++i) {
        EXPECT_EQ(items[i], projects.at(i, 2).text);
        ++items_;
      }
    }
    if (state.view == View::kLeaderboard && state.panel.empty()) {
      expect_cells(records().scores(state));
    }
  }

  // The map first: its cities are there from then on, which Panorama fetches when it is scrolled
  // to.
  Driver d_{"view=mapa", 1280, 900};
  std::size_t marks_ = 0, items_ = 0;
};

TEST_F(DrawnTables, MarksAndListsAreTheRowsOfTheTables) {
  const std::vector<std::string> filters = random_filters();
  const List<std::string> tags = languages();
  std::size_t next = 0;
  for (std::size_t round = 0; round < 3; ++round) {
    for (std::size_t v = 0; v < kTabCount; ++v) {
      for (const std::string& tag : tags) {
        const std::string query = "view=" + std::string(kTabNames[v]) + "&lang=" + tag +
                                  (round == 0 ? "" : filters[next++ % filters.size()]);
        SCOPED_TRACE(query);
        d_.app->on_query(query);
        d_.settle(600);
        expect_drawn(d_.app->state());
      }
    }
  }
  EXPECT_GE(next, filters.size()) << "each filter on some tab";
  EXPECT_GT(marks_, 2000u);
  EXPECT_GT(items_, 300u);
}

}  // namespace
}  // namespace tablero::test
