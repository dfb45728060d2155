// Mapa: the cities of the participants on the GPU map, with labels, tooltip, legend and controls.
// Its parts: map_view.cpp (data, camera, drawing order), map_input.cpp (pointer, keys, ownership of
// the wheel), map_overlay.cpp (labels, tooltip, controls), map_legend.cpp (legend, method, hints).
#pragma once

#include <memory>

#include "base/list.h"
#include "map/camera.h"
#include "map/labels.h"
#include "map/map_points.h"
#include "map/map_renderer.h"
#include "views/map_layers.h"
#include "views/map_panel.h"
#include "views/map_timeline.h"
#include "views/tab_view.h"

namespace tablero {

class MapView : public TabView {
 public:
  MapView();
  ~MapView() override;
  void draw(ViewContext& context) override;
  Selection::Count count(const ViewContext& context) const override {
    return Selection::count(context.selection.cities);
  }
  // Starts compiling the shaders before there is anything to draw.
  void prepare(Platform& platform) override;
  // Warms up the shaders that prepare() started.
  void wait(Ui& ui) override;
  void context_lost() override;

 private:
  struct Area {
    ImVec2 min, size;
  };
  void take_base_maps(ViewContext& context);
  void take_points(ViewContext& context);
  void sync_camera(ViewContext& context, const Area& area);
  void sync_projection(ViewContext& context);
  void fit_selection(ViewContext& context, bool animate);
  WorldBounds bounds_of_countries(ViewContext& context) const;
  void draw_layers(ViewContext& context, const Area& area);
  PixelRect clip_of(const Ui& ui, const Area& area, const PixelRect& view) const;
  Area draw_list(ViewContext& context, const Area& whole);
  void fly_to_city(ViewContext& context, int index);

  void handle_input(ViewContext& context, const Area& area);
  bool is_covered(ImVec2 at) const;
  void open_node(ViewContext& context, const Area& area);
  void claim_gestures(ViewContext& context, const Area& area, bool pressed);
  bool drag(ViewContext& context, const ScreenPoint& at, bool active);
  bool wheel_and_pinch(Ui& ui, const Area& area);
  bool press_keys(ViewContext& context, const Area& area);
  void hover(ViewContext& context, const ScreenPoint& at, bool hovered);
  bool click(ViewContext& context);
  void select_country(ViewContext& context, int country);
  void publish_camera(ViewContext& context, bool moved);
  void say_camera(ViewContext& context);
  static void say_city(ViewContext& context, const City& city);
  void say_countries(ViewContext& context);

  void draw_labels(ViewContext& context, const Area& area);
  void draw_cluster_counts(Ui& ui, const Area& area);
  void collect_label_candidates(ViewContext& context);
  void collect_obstacles(const Area& area);
  void draw_marks_semantics(ViewContext& context, const Area& area);
  void draw_tooltip(ViewContext& context, const Area& area);
  void city_lines(ViewContext& context, const City& city);
  void cluster_lines(ViewContext& context, const Mark& mark);
  void country_lines(ViewContext& context, const Country& country);
  int mark_with(std::uint32_t key) const;  // index of a mark, -1
  void draw_controls(ViewContext& context, const Area& area);
  void draw_top_controls(ViewContext& context, const Area& area);

  // Too narrow for all controls side by side: the edition slider is below the legend.
  static bool stacked(const Ui& ui, const Area& area) { return area.size.x < ui.px(860); }
  ImVec2 measure_legend(ViewContext& context, const Area& area);
  void draw_legend(ViewContext& context, const Area& area);
  static std::string_view legend_word(Ui& ui);
  void draw_folded_legend(ViewContext& context, ImVec2 min);
  void legend_content(ViewContext& context, Pen& pen);
  void legend_marks(ViewContext& context, Pen& pen);
  void legend_density(Ui& ui, Pen& pen);
  void legend_note(ViewContext& context, Pen& pen);
  bool note_shown(const Ui& ui, const Area& area) const {
    return (stacked(ui, area) || layers_.shading()) == note_turned_;
  }
  std::string_view fit_text(Ui& ui, const Store& store);
  std::string_view fault_text(Ui& ui) const;
  void draw_hint(ViewContext& context, const Area& area);

  std::unique_ptr<MapRenderer> renderer_;  // made with the first frame: it needs the shader texts
  Camera camera_;
  MapPoints points_;
  LabelPlacer placer_;
  MapPanel panel_;
  MapTimeline timeline_;
  MapLayers layers_;
  MapFrame frame_;
  bool counted_ = false;         // some shown place has a count: areas stand for participants
  unsigned presences_ = 0;       // bits of Presence of the counts shown
  int bad_places_ = 0;           // cities with impossible coordinates: not drawn
  int bad_countries_ = 0;        // cities whose country nobody knows
  int bad_spots_ = 0;            // cities exactly where another one is: no zoom separates them
  List<MapPoint> point_buffer_;  // one per city, in their order
  List<LabelCandidate> candidates_;
  List<std::string_view> candidate_text_;
  List<LabelRect> obstacles_;   // marks, legend and controls: labels avoid them
  ImVec2 legend_size_;          // of this frame
  bool legend_folded_ = false;  // no room for it: a button opens it
  // Of the last frame, on the canvas.
  Rect legend_rect_, controls_rect_, timeline_rect_, top_rect_;
  bool note_open_now_ = false, hint_for_touch_ = false;
  bool note_turned_ =
      false;  // the note on the method: shown on narrow screens, hidden on wide ones
  List<std::uint32_t> members_;
  std::uint32_t fit_generation_ = 0;      // the store's, for which the next two were computed
  double fit_median_ = 0, fit_most_ = 0;  // km
  std::shared_ptr<const BaseMap> maps_[2];
  std::uint32_t map_generation_[2] = {0, 0};
  std::uint32_t selection_generation_ = 0;
  List<CountryCode> fitted_countries_;
  MapCameraState published_;
  Fault map_fault_;
  bool map_broken_ = false;
  bool camera_placed_ = false;
  bool fit_due_ = false;  // the points changed since the last fit to the chosen countries
  bool dragging_ = false;
  bool list_open_ = false;  // narrow screens: the list covers the map
  bool needs_frame_ = false;
  int waited_ = 0;            // frames of wait()
  bool moved_by_us_ = false;  // a gesture or a flight whose end must be published to the link
  bool to_say_ = false;  // keys or buttons moved the map: announced when it rests (live region)
  int hovered_mark_ = -1;
  int hovered_country_ = -1;       // in the store's countries
  std::uint32_t pinned_mark_ = 0;  // key of the mark whose tooltip stays after a press
  int pinned_country_ = -1;        // the same of a country
  WorldPoint pinned_at_;
  int pressed_country_ = -1;  // selected if no second click follows
  double pressed_until_ = 0;
  bool in_use_ = false;  // embedded: drags and the wheel control the map
  bool boxing_ = false;
  ScreenPoint box_from_, box_to_;
  bool globe_ = false;
  double hint_until_ = 0;
};

}  // namespace tablero
