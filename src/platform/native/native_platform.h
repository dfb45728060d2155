// What the windowed and the headless platform share: files, shaders, links, the state.
#pragma once

#include <string>

#include "platform/native/shader_folder.h"
#include "platform/platform.h"

namespace tablero {

class NativePlatform : public Platform {
 public:
  // `data_dir`: folder of the data files; empty for the project's own.
  explicit NativePlatform(const std::string& data_dir);

  // The last query that the program published.
  const std::string& query() const { return query_; }

  void fetch(const std::string& path, std::size_t max_bytes, FetchHandler handler) override;
  void set_cursor(Cursor cursor) override;
  void open_link(std::string_view url) override;
  void copy_text(std::string_view text) override;
  std::string paste_text() override;
  void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void save_picture(std::string_view name, const PicturePart& part) override;
  bool can_share() const override { return false; }
  void share(std::string_view title, std::string_view query) override;
  std::string link_for(std::string_view query) const override;
  void set_text_input(const TextInput& input) override;
  void set_language(std::string_view tag) override;
  void publish_state(std::string_view query, bool push) override;
  void publish_semantics(const SemanticsNode* nodes, std::size_t count,
                         std::string_view text) override;
  void announce(std::string_view text) override;
  void ready() override { ready_ = true; }
  void report_error(std::string_view message) override;
  std::string_view shader_source(std::string_view file_name) override;
  bool shaders_changed() override;

  bool is_ready() const { return ready_; }
  // How many errors the program reported so far; each was printed on standard error.
  int error_count() const { return errors_; }

 protected:
  std::string picture_;  // file name for a picture of this frame, empty: not asked for
  PicturePart picture_part_;

  // Polls the shader files on disk; true when shaders_changed() will return true.
  bool look_for_new_shaders();

 private:
  std::string data_dir_, asset_dir_;
  ShaderFolder shaders_;
  std::string query_, clipboard_;
  bool shaders_changed_ = false;
  bool ready_ = false;
  int errors_ = 0;
};

}  // namespace tablero
