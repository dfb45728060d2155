// The whole page: top bar, filter bar, the open tab. Owns what outlives a frame of each view
// (caches, the map's GPU objects), but nothing that a link should carry.
#pragma once

#include <memory>

#include "views/view_context.h"

namespace tablero {

class MapView;
class LeaderboardView;
class PanoramaView;
class ProjectsView;
class ContributionsView;
class EventsView;
class SourcesView;

class Views {
 public:
  Views();
  ~Views();

  // Updates everything that is derived from tables and filters.
  void update(const Store& store, const ViewState& state, const Strings& words,
              const Language& language) {
    selection_.update(store, state, words, language);
  }
  const Selection& selection() const { return selection_; }
  // Builds one frame's interface into ImGui and semantics.
  void draw(ViewContext& context);
  // Lets the GL driver start work for `view` (compile shaders) while its data is loading.
  void prepare(Platform& platform, View view);
  void context_lost();

 private:
  Selection selection_;
  float height_ = 0;  // of the open tab without scrolling, CSS pixels; 0 unknown
  std::unique_ptr<MapView> map_;
  std::unique_ptr<LeaderboardView> leaderboard_;
  std::unique_ptr<PanoramaView> panorama_;
  std::unique_ptr<ProjectsView> projects_;
  std::unique_ptr<ContributionsView> contributions_;
  std::unique_ptr<EventsView> events_;
  std::unique_ptr<SourcesView> sources_;
};

}  // namespace tablero
