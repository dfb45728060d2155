#include "tools/data_folder.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "base/unseen.h"
#include "data/figure.h"
#include "data/json_value.h"
#include "data/words.h"
#include "platform/native/disk.h"

namespace tablero {
namespace {

constexpr std::string_view kInFaults = "data/";  // how check_all() names the folder

constexpr std::string_view kEnding = ".json";

// How long settle() waits for an import that is putting its files into place, and how often it
// looks.
constexpr std::chrono::seconds kPatience{10};
constexpr std::chrono::milliseconds kPause{5};

std::string file_of_language(std::string_view tag) {
  return "i18n/" + std::string(tag) + std::string(kEnding);
}

using WordIndex = std::map<std::string_view, std::string_view>;

WordIndex index_of(const Words& words) { return WordIndex(words.begin(), words.end()); }

// The files below `dir` as "a/b.c", sorted: everything that is not a folder, including hidden files
// and symbolic links (not followed).
std::set<std::string> files_below(const std::string& dir) {
  namespace fs = std::filesystem;
  std::set<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator at(dir, error), end; !error && at != end;
       at.increment(error)) {
    const fs::file_status status = at->symlink_status(error);
    if (!error && !fs::is_directory(status))
      paths.insert(at->path().lexically_relative(dir).generic_string());
  }
  return paths;
}

// Changes with every file that an import puts into the folder, its journal included.
std::int64_t moment_of(const std::string& dir) {
  struct stat info = {};
  if (stat(dir.c_str(), &info) != 0) return 0;
  return info.st_mtim.tv_sec * std::int64_t{1'000'000'000} + info.st_mtim.tv_nsec;
}

}  // namespace

DataFolder::DataFolder(std::string dir) : dir_(dir.empty() ? find_folder("data") : std::move(dir)) {
  while (dir_.size() > 1 && dir_.back() == '/') dir_.pop_back();
}

std::optional<std::string> DataFolder::read(std::string_view path) const {
  for (const auto& [changed_path, bytes] : changed_) {
    if (changed_path == path) return bytes;
  }
  FetchResult file = read_file(name_of(path), kMaxJsonBytes);
  if (!file.ok) return std::nullopt;
  return std::move(file.body);
}

Result<std::string> DataFolder::must_read(std::string_view path) const {
  std::optional<std::string> bytes = read(path);
  if (bytes) return std::move(*bytes);
  return Fault{name_of(path), "", "a file", "nothing that can be read"};
}

std::vector<std::string> DataFolder::languages() const {
  std::vector<std::string> tags;
  DIR* folder = opendir(name_of("i18n").c_str());
  if (folder == nullptr) return tags;
  while (const dirent* entry = readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name.size() > kEnding.size() && name[0] != '.' &&
        name.substr(name.size() - kEnding.size()) == kEnding)
      tags.emplace_back(name.substr(0, name.size() - kEnding.size()));
  }
  closedir(folder);
  // Languages of the texts first, in their order.
  const auto place = [](const std::string& tag) {
    const int own = text_language(tag);
    return own >= 0 ? own : kLanguageCount;
  };
  std::sort(tags.begin(), tags.end(), [&](const std::string& a, const std::string& b) {
    return place(a) != place(b) ? place(a) < place(b) : a < b;
  });
  return tags;
}

// Checks that every language has the words of the first one and names the data's language to use
// instead of its own.
void DataFolder::check_words(List<Fault>& faults) const {
  Words first;
  for (const std::string& tag : languages()) {
    const std::string file = name_of(file_of_language(tag));
    const Result<std::string> bytes = must_read(file_of_language(tag));
    const Result<Words> words = bytes.ok() ? load_words(bytes.value(), file) : bytes.fault();
    if (!words.ok()) {
      faults.push_back(words.fault());
      continue;
    }
    if (first.empty()) {
      first = words.value();
      check_kinds(first, faults);
    }
    const WordIndex index = index_of(words.value());
    for (const auto& [key, text] : first) {
      if (index.count(key) == 0) faults.push_back({file, "/" + key, "a text", "nothing"});
    }
    for (const auto& [key, text] : words.value()) {
      if (const std::string mark = first_unseen(text); !mark.empty()) {
        faults.push_back({file, "/" + key, "a text without characters that are not seen", mark});
      }
    }
    const auto texts = index.find("locale.texts");
    if (texts != index.end() && text_language(texts->second) < 0) {
      faults.push_back({file, "/locale.texts", "es, pt or en", std::string(texts->second)});
    }
  }
}

// Checks that every kind of event has a word in each language; a new kind needs nothing else.
void DataFolder::check_kinds(const Words& words, List<Fault>& faults) const {
  const std::string file(file_path(FileId::kEvents));
  const std::optional<std::string> bytes = read(file);
  if (!bytes) return;
  const Result<Events> events = load_events(*bytes, file);
  if (!events.ok()) return;
  const WordIndex index = index_of(words);
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < events.value().events.size(); ++i) {
    const std::string& kind = events.value().events[i].kind;
    if (!seen.insert(kind).second) continue;
    if (index.count("kind." + kind) == 0) {
      faults.push_back({name_of(file), "/events/" + std::to_string(i) + "/kind",
                        "a kind that has the word kind." + kind + " in i18n/", kind});
    }
  }
}

// Reports every file on disk that is not the manifest, a file or schema that it names, or a file of
// words.
void DataFolder::check_strangers(List<Fault>& faults) const {
  const std::string index(file_path(FileId::kManifest));
  const std::optional<std::string> bytes = read(index);
  if (!bytes) return;
  const Result<Manifest> manifest = load_manifest(*bytes, index);
  if (!manifest.ok()) return;
  // An import may be at work.
  std::set<std::string, std::less<>> known = {index, std::string(kLockFile),
                                              std::string(kJournalFile)};
  for (const ManifestFile& m : manifest.value().files) {
    known.insert(m.path);
    known.insert(m.schema);
  }
  for (const std::string& tag : languages()) known.insert(file_of_language(tag));
  for (const std::string& path : files_below(dir_)) {
    if (known.find(path) != known.end()) continue;
    faults.push_back({name_of(path), "",
                      "only files that manifest.json names, their schemas and words in i18n/",
                      "another one, which would be published"});
  }
}

void DataFolder::change(std::string path, std::string bytes) {
  if (read(path) == bytes) return;
  for (auto& [changed_path, old] : changed_) {
    if (changed_path != path) continue;
    old = std::move(bytes);
    return;
  }
  changed_.emplace_back(std::move(path), std::move(bytes));
}

Result<void> DataFolder::open_for_change() {
  Result<FolderLock> lock = FolderLock::take(dir_);
  if (!lock.ok()) return lock.fault();
  lock_ = std::move(lock.value());
  return recover(dir_);
}

Result<void> DataFolder::settle() const {
  const std::string lock_file = name_of(kLockFile), journal_file = name_of(kJournalFile);
  const auto give_up = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    if (!exists(lock_file) && !exists(journal_file)) return {};
    const Result<FolderLock> lock = FolderLock::take(dir_);
    if (lock.ok()) return recover(dir_);
    // An import that has not begun to write, or a folder that nobody can write.
    if (!exists(journal_file)) return {};
    if (!is_held(lock.fault()) || std::chrono::steady_clock::now() > give_up) return lock.fault();
    std::this_thread::sleep_for(kPause);
  }
}

List<Fault> DataFolder::check() const {
  constexpr int kAttempts = 5;
  for (int i = 1;; ++i) {
    const std::int64_t before = moment_of(dir_);
    List<Fault> faults = check_once();
    if (faults.empty() || i == kAttempts || moment_of(dir_) == before || !settle().ok())
      return faults;
  }
}

List<Fault> DataFolder::check_once() const {
  List<Fault> faults = check_all([this](std::string_view path) { return read(path); });
  for (Fault& f : faults) {
    if (f.file.rfind(kInFaults, 0) == 0) f.file = name_of(f.file.substr(kInFaults.size()));
  }
  check_words(faults);
  check_strangers(faults);
  return faults;
}

Result<std::vector<std::string>> DataFolder::write() {
  const Result<void> written = write_together(dir_, changed_);
  if (!written.ok()) return written.fault();
  std::vector<std::string> names;
  for (const auto& [path, bytes] : changed_) names.push_back(name_of(path));
  changed_.clear();
  return names;
}

}  // namespace tablero
