#include "data/check.h"

#include "base/list.h"
#include "data/references.h"
#include "data/store.h"

namespace tablero {
namespace {

// Loads one file and collects all its faults; true when it is valid and now in the store.
bool load_into(Store& store, FileId id, const ReadFile& read, List<Fault>& faults) {
  const std::string path(file_path(id));
  const std::string file = "data/" + path;
  const std::optional<std::string> bytes = read(path);
  if (!bytes) {
    faults.push_back({file, "", "a file", "nothing"});
    return false;
  }
  // What the page tolerates (an impossible place is left out) is a fault here.
  const std::size_t before = faults.size();
  check_file(id, *bytes, file, faults);
  if (faults.size() > before) return false;
  store.accept(id, *bytes);
  return store.ready(id);
}

}  // namespace

void check_file(FileId id, std::string_view bytes, std::string_view file, List<Fault>& faults) {
  List<Fault>* all = &faults;
  switch (id) {
    case FileId::kManifest:
      (void)load_manifest(bytes, file, all);
      break;
    case FileId::kEditions:
      (void)load_editions(bytes, file, all);
      break;
    case FileId::kCities:
      (void)load_cities(bytes, file, all);
      break;
    case FileId::kCountries:
      (void)load_countries(bytes, file, all);
      break;
    case FileId::kProjects:
      (void)load_projects(bytes, file, all);
      break;
    case FileId::kEvents:
      (void)load_events(bytes, file, all);
      break;
    case FileId::kSponsors:
      (void)load_sponsors(bytes, file, all);
      break;
    case FileId::kContributions:
      (void)load_contributions(bytes, file, all);
      break;
    case FileId::kCommunity:
      (void)load_community(bytes, file, all);
      break;
    case FileId::kCorpora:
      (void)load_corpora(bytes, file, all);
      break;
    case FileId::kSources:
      (void)load_sources(bytes, file, all);
      break;
    case FileId::kTasks:
      (void)load_tasks(bytes, file, all);
      break;
    case FileId::kModels:
      (void)load_models(bytes, file, all);
      break;
    case FileId::kResults:
      (void)load_results(bytes, file, all);
      break;
    case FileId::kRelated:
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
  } steps[] = {{FileId::kEditions, &References::check_editions},
               {FileId::kCities, &References::check_cities},
               {FileId::kCountries, &References::check_countries},
               {FileId::kProjects, &References::check_projects},
               {FileId::kEvents, &References::check_events},
               {FileId::kSponsors, &References::check_sponsors},
               {FileId::kContributions, &References::check_contributions},
               {FileId::kCommunity, &References::check_community},
               {FileId::kCorpora, &References::check_corpora}};
  for (const auto& step : steps) {
    refs.open(file_path(step.id));
    (refs.*step.check)();
  }
  refs.check_leaderboard();
  for (const Snapshot& s : store.results.snapshots) {
    if (s.id == store.results.main_snapshot) {
      refs.open(file_path(FileId::kResults));
      refs.check_snapshot_table(s, store.results.main);
      continue;
    }
    const std::string path = "leaderboard/" + s.file;
    refs.open(path);
    const std::optional<std::string> bytes = read(path);
    if (!bytes) {
      // The table of an older snapshot may be removed together with its entry in the manifest: the
      // page still lists the snapshot and says that the table is missing.
      if (!store.ready(FileId::kManifest) || store.manifest.find(path) != nullptr)
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
