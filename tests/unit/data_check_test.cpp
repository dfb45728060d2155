// References between files, and the store.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <span>

#include "base/list.h"
#include "data/check.h"
#include "data/store.h"
#include "data_support.h"

namespace tablero {
namespace {

using test::frozen;
using test::read_data;
using test::replaced;

// The frozen folder with one file changed.
List<Fault> check_with(std::string_view path, std::optional<std::string> bytes) {
  return check_all([&](std::string_view p) { return p == path ? bytes : read_data(p); });
}

std::string lines(const List<Fault>& faults) {
  std::string s;
  for (const Fault& f : faults) s += f.line() + "\n";
  return s;
}

bool has(const List<Fault>& faults, std::string_view line) {
  for (const Fault& f : faults) {
    if (f.line() == line) return true;
  }
  return false;
}

TEST(Check, FrozenFolderIsSound) {
  const List<Fault> faults = check_all(read_data);
  EXPECT_TRUE(faults.empty()) << lines(faults);
}

TEST(Check, FileGone) {
  const auto faults = check_with("editions.json", std::nullopt);
  EXPECT_TRUE(has(faults, "data/editions.json: expected a file, found nothing")) << lines(faults);
}

TEST(Check, UnknownSource) {
  const auto faults = check_with(
      "projects.json",
      replaced(frozen("projects.json"), "\"web:blog/hackathon-2022\"", "\"web:nowhere\""));
  ASSERT_EQ(faults.size(), 1u) << lines(faults);
  EXPECT_EQ(faults[0].expected, "the id of a source in sources.json");
  EXPECT_EQ(faults[0].found, "web:nowhere");
  EXPECT_EQ(faults[0].file, "data/projects.json");
}

TEST(Check, UnknownCountry) {
  const auto faults = check_with(
      "cities.json", replaced(frozen("cities.json"), "\"country\":\"PE\"", "\"country\":\"QQ\""));
  ASSERT_EQ(faults.size(), 1u) << lines(faults);
  EXPECT_EQ(faults[0].expected, "a country of countries.json");
  EXPECT_EQ(faults[0].found, "QQ");
}

TEST(Check, UnknownTaskAndModel) {
  const std::string path = "leaderboard/results/latxa-gpt-2024.json";
  const auto task = check_with(path, replaced(frozen(path), "\"eus_trivia\"", "\"eus_nothing\""));
  ASSERT_EQ(task.size(), 1u) << lines(task);
  EXPECT_EQ(task[0].expected, "a task of tasks.json");
  const auto model =
      check_with(path, replaced(frozen(path), "\"openai/gpt-4-0613\"", "\"openai/gpt-9\""));
  ASSERT_EQ(model.size(), 1u) << lines(model);
  EXPECT_EQ(model[0].expected, "a model of models.json");
  EXPECT_EQ(model[0].found, "openai/gpt-9");
}

TEST(Check, UnknownEditionEventAndClaim) {
  const auto year = check_with(
      "sponsors.json", replaced(frozen("sponsors.json"), "\"edition\":2023", "\"edition\":2033"));
  ASSERT_EQ(year.size(), 1u) << lines(year);
  EXPECT_EQ(year[0].expected, "the year of an edition");
  const auto event = check_with(
      "community.json",
      replaced(frozen("community.json"), "\"event\":\"2023-01\"", "\"event\":\"2023-99\""));
  ASSERT_EQ(event.size(), 1u) << lines(event);
  EXPECT_EQ(event[0].pointer, "/videos/rows/0/event");
  const auto claim = check_with("contributions.json",
                                replaced(frozen("contributions.json"), "\"C25-03\"", "\"C25-99\""));
  ASSERT_EQ(claim.size(), 1u) << lines(claim);
  EXPECT_EQ(claim[0].expected, "the id of a claim");
}

TEST(Check, CountsFromListsMustAgree) {
  const auto faults = check_with(
      "editions.json", replaced(frozen("editions.json"), "\"metric\":\"events\",\"value\":21",
                                "\"metric\":\"events\",\"value\":22"));
  ASSERT_EQ(faults.size(), 1u) << lines(faults);
  EXPECT_EQ(faults[0].expected, "21, the count of the list");
  EXPECT_EQ(faults[0].found, "22");
}

TEST(Check, ManifestListsWhatExists) {
  const auto faults = check_with(
      "manifest.json",
      replaced(frozen("manifest.json"), "\"path\":\"events.json\"", "\"path\":\"evenst.json\""));
  EXPECT_TRUE(has(
      faults,
      "data/manifest.json: /files: expected an entry for every file, found none for events.json"))
      << lines(faults);
}

// One without an entry is taken away rather than lost.
TEST(Check, TablesOfOlderSnapshotsMayBeTakenAway) {
  constexpr std::string_view kTable = "leaderboard/results/tango-2025-07.json";
  const std::string index = read_data("manifest.json").value();
  const auto check_without = [&](const std::string& manifest) {
    return check_all([&](std::string_view p) -> std::optional<std::string> {
      if (p == kTable) return std::nullopt;
      return p == "manifest.json" ? manifest : read_data(p);
    });
  };
  EXPECT_TRUE(has(check_without(index),
                  "data/" + std::string(kTable) + ": expected a file, found nothing"));
  nlohmann::json without = nlohmann::json::parse(index);
  auto& files = without["files"];
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i]["path"] == kTable) files.erase(i--);
  }
  const auto faults = check_without(without.dump());
  EXPECT_TRUE(faults.empty()) << lines(faults);
}

TEST(Check, EveryFaultOfEveryFileIsListed) {
  const auto faults = check_all([&](std::string_view p) -> std::optional<std::string> {
    if (p == "events.json") return "<html>";
    if (p == "cities.json") return "{";
    return read_data(p);
  });
  EXPECT_TRUE(has(faults, "data/events.json: expected JSON, found a web page instead of JSON"));
  EXPECT_TRUE(has(
      faults,
      "data/cities.json: line 1, byte 1: expected the rest of the file, found its end (cut off?)"))
      << lines(faults);
}

TEST(Store, FilesGoTheirOwnWays) {
  Store store;
  EXPECT_EQ(store.status(FileId::kCities), FileStatus::kIdle);
  store.begin(FileId::kCities);
  EXPECT_EQ(store.status(FileId::kCities), FileStatus::kLoading);
  store.accept(FileId::kCities, frozen("cities.json"));
  EXPECT_TRUE(store.ready(FileId::kCities));
  EXPECT_FALSE(store.cities.cities.empty());

  store.begin(FileId::kCountries);
  store.accept(FileId::kCountries, "<!doctype html>");
  EXPECT_EQ(store.status(FileId::kCountries), FileStatus::kFailed);
  EXPECT_EQ(store.fault(FileId::kCountries).line(),
            "data/countries.json: expected JSON, found a web page instead of JSON");
  EXPECT_TRUE(store.countries.countries.empty());
  EXPECT_TRUE(store.ready(FileId::kCities));
  const FileId both[] = {FileId::kCities, FileId::kCountries};
  EXPECT_FALSE(store.ready(both));
  EXPECT_TRUE(store.ready(std::span(both).first(1)));
  EXPECT_EQ(store.first_fault(both), &store.fault(FileId::kCountries));
  EXPECT_EQ(store.first_fault(std::span(both).first(1)), nullptr);

  store.accept(FileId::kCountries, frozen("countries.json"));  // the retry
  EXPECT_TRUE(store.ready(FileId::kCountries));
}

TEST(Store, AFailedReloadKeepsTheTable) {
  Store store;
  store.accept(FileId::kEvents, frozen("events.json"));
  ASSERT_TRUE(store.ready(FileId::kEvents));
  const std::uint32_t before = store.generation();
  store.accept(FileId::kEvents, "{}");
  EXPECT_EQ(store.status(FileId::kEvents), FileStatus::kFailed);
  EXPECT_EQ(store.events.events.size(), 83u);
  EXPECT_GT(store.generation(), before);
  store.fail(FileId::kEvents, {"data/events.json", "", "an answer", "status 404"});
  EXPECT_EQ(store.fault(FileId::kEvents).found, "status 404");
}

TEST(Store, ScoresOfOtherSnapshots) {
  Store store;
  EXPECT_EQ(store.scores("lb-2025-07"), nullptr);
  store.accept(FileId::kResults, frozen("leaderboard/results.json"));
  ASSERT_NE(store.scores("lb-2025-07"), nullptr);
  EXPECT_EQ(store.scores_status("lb-2025-07"), FileStatus::kReady);
  EXPECT_EQ(store.scores("latxa-2024"), nullptr);
  store.begin_scores("latxa-2024");
  EXPECT_EQ(store.scores_status("latxa-2024"), FileStatus::kLoading);
  store.accept_scores("latxa-2024", frozen("leaderboard/results/latxa-2024.json"));
  EXPECT_EQ(store.scores_fault("latxa-2024"), nullptr);
  ASSERT_NE(store.scores("latxa-2024"), nullptr);
  EXPECT_EQ(store.scores("latxa-2024")->models.size(), 15u);
  store.accept_scores("tango-2025-07", frozen("leaderboard/results/latxa-2024.json"));
  const Fault* wrong = store.scores_fault("tango-2025-07");
  ASSERT_NE(wrong, nullptr);
  EXPECT_EQ(wrong->pointer, "/snapshot");
  EXPECT_EQ(store.scores("tango-2025-07"), nullptr);
}

TEST(Store, FilesHaveTheirPaths) {
  EXPECT_EQ(file_path(FileId::kManifest), "manifest.json");
  EXPECT_EQ(file_path(FileId::kRelated), "leaderboard/related.json");
}

}  // namespace
}  // namespace tablero
