// The records of data/ in lists that grow, sort and are moved. With libc++ (tests/libcxx) they move
// as bytes, as in the web build, and the address sanitizer looks on.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "base/list.h"
#include "base/sort.h"
#include "data/json_value.h"
#include "data/store.h"
#include "data_support.h"

namespace tablero {
namespace {

std::string joined(const List<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += text + ",";
  return all;
}
std::string joined(const LocalText& text) { return text.text[0] + text.text[1] + text.text[2]; }

// A summary of a record that reads its texts, lists and inner records.
std::string told(const Claim& c) {
  return c.id + c.metric + c.unit + std::to_string(c.value.value) + joined(c.caution) +
         joined(c.sources);
}
std::string told(const Edition& e) {
  std::string all = std::to_string(e.year) + e.title + joined(e.focus) + joined(e.dates.note);
  for (const Claim& claim : e.claims) all += told(claim);
  for (const Link& link : e.links) all += link.kind + link.url;
  for (const Prize& prize : e.prizes) all += prize.place + joined(prize.item);
  return all;
}
std::string told(const Conflict& c) {
  return joined(c.topic) + joined(c.claims) + joined(c.shown) + joined(c.reason);
}
std::string told(const City& c) {
  std::string all = c.id + c.name + c.region + c.country + std::to_string(c.lon);
  for (const CityEdition& e : c.editions) all += std::to_string(e.year) + joined(e.sources);
  return all;
}
std::string told(const Country& c) {
  std::string all = c.iso2 + joined(c.name) + joined(c.synonyms);
  for (const CountryFigure& f : c.figures) all += f.metric + f.claim + joined(f.projects);
  return all;
}
std::string told(const Project& p) { return p.id + p.name + joined(p.sources); }
std::string told(const Event& e) { return e.id + e.title + joined(e.sources); }
std::string told(const Sponsor& s) {
  std::string all = s.id + s.name + s.url;
  for (const TierStatement& t : s.tiers) all += t.where + joined(t.sources);
  return all;
}
std::string told(const Campaign& c) {
  std::string all = c.id + c.name + joined(c.note);
  for (const ContributionRow& row : c.rows) all += row.name + row.country;
  return all;
}
std::string told(const Milestone& m) {
  return m.id + m.metric + joined(m.note) + joined(m.sources);
}
std::string told(const Corpus& c) { return c.id + c.name + joined(c.languages) + joined(c.urls); }
std::string told(const Source& s) { return s.id + s.title + s.url; }
std::string told(const Task& t) { return t.id + t.name + joined(t.aliases) + joined(t.note); }
std::string told(const Model& m) { return m.id + m.name; }
std::string told(const Snapshot& s) { return s.id + joined(s.title) + joined(s.caveat); }
std::string told(const PublishedMean& m) { return m.scope + std::to_string(m.values.size()); }
std::string told(const RelatedBoard& b) {
  std::string all = b.id + joined(b.title);
  for (const RelatedColumn& column : b.columns) all += joined(column.texts);
  return all;
}
std::string told(const ManifestFile& f) { return f.path; }
std::string told(const JsonMember& m) {
  std::string all = m.key + m.value.text;
  for (const JsonValue& item : m.value.items()) all += describe(item);
  for (const JsonMember& member : m.value.members()) all += told(member);
  return all;
}

template <class T>
std::vector<std::string> all_told(const List<T>& list) {
  std::vector<std::string> all;
  for (const T& record : list) all.push_back(told(record));
  return all;
}

template <class T>
void moves_whole(const List<T>& list, const char* name) {
  SCOPED_TRACE(name);
  EXPECT_EQ(moves_as_bytes<T>(), kStringMovesAsBytes);
  ASSERT_FALSE(list.empty());
  std::vector<std::string> expected = all_told(list);
  List<T> grown;
  for (const T& record : list) grown.push_back(record);
  EXPECT_EQ(all_told(grown), expected);

  List<T> moved = std::move(grown);
  EXPECT_TRUE(grown.empty());  // NOLINT(bugprone-use-after-move): what is promised of it
  moved.insert(moved.begin(), moved.back());
  moved.erase(moved.end() - 1);
  std::rotate(expected.begin(), expected.end() - 1, expected.end());
  EXPECT_EQ(all_told(moved), expected);

  const auto last_first = [](const T& a, const T& b) { return told(a) > told(b); };
  sort(moved, last_first);
  std::sort(expected.begin(), expected.end(), std::greater<>());
  EXPECT_EQ(all_told(moved), expected);

  grown = std::move(moved);
  EXPECT_TRUE(moved.empty());  // NOLINT(bugprone-use-after-move): what is promised of it
  EXPECT_EQ(all_told(grown), expected);
}

TEST(Records, OfEveryFileMoveWhole) {
  Store store;
  for (std::size_t i = 0; i < kFileCount; ++i) {
    const auto id = static_cast<FileId>(i);
    store.accept(id, test::frozen(file_path(id)));
    ASSERT_TRUE(store.ready(id)) << store.fault(id).line();
  }
  moves_whole(store.manifest.files, "manifest");
  moves_whole(store.editions.editions, "editions");
  moves_whole(store.editions.cumulative_claims, "claims");
  moves_whole(store.editions.conflicts, "conflicts");
  moves_whole(store.cities.cities, "cities");
  moves_whole(store.countries.countries, "countries");
  moves_whole(store.projects.projects, "projects");
  moves_whole(store.events.events, "events");
  moves_whole(store.sponsors.sponsors, "sponsors");
  moves_whole(store.contributions.campaigns, "campaigns");
  moves_whole(store.community.milestones, "milestones");
  moves_whole(store.corpora.corpora, "corpora");
  moves_whole(store.sources.sources, "sources");
  moves_whole(store.tasks.tasks, "tasks");
  moves_whole(store.models.models, "models");
  moves_whole(store.results.snapshots, "snapshots");
  moves_whole(store.results.main.means, "means");
  moves_whole(store.related.boards, "related boards");
}

TEST(Records, OfJsonMoveWhole) {
  Result<JsonValue> document = parse_json(test::frozen("editions.json"), "editions.json");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(moves_as_bytes<JsonMember>(), kStringMovesAsBytes);
  List<JsonMember>& members = document.value().children->members;
  std::vector<std::string> expected = all_told(members);
  ASSERT_GT(expected.size(), 2u);
  List<JsonMember> grown;
  for (JsonMember& member : members) grown.push_back(std::move(member));
  EXPECT_EQ(all_told(grown), expected);
  grown.erase(grown.begin());
  expected.erase(expected.begin());
  EXPECT_EQ(all_told(grown), expected);
}

}  // namespace
}  // namespace tablero
