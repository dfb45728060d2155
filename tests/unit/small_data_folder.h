// The smallest data folder that passes every check, for tests that read and write one hundreds of
// times.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "data/store.h"

namespace tablero::test {

// The task and the model are made up.
inline std::map<std::string, std::string> small_data() {
  const std::string words = R"({"es":"x","pt":"x","en":"x"})", sources = R"("sources":["own:a"])";
  std::map<std::string, std::string> files = {
      {"i18n/es.json", R"({"locale.texts":"es"})"},
      {"cities.json",
       R"({"version":1,"note":)" + words + R"(,"years":[],"gazetteer":["own:a"],"cities":[]})"},
      {"community.json",
       R"({"version":1,"founded":{"date":"2021-07-01",)" + sources +
           R"(},"milestones":[],"channels":[],"press":[],"videos":{"date":"2024-12-09",)" +
           sources + R"(,"rows":[]}})"},
      {"contributions.json", R"({"version":1,"external":[],"campaigns":[]})"},
      {"corpora.json", R"({"version":1,"evaluation_v1":[],"corpora":[]})"},
      {"countries.json",
       R"({"version":1,"name_sources":["own:a"],"gaps":[],"countries":[{"iso2":"ES","name":)" +
           words + R"(}]})"},
      {"editions.json",
       R"({"version":1,"editions":[{"year":2026,"ordinal":1,"title":"x","theme":"x","focus":["llm"],)"
       R"("status":"finished","dates":{"start":"2026-03-01","end":"2026-03-31",)" +
           sources +
           R"(},"team":{"min":1,"max":5,"sources":["own:a"]},"links":[],"prizes":[],"challenges":[],"claims":[],"gaps":[]}],)"
           R"("cumulative_claims":[],"conflicts":[],"papers":[]})"},
      {"events.json", R"({"version":1,"time_zone":"Europe/Madrid","playlists":[],"events":[]})"},
      {"projects.json", R"({"version":1,"unlisted_winners":[],"projects":[]})"},
      {"sponsors.json", R"({"version":1,"prices":[],"sponsors":[]})"},
      {"sources.json",
       R"({"version":1,"sources":[{"id":"own:a","kind":"derived","title":"x","licence":"CC-BY-4.0"}]})"},
      {"leaderboard/tasks.json",
       R"({"version":1,)" + sources +
           R"(,"tasks":[{"id":"copa_es","name":"x","language":"es","skill":"x","domain":"x",)"
           R"("metric":"acc","shots":3,"baseline":50,"baseline_basis":"label_count","n_test":500,)"
           R"("dataset":"a/b","url":"https://example.org/x"}]})"},
      {"leaderboard/models.json",
       R"({"version":1,"models":[{"id":"inventado/uno","snapshots":["uno"],)" + sources + "}]}"},
      {"leaderboard/related.json", R"({"version":1,"boards":[]})"},
      {"leaderboard/results.json",
       R"({"version":1,"main":"uno","snapshots":[{"id":"uno","title":)" + words +
           R"(,"date":"2024-01","scale":"raw","exactness":"exact","caveat":)" + words +
           R"(,"own_board":true,"model_count":1,"task_count":1,"file":"results.json",)"
           R"("url":"https://example.org/x",)" +
           sources +
           R"(}],"scores":{"snapshot":"uno","models":["inventado/uno"],"tasks":["copa_es"],)"
           R"("metrics":["acc"],"raw":[[60]],"normalised":[[20]]}})"},
  };
  std::string manifest;
  for (const auto& [path, text] : files) {
    if (path.rfind("i18n/", 0) == 0) continue;
    // Every table of scores names it.
    manifest += R"({"path":")" + path +
                R"(","schema":"schema/scores.schema.json","licence":"CC-BY-4.0","title":)" + words +
                R"(,"sources":["own"]},)";
  }
  files["manifest.json"] =
      R"({"version":1,"updated":"2026-11-01","licence":"CC-BY-4.0","source_families":[{"id":"own","title":)" +
      words + R"(},{"id":"lb","title":)" + words + R"(}],"files":[)" + manifest +
      R"({"path":"manifest.json","licence":"CC-BY-4.0","title":)" + words +
      R"(,"sources":["own"]}]})";
  files["schema/scores.schema.json"] = "{}";
  return files;
}

inline void write_folder(const std::string& dir, const std::map<std::string, std::string>& files) {
  for (const auto& [path, text] : files) {
    const std::filesystem::path whole = std::filesystem::path(dir) / path;
    std::filesystem::create_directories(whole.parent_path());
    std::ofstream(whole) << text;
  }
}

}  // namespace tablero::test
