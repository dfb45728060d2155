// A platform for frames that nobody sees: what they ask for is not done, and their texts are kept.
#pragma once

#include <string>

#include "base/list.h"
#include "platform/platform.h"

namespace tablero {

class QuietPlatform final : public Platform {
 public:
  // `clock` must outlive it.
  explicit QuietPlatform(const Platform& clock) : clock_(clock) {}

  // The texts that were drawn since clear(), in drawing order; their bytes are in text().
  struct Kept {
    DrawnText drawn;  // without its text
    std::size_t offset = 0, length = 0;
  };
  const List<Kept>& kept() const { return kept_; }
  std::string_view text(const Kept& kept) const {
    return {bytes_.data() + kept.offset, kept.length};
  }
  void clear() {
    kept_.clear();
    bytes_.clear();
  }

  double now() const override { return clock_.now(); }
  void request_frame() override {}
  void request_frame_after(double) override {}
  void fetch(const std::string&, std::size_t, FetchHandler) override {}
  void set_cursor(Cursor) override {}
  void open_link(std::string_view) override {}
  void copy_text(std::string_view) override {}
  std::string paste_text() override { return {}; }
  void save_file(std::string_view, std::string_view, std::string_view) override {}
  void save_picture(std::string_view, const PicturePart&) override {}
  bool can_share() const override { return clock_.can_share(); }
  void share(std::string_view, std::string_view) override {}
  std::string link_for(std::string_view query) const override { return clock_.link_for(query); }
  void set_text_input(const TextInput&) override {}
  void set_language(std::string_view) override {}
  void publish_state(std::string_view, bool) override {}
  void publish_semantics(const SemanticsNode*, std::size_t, std::string_view) override {}
  void announce(std::string_view) override {}
  void drew_text(const DrawnText& drawn) override;
  void ready() override {}
  void report_error(std::string_view) override {}
  std::string_view shader_source(std::string_view) override { return {}; }

 private:
  const Platform& clock_;
  List<Kept> kept_;
  List<char> bytes_;
};

}  // namespace tablero
