#include "views/map/input.h"

#include <cmath>

namespace tablero {
namespace {

using Kind = MapCommand::Kind;

constexpr double kWheelZoom = 1.0 / 240;  // zoom levels per CSS px of wheel
constexpr double kPinchZoom = 1.0 / 100;  // the same of a trackpad's pinch
constexpr double kKeyStep = 80;           // CSS px
constexpr double kSmallestBox = 8;        // CSS px; smaller is a click
constexpr double kClickReach = 4;         // CSS px that a held mouse may move
constexpr double kTapReach = 10;          // the same of a finger
constexpr double kSecondClick = 0.28;     // seconds in which a second click makes a double click

MapCommand command(Kind kind) {
  MapCommand c;
  c.kind = kind;
  return c;
}

MapCommand at(Kind kind, const ScreenPoint& place) {
  MapCommand c = command(kind);
  c.at = place;
  return c;
}

MapCommand zoom(const ScreenPoint& place, double amount, bool smooth) {
  MapCommand c = at(Kind::kZoom, place);
  c.amount = amount;
  c.smooth = smooth;
  return c;
}

}  // namespace

void MapInput::read(const MapEvents& events, List<MapCommand>* commands) {
  const std::size_t before = commands->size();
  read_use(events);
  read_drag(events, commands);
  read_wheel(events, commands);
  read_keys(events, commands);
  // A country's tooltip stays where it was pressed, which has just moved away.
  if (commands->size() > before && !events.held) {
    commands->push_back(command(Kind::kLetGoCountry));
  }
  read_click(events, commands);
  if (events.escape) commands->push_back(command(Kind::kLetGo));
}

// Cooperative gestures: embedded, one finger and the wheel belong to the page until the map is in
// use, i.e. after a click on it or on its button.
void MapInput::read_use(const MapEvents& events) {
  if (events.pressed && events.by_mouse) in_use_ = true;
  if (events.pressed_outside || events.focus_lost || events.escape) in_use_ = false;
}

void MapInput::read_drag(const MapEvents& events, List<MapCommand>* commands) {
  const bool begins = events.held && !dragging_ && !boxing_;
  if (begins && events.shift && events.flat) {
    boxing_ = true;
    box_from_ = events.at;
  }
  if (boxing_) {
    if (events.held) {
      box_to_ = events.at;
      return;
    }
    boxing_ = false;
    if (std::abs(box_to_.x - box_from_.x) < kSmallestBox ||
        std::abs(box_to_.y - box_from_.y) < kSmallestBox) {
      return;
    }
    MapCommand box = at(Kind::kGoToBox, box_from_);
    box.to = box_to_;
    commands->push_back(box);
    return;
  }
  if (begins) commands->push_back(at(Kind::kDragBegin, events.at));
  if (events.held && dragging_) commands->push_back(at(Kind::kDragTo, events.at));
  if (!events.held && dragging_) commands->push_back(at(Kind::kDragEnd, events.at));
  dragging_ = events.held;
}

void MapInput::read_wheel(const MapEvents& events, List<MapCommand>* commands) {
  const MapEvents::Wheel& wheel = events.wheel;
  if (wheel.active) {
    const double amount = -wheel.dy * kWheelZoom - wheel.pinch * kPinchZoom;
    commands->push_back(zoom(wheel.at, amount, wheel.pinch == 0));
  }
  if (!events.pinch.active) return;
  MapCommand pinch = at(Kind::kPinch, events.pinch.from);
  pinch.to = events.pinch.to;
  pinch.amount = events.pinch.factor;
  commands->push_back(pinch);
}

// Arrows move, + and - zoom, 0 shows everything.
void MapInput::read_keys(const MapEvents& events, List<MapCommand>* commands) {
  const MapEvents::Keys& keys = events.keys;
  const std::size_t before = commands->size();
  if (keys.right != 0 || keys.down != 0) {
    commands->push_back(at(Kind::kPan, {-keys.right * kKeyStep, -keys.down * kKeyStep}));
  }
  if (keys.zoom != 0) commands->push_back(zoom(events.center, keys.zoom, true));
  if (keys.home) commands->push_back(command(Kind::kGoHome));
  for (std::size_t i = before; i < commands->size(); ++i) (*commands)[i].aloud = true;
}

// A cluster is zoomed to, a city shows its tooltip until the next click; a country is chosen as
// soon as no second click can follow.
void MapInput::read_click(const MapEvents& events, List<MapCommand>* commands) {
  if (events.hovered && events.double_click) {
    commands->push_back(zoom(events.at, 1, true));
    pressed_country_ = -1;
  }
  const double reach = events.coarse ? kTapReach : kClickReach;
  if (events.released && events.travel < reach && events.clicks < 2) {
    commands->push_back(command(Kind::kLetGo));
    pressed_country_ = -1;
    if (events.under.mark != 0) {
      MapCommand mark = command(events.under.cluster ? Kind::kGoToMark : Kind::kPin);
      mark.key = events.under.mark;
      commands->push_back(mark);
    } else {
      pressed_country_ = events.under.country;
      pressed_at_ = events.at;
      pressed_until_ = events.now + kSecondClick;
    }
  }
  if (pressed_country_ < 0 || events.now < pressed_until_) return;
  MapCommand country = at(Kind::kChooseCountry, pressed_at_);
  country.index = pressed_country_;
  commands->push_back(country);
  pressed_country_ = -1;
}

void MapInput::forget() {
  dragging_ = boxing_ = false;
  pressed_country_ = -1;
}

}  // namespace tablero
