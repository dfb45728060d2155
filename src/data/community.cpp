#include "data/community.h"

#include "base/list.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 4> kBases = {"post", "commit_text", "commit_image",
                                                    "not_stated"};

Milestone read_milestone(const Node& node, UniqueIds& ids) {
  Milestone m;
  Fields f(node);
  m.id = read_id(f, ids);
  m.date = f.date_or("date");
  m.basis = kBases[f.get("basis").one_of(kBases.data(), kBases.size())];
  m.metric = f.get("metric").word();
  m.value = f.get("value").amount();
  m.qualifier = f.get("qualifier").one_of<Qualifier>(kQualifierNames);
  m.unit = f.get("unit").word();
  m.note = f.local_or("note");
  m.sources = f.get("sources").sources();
  return m;
}

void read_videos(const Node& node, Community& out) {
  Fields f(node);
  out.videos_date = f.get("date").date();
  out.videos_sources = f.get("sources").sources();
  for (const Node item : f.get("rows").items()) {
    Fields v(item);
    VideoViews views;
    views.title = v.get("title").text();
    views.event = v.get("event").text();
    views.views = v.get("views").amount();
    views.qualifier = v.get("qualifier").one_of<Qualifier>(kQualifierNames);
    out.videos.push_back(std::move(views));
  }
}

void read_community(Fields& root, Community& out) {
  {
    Fields founded(root.get("founded"));
    out.founded = founded.get("date").date();
    out.founded_sources = founded.get("sources").sources();
  }
  UniqueIds ids;
  for (const Node item : root.get("milestones").items()) {
    out.milestones.push_back(read_milestone(item, ids));
    const std::size_t n = out.milestones.size();
    if (n > 1 && out.milestones[n - 1].date.key() < out.milestones[n - 2].date.key()) {
      item.wrong("milestones in order of date");
    }
  }
  read_videos(root.get("videos"), out);
  out.channels = read_links(root.get("channels"));
  for (const Node item : root.get("press").items()) {
    Fields f(item);
    Community::Press p;
    p.outlet = f.get("outlet").text();
    p.date = f.get("date").date();
    p.url = f.get("url").url();
    p.sources = f.get("sources").sources();
    out.press.push_back(std::move(p));
  }
}

}  // namespace

const Milestone* Community::find(std::string_view id) const { return find_by_id(milestones, id); }

Result<Community> load_community(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Community, read_community>(bytes, file, all);
}

}  // namespace tablero
