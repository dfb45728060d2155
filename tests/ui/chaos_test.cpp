// The whole program, ImGui included, under random events, links, sizes and faults of files. Nothing
// may crash (the sanitizers look), what it tells the platform must hold, and in the end it must
// draw again as if nothing had happened.
//
// A life is one start of the program; its seed is printed when it ends badly.
//   TABLERO_CHAOS_SECONDS=600   how long (12 s of the processor)
//   TABLERO_CHAOS_SEED=42       this life only
#include <gtest/gtest.h>
#include <sanitizer/common_interface_defs.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "app/app.h"
#include "base/text.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

constexpr int kEvents = 250;
constexpr double kSeconds = 12;

unsigned long current_seed = 0;

// Called while the process ends: nothing that allocates.
void say_seed() {
  char text[96];
  const int n = std::snprintf(text, sizeof text,
                              "\nchaos: TABLERO_CHAOS_SEED=%lu repeats this life\n", current_seed);
  (void)!write(STDERR_FILENO, text, static_cast<std::size_t>(n));
}

void say_seed_and_end(int signal) {
  say_seed();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

class Life {
 public:
  explicit Life(unsigned long seed) : random_(seed) {
    platform_.answer = [this](const std::string& path, FetchResult result, FetchHandler handler) {
      Answer answer{path, std::move(result), std::move(handler)};
      if (chance(3)) {
        waiting_.push_back(std::move(answer));
      } else {
        give(std::move(answer));
      }
    };
    AppOptions options;
    options.query = link();
    options.gl = false;
    options.own_focus = chance(2);
    app_ = std::make_unique<App>(platform_, options);
    app_->on_viewport({1280, 800, 1280, 800});
  }

  void run() {
    for (int i = 0; i < kEvents && !testing::Test::HasFailure(); ++i) {
      event();
      if (chance(2)) frame();
    }
  }

  // All files arrive, somebody looks again, and the program must be there.
  void end() {
    calm_ = true;
    for (int round = 0; round < 20 && !waiting_.empty(); ++round) give_all();
    app_->on_context_restored();
    app_->on_visible(true);
    app_->on_environment({});
    app_->on_pointer({PointerKind::kMouse, PointerPhase::kLeave, 0, 0, -1, -1, 0});
    app_->on_viewport({1280, 800, 1280, 800});
    // ImGui takes events that were not drawn yet one frame at a time.
    settle(kEvents);
    app_->on_query("view=fuentes&lang=es");
    settle(60);
    EXPECT_EQ(app_->state().view, View::kFuentes);
    // Without fonts and words the page has a fallback of its own.
    if (core_arrived_) EXPECT_GT(app_->semantics().nodes().size(), 5u);
  }

 private:
  struct Answer {
    std::string path;
    FetchResult result;
    FetchHandler handler;
  };

  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool chance(int of) { return below(of) == 0; }
  float place(float size) {
    constexpr float kOdd[] = {0, -1, -1e9f, 1e9f, 0.49f};
    return chance(20) ? kOdd[below(5)] : static_cast<float>(below(100000)) * size / 100000;
  }
  template <class T, std::size_t N>
  T one_of(const T (&list)[N]) {
    return list[below(static_cast<int>(N))];
  }

  // Some bytes changed, cut off or doubled.
  std::string spoiled(std::string text) {
    for (int i = below(4); i >= 0 && !text.empty(); --i) {
      const auto at = static_cast<std::size_t>(below(static_cast<int>(text.size())));
      switch (below(5)) {
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.resize(at);
          break;
        case 2:
          text.insert(at, text.substr(at, 20));
          break;
        case 3:
          text[at] = one_of({'"', ',', '[', '{', '0', '-'});
          break;
        default:
          text.erase(at, 1);
      }
    }
    return text;
  }

  std::string link() {
    static constexpr const char* kLinks[] = {
        "view=panorama&edition=2024",
        "view=mapa&edition=2023,2024&map=-58.4,-34.6,4.5&proj=globe&shade=cities",
        "view=mapa&points=density&grid=on&country=ES,MX",
        "view=leaderboard&sort=-mean,id&cols=size,licence&panel=compare&scale=raw&heat=table",
        "view=leaderboard&snapshot=latxa-2024&filter=type:unknown&panel=tasks",
        "view=contribuciones&lang=pt&theme=dark",
        "view=proyectos&q=M%C3%A9xico&topic=health&sdg=3,4",
        "view=charlas&q=%E2%80%AE%00",
        "view=fuentes&q=C24-03&lang=en",
        ""};
    const std::string known = one_of(kLinks);
    return chance(3) ? spoiled(known) : known;
  }

  std::string words() {
    static constexpr const char* kWords[] = {
        "a", "lima", "\xC3\xA9", "\xF0\x9F\x8C\x8E", "e\u0301", "\xE2\x80\xAE", "\x1b",
        " ", "=1+1", "%s%n"};
    std::string text;
    for (int i = below(6); i >= 0; --i) text += one_of(kWords);
    if (chance(30)) text.append(100000, 'x');
    return text;
  }

  std::uint32_t some_node() {
    const List<SemanticsNode>& nodes = app_->semantics().nodes();
    if (nodes.empty() || chance(20)) return static_cast<std::uint32_t>(random_());
    return nodes[static_cast<std::size_t>(below(static_cast<int>(nodes.size())))].id;
  }

  void give(Answer answer) {
    FetchResult& r = answer.result;
    if (!calm_ && chance(8)) {
      if (answer.path.rfind("data/", 0) != 0 || answer.path.rfind("data/i18n/", 0) == 0)
        core_arrived_ = false;
      static constexpr const char* kBodies[] = {"", "<!DOCTYPE html>", "[]", "{\"version\":1}",
                                                "null"};
      switch (below(4)) {
        case 0:
          r = {false, 500, "", "HTTP 500"};
          break;
        case 1:
          r.body = one_of(kBodies);
          break;
        case 2:
          r = {false, 0, "", "network error"};
          break;
        default:
          r.body = spoiled(std::move(r.body));
      }
    }
    answer.handler(std::move(answer.result));
  }

  void give_all() {
    std::vector<Answer> answers = std::move(waiting_);
    waiting_.clear();
    for (Answer& answer : answers) give(std::move(answer));
  }

  void settle(int frames) {
    for (int i = 0; i < frames; ++i) {
      give_all();
      frame();
    }
  }

  void size() {
    constexpr int kSizes[] = {0, 1, 17, 320, 640, 1280, 1920, 8000};
    const int width = one_of(kSizes), height = one_of(kSizes);
    const float scale = one_of({0.5f, 1.0f, 1.5f, 3.0f});
    app_->on_viewport({static_cast<float>(width), static_cast<float>(height),
                       static_cast<int>(static_cast<float>(width) * scale),
                       static_cast<int>(static_cast<float>(height) * scale)});
  }

  void environment() {
    Environment e;
    e.dark = chance(2);
    e.reduced_motion = chance(2);
    e.forced_colors = chance(4);
    e.more_contrast = chance(4);
    e.coarse_pointer = chance(3);
    e.embedded = chance(3);
    e.text_scale = one_of({0.75f, 1.0f, 1.3f, 2.0f});
    app_->on_environment(e);
  }

  void pointer() {
    PointerEvent e;
    e.kind = static_cast<PointerKind>(below(3));
    e.phase = static_cast<PointerPhase>(below(5));
    e.id = below(4);
    e.button = below(3);
    e.x = place(1280);
    e.y = place(800);
    e.mods = static_cast<std::uint8_t>(below(16));
    app_->on_pointer(e);
  }

  void event() {
    switch (below(16)) {
      case 0:
      case 1:
      case 2:
        return pointer();
      case 3:
        app_->on_wheel({place(1280), place(800), place(400) - 200, place(400) - 200, chance(4),
                        static_cast<std::uint8_t>(below(16))});
        return;
      case 4:
      case 5:
        app_->on_key({static_cast<Key>(below(static_cast<int>(Key::kCount))), !chance(3), chance(4),
                      static_cast<std::uint8_t>(below(16))});
        return;
      case 6:
        return app_->on_text(words());
      case 7:
        return app_->on_query(link());
      case 8:
      case 9:
        return app_->on_activate(some_node());
      case 10:
        return chance(2) ? app_->on_set_value(some_node(), words())
                         : app_->on_edit(some_node(), words(), below(20) - 2);
      case 11:
        return app_->on_focus_node(some_node());
      case 12:
        return chance(3) ? size() : environment();
      case 13:
        app_->on_touch_start(place(1280), place(800), below(4));
        return;
      case 14:
        return rarely();
      default:
        platform_.time += one_of({0.0, 0.001, 0.1, 5.0, 1e6});
        if (!waiting_.empty() && chance(2)) give_all();
    }
  }

  void rarely() {
    switch (below(4)) {
      case 0:
        return app_->on_focus(chance(2));
      case 1:
        return app_->on_visible(!chance(3));
      case 2:
        return app_->on_context_lost();
      default:
        return app_->on_context_restored();
    }
  }

  void frame() {
    platform_.time += 1.0 / 60;
    if (!app_->frame()) return;
    const Semantics& s = app_->semantics();
    std::set<std::uint32_t> ids;
    for (const SemanticsNode& n : s.nodes()) {
      EXPECT_TRUE(n.id != 0 && ids.insert(n.id).second) << "ids are unique";
      EXPECT_TRUE(std::isfinite(n.x) && std::isfinite(n.y) && std::isfinite(n.w) &&
                  std::isfinite(n.h) && std::isfinite(n.value_now))
          << s.name(n);
      EXPECT_TRUE(n.role < static_cast<std::uint8_t>(Role::kCount));
      EXPECT_TRUE(valid_utf8(s.name(n)) && valid_utf8(s.value(n))) << s.name(n);
      EXPECT_TRUE(n.parent == 0 || ids.count(n.parent) == 1) << "parents come first";
    }
    const std::string query = to_query(app_->state());
    EXPECT_EQ(to_query(from_query(query)), query) << "a link says what is seen";
    EXPECT_TRUE(from_query(query) == app_->state()) << query;
  }

  std::mt19937 random_;
  TestPlatform platform_;
  std::vector<Answer> waiting_;
  bool calm_ = false, core_arrived_ = true;
  std::unique_ptr<App> app_;
};

TEST(Chaos, TheProgramOutlivesIt) {
  const char* one = std::getenv("TABLERO_CHAOS_SEED");
  const char* limit = std::getenv("TABLERO_CHAOS_SECONDS");
  const double seconds = limit != nullptr ? std::atof(limit) : kSeconds;
  __sanitizer_set_death_callback(say_seed);
  const auto before = std::signal(SIGABRT, say_seed_and_end);
  const double start = processor_seconds();
  int lives = 0;
  for (current_seed = one != nullptr ? std::strtoul(one, nullptr, 10) : 1;
       !HasFailure() && (lives == 0 || (one == nullptr && processor_seconds() - start < seconds));
       ++current_seed, ++lives) {
    Life life(current_seed);
    life.run();
    life.end();
    if (HasFailure()) say_seed();
  }
  std::signal(SIGABRT, before);
  __sanitizer_set_death_callback(nullptr);
  RecordProperty("lives", lives);
  if (limit != nullptr) std::printf("chaos: %d lives of %d events\n", lives, kEvents);
}

}  // namespace
}  // namespace tablero::test
