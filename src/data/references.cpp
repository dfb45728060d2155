#include "data/references.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/list.h"
#include "data/reader.h"

namespace tablero {
namespace {

std::string at(std::string_view list, std::size_t i, std::string_view rest = {}) {
  return "/" + std::string(list) + "/" + std::to_string(i) + std::string(rest);
}

}  // namespace

References::References(const Store& store, List<Fault>& faults) : s_(store), faults_(faults) {
  for (const Project& p : s_.projects.projects) projects_.insert(p.id);
  for (const Event& e : s_.events.events) events_.insert(e.id);
  for (const Edition& e : s_.editions.editions) {
    for (const Claim& c : e.claims) claims_.insert(c.id);
  }
  for (const Claim& c : s_.editions.cumulative_claims) claims_.insert(c.id);
  for (const Task& t : s_.tasks.tasks) {
    tasks_.insert(t.id);
    task_names_.insert(t.id);
    for (const std::string& alias : t.aliases) task_names_.insert(alias);
  }
}

void References::open(std::string_view path) {
  file_ = "data/" + std::string(path);
  of_file_ = 0;
}

void References::wrong(std::string pointer, std::string expected, std::string found) {
  if (++of_file_ > static_cast<std::size_t>(FaultSink::kMaxFaults)) return;
  faults_.push_back({file_, std::move(pointer), std::move(expected), std::move(found)});
}

void References::check_claims(const List<Claim>& list, const std::string& pointer) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string p = pointer + "/" + std::to_string(i);
    sources(list[i].sources, p);
    project(list[i].project, p + "/project");
    for (const int year : list[i].covers) edition(year, p + "/covers");
  }
}

// Derived figures must still agree with the lists that they were counted from.
void References::check_derived(const Edition& e, const std::string& pointer) {
  int events = 0, recordings = 0, projects = 0;
  for (const Event& event : s_.events.events) {
    if (event.edition != e.year) continue;
    ++events;
    recordings += event.video.empty() ? 0 : 1;
  }
  for (const Project& p : s_.projects.projects) projects += p.edition == e.year ? 1 : 0;
  for (std::size_t i = 0; i < e.claims.size(); ++i) {
    const Claim& c = e.claims[i];
    if (c.qualifier != Qualifier::kDerived) continue;
    int counted = -1;
    if (s_.ready(FileId::kEvents) && c.metric == "events") counted = events;
    if (s_.ready(FileId::kEvents) && c.metric == "recordings") counted = recordings;
    if (s_.ready(FileId::kProjects) && c.metric == "projects_listed") counted = projects;
    if (counted >= 0 && std::lround(c.value.value) != counted) {
      wrong(pointer + "/claims/" + std::to_string(i) + "/value",
            std::to_string(counted) + ", the count of the list",
            std::to_string(std::lround(c.value.value)));
    }
  }
}

void References::check_editions() {
  for (std::size_t i = 0; i < s_.editions.editions.size(); ++i) {
    const Edition& e = s_.editions.editions[i];
    const std::string p = at("editions", i);
    sources(e.dates.sources, p + "/dates");
    sources(e.team_sources, p + "/team");
    sources(e.jury_sources, p + "/jury");
    for (std::size_t k = 0; k < e.prizes.size(); ++k)
      sources(e.prizes[k].sources, p + at("prizes", k));
    for (std::size_t k = 0; k < e.challenges.size(); ++k) {
      sources(e.challenges[k].sources, p + at("challenges", k));
    }
    check_claims(e.claims, p + "/claims");
    check_derived(e, p);
  }
  check_claims(s_.editions.cumulative_claims, "/cumulative_claims");
  for (std::size_t i = 0; i < s_.editions.papers.size(); ++i) {
    const Paper& paper = s_.editions.papers[i];
    sources(paper.sources, at("papers", i));
    project(paper.project, at("papers", i, "/project"));
    edition(paper.edition, at("papers", i, "/edition"));
  }
}

void References::check_cities() {
  for (std::size_t i = 0; i < s_.cities.cities.size(); ++i) {
    const City& c = s_.cities.cities[i];
    country(c.country, at("cities", i, "/country"));
    for (std::size_t k = 0; k < c.editions.size(); ++k) {
      const std::string p = at("cities", i) + at("editions", k);
      edition(c.editions[k].year, p + "/year");
      sources(c.editions[k].sources, p);
    }
  }
}

void References::check_countries() {
  for (std::size_t i = 0; i < s_.countries.countries.size(); ++i) {
    const Country& c = s_.countries.countries[i];
    for (std::size_t k = 0; k < c.figures.size(); ++k) {
      const CountryFigure& f = c.figures[k];
      const std::string p = at("countries", i) + at("figures", k);
      sources(f.sources, p);
      edition(f.edition, p + "/edition");
      if (!f.claim.empty()) claims({f.claim}, p + "/claim");
      for (const std::string& id : f.projects) project(id, p + "/projects");
    }
  }
}

void References::check_projects() {
  for (std::size_t i = 0; i < s_.projects.projects.size(); ++i) {
    const Project& pr = s_.projects.projects[i];
    const std::string p = at("projects", i);
    sources(pr.sources, p);
    edition(pr.edition, p + "/edition");
    for (const std::string& iso2 : pr.countries) country(iso2, p + "/countries");
    for (const std::string& id : pr.related) project(id, p + "/related");
    claims(pr.claims, p + "/claims");
    for (std::size_t k = 0; k < pr.awards.size(); ++k)
      sources(pr.awards[k].sources, p + at("awards", k));
  }
  for (std::size_t i = 0; i < s_.projects.unlisted.size(); ++i) {
    sources(s_.projects.unlisted[i].sources, at("unlisted_winners", i));
    edition(s_.projects.unlisted[i].edition, at("unlisted_winners", i, "/edition"));
  }
}

void References::check_events() {
  for (std::size_t i = 0; i < s_.events.events.size(); ++i) {
    sources(s_.events.events[i].sources, at("events", i));
    edition(s_.events.events[i].edition, at("events", i, "/edition"));
  }
}

void References::check_sponsors() {
  for (std::size_t i = 0; i < s_.sponsors.sponsors.size(); ++i) {
    const Sponsor& sp = s_.sponsors.sponsors[i];
    for (std::size_t k = 0; k < sp.tiers.size(); ++k) {
      const std::string p = at("sponsors", i) + at("tiers", k);
      sources(sp.tiers[k].sources, p);
      edition(sp.tiers[k].edition, p + "/edition");
    }
  }
  for (std::size_t i = 0; i < s_.sponsors.prices.size(); ++i) {
    sources(s_.sponsors.prices[i].sources, at("prices", i));
    edition(s_.sponsors.prices[i].edition, at("prices", i, "/edition"));
  }
}

void References::check_contributions() {
  for (std::size_t i = 0; i < s_.contributions.campaigns.size(); ++i) {
    const Campaign& c = s_.contributions.campaigns[i];
    const std::string p = at("campaigns", i);
    sources(c.sources, p);
    edition(c.edition, p + "/edition");
    claims(c.claims, p + "/claims");
    for (std::size_t k = 0; k < c.rows.size(); ++k) {
      if (c.by_country) country(c.rows[k].country, p + at("rows", k, "/country"));
    }
  }
  for (std::size_t i = 0; i < s_.contributions.external.size(); ++i) {
    sources(s_.contributions.external[i].sources, at("external", i));
    edition(s_.contributions.external[i].edition, at("external", i, "/edition"));
  }
}

void References::check_community() {
  const Community& c = s_.community;
  sources(c.founded_sources, "/founded");
  sources(c.videos_sources, "/videos");
  for (std::size_t i = 0; i < c.milestones.size(); ++i) {
    sources(c.milestones[i].sources, at("milestones", i));
  }
  for (std::size_t i = 0; i < c.press.size(); ++i) sources(c.press[i].sources, at("press", i));
  for (std::size_t i = 0; i < c.videos.size(); ++i) {
    if (s_.ready(FileId::kEvents) && events_.count(c.videos[i].event) == 0) {
      wrong("/videos" + at("rows", i, "/event"), "the id of an event", c.videos[i].event);
    }
  }
}

void References::check_corpora() {
  for (std::size_t i = 0; i < s_.corpora.corpora.size(); ++i) {
    const Corpus& c = s_.corpora.corpora[i];
    const std::string p = at("corpora", i);
    sources(c.sources, p);
    edition(c.edition, p + "/edition");
    project(c.project, p + "/project");
    claims(c.claims, p + "/claims");
  }
  for (std::size_t i = 0; i < s_.corpora.evaluation_v1.size(); ++i) {
    sources(s_.corpora.evaluation_v1[i].sources, at("evaluation_v1", i));
  }
}

void References::check_table(const ScoreTable& t, const std::string& pointer) {
  for (std::size_t i = 0; i < t.models.size(); ++i) {
    if (s_.ready(FileId::kModels) && s_.models.find(t.models[i]) == nullptr) {
      wrong(pointer + at("models", i), "a model of models.json", t.models[i]);
    }
  }
  if (!s_.ready(FileId::kTasks)) return;
  for (std::size_t i = 0; i < t.tasks.size(); ++i) {
    if (tasks_.count(t.tasks[i]) == 0) {
      wrong(pointer + at("tasks", i), "a task of tasks.json", t.tasks[i]);
    }
  }
  for (std::size_t i = 0; i < t.details.size(); ++i) {
    if (task_names_.count(t.details[i].task) == 0) {
      wrong(pointer + at("details", i, "/task"), "a task of tasks.json", t.details[i].task);
    }
  }
}

// The index states how many models and tasks a snapshot has; checks that its table agrees.
void References::check_snapshot_table(const Snapshot& s, const ScoreTable& t) {
  const auto count = [&](std::size_t have, int said, const char* key) {
    if (have != static_cast<std::size_t>(said)) {
      wrong(std::string("/") + key, std::to_string(said) + ", as results.json says",
            std::to_string(have));
    }
  };
  count(t.models.size(), s.model_count, "models");
  count(t.tasks.size(), s.task_count, "tasks");
  if (t.snapshot != s.id) wrong("/snapshot", s.id, t.snapshot);
}

void References::check_leaderboard() {
  open(file_path(FileId::kTasks));
  sources(s_.tasks.sources, "");
  open(file_path(FileId::kModels));
  for (std::size_t i = 0; i < s_.models.models.size(); ++i) {
    const Model& m = s_.models.models[i];
    sources(m.sources, at("models", i));
    for (const std::string& id : m.snapshots) {
      if (s_.ready(FileId::kResults) && s_.results.find(id) == nullptr) {
        wrong(at("models", i, "/snapshots"), "the id of a snapshot", id);
      }
    }
  }
  open(file_path(FileId::kResults));
  for (std::size_t i = 0; i < s_.results.snapshots.size(); ++i) {
    sources(s_.results.snapshots[i].sources, at("snapshots", i));
  }
  check_table(s_.results.main, "/scores");
  open(file_path(FileId::kRelated));
  for (std::size_t i = 0; i < s_.related.boards.size(); ++i) {
    sources(s_.related.boards[i].sources, at("boards", i));
  }
}

// Every file that the manifest lists exists, every file of the store is listed, and source families
// are known.
void References::check_manifest(const ReadFile& read) {
  if (!s_.ready(FileId::kManifest)) return;
  open(file_path(FileId::kManifest));
  Ids families;
  for (const SourceFamily& f : s_.manifest.families) families.insert(f.id);
  // Many entries may name one schema.
  std::map<std::string_view, bool> known;
  const auto exists = [&](const std::string& path) {
    const auto [entry, first] = known.emplace(path, false);
    if (first) entry->second = read(path).has_value();
    return entry->second;
  };
  for (std::size_t i = 0; i < s_.manifest.files.size(); ++i) {
    const ManifestFile& m = s_.manifest.files[i];
    if (!exists(m.path)) wrong(at("files", i, "/path"), "a file that exists", m.path);
    if (!m.schema.empty() && !exists(m.schema)) {
      wrong(at("files", i, "/schema"), "a file that exists", m.schema);
    }
    for (const std::string& family : m.sources) {
      if (families.count(family) == 0)
        wrong(at("files", i, "/sources"), "a family of source_families", family);
    }
  }
  for (std::size_t i = 0; i < kFileCount; ++i) {
    const std::string_view path = file_path(static_cast<FileId>(i));
    if (s_.manifest.find(path) == nullptr)
      wrong("/files", "an entry for every file", "none for " + std::string(path));
  }
}

}  // namespace tablero
