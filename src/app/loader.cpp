#include "app/loader.h"

#include <utility>

#include "data/words.h"

namespace tablero {
namespace {

constexpr const char* kFontPaths[] = {"fonts/inter-400.otf", "fonts/inter-600.otf"};
constexpr const char* kMapPaths[] = {"map/110m.bin", "map/50m.bin"};

// Made by the build from what lies in data/i18n: tag -> name.
constexpr const char* kLanguages = "";  // stands for it among the files of words

std::string path_of(const std::string& lang) {
  return lang.empty() ? "languages.json" : "data/i18n/" + lang + ".json";
}

Fault fetch_fault(const std::string& path, const FetchResult& r) {
  return {path, "", "the file", r.error.empty() ? "no answer" : r.error};
}

}  // namespace

Loader::Loader(Platform& platform, Store& store, std::function<void()> changed)
    : platform_(platform), store_(store), changed_(std::move(changed)) {}

void Loader::fetch(const std::string& path, std::function<void(FetchResult)> done) {
  ++in_flight_;
  std::shared_ptr<bool> alive = alive_;
  platform_.fetch(path, kMaxFileBytes, [this, alive, done = std::move(done)](FetchResult r) {
    if (!*alive) return;
    --in_flight_;
    done(std::move(r));
    changed_();
  });
}

void Loader::start(const std::string& lang) {
  for (int weight = 0; weight < 2; ++weight) fetch_font(weight, kFontPaths[weight]);
  slot_of(lang);
}

void Loader::fetch_font(int weight, const char* path) {
  fetch(path, [this, weight, path](FetchResult r) {
    // OpenType fonts start with "OTTO" (CFF) or 00 01 00 00 (glyf).
    const bool font =
        r.body.size() > 12 && (r.body.compare(0, 4, "OTTO") == 0 ||
                               r.body.compare(0, 4, std::string_view("\0\1\0\0", 4)) == 0);
    if (r.ok && font) {
      fonts_[static_cast<std::size_t>(weight)] = std::move(r.body);
      return;
    }
    Fault fault = fetch_fault(path, r);
    if (r.ok) {
      fault.expected = "a font";
      fault.found = "another kind of file";
    }
    platform_.report_error(fault.line());
  });
}

std::size_t Loader::slot_of(const std::string& lang) {
  std::size_t slot = 0;
  while (slot < words_.size() && words_[slot].lang != lang) ++slot;
  if (slot == words_.size()) {
    words_.emplace_back();
    words_.back().lang = lang;
  }
  if (words_[slot].asked == Asked::kNo && may_ask(lang)) fetch_words(slot);
  return slot;
}

bool Loader::may_ask(const std::string& lang) {
  if (lang.empty() || text_language(lang) >= 0) return true;
  const WordsFile& list = words_[slot_of(kLanguages)];
  if (list.asked == Asked::kLoading) return false;
  if (list.words.has(lang)) return true;
  for (WordsFile& file : words_) {
    if (file.lang == lang) file.asked = Asked::kFailed;
  }
  return false;
}

void Loader::fetch_words(std::size_t slot) {
  words_[slot].asked = Asked::kLoading;
  fetch(path_of(words_[slot].lang), [this, slot](const FetchResult& r) {
    WordsFile& file = words_[slot];
    const std::string path = path_of(file.lang);
    Result<Words> words = r.ok ? load_words(r.body, path) : fetch_fault(path, r);
    file.asked = words.ok() ? Asked::kArrived : Asked::kFailed;
    if (words.ok()) {
      file.words = Strings(std::move(words.value()));
    } else {
      platform_.report_error(words.fault().line());
    }
  });
}

bool Loader::take_words(const std::string& lang, Strings& out) {
  const WordsFile& file = words_[slot_of(lang)];
  if (file.asked != Asked::kArrived) return false;
  out = file.words;
  return true;
}

bool Loader::take_words_fault(const std::string& lang) {
  slot_of(lang);
  for (WordsFile& file : words_) {
    if (file.lang != lang || file.asked != Asked::kFailed) continue;
    file.asked = Asked::kNo;
    return true;
  }
  return false;
}

const Strings& Loader::languages() { return words_[slot_of(kLanguages)].words; }

void Loader::want(View view) {
  for (FileId id : files_of(static_cast<DataTab>(view))) want_file(id);
  // The filter bar, the same on every tab, offers editions and countries.
  want_file(FileId::editions);
  want_file(FileId::countries);
}

void Loader::want_file(FileId id) {
  if (store_.status(id) != FileStatus::idle) return;
  store_.begin(id);
  const std::string path = "data/" + std::string(file_path(id));
  fetch(path, [this, id, path](const FetchResult& r) {
    if (r.ok) {
      store_.accept(id, r.body);
    } else {
      store_.fail(id, fetch_fault(path, r));
    }
  });
}

void Loader::want_scores(const std::string& snapshot) {
  if (store_.scores_status(snapshot) != FileStatus::idle) return;
  const Snapshot* s = store_.results.find(snapshot);
  if (s == nullptr || s->file.empty()) return;
  store_.begin_scores(snapshot);
  const std::string path = "data/leaderboard/" + s->file;
  fetch(path, [this, snapshot, path](const FetchResult& r) {
    if (r.ok) {
      store_.accept_scores(snapshot, r.body);
    } else {
      store_.fail_scores(snapshot, fetch_fault(path, r));
    }
  });
}

void Loader::want_map(int level) {
  const auto slot = static_cast<std::size_t>(level);
  if (map_asked_[slot] != Asked::kNo) return;
  map_asked_[slot] = Asked::kLoading;
  const char* path = kMapPaths[level];
  fetch(path, [this, slot, path](FetchResult r) {
    if (r.ok) {
      maps_[slot] = std::move(r.body);
      ++map_generation_[slot];
      map_asked_[slot] = Asked::kArrived;
      return;
    }
    map_fault_ = fetch_fault(path, r);
    map_failed_ = true;
    map_asked_[slot] = Asked::kFailed;
  });
}

void Loader::retry_failed() {
  for (std::size_t i = 0; i < kFileCount; ++i) {
    const auto id = static_cast<FileId>(i);
    if (store_.status(id) == FileStatus::failed) store_.reset(id);
  }
  for (Asked& asked : map_asked_) {
    if (asked == Asked::kFailed) asked = Asked::kNo;
  }
  map_failed_ = false;
  changed_();
}

}  // namespace tablero
