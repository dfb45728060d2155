// The page with files that are small and want much (tests/tools/hostile_files.mjs has them for the
// check): it says what is wrong and goes on, soon and in little memory.
#include <gtest/gtest.h>
#include <sanitizer/allocator_interface.h>

#include <atomic>
#include <ctime>
#include <string>

#include "ui/driver.h"

namespace tablero::test {
namespace {

constexpr std::size_t kLimit = 16u << 20;
// The sanitized build on a busy machine; what this is about took from 9 to 60 seconds.
constexpr double kMostSeconds = 6;
constexpr std::size_t kMostBytes = 256u << 20;

// Bytes of the heap in use, and the most there ever were. The hooks cannot be removed again.
std::atomic<long long> in_use{0}, most{0};

void on_malloc(const volatile void* p, std::size_t) {
  const auto size = static_cast<long long>(
      __sanitizer_get_allocated_size(const_cast<const void*>(const_cast<void*>(p))));
  const long long now = in_use += size;
  if (now > most) most = now;
}
void on_free(const volatile void* p) {
  if (p == nullptr) return;
  in_use -= static_cast<long long>(
      __sanitizer_get_allocated_size(const_cast<const void*>(const_cast<void*>(p))));
}

std::string repeated(std::string text, std::string_view item, std::string_view end,
                     std::size_t bytes) {
  while (text.size() + item.size() + end.size() <= bytes) text += item;
  return text.append(end);
}

std::string keys(std::size_t bytes) {
  std::string text = "{\"a\":1";
  for (int i = 1000000; text.size() < bytes; ++i) text += ",\"" + std::to_string(i) + "\":1";
  return text + "}";
}

std::string list(int count, std::string_view begin, std::string_view end) {
  std::string text = "[";
  for (int i = 0; i < count; ++i) {
    text.append(i > 0 ? "," : "").append(begin);
    if (begin == "\"m") text += std::to_string(i);
    text += end;
  }
  return text + "]";
}

struct Case {
  const char* name;
  const char* query;
  const char* file;
  std::string bytes;
};

TEST(HostileFiles, ThePageSaysSoAndGoesOn) {
  static const bool hooked = __sanitizer_install_malloc_and_free_hooks(on_malloc, on_free) > 0;
  ASSERT_TRUE(hooked);
  const Case cases[] = {
      {"0.6 MB of keys", "view=panorama", "data/editions.json", keys(600000)},
      {"2.3 MB of keys", "view=panorama", "data/editions.json", keys(2300000)},
      {"zeros", "view=charlas", "data/events.json", repeated("[0", ",0", "]", kLimit)},
      {"objects", "view=proyectos", "data/projects.json",
       repeated(R"({"version":1,"projects":[{})", ",{}", "]}", kLimit)},
      {"brackets", "view=mapa", "data/cities.json", std::string(kLimit, '[')},
      {"a text", "view=fuentes", "data/sources.json",
       repeated(R"({"version":")", "a", "\"}", kLimit)},
      {"scores", "view=leaderboard&snapshot=latxa-gpt-2024",
       "data/leaderboard/results/latxa-gpt-2024.json",
       R"({"version":1,"snapshot":"latxa-gpt-2024","models":)" + list(20000, "\"m", "\"") +
           ",\"tasks\":" + list(16000, "\"m", "\"") +
           ",\"metrics\":[],\"raw\":" + list(20000, "", "[]") + "}"},
      {"means", "view=leaderboard&snapshot=latxa-gpt-2024",
       "data/leaderboard/results/latxa-gpt-2024.json",
       R"({"version":1,"snapshot":"latxa-gpt-2024","models":)" + list(60000, "\"m", "\"") +
           ",\"tasks\":[],\"means\":" + list(60000, R"({"scope":"all","values":[]})", "") + "}"}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const long long before = in_use;
    most = before;
    const std::clock_t start = std::clock();
    Driver d(c.query, 1280, 800, 1, {{c.file, c.bytes}});
    d.settle();
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, kMostSeconds);
    EXPECT_LT(static_cast<std::size_t>(most - before), kMostBytes);
    // A table of scores that fails leaves the leaderboard; any other file its tab.
    const bool refused =
        d.count(Role::kAlert) > 0 || d.app->store().scores_fault("latxa-gpt-2024") != nullptr;
    EXPECT_TRUE(refused) << "it says what is wrong";
    // Other files are not touched by it.
    d.press(Role::kTab, "Contribuciones");
    d.settle();
    EXPECT_GT(d.app->semantics().nodes().size(), 10u);
    RecordProperty(
        c.name, std::to_string(seconds) + " s, " + std::to_string((most - before) >> 20) + " MB");
  }
}

}  // namespace
}  // namespace tablero::test
