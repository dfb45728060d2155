// What must hold for the data of any year, in every tab and language: tests/live runs this with the
// folders that it asks about (TABLERO_TEST_DATA, TABLERO_TEST_ASSETS).
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/list.h"
#include "ui/driver.h"
#include "ui/layout_checks.h"
#include "views/tabs.h"

namespace tablero::test {
namespace {

constexpr float kWidths[] = {390, 1280};

// The first parts of the keys of the words: "tab", "metric".
std::set<std::string> groups_of_keys() {
  std::ifstream in(data_folder() + "/i18n/es.json");
  const nlohmann::json words = nlohmann::json::parse(in);
  std::set<std::string> groups;
  for (const auto& word : words.items()) groups.insert(word.key().substr(0, word.key().find('.')));
  return groups;
}

// Controls say what they are for; containers and marks of a chart may go without a name.
bool needs_name(const SemanticsNode& n) {
  switch (static_cast<Role>(n.role)) {
    case Role::kHeading:
    case Role::kText:
    case Role::kButton:
    case Role::kTab:
    case Role::kTabPanel:
    case Role::kLink:
    case Role::kTextBox:
    case Role::kCheckBox:
    case Role::kRadio:
    case Role::kOption:
    case Role::kColumnHeader:
    case Role::kImage:
    case Role::kSlider:
    case Role::kDialog:
    case Role::kSearch:
    case Role::kSwitch:
    case Role::kCombo:
      return true;
    default:
      return false;
  }
}

// A key where its word should be, a control without a name, a file that could not be read.
List<std::string> wrong_texts(const Semantics& s, const std::set<std::string>& groups) {
  static const std::regex kKey("\\b([a-z_]+)(\\.[a-z0-9_]+)+");
  static const std::regex kFile("\\.(json|js|css|wasm|bin|html|otf)$");
  List<std::string> wrong;
  for (const SemanticsNode& n : s.nodes()) {
    const std::string name(s.name(n));
    if (name.find_first_not_of(' ') == std::string::npos) {
      if (needs_name(n)) wrong.push_back("no name for a node of role " + std::to_string(n.role));
      continue;
    }
    if (n.role == static_cast<std::uint8_t>(Role::kAlert) ||
        name.find(": expected ") != std::string::npos) {
      wrong.push_back("a fault: " + name);
    }
    for (std::sregex_iterator at(name.begin(), name.end(), kKey), end; at != end; ++at) {
      if (groups.count((*at)[1].str()) != 0 && !std::regex_search(at->str(), kFile))
        wrong.push_back("a key: " + at->str() + " in '" + name + "'");
    }
  }
  return wrong;
}

// The tabs as the program draws them, by their ids.
List<std::uint32_t> tabs_of(const App& app) {
  List<std::uint32_t> tabs;
  for (const SemanticsNode& n : app.semantics().nodes()) {
    if (n.role == static_cast<std::uint8_t>(Role::kTab)) tabs.push_back(n.id);
  }
  return tabs;
}

// Tall enough for all of a tab's content, so that nothing hides below the fold; tabs that fit any
// height fill what they get.
float height_of(View view) { return tab_of(view).page == Page::kScrolls ? 9000 : 900; }

TEST(Live, EveryTabInEveryLanguageIsWholeAtBothWidths) {
  const std::set<std::string> groups = groups_of_keys();
  for (const std::string& lang : languages()) {
    Driver d("theme=light&lang=" + lang, kWidths[0], height_of(View::kPanorama));
    EXPECT_EQ(d.app->state().lang, lang);
    EXPECT_EQ(d.platform.ready_count, 1);
    const List<std::uint32_t> tabs = tabs_of(*d.app);
    ASSERT_EQ(tabs.size(), static_cast<std::size_t>(View::kCount));
    for (const std::uint32_t tab : tabs) {
      d.app->on_activate(tab);
      d.settle();
      const View view = d.app->state().view;
      for (const float width : kWidths) {
        d.app->on_viewport(
            {width, height_of(view), static_cast<int>(width), static_cast<int>(height_of(view))});
        d.settle();
        const Semantics& s = d.app->semantics();
        const std::string where = "tab " + std::to_string(static_cast<int>(view)) + ", " + lang +
                                  ", " + std::to_string(static_cast<int>(width)) + " px";
        EXPECT_EQ(clipped(s, width), "") << where;
        EXPECT_EQ(overlapping(s), "") << where;
        for (const std::string& wrong : wrong_texts(s, groups))
          ADD_FAILURE() << where << ": " << wrong;
      }
    }
    for (const std::string& error : d.platform.errors) ADD_FAILURE() << lang << ": " << error;
  }
}

}  // namespace
}  // namespace tablero::test
