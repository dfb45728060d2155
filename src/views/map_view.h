// Mapa: the cities of the participants on the GPU map, with labels, tooltip, legend and controls.
#pragma once

#include <memory>

#include "base/list.h"
#include "map/camera.h"
#include "map/labels.h"
#include "map/map_points.h"
#include "map/map_renderer.h"
#include "views/map_panel.h"
#include "views/map_timeline.h"
#include "views/view_context.h"

namespace tablero {

class MapView {
 public:
  MapView();
  ~MapView();
  void draw(ViewContext& context);
  // GL objects are gone; they are made again at the next frame.
  void context_lost();

 private:
  struct Area {
    ImVec2 min, size;
  };
  void take_base_maps(ViewContext& context);
  void take_points(ViewContext& context);
  void sync_camera(ViewContext& context, const Area& area);
  void fit_selection(ViewContext& context, bool animate);
  void handle_input(ViewContext& context, const Area& area);
  void draw_layers(ViewContext& context, const Area& area);
  void draw_labels(ViewContext& context, const Area& area);
  void draw_controls(ViewContext& context, const Area& area);
  // Too narrow for all controls beside each other: the edition slider lies under the legend.
  static bool stacked(const Ui& ui, const Area& area) { return area.size.x < ui.px(680); }
  ImVec2 measure_legend(ViewContext& context, const Area& area);
  void draw_legend(ViewContext& context, const Area& area);
  void draw_marks_semantics(ViewContext& context, const Area& area);
  void draw_tooltip(ViewContext& context);
  Area draw_list(ViewContext& context, const Area& whole);
  void fly_to_city(ViewContext& context, int index);
  void draw_hint(ViewContext& context, const Area& area);
  void city_lines(ViewContext& context, const City& city);
  void collect_label_candidates(ViewContext& context);
  void collect_obstacles(const Area& area);

  std::unique_ptr<MapRenderer> renderer_;  // made with the first frame: it needs the shader texts
  Camera camera_;
  MapPoints points_;
  LabelPlacer placer_;
  MapPanel panel_;
  MapTimeline timeline_;
  MapFrame frame_;
  bool counted_ = false;  // some place shown has a count: areas are participants
  List<MapPoint> point_buffer_;
  List<std::uint32_t> city_of_point_;  // index into cities.cities per given point
  List<LabelCandidate> candidates_;
  List<std::string_view> candidate_text_;
  List<LabelRect> obstacles_;                         // marks, legend and controls: labels keep off
  ImVec2 legend_size_;                                // of this frame
  Rect legend_rect_, controls_rect_, timeline_rect_;  // of the last frame, on the canvas
  List<std::uint32_t> members_;
  std::shared_ptr<const BaseMap> maps_[2];
  std::uint32_t map_generation_[2] = {0, 0};
  std::uint32_t selection_generation_ = 0;
  List<CountryCode> fitted_countries_;
  MapCameraState published_;
  Fault map_fault_;
  bool map_broken_ = false;
  bool camera_placed_ = false;
  bool dragging_ = false;
  bool list_open_ = false;  // narrow screens: the list covers the map
  bool needs_frame_ = false;
  bool moved_by_us_ = false;  // a gesture or a flight is to end in the link
  int hovered_mark_ = -1;
  double hint_until_ = 0;
};

}  // namespace tablero
