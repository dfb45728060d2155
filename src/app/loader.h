// Fetches what the program needs through the platform: first fonts and words, then the files of the
// open tab, each once, several at a time. Results go into Store and Ui; faults stay with their
// file.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "data/store.h"
#include "platform/platform.h"
#include "state/view_state.h"
#include "ui/strings.h"

namespace tablero {

class Loader {
 public:
  static constexpr std::size_t kMaxFileBytes = 16u << 20;

  // CHANGED is called after each arrival or fault.
  Loader(Platform& platform, Store& store, std::function<void()> changed);

  // Fonts and the words of LANG. Other languages follow when they are chosen.
  void start(Language lang);
  // Sees to it that every file of VIEW is ready, loading or failed. Cheap when nothing is missing.
  void want(View view);
  void want_file(FileId id);
  void want_scores(const std::string& snapshot);
  // Base map mesh: 0 = 110m, 1 = 50m.
  void want_map(int level);
  void retry_failed();

  // Takes what has arrived since the last call; false when there is nothing.
  bool take_words(Language lang, Strings& out);
  const std::string& font_bytes(int weight) const {
    return fonts_[static_cast<std::size_t>(weight)];
  }
  const std::string& map_bytes(int level) const { return maps_[static_cast<std::size_t>(level)]; }
  std::uint32_t map_generation(int level) const {
    return map_generation_[static_cast<std::size_t>(level)];
  }
  bool core_ready() const { return !fonts_[0].empty() && !fonts_[1].empty(); }
  bool core_failed() const { return core_failed_; }
  int in_flight() const { return in_flight_; }
  const Fault* map_fault() const { return map_failed_ ? &map_fault_ : nullptr; }

 private:
  void fetch(const std::string& path, std::function<void(FetchResult)> done);
  void fetch_font(int weight, const char* path);
  void fetch_words(Language lang);

  enum class Asked : std::uint8_t { kNo, kLoading, kArrived, kTaken, kFailed };

  Platform& platform_;
  Store& store_;
  std::function<void()> changed_;
  std::array<std::string, 2> fonts_;
  std::array<std::string, 2> maps_;
  std::array<std::uint32_t, 2> map_generation_{};
  std::array<Asked, 2> map_asked_{};
  std::array<Asked, kLanguageCount> words_asked_{};
  std::array<Strings, kLanguageCount> words_;
  Fault map_fault_;
  bool map_failed_ = false;
  bool core_failed_ = false;
  int in_flight_ = 0;
  // Cleared by the destructor; answers that come later find it and stop.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);

 public:
  ~Loader() { *alive_ = false; }
  Loader(const Loader&) = delete;
  Loader& operator=(const Loader&) = delete;
};

}  // namespace tablero
