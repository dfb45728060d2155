// Drives the program as a person would: runs frames, finds things by role and name, presses them
// with the pointer where they are drawn.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/app.h"
#include "ui/test_platform.h"

namespace tablero::test {

struct Found {
  SemanticsNode node;
  std::string name, value;
};

// The languages of the interface: the files of i18n/ in data_folder().
List<std::string> languages();

class Driver {
 public:
  // `overrides`: files as TestPlatform::overrides, from the start.
  explicit Driver(std::string_view query, float width = 1280, float height = 800, float scale = 1,
                  std::map<std::string, std::string> overrides = {});

  // Runs frames until nothing more is wanted, at most `max` of them; returns how many were drawn.
  int settle(int max = 200);
  // The first node with `role` and `name` (empty name: any); nullptr-like optional.
  bool find(Role role, std::string_view name, Found& out) const;
  bool has(Role role, std::string_view name) const;
  int count(Role role) const;
  // All text of nodes with `role`, joined by newlines.
  std::string texts(Role role) const;
  // Moves the pointer onto the node and clicks; fails the test when it is not there.
  void press(Role role, std::string_view name);
  // The same at a place, in CSS pixels.
  void press_at(float x, float y);
  void move(float x, float y);
  void type(std::string_view text);
  void key(Key key);
  Found get(Role role, std::string_view name) const;

  TestPlatform platform;
  std::unique_ptr<App> app;
};

}  // namespace tablero::test
