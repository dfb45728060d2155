// Commands of the map out of events: the same events give the same commands, without ImGui.
#include <gtest/gtest.h>

#include "views/map/input.h"

namespace tablero {
namespace {

using Kind = MapCommand::Kind;

MapEvents resting(double now = 10) {
  MapEvents events;
  events.now = now;
  events.at = {100, 50};
  events.center = {400, 300};
  events.hovered = true;
  return events;
}

List<MapCommand> read(MapInput& input, const MapEvents& events) {
  List<MapCommand> commands;
  input.read(events, &commands);
  return commands;
}

const MapCommand* find(const List<MapCommand>& commands, Kind kind) {
  for (const MapCommand& c : commands) {
    if (c.kind == kind) return &c;
  }
  return nullptr;
}

// A press and its release at one place.
List<MapCommand> click(MapInput& input, MapEvents events) {
  events.pressed = events.held = events.by_mouse = true;
  read(input, events);
  events.pressed = events.held = false;
  events.released = true;
  events.clicks = 1;
  return read(input, events);
}

TEST(MapInput, NothingHappensWithoutAnEvent) {
  MapInput input;
  EXPECT_TRUE(read(input, resting()).empty());
}

TEST(MapInput, ADragBeginsFollowsAndEnds) {
  MapInput input;
  MapEvents events = resting();
  events.held = true;
  List<MapCommand> commands = read(input, events);
  ASSERT_EQ(commands.size(), 1u);
  EXPECT_EQ(commands[0].kind, Kind::kDragBegin);
  EXPECT_EQ(commands[0].at.x, 100);
  events.at = {130, 40};
  commands = read(input, events);
  ASSERT_EQ(commands.size(), 1u);
  EXPECT_EQ(commands[0].kind, Kind::kDragTo);
  EXPECT_EQ(commands[0].at.y, 40);
  EXPECT_TRUE(input.dragging());
  events.held = false;
  EXPECT_NE(find(read(input, events), Kind::kDragEnd), nullptr);
  EXPECT_FALSE(input.dragging());
}

TEST(MapInput, WithShiftABoxIsDrawnAndNothingIsDragged) {
  MapInput input;
  MapEvents events = resting();
  events.held = events.shift = true;
  EXPECT_TRUE(read(input, events).empty());
  events.at = {160, 90};
  EXPECT_TRUE(read(input, events).empty());
  EXPECT_TRUE(input.boxing());
  EXPECT_EQ(input.box_to().x, 160);
  events.held = false;
  const List<MapCommand> commands = read(input, events);
  const MapCommand* box = find(commands, Kind::kGoToBox);
  ASSERT_NE(box, nullptr);
  EXPECT_EQ(box->at.x, 100);
  EXPECT_EQ(box->to.y, 90);
  EXPECT_FALSE(input.boxing());
}

TEST(MapInput, ABoxOfFewPixelsIsNoneAndTheGlobeHasNone) {
  MapInput input;
  MapEvents events = resting();
  events.held = events.shift = true;
  read(input, events);
  events.at = {107, 90};  // 7 px wide
  read(input, events);
  events.held = false;
  EXPECT_EQ(find(read(input, events), Kind::kGoToBox), nullptr);
  events.held = true;
  events.flat = false;
  EXPECT_NE(find(read(input, events), Kind::kDragBegin), nullptr);
}

TEST(MapInput, TheWheelZoomsAboutThePointerAndAPinchAtOnce) {
  MapInput input;
  MapEvents events = resting();
  events.wheel = {true, {20, 30}, -60, 0};
  List<MapCommand> commands = read(input, events);
  const MapCommand* zoom = find(commands, Kind::kZoom);
  ASSERT_NE(zoom, nullptr);
  EXPECT_DOUBLE_EQ(zoom->amount, 0.25);  // 240 px are a level
  EXPECT_EQ(zoom->at.x, 20);
  EXPECT_TRUE(zoom->smooth);
  events.wheel = {true, {20, 30}, 0, -50};
  commands = read(input, events);
  zoom = find(commands, Kind::kZoom);
  ASSERT_NE(zoom, nullptr);
  EXPECT_DOUBLE_EQ(zoom->amount, 0.5);  // 100 px are a level
  EXPECT_FALSE(zoom->smooth);
}

TEST(MapInput, TwoFingersCarryTheirMiddleAlong) {
  MapInput input;
  MapEvents events = resting();
  events.pinch = {true, {10, 20}, {14, 26}, 1.5};
  const List<MapCommand> commands = read(input, events);
  const MapCommand* pinch = find(commands, Kind::kPinch);
  ASSERT_NE(pinch, nullptr);
  EXPECT_EQ(pinch->at.x, 10);
  EXPECT_EQ(pinch->to.y, 26);
  EXPECT_EQ(pinch->amount, 1.5);
}

TEST(MapInput, KeysMoveZoomAndGoHomeAloud) {
  MapInput input;
  MapEvents events = resting();
  events.keys = {1, -1, -1, true};
  const List<MapCommand> commands = read(input, events);
  const MapCommand* pan = find(commands, Kind::kPan);
  const MapCommand* zoom = find(commands, Kind::kZoom);
  const MapCommand* home = find(commands, Kind::kGoHome);
  ASSERT_TRUE(pan != nullptr && zoom != nullptr && home != nullptr);
  // The view goes right and up, so the content goes left and down.
  EXPECT_EQ(pan->at.x, -80);
  EXPECT_EQ(pan->at.y, 80);
  EXPECT_EQ(zoom->amount, -1);
  EXPECT_EQ(zoom->at.x, 400);
  EXPECT_TRUE(pan->aloud && zoom->aloud && home->aloud);
}

TEST(MapInput, AClickOnAClusterGoesThereOnACityPinsIt) {
  MapInput input;
  MapEvents events = resting();
  events.under.mark = 7;
  List<MapCommand> commands = click(input, events);
  ASSERT_NE(find(commands, Kind::kPin), nullptr);
  EXPECT_EQ(find(commands, Kind::kPin)->key, 7u);
  events.under.cluster = true;
  commands = click(input, events);
  ASSERT_NE(find(commands, Kind::kGoToMark), nullptr);
  EXPECT_EQ(find(commands, Kind::kGoToMark)->key, 7u);
}

TEST(MapInput, ACountryIsChosenOnlyWhenNoSecondClickFollows) {
  MapInput input;
  MapEvents events = resting(10);
  events.under.country = 3;
  EXPECT_EQ(find(click(input, events), Kind::kChooseCountry), nullptr);
  EXPECT_NEAR(input.waits_until(), 10.28, 1e-9);
  EXPECT_TRUE(read(input, resting(10.2)).empty());
  const List<MapCommand> commands = read(input, resting(10.3));
  ASSERT_NE(find(commands, Kind::kChooseCountry), nullptr);
  EXPECT_EQ(find(commands, Kind::kChooseCountry)->index, 3);
  EXPECT_EQ(input.waits_until(), 0);

  click(input, events);
  MapEvents second = resting(10.1);
  second.pressed = second.held = second.double_click = true;
  const List<MapCommand> zoomed = read(input, second);
  ASSERT_NE(find(zoomed, Kind::kZoom), nullptr);
  EXPECT_EQ(find(zoomed, Kind::kZoom)->amount, 1);
  EXPECT_EQ(find(read(input, resting(11)), Kind::kChooseCountry), nullptr);
}

TEST(MapInput, APressThatTravelsIsNoClick) {
  for (const bool coarse : {false, true}) {
    MapInput input;
    MapEvents events = resting();
    events.under.mark = 7;
    events.coarse = coarse;
    events.travel = coarse ? 9.9 : 3.9;
    EXPECT_NE(find(click(input, events), Kind::kPin), nullptr);
    events.travel = coarse ? 10 : 4;
    EXPECT_EQ(find(click(input, events), Kind::kPin), nullptr);
  }
}

TEST(MapInput, AMovedMapLetsGoOfACountryEscapeOfEverything) {
  MapInput input;
  MapEvents events = resting();
  events.wheel = {true, {20, 30}, -60, 0};
  const List<MapCommand> moved = read(input, events);
  EXPECT_NE(find(moved, Kind::kLetGoCountry), nullptr);
  EXPECT_EQ(find(moved, Kind::kLetGo), nullptr);
  events = resting();
  events.escape = true;
  EXPECT_NE(find(read(input, events), Kind::kLetGo), nullptr);
}

TEST(MapInput, ItIsInUseFromAPressUntilOneElsewhereEscapeOrTheFocusGoes) {
  MapInput input;
  MapEvents press = resting();
  press.pressed = press.held = press.by_mouse = true;
  for (bool MapEvents::*ends :
       {&MapEvents::pressed_outside, &MapEvents::focus_lost, &MapEvents::escape}) {
    read(input, press);
    EXPECT_TRUE(input.in_use());
    MapEvents events = resting();
    events.*ends = true;
    read(input, events);
    EXPECT_FALSE(input.in_use());
  }
  press.by_mouse = false;  // a finger scrolls the page until the button says otherwise
  read(input, press);
  EXPECT_FALSE(input.in_use());
}

TEST(MapInput, AGivenStateForgetsWhatWasBegun) {
  MapInput input;
  MapEvents events = resting();
  events.under.country = 3;
  click(input, events);
  input.forget();
  EXPECT_EQ(find(read(input, resting(11)), Kind::kChooseCountry), nullptr);
}

}  // namespace
}  // namespace tablero
