// Every chart of every tab keeps what charts/chart.h says that a chart owes: table, sentence,
// marks, keyboard, press, missing values, and an offer of data, picture and source.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "charts/bar_chart.h"
#include "state/tabs.h"
#include "ui/driver.h"
#include "ui/told.h"

namespace tablero::test {
namespace {

// A kind with all parts, and one that lacks each of them: the compiler refuses to make it.
struct Whole : Chart {
  using Chart::Chart;
  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kNever; }
  ImVec2 measure_chart(Ui&, float) override { return {}; }
  void draw_marks(Ui&, ImVec2, ImVec2) override {}
};
struct WithoutKeyboard : Whole {
  Keyboard keyboard() const override = 0;
};
struct WithoutMissingValues : Whole {
  Missing missing() const override = 0;
};
struct WithoutMarks : Whole {
  void draw_marks(Ui&, ImVec2, ImVec2) override = 0;
};
static_assert(std::is_constructible_v<Whole, const Table&, Leads>);
static_assert(std::is_abstract_v<WithoutKeyboard>);
static_assert(std::is_abstract_v<WithoutMissingValues>);
static_assert(std::is_abstract_v<WithoutMarks>);
// Nor a chart without a table that outlives it or without what a press does, nor a table without a
// sentence.
static_assert(!std::is_default_constructible_v<BarChart>);
static_assert(!std::is_constructible_v<BarChart, const Table&>);
static_assert(!std::is_constructible_v<BarChart, Table&&, Leads>);
static_assert(!std::is_invocable_v<decltype(&TableBuilder::done), TableBuilder&>);

// All tabs, and what of them is only there when it is asked for.
std::vector<std::string> states() {
  std::vector<std::string> all(std::begin(kTabNames), std::end(kTabNames));
  for (const char* more :
       {"charlas&edition=2024", "leaderboard&panel=size", "leaderboard&panel=tasks",
        "leaderboard&panel=compare&models=google%2Fgemma-2-9b,Qwen%2FQwen2.5-7B"}) {
    all.emplace_back(more);
  }
  return all;
}

class EveryChart : public ::testing::TestWithParam<std::string> {
 protected:
  EveryChart() { open(); }
  // The tab as it is when somebody comes to it.
  void open() { d_ = std::make_unique<Driver>("view=" + GetParam(), 1280, 800); }

  // The nodes below `root` that have a name, from top to bottom.
  List<SemanticsNode> below(std::uint32_t root) const {
    std::set<std::uint32_t> inside = {root};
    List<SemanticsNode> found;
    for (const SemanticsNode& n : d_->app->semantics().nodes()) {
      if (inside.count(n.parent) == 0) continue;
      inside.insert(n.id);
      if (n.name_length > 0) found.push_back(n);
    }
    return found;
  }
  // The marks of a chart that can be pressed.
  List<SemanticsNode> buttons(std::uint32_t chart) const {
    List<SemanticsNode> found;
    for (const SemanticsNode& n : below(chart)) {
      if (n.role == static_cast<std::uint8_t>(Role::kButton)) found.push_back(n);
    }
    return found;
  }
  const SemanticsNode* node(std::uint32_t id) const {
    for (const SemanticsNode& n : d_->app->semantics().nodes()) {
      if (n.id == id) return &n;
    }
    return nullptr;
  }
  bool scrolled(const ShownChart& chart, float top) const {
    const SemanticsNode* n = node(chart.node);
    return n != nullptr && n->y < top;
  }
  std::string name(const SemanticsNode& n) const {
    return std::string(d_->app->semantics().name(n));
  }
  std::uint32_t focused() const {
    for (const SemanticsNode& n : d_->app->semantics().nodes()) {
      if ((n.state & kStateFocused) != 0) return n.id;
    }
    return 0;
  }

  std::unique_ptr<Driver> d_;
};

TEST_P(EveryChart, HasATableWithIdsWordsAndAReasonForEachMissingValue) {
  const std::set<std::string_view> reasons = {"sin datos", "no se preguntó",
                                              "muy pocas personas para publicarlo",
                                              "solo una lista, sin número"};
  for (const ShownChart& chart : d_->app->charts()) {
    const Table& t = *chart.table;
    SCOPED_TRACE(std::string(t.head().id));
    EXPECT_FALSE(t.empty());
    EXPECT_FALSE(t.head().file.empty() || t.head().source.empty() || t.head().title.empty());
    std::set<std::string_view> columns, rows;
    for (const TableColumn& c : t.columns()) {
      EXPECT_TRUE(columns.insert(c.id).second) << "twice: " << c.id;
      EXPECT_TRUE(c.only_download || !c.name.empty()) << c.id;
    }
    for (std::size_t r = 0; r < t.size(); ++r) {
      EXPECT_TRUE(rows.insert(t.row(r).id).second) << "twice: " << t.row(r).id;
      for (std::size_t c = 0; c < t.columns().size(); ++c) {
        const Cell& cell = t.at(r, c);
        if (!is_number(t.columns()[c].kind)) continue;
        EXPECT_EQ(cell.known(), cell.value == cell.value);
        EXPECT_EQ(cell.text.empty(), t.columns()[c].only_download);
        if (cell.known() || t.columns()[c].only_download) continue;
        EXPECT_EQ(reasons.count(cell.text), 1u) << cell.text;
        EXPECT_NE(chart.missing, Missing::kNever);
      }
    }
  }
}

TEST_P(EveryChart, IsANodeCalledByItsSentenceWithMarksThatTellItsRows) {
  for (const ShownChart& chart : d_->app->charts()) {
    const Table& t = *chart.table;
    SCOPED_TRACE(std::string(t.sentence()));
    const SemanticsNode* own = node(chart.node);
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(name(*own), t.sentence());
    std::vector<bool> told(t.size());
    for (const SemanticsNode& mark : below(chart.node)) {
      const auto role = static_cast<Role>(mark.role);
      if (role == Role::kRow || role == Role::kRowHeader || role == Role::kColumnHeader) continue;
      // A cell of a table of counts that is not a mark says its figure alone.
      if (role == Role::kCell && name(mark) == "0") continue;
      bool any = false;
      for (std::size_t r = 0; r < t.size(); ++r) {
        if (!tells(t, r, name(mark))) continue;
        any = told[r] = true;
      }
      EXPECT_TRUE(any) << name(mark);
    }
    // A line is one mark for all its points.
    if (t.head().id == "pace") continue;
    for (std::size_t r = 0; r < t.size(); ++r) {
      EXPECT_TRUE(told[r] || !has_mark(t, r)) << t.row(r).id;
    }
  }
}

TEST_P(EveryChart, IsReachedByTheKeyboardAsItSays) {
  for (const ShownChart& chart : d_->app->charts()) {
    SCOPED_TRACE(std::string(chart.table->sentence()));
    const List<SemanticsNode> marks = buttons(chart.node);
    if (chart.keyboard == Keyboard::kReadOut) {
      EXPECT_TRUE(marks.empty());
      continue;
    }
    ASSERT_FALSE(marks.empty());
    for (const SemanticsNode& mark : marks) EXPECT_NE(mark.state & kStatePressable, 0u);
  }
  // Tab goes through all of them in their order. One chart after the other: the focus scrolls.
  for (std::size_t i = 0; i < d_->app->charts().size(); ++i) {
    const ShownChart chart = d_->app->charts()[i];
    SCOPED_TRACE(std::string(chart.table->sentence()));
    const List<SemanticsNode> marks = buttons(chart.node);
    if (marks.empty()) continue;
    d_->app->on_focus_node(marks.front().id);
    d_->settle();
    for (const SemanticsNode& mark : marks) {
      EXPECT_EQ(focused(), mark.id) << name(mark);
      d_->key(Key::kTab);
    }
  }
}

TEST_P(EveryChart, LeadsWhereItSaysWhenAMarkIsPressed) {
  const std::size_t count = d_->app->charts().size();
  for (std::size_t i = 0; i < count; ++i) {
    open();
    const ShownChart chart = d_->app->charts()[i];
    SCOPED_TRACE(std::string(chart.table->sentence()));
    const List<SemanticsNode> marks = buttons(chart.node);
    const std::string before = to_query(d_->app->state());
    const View view = d_->app->state().view;
    const float top = node(chart.node)->y;
    const std::string first_row(chart.table->row(0).id);
    // In the list below there is only what passes the filters: not every mark has a place there.
    const std::size_t tries = chart.leads == Leads::kList ? marks.size() : 1;
    for (std::size_t k = 0; k < std::min(tries, marks.size()) && !scrolled(chart, top); ++k) {
      d_->app->on_activate(marks[k].id);
      d_->settle();
    }
    const std::string after = to_query(d_->app->state());
    switch (chart.leads) {
      case Leads::kNowhere:
        EXPECT_EQ(after, before);
        break;
      case Leads::kFilter:
        EXPECT_NE(after, before);
        EXPECT_EQ(d_->app->state().view, view);
        break;
      case Leads::kTab:
        EXPECT_NE(d_->app->state().view, view);
        break;
      case Leads::kSource:
        EXPECT_EQ(d_->app->state().view, View::kFuentes);
        EXPECT_EQ(d_->app->state().q, first_row);
        break;
      case Leads::kList:
        EXPECT_EQ(after, before);
        EXPECT_TRUE(scrolled(chart, top)) << "to the list";
        break;
      case Leads::kEmphasis:
        EXPECT_NE(node(marks.front().id)->state & kStateSelected, 0u);
        break;
    }
  }
}

TEST_P(EveryChart, OffersItsDataItsPictureAndItsSource) {
  const auto offered = [&](const Table* table) {
    const List<OfferedCharts>& offers = d_->app->offers();
    return std::any_of(offers.begin(), offers.end(), [&](const OfferedCharts& offer) {
      return table >= offer.first && table < offer.first + offer.count;
    });
  };
  for (const ShownChart& chart : d_->app->charts()) {
    EXPECT_TRUE(offered(chart.table)) << chart.table->sentence();
  }
  // Per group of buttons: each of the three does what it says.
  std::map<std::string, std::vector<std::uint32_t>> groups;
  for (const SemanticsNode& n : d_->app->semantics().nodes()) {
    const std::string own = name(n);
    if (own == "Descargar PNG" || own == "Descargar CSV") groups[own].push_back(n.id);
  }
  EXPECT_EQ(groups["Descargar PNG"].size(), groups["Descargar CSV"].size());
  EXPECT_GE(groups["Descargar PNG"].size(), d_->app->offers().size());
  // The picture first: it scrolls to the chart, and the map fetches its cities when it is seen.
  for (const char* what : {"Descargar PNG", "Descargar CSV"}) {
    for (const std::uint32_t id : groups[what]) {
      d_->app->on_activate(id);
      d_->settle();
    }
  }
  for (const auto& [file, bytes] : d_->platform.saved) {
    EXPECT_GE(std::count(bytes.begin(), bytes.end(), '\n'), 2) << file << ": no row";
  }
  for (const auto& [file, part] : d_->platform.pictures) {
    EXPECT_GT(part.w, 0) << file;
    EXPECT_GT(part.h, 0) << file;
  }
  EXPECT_GE(d_->platform.pictures.size(), d_->app->offers().empty() ? 0u : 1u);
}

INSTANTIATE_TEST_SUITE_P(Tabs, EveryChart, ::testing::ValuesIn(states()));

// What the tabs show, named by hand: none is lost on the way, and none is left out of the walk.
TEST(Charts, OfAllTabsAreFound) {
  std::set<std::string> found;
  for (const std::string& state : states()) {
    const Driver d("view=" + state, 1280, 800);
    for (const ShownChart& chart : d.app->charts()) found.emplace(chart.table->head().id);
  }
  for (const char* id : {"editions", "growth", "events", "goals", "sponsors", "timeline", "2024-03",
                         "pace", "kinds", "teams", "domain", "language", "include-2025", "size",
                         "correlation", "radar", "scales", "tasks"}) {
    EXPECT_EQ(found.count(id), 1u) << id;
  }
}

}  // namespace
}  // namespace tablero::test
