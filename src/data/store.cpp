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

// Puts a loaded table in its place; nullptr, or the fault of `loaded`.
template <class T>
const Fault* keep(Result<T> loaded, T& table, Fault& fault) {
  if (!loaded.ok()) {
    fault = loaded.fault();
    return &fault;
  }
  table = std::move(loaded.value());
  return nullptr;
}

}  // namespace

std::string_view file_path(FileId id) { return kPaths[static_cast<std::size_t>(id)]; }

const List<FileId>& files_of(DataTab tab) {
  using F = FileId;
  static const std::array<List<FileId>, 7> kFiles = {{
      {F::editions, F::community, F::events, F::projects, F::sponsors},
      {F::cities, F::countries, F::editions},
      {F::results, F::tasks, F::models},  // related: when such a board is wanted
      {F::projects, F::corpora, F::countries},
      {F::contributions, F::countries, F::editions},
      {F::events},
      {F::sources, F::editions, F::community, F::countries, F::sponsors, F::manifest},
  }};
  return kFiles[static_cast<std::size_t>(tab)];
}

bool Store::ready(DataTab tab) const {
  const List<FileId>& files = files_of(tab);
  return std::all_of(files.begin(), files.end(), [&](FileId id) { return ready(id); });
}

const Fault* Store::first_fault(DataTab tab) const {
  for (const FileId id : files_of(tab)) {
    if (status(id) == FileStatus::failed) return &slots_[index(id)].fault;
  }
  return nullptr;
}

void Store::begin(FileId id) { slots_[index(id)].status = FileStatus::loading; }

void Store::fail(FileId id, Fault fault) {
  slots_[index(id)] = {FileStatus::failed, std::move(fault)};
  ++generation_;
}

const Fault* Store::accept(FileId id, std::string_view bytes) {
  Slot& slot = slots_[index(id)];
  const std::string file = "data/" + std::string(file_path(id));
  const Fault* fault = nullptr;
  switch (id) {
    case FileId::manifest:
      fault = keep(load_manifest(bytes, file), manifest, slot.fault);
      break;
    case FileId::editions:
      fault = keep(load_editions(bytes, file), editions, slot.fault);
      break;
    case FileId::cities:
      fault = keep(load_cities(bytes, file), cities, slot.fault);
      break;
    case FileId::countries:
      fault = keep(load_countries(bytes, file), countries, slot.fault);
      break;
    case FileId::projects:
      fault = keep(load_projects(bytes, file), projects, slot.fault);
      break;
    case FileId::events:
      fault = keep(load_events(bytes, file), events, slot.fault);
      break;
    case FileId::sponsors:
      fault = keep(load_sponsors(bytes, file), sponsors, slot.fault);
      break;
    case FileId::contributions:
      fault = keep(load_contributions(bytes, file), contributions, slot.fault);
      break;
    case FileId::community:
      fault = keep(load_community(bytes, file), community, slot.fault);
      break;
    case FileId::corpora:
      fault = keep(load_corpora(bytes, file), corpora, slot.fault);
      break;
    case FileId::sources:
      fault = keep(load_sources(bytes, file), sources, slot.fault);
      break;
    case FileId::tasks:
      fault = keep(load_tasks(bytes, file), tasks, slot.fault);
      break;
    case FileId::models:
      fault = keep(load_models(bytes, file), models, slot.fault);
      break;
    case FileId::results:
      fault = keep(load_results(bytes, file), results, slot.fault);
      break;
    case FileId::related:
      fault = keep(load_related(bytes, file), related, slot.fault);
      break;
  }
  slot.status = fault == nullptr ? FileStatus::ready : FileStatus::failed;
  ++generation_;
  return fault;
}

FileStatus Store::scores_status(std::string_view snapshot) const {
  if (snapshot == results.main_snapshot && ready(FileId::results)) return FileStatus::ready;
  const auto at = scores_.find(snapshot);
  return at == scores_.end() ? FileStatus::idle : at->second.slot.status;
}

const Fault* Store::scores_fault(std::string_view snapshot) const {
  const auto at = scores_.find(snapshot);
  const bool failed = at != scores_.end() && at->second.slot.status == FileStatus::failed;
  return failed ? &at->second.slot.fault : nullptr;
}

void Store::begin_scores(std::string_view snapshot) {
  scores_[std::string(snapshot)].slot.status = FileStatus::loading;
}

void Store::fail_scores(std::string_view snapshot, Fault fault) {
  scores_[std::string(snapshot)].slot = {FileStatus::failed, std::move(fault)};
  ++generation_;
}

const Fault* Store::accept_scores(std::string_view snapshot, std::string_view bytes) {
  ScoreSlot& entry = scores_[std::string(snapshot)];
  const std::string file = "data/leaderboard/results/" + std::string(snapshot) + ".json";
  const Fault* fault = keep(load_scores(bytes, file), entry.table, entry.slot.fault);
  if (fault == nullptr && entry.table.snapshot != snapshot) {
    entry.slot.fault = {file, "/snapshot", "the snapshot " + std::string(snapshot),
                        entry.table.snapshot};
    fault = &entry.slot.fault;
  }
  entry.slot.status = fault == nullptr ? FileStatus::ready : FileStatus::failed;
  ++generation_;
  return fault;
}

const ScoreTable* Store::scores(std::string_view snapshot) const {
  if (ready(FileId::results) && snapshot == results.main_snapshot) return &results.main;
  const auto at = scores_.find(snapshot);
  const bool loaded = at != scores_.end() && at->second.slot.status == FileStatus::ready;
  return loaded ? &at->second.table : nullptr;
}

}  // namespace tablero
