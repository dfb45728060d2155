// Platform of a browser page: every request goes through host.h to the JavaScript around the
// module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/list.h"
#include "platform/platform.h"

namespace tablero {

class WebPlatform final : public Platform {
 public:
  double now() const override;
  void request_frame() override;
  void request_frame_after(double seconds) override;
  void fetch(const std::string& path, std::size_t max_bytes, FetchHandler handler) override;
  void set_cursor(Cursor cursor) override;
  void open_link(std::string_view url) override;
  void copy_text(std::string_view text) override;
  std::string paste_text() override;
  void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void save_picture(std::string_view name, const PicturePart& part) override;
  bool can_share() const override;
  void share(std::string_view title, std::string_view query) override;
  std::string link_for(std::string_view query) const override;
  void set_text_input(const TextInput& input) override;
  void set_language(std::string_view tag) override;
  void publish_state(std::string_view query, bool push) override;
  void publish_semantics(const SemanticsNode* nodes, std::size_t count,
                         std::string_view text) override;
  void publish_transcript(const SemanticsNode* nodes, std::size_t count, std::string_view text,
                          const PlacedText* texts, std::size_t text_count) override;
  void announce(std::string_view text) override;
  void drew_text(const DrawnText& drawn) override;
  void ready() override;
  void report_error(std::string_view message) override;
  std::string_view shader_source(std::string_view file_name) override;

  // The response to the fetch numbered `request`; an unknown number is ignored.
  void fetched(std::uint32_t request, FetchResult result);

  // Starts recording the texts that are drawn, or stops and returns them as a list of TextRecord
  // (abi.h).
  void record_texts() {
    texts_.clear();
    recording_ = true;
  }
  const char* recorded_texts();

 private:
  void append(const void* bytes, std::size_t size);
  void append_text(const DrawnText& drawn, std::uint32_t node);

  List<char> texts_;
  bool recording_ = false;
  std::map<std::uint32_t, FetchHandler> waiting_;
  std::uint32_t last_request_ = 0;
};

}  // namespace tablero
