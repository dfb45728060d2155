#include "ui/driver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace tablero::test {

List<std::string> languages() {
  List<std::string> tags;
  for (const auto& file : std::filesystem::directory_iterator(data_folder() + "/i18n"))
    tags.push_back(file.path().stem().string());
  std::sort(tags.begin(), tags.end());
  return tags;
}

Driver::Driver(std::string_view query, float width, float height, float scale,
               std::map<std::string, std::string> overrides) {
  platform.overrides = std::move(overrides);
  AppOptions options;
  options.query = query;
  options.gl = false;
  app = std::make_unique<App>(platform, options);
  Environment environment;
  environment.reduced_motion = true;
  app->on_environment(environment);
  app->on_viewport(
      {width, height, static_cast<int>(width * scale), static_cast<int>(height * scale)});
  settle();
}

int Driver::settle(int max) {
  int drawn = 0;
  int quiet = 0;
  for (int i = 0; i < max && quiet < 2; ++i) {
    platform.time += 1.0 / 60;
    if (app->frame()) {
      ++drawn;
      quiet = 0;
    } else {
      ++quiet;
    }
  }
  return drawn;
}

bool Driver::find(Role role, std::string_view name, Found& out) const {
  const Semantics& s = app->semantics();
  for (const SemanticsNode& n : s.nodes()) {
    if (n.role != static_cast<std::uint8_t>(role)) continue;
    const std::string_view own = s.name(n);
    // The name of a menu ends with what is chosen in it: "Idioma: ES".
    const bool menu = (n.state & (kStateExpanded | kStateCollapsed)) != 0 &&
                      own.substr(0, name.size() + 2) == std::string(name) + ": ";
    if (!name.empty() && own != name && !menu) continue;
    out = {n, std::string(own), std::string(s.value(n))};
    return true;
  }
  return false;
}

bool Driver::has(Role role, std::string_view name) const {
  Found found;
  return find(role, name, found);
}

int Driver::count(Role role) const {
  int n = 0;
  for (const SemanticsNode& node : app->semantics().nodes()) {
    n += node.role == static_cast<std::uint8_t>(role) ? 1 : 0;
  }
  return n;
}

std::string Driver::texts(Role role) const {
  std::string all;
  const Semantics& s = app->semantics();
  for (const SemanticsNode& n : s.nodes()) {
    if (n.role != static_cast<std::uint8_t>(role)) continue;
    all += s.name(n);
    all += '\n';
  }
  return all;
}

Found Driver::get(Role role, std::string_view name) const {
  Found found;
  EXPECT_TRUE(find(role, name, found))
      << "no node of role " << static_cast<int>(role) << " named '" << name << "'; there are:\n"
      << texts(role);
  return found;
}

void Driver::move(float x, float y) {
  PointerEvent event;
  event.phase = PointerPhase::kMove;
  event.x = x;
  event.y = y;
  app->on_pointer(event);
  settle();
}

void Driver::press(Role role, std::string_view name) {
  const Found found = get(role, name);
  press_at(found.node.x + found.node.w * 0.5f, found.node.y + found.node.h * 0.5f);
}

void Driver::press_at(float x, float y) {
  move(x, y);
  PointerEvent event;
  event.x = x;
  event.y = y;
  event.phase = PointerPhase::kDown;
  app->on_pointer(event);
  app->frame();
  event.phase = PointerPhase::kUp;
  app->on_pointer(event);
  settle();
}

void Driver::type(std::string_view text) {
  app->on_text(text);
  settle();
}

void Driver::key(Key key) {
  KeyEvent event;
  event.key = key;
  event.down = true;
  app->on_key(event);
  app->frame();
  event.down = false;
  app->on_key(event);
  settle();
}

}  // namespace tablero::test
