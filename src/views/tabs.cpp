#include "views/tabs.h"

#include "views/contributions_view.h"
#include "views/events_view.h"
#include "views/leaderboard_view.h"
#include "views/map_view.h"
#include "views/panorama_view.h"
#include "views/projects_view.h"
#include "views/sources_view.h"

namespace tablero {
namespace {

using F = FileId;

template <class T>
std::unique_ptr<TabView> make() {
  return std::make_unique<T>();
}

template <FileId... ids>
constexpr FileId kFiles[] = {ids...};

// The leaderboard's neighboring boards are not listed: they are fetched when one is opened.
constexpr Tab kTabs[] = {
    {View::kPanorama, make<PanoramaView>, Page::kScrolls, true,
     kFiles<F::kEditions, F::kCommunity, F::kEvents, F::kProjects, F::kSponsors>, 1, 4},
    {View::kMapa, make<MapView>, Page::kFullBleed, true,
     kFiles<F::kCities, F::kCountries, F::kEditions>, 2},
    {View::kLeaderboard, make<LeaderboardView>, Page::kFills, false,
     kFiles<F::kResults, F::kTasks, F::kModels>, 3},
    {View::kProyectos, make<ProjectsView>, Page::kScrolls, false,
     kFiles<F::kProjects, F::kCorpora, F::kCountries>, 1, 1},
    {View::kContribuciones, make<ContributionsView>, Page::kScrolls, false,
     kFiles<F::kContributions, F::kCountries, F::kEditions>},
    {View::kCharlas, make<EventsView>, Page::kScrolls, false, kFiles<F::kEvents>},
    {View::kFuentes, make<SourcesView>, Page::kScrolls, false,
     kFiles<F::kSources, F::kEditions, F::kCommunity, F::kCountries, F::kSponsors, F::kManifest>},
};

constexpr bool in_order() {
  std::size_t i = 0;
  for (const Tab& tab : kTabs) {
    if (static_cast<std::size_t>(tab.view) != i++) return false;
  }
  return i == kTabCount;
}
static_assert(in_order(), "kTabs: expected a row for each tab of state/tabs.def, in that order");

#define TABLERO_TAB(enumerator, name) "tab." name,
constexpr std::string_view kTabKeys[] = {
#include "state/tabs.def"
};
#undef TABLERO_TAB

}  // namespace

const Tab& tab_of(View view) { return kTabs[static_cast<std::size_t>(view)]; }
std::string_view tab_key(View view) { return kTabKeys[static_cast<std::size_t>(view)]; }

}  // namespace tablero
