// A data folder on disk, changed as a transaction: read as a whole, changed in memory, checked, and
// only then written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/check.h"
#include "data/words.h"

namespace tablero {

class DataFolder {
 public:
  // `dir` empty: the project's data/.
  explicit DataFolder(std::string dir);

  const std::string& dir() const { return dir_; }
  // For faults and messages: `dir`/`path`.
  std::string name_of(std::string_view path) const { return dir_ + "/" + std::string(path); }

  // The file as it would be after write(): changed text if there is any, otherwise what is on disk.
  // Nothing when it cannot be read.
  std::optional<std::string> read(std::string_view path) const;
  // Fault: it cannot be read.
  Result<std::string> must_read(std::string_view path) const;

  // The languages of the interface, a file of i18n/ each: those that the texts of the data are
  // written in first, the others by their tags.
  std::vector<std::string> languages() const;

  // Replaces the content of the file in memory. Nothing is on disk before write().
  void change(std::string path, std::string bytes);
  bool changed() const { return !changed_.empty(); }

  // Every fault of the folder as it would be after write(), with file names of this folder. Files
  // that nothing refers to are faults too: the page would publish every file in the folder.
  List<Fault> check() const;

  // Writes the changed files in the order of change(), each atomically. All are first written to
  // temporary files, so that a full disk changes nothing. Value: the paths written.
  Result<std::vector<std::string>> write();

 private:
  void check_words(List<Fault>& faults) const;
  void check_kinds(const Words& words, List<Fault>& faults) const;
  void check_strangers(List<Fault>& faults) const;
  std::string dir_;
  std::vector<std::pair<std::string, std::string>> changed_;
};

}  // namespace tablero
