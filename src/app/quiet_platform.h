// A platform for frames that nobody sees: what they ask for is not done, and their texts are kept.
#pragma once

#include <string>

#include "base/list.h"
#include "base/text_arena.h"
#include "platform/platform.h"

namespace tablero {

class QuietPlatform final : public Platform {
 public:
  // `shown`, the platform of those that are seen, must outlive it.
  explicit QuietPlatform(const Platform& shown) : shown_(shown) {}

  // The texts that were drawn since clear(), in drawing order; not yet said to be in any node.
  List<PlacedText>& texts() { return texts_; }
  const List<PlacedText>& texts() const { return texts_; }
  void clear();

  double now() const override { return shown_.now(); }
  void request_frame() override {}
  void request_frame_after(double) override {}
  void fetch(const std::string&, std::size_t, FetchHandler) override {}
  void set_cursor(Cursor) override {}
  void open_link(std::string_view) override {}
  void copy_text(std::string_view) override {}
  std::string paste_text() override { return {}; }
  void save_file(std::string_view, std::string_view, std::string_view) override {}
  void save_picture(std::string_view, const PicturePart&) override {}
  bool can_share() const override { return shown_.can_share(); }
  void share(std::string_view, std::string_view) override {}
  std::string link_for(std::string_view query) const override { return shown_.link_for(query); }
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
  const Platform& shown_;
  List<PlacedText> texts_;
  TextArena bytes_;  // of texts_
};

}  // namespace tablero
