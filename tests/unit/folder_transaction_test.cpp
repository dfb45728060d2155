// Imports that run at the same time, and imports that are killed: the folder is always one that
// some import left whole.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <thread>

#include "fixtures/files.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "unit/small_data_folder.h"

namespace tablero {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

// Every file below `dir`, hidden ones too; a link is read through.
Files contents(const std::string& dir) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    if (!entry.is_directory())
      files[entry.path().lexically_relative(dir)] = test::file_text(entry.path());
  }
  return files;
}

// Runs `work` in a process of its own, which ends with what it returns.
pid_t start(const std::function<int()>& work) {
  const pid_t pid = fork();
  if (pid == 0) _exit(work());
  return pid;
}

int status_of(pid_t pid) {
  int status = 0;
  EXPECT_EQ(waitpid(pid, &status, 0), pid);
  return status;
}

int call(const std::vector<std::string>& arguments, std::FILE* err) {
  static std::FILE* nowhere = std::fopen("/dev/null", "w");
  return run_tablero_data(Arguments(arguments.begin(), arguments.end()), Console(nowhere, err));
}

class Transactions : public ::testing::Test {
 protected:
  Transactions() {
    std::string pattern = (fs::temp_directory_path() / "tablero-folder-XXXXXX").string();
    root_ = mkdtemp(pattern.data());
    dir_ = root_ + "/data";
    test::write_folder(dir_, small_);
    std::ofstream(root_ + "/run.json")
        << R"({"config":{"model_name":"inventado/dos"},"results":{"copa_es":{"acc,none":0.75}}})";
  }
  ~Transactions() override { fs::remove_all(root_); }

  std::vector<std::string> import(const std::string& snapshot) const {
    return {"import",  "results",   root_ + "/run.json", "--snapshot", snapshot, "--date",
            "2026-11", "--licence", "Apache-2.0",        "--data",     dir_};
  }
  void reset() {
    fs::remove_all(dir_);
    test::write_folder(dir_, small_);
  }
  bool has(const std::string& snapshot) const {
    return test::file_text(dir_ + "/leaderboard/results.json")
               .find("\"id\":\"" + snapshot + "\"") != std::string::npos;
  }
  // What `check` says of the folder, faults included.
  std::string check() const {
    std::FILE* err = std::tmpfile();
    const int status = call({"check", dir_}, err);
    std::string said;
    std::rewind(err);
    for (int c = std::fgetc(err); c != EOF; c = std::fgetc(err)) said += static_cast<char>(c);
    std::fclose(err);
    EXPECT_EQ(status == kDone, said.empty());
    return said;
  }

  std::string root_, dir_;
  const Files small_ = test::small_data();
};

TEST_F(Transactions, OfTwoImportsAtOnceNoneIsLost) {
  int both = 0;
  for (int i = 0; i < 100; ++i) {
    int gate[2];
    ASSERT_EQ(pipe(gate), 0);
    const auto importer = [&](const char* snapshot) {
      return start([&] {
        close(gate[1]);
        char c;
        (void)!read(gate[0], &c, 1);  // until the parent closes its end
        return call(import(snapshot), std::fopen("/dev/null", "w"));
      });
    };
    const pid_t a = importer("a"), b = importer("b");
    close(gate[0]);
    close(gate[1]);
    const int first = status_of(a), second = status_of(b);
    ASSERT_TRUE(first == 0 || second == 0) << i;
    ASSERT_EQ(has("a"), first == 0) << i;
    ASSERT_EQ(has("b"), second == 0) << i;
    both += first == 0 && second == 0 ? 1 : 0;
    ASSERT_EQ(check(), "") << i;
    ASSERT_EQ(contents(dir_).count(std::string(kLockFile)), 0u);
    reset();
  }
  // Mostly one comes while the other is at work.
  EXPECT_LT(both, 50);
}

TEST_F(Transactions, AnImportThatIsKilledIsWholeOrNotAtAll) {
  const Files before = contents(dir_);
  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(status_of(start([&] { return call(import("a"), stderr); })), 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - began);
  const Files after = contents(dir_);
  std::mt19937 random(1);
  std::uniform_int_distribution<long> moment(0, whole.count());
  for (int i = 0; i < 50; ++i) {
    reset();
    const pid_t pid = start([&] { return call(import("a"), stderr); });
    std::this_thread::sleep_for(std::chrono::microseconds(moment(random)));
    kill(pid, SIGKILL);
    status_of(pid);
    ASSERT_EQ(check(), "") << i;
    const Files now = contents(dir_);
    ASSERT_TRUE(now == before || now == after) << i;
  }
}

// A process changes what is on the disk with calls of the system only: killed before each of them
// in turn (ptrace), it has been killed at every moment that there is.
TEST_F(Transactions, EveryMomentOfWritingIsRecovered) {
  const std::string other = root_ + "/elsewhere.json";
  const auto prepare = [&] {
    reset();
    std::ofstream(other) << small_.at("cities.json");
    fs::remove(dir_ + "/cities.json");
    fs::create_symlink(other, dir_ + "/cities.json");
    chmod((dir_ + "/sources.json").c_str(), 0640);
  };
  prepare();
  const Files before = contents(dir_);
  Files after = before;
  after["sources.json"] = "new sources";
  after["cities.json"] = "new cities";
  after["leaderboard/results/new.json"] = "a new file in a new folder";
  const auto work = [&] {
    DataFolder folder(dir_);
    if (!folder.open_for_change().ok()) return 1;
    for (const char* path : {"sources.json", "cities.json", "leaderboard/results/new.json"})
      folder.change(path, after[path]);
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) return 3;
    raise(SIGSTOP);
    return folder.write().ok() ? 0 : 2;
  };
  int killed = 0, old = 0;
  for (bool ended = false; !ended; ++killed) {
    prepare();
    const pid_t pid = start(work);
    // Two stops for each call, before and after it.
    int status = status_of(pid);
    ASSERT_TRUE(WIFSTOPPED(status)) << "this machine allows no ptrace";
    for (int stop = 0; stop <= 2 * killed && !ended; ++stop) {
      ASSERT_EQ(ptrace(PTRACE_SYSCALL, pid, nullptr, nullptr), 0);
      status = status_of(pid);
      ended = WIFEXITED(status);
    }
    if (!ended) {
      kill(pid, SIGKILL);
      status_of(pid);
    } else {
      ASSERT_EQ(WEXITSTATUS(status), 0);
    }
    ASSERT_TRUE(DataFolder(dir_).settle().ok()) << killed;
    const Files now = contents(dir_);
    ASSERT_TRUE(now == before || now == after) << killed;
    old += now == before ? 1 : 0;
    EXPECT_TRUE(fs::is_symlink(dir_ + "/cities.json")) << killed;
    EXPECT_EQ(fs::status(dir_ + "/sources.json").permissions(), fs::perms{0640}) << killed;
    EXPECT_FALSE(fs::exists(other + ".new")) << killed;
    EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator()), 3) << killed;
  }
  EXPECT_GT(old, 20);
  EXPECT_GT(killed - old, 5);
}

TEST_F(Transactions, ARenameThatFailsTakesTheOthersBack) {
  const pid_t pid = start([&] {
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) return 3;
    raise(SIGSTOP);
    DataFolder folder(dir_);
    if (!folder.open_for_change().ok()) return 1;
    for (const char* path : {"cities.json", "countries.json", "sources.json", "events.json"})
      folder.change(path, "new");
    return folder.write().ok() ? 0 : 2;
  });
  int status = status_of(pid);
  // Once all is decided, a folder stands where the third file has to go.
  const auto decided = [&] {
    return test::file_text(dir_ + "/" + std::string(kJournalFile)).find("true") !=
           std::string::npos;
  };
  while (WIFSTOPPED(status) && !decided()) {
    ASSERT_EQ(ptrace(PTRACE_SYSCALL, pid, nullptr, nullptr), 0);
    status = status_of(pid);
  }
  ASSERT_TRUE(WIFSTOPPED(status));
  fs::remove(dir_ + "/sources.json");
  fs::create_directories(dir_ + "/sources.json/x");
  ptrace(PTRACE_CONT, pid, nullptr, nullptr);
  status = status_of(pid);
  EXPECT_EQ(WEXITSTATUS(status), 2);
  fs::remove_all(dir_ + "/sources.json");
  Files expected = small_;
  expected.erase("sources.json");
  EXPECT_EQ(contents(dir_), expected);
}

// No file may grow beyond what a table of scores takes: as on a full disk, some files can be
// written and another one cannot.
TEST_F(Transactions, AFullDiskChangesNothing) {
  for (const rlim_t bytes : {rlim_t{0}, rlim_t{600}}) {
    std::FILE* err = std::tmpfile();
    const pid_t pid = start([&] {
      signal(SIGXFSZ, SIG_IGN);
      const rlimit limit = {bytes, bytes};
      setrlimit(RLIMIT_FSIZE, &limit);
      return call(import("a"), err);
    });
    EXPECT_EQ(WEXITSTATUS(status_of(pid)), kInputAtFault);
    std::fclose(err);
    EXPECT_EQ(contents(dir_), small_) << bytes;
  }
}

TEST_F(Transactions, AFolderThatMayNotBeWrittenIsSaid) {
  fs::permissions(root_, fs::perms{0755});
  fs::permissions(dir_, fs::perms{0555});
  int said[2];
  ASSERT_EQ(pipe(said), 0);
  const pid_t pid = start([&] {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && setresuid(kNobody, kNobody, kNobody) != 0) return 3;
    if (call({"check", dir_}, stderr) != kDone) return 4;
    return call(import("a"), fdopen(said[1], "w")) + (std::fflush(nullptr) == 0 ? 0 : 5);
  });
  close(said[1]);
  EXPECT_EQ(WEXITSTATUS(status_of(pid)), kInputAtFault);
  char text[400] = "";
  EXPECT_GT(read(said[0], text, sizeof text - 1), 0);
  close(said[0]);
  EXPECT_EQ(text, dir_ + ": expected a folder that can be written, found Permission denied\n");
  fs::permissions(dir_, fs::perms{0755});
  EXPECT_EQ(contents(dir_), small_);
}

TEST_F(Transactions, TheHolderOfTheLockIsNamed) {
  DataFolder holder(dir_);
  ASSERT_TRUE(holder.open_for_change().ok());
  std::FILE* err = std::tmpfile();
  EXPECT_EQ(call(import("a"), err), kInputAtFault);
  std::rewind(err);
  char line[400] = "";
  ASSERT_NE(std::fgets(line, sizeof line, err), nullptr);
  const std::string want = dir_ + ": expected no other import at work, found process " +
                           std::to_string(getpid()) + ", which began ";
  EXPECT_EQ(std::string(line).substr(0, want.size()), want);
  std::fclose(err);
  EXPECT_EQ(check(), "");  // reading goes on
  EXPECT_FALSE(has("a"));
}

TEST_F(Transactions, TheLockOfADeadProcessIsTakenOver) {
  const pid_t pid = start([&] {
    DataFolder folder(dir_);
    (void)folder.open_for_change();
    raise(SIGKILL);
    return 0;
  });
  status_of(pid);
  EXPECT_TRUE(fs::exists(dir_ + "/" + std::string(kLockFile)));
  EXPECT_EQ(call(import("a"), stderr), kDone);
  EXPECT_EQ(check(), "");
  EXPECT_FALSE(fs::exists(dir_ + "/" + std::string(kLockFile)));
}

TEST_F(Transactions, AJournalThatLeadsOutOfTheFolderIsRefused) {
  std::ofstream(root_ + "/victim") << "mine";
  std::ofstream(root_ + "/victim.new-0123456789abcdef") << "theirs";
  for (const char* entry : {R"({"path":"../victim","mark":"0123456789abcdef"})",
                            R"({"path":"x","mark":"/../../victim"})"}) {
    std::ofstream(dir_ + "/" + std::string(kJournalFile))
        << R"({"complete":true,"files":[)" << entry << "]}";
    EXPECT_NE(check().find("expected files of this folder"), std::string::npos) << entry;
  }
  EXPECT_EQ(test::file_text(root_ + "/victim"), "mine");
}

}  // namespace
}  // namespace tablero
