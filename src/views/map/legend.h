// The legend of the map: what marks and colors mean, the note on the method, and what could not be
// drawn. Without room for it, a button opens it.
#pragma once

#include <string_view>

#include "ui/pen.h"
#include "views/map/screen.h"

namespace tablero {

class MapLegend {
 public:
  // Lays it out for this frame. Returns how much of the lower edge of the map it covers, in CSS
  // pixels, when the note is as the screen has room for it: opening the note moves no map.
  float measure(ViewContext& context, const MapModel& model, const MapLayers& layers,
                const MapArea& area);
  // At the lower left, above what covers the lowest `below` CSS pixels.
  void draw(const MapScreen& screen, float below);

 private:
  // What the content depends on, beside the words.
  struct Content {
    ViewContext& context;
    const MapModel& model;
    const MapLayers& layers;
    bool note = false;  // shown
  };
  struct Layout {
    ImVec2 size;
    bool folded = false;
  };
  Layout lay_out(const Content& content, const MapArea& area);
  void draw_folded(const Content& content, ImVec2 min);
  void draw_note_button(const MapScreen& screen, ImVec2 corner) const;
  void put(const Content& content, Pen& pen);
  static void put_marks(const Content& content, Pen& pen);
  static void put_density(Ui& ui, Pen& pen);
  void put_note(const Content& content, Pen& pen);
  std::string_view fit_text(Ui& ui, const Store& store);

  Layout layout_;  // of this frame
  bool note_default_ = false, note_shown_ = false;
  std::uint32_t generation_ = 0;  // the store's, for which the next two were computed
  double median_ = 0, most_ = 0;  // km
};

}  // namespace tablero
