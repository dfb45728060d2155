#include "tools/data_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "base/list.h"
#include "data/json_value.h"
#include "platform/native/disk.h"

namespace tablero {
namespace {

constexpr std::string_view kInFaults = "data/";  // how check_all() names the folder

std::string folder_of(const std::string& path) { return path.substr(0, path.find_last_of('/')); }

}  // namespace

DataFolder::DataFolder(std::string dir) : dir_(dir.empty() ? find_folder("data") : std::move(dir)) {
  while (dir_.size() > 1 && dir_.back() == '/') dir_.pop_back();
}

std::optional<std::string> DataFolder::read(std::string_view path) const {
  for (const auto& [changed_path, bytes] : changed_) {
    if (changed_path == path) return bytes;
  }
  FetchResult file = read_file(name_of(path), kMaxJsonBytes);
  if (!file.ok) return std::nullopt;
  return std::move(file.body);
}

Result<std::string> DataFolder::must_read(std::string_view path) const {
  std::optional<std::string> bytes = read(path);
  if (bytes) return std::move(*bytes);
  return Fault{name_of(path), "", "a file", "nothing that can be read"};
}

void DataFolder::change(std::string path, std::string bytes) {
  if (read(path) == bytes) return;
  for (auto& [changed_path, old] : changed_) {
    if (changed_path != path) continue;
    old = std::move(bytes);
    return;
  }
  changed_.emplace_back(std::move(path), std::move(bytes));
}

List<Fault> DataFolder::check() const {
  List<Fault> faults = check_all([this](std::string_view path) { return read(path); });
  for (Fault& f : faults) {
    if (f.file.rfind(kInFaults, 0) == 0) f.file = name_of(f.file.substr(kInFaults.size()));
  }
  return faults;
}

Result<List<std::string>> DataFolder::write() {
  List<std::pair<std::string, std::string>> parts;  // written beside, and where it belongs
  const auto give_up = [&](const std::string& path, const std::string& reason) {
    for (const auto& part : parts) unlink(part.first.c_str());
    return Fault{path, "", "a file that can be written", reason};
  };
  for (const auto& [path, bytes] : changed_) {
    const std::string target = name_of(path);
    if (mkdir(folder_of(target).c_str(), 0777) != 0 && errno != EEXIST) {
      return give_up(target, std::strerror(errno));
    }
    const std::string part = target + ".new" + std::to_string(getpid());
    const Result<bool> written = write_file_whole(part, bytes);
    if (!written.ok()) return give_up(target, written.fault().found);
    parts.emplace_back(part, target);
  }
  List<std::string> names;
  for (const auto& [part, target] : parts) {
    if (std::rename(part.c_str(), target.c_str()) != 0)
      return give_up(target, std::strerror(errno));
    names.push_back(target);
  }
  changed_.clear();
  return names;
}

}  // namespace tablero
