// One row is one evaluation of one model, and the newest whole score of a task counts. Scores and
// models are made up.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "data/tasks.h"
#include "fixtures/files.h"
#include "import/model_names.h"
#include "import/snapshot_table.h"

namespace tablero {
namespace {

const Tasks& tasks() {
  static const Result<Tasks> loaded =
      load_tasks(test::frozen_text("leaderboard/tasks.json"), "tasks.json");
  return loaded.value();
}

EvaluationRun run(const std::string& file, const std::string& text) {
  const Result<EvaluationFile> read = read_evaluation_file(text, file);
  EXPECT_TRUE(read.ok()) << read.fault().line();
  EXPECT_EQ(read.value().runs.size(), 1u);
  return read.value().runs.at(0);
}

// A file of the harness: the arguments of the model, and what is in "results".
EvaluationRun harness(const std::string& file, const std::string& arguments,
                      const std::string& results, const std::string& more = "") {
  return run(file, R"({"config":{"model":"hf","model_args":")" + arguments +
                       R"(","limit":null},"results":{)" + results + "}" + more + "}");
}

struct Outcome {
  SnapshotTable table;
  std::vector<std::string> remarks;
  std::vector<Fault> faults;

  double raw(const std::string& model, const std::string& task) const {
    const ScoreTable& t = table.table;
    const auto m = std::find(t.models.begin(), t.models.end(), model);
    const auto k = std::find(t.tasks.begin(), t.tasks.end(), task);
    if (m == t.models.end() || k == t.tasks.end()) return std::nan("");
    return t.raw_at(static_cast<std::size_t>(m - t.models.begin()),
                    static_cast<std::size_t>(k - t.tasks.begin()));
  }
  std::vector<std::string> models() const {
    return {table.table.models.begin(), table.table.models.end()};
  }
  bool said(const std::string& text) const {
    return std::any_of(table.remarks.begin(), table.remarks.end(),
                       [&](const std::string& r) { return r.find(text) != std::string::npos; });
  }
};

Outcome made(std::vector<EvaluationRun> runs, const ResultsMap& map = {}) {
  Outcome o;
  o.faults = name_rows(runs, map, o.remarks);
  o.table = make_snapshot_table(std::move(runs), tasks(), "x");
  return o;
}

constexpr const char* kCopa80 = R"("copa_es":{"acc,none":0.8})";
constexpr const char* kCopa60 = R"("copa_es":{"acc,none":0.6})";

using Names = std::vector<std::string>;

TEST(ResultRows, SettingsTellRowsApart) {
  const std::pair<const char*, Names> cases[] = {
      {"pretrained=a/m,dtype=float16", {"a/m:bfloat16", "a/m:float16"}},
      {"pretrained=a/m,dtype=bfloat16,revision=step1000", {"a/m", "a/m@step1000"}},
      {"pretrained=a/m,dtype=bfloat16,load_in_4bit=True", {"a/m", "a/m:4bit"}},
      {"pretrained=a/m,dtype=bfloat16,autogptq=True", {"a/m", "a/m:gptq"}},
      {"pretrained=a/m,dtype=bfloat16,peft=b/lora", {"a/m", "b/lora"}},
  };
  for (const auto& [arguments, rows] : cases) {
    const Outcome o = made({harness("1.json", "pretrained=a/m,dtype=bfloat16", kCopa80),
                            harness("2.json", arguments, kCopa60)});
    EXPECT_EQ(o.models(), rows) << arguments;
    EXPECT_EQ(o.raw(rows[0], "copa_es"), 80) << arguments;
    EXPECT_EQ(o.raw(rows[1], "copa_es"), 60) << arguments;
  }
}

TEST(ResultRows, ChatTemplatesAndProgramsTellRowsApart) {
  const EvaluationRun plain =
      harness("1.json", "pretrained=a/m", kCopa80, R"(,"chat_template_sha":null)");
  const EvaluationRun chat =
      harness("2.json", "pretrained=a/m", kCopa60, R"(,"chat_template_sha":"abcdef0123456789")");
  EvaluationRun other =
      harness("3.json", "pretrained=a/m", kCopa60, R"(,"chat_template_sha":"ffffffff99999999")");
  EXPECT_EQ(made({plain, chat}).models(), (Names{"a/m", "a/m:chat-template"}));
  EXPECT_EQ(made({plain, chat, other}).models(),
            (Names{"a/m", "a/m:chat-template-abcdef01", "a/m:chat-template-ffffffff"}));
  const EvaluationRun light = run(
      "4.json", R"({"config_general":{"model_name":"a/m"},"results":{"x|copa_es|0":{"acc":0.6}}})");
  EXPECT_EQ(made({plain, light}).models(), (Names{"a/m", "a/m:lighteval"}));
}

// A file that says nothing of a setting contradicts none; the map may say that one does not count.
TEST(ResultRows, WhatIsNotSaidContradictsNothing) {
  const EvaluationRun a = harness("1.json", "pretrained=a/m,dtype=float16", kCopa80),
                      b = harness("2.json", "pretrained=a/m", R"("wnli_es":{"acc,none":0.7})");
  const Outcome o = made({a, b});
  EXPECT_EQ(o.models(), (Names{"a/m"}));
  EXPECT_EQ(o.table.rows.at("a/m").precision, "float16");
  EXPECT_TRUE(o.remarks.empty());
  const EvaluationRun c = harness("3.json", "pretrained=a/m,dtype=bfloat16", kCopa60);
  EXPECT_EQ(made({a, c}).models().size(), 2u);
  EXPECT_EQ(made({a, c}).remarks.size(), 1u);
  ResultsMap map;
  map.ignore = {"precision"};
  const Outcome merged = made({a, c}, map);
  EXPECT_EQ(merged.models(), (Names{"a/m"}));
  EXPECT_EQ(merged.table.rows.at("a/m").precision, "");
}

TEST(ResultRows, NamesComeFromTheFileOrTheMap) {
  const std::pair<const char*, const char*> named[] = {{"pretrained=org/name", "org/name"},
                                                       {"model=gpt-4o", "gpt-4o"},
                                                       {"model=gpt-4o (high)", "gpt-4o--high-"}};
  for (const auto& [arguments, name] : named) {
    const Outcome o = made({harness("org/model/results.json", arguments, kCopa80)});
    ASSERT_EQ(o.models(), (Names{name}));
    EXPECT_EQ(o.table.rows.at(name).hub, std::string(name) == "org/name" ? name : "");
  }
  for (const char* arguments :
       {"", "pretrained=/disk/run/m", "pretrained=./m", "pretrained=models/m", "pretrained=C:\\\\m",
        "pretrained=checkpoint-500", "pretrained=a/m/", "pretrained=a/m,peft=/disk/lora"}) {
    const Outcome o = made({harness("org/model/results.json", arguments, kCopa80)});
    EXPECT_EQ(o.faults.size(), 1u) << arguments;
    EXPECT_TRUE(o.models().empty()) << arguments;
  }
  EXPECT_EQ(run("x.json",
                R"({"results":{},"model_name":"","config":{"model_args":{"pretrained":"o/m"}}})")
                .stated,
            "o/m");
}

TEST(ResultRows, TheMapNamesWhatFilesSayAndFolders) {
  std::vector<EvaluationRun> runs = {
      harness("in/latxa/a.json", "pretrained=/disk/run1/global_step10", kCopa80),
      harness("in/latxa/b.json", "pretrained=/disk/latxa-7b/", R"("wnli_es":{"acc,none":0.7})"),
      harness("in/llama/c.json", "pretrained=/disk/Llama-2-7b-hf/", kCopa60),
      harness("in/old/d.json", "pretrained=/disk/old", kCopa60)};
  const Result<ResultsMap> map = read_results_map(
      R"({"models":{"in/latxa":"HiTZ/latxa-7b","disk/Llama-2-7b-hf":"meta-llama/Llama-2-7b-hf","old":""}})",
      "map.json");
  ASSERT_TRUE(map.ok()) << map.fault().line();
  const Outcome o = made(runs, map.value());
  EXPECT_TRUE(o.faults.empty());
  EXPECT_EQ(o.models(), (Names{"HiTZ/latxa-7b", "meta-llama/Llama-2-7b-hf"}));
  EXPECT_EQ(o.table.rows.at("HiTZ/latxa-7b").hub, "HiTZ/latxa-7b");
  EXPECT_EQ(o.raw("HiTZ/latxa-7b", "copa_es"), 80);
  EXPECT_EQ(o.raw("HiTZ/latxa-7b", "wnli_es"), 70);
  for (const char* wrong : {R"({"models":[]})", R"({"models":{"a":1}})", R"({"ignore":["size"]})",
                            R"({"model":{}})", "[]"})
    EXPECT_FALSE(read_results_map(wrong, "map.json").ok()) << wrong;
}

TEST(ResultRows, TheTaskItselfBeatsAnEarlierNameOfIt) {
  constexpr const char* kAlias = R"("xnli_es":{"acc,none":0.4})";
  constexpr const char* kExact = R"("xnli_es_spanish_bench":{"acc,none":0.5})";
  const std::string both = std::string(kAlias) + "," + kExact,
                    other_order = std::string(kExact) + "," + kAlias;
  const auto score = [](const std::vector<EvaluationRun>& runs) {
    return made(runs).raw("a/m", "xnli_es_spanish_bench");
  };
  EXPECT_EQ(score({harness("1.json", "pretrained=a/m", both)}), 50);
  EXPECT_EQ(score({harness("1.json", "pretrained=a/m", other_order)}), 50);
  for (const char* newer : {kAlias, kExact}) {
    const char* older = newer == kAlias ? kExact : kAlias;
    EXPECT_EQ(score({harness("1.json", "pretrained=a/m", newer, R"(,"date":1788602400)"),
                     harness("2.json", "pretrained=a/m", older, R"(,"date":1788256800)")}),
              50);
  }
  EXPECT_EQ(score({harness("1.json", "pretrained=a/m", kAlias)}), 40);  // a file of those days
  // All five tasks of the board that have an earlier name.
  const Outcome o = made({harness("1.json", "pretrained=a/m",
                                  both + R"(,"mgsm_direct_es":{"exact_match,flexible-extract":0.1},
        "mgsm_direct_es_spanish_bench":{"exact_match,flexible-extract":0.6,"exact_match,remove_whitespace":0.55},
        "mgsm_direct_eu":{"exact_match,flexible-extract":0.11},
        "mgsm_native_cot_eu":{"exact_match,get-answer":0.44},
        "paws_es":{"acc,none":0.55},"paws_es_spanish_bench":{"acc,none":0.66},
        "xnli_eu":{"acc,none":0.34},"xnli_eu_native":{"acc,none":0.39})")});
  EXPECT_EQ(o.raw("a/m", "mgsm_direct_es_spanish_bench"), 55);
  EXPECT_EQ(o.raw("a/m", "mgsm_native_cot_eu"), 44);
  EXPECT_EQ(o.raw("a/m", "paws_es_spanish_bench"), 66);
  EXPECT_EQ(o.raw("a/m", "xnli_eu_native"), 39);
  EXPECT_TRUE(o.said("xnli_es is another task there"));
  // In a file that has both, the earlier name is another task, also when there is no score.
  EXPECT_TRUE(std::isnan(
      score({harness("1.json", "pretrained=a/m",
                     std::string(kAlias) + R"(,"xnli_es_spanish_bench":{"acc,none":NaN})")})));
}

TEST(ResultRows, TheNewestUsableScoreCounts) {
  const EvaluationRun whole = harness("1.json", "pretrained=a/m", kCopa80, R"(,"date":1788256800)");
  const auto later = [](const std::string& results, const std::string& more = "") {
    return harness("2.json", "pretrained=a/m", results, R"(,"date":1788602400)" + more);
  };
  EvaluationRun limited = later(R"("copa_es":{"acc,none":1.0})");
  limited.limited = true;
  const EvaluationRun unusable[] = {
      limited, later(R"("copa_es":{"acc,none":NaN})"), later(R"("copa_es":{"acc,none":80})"),
      later(R"("copa_es":{"f1,none":0.9})"),
      later(R"("copa_es":{"acc,none":1.0})",
            R"(,"n-samples":{"copa_es":{"original":500,"effective":10}})")};
  for (const EvaluationRun& newer : unusable) {
    for (const bool turned : {false, true}) {
      const Outcome o = turned ? made({newer, whole}) : made({whole, newer});
      EXPECT_EQ(o.raw("a/m", "copa_es"), 80);
      EXPECT_TRUE(o.said("2.json: ")) << "what is left out is said";
    }
  }
  EXPECT_EQ(made({whole, later(kCopa60)}).raw("a/m", "copa_es"), 60);
}

// CrowS-Pairs has no score of its own: a part without a number takes nothing away either.
TEST(ResultRows, PartsKeepTheirNumbers) {
  const std::string samples =
      R"(,"n-samples":{"crows_pairs_spanish_age":{"original":1507,"effective":1507}})";
  const Outcome o = made({harness("1.json", "pretrained=a/m",
                                  R"("crows_pairs_spanish_age":{"pct_stereotype,none":0.6})",
                                  samples + R"(,"date":1788256800)"),
                          harness("2.json", "pretrained=a/m",
                                  R"("crows_pairs_spanish_age":{"pct_stereotype,none":NaN})",
                                  samples + R"(,"date":1788602400)")});
  EXPECT_EQ(o.raw("a/m", "crows_pairs_spanish"), 60);
}

// Five examples in the prompt are another evaluation than the board's three.
TEST(ResultRows, OtherNumbersOfExamplesAreLeftOutWithASentence) {
  const auto with = [](const char* file, const char* score, const char* shots, const char* date) {
    return harness(file, "pretrained=a/m", score,
                   R"(,"n-shot":{"copa_es":)" + std::string(shots) + R"(},"date":)" + date);
  };
  const Outcome o = made(
      {with("1.json", kCopa80, "3", "1788256800"), with("2.json", kCopa60, "5", "1788602400")});
  EXPECT_EQ(o.raw("a/m", "copa_es"), 80);
  EXPECT_TRUE(o.said("2.json: 5 examples in the prompt, not 3 as in the score that counts"));
  // Neither is the board's: the newest.
  const Outcome n = made(
      {with("1.json", kCopa80, "0", "1788256800"), with("2.json", kCopa60, "5", "1788602400")});
  EXPECT_EQ(n.raw("a/m", "copa_es"), 60);
  EXPECT_TRUE(n.said("1.json: 0 examples in the prompt, not 5"));
}

TEST(ResultRows, ATableWithoutAnyNumberIsNotToBePublished) {
  EvaluationRun limited = harness("1.json", "pretrained=a/m", kCopa80);
  limited.limited = true;
  EXPECT_FALSE(made({limited}).table.has_scores());
  EXPECT_FALSE(made({harness("1.json", "pretrained=a/m", R"("copa_es":{"f1,none":0.9})")})
                   .table.has_scores());
  EXPECT_TRUE(made({harness("1.json", "pretrained=a/m", kCopa80)}).table.has_scores());
}

}  // namespace
}  // namespace tablero
