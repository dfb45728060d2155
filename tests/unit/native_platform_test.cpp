// The desktop body's parts that need no display: files, shaders on disk, keys, pictures.
#ifdef TABLERO_HAS_NATIVE
#include "platform/native/native_platform.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "platform/native/disk.h"
#include "platform/native/image.h"
#include "platform/native/keys.h"
#include "platform/native/options.h"
#include "platform/native/shader_folder.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace tablero {
namespace {

namespace fs = std::filesystem;

class NativeTest : public testing::Test {
 protected:
  NativeTest() {
    std::string pattern = (fs::temp_directory_path() / "tablero-unit-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~NativeTest() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
  }
  std::string read(const std::string& name) const { return read_file(path(name), 1 << 20).body; }

 private:
  std::string folder_;
};

TEST_F(NativeTest, ReadsBytesAsTheyAre) {
  const std::string bytes("a\0b\xff\n", 5);
  write("x", bytes);
  const FetchResult result = read_file(path("x"), 5);
  EXPECT_TRUE(result.ok);
  EXPECT_EQ(result.status, 200);
  EXPECT_EQ(result.body, bytes);
}

// Opening a pipe that nobody writes to would wait for ever.
TEST_F(NativeTest, RefusesPipesAndDevicesAtOnce) {
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(read_file(path("pipe"), 10).error, "a named pipe");
  EXPECT_EQ(read_file("/dev/zero", 10).error, "a device");
  EXPECT_EQ(write_file_whole(path("pipe"), "x").fault().found, "a named pipe");
  EXPECT_EQ(write_file_whole(path(""), "x").fault().found, "a folder");
  EXPECT_EQ(write_file_whole("/dev/null", "x").fault().found, "a device");
}

TEST_F(NativeTest, ANewFileIsPrivateUntilItIsInPlaceAndThenLikeTheOldOne) {
  const auto mode = [&](const std::string& name) {
    return static_cast<unsigned>(fs::status(path(name)).permissions()) & 07777u;
  };
  write("x", "old");
  fs::permissions(path("x"), fs::perms(0640));
  const mode_t mask = umask(022);
  {
    Result<NewFile> file = NewFile::write(path("x"), "new");
    ASSERT_TRUE(file.ok());
    int others = 0;
    for (const auto& entry : fs::directory_iterator(path(""))) {
      if (entry.path().filename() == "x") continue;
      ++others;
      EXPECT_EQ(static_cast<unsigned>(entry.status().permissions()), 0600u);
    }
    EXPECT_EQ(others, 1);
    EXPECT_EQ(read("x"), "old");
    ASSERT_TRUE(file.value().put_in_place().ok());
  }
  EXPECT_EQ(read("x"), "new");
  EXPECT_EQ(mode("x"), 0640u);
  ASSERT_TRUE(write_file_whole(path("y"), "y").ok());
  EXPECT_EQ(mode("y"), 0644u);
  umask(mask);
  // Given up: nothing stays.
  { const Result<NewFile> file = NewFile::write(path("z"), "z"); }
  EXPECT_EQ(std::distance(fs::directory_iterator(path("")), fs::directory_iterator()), 2);
}

// Somebody put links where files will be written: nothing behind them may change.
TEST_F(NativeTest, LinksThatWaitAreNotFollowed) {
  write("victim", "untouched");
  fs::create_symlink("victim", path("x"));
  fs::create_symlink("victim", path("x.part" + std::to_string(getpid())));
  fs::create_symlink("victim", path("x.new" + std::to_string(getpid())));
  ASSERT_TRUE(write_file_whole(path("x"), "new").ok());
  EXPECT_EQ(read("victim"), "untouched");
  EXPECT_EQ(read("x"), "new");
  EXPECT_FALSE(fs::is_symlink(path("x")));
}

TEST(NoMemoryDump, HoldsWhileItLives) {
  const auto core = [] {
    rlimit limit = {};
    getrlimit(RLIMIT_CORE, &limit);
    return limit.rlim_cur;
  };
  rlimit before = {};
  getrlimit(RLIMIT_CORE, &before);
  const rlimit open = {before.rlim_max, before.rlim_max};
  setrlimit(RLIMIT_CORE, &open);
  const int dumpable = prctl(PR_GET_DUMPABLE);
  {
    const NoMemoryDump guard;
    EXPECT_EQ(core(), 0u);
    EXPECT_EQ(prctl(PR_GET_DUMPABLE), 0);
  }
  EXPECT_EQ(core(), before.rlim_max);
  EXPECT_EQ(prctl(PR_GET_DUMPABLE), dumpable);
  setrlimit(RLIMIT_CORE, &before);
}

TEST_F(NativeTest, RefusesWhatIsTooLargeMissingOrAFolder) {
  write("x", "123456");
  const FetchResult large = read_file(path("x"), 5);
  EXPECT_FALSE(large.ok);
  EXPECT_EQ(large.status, 413);
  EXPECT_TRUE(large.body.empty());
  EXPECT_EQ(read_file(path("nothing"), 5).status, 404);
  const FetchResult folder = read_file(path(""), 5);
  EXPECT_FALSE(folder.ok);
  EXPECT_FALSE(folder.error.empty());
}

TEST_F(NativeTest, WritesWholeOrNotAtAll) {
  write("x", "old");
  ASSERT_TRUE(write_file_whole(path("x"), "new").ok());
  EXPECT_EQ(read("x"), "new");
  EXPECT_FALSE(write_file_whole(path("no/such/x"), "new").ok());
  // Nothing but the one file is left.
  EXPECT_EQ(std::distance(fs::directory_iterator(path("")), fs::directory_iterator()), 1);
}

TEST(InnerPath, StaysInside) {
  for (const char* good : {"a", "data/x.json", "a..b/c", "..."})
    EXPECT_TRUE(is_inner_path(good)) << good;
  for (const char* bad : {"", "/etc/passwd", "..", "../x", "a/../../x", "a/.."}) {
    EXPECT_FALSE(is_inner_path(bad)) << bad;
  }
  EXPECT_FALSE(is_inner_path(std::string_view("a\0b", 3)));
}

TEST_F(NativeTest, SeesChangesOfShadersOnce) {
  write("a.vert", "one");
  ShaderFolder shaders(path(""));
  EXPECT_FALSE(shaders.changed());
  EXPECT_EQ(shaders.read("a.vert"), "one");
  write("a.vert", "three");
  EXPECT_TRUE(shaders.changed());
  EXPECT_FALSE(shaders.changed());
  EXPECT_EQ(shaders.read("a.vert"), "three");
  write("b.frag", "");
  EXPECT_TRUE(shaders.changed());
  fs::remove(path("a.vert"));
  EXPECT_TRUE(shaders.changed());
  EXPECT_EQ(shaders.read("a.vert"), "");
  EXPECT_EQ(shaders.read("../secret"), "");
}

TEST_F(NativeTest, FetchesDataFromTheGivenFolder) {
  class Probe final : public NativePlatform {
   public:
    using NativePlatform::NativePlatform;
    double now() const override { return 0; }
    void request_frame() override {}
    void request_frame_after(double) override {}
  };
  write("editions.json", "{}");
  Probe probe(path(""));
  FetchResult got;
  const auto take = [&got](FetchResult result) { got = std::move(result); };
  probe.fetch("data/editions.json", 100, take);
  EXPECT_TRUE(got.ok);
  EXPECT_EQ(got.body, "{}");
  probe.fetch("data/../editions.json", 100, take);
  EXPECT_FALSE(got.ok);
  probe.fetch("data/none.json", 100, take);
  EXPECT_EQ(got.status, 404);
}

TEST(NativeKeys, FollowTheLayoutForLetters) {
  EXPECT_EQ(key_from_glfw(GLFW_KEY_Q, "a"), Key::kA);  // an AZERTY keyboard
  EXPECT_EQ(key_from_glfw(GLFW_KEY_A, "q"), Key::kNone);
  EXPECT_EQ(key_from_glfw(GLFW_KEY_KP_ENTER, nullptr), Key::kEnter);
  EXPECT_EQ(key_from_glfw(GLFW_KEY_SEMICOLON, "\xC3\xB1"), Key::kNone);
  EXPECT_EQ(key_from_character('/'), Key::kSlash);
  EXPECT_EQ(key_from_character('a'), Key::kNone);
}

TEST(NativeKeys, EveryRowOfTheTableIsFoundByItsNumberOrItsCharacter) {
  struct Row {
    Key key;
    std::string web;
    int glfw;
  };
#define TABLERO_KEYBOARD_KEY(enumerator, web, glfw, imgui) {Key::enumerator, web, glfw},
  const std::vector<Row> rows = {
#include "platform/keyboard.def"
  };
#undef TABLERO_KEYBOARD_KEY
  ASSERT_EQ(rows.size(), static_cast<std::size_t>(Key::kCount));
  ASSERT_EQ(rows[0].key, Key::kNone);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& [key, web, glfw] = rows[i];
    SCOPED_TRACE(web);
    if (glfw != GLFW_KEY_UNKNOWN) {
      EXPECT_EQ(key_from_glfw(glfw, nullptr), key);
      continue;
    }
    ASSERT_EQ(web.size(), 1u) << "a key without a number of GLFW is known by one character";
    const bool letter = web[0] >= 'a' && web[0] <= 'z';
    EXPECT_EQ(key_from_glfw(GLFW_KEY_WORLD_1, web.c_str()), letter ? key : Key::kNone);
    EXPECT_EQ(key_from_character(static_cast<unsigned char>(web[0])), letter ? Key::kNone : key);
  }
  EXPECT_EQ(key_from_glfw(GLFW_KEY_UNKNOWN, nullptr), Key::kNone);
  EXPECT_EQ(key_from_character(0), Key::kNone);
  EXPECT_EQ(key_from_character(0xF1), Key::kNone);
}

TEST(NativeKeys, ModifiersIncludeTheKeyThatIsPressed) {
  EXPECT_EQ(mods_from_glfw(GLFW_KEY_LEFT_SHIFT, true, 0), kModShift);
  EXPECT_EQ(mods_from_glfw(GLFW_KEY_LEFT_SHIFT, false, GLFW_MOD_SHIFT | GLFW_MOD_CONTROL),
            kModCtrl);
  EXPECT_EQ(mods_from_glfw(GLFW_KEY_A, true, GLFW_MOD_SUPER | GLFW_MOD_ALT), kModMeta | kModAlt);
}

TEST(NativeOptions, SizesAndJoinedValues) {
  int width = 0, height = 0;
  EXPECT_TRUE(parse_size("1x16384", width, height));
  EXPECT_EQ(width, 1);
  EXPECT_EQ(height, 16384);
  for (const char* bad :
       {"", "x", "12", "12x", "x12", "1x16385", "-1x5", "1x2x3", "1 x2", "1e2x3"}) {
    EXPECT_FALSE(parse_size(bad, width, height)) << bad;
  }
  const auto parsed = parse_options({"--query=view=mapa&edition=2024", "--data", "--size"});
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().query, "view=mapa&edition=2024");
  EXPECT_EQ(parsed.value().data_dir, "--size");  // a value is taken as it is
}

TEST(NativeOptions, OneSentenceSaysWhatIsWrong) {
  using Arguments = std::vector<std::string_view>;
  const std::pair<Arguments, const char*> cases[] = {
      {{"--bogus"}, "unknown option --bogus"},
      {{"--query", "x", "--size"}, "--size: a value is missing"},
      {{"--size=0x5"}, "--size: expected WIDTHxHEIGHT, each 1 to 16384, found 0x5"},
      {{"--scale", "9"}, "--scale: expected a number from 0.5 to 4, found 9"},
      {{"--help", "--bogus"}, "unknown option --bogus"},
  };
  for (const auto& [arguments, sentence] : cases) {
    const auto parsed = parse_options(arguments);
    ASSERT_FALSE(parsed.ok()) << sentence;
    EXPECT_EQ(parsed.fault().sentence, sentence);
  }
  const auto help = parse_options({"--help"});
  EXPECT_TRUE(help.ok() && help.value().help);
}

TEST(NativeImage, RefusesAnEmptyOrInconsistentPicture) {
  EXPECT_FALSE(encode_png(Image{}).ok());
  EXPECT_FALSE(encode_png(Image{2, 2, std::vector<std::uint8_t>(15)}).ok());
  EXPECT_TRUE(encode_png(Image{2, 2, std::vector<std::uint8_t>(16)}).ok());
}

}  // namespace
}  // namespace tablero
#endif
