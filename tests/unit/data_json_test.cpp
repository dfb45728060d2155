// Faults of a file as a whole: what is not JSON, and what is not the JSON of this program.
#include <gtest/gtest.h>

#include <string>

#include "data/json_limits.h"
#include "data/json_value.h"
#include "data/sources.h"
#include "data_support.h"

namespace tablero {
namespace {

Result<JsonValue> parse(std::string_view s) { return parse_json(s, "data/x.json"); }

TEST(Json, ReadsValuesInFileOrder) {
  const auto r = parse("\xEF\xBB\xBF{\"b\":[1,-2.5,true,null,\"ñ\"],\"a\":{}}");
  ASSERT_TRUE(r.ok());
  ASSERT_EQ(r.value().members().size(), 2u);
  EXPECT_EQ(r.value().members()[0].key, "b");
  const JsonValue& b = *r.value().find("b");
  ASSERT_EQ(b.items().size(), 5u);
  EXPECT_EQ(b.items()[0].integer, 1);
  EXPECT_EQ(b.items()[1].number, -2.5);
  EXPECT_TRUE(b.items()[2].boolean);
  EXPECT_EQ(b.items()[3].kind, JsonValue::Kind::kNull);
  EXPECT_EQ(b.items()[4].text, "ñ");
  EXPECT_EQ(r.value().find("c"), nullptr);
}

TEST(Json, FaultNamesTheFile) {
  const auto r = parse("");
  ASSERT_FALSE(r.ok());
  EXPECT_EQ(r.fault().line(), "data/x.json: expected JSON, found an empty file");
}

TEST(Json, EmptyFile) {
  EXPECT_FAULT(parse(""), "", "JSON", "an empty file");
  EXPECT_FAULT(parse(" \n\t"), "", "JSON", "an empty file");
  EXPECT_FAULT(parse("\xEF\xBB\xBF"), "", "JSON", "an empty file");
}

TEST(Json, WebPage) {
  EXPECT_FAULT(parse("<!DOCTYPE html><html>"), "", "JSON", "a web page instead of JSON");
  EXPECT_FAULT(parse("\xEF\xBB\xBF\n <html>"), "", "JSON", "a web page instead of JSON");
}

TEST(Json, CutOff) {
  const char* kEnd = "its end (cut off?)";
  EXPECT_FAULT(parse("{\"a\":[1,\n2"), "line 2, byte 10", "the rest of the file", kEnd);
  EXPECT_FAULT(parse("{\"a\":\"te"), "line 1, byte 8", "the rest of the file", kEnd);
  EXPECT_FAULT(parse("{\"a\":tr"), "line 1, byte 7", "the rest of the file", kEnd);
  EXPECT_FAULT(parse("{\"a\":-"), "line 1, byte 6", "the rest of the file", kEnd);
  EXPECT_FAULT(parse("{\"a\":\"\\u00"), "line 1, byte 10", "the rest of the file", kEnd);
}

// Whatever the cut, a truncated frozen file is said to be cut off (or empty), never something
// else.
TEST(Json, EveryCutOfAFrozenFile) {
  const std::string whole = test::frozen("leaderboard/results/paper-notes.json");
  ASSERT_TRUE(parse(whole).ok());
  const std::size_t last = whole.find_last_of('}');
  for (std::size_t n = 1; n <= last; ++n) {
    const auto r = parse(std::string_view(whole).substr(0, n));
    ASSERT_FALSE(r.ok()) << n;
    EXPECT_EQ(r.fault().found, "its end (cut off?)") << n;
  }
}

TEST(Json, Syntax) {
  const auto r = parse("{\n \"a\": 1,\n \"b\": oops\n}");
  ASSERT_FALSE(r.ok());
  EXPECT_EQ(r.fault().pointer.substr(0, 6), "line 3");
  EXPECT_EQ(r.fault().expected, "JSON");
  EXPECT_EQ(r.fault().found, "\" \"b\": o\"");
  EXPECT_FALSE(parse("{\"a\":1,}").ok());
  EXPECT_FALSE(parse("{} x").ok());
  EXPECT_FALSE(parse("{'a':1}").ok());
  EXPECT_FALSE(parse("// c\n{}").ok());
}

TEST(Json, NotANumber) {
  EXPECT_FALSE(parse("{\"a\":NaN}").ok());
  EXPECT_FALSE(parse("{\"a\":Infinity}").ok());
  EXPECT_FAULT(parse("[1e999]"), "line 1, byte 6", "a number that a double can hold", "1e999");
}

TEST(Json, NotUtf8) {
  const auto r = parse("{\"a\":\"\xE9\"}");
  ASSERT_FALSE(r.ok());
  EXPECT_EQ(r.fault().expected, "text in UTF-8");
}

TEST(Json, KeyTwice) {
  EXPECT_FAULT(parse("{\"a\":[{},{\"k\":1,\"k\":2}]}"), "/a/1/k", "each key once",
               "the key a second time");
}

TEST(Json, TooDeep) {
  const std::string deep = std::string(100000, '[');
  const auto r = parse(deep);
  ASSERT_FALSE(r.ok());
  EXPECT_EQ(r.fault().expected, "at most 32 levels");
  EXPECT_TRUE(parse(std::string(32, '[') + std::string(32, ']')).ok());
}

TEST(Json, TooLarge) {
  std::string large(100u * 1024u * 1024u, ' ');
  EXPECT_FAULT(parse(large), "", "at most 16.0 MB", "100.0 MB");
  large.resize(kMaxJsonBytes);
  large.front() = '1';
  EXPECT_TRUE(parse(large).ok());
}

TEST(Json, MoreValuesThanMemoryIsGivenFor) {
  std::string zeros = "[0";
  while (zeros.size() < kMaxJsonBytes - 3) zeros += ",0";
  EXPECT_FAULT(parse(zeros + "]"), "line 1, byte 2199998", "at most 1100000 values", "more");
  std::string good = "[0";
  for (std::size_t i = 2; i < kMaxJsonValues; ++i) good += ",0";
  EXPECT_TRUE(parse(good + "]").ok());
  EXPECT_FALSE(parse(good + ",0]").ok());
  // Commas in a text are no values.
  EXPECT_TRUE(
      parse("[\"" + std::string(600000, ',') + "\",\"" + std::string(600000, ',') + "\"]").ok());
}

TEST(Json, LongTextsAndNumbers) {
  const std::string most(kMaxJsonText, 'a');
  EXPECT_TRUE(parse("[\"" + most + "\"]").ok());
  EXPECT_FAULT(parse("[\"" + most + "a\"]"), "line 1, byte 1", "a text of at most 1048576 bytes",
               "a longer one");
  EXPECT_TRUE(parse("[0." + std::string(900, '1') + "]").ok());
  EXPECT_FAULT(parse("[0." + std::string(2000, '1') + "]"), "line 1, byte 1001",
               "a number or word of at most 1000 bytes", "a longer one");
}

// The parser would take a zero byte for the end of the file.
TEST(Json, BytesBehindTheEnd) {
  using std::string_literals::operator""s;
  EXPECT_FAULT(parse("{}\0"s), "line 1, byte 2", "JSON", "a zero byte");
  EXPECT_FAULT(parse("{}\n\0{}"s), "line 2, byte 3", "JSON", "a zero byte");
  EXPECT_FAULT(parse("[\"a\0\"]"s), "line 1, byte 3", "JSON", "a zero byte");
  EXPECT_FAULT(parse("{}{}"), "line 1, byte 3", "the end of the file",
               "more behind its last bracket");
  EXPECT_FAULT(parse("[1] 2"), "line 1, byte 5", "the end of the file",
               "more behind its last bracket");
  EXPECT_TRUE(parse("{} \r\n\t").ok());
}

TEST(Json, ManyKeysAreComparedAndFound) {
  std::string keys = "{\"k0\":0";
  for (int i = 1; i < 20000; ++i) {
    keys += ",\"k" + std::to_string(i) + "\":" + std::to_string(i);
  }
  const auto r = parse(keys + "}");
  ASSERT_TRUE(r.ok());
  EXPECT_EQ(r.value().members()[7].key, "k7");
  ASSERT_NE(r.value().find("k19999"), nullptr);
  EXPECT_EQ(r.value().find("k19999")->integer, 19999);
  EXPECT_EQ(r.value().find("k20000"), nullptr);
  EXPECT_EQ(r.value().find(""), nullptr);
  EXPECT_FAULT(parse(keys + ",\"k4711\":0}"), "/k4711", "each key once", "the key a second time");
}

TEST(Json, DescribesWhatItFound) {
  const auto found = [](std::string_view s) {
    const auto r = parse(s);
    return r.ok() ? describe(r.value()) : r.fault().found;
  };
  EXPECT_EQ(found("12"), "the number 12");
  EXPECT_EQ(found("2.5"), "the number 2.5");
  EXPECT_EQ(found("[1,2]"), "an array of 2");
  EXPECT_EQ(found("{}"), "an object");
  EXPECT_EQ(found("null"), "null");
  EXPECT_EQ(found("\"" + std::string(200, 'x') + "\"").size(),
            std::string("the text \"\"").size() + 60);
}

TEST(Json, WrongRoot) {
  EXPECT_FAULT(load_sources("[]", "f"), "", "an object", "an array of 0");
  EXPECT_FAULT(load_sources("{\"version\":2,\"sources\":[]}", "f"), "/version",
               "1 (the version this program reads)", "the number 2");
  EXPECT_FAULT(load_sources("{\"version\":1}", "f"), "/sources", "an array", "nothing");
}

}  // namespace
}  // namespace tablero
