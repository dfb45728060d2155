// The filter on models: the traps of leaderboards in the field, each as a test.
#include <gtest/gtest.h>

#include <limits>

#include "base/list.h"
#include "base/text.h"
#include "model/leaderboard/csv.h"
#include "model/leaderboard/model_query.h"
#include "views/leaderboard/header.h"

namespace tablero {
namespace {

Model model(std::string id, std::string type, std::string licence, double size) {
  Model m;
  m.id = std::move(id);
  m.type = std::move(type);
  m.licence = std::move(licence);
  m.params_b = size;
  return m;
}

const Model kGemma = model("google/gemma-2-9b", "pretrained", "gemma", 9.2);
const Model kMute = model("someone/Señor-Modelo", "", "", std::numeric_limits<double>::quiet_NaN());

bool passes(std::string_view text, const Model& m, List<std::string> chosen = {}) {
  return ModelQuery(text, chosen).matches(fold(m.id), &m);
}

TEST(ModelQuery, WordsPrefixesAndAlternatives) {
  EXPECT_TRUE(passes("", kMute));
  EXPECT_TRUE(passes("GEMMA 9b", kGemma));
  EXPECT_FALSE(passes("gemma 27b", kGemma));
  EXPECT_TRUE(passes("senor", kMute));
  EXPECT_TRUE(passes("license:gemma", kGemma));
  EXPECT_TRUE(passes("licencia:Gemma type:pre", kGemma));
  EXPECT_FALSE(passes("license:apache", kGemma));
  EXPECT_TRUE(passes("qwen; gemma", kGemma));
  EXPECT_TRUE(passes("license:unknown", kMute));
  // An unknown prefix is just text.
  EXPECT_FALSE(passes("foo:bar", kGemma));
}

TEST(ModelQuery, SizeRanges) {
  EXPECT_TRUE(passes("size:>9", kGemma));
  EXPECT_FALSE(passes("size:<9.2", kGemma));
  EXPECT_TRUE(passes("size:2..9.2", kGemma));
  EXPECT_TRUE(passes("size:5-10", kGemma));
  EXPECT_FALSE(passes("size:>0", kMute));
  EXPECT_TRUE(passes("size:unknown", kMute));
}

TEST(ModelQuery, UnknownIsAChoiceOfItsOwn) {
  EXPECT_FALSE(passes("", kMute, {"licence:gemma"}));
  EXPECT_TRUE(passes("", kMute, {"licence:unknown"}));
  EXPECT_TRUE(passes("", kMute, {"licence:gemma", "licence:unknown"}));
  EXPECT_FALSE(passes("", kGemma, {"licence:gemma", "type:unknown"}));
  EXPECT_TRUE(ModelQuery("", List<std::string>{"type:unknown"}).matches("a", nullptr));
  const ModelQuery none("", List<std::string>{"type:unknown"});
  ASSERT_EQ(model_facets()[0]->id, "type");
  EXPECT_EQ(none.misses(fold(kGemma.id), &kGemma), 1u);
}

TEST(ModelQuery, AllTickedMeansNoFilter) {
  const List<std::string> all = {"gemma", "mit", "unknown"};
  List<std::string> chosen = {"type:pretrained"};
  toggle_chosen(chosen, "licence", "gemma", all);
  toggle_chosen(chosen, "licence", "mit", all);
  EXPECT_EQ(chosen.size(), 3u);
  toggle_chosen(chosen, "licence", "unknown", all);
  EXPECT_EQ(chosen, List<std::string>{"type:pretrained"});
  toggle_chosen(chosen, "type", "pretrained", all);
  EXPECT_TRUE(chosen.empty());
}

TEST(SortKeys, OneKeyTurnsRoundAndShiftAdds) {
  EXPECT_EQ(next_sort("", "average", true, false), "average");
  EXPECT_EQ(next_sort("average", "average", true, false), "");
  EXPECT_EQ(next_sort("", "size", true, false), "-size");
  EXPECT_EQ(next_sort("-size", "model", false, true), "-size,model");
  EXPECT_EQ(next_sort("-size,model", "size", true, true), "size,model");
  EXPECT_EQ(next_sort("", "size", true, true), "-average,-size");
  int place = 0;
  EXPECT_EQ(sort_direction("-size,model", "model", &place), 1);
  EXPECT_EQ(place, 2);
  EXPECT_EQ(sort_direction("", "average", nullptr), -1);
}

TEST(Csv, FieldsAreQuotedAndNeverFormulas) {
  Csv csv;
  csv.text("plain").text("a,b").text("say \"hi\"").text("=1+1").number(-0.5).number(kMute.params_b);
  csv.end_row();
  EXPECT_EQ(csv.bytes(), "\xEF\xBB\xBFplain,\"a,b\",\"say \"\"hi\"\"\",\"'=1+1\",-0.5,no_data\r\n");
}

}  // namespace
}  // namespace tablero
