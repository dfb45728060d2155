// Whatever a reader chooses is in the link: a walk presses every control of every tab, and a page
// that is opened with the link has the same semantics tree.
#include <gtest/gtest.h>

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
  constexpr std::size_t kFirst = 8, kLast = 4;
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

// A page to press on: a link, and the controls that open the layers over it.
struct Place {
  std::string query;
  List<Control> openers;
};

class Walk {
 public:
  explicit Walk(float width) : width_(width), here_(fresh()), linked_(fresh()) {}

  // Presses every control that can be reached from the page of `query` and was not pressed yet,
  // each on the first page that has it.
  void from(std::string_view query) {
    places_.push_back({std::string(query), {}});
    while (!places_.empty()) {
      const Place place = places_.front();
      places_.pop_front();
      go(place);
      // The map does not keep what is chosen in it in the link yet.
      if (here_->app->state().view == View::kMapa) continue;
      for (const Control& control : controls(here_->app->semantics())) {
        if (!seen_.insert(control.id).second || !worth(place, control)) continue;
        press(place, control);
      }
    }
  }
  int presses() const { return presses_; }
  int choices() const { return choices_; }

 private:
  std::unique_ptr<Driver> fresh() const { return std::make_unique<Driver>("", width_, kUsual); }

  // Links lead out of the page, and what has the same name does the same for another record: two of
  // each are enough.
  bool worth(const Place& place, const Control& control) {
    const bool link = control.role == Role::kLink;
    const std::string kind = place.query + (link ? "link" : "name " + control.name) +
                             std::to_string(place.openers.size());
    return ++kinds_[kind] <= 2;
  }

  void settle(Driver& d) {
    d.settle();
    const bool scrolls = tab_of(d.app->state().view).page == Page::kScrolls;
    float& height = &d == here_.get() ? here_height_ : linked_height_;
    if (height == (scrolls ? kTall : kUsual)) return;
    height = scrolls ? kTall : kUsual;
    d.app->on_viewport({width_, height, static_cast<int>(width_), static_cast<int>(height)});
    d.settle();
  }
  void open(Driver& d, const std::string& query) {
    d.app->on_query(std::string(kStart) + query);
    settle(d);
  }
  void close_layers() {
    for (int i = 0; i < 4 && layers(here_->app->semantics()) > 0; ++i) here_->key(Key::kEscape);
  }
  void activate(const Control& control) {
    if (control.role == Role::kSearch || control.role == Role::kTextBox) {
      here_->app->on_set_value(control.id, "es");
    } else {
      here_->app->on_activate(control.id);
    }
    settle(*here_);
  }
  void go(const Place& place) {
    close_layers();
    open(*here_, place.query);
    for (const Control& control : place.openers) activate(control);
    moved_ = false;
    told_ = told(here_->app->semantics());
  }

  void press(const Place& place, const Control& control) {
    ++presses_;
    if (moved_) go(place);
    const Semantics& s = here_->app->semantics();
    const int layers_before = layers(s);
    const std::string query_before = to_query(here_->app->state());
    activate(control);
    const std::string query = to_query(here_->app->state());
    if (query == query_before && told(s) == told_) return;
    ++choices_;
    moved_ = true;
    const bool opener = layers(s) > layers_before;
    Place next{opener ? place.query : query, {}};
    if (opener) {
      next.openers = place.openers;
      next.openers.push_back(control);
    }
    const List<Control> now = controls(s);
    if (std::any_of(now.begin(), now.end(),
                    [&](const Control& c) { return !seen_.contains(c.id); })) {
      places_.push_back(next);
    }
    close_layers();
    settle(*here_);
    open(*linked_, query);
    const std::string lost = difference(told(s), told(linked_->app->semantics()));
    if (lost.empty()) return;
    std::string path;
    for (const Control& c : place.openers) path += "'" + c.name + "', ";
    ADD_FAILURE() << "the link does not carry what " << path << "'" << control.name << "' on ?"
                  << place.query << " chooses (?" << query << "): " << lost;
    here_ = fresh();
    here_height_ = kUsual;
  }

  float width_, here_height_ = kUsual, linked_height_ = kUsual;
  std::unique_ptr<Driver> here_, linked_;
  List<std::string> told_;  // of here_ at the place
  std::deque<Place> places_;
  std::set<std::uint32_t> seen_;
  std::map<std::string, int> kinds_;
  int presses_ = 0, choices_ = 0;
  bool moved_ = false;  // here_ is no longer at the place
};

TEST(Link, HasEveryChoiceOfEveryTab) {
  Walk walk(1280);
  for (const std::string_view name : kTabNames) {
    walk.from("view=" + std::string(name));
    std::fprintf(stderr, "%s %d %d %f\n", std::string(name).c_str(), walk.presses(), walk.choices(),
                 static_cast<double>(clock()) / 1e6);
  }
}

}  // namespace
}  // namespace tablero::test
