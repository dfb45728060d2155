// The open tab from top to bottom, also what is scrolled away: its semantics tree and its texts
// with their places, for readers, the browser's search and printing. It is a frame that nobody
// sees, as high as the tab's content, built by a second ImGui context and second views, so that
// nothing of the page that is shown changes by it.
#pragma once

#include <array>
#include <string_view>

#include "app/quiet_platform.h"
#include "ui/semantics.h"
#include "ui/ui.h"
#include "views/views.h"

struct ImGuiContext;

namespace tablero {

class Transcript {
 public:
  // Uses the fonts of ImGui's present context.
  explicit Transcript(const Platform& platform);
  ~Transcript();
  Transcript(const Transcript&) = delete;
  Transcript& operator=(const Transcript&) = delete;

  // Builds it as `shown` draws `views`; ImGui's present context stays. `maps`: as in ViewContext.
  void build(const Ui& shown, const Views& views, const Store& store, const ViewState& state,
             const std::array<MapBytes, 2>& maps);

  // Valid until the next build(): rectangles and places are those of a tab that is not scrolled.
  const Semantics& semantics() const { return semantics_; }
  // In drawing order, each with the smallest node around its beginning.
  const List<PlacedText>& texts() const { return platform_.texts(); }
  const List<ShownChart>& charts() const { return ui_.charts; }
  // The rectangle of a node of the tab; nullptr when it has none.
  const SemanticsNode* find(std::uint32_t id) const;

 private:
  void build_frame(const Store& store, const ViewState& state, const std::array<MapBytes, 2>& maps);
  void place_texts();

  QuietPlatform platform_;
  Semantics semantics_;
  Ui ui_;
  Views views_;
  ImGuiContext* imgui_ = nullptr;
};

}  // namespace tablero
