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
#include "tools/folder_lock.h"
#include "tools/journal.h"

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

  // Asks for the folder before it is changed: nobody else imports until this object is gone, and
  // what an import left that was killed is finished or taken back. Fault: another import is at
  // work, or the folder cannot be written.
  Result<void> open_for_change();

  // Asks for a folder that is whole before it is read only: finishes or takes back what an import
  // left that was killed, and waits while one puts its files into place. Fault: that cannot be
  // done.
  Result<void> settle() const;

  // Every fault of the folder as it would be after write(), with file names of this folder. Files
  // that nothing refers to are faults too: the page would publish every file in the folder. What
  // another process changes meanwhile is looked at again.
  List<Fault> check() const;

  // Writes the changed files, all or none (journal.h). Only after open_for_change(). Value: the
  // paths written.
  Result<std::vector<std::string>> write();

 private:
  void check_words(List<Fault>& faults) const;
  void check_kinds(const Words& words, List<Fault>& faults) const;
  void check_strangers(List<Fault>& faults) const;
  List<Fault> check_once() const;
  std::string dir_;
  std::vector<FileChange> changed_;
  FolderLock lock_;
};

}  // namespace tablero
