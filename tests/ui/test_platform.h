// A platform without a window or GPU: files come from the repository, the clock is advanced by
// tests, and requests of the program are recorded.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/list.h"
#include "platform/platform.h"

namespace tablero::test {

// The data folder that the program under test reads: that of the tests, or the one that the
// environment names (TABLERO_TEST_DATA, with TABLERO_TEST_ASSETS for what is made from it).
std::string data_folder();

class TestPlatform final : public Platform {
 public:
  double now() const override { return time += tick; }
  void request_frame() override { ++frame_requests; }
  void request_frame_after(double seconds) override { after_requests.push_back(seconds); }
  void fetch(const std::string& path, std::size_t max_bytes, FetchHandler handler) override;
  void set_cursor(Cursor) override {}
  void open_link(std::string_view url) override { opened.emplace_back(url); }
  void copy_text(std::string_view text) override { copied = text; }
  std::string paste_text() override { return copied; }
  void save_file(std::string_view name, std::string_view, std::string_view bytes) override {
    saved[std::string(name)] = bytes;
  }
  void save_picture(std::string_view name, const PicturePart& part) override {
    pictures[std::string(name)] = part;
  }
  bool can_share() const override { return false; }
  void share(std::string_view, std::string_view) override {}
  std::string link_for(std::string_view query) const override {
    return "https://example.org/?" + std::string(query);
  }
  void set_text_input(const TextInput& input) override { text_input = input; }
  void set_language(std::string_view tag) override { language = tag; }
  void publish_state(std::string_view query, bool push) override {
    states.emplace_back(query);
    pushes += push ? 1 : 0;
  }
  void publish_semantics(const SemanticsNode*, std::size_t, std::string_view) override {}
  void announce(std::string_view text) override { announced = text; }
  void ready() override { ++ready_count; }
  void report_error(std::string_view message) override { errors.emplace_back(message); }
  std::string_view shader_source(std::string_view) override { return {}; }

  mutable double time = 1;
  double tick = 0;  // seconds that pass with each look at the clock
  int frame_requests = 0, ready_count = 0, pushes = 0;
  List<double> after_requests;
  List<std::string> opened, states, errors, fetched;
  std::map<std::string, std::string> saved;
  std::map<std::string, PicturePart> pictures;
  std::string copied, announced, language;
  TextInput text_input;
  // Answers instead of the disk: path -> bytes. A path in `missing` fails with HTTP 404.
  std::map<std::string, std::string> overrides;
  List<std::string> missing;
  // Takes over the answer to a request, at once or later; not set: it is given at once.
  std::function<void(const std::string& path, FetchResult, FetchHandler)> answer;
  // Paths that are not answered until release() is called for them.
  List<std::string> held;
  // Answers what was asked for at `path` while it was held.
  void release(const std::string& path);

 private:
  struct Held {
    std::string path;
    std::size_t max_bytes = 0;
    FetchHandler handler;
  };
  void reply(const std::string& path, std::size_t max_bytes, FetchHandler handler) const;
  std::vector<Held> waiting_;
};

}  // namespace tablero::test
