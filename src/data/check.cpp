#include "data/check.h"

#include "base/list.h"
#include "data/references.h"
#include "data/store.h"

namespace tablero {
namespace {

// Loads one file with all its faults; true when it is sound and now in the store.
bool load_into(Store& store, FileId id, const ReadFile& read, List<Fault>& faults) {
  const std::string path(file_path(id));
  const std::string file = "data/" + path;
  const std::optional<std::string> bytes = read(path);
  if (!bytes) {
    faults.push_back({file, "", "a file", "nothing"});
    return false;
  }
  // What a reader forgives (an impossible place is left out) is a fault here.
  const std::size_t before = faults.size();
  check_file(id, *bytes, file, faults);
  return faults.size() == before && store.accept(id, *bytes) == nullptr;
}

}  // namespace

void check_file(FileId id, std::string_view bytes, std::string_view file, List<Fault>& faults) {
  List<Fault>* all = &faults;
  switch (id) {
    case FileId::manifest:
      (void)load_manifest(bytes, file, all);
      break;
    case FileId::editions:
      (void)load_editions(bytes, file, all);
      break;
    case FileId::cities:
      (void)load_cities(bytes, file, all);
      break;
    case FileId::countries:
      (void)load_countries(bytes, file, all);
      break;
    case FileId::projects:
      (void)load_projects(bytes, file, all);
      break;
    case FileId::events:
      (void)load_events(bytes, file, all);
      break;
    case FileId::sponsors:
      (void)load_sponsors(bytes, file, all);
      break;
    case FileId::contributions:
      (void)load_contributions(bytes, file, all);
      break;
    case FileId::community:
      (void)load_community(bytes, file, all);
      break;
    case FileId::corpora:
      (void)load_corpora(bytes, file, all);
      break;
    case FileId::sources:
      (void)load_sources(bytes, file, all);
      break;
    case FileId::tasks:
      (void)load_tasks(bytes, file, all);
      break;
    case FileId::models:
      (void)load_models(bytes, file, all);
      break;
    case FileId::results:
      (void)load_results(bytes, file, all);
      break;
    case FileId::related:
      (void)load_related(bytes, file, all);
      break;
  }
}

List<Fault> check_all(const ReadFile& read) {
  List<Fault> faults;
  Store store;
  for (std::size_t i = 0; i < kFileCount; ++i)
    load_into(store, static_cast<FileId>(i), read, faults);
  References refs(store, faults);
  const struct {
    FileId id;
    void (References::*check)();
  } steps[] = {{FileId::editions, &References::check_editions},
               {FileId::cities, &References::check_cities},
               {FileId::countries, &References::check_countries},
               {FileId::projects, &References::check_projects},
               {FileId::events, &References::check_events},
               {FileId::sponsors, &References::check_sponsors},
               {FileId::contributions, &References::check_contributions},
               {FileId::community, &References::check_community},
               {FileId::corpora, &References::check_corpora}};
  for (const auto& step : steps) {
    refs.open(file_path(step.id));
    (refs.*step.check)();
  }
  refs.check_leaderboard();
  for (const Snapshot& s : store.results.snapshots) {
    if (s.id == store.results.main_snapshot) {
      refs.open(file_path(FileId::results));
      refs.check_snapshot_table(s, store.results.main);
      continue;
    }
    const std::string path = "leaderboard/" + s.file;
    refs.open(path);
    const std::optional<std::string> bytes = read(path);
    if (!bytes) {
      // The table of an older snapshot may be taken away, with its entry in the manifest: the page
      // goes on telling of the snapshot and says that the table is not there.
      if (!store.ready(FileId::manifest) || store.manifest.find(path) != nullptr)
        faults.push_back({"data/" + path, "", "a file", "nothing"});
      continue;
    }
    const Result<ScoreTable> table = load_scores(*bytes, "data/" + path, &faults);
    if (!table.ok()) continue;
    refs.check_table(table.value(), "");
    refs.check_snapshot_table(s, table.value());
  }
  refs.check_manifest(read);
  return faults;
}

}  // namespace tablero
