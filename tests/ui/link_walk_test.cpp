// Whatever a reader chooses is in the link: a walk presses every control of every tab, and a page
// that is opened with the link has the same semantics tree. What such a page draws does not depend
// on what it showed before.
#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <set>

#include "base/list.h"
#include "ui/driver.h"
#include "views/tabs.h"

namespace tablero::test {
namespace {

// So tall that no list is virtualized and nothing scrolls: where a page was scrolled to is no
// choice. Tabs that fill any height get a usual one.
constexpr float kTall = 12000, kUsual = 900;

constexpr std::string_view kStart = "lang=es&theme=auto&";

// What a reader gets of a tree, a line per node. Neither the focus and what it shows nor what is
// scrolled away count.
List<std::string> told(const Semantics& s) {
  List<std::string> lines;
  std::set<std::uint32_t> left_out;
  for (const SemanticsNode& n : s.nodes()) {
    if (n.role == static_cast<std::uint8_t>(Role::kTooltip) || left_out.contains(n.parent)) {
      left_out.insert(n.id);
      continue;
    }
    const std::uint32_t state = n.state & ~(kStateFocused | kStateScrolledOut);
    std::string line = "role " + std::to_string(n.role) + " '" + std::string(s.name(n)) + "'";
    if (n.value_length > 0) line += " = '" + std::string(s.value(n)) + "'";
    line += ", state " + std::to_string(state) + ", " + std::to_string(n.position) + " of " +
            std::to_string(n.set_size) + ", level " + std::to_string(n.level) + ", " +
            std::to_string(n.value_now);
    lines.push_back(std::move(line));
  }
  return lines;
}

// Empty when they are the same.
std::string difference(const List<std::string>& pressed, const List<std::string>& linked) {
  for (std::size_t i = 0; i < std::max(pressed.size(), linked.size()); ++i) {
    const std::string a = i < pressed.size() ? pressed[i] : "nothing";
    const std::string b = i < linked.size() ? linked[i] : "nothing";
    if (a != b) return "after the press " + a + "; from the link " + b;
  }
  return {};
}

// Menus, cards and sheets that lie over the page.
int layers(const Semantics& s) {
  int n = 0;
  for (const SemanticsNode& node : s.nodes()) {
    n += node.role == static_cast<std::uint8_t>(Role::kDialog) ? 1 : 0;
  }
  return n;
}

struct Control {
  std::uint32_t id;
  Role role;
  std::string name;
};

// What can be pressed. Of a long row of siblings of one kind, such as the marks of a chart or the
// rows of a menu, the first and the last ones.
List<Control> controls(const Semantics& s) {
  constexpr std::size_t kFirst = 3, kLast = 1;
  List<Control> list, run;
  const auto take_run = [&] {
    for (std::size_t i = 0; i < run.size(); ++i) {
      if (i < kFirst || i + kLast >= run.size()) list.push_back(run[i]);
    }
    run.clear();
  };
  const SemanticsNode* last = nullptr;
  for (const SemanticsNode& n : s.nodes()) {
    const bool pressable = (n.state & kStatePressable) != 0 && (n.state & kStateDisabled) == 0;
    if (last != nullptr && (n.parent != last->parent || n.role != last->role)) take_run();
    last = &n;
    if (pressable) run.push_back({n.id, static_cast<Role>(n.role), std::string(s.name(n))});
  }
  take_run();
  return list;
}

// A page that is as high as its tab needs.
class Window {
 public:
  explicit Window(float width, const std::string& query = "")
      : width_(width), driver_(std::string(kStart) + query, width, kUsual) {
    settle();
  }

  void open(const std::string& query) {
    app().on_query(std::string(kStart) + query);
    settle();
  }
  // Presses it, or writes into it where that is what it is for.
  void use(const Control& control) {
    if (control.role == Role::kSearch || control.role == Role::kTextBox) {
      app().on_set_value(control.id, "es");
    } else {
      app().on_activate(control.id);
    }
    settle();
  }
  void close_layers() {
    for (int i = 0; i < 4 && layers(semantics()) > 0; ++i) driver_.key(Key::kEscape);
    settle();
  }
  // What the last frame draws, but for the places of the letters in their texture, which depend on
  // the order in which they came there.
  List<float> picture() {
    app().frame();  // makes its ImGui the current one
    List<float> all;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
      for (const ImDrawVert& v : list->VtxBuffer) {
        all.push_back(v.pos.x);
        all.push_back(v.pos.y);
        all.push_back(static_cast<float>(v.col));
      }
    }
    return all;
  }
  const Semantics& semantics() const { return driver_.app->semantics(); }
  const ViewState& state() const { return driver_.app->state(); }
  // What the address bar has; empty before the first change.
  std::string address() const {
    return driver_.platform.states.empty() ? "" : driver_.platform.states.back();
  }

 private:
  App& app() { return *driver_.app; }
  void settle() {
    driver_.settle();
    const float height = tab_of(state().view).page == Page::kScrolls ? kTall : kUsual;
    if (height == height_) return;
    height_ = height;
    app().on_viewport({width_, height, static_cast<int>(width_), static_cast<int>(height)});
    driver_.settle();
  }

  float width_, height_ = kUsual;
  Driver driver_;
};

// A page to press on: a link, and the controls that open the layers over it.
struct Place {
  std::string query;
  List<Control> openers;
};

// What was pressed on any page.
struct Pressed {
  std::set<std::uint32_t> controls;
  std::map<std::string, int> kinds;
};

class Walk {
 public:
  Walk(float width, Pressed& pressed) : width_(width), pressed_(pressed) {}

  // Presses every control that can be reached from the page of `query` and was not pressed yet,
  // each on the first page that has it.
  void from(std::string_view query) {
    places_.push_back({std::string(query), {}});
    while (!places_.empty()) {
      const Place place = places_.front();
      places_.pop_front();
      go(place);
      for (const Control& control : controls(here_->semantics())) {
        if (is_new(place, control)) press(place, control);
      }
    }
  }
  // The links of all pages that were seen.
  const std::set<std::string>& links() const { return links_; }
  // How many presses changed anything.
  int choices() const { return choices_; }

 private:
  // Links lead out of the page, and what has the same name does the same for another record: two of
  // each are enough.
  bool is_new(const Place& place, const Control& control) {
    if (!pressed_.controls.insert(control.id).second) return false;
    const std::string kind = control.role == Role::kLink ? "link" : "named " + control.name;
    return ++pressed_.kinds[place.query + std::to_string(place.openers.size()) + kind] <= 2;
  }

  void go(const Place& place) {
    here_->close_layers();
    here_->open(place.query);
    for (const Control& control : place.openers) here_->use(control);
    moved_ = false;
    told_ = told(here_->semantics());
  }

  void press(const Place& place, const Control& control) {
    if (moved_) go(place);
    const int layers_before = layers(here_->semantics());
    const std::string query_before = to_query(here_->state());
    here_->use(control);
    const std::string query = to_query(here_->state());
    if (query != query_before) EXPECT_EQ(here_->address(), query);
    if (query == query_before && told(here_->semantics()) == told_) return;
    ++choices_;
    moved_ = true;
    links_.insert(query);
    const bool opens = layers(here_->semantics()) > layers_before;
    Place next{opens ? place.query : query, {}};
    if (opens) {
      next.openers = place.openers;
      next.openers.push_back(control);
    }
    const List<Control> found = controls(here_->semantics());
    if (std::any_of(found.begin(), found.end(),
                    [&](const Control& c) { return !pressed_.controls.contains(c.id); })) {
      places_.push_back(next);
    }
    here_->close_layers();
    compare(place, control, query);
  }

  void compare(const Place& place, const Control& control, const std::string& query) {
    linked_->open(query);
    const std::string lost = difference(told(here_->semantics()), told(linked_->semantics()));
    if (lost.empty()) return;
    std::string path;
    for (const Control& c : place.openers) path += "'" + c.name + "', ";
    ADD_FAILURE() << "the link does not carry what " << path << "'" << control.name << "' on ?"
                  << place.query << " chooses (?" << query << "): " << lost;
    here_ = std::make_unique<Window>(width_);
  }

  float width_;
  Pressed& pressed_;
  // Pressed on; opened with links only.
  std::unique_ptr<Window> here_ = std::make_unique<Window>(width_),
                          linked_ = std::make_unique<Window>(width_);
  List<std::string> told_;  // of here_ at the place
  bool moved_ = false;      // here_ is no longer at the place
  std::deque<Place> places_;
  std::set<std::string> links_;
  int choices_ = 0;
};

// One page that is led from link to link, and one started with each.
void expect_pictures_of_a_start(float width, const List<std::string>& links) {
  Window led(width);
  for (const std::string& link : links) {
    led.open(link);
    Window started(width, link);
    EXPECT_EQ(difference(told(led.semantics()), told(started.semantics())), "") << link;
    EXPECT_TRUE(led.picture() == started.picture()) << link;
  }
}

TEST(Link, HasEveryChoiceOfEveryTab) {
  Pressed pressed;
  // On a narrow page what a wide one does not have.
  for (const float width : {1280.0f, 390.0f}) {
    const bool wide = width > 1000;
    Walk walk(width, pressed);
    for (const std::string_view name : kTabNames) walk.from("view=" + std::string(name));
    EXPECT_GE(walk.choices(), wide ? 400 : 15);
    std::set<View> tabs;
    List<std::string> some;
    std::size_t i = 0;
    for (const std::string& link : walk.links()) {
      const View view = from_query(link).view;
      tabs.insert(view);
      if (i++ % 16 == 0) some.push_back(link);
    }
    if (wide) EXPECT_EQ(tabs.size(), kTabCount);
    expect_pictures_of_a_start(width, some);
  }
}

}  // namespace
}  // namespace tablero::test
