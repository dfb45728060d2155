// Bad data: the tab says which file, where and why; other tabs work; a retry recovers.
#include <gtest/gtest.h>

#include "ui/driver.h"

namespace tablero::test {
namespace {

struct Bad {
  const char* name;
  std::string bytes;
};

TEST(Failure, EachKindOfBadFileIsNamedAndOtherTabsWork) {
  const Bad cases[] = {
      {"empty", ""},
      {"truncated", R"({"version":1,"cities":[{"id":"g1")"},
      {"wrong type", R"({"version":1,"cities":12})"},
      {"web page", "<!doctype html><title>App</title>"},
      {"not json", "hola"},
  };
  for (const Bad& bad : cases) {
    SCOPED_TRACE(bad.name);
    TestPlatform unused;
    Driver d("view=fuentes", 1280, 800);
    d.platform.overrides["data/cities.json"] = bad.bytes;
    d.press(Role::kTab, "Mapa");
    const Found alert = d.get(Role::kAlert, "");
    EXPECT_NE(alert.name.find("cities.json"), std::string::npos) << alert.name;
    EXPECT_TRUE(d.has(Role::kButton, "Reintentar"));
    d.press(Role::kTab, "Charlas");
    EXPECT_EQ(d.count(Role::kAlert), 0);
    d.platform.overrides.clear();
    d.press(Role::kTab, "Mapa");
    d.press(Role::kButton, "Reintentar");
    EXPECT_EQ(d.count(Role::kAlert), 0) << d.texts(Role::kAlert);
    EXPECT_TRUE(d.has(Role::kStatus, "211 de 211"));
  }
}

TEST(Failure, AMissingFileSaysHttp404) {
  Driver d("view=panorama", 1280, 800);
  d.platform.missing.push_back("data/leaderboard/results.json");
  d.press(Role::kTab, "Leaderboard");
  EXPECT_NE(d.texts(Role::kText).find("HTTP 404"), std::string::npos) << d.texts(Role::kText);
}

TEST(Failure, AHugeFileIsRefusedWithItsName) {
  Driver d("view=panorama", 1280, 800);
  d.platform.overrides["data/contributions.json"] = std::string(100u << 20, ' ');
  d.press(Role::kTab, "Contribuciones");
  EXPECT_NE(d.texts(Role::kText).find("data/contributions.json"), std::string::npos)
      << d.texts(Role::kText);
  EXPECT_NE(d.texts(Role::kText).find("larger than 16 MB"), std::string::npos);
}

TEST(Failure, AMissingFontIsReportedToThePage) {
  TestPlatform platform;
  platform.missing.push_back("fonts/inter-400.otf");
  AppOptions options;
  options.gl = false;
  App app(platform, options);
  ASSERT_EQ(platform.errors.size(), 1u);
  EXPECT_NE(platform.errors[0].find("fonts/inter-400.otf"), std::string::npos);
}

}  // namespace
}  // namespace tablero::test
