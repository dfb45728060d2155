// The whole page: top bar, filter bar, the open tab. Keeps what outlives a frame of each view
// (caches, the map's GPU parts); nothing that a link should carry.
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

  // Brings what is derived from tables and filters up to date.
  void update(const Store& store, const ViewState& state, const Strings& words,
              const Language& language) {
    selection_.update(store, state, words, language);
  }
  const Selection& selection() const { return selection_; }
  // Builds one frame's interface into ImGui and semantics.
  void draw(ViewContext& context);
  // What VIEW can have the GL driver do while its data are on their way.
  void prepare(Platform& platform, View view);
  void context_lost();

 private:
  Selection selection_;
  float height_ = 0;  // that the open tab would have without scrolling, CSS pixels; 0 unknown
  std::unique_ptr<MapView> map_;
  std::unique_ptr<LeaderboardView> leaderboard_;
  std::unique_ptr<PanoramaView> panorama_;
  std::unique_ptr<ProjectsView> projects_;
  std::unique_ptr<ContributionsView> contributions_;
  std::unique_ptr<EventsView> events_;
  std::unique_ptr<SourcesView> sources_;
};

}  // namespace tablero
