#include "platform/native/native_platform.h"

#include <spawn.h>
#include <unistd.h>

#include <cstdio>

#include "base/unseen.h"
#include "platform/native/disk.h"

namespace tablero {
namespace {

constexpr std::string_view kDataPrefix = "data/";

bool is_web_link(std::string_view url) {
  return url.substr(0, 8) == "https://" || url.substr(0, 7) == "http://";
}

// One line on standard error, whatever `text` quotes.
void say(std::string_view text) { std::fprintf(stderr, "tablero: %s\n", printable(text).c_str()); }

}  // namespace

NativePlatform::NativePlatform(const std::string& data_dir)
    : data_dir_(data_dir.empty() ? find_folder("data") : data_dir),
      asset_dir_(is_folder(program_folder() + "/assets") ? program_folder() + "/assets"
                                                         : find_folder("build/assets")),
      shaders_(find_folder("shaders")) {}

void NativePlatform::fetch(const std::string& path, std::size_t max_bytes, FetchHandler handler) {
  if (!is_inner_path(path)) {
    FetchResult refused;
    refused.error = "not a path below the product's folder";
    handler(std::move(refused));
    return;
  }
  const bool data = std::string_view(path).substr(0, kDataPrefix.size()) == kDataPrefix;
  handler(
      read_file(data ? data_dir_ + "/" + path.substr(kDataPrefix.size()) : asset_dir_ + "/" + path,
                max_bytes));
}

void NativePlatform::set_cursor(Cursor) {}

void NativePlatform::open_link(std::string_view url) {
  if (!is_web_link(url)) return;
  // Executed directly, without a shell, so that a URL cannot inject a command.
  std::string program = "xdg-open", argument(url);
  char* arguments[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0) {
    say(argument);
  }
}

void NativePlatform::copy_text(std::string_view text) { clipboard_ = text; }

std::string NativePlatform::paste_text() { return clipboard_; }

void NativePlatform::save_picture(std::string_view name, const PicturePart& part) {
  picture_ = name;
  picture_part_ = part;
}

void NativePlatform::save_file(std::string_view name, std::string_view, std::string_view bytes) {
  const std::string path(name);
  if (!is_inner_path(path) || path.find('/') != std::string::npos) return;
  const Result<void> written = write_file_whole(path, bytes);
  if (written.ok()) {
    say("wrote " + path);
  } else {
    report_error(written.fault().line());
  }
}

void NativePlatform::share(std::string_view, std::string_view query) { copy_text(link_for(query)); }

// Natively there is no page: the link is the value for --query.
std::string NativePlatform::link_for(std::string_view query) const {
  return "?" + std::string(query);
}

void NativePlatform::set_text_input(const TextInput&) {}

void NativePlatform::set_language(std::string_view) {}

void NativePlatform::publish_state(std::string_view query, bool) { query_ = query; }

void NativePlatform::publish_semantics(const SemanticsNode*, std::size_t, std::string_view) {}

void NativePlatform::announce(std::string_view) {}

void NativePlatform::report_error(std::string_view message) {
  ++errors_;
  say(message);
}

std::string_view NativePlatform::shader_source(std::string_view file_name) {
  return shaders_.read(file_name);
}

bool NativePlatform::shaders_changed() { return std::exchange(shaders_changed_, false); }

bool NativePlatform::look_for_new_shaders() {
  if (shaders_.changed()) shaders_changed_ = true;
  return shaders_changed_;
}

}  // namespace tablero
