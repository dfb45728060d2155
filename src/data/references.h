// Checks the references between the files of data/ (referential integrity). Private to the checker.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/list.h"
#include "data/check.h"
#include "data/store.h"

namespace tablero {

// Walks the loaded tables and reports dangling references. A file that did not load is an empty
// table: references into it are not checked.
class References {
 public:
  References(const Store& store, List<Fault>& faults);

  void check_editions();
  void check_cities();
  void check_countries();
  void check_projects();
  void check_events();
  void check_sponsors();
  void check_contributions();
  void check_community();
  void check_corpora();
  void check_leaderboard();
  void check_table(const ScoreTable& t, const std::string& pointer);
  void check_snapshot_table(const Snapshot& s, const ScoreTable& t);
  void check_manifest(const ReadFile& read);
  void open(std::string_view path);

 private:
  // Ids are looked up in an index: a search in the table for each would take quadratic time.
  using Ids = std::set<std::string_view>;

  void wrong(std::string pointer, std::string expected, std::string found);
  void sources(const SourceIds& ids, const std::string& pointer) {
    if (!s_.ready(FileId::kSources)) return;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (s_.sources.find(ids[i]) == nullptr) {
        wrong(pointer + "/sources/" + std::to_string(i), "the id of a source in sources.json",
              ids[i]);
      }
    }
  }
  void country(const std::string& iso2, const std::string& pointer) {
    if (s_.ready(FileId::kCountries) && s_.countries.find(iso2) == nullptr) {
      wrong(pointer, "a country of countries.json", iso2);
    }
  }
  void edition(int year, const std::string& pointer) {
    if (year != 0 && s_.ready(FileId::kEditions) && s_.editions.find(year) == nullptr) {
      wrong(pointer, "the year of an edition", std::to_string(year));
    }
  }
  void project(const std::string& id, const std::string& pointer) {
    if (!id.empty() && s_.ready(FileId::kProjects) && projects_.count(id) == 0) {
      wrong(pointer, "the id of a project", id);
    }
  }
  void claims(const List<std::string>& ids, const std::string& pointer) {
    if (!s_.ready(FileId::kEditions)) return;
    for (const std::string& id : ids) {
      if (claims_.count(id) == 0) wrong(pointer, "the id of a claim", id);
    }
  }
  void check_claims(const List<Claim>& list, const std::string& pointer);
  void check_derived(const Edition& e, const std::string& pointer);

  const Store& s_;
  List<Fault>& faults_;
  std::string file_;
  std::size_t of_file_ = 0;                              // faults of `file_` so far
  Ids projects_, events_, claims_, tasks_, task_names_;  // names: ids and aliases
};

}  // namespace tablero
