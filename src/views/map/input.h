// Events of a frame to commands of the map: pointer, wheel, pinch, keys, and who has the gestures.
// No ImGui (events.h gathers from it), no camera: the same events give the same commands.
#pragma once

#include "base/list.h"
#include "views/map/commands.h"
#include "views/map/model.h"

namespace tablero {

// What happened on the map since the last frame. Positions in CSS pixels from its corner.
struct MapEvents {
  double now = 0;  // seconds
  ScreenPoint at;  // the pointer
  MapHit under;    // what is there
  bool hovered = false;
  bool coarse = false;    // fingers instead of a mouse
  bool flat = true;       // not on the globe: boxes can be drawn
  bool held = false;      // the map is pressed
  bool pressed = false;   // since this frame, ...
  bool by_mouse = false;  // ... by a mouse
  bool pressed_outside = false;
  bool released = false;      // let go in this frame
  int clicks = 0;             // of the press that was let go: 2 = the second of a double click
  bool double_click = false;  // its second press was in this frame
  double travel = 0;          // how far the pointer moved while it was held, CSS px
  bool shift = false;
  bool focus_lost = false;  // of the page
  bool escape = false;
  struct Wheel {
    bool active = false;
    ScreenPoint at;
    double dy = 0, pinch = 0;  // CSS px
  } wheel;
  struct Pinch {
    bool active = false;
    ScreenPoint from, to;  // the middle of the fingers
    double factor = 1;
  } pinch;
  struct Keys {               // only while the map has the focus
    int right = 0, down = 0;  // steps of the view
    int zoom = 0;
    bool home = false;
  } keys;
  ScreenPoint center;  // of the map
};

class MapInput {
 public:
  // Appends the commands that the events mean.
  void read(const MapEvents& events, List<MapCommand>* commands);

  // Embedded: drags and the wheel control the map, until a press elsewhere, Escape, or until the
  // page takes the focus.
  bool in_use() const { return in_use_; }
  void turn_use() { in_use_ = !in_use_; }
  bool dragging() const { return dragging_; }
  bool boxing() const { return boxing_; }
  ScreenPoint box_from() const { return box_from_; }
  ScreenPoint box_to() const { return box_to_; }
  // When a pressed country is chosen unless a second click follows; 0: none is pressed.
  double waits_until() const { return pressed_country_ < 0 ? 0 : pressed_until_; }
  // Another state was given: what was begun is forgotten.
  void forget();

 private:
  void read_use(const MapEvents& events);
  void read_drag(const MapEvents& events, List<MapCommand>* commands);
  void read_click(const MapEvents& events, List<MapCommand>* commands);
  static void read_wheel(const MapEvents& events, List<MapCommand>* commands);
  static void read_keys(const MapEvents& events, List<MapCommand>* commands);

  bool in_use_ = false;
  bool dragging_ = false, boxing_ = false;
  ScreenPoint box_from_, box_to_;
  int pressed_country_ = -1;
  double pressed_until_ = 0;
  ScreenPoint pressed_at_;
};

}  // namespace tablero
