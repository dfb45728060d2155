#include "data/projects.h"

#include "base/list.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 8> kAwards = {
    "1st",     "2nd", "3rd", "most_liked", "sdg_mention", "project_mention", "corpus_mention",
    "finalist"};
constexpr std::array<std::string_view, 4> kCorpusDomains = {"miscellaneous", "culture", "legal",
                                                            "clinical"};
constexpr int kGoalCount = 17;

Project read_project(const Node& node, UniqueIds& ids, Choices& topics) {
  Project p;
  Fields f(node);
  p.id = read_id(f, ids);
  p.edition = f.get("edition").year();
  p.name = f.get("name").text();
  p.title = f.text_or("title");
  if (p.title.empty()) p.title = p.name;
  p.described = f.flag("described");
  for (const Node item : f.items_or("awards")) {
    Fields a(item);
    const std::size_t i = a.get("award").one_of(kAwards.data(), kAwards.size());
    p.awards.push_back({std::string(kAwards[i]), a.get("sources").sources()});
  }
  p.award_scope = f.word_or("award_scope");
  if (const Node n = f.get("topic"); n.present()) p.topic = topics.read(n);
  p.topic_from_name = f.flag("topic_from_name");
  if (const Node n = f.get("corpus_domain"); n.present()) {
    p.corpus_domain = kCorpusDomains[n.one_of(kCorpusDomains.data(), kCorpusDomains.size())];
  }
  if (const Node n = f.get("sdg"); n.present()) p.sdg = n.integers(1, kGoalCount);
  if (const Node n = f.get("team_size"); n.present()) p.team_size = n.integer(1, 100);
  for (const Node item : f.items_or("countries")) p.countries.push_back(item.country());
  p.countries_from_name = f.flag("countries_from_name");
  p.links = read_links_or(f, "links");
  p.claims = f.words_or("claims");
  p.related = f.words_or("related");
  p.note = f.local_or("note");
  p.sources = f.get("sources").sources();
  return p;
}

void read_projects(Fields& root, Projects& out) {
  for (const Node item : root.get("unlisted_winners").items()) {
    Fields f(item);
    UnlistedWinners u;
    u.edition = f.get("edition").year();
    for (const Node url : f.get("urls").items(1)) u.urls.push_back(url.url());
    u.sources = f.get("sources").sources();
    out.unlisted.push_back(std::move(u));
  }
  UniqueIds ids;
  Choices topics;
  for (const Node item : root.get("projects").items()) {
    out.projects.push_back(read_project(item, ids, topics));
  }
}

}  // namespace

const Project* Projects::find(std::string_view id) const { return find_by_id(projects, id); }

Result<Projects> load_projects(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Projects, read_projects>(bytes, file, all);
}

}  // namespace tablero
