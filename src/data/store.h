// Store: owns every table of data/ together with the loading state of its file. It fetches nothing:
// the app looks up which files a tab needs, fetches them through the platform, and hands over bytes
// or a fault.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/cities.h"
#include "data/community.h"
#include "data/contributions.h"
#include "data/corpora.h"
#include "data/countries.h"
#include "data/editions.h"
#include "data/events.h"
#include "data/manifest.h"
#include "data/models.h"
#include "data/projects.h"
#include "data/related.h"
#include "data/results.h"
#include "data/sources.h"
#include "data/sponsors.h"
#include "data/tasks.h"

namespace tablero {

enum class FileId : std::uint8_t {
  kManifest,
  kEditions,
  kCities,
  kCountries,
  kProjects,
  kEvents,
  kSponsors,
  kContributions,
  kCommunity,
  kCorpora,
  kSources,
  kTasks,
  kModels,
  kResults,
  kRelated
};
inline constexpr std::size_t kFileCount = 15;

// Path below data/, e.g. "leaderboard/tasks.json".
std::string_view file_path(FileId id);

enum class FileStatus : std::uint8_t { kIdle, kLoading, kReady, kFailed };

class Store {
 public:
  FileStatus status(FileId id) const { return slots_[index(id)].status; }
  // The fault of a failed file; call it only when status() is failed.
  const Fault& fault(FileId id) const { return slots_[index(id)].fault; }
  bool ready(FileId id) const { return status(id) == FileStatus::kReady; }
  bool ready(std::span<const FileId> files) const;  // all of them
  // The fault of the first of `files` that failed; nullptr when none did.
  const Fault* first_fault(std::span<const FileId> files) const;

  // The app started to fetch this file. A ready table stays readable meanwhile.
  void begin(FileId id);
  // Bytes arrived: the file is now ready, or failed with a fault() that says why. A file that fails
  // keeps no half-read table.
  void accept(FileId id, std::string_view bytes);
  // The fetch itself failed.
  void fail(FileId id, Fault fault);
  // Back to idle, so that the file is fetched again (a retry).
  void reset(FileId id) { slots_[index(id)] = {}; }

  // Scores of a snapshot other than the main one, from data/leaderboard/results/<snapshot>.json.
  FileStatus scores_status(std::string_view snapshot) const;
  const Fault* scores_fault(std::string_view snapshot) const;  // nullptr unless failed
  void begin_scores(std::string_view snapshot);
  void accept_scores(std::string_view snapshot, std::string_view bytes);
  void fail_scores(std::string_view snapshot, Fault fault);
  // The table when ready (the main one comes with results.json), else nullptr.
  const ScoreTable* scores(std::string_view snapshot) const;
  // Those that failed are idle again, so that they are fetched again (a retry).
  void reset_failed_scores();

  // The tables. They are empty until their file is ready; every view can draw that.
  Manifest manifest;
  Editions editions;
  Cities cities;
  Countries countries;
  Projects projects;
  Events events;
  Sponsors sponsors;
  Contributions contributions;
  Community community;
  Corpora corpora;
  Sources sources;
  Tasks tasks;
  Models models;
  Results results;
  Related related;

  // Counts up with every accepted file: views rebuild what they derive when it changes.
  std::uint32_t generation() const { return generation_; }

 private:
  struct Slot {
    FileStatus status = FileStatus::kIdle;
    Fault fault;
  };
  struct ScoreSlot {
    Slot slot;
    ScoreTable table;
  };
  // Puts a loaded table in its place, or its fault into the slot.
  template <class T>
  static void keep(Result<T> loaded, T& table, Slot& slot);
  static std::size_t index(FileId id) { return static_cast<std::size_t>(id); }

  std::array<Slot, kFileCount> slots_;
  std::map<std::string, ScoreSlot, std::less<>> scores_;
  std::uint32_t generation_ = 0;
};

}  // namespace tablero
