// Mapa: the cities of the participants on the GPU map. Puts its parts together (views/map/): the
// model, the navigation, the input and the overlay; it owns what is on the GPU and draws it.
#pragma once

#include <memory>

#include "views/map/input.h"
#include "views/map/layers.h"
#include "views/map/legend.h"
#include "views/map/model.h"
#include "views/map/navigation.h"
#include "views/map/overlay.h"
#include "views/map/panel.h"
#include "views/map/timeline.h"
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
  void state_given() override;

 private:
  void take_base_maps(ViewContext& context);
  MapArea draw_list(ViewContext& context, const MapArea& whole);
  void navigate(ViewContext& context, const MapArea& area);
  MapHit read_input(ViewContext& context, const MapArea& area);
  // Carries out the commands collected so far.
  void apply(const MapScreen& screen);
  static bool choose_country(ViewContext& context, int index);
  void announce(ViewContext& context);
  void draw_layers(const MapScreen& screen);
  void draw_overlay(const MapScreen& screen);
  std::string_view fault_text(ViewContext& context) const;

  std::unique_ptr<MapRenderer> renderer_;  // made with the first frame: it needs the shader texts
  MapModel model_;
  MapNavigation navigation_;
  MapInput input_;
  MapOverlay overlay_;
  MapLayers layers_;
  MapLegend legend_;
  MapPanel panel_;
  MapTimeline timeline_;
  MapCovers covers_;
  MapFrame frame_;
  List<MapCommand> commands_;
  List<CountryCode> told_countries_;   // those chosen, as announced
  std::uint32_t told_generation_ = 0;  // of the selection
  std::uint32_t map_generation_[2] = {0, 0};
  Fault map_fault_;
  bool map_broken_ = false;
  bool needs_frame_ = false;  // the GPU's answer: a crossfade still runs
  int waited_ = 0;            // frames of wait()
};

}  // namespace tablero
