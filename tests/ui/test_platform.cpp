#include "ui/test_platform.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

namespace tablero::test {
namespace {

std::string chosen(const char* variable, const char* otherwise) {
  const char* own = std::getenv(variable);
  return own != nullptr && *own != '\0' ? own : otherwise;
}

std::string file_for(const std::string& path) {
  if (path.rfind("data/", 0) == 0) return data_folder() + path.substr(4);
  return chosen("TABLERO_TEST_ASSETS", TABLERO_ASSET_DIR) + "/" + path;
}

}  // namespace

std::string data_folder() { return chosen("TABLERO_TEST_DATA", TABLERO_DATA_DIR); }

void TestPlatform::fetch(const std::string& path, std::size_t max_bytes, FetchHandler handler) {
  fetched.push_back(path);
  if (std::find(held.begin(), held.end(), path) != held.end()) {
    waiting_.push_back({path, max_bytes, std::move(handler)});
    return;
  }
  reply(path, max_bytes, std::move(handler));
}

void TestPlatform::release(const std::string& path) {
  std::vector<Held> rest;
  for (Held& each : std::exchange(waiting_, {})) {
    if (each.path == path) {
      reply(path, each.max_bytes, std::move(each.handler));
    } else {
      rest.push_back(std::move(each));
    }
  }
  for (Held& each : rest) waiting_.push_back(std::move(each));
}

void TestPlatform::reply(const std::string& path, std::size_t max_bytes,
                         FetchHandler handler) const {
  FetchResult r;
  const auto override_at = overrides.find(path);
  if (std::find(missing.begin(), missing.end(), path) != missing.end()) {
    r.status = 404;
    r.error = "HTTP 404";
  } else if (override_at != overrides.end()) {
    r.ok = true;
    r.status = 200;
    r.body = override_at->second;
  } else {
    std::ifstream in(file_for(path), std::ios::binary);
    r.ok = static_cast<bool>(in);
    r.status = r.ok ? 200 : 404;
    if (r.ok) {
      r.body.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    } else {
      r.error = "HTTP 404";
    }
  }
  if (r.body.size() > max_bytes) {
    r = {};
    r.error = "larger than " + std::to_string(max_bytes >> 20) + " MB";
  }
  if (answer) {
    answer(path, std::move(r), std::move(handler));
  } else {
    handler(std::move(r));
  }
}

}  // namespace tablero::test
