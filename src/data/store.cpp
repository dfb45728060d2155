#include "data/store.h"

#include <algorithm>

#include "base/list.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, kFileCount> kPaths = {"manifest.json",
                                                             "editions.json",
                                                             "cities.json",
                                                             "countries.json",
                                                             "projects.json",
                                                             "events.json",
                                                             "sponsors.json",
                                                             "contributions.json",
                                                             "community.json",
                                                             "corpora.json",
                                                             "sources.json",
                                                             "leaderboard/tasks.json",
                                                             "leaderboard/models.json",
                                                             "leaderboard/results.json",
                                                             "leaderboard/related.json"};

}  // namespace

std::string_view file_path(FileId id) { return kPaths[static_cast<std::size_t>(id)]; }

bool Store::ready(std::span<const FileId> files) const {
  return std::all_of(files.begin(), files.end(), [&](FileId id) { return ready(id); });
}

const Fault* Store::first_fault(std::span<const FileId> files) const {
  for (const FileId id : files) {
    if (status(id) == FileStatus::kFailed) return &slots_[index(id)].fault;
  }
  return nullptr;
}

template <class T>
void Store::keep(Result<T> loaded, T& table, Slot& slot) {
  if (loaded.ok()) {
    table = std::move(loaded.value());
    slot.status = FileStatus::kReady;
  } else {
    slot = {FileStatus::kFailed, loaded.fault()};
  }
}

void Store::begin(FileId id) { slots_[index(id)].status = FileStatus::kLoading; }

void Store::fail(FileId id, Fault fault) {
  slots_[index(id)] = {FileStatus::kFailed, std::move(fault)};
  ++generation_;
}

void Store::accept(FileId id, std::string_view bytes) {
  Slot& slot = slots_[index(id)];
  const std::string file = "data/" + std::string(file_path(id));
  switch (id) {
    case FileId::kManifest:
      keep(load_manifest(bytes, file), manifest, slot);
      break;
    case FileId::kEditions:
      keep(load_editions(bytes, file), editions, slot);
      break;
    case FileId::kCities:
      keep(load_cities(bytes, file), cities, slot);
      break;
    case FileId::kCountries:
      keep(load_countries(bytes, file), countries, slot);
      break;
    case FileId::kProjects:
      keep(load_projects(bytes, file), projects, slot);
      break;
    case FileId::kEvents:
      keep(load_events(bytes, file), events, slot);
      break;
    case FileId::kSponsors:
      keep(load_sponsors(bytes, file), sponsors, slot);
      break;
    case FileId::kContributions:
      keep(load_contributions(bytes, file), contributions, slot);
      break;
    case FileId::kCommunity:
      keep(load_community(bytes, file), community, slot);
      break;
    case FileId::kCorpora:
      keep(load_corpora(bytes, file), corpora, slot);
      break;
    case FileId::kSources:
      keep(load_sources(bytes, file), sources, slot);
      break;
    case FileId::kTasks:
      keep(load_tasks(bytes, file), tasks, slot);
      break;
    case FileId::kModels:
      keep(load_models(bytes, file), models, slot);
      break;
    case FileId::kResults:
      keep(load_results(bytes, file), results, slot);
      break;
    case FileId::kRelated:
      keep(load_related(bytes, file), related, slot);
      break;
  }
  ++generation_;
}

FileStatus Store::scores_status(std::string_view snapshot) const {
  if (snapshot == results.main_snapshot && ready(FileId::kResults)) return FileStatus::kReady;
  const auto at = scores_.find(snapshot);
  return at == scores_.end() ? FileStatus::kIdle : at->second.slot.status;
}

const Fault* Store::scores_fault(std::string_view snapshot) const {
  const auto at = scores_.find(snapshot);
  const bool failed = at != scores_.end() && at->second.slot.status == FileStatus::kFailed;
  return failed ? &at->second.slot.fault : nullptr;
}

void Store::begin_scores(std::string_view snapshot) {
  scores_[std::string(snapshot)].slot.status = FileStatus::kLoading;
}

void Store::fail_scores(std::string_view snapshot, Fault fault) {
  scores_[std::string(snapshot)].slot = {FileStatus::kFailed, std::move(fault)};
  ++generation_;
}

void Store::accept_scores(std::string_view snapshot, std::string_view bytes) {
  ScoreSlot& entry = scores_[std::string(snapshot)];
  const std::string file = "data/leaderboard/results/" + std::string(snapshot) + ".json";
  keep(load_scores(bytes, file), entry.table, entry.slot);
  if (entry.slot.status == FileStatus::kReady && entry.table.snapshot != snapshot) {
    entry.slot = {
        FileStatus::kFailed,
        {file, "/snapshot", "the snapshot " + std::string(snapshot), entry.table.snapshot}};
  }
  ++generation_;
}

void Store::reset_failed_scores() {
  for (auto& [snapshot, entry] : scores_) {
    if (entry.slot.status == FileStatus::kFailed) entry.slot = {};
  }
}

const ScoreTable* Store::scores(std::string_view snapshot) const {
  if (ready(FileId::kResults) && snapshot == results.main_snapshot) return &results.main;
  const auto at = scores_.find(snapshot);
  const bool loaded = at != scores_.end() && at->second.slot.status == FileStatus::kReady;
  return loaded ? &at->second.table : nullptr;
}

}  // namespace tablero
