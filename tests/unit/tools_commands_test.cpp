// The commands of tablero-data as they are called, on copies of data/.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>
#include <vector>

#include "fixtures/files.h"
#include "tools/command_line.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/progress.h"

namespace tablero {
namespace {

namespace fs = std::filesystem;

const std::string kFixtures = std::string(TABLERO_TEST_DIR) + "/fixtures/";
const std::string kGazetteer = std::string(TABLERO_ASSET_DIR) + "/gazetteer.bin";

std::string text_of(std::FILE* file) {
  std::string text;
  std::rewind(file);
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
  return text;
}

struct Outcome {
  int status = -1;
  std::string out, err;
};

Outcome call(const std::vector<std::string>& arguments) {
  std::FILE *out = std::tmpfile(), *err = std::tmpfile();
  const Console console(out, err);
  Outcome o;
  o.status = run_tablero_data(Arguments(arguments.begin(), arguments.end()), console);
  o.out = text_of(out);
  o.err = text_of(err);
  std::fclose(out);
  std::fclose(err);
  return o;
}

std::map<std::string, std::string> contents(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files[fs::relative(entry.path(), folder)] = test::file_text(entry.path());
  }
  return files;
}

class Commands : public ::testing::Test {
 protected:
  Commands() {
    std::string pattern = (fs::temp_directory_path() / "tablero-data-XXXXXX").string();
    dir_ = mkdtemp(pattern.data());
    data_ = dir_ + "/data";
    fs::copy(TABLERO_DATA_DIR, data_, fs::copy_options::recursive);
  }
  ~Commands() override { fs::remove_all(dir_); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(dir_ + "/" + name) << text;
  }
  Outcome import(const std::string& file, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"import",    "registrations", file,
                                          "--edition", "2026",          "--data",
                                          data_,       "--gazetteer",   kGazetteer};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return call(arguments);
  }

  std::string dir_, data_;
};

TEST_F(Commands, WrongUsageIsTwoAndSaysWhereHelpIs) {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"chek"},
      {"check", "a", "b"},
      {"check", "--data"},
      {"import"},
      {"import", "people"},
      {"import", "registrations"},
      {"import", "registrations", "a.csv"},
      {"import", "registrations", "a.csv", "b.csv", "--edition", "2026"},
      {"import", "registrations", "a.csv", "--edition", "next"},
      {"import", "registrations", "a.csv", "--edition", "2026", "--k", "2"},
      {"import", "registrations", "a.csv", "--edition", "2026", "--k"},
      {"import", "registrations", "a.csv", "--edition", "2026", "--edition", "2025"},
      {"import", "results", "--snapshot", "x"},
      {"import", "results", "a.json"},
      {"import", "results", "a.json", "--snapshot", "x", "--dry-run=yes"}};
  for (const auto& arguments : wrong) {
    const Outcome o = call(arguments);
    EXPECT_EQ(o.status, kWrongUsage) << (arguments.empty() ? "" : arguments.back());
    EXPECT_FALSE(o.err.empty());
  }
  EXPECT_NE(call({"import", "registrations"}).err.find("tablero-data import registrations --help"),
            std::string::npos);
}

TEST_F(Commands, EveryCommandHasHelpWithExamples) {
  for (const std::vector<std::string>& command : {std::vector<std::string>{},
                                                  {"check"},
                                                  {"import", "registrations"},
                                                  {"import", "results"},
                                                  {"tables"}}) {
    std::vector<std::string> arguments = command;
    arguments.push_back("--help");
    const Outcome o = call(arguments);
    EXPECT_EQ(o.status, kDone);
    EXPECT_NE(o.out.find("examples:\n  tablero-data"), std::string::npos);
    EXPECT_NE(o.out.find("exit status"), std::string::npos);
  }
}

TEST_F(Commands, CheckSaysEveryFaultOnALine) {
  EXPECT_EQ(call({"check", data_}).status, kDone);
  EXPECT_EQ(call({"check", dir_ + "/none"}).status, kInputAtFault);
  std::ofstream(data_ + "/cities.json") << "{\"version\":1}";
  std::ofstream(data_ + "/community.json") << "<html>";
  fs::remove(data_ + "/leaderboard/tasks.json");
  const Outcome o = call({"check", data_});
  EXPECT_EQ(o.status, kInputAtFault);
  EXPECT_NE(
      o.err.find(data_ + "/community.json: expected JSON, found a web page instead of JSON\n"),
      std::string::npos)
      << o.err;
  EXPECT_NE(o.err.find(data_ + "/cities.json: /note: expected an object, found nothing\n"),
            std::string::npos)
      << o.err;
  EXPECT_NE(o.err.find(data_ + "/leaderboard/tasks.json: expected a file, found nothing\n"),
            std::string::npos);
}

TEST_F(Commands, AnImportIsWholeAndPassesTheCheck) {
  const Outcome o = import(kFixtures + "registrations/forms_pt.tsv");
  EXPECT_EQ(o.status, kDone) << o.err;
  EXPECT_EQ(o.err, "");
  EXPECT_NE(o.out.find("Published: 220 people; 9 of 10 countries, 11 of 21 cities (k = 5)"),
            std::string::npos)
      << o.out;
  EXPECT_NE(o.out.find("Columns not known, not read:\n  O que você espera?\n"), std::string::npos);
  EXPECT_EQ(call({"check", data_}).status, kDone);
  EXPECT_EQ(contents(data_).size(), contents(TABLERO_DATA_DIR).size());  // no file is left beside
  const Outcome again = import(kFixtures + "registrations/eventbrite_es_latin1.csv");
  EXPECT_EQ(again.status, kDone);
  EXPECT_NE(again.out.find("Nothing changed"), std::string::npos) << again.out;
}

TEST_F(Commands, NothingIsWrittenOnADryRunOrAFault) {
  const auto before = contents(data_);
  EXPECT_EQ(import(kFixtures + "registrations/forms_pt.tsv", {"--dry-run"}).status, kDone);
  EXPECT_EQ(import(dir_ + "/none.csv").status, kInputAtFault);
  EXPECT_EQ(import(dir_).status, kInputAtFault);
  write("empty.csv", "");
  write("open.csv", "Email,Ciudad\na@example.org,\"Madrid\nb@example.org,Lima\n");
  write("few.csv", "Email,Ciudad\na@example.org,Madrid\nb@example.org,Lima\n");
  write("map.json", "{\"columns\":{\"place\":\"Sitio\"}}");
  for (const char* file : {"empty.csv", "open.csv", "few.csv"}) {
    const Outcome o = import(dir_ + "/" + file);
    EXPECT_EQ(o.status, kInputAtFault) << file;
    EXPECT_NE(o.err.find("expected"), std::string::npos);
  }
  EXPECT_NE(import(dir_ + "/open.csv").err.find("line 2: expected a closing quote"),
            std::string::npos);
  EXPECT_EQ(import(dir_ + "/few.csv", {"--map", dir_ + "/map.json"}).status, kInputAtFault);
  EXPECT_EQ(contents(data_), before);
}

// An existing fault in data/ is reported and prevents the import.
TEST_F(Commands, AFaultyFolderIsNotWrittenTo) {
  std::ofstream(data_ + "/sponsors.json") << "[]";
  const auto before = contents(data_);
  const Outcome o = import(kFixtures + "registrations/forms_pt.tsv");
  EXPECT_EQ(o.status, kInputAtFault);
  EXPECT_NE(o.err.find("/sponsors.json: expected an object, found an array of 0"),
            std::string::npos)
      << o.err;
  EXPECT_EQ(contents(data_), before);
}

TEST_F(Commands, ResultsBecomeASnapshot) {
  const std::vector<std::string> arguments = {
      "import", "results", kFixtures + "results", "--snapshot", "prueba-2026", "--data", data_};
  const Outcome o = call(arguments);
  EXPECT_EQ(o.status, kDone) << o.err;
  EXPECT_NE(o.out.find("Snapshot prueba-2026: 4 models (4 new), 25 tasks"), std::string::npos)
      << o.out;
  EXPECT_NE(o.out.find("not read:\n  tarea_desconocida\n"), std::string::npos);
  EXPECT_EQ(call({"check", data_}).status, kDone);
  EXPECT_NE(call(arguments).out.find("Nothing changed"), std::string::npos);
  const auto before = contents(data_);
  write("bad.json", "{\"results\":");
  EXPECT_EQ(
      call({"import", "results", dir_ + "/bad.json", "--snapshot", "x", "--data", data_}).status,
      kInputAtFault);
  EXPECT_EQ(call({"import", "results", dir_ + "/none", "--snapshot", "x", "--data", data_}).status,
            kInputAtFault);
  EXPECT_EQ(call({"import", "results", kFixtures + "results", "--snapshot", "lb-2025-07", "--data",
                  data_})
                .status,
            kInputAtFault);
  EXPECT_EQ(contents(data_), before);
}

TEST_F(Commands, AFolderThatCannotTakeOneFileTakesNone) {
  DataFolder folder(data_);
  const auto before = contents(data_);
  folder.change("manifest.json", "{}");
  folder.change("cities.json/x/y.json", "{}");  // a file stands where a folder would have to be
  EXPECT_FALSE(folder.write().ok());
  EXPECT_EQ(contents(data_), before);
}

// Only on a terminal, and only for work longer than a second.
TEST(Progress, ShowsOnATerminalAfterASecond) {
  for (const bool terminal : {true, false}) {
    std::FILE* err = std::tmpfile();
    const Console console(stdout, err, terminal);
    {
      Progress progress(console, "reading", 4u << 20);
      progress.update(1u << 20);
      EXPECT_EQ(text_of(err), "");
      std::this_thread::sleep_for(std::chrono::milliseconds(1050));
      progress.update(3u << 20);
      EXPECT_EQ(text_of(err), terminal ? "\rreading:  75 %, 3 MB" : "");
    }
    EXPECT_EQ(text_of(err).empty(), !terminal);  // and wipes its line
    std::fclose(err);
  }
}

TEST(CommandLine, OptionsValuesAndTheRest) {
  const auto read = read_command_line({"a", "--x=1=2", "--y", "-3", "--flag", "--", "--x"},
                                      {{"--x"}, {"--y"}, {"--flag", false}});
  ASSERT_TRUE(read.ok());
  const CommandLine& line = read.value();
  EXPECT_EQ(line.get("--x"), "1=2");
  EXPECT_EQ(line.get("--y"), "-3");
  EXPECT_TRUE(line.has("--flag"));
  EXPECT_EQ(line.rest, (std::vector<std::string_view>{"a", "--x"}));
  EXPECT_EQ(line.get("--z", "none"), "none");
}

TEST(CommandLine, OneSentenceSaysWhatIsWrong) {
  using Arguments = std::vector<std::string_view>;
  const std::pair<Arguments, const char*> cases[] = {
      {{"--bogus=1"}, "unknown option --bogus"},
      {{"--x", "1", "--x=2"}, "--x is given twice"},
      {{"--flag=1"}, "--flag takes no value"},
      {{"a", "--x"}, "--x: a value is missing"},
      {{"--bogus", "--help"}, "unknown option --bogus"},
  };
  for (const auto& [arguments, sentence] : cases) {
    const auto read = read_command_line(arguments, {{"--x"}, {"--flag", false}});
    ASSERT_FALSE(read.ok()) << sentence;
    EXPECT_EQ(read.fault().sentence, sentence);
  }
}

TEST(CommandLine, HelpIsNoFailure) {
  for (const char* word : {"--help", "-h"}) {
    const auto read = read_command_line({"a", word, "--bogus"}, {});
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(read.value().help);
  }
}

}  // namespace
}  // namespace tablero
