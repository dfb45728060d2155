// Every column of the leaderboard in each of its places: a row of the table of columns that is
// forgotten in one of them fails here.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/list.h"
#include "base/text.h"
#include "model/leaderboard/csv.h"
#include "ui/driver.h"
#include "unit/data_support.h"
#include "unit/words_support.h"

namespace tablero::test {
namespace {

using Json = nlohmann::json;
using Fields = std::vector<std::string>;

constexpr float kWide = 1280, kTall = 800;

Json read_json(const std::string& path) {
  std::ifstream in(data_folder() + "/" + path);
  return Json::parse(in);
}

Json words_of(const std::string& language) { return read_json("i18n/" + language + ".json"); }

// A column as a link asks for it: one of those for which a row without id stands.
struct Column {
  const ColumnSpec& spec;
  std::string id, key;  // of the word above it; empty: the name of the task
};

Column column_of(const ColumnSpec& spec) {
  const std::string id(spec.id);
  switch (spec.kind) {
    case ColumnKind::kTask:
      return {spec, "aquas", ""};
    case ColumnKind::kPublished:
      return {spec, "mean:all", "leaderboard.mean:all"};
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      break;
  }
  return {spec, id, "leaderboard.column." + id};
}

// A link to the main snapshot with a column in sight, beside that of a chosen task.
std::string link_to(const Column& column) { return "view=leaderboard&cols=aquas," + column.id; }

// A link to the main snapshot with all of them. Two of its tasks are chosen, so that there is a
// mean over them.
std::string link_to_all() {
  std::string cols = "teleia";
  for (const ColumnSpec& spec : column_specs()) cols += "," + column_of(spec).id;
  return "view=leaderboard&cols=" + cols;
}

std::string head_of(const Column& column, const Json& words) {
  return column.key.empty() ? "AQuAS" : words.value(column.key, "no word " + column.key);
}

bool is_optional(const Column& column) { return column.spec.shown != ColumnShown::kAlways; }

// Lines of a CSV without the notes at its end.
std::vector<Fields> parse_csv(const std::string& bytes) {
  std::vector<Fields> lines(1, Fields(1));
  bool quoted = false;
  for (const char c : bytes.substr(3)) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      lines.back().emplace_back();
    } else if (c == '\n' && !quoted) {
      lines.emplace_back(1);
    } else if (c != '\r') {
      lines.back().back() += c;
    }
  }
  lines.pop_back();
  std::erase_if(lines, [](const Fields& line) { return line[0].rfind("# ", 0) == 0; });
  return lines;
}

// The board without drawing.
struct Board {
  Store store;
  Fields snapshots;

  Board() {
    for (const FileId id : {FileId::kTasks, FileId::kModels, FileId::kResults}) {
      store.accept(id, frozen(file_path(id)));
    }
    for (const Snapshot& s : store.results.snapshots) {
      snapshots.push_back(s.id);
      if (s.id != store.results.main_snapshot) {
        store.accept_scores(s.id, frozen("leaderboard/" + s.file));
      }
    }
  }
  std::vector<Fields> csv(const std::string& snapshot, const std::string& link,
                          CsvScope scope = CsvScope::kView) const {
    const ScoreTable& table = *store.scores(snapshot);
    LeaderboardRows rows;
    const ViewState state = from_query(link);
    rows.update(store, state, table);
    while (rows.rank_step()) {
    }
    const Reader reader{words(), Language::es};
    return parse_csv(leaderboard_csv(reader, store, state, table, rows, scope).bytes());
  }
  // A mean, a task and a published mean belong to the tasks of the main snapshot.
  Fields snapshots_with(const ColumnSpec& spec) const {
    return spec.figure != nullptr ? Fields{store.results.main_snapshot} : snapshots;
  }
};

// The cells below `name`.
Fields cells_of(const std::vector<Fields>& csv, const std::string& name) {
  const auto at =
      static_cast<std::size_t>(std::find(csv[0].begin(), csv[0].end(), name) - csv[0].begin());
  EXPECT_LT(at, csv[0].size()) << "no column " << name;
  Fields out;
  for (std::size_t i = 1; i < csv.size(); ++i) {
    EXPECT_EQ(csv[i].size(), csv[0].size()) << "line " << i;
    if (at < csv[i].size()) out.push_back(csv[i][at]);
  }
  return out;
}

std::string csv_name(const Column& column) {
  return column.spec.kind == ColumnKind::kTask ? "AQuAS" : column.id;
}

// Different cells in a row count once; without those that are missing.
Fields groups_of(const Fields& cells) {
  Fields out(cells);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::erase(out, "no_data");
  return out;
}

TEST(LeaderboardColumns, EachHasAHeadInEveryLanguage) {
  for (const std::string& language : languages()) {
    const Json words = words_of(language);
    Driver d(link_to_all() + "&lang=" + language, kWide, kTall);
    for (const ColumnSpec& spec : column_specs()) {
      const Column column = column_of(spec);
      if (!column.key.empty()) EXPECT_TRUE(words.contains(column.key)) << language << column.key;
      EXPECT_TRUE(d.has(Role::kColumnHeader, head_of(column, words))) << language << column.key;
    }
  }
}

void expect_an_order(const Fields& up, const Fields& down, bool figures) {
  Fields turned = groups_of(down);
  std::reverse(turned.begin(), turned.end());
  const Fields groups = groups_of(up);
  EXPECT_EQ(groups, turned);
  EXPECT_EQ(std::set<std::string>(groups.begin(), groups.end()).size(), groups.size());
  for (const Fields& cells : {up, down}) {
    const auto missing = std::find(cells.begin(), cells.end(), "no_data");
    EXPECT_TRUE(std::all_of(missing, cells.end(), [](auto& c) { return c == "no_data"; }));
  }
  if (!figures) return;
  EXPECT_TRUE(std::is_sorted(groups.begin(), groups.end(),
                             [](auto& a, auto& b) { return std::stod(a) < std::stod(b); }));
}

TEST(LeaderboardColumns, EachSortsByItsLinkInBothDirectionsWithWhatIsMissingLast) {
  const Board board;
  for (const ColumnSpec& spec : column_specs()) {
    const Column column = column_of(spec);
    SCOPED_TRACE(column.id);
    const std::string link = link_to_all() + "&sort=";
    const bool figures = spec.kind != ColumnKind::kModel && spec.kind != ColumnKind::kWord;
    std::size_t most = 0;
    for (const std::string& snapshot : board.snapshots_with(spec)) {
      const Fields up = cells_of(board.csv(snapshot, link + column.id), csv_name(column));
      const Fields down = cells_of(board.csv(snapshot, link + "-" + column.id), csv_name(column));
      most = std::max(most, std::set<std::string>(up.begin(), up.end()).size());
      expect_an_order(up, down, figures);
    }
    EXPECT_GE(most, 2u) << "the frozen data do not tell an order";
  }
}

TEST(LeaderboardColumns, EachSortsWhenItsHeadIsPressed) {
  const Json words = words_of("es");
  for (const ColumnSpec& spec : column_specs()) {
    const Column column = column_of(spec);
    SCOPED_TRACE(column.id);
    Driver d(link_to(column) + "&sort=-teleia", kWide, kTall);
    d.press(Role::kColumnHeader, head_of(column, words));
    const std::string first = d.app->state().sort;  // empty: by the average, as without a press
    EXPECT_TRUE(first == column.id || first == "-" + column.id ||
                (first.empty() && column.id == "average"));
    d.press(Role::kColumnHeader, head_of(column, words));
    EXPECT_NE(d.app->state().sort, first);
    const Found head = d.get(Role::kColumnHeader, head_of(column, words));
    EXPECT_NE(head.node.state & (kStateSortAscending | kStateSortDescending), 0u);
  }
}

// The rows as they are told, cell by cell.
std::vector<Fields> told_rows(const Driver& d) {
  std::vector<Fields> rows;
  const Semantics& s = d.app->semantics();
  for (const SemanticsNode& n : s.nodes()) {
    const auto role = static_cast<Role>(n.role);
    if (role == Role::kRow) rows.emplace_back();
    if (role == Role::kCell || role == Role::kRowHeader || role == Role::kColumnHeader) {
      rows.back().emplace_back(s.name(n));
    }
  }
  return rows;
}

TEST(LeaderboardColumns, EachIsToldAndIsACellOfTheCsvWithTheCellsBesideIt) {
  const Json words = words_of("es");
  const std::set<std::string> missing = {words["missing.no_data"], words["leaderboard.unknown"]};
  const Driver d(link_to_all(), kWide, kTall);
  const std::vector<Fields> told = told_rows(d);
  const std::vector<Fields> csv = Board().csv("lb-2025-07", link_to_all());
  for (const ColumnSpec& spec : column_specs()) {
    const Column column = column_of(spec);
    SCOPED_TRACE(column.id);
    const auto named = std::find(csv[0].begin(), csv[0].end(), csv_name(column));
    // A place comes with the bounds of its interval.
    const std::ptrdiff_t own = column.id == "rank" ? 3 : 1;
    for (std::size_t i = 0; i < spec.extras.size(); ++i) {
      EXPECT_EQ(*(named + own + static_cast<std::ptrdiff_t>(i)), spec.extras[i].name);
    }
    const Fields cells = cells_of(csv, csv_name(column));
    ASSERT_EQ(told.size(), cells.size() + 1);
    const auto at = static_cast<std::size_t>(
        std::find(told[0].begin(), told[0].end(), head_of(column, words)) - told[0].begin());
    ASSERT_LT(at, told[0].size()) << "no head " << head_of(column, words);
    for (std::size_t row = 0; row < cells.size(); ++row) {
      ASSERT_EQ(told[row + 1].size(), told[0].size());
      const std::string& text = told[row + 1][at];
      EXPECT_EQ(cells[row] == "no_data", missing.count(text) == 1) << cells[row] << ' ' << text;
      EXPECT_FALSE(cells[row].empty() || text.empty());
      EXPECT_FALSE(words.contains(text)) << "a key instead of its word: " << text;
    }
  }
}

// What models.json says of an attribute; one that no field says needs a line here.
Json expected_attribute(const Json& model, const std::string& name) {
  if (name == "available") return model.contains("url") ? Json("hub") : Json();
  return model.value(name, Json());
}

TEST(LeaderboardColumns, AttributesAreThoseOfTheModelsFile) {
  const Json file = read_json("leaderboard/models.json");
  std::map<std::string, Json> models;
  for (const Json& model : file["models"]) models[model["id"].get<std::string>()] = model;
  const Board board;
  std::vector<std::vector<Fields>> all;
  for (const std::string& s : board.snapshots) all.push_back(board.csv(s, "", CsvScope::kAll));
  for (const ColumnSpec& spec : column_specs()) {
    if (spec.kind != ColumnKind::kNumber && spec.kind != ColumnKind::kWord) continue;
    const std::string name(spec.exported.empty() ? spec.id : spec.exported);
    std::size_t known = 0;
    for (const std::vector<Fields>& csv : all) {
      const Fields ids = cells_of(csv, "model"), cells = cells_of(csv, name);
      for (std::size_t i = 0; i < ids.size(); ++i) {
        ASSERT_EQ(models.count(ids[i]), 1u) << ids[i];
        const Json expected = expected_attribute(models[ids[i]], name);
        known += expected.is_null() ? 0 : 1;
        if (expected.is_number()) {
          EXPECT_DOUBLE_EQ(std::stod(cells[i]), expected.get<double>()) << ids[i];
        } else {
          EXPECT_EQ(cells[i], expected.is_null() ? "no_data" : expected.get<std::string>());
        }
      }
    }
    EXPECT_GT(known, 0u) << name << ": no model of the frozen data has it";
  }
}

TEST(LeaderboardColumns, TheMenuShowsAndHidesEachThatIsNotAlwaysThereAndTheLinkCarriesIt) {
  const Json words = words_of("es");
  const Board board;
  for (const ColumnSpec& spec : column_specs()) {
    const Column column = column_of(spec);
    SCOPED_TRACE(column.id);
    const std::string head = head_of(column, words);
    Driver d("view=leaderboard", kWide, kTall);
    const bool before = d.has(Role::kColumnHeader, head);
    d.press(Role::kButton, words["leaderboard.columns"].get<std::string>());
    ASSERT_EQ(d.has(Role::kCheckBox, head), is_optional(column));
    if (!is_optional(column)) continue;
    d.app->on_activate(d.get(Role::kCheckBox, head).node.id);
    d.settle();
    const List<std::string>& cols = d.app->state().cols;
    EXPECT_EQ(std::find(cols.begin(), cols.end(), column.id) != cols.end(), !before);
    const std::vector<Fields> opened = board.csv("lb-2025-07", to_query(d.app->state()));
    EXPECT_EQ(std::count(opened[0].begin(), opened[0].end(), csv_name(column)), before ? 0 : 1);
  }
}

TEST(LeaderboardColumns, EachCellOpensACard) {
  const Json words = words_of("es");
  for (const ColumnSpec& spec : column_specs()) {
    const Column column = column_of(spec);
    SCOPED_TRACE(column.id);
    Driver d(link_to(column), kWide, kTall);
    const std::string head = head_of(column, words);
    const Found header = d.get(Role::kColumnHeader, head);
    const Found row = d.get(Role::kRowHeader, "Qwen2.5-7B");
    d.press_at(header.node.x + header.node.w * 0.5f, row.node.y + row.node.h * 0.5f);
    EXPECT_TRUE(d.has(Role::kDialog, words["card.title"].get<std::string>()));
    if (spec.kind != ColumnKind::kNumber && spec.kind != ColumnKind::kWord) continue;
    EXPECT_NE(d.texts(Role::kText).find(head + ": "), std::string::npos) << d.texts(Role::kText);
  }
}

TEST(LeaderboardColumns, EachWordFiltersByTheMenuTheLinkAndItsPrefixes) {
  const Json words = words_of("es");
  const Board board;
  Driver menu("view=leaderboard", kWide, kTall);
  menu.press(Role::kButton, words["leaderboard.filters"].get<std::string>());
  for (const ColumnSpec& spec : column_specs()) {
    if (spec.word == nullptr) continue;
    const Column column = column_of(spec);
    SCOPED_TRACE(column.id);
    const std::string heading = spec.kind == ColumnKind::kWord
                                    ? head_of(column, words)
                                    : words.value("leaderboard.classes." + column.id, "no word");
    EXPECT_TRUE(menu.has(Role::kText, heading)) << menu.texts(Role::kText);
    const std::string link = link_to_all();
    const auto cells = [&](const std::string& query) {
      return cells_of(board.csv("lb-2025-07", link + query), csv_name(column));
    };
    const Fields all = cells(""), unknown = cells("&filter=" + column.id + ":unknown");
    EXPECT_EQ(static_cast<std::ptrdiff_t>(unknown.size()),
              std::count(all.begin(), all.end(), "no_data"));
    EXPECT_EQ(cells("&q=" + column.id + ":unknown"), unknown);
    for (std::string_view prefix : split(spec.prefixes, ' ')) {
      if (prefix.empty()) continue;
      EXPECT_EQ(cells("&q=" + std::string(prefix) + ":unknown"), unknown) << prefix;
    }
  }
}

}  // namespace
}  // namespace tablero::test
