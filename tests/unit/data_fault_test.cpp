// Faults inside records: each names the place, what was expected and what was found.
#include <gtest/gtest.h>

#include <cmath>

#include "base/list.h"
#include "data/check.h"
#include "data/cities.h"
#include "data/contributions.h"
#include "data/countries.h"
#include "data/editions.h"
#include "data/events.h"
#include "data/projects.h"
#include "data/related.h"
#include "data/results.h"
#include "data/sources.h"
#include "data_support.h"

namespace tablero {
namespace {

using test::replaced;

constexpr const char* kCity = R"({"version":1,"note":{"es":"a","pt":"b","en":"c"},"gazetteer":["g"],
"years":[{"year":2022,"count":{"missing":"no_data"},"sources":["m22"]},
         {"year":2024,"count":{"missing":"not_asked"},"sources":["m24"]}],
"cities":[{"id":"g1","name":"Lima","country":"PE","lon":-77.03,"lat":-12.04,"population":7737002,
 "editions":[{"year":2022,"confidence":"low","match_km":3.5},
             {"year":2024,"confidence":"high","count":0,"sources":["own"]}]}]})";

TEST(Cities, ReadsARecordWithItsDefaults) {
  const auto r = load_cities(kCity, "f");
  ASSERT_TRUE(r.ok()) << r.fault().line();
  ASSERT_EQ(r.value().cities.size(), 1u);
  const City& c = r.value().cities[0];
  EXPECT_EQ(c.name, "Lima");
  EXPECT_EQ(c.country, "PE");
  EXPECT_DOUBLE_EQ(c.lon, -77.03);
  EXPECT_DOUBLE_EQ(c.lat, -12.04);
  ASSERT_NE(c.in(2022), nullptr);
  EXPECT_EQ(c.in(2022)->confidence, Confidence::kLow);
  EXPECT_EQ(c.in(2022)->count.presence, Presence::kNoData);
  EXPECT_EQ(c.in(2022)->sources, SourceIds{"m22"});
  EXPECT_EQ(c.in(2024)->count.presence, Presence::kZero);
  EXPECT_EQ(c.in(2024)->count.value, 0);
  EXPECT_EQ(c.in(2024)->sources, SourceIds{"own"});
  EXPECT_TRUE(std::isnan(c.in(2024)->match_km));
  EXPECT_EQ(c.in(2023), nullptr);
  EXPECT_EQ(r.value().years, (List<int>{2022, 2024}));
}

TEST(Cities, OutOfRange) {
  List<Fault> all;  // as `tablero-data check` reads it
  EXPECT_FAULT(load_cities(replaced(kCity, "-77.03", "181"), "f", &all), "/cities/0/lon",
               "a number from -180 to 180", "the number 181");
  EXPECT_FAULT(load_cities(replaced(kCity, "-12.04", "-90.5"), "f", &all), "/cities/0/lat",
               "a number from -90 to 90", "the number -90.5");
  const auto lenient = load_cities(replaced(kCity, "-77.03", "181"), "f");
  ASSERT_TRUE(lenient.ok()) << "readers keep the other cities";
  EXPECT_TRUE(std::isnan(lenient.value().cities[0].lon));
  EXPECT_FAULT(load_cities(replaced(kCity, "7737002", "-1"), "f"), "/cities/0/population",
               "a whole number from 0 to 100000000", "the number -1");
  EXPECT_FAULT(load_cities(replaced(kCity, "7737002", "1.5"), "f"), "/cities/0/population",
               "a whole number", "the number 1.5");
}

TEST(Cities, WrongType) {
  EXPECT_FAULT(load_cities(replaced(kCity, "-77.03", "\"-77.03\""), "f"), "/cities/0/lon",
               "a number", "the text \"-77.03\"");
  EXPECT_FAULT(load_cities(replaced(kCity, "\"Lima\"", "7"), "f"), "/cities/0/name", "a text",
               "the number 7");
  EXPECT_FAULT(load_cities(replaced(kCity, "\"Lima\"", "null"), "f"), "/cities/0/name", "a text",
               "null");
  EXPECT_FAULT(load_cities(replaced(kCity, "\"Lima\"", "\" \""), "f"), "/cities/0/name",
               "a text that is not empty", "the text \" \"");
  EXPECT_FAULT(load_cities(replaced(kCity, "[\"g\"]", "[]"), "f"), "/gazetteer",
               "at least one source", "an array of 0");
}

TEST(Cities, UnknownWordAndKey) {
  EXPECT_FAULT(load_cities(replaced(kCity, "\"low\"", "\"lowish\""), "f"),
               "/cities/0/editions/0/confidence", "one of high, medium, low",
               "the text \"lowish\"");
  EXPECT_FAULT(load_cities(replaced(kCity, "\"Lima\"", "\"Lima\",\"people\":3"), "f"),
               "/cities/0/people", "no such key", "the number 3");
  EXPECT_FAULT(load_cities(replaced(kCity, "\"PE\"", "\"pe\""), "f"), "/cities/0/country",
               "a country code of two capital letters (ISO 3166-1)", "the text \"pe\"");
  EXPECT_FAULT(load_cities(replaced(kCity, "no_data", "zero"), "f"), "/years/0/count/missing",
               "one of no_data, not_asked, fewer_than_k", "the text \"zero\"");
}

TEST(Cities, MissingKeyAndTooFew) {
  EXPECT_FAULT(load_cities(replaced(kCity, "\"name\":\"Lima\",", ""), "f"), "/cities/0/name",
               "a text", "nothing");
  EXPECT_FAULT(
      load_cities(replaced(kCity, "\"year\":2022,\"confidence\"", "\"year\":2023,\"confidence\""),
                  "f"),
      "/cities/0/editions/0/year", "a year out of /years", "the number 2023");
}

// An object of the wrong type is one fault, not one for each of its keys.
TEST(Cities, WrongObjectIsOneFault) {
  List<Fault> all;
  EXPECT_FALSE(load_cities(R"({"version":1,"note":{"es":"a","pt":"b","en":"c"},"gazetteer":["g"],
    "years":[],"cities":[7]})",
                           "f", &all)
                   .ok());
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].line(), "f: /cities/0: expected an object, found the number 7");
}

TEST(Cities, AFaultIsOneLine) {
  EXPECT_FAULT(load_cities(replaced(kCity, "\"PE\"", "\"P\\nE\""), "f"), "/cities/0/country",
               "a country code of two capital letters (ISO 3166-1)", "the text \"P E\"");
}

TEST(Cities, AFaultIsUtf8) {
  const auto r = load_cities(replaced(kCity, "\"PE\"", "\xE9 \"PE\""), "f");
  ASSERT_FALSE(r.ok());
  EXPECT_EQ(r.fault().found.find('\xE9'), std::string::npos) << r.fault().line();
}

// Found by fuzzing: keys of the file stand in the pointer.
TEST(Faults, ALineIsOneLineOfUtf8WhateverIsQuoted) {
  EXPECT_EQ((Fault{"f", "/a\nb\x1b", "x", "y\xE9"}.line()),
            "f: /a\\u000ab\\u001b: expected x, found y\\xe9");
  EXPECT_EQ((Fault{"f", "/año", "x", "y"}.line()), "f: /año: expected x, found y");
  EXPECT_LT((Fault{"f", std::string(100000, 'k'), "x", "y"}.line().size()), 400u);
}

TEST(Cities, AllFaultsInOnePass) {
  std::string broken = replaced(kCity, "-77.03", "999");
  broken = replaced(broken, "\"PE\"", "\"Peru\"");
  broken = replaced(broken, "\"high\"", "5");
  List<Fault> all;
  const auto r = load_cities(broken, "f", &all);
  ASSERT_FALSE(r.ok());
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].pointer, "/cities/0/country");
  EXPECT_EQ(all[1].pointer, "/cities/0/lon");
  EXPECT_EQ(all[2].pointer, "/cities/0/editions/1/confidence");
  EXPECT_EQ(r.fault().pointer, all[0].pointer);
}

constexpr const char* kSources = R"({"version":1,"sources":[
 {"id":"a:1","kind":"page","title":"A","url":"https://example.org","read":"2024-02-29","licence":"MIT"},
 {"id":"b:1","kind":"document","title":"B","licence":"not stated"}]})";

TEST(Sources, Reads) {
  const auto r = load_sources(kSources, "f");
  ASSERT_TRUE(r.ok()) << r.fault().line();
  ASSERT_NE(r.value().find("a:1"), nullptr);
  EXPECT_EQ(r.value().find("a:1")->read.iso(), "2024-02-29");
  EXPECT_EQ(r.value().find("b:1")->url, "");
  EXPECT_EQ(r.value().find("c"), nullptr);
}

TEST(Sources, DuplicateAndUnorderedIds) {
  EXPECT_FAULT(load_sources(replaced(kSources, "b:1", "a:1"), "f"), "/sources/1/id", "each id once",
               "the text \"a:1\"");
  EXPECT_FAULT(load_sources(replaced(kSources, "a:1", "c:1"), "f"), "/sources/1",
               "records in ascending order of id", "an object");
}

TEST(Sources, DatesAndUrls) {
  for (const char* bad :
       {"2023-02-29", "2024-13", "2024-00-10", "24-01-01", "2024-1-1", "2024-02-30"}) {
    EXPECT_FAULT(load_sources(replaced(kSources, "2024-02-29", bad), "f"), "/sources/0/read",
                 "a date (2024, 2024-03 or 2024-03-14)", "the text \"" + std::string(bad) + "\"");
  }
  for (const char* bad :
       {"javascript:alert(1)", "ftp://x.org/abc", "https://a b.org", "https://"}) {
    List<Fault> all;
    EXPECT_FAULT(load_sources(replaced(kSources, "https://example.org", bad), "f", &all),
                 "/sources/0/url", "a well-formed URL that starts with https:// or http://",
                 "the text \"" + std::string(bad) + "\"");
  }
}

// A reader of the page loses an address, not the table.
TEST(Sources, AMalformedUrlEmptiesNoTable) {
  const auto r = load_sources(replaced(kSources, "https://example.org", "https://[x"), "f");
  ASSERT_TRUE(r.ok()) << r.fault().line();
  ASSERT_EQ(r.value().sources.size(), 2u);
  EXPECT_EQ(r.value().find("a:1")->url, "");
  EXPECT_EQ(r.value().find("a:1")->title, "A");
}

TEST(Sources, TextsWithTricks) {
  for (const char* trick : {"\\u202e", "\\u2067", "\\u200b", "\\u200d", "\\ufeff", "\\u0085"}) {
    List<Fault> all;
    const std::string text =
        replaced(kSources, "\"title\":\"A\"", "\"title\":\"A" + std::string(trick) + "b\"");
    EXPECT_FALSE(load_sources(text, "f", &all).ok());
    ASSERT_EQ(all.size(), 1u) << trick;
    EXPECT_EQ(all[0].pointer, "/sources/0/title");
    EXPECT_EQ(all[0].expected,
              "a text without characters that are not seen, such as " + std::string(trick));
    EXPECT_TRUE(load_sources(text, "f").ok()) << "readers keep the record";
  }
}

constexpr const char* kClaims = R"({"version":1,"editions":[{"year":2024,"ordinal":3,"title":"T",
 "theme":"t","focus":["sdg"],"status":"finished",
 "dates":{"start":"2024-03-01","end":"2024-03-29","sources":["s"]},
 "team":{"min":1,"max":5,"sources":["s"]},"links":[],"prizes":[],"challenges":[],
 "claims":[{"id":"A","metric":"people","value":500,"qualifier":"more_than","unit":"people","sources":["s"],"shown":true},
           {"id":"B","metric":"people","value":651,"qualifier":"exact","unit":"people","sources":["s"]},
           {"id":"C","metric":"named","value":{"missing":"no_data"},"qualifier":"list_only","sources":["s"]}],
 "gaps":[{"metric":"views","missing":"not_asked"}]}],
 "cumulative_claims":[],
 "conflicts":[{"topic":{"es":"a","pt":"a","en":"a"},"claims":["A","B"],"shown":["A"],
   "reason":{"es":"r","pt":"r","en":"r"}}],"papers":[]})";

TEST(Editions, KeepsEveryClaimAndShowsOne) {
  const auto r = load_editions(kClaims, "f");
  ASSERT_TRUE(r.ok()) << r.fault().line();
  const Edition* e = r.value().find(2024);
  ASSERT_NE(e, nullptr);
  ASSERT_EQ(e->claims.size(), 3u);
  ASSERT_NE(e->shown("people"), nullptr);
  EXPECT_EQ(e->shown("people")->id, "A");
  EXPECT_EQ(e->shown("people")->qualifier, Qualifier::kMoreThan);
  EXPECT_EQ(e->shown("named"), nullptr);
  EXPECT_EQ(e->gaps[0].presence, Presence::kNotAsked);
  ASSERT_NE(r.value().claim("B"), nullptr);
  EXPECT_EQ(r.value().claim("B")->value.value, 651);
  ASSERT_NE(r.value().conflict_of("B"), nullptr);
  EXPECT_EQ(r.value().conflict_of("C"), nullptr);
}

TEST(Editions, FaultsOfClaims) {
  EXPECT_FAULT(load_editions(replaced(kClaims, "\"exact\"", "\"about\""), "f"),
               "/editions/0/claims/1/qualifier",
               "one of exact, more_than, at_least, almost, approx, reached, list_only, derived",
               "the text \"about\"");
  EXPECT_FAULT(load_editions(replaced(kClaims, "\"id\":\"B\"", "\"id\":\"A\""), "f"),
               "/editions/0/claims/1/id", "each id once", "the text \"A\"");
  EXPECT_FAULT(
      load_editions(replaced(kClaims, "\"exact\",\"unit\":\"people\",\"sources\":[\"s\"]",
                             "\"exact\",\"unit\":\"people\",\"sources\":[\"s\"],\"shown\":true"),
                    "f"),
      "/editions/0/claims/1", "one claim shown for the metric people", "an object");
  EXPECT_FAULT(load_editions(replaced(kClaims, "{\"missing\":\"no_data\"}", "3"), "f"),
               "/editions/0/claims/2/value",
               "{\"missing\":\"no_data\"}, as the qualifier is list_only", "the number 3");
  EXPECT_FAULT(
      load_editions(replaced(kClaims, "\"sources\":[\"s\"],\"shown\"", "\"sources\":[],\"shown\""),
                    "f"),
      "/editions/0/claims/0/sources", "at least one source", "an array of 0");
  EXPECT_FAULT(load_editions(replaced(kClaims, "\"value\":500", "\"value\":-500"), "f"),
               "/editions/0/claims/0/value", "a number from 0 to 1e+12", "the number -500");
}

TEST(Editions, FaultsOfConflictsAndDates) {
  EXPECT_FAULT(load_editions(replaced(kClaims, "[\"A\",\"B\"]", "[\"A\",\"Z\"]"), "f"),
               "/conflicts/0/claims/1", "the id of a claim", "the text \"Z\"");
  EXPECT_FAULT(
      load_editions(replaced(kClaims, "\"shown\":[\"A\"]", "\"shown\":[\"A\",\"B\"]"), "f"),
      "/conflicts/0/claims/1", "a claim marked shown", "the text \"B\"");
  EXPECT_FAULT(load_editions(replaced(kClaims, "2024-03-29", "2024-02-29"), "f"),
               "/editions/0/dates/end", "a date after the start", "the text \"2024-02-29\"");
  EXPECT_FAULT(
      load_editions(replaced(kClaims, "\"metric\":\"views\"", "\"metric\":\"people\""), "f"),
      "/editions/0/gaps/0/metric", "a metric without a shown claim", "the text \"people\"");
}

constexpr const char* kScores =
    R"({"version":1,"snapshot":"s","models":["o/a","o/b"],"tasks":["x","y","z"],
 "metrics":["acc","f1","acc"],"n":[10,0,30],"raw":[[1,null,3],[4,5,6]],"stderr":[[0.5,null,null],[null,null,1]],
 "means":[{"scope":"es","derived":true,"values":[2,null]}]})";

TEST(Scores, ReadsRowsOfModels) {
  const auto r = load_scores(kScores, "f");
  ASSERT_TRUE(r.ok()) << r.fault().line();
  const ScoreTable& t = r.value();
  EXPECT_EQ(t.raw_at(0, 0), 1);
  EXPECT_TRUE(std::isnan(t.raw_at(0, 1)));
  EXPECT_EQ(t.raw_at(1, 2), 6);
  EXPECT_TRUE(std::isnan(t.normalised_at(0, 0)));
  EXPECT_EQ(t.stderr_at(1, 2), 1);
  EXPECT_EQ(t.n, (List<int>{10, 0, 30}));
  EXPECT_EQ(t.shots, (List<int>{-1, -1, -1}));
  EXPECT_TRUE(std::isnan(t.means[0].values[1]));
}

TEST(Scores, Faults) {
  EXPECT_FAULT(load_scores(replaced(kScores, "[4,5,6]", "[4,5]"), "f"), "/raw/1", "an array of 3",
               "an array of 2");
  EXPECT_FAULT(load_scores(replaced(kScores, ",[4,5,6]", ""), "f"), "/raw",
               "one row for each of the 2 models", "an array of 1");
  EXPECT_FAULT(load_scores(replaced(kScores, "[4,5,6]", "[4,\"5\",6]"), "f"), "/raw/1/1",
               "a number", "the text \"5\"");
  EXPECT_FAULT(load_scores(replaced(kScores, "[4,5,6]", "[4,105,6]"), "f"), "/raw/1/1",
               "a number from -100 to 100", "the number 105");
  EXPECT_FAULT(load_scores(replaced(kScores, "\"o/b\"", "\"o/a\""), "f"), "/models/1",
               "each value once", "the text \"o/a\"");
  EXPECT_FAULT(load_scores(replaced(kScores, "[\"acc\",\"f1\",\"acc\"]", "[\"acc\"]"), "f"),
               "/metrics", "one metric for each task", "an array of 1");
}

TEST(Events, TimesAndKinds) {
  constexpr const char* kEvent =
      R"({"version":1,"time_zone":"Europe/Madrid","playlists":[],"events":[
    {"id":"e","date":"2024-03-01","time":"18:00","title":"T","kind":"talk","language":"es",
     "speakers":[{"affiliation":"X"}],"status":"held","sources":["s"]}]})";
  const auto ok = load_events(kEvent, "f");
  ASSERT_TRUE(ok.ok()) << ok.fault().line();
  EXPECT_EQ(ok.value().events[0].speakers[0].name, "");
  EXPECT_EQ(ok.value().events[0].edition, 0);
  for (const char* bad : {"24:00", "18:60", "8:00", "18.00", "1800"}) {
    EXPECT_FAULT(load_events(replaced(kEvent, "18:00", bad), "f"), "/events/0/time",
                 "a time of day (18:00)", "the text \"" + std::string(bad) + "\"");
  }
  EXPECT_FAULT(load_events(replaced(kEvent, "{\"affiliation\":\"X\"}", "{}"), "f"),
               "/events/0/speakers/0", "a name or an affiliation", "an object");
  // Any kind: whether it has a word is a question to the whole folder.
  EXPECT_TRUE(load_events(replaced(kEvent, "\"talk\"", "\"party\""), "f").ok());
  EXPECT_FAULT(load_events(replaced(kEvent, "\"talk\"", "\"A party\""), "f"), "/events/0/kind",
               "a word (a-z, 0-9, _ and -)", "the text \"A party\"");
}

TEST(Projects, GoalsAreOneToSeventeen) {
  constexpr const char* kProject = R"({"version":1,"unlisted_winners":[],"projects":[
    {"id":"p","edition":2024,"name":"P","sdg":[3,17],"countries":["PE"],"sources":["s"]}]})";
  const auto ok = load_projects(kProject, "f");
  ASSERT_TRUE(ok.ok()) << ok.fault().line();
  EXPECT_EQ(ok.value().projects[0].title, "P");
  EXPECT_FAULT(load_projects(replaced(kProject, "17", "18"), "f"), "/projects/0/sdg/1",
               "a whole number from 1 to 17", "the number 18");
}

TEST(Contributions, SumOfRows) {
  constexpr const char* kCampaign = R"({"version":1,"external":[],"campaigns":[{"id":"c","name":"C",
    "edition":2025,"unit":"questions","identifier":"discord_id","published":"2025-07-31","sum_of_rows":7,
    "rows":[{"rank":1,"name":"a","count":4},{"rank":2,"name":"b","count":3}],"sources":["s"]}]})";
  ASSERT_TRUE(load_contributions(kCampaign, "f").ok());
  EXPECT_FAULT(load_contributions(replaced(kCampaign, "\"count\":3", "\"count\":4"), "f"),
               "/campaigns/0/sum_of_rows", "the sum of the rows, 8", "the number 7");
  EXPECT_FAULT(load_contributions(replaced(kCampaign, "\"rank\":1", "\"rank\":3"), "f"),
               "/campaigns/0/rows/1", "rows in order of rank", "an object");
}

TEST(Related, ColumnsOfOneLength) {
  constexpr const char* kBoard =
      R"({"version":1,"boards":[{"id":"b","title":{"es":"a","pt":"a","en":"a"},
    "language":"es","note":{"es":"a","pt":"a","en":"a"},"url":"https://example.org","sources":["s"],
    "columns":[{"name":"m","type":"text","values":["x",null]},{"name":"v","type":"number","values":[1,null]},
               {"name":"o","type":"yes_no","values":[true,"partly"]}]}]})";
  const auto ok = load_related(kBoard, "f");
  ASSERT_TRUE(ok.ok()) << ok.fault().line();
  const RelatedBoard& b = ok.value().boards[0];
  EXPECT_EQ(b.row_count, 2u);
  EXPECT_TRUE(std::isnan(b.columns[1].numbers[1]));
  EXPECT_EQ(b.columns[2].numbers, (List<double>{1, 0.5}));
  EXPECT_FAULT(load_related(replaced(kBoard, "[1,null]", "[1]"), "f"), "/boards/0/columns/1",
               "as many values as the first column, 2", "an object");
  EXPECT_FAULT(load_related(replaced(kBoard, "[1,null]", "[1,\"2\"]"), "f"),
               "/boards/0/columns/1/values/1", "a number", "the text \"2\"");
}

}  // namespace
}  // namespace tablero
