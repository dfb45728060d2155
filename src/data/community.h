// data/community.json: growth of the community.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/editions.h"
#include "data/figure.h"

namespace tablero {

struct Milestone {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;      // e.g. "M-02"
  Date date;           // unknown for two
  std::string basis;   // how the date is known: post, commit_text, commit_image, not_stated
  std::string metric;  // discord_members, community_members, youtube_subscribers, hub_models, ...
  Amount value;
  Qualifier qualifier = Qualifier::kExact;
  std::string unit;
  LocalText note;  // scope, series and anything odd about the date
  SourceIds sources;
};

struct VideoViews {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string title;
  std::string event;  // id in events.json
  Amount views;
  Qualifier qualifier = Qualifier::kExact;
};

struct Community {
  List<Milestone> milestones;  // by date
  List<VideoViews> videos;     // most viewed, at videos_date
  Date videos_date;
  SourceIds videos_sources;
  List<Link> channels;  // kind: name of the channel
  struct Press {
    static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
    std::string outlet;
    Date date;
    std::string url;
    SourceIds sources;
  };
  List<Press> press;
  Date founded;  // first post of the blog
  SourceIds founded_sources;

  const Milestone* find(std::string_view id) const;
};

Result<Community> load_community(std::string_view bytes, std::string_view file,
                                 List<Fault>* all = nullptr);

}  // namespace tablero
