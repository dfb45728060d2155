#include <gtest/gtest.h>

#include "import/json_edit.h"
#include "import/record_edit.h"

namespace tablero {
namespace {

constexpr const char* kText =
    "{\n \"a\":[\n  {\"id\":\"x, ]}\",\"n\":1},\n  {\"id\":\"y\\\"\",\"n\":[]}\n ],\n "
    "\"b/c\":{\"d\":2.50},\n \"e\":[]\n}\n";

std::string edited(bool (*change)(JsonEdit&)) {
  JsonEdit edit(kText);
  EXPECT_TRUE(change(edit));
  return edit.text();
}

TEST(JsonEdit, EveryOtherByteStays) {
  const std::string text = edited([](JsonEdit& e) { return e.replace("/a/1/n", "7"); });
  EXPECT_EQ(text,
            "{\n \"a\":[\n  {\"id\":\"x, ]}\",\"n\":1},\n  {\"id\":\"y\\\"\",\"n\":7}\n ],\n "
            "\"b/c\":{\"d\":2.50},\n \"e\":[]\n}\n");
}

TEST(JsonEdit, NewItemsLookLikeTheirNeighbours) {
  EXPECT_NE(edited([](JsonEdit& e) {
              return e.insert_item("/a", 0, "{}");
            }).find("[\n  {},\n  {\"id\":\"x"),
            std::string::npos);
  EXPECT_NE(
      edited([](JsonEdit& e) { return e.insert_item("/a", 2, "{}"); }).find("\"n\":[]},\n  {}\n ]"),
      std::string::npos);
  EXPECT_NE(edited([](JsonEdit& e) { return e.insert_item("/e", 0, "1"); }).find("\"e\":[1]"),
            std::string::npos);
}

TEST(JsonEdit, ItemsAndMembersGoWithTheirComma) {
  EXPECT_NE(edited([](JsonEdit& e) { return e.remove_item("/a", 0); }).find("[\n  {\"id\":\"y"),
            std::string::npos);
  EXPECT_NE(edited([](JsonEdit& e) { return e.remove_item("/a", 1); }).find("\"n\":1}\n ],"),
            std::string::npos);
  EXPECT_NE(edited([](JsonEdit& e) { return e.remove_member("/a/0", "id"); }).find("{\"n\":1}"),
            std::string::npos);
  EXPECT_NE(edited([](JsonEdit& e) { return e.remove_member("/b~1c", "d"); }).find("\"b/c\":{}"),
            std::string::npos);
}

TEST(JsonEdit, MembersAreReplacedOrAppended) {
  EXPECT_NE(edited([](JsonEdit& e) { return e.set_member("/b~1c", "d", "3"); }).find("{\"d\":3}"),
            std::string::npos);
  EXPECT_NE(edited([](JsonEdit& e) {
              return e.set_member("/b~1c", "f", "3");
            }).find("{\"d\":2.50,\"f\":3}"),
            std::string::npos);
}

TEST(JsonEdit, PlacesThatAreNotThereChangeNothing) {
  JsonEdit e(kText);
  EXPECT_FALSE(e.replace("/a/2", "1"));
  EXPECT_FALSE(e.replace("/a/x", "1"));
  EXPECT_FALSE(e.replace("/z", "1"));
  EXPECT_FALSE(e.insert_item("/a", 3, "1"));
  EXPECT_FALSE(e.insert_item("/b~1c", 0, "1"));
  EXPECT_FALSE(e.remove_item("/a", 2));
  EXPECT_FALSE(e.remove_member("/a", "id"));
  EXPECT_FALSE(e.set_member("/e", "a", "1"));
  EXPECT_EQ(e.text(), kText);
}

TEST(JsonEdit, NumbersAreShortAndReadBack) {
  EXPECT_EQ(json_number(32), "32.0");
  EXPECT_EQ(json_number(80), "80.0");
  EXPECT_EQ(json_number(-0.0), "0.0");
  EXPECT_EQ(json_number(100.25), "100.25");
  EXPECT_EQ(json_number(0.0001), "0.0001");
  EXPECT_EQ(json_number(1e-7), "1e-07");
  EXPECT_EQ(json_number(-64.4283), "-64.4283");
  EXPECT_EQ(json_number(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(json_text("a\"b\\c\n\x01ñ"), "\"a\\\"b\\\\c\\n\\u0001ñ\"");
}

// Found by fuzzing: the key was added a second time.
TEST(JsonEdit, AKeyIsFoundHoweverItIsWritten) {
  JsonEdit edit("{\"b\\u00e1\":1,\"a\\/b\":2}");
  EXPECT_TRUE(edit.set_member("", "b\u00E1", "3"));
  EXPECT_TRUE(edit.replace("/a~1b", "4"));
  EXPECT_EQ(edit.text(), "{\"b\\u00e1\":3,\"a\\/b\":4}");
  EXPECT_TRUE(edit.remove_member("", "b\u00E1"));
  EXPECT_EQ(edit.text(), "{\"a\\/b\":4}");
}

}  // namespace
}  // namespace tablero
