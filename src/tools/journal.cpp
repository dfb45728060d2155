#include "tools/journal.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>

#include "base/text.h"
#include "data/json_value.h"
#include "import/json_edit.h"
#include "platform/native/disk.h"

namespace tablero {
namespace {

constexpr std::size_t kMarkLength = 16;

// One file of a journal: its path inside the folder, and the end of the name of its new content.
struct Entry {
  std::string path, mark;
};

struct Journal {
  bool complete = false;  // every new file is there, and all are to be put into place
  std::vector<Entry> entries;
};

std::string journal_path(const std::string& dir) { return dir + "/" + std::string(kJournalFile); }
std::string journal_draft(const std::string& dir) { return journal_path(dir) + ".new"; }

std::string folder_of(const std::string& path) { return path.substr(0, path.find_last_of('/')); }

std::string temporary_of(const std::string& target, const Entry& entry) {
  return target + ".new-" + entry.mark;
}

// The file that a path of the folder stands for: where a symbolic link leads, otherwise itself.
Result<std::string> target_of(const std::string& dir, const std::string& path) {
  std::string whole = dir + "/" + path;
  struct stat info = {};
  if (lstat(whole.c_str(), &info) != 0 || !S_ISLNK(info.st_mode)) return whole;
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(whole.c_str(), nullptr),
                                                         &std::free);
  if (real == nullptr) return Fault{whole, "", "a link that leads to a file", std::strerror(errno)};
  return std::string(real.get());
}

std::string json_of(const Journal& journal) {
  std::string s =
      std::string("{\"complete\":") + (journal.complete ? "true" : "false") + ",\"files\":[";
  for (const Entry& e : journal.entries) {
    if (s.back() != '[') s += ',';
    s += "{\"path\":" + json_text(e.path) + ",\"mark\":" + json_text(e.mark) + "}";
  }
  return s + "]}\n";
}

bool is_mark(std::string_view text) {
  if (text.size() != kMarkLength) return false;
  for (const char c : text) {
    if (!is_digit(c) && (c < 'a' || c > 'f')) return false;
  }
  return true;
}

std::string text_of(const JsonValue& object, std::string_view key) {
  const JsonValue* v = object.find(key);
  return v != nullptr && v->kind == JsonValue::Kind::kString ? v->text : std::string();
}

// A journal comes from the folder, which anybody may have filled: paths outside it and other names
// than those of new files are refused.
Result<Journal> read_journal(std::string_view bytes, const std::string& file) {
  const Result<JsonValue> parsed = parse_json(bytes, file);
  if (!parsed.ok()) return parsed.fault();
  Journal journal;
  const JsonValue* complete = parsed.value().find("complete");
  const JsonValue* files = parsed.value().find("files");
  if (complete == nullptr || files == nullptr) return Fault{file, "", "a journal", "another file"};
  journal.complete = complete->boolean;
  for (const JsonValue& item : files->items()) {
    Entry e{text_of(item, "path"), text_of(item, "mark")};
    if (!is_inner_path(e.path) || !is_mark(e.mark))
      return Fault{file, "/files", "files of this folder", e.path};
    journal.entries.push_back(std::move(e));
  }
  return journal;
}

Result<void> write_journal(const std::string& dir, const Journal& journal) {
  unlink(journal_draft(dir).c_str());
  Result<NewFile> file = NewFile::write_as(journal_draft(dir), journal_path(dir), json_of(journal));
  return file.ok() ? file.value().put_in_place() : Result<void>(file.fault());
}

void remove_journal(const std::string& dir) {
  unlink(journal_draft(dir).c_str());
  unlink(journal_path(dir).c_str());
}

class Writer {
 public:
  Writer(const std::string& dir, const std::vector<FileChange>& changes)
      : dir_(dir), changes_(changes) {}

  Result<void> run() {
    Result<void> done = prepare();
    if (done.ok()) done = write_journal(dir_, journal_);
    if (done.ok()) done = write_new();
    journal_.complete = true;
    if (done.ok()) done = write_journal(dir_, journal_);
    if (done.ok()) done = put_in_place();
    files_.clear();
    remove_journal(dir_);
    return done;
  }

 private:
  Result<void> prepare() {
    for (const auto& [path, bytes] : changes_) {
      Result<std::string> target = target_of(dir_, path);
      if (!target.ok()) return target.fault();
      if (mkdir(folder_of(target.value()).c_str(), 0777) != 0 && errno != EEXIST)
        return Fault{target.value(), "", "a file that can be written", std::strerror(errno)};
      targets_.push_back(std::move(target.value()));
      journal_.entries.push_back({path, random_digits()});
    }
    return {};
  }

  Result<void> write_new() {
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      Result<NewFile> file = NewFile::write_as(temporary_of(targets_[i], journal_.entries[i]),
                                               targets_[i], changes_[i].second);
      if (!file.ok()) return file.fault();
      files_.push_back(std::move(file.value()));
    }
    return {};
  }

  // A rename that fails although the new file could be written (a file that may not be changed)
  // takes those before it back.
  Result<void> put_in_place() {
    std::vector<std::optional<std::string>> before;
    for (const std::string& target : targets_) {
      FetchResult old = read_file(target, kMaxJsonBytes);
      before.push_back(old.ok ? std::optional(std::move(old.body)) : std::nullopt);
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const Result<void> placed = files_[i].put_in_place();
      if (placed.ok()) continue;
      while (i-- > 0) take_back(targets_[i], before[i]);
      return placed.fault();
    }
    return {};
  }

  static void take_back(const std::string& target, const std::optional<std::string>& before) {
    if (!before) {
      unlink(target.c_str());
      return;
    }
    // What fails here failed a moment ago for a reason that is said already.
    (void)write_file_whole(target, *before);
  }

  const std::string& dir_;
  const std::vector<FileChange>& changes_;
  Journal journal_;
  std::vector<std::string> targets_;
  std::vector<NewFile> files_;
};

}  // namespace

Result<void> write_together(const std::string& dir, const std::vector<FileChange>& changes) {
  return changes.empty() ? Result<void>() : Writer(dir, changes).run();
}

Result<void> recover(const std::string& dir) {
  const std::string path = journal_path(dir);
  if (exists(path)) {
    const FetchResult bytes = read_file(path, kMaxJsonBytes);
    if (!bytes.ok) return Fault{path, "", "a file that can be read", bytes.error};
    const Result<Journal> journal = read_journal(bytes.body, path);
    if (!journal.ok()) return journal.fault();
    for (const Entry& e : journal.value().entries) {
      const Result<std::string> target = target_of(dir, e.path);
      if (!target.ok()) return target.fault();
      const std::string temporary = temporary_of(target.value(), e);
      if (!exists(temporary)) continue;
      // Removed, unless it is put into place.
      NewFile file = NewFile::left_behind(temporary, target.value());
      if (!journal.value().complete) continue;
      const Result<void> placed = file.put_in_place();
      if (placed.ok()) continue;
      file.keep();
      return placed.fault();
    }
  }
  remove_journal(dir);
  return {};
}

}  // namespace tablero
