// What is drawn over the map by ImGui: labels, numbers of clusters, the marks' nodes for screen
// readers, the buttons, hints and the tooltip. Presses become commands.
#pragma once

#include "base/list.h"
#include "map/labels.h"
#include "views/map/screen.h"
#include "views/map/telling.h"

namespace tablero {

class MapOverlay {
 public:
  // Labels, counts, the box that is being drawn, and the nodes of the marks, into the map's node.
  // `at_rest`: see LabelPlacer.
  void draw_marks(const MapScreen& screen, bool at_rest);
  // The buttons at the lower right, above what covers the lowest `below` CSS pixels.
  void draw_controls(const MapScreen& screen, float below);
  // Upper left: the list (narrow screens), the layers with their menu, and, embedded, the switch
  // for gestures.
  void draw_top_controls(const MapScreen& screen, MapLayers& layers);
  // How the gestures work, after one that was left to the page; or `fault`, if there is one.
  void draw_hint(const MapScreen& screen, std::string_view fault);
  // Of what is under the pointer, otherwise of what was pressed last.
  void draw_tooltip(const MapScreen& screen);

  // What a command means for the tooltip that stays.
  void apply(const MapCommand& command, const MapScreen& screen);
  // The mark whose tooltip stays; 0 none.
  std::uint32_t pinned_mark() const { return pinned_mark_; }
  // The marks are others: no tooltip of one stays.
  void forget_mark() { pinned_mark_ = 0; }
  // Another state was given: no tooltip stays.
  void forget();

 private:
  static void draw_retry(ViewContext& context, ImVec2 at);
  void place_labels(const MapScreen& screen, bool at_rest);
  void collect_obstacles(const MapScreen& screen);
  void draw_labels(const MapScreen& screen);
  static void draw_counts(const MapScreen& screen);
  static void draw_box(const MapScreen& screen);
  static void add_nodes(const MapScreen& screen);
  bool place_pinned(const MapScreen& screen, const Mark* mark) const;

  LabelPlacer placer_;
  // Scratch of a frame.
  List<MapLabel> labels_;
  List<LabelCandidate> candidates_;
  List<LabelRect> obstacles_;
  List<ToldLine> lines_;
  std::span<const PlacedLabel> placed_;

  std::uint32_t pinned_mark_ = 0;
  int pinned_country_ = -1;
  WorldPoint pinned_at_;  // where the country was pressed
  double hint_until_ = 0;
  bool hint_for_touch_ = false;
};

}  // namespace tablero
