// Fetches what the program needs through the platform: first fonts and words, then the files of the
// open tab, each once, several in parallel. Results go into Store and Ui; a fault is kept with its
// file.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/list.h"
#include "data/store.h"
#include "data/strings.h"
#include "platform/platform.h"
#include "state/view_state.h"
#include "views/view_context.h"

namespace tablero {

class Loader {
 public:
  static constexpr std::size_t kMaxFileBytes = 16u << 20;

  // `changed` is called after each arrival or fault.
  Loader(Platform& platform, Store& store, std::function<void()> changed);

  // Fetches the fonts and the words of `lang`. Other languages are fetched when they are chosen.
  void start(const std::string& lang);
  // Fetches the files of `view` that were not requested yet, so that each is ready, loading or
  // failed. Cheap when nothing is missing.
  void want(View view);
  void want_file(FileId id);
  void want_scores(const std::string& snapshot);
  // Base map mesh: 0 = 110m, 1 = 50m.
  void want_map(int level);
  // Whatever failed may be fetched again: files, scores, base maps, the list of languages.
  void retry_failed();

  // The available languages: tag and native name of each; empty until known. The first call fetches
  // the list.
  const Strings& languages();
  bool languages_failed() { return words_[slot_of({})].asked == Asked::kFailed; }

  // Takes the words of `lang`; fetches them if that was not done yet. False while they have not
  // arrived.
  bool take_words(const std::string& lang, Strings& out);
  // Whether fetching the words of `lang` has failed; true once, then they may be requested again.
  bool take_words_fault(const std::string& lang);
  const std::string& font_bytes(int weight) const {
    return fonts_[static_cast<std::size_t>(weight)];
  }
  MapBytes map(int level) const {
    const auto slot = static_cast<std::size_t>(level);
    return {&maps_[slot], map_generation_[slot]};
  }
  bool core_ready() const { return !fonts_[0].empty() && !fonts_[1].empty(); }
  int in_flight() const { return in_flight_; }
  const Fault* map_fault() const { return map_failed_ ? &map_fault_ : nullptr; }

 private:
  void fetch(const std::string& path, std::function<void(FetchResult)> done);
  void fetch_font(int weight, const char* path);

  enum class Asked : std::uint8_t { kNo, kLoading, kArrived, kFailed };
  struct WordsFile {
    std::string lang;
    Asked asked = Asked::kNo;
    Strings words;
  };
  // The index of `lang` in words_; fetches its words if that was not done yet.
  std::size_t slot_of(const std::string& lang);
  // Whether `lang` may exist, as far as is known: a link may name any language. One that does not
  // exist counts as failed, without an error message.
  bool may_ask(const std::string& lang);
  void fetch_words(std::size_t slot);

  Platform& platform_;
  Store& store_;
  std::function<void()> changed_;
  std::array<std::string, 2> fonts_;
  std::array<std::string, 2> maps_;
  std::array<std::uint32_t, 2> map_generation_{};
  std::array<Asked, 2> map_asked_{};
  List<WordsFile> words_;
  Fault map_fault_;
  bool map_failed_ = false;
  int in_flight_ = 0;
  // Cleared by the destructor; fetch handlers that run later check it and do nothing.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);

 public:
  ~Loader() { *alive_ = false; }
  Loader(const Loader&) = delete;
  Loader& operator=(const Loader&) = delete;
};

}  // namespace tablero
