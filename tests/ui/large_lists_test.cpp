// 5,000 projects and 20,000 events: only what is near the screen is submitted.
#include <gtest/gtest.h>

#include <chrono>

#include "ui/driver.h"

namespace tablero::test {
namespace {

std::string many_projects(int n) {
  std::string json = R"({"version":1,"unlisted_winners":[],"projects":[)";
  for (int i = 0; i < n; ++i) {
    json += (i > 0 ? "," : "");
    json +=
        R"({"id":"2024-p)" + std::to_string(i) + R"(","edition":2024,"name":"Proyecto )" +
        std::to_string(i) +
        R"(","described":true,"topic":"health","sdg":[3],"sources":["web:blog/hackathon-2024"]})";
  }
  return json + "]}";
}

std::string many_events(int n) {
  std::string json = R"({"version":1,"time_zone":"Europe/Madrid","playlists":[],"events":[)";
  for (int i = 0; i < n; ++i) {
    json += (i > 0 ? "," : "");
    json +=
        R"({"id":"2024-e)" + std::to_string(i) + R"(","edition":2024,"date":"2024-03-)" +
        (i % 2 == 0 ? "05" : "19") + R"(","title":"Evento )" + std::to_string(i) +
        R"(","kind":"talk","speakers":[],"language":"es","status":"held","sources":["web:blog/hackathon-2024"]})";
  }
  return json + "]}";
}

struct Case {
  const char* tab;
  const char* file;
  std::string bytes;
  const char* count;
};

TEST(LargeLists, OnlyWhatIsNearTheScreenIsSubmitted) {
  const Case cases[] = {
      {"Proyectos", "data/projects.json", many_projects(5000), "5.000 de 5.000"},
      {"Charlas", "data/events.json", many_events(20000), "20.000 de 20.000"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.tab);
    Driver d("view=contribuciones&theme=light", 1280, 800);
    d.platform.overrides[c.file] = c.bytes;
    d.press(Role::kTab, c.tab);
    ASSERT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kText);
    EXPECT_TRUE(d.has(Role::kStatus, c.count)) << d.texts(Role::kStatus);
    EXPECT_GT(d.count(Role::kListItem), 5);
    EXPECT_LT(d.app->semantics().nodes().size(), 700u);
    // A scroll far down still shows only what is there.
    WheelEvent wheel;
    wheel.x = 600;
    wheel.y = 500;
    wheel.dy = 40000;
    d.app->on_wheel(wheel);
    d.settle();
    EXPECT_GT(d.count(Role::kListItem), 5);
    EXPECT_LT(d.app->semantics().nodes().size(), 700u);
  }
}

}  // namespace
}  // namespace tablero::test
