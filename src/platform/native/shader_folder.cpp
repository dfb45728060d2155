#include "platform/native/shader_folder.h"

#include <filesystem>
#include <functional>
#include <system_error>

#include "platform/native/disk.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxShaderBytes = 1u << 20;

}  // namespace

ShaderFolder::ShaderFolder(std::string folder) : folder_(std::move(folder)), seen_(state()) {}

std::string_view ShaderFolder::read(std::string_view file_name) {
  text_.clear();
  if (!is_inner_path(file_name)) return {};
  FetchResult file = read_file(folder_ + "/" + std::string(file_name), kMaxShaderBytes);
  if (file.ok) text_ = std::move(file.body);
  return text_;
}

bool ShaderFolder::changed() {
  const std::uint64_t now = state();
  if (now == seen_) return false;
  seen_ = now;
  return true;
}

std::uint64_t ShaderFolder::state() const {
  std::uint64_t sum = 0;
  std::error_code error;
  std::filesystem::directory_iterator entry(folder_, error);
  const std::filesystem::directory_iterator end;
  for (; !error && entry != end; entry.increment(error)) {
    std::error_code gone;  // a file may vanish between listing and stat: it then counts as 0
    const auto time = entry->last_write_time(gone).time_since_epoch().count();
    const auto size = entry->file_size(gone);
    const std::string key =
        entry->path().filename().string() + ":" + std::to_string(time) + ":" + std::to_string(size);
    sum += std::hash<std::string>{}(key);  // a sum: the order of directory entries is unspecified
  }
  return sum;
}

}  // namespace tablero
