// The picture is a function of the state: after any sequence of states the page is the same as one
// that starts with the link, to the last vertex.
#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <array>
#include <cstring>
#include <random>

#include "ui/driver.h"

namespace tablero::test {
namespace {

struct Choice {
  const char* key;
  List<const char*> values;
};

// Values per key; the map's keys have the most, and some cannot be as they are said.
const List<Choice>& choices() {
  static const List<Choice> all = {
      {"lang", {"en", "pt"}},
      {"theme", {"dark", "light"}},
      {"edition", {"2022", "2023", "2024", "2022,2024", "2030"}},
      {"country", {"ES", "BR,MX", "MN", "AT"}},
      {"q", {"lima", "madrid", "xyzzy"}},
      {"topic", {"health"}},
      {"map",
       {"-60,-15,4", "-53,-10,2", "16.3721,48.2085,8", "0,85,1", "179.9,-60,3.07", "2,41,0",
        "-3.7,40.42,12", "-99.13,19.43,5.04"}},
      {"proj", {"globe", "globe", "mercator"}},
      {"shade", {"cities", "include_questions_collected", "nothing"}},
      {"points", {"density"}},
      {"grid", {"on"}},
      {"note", {"shown", "hidden"}},
      {"places", {"list"}},
      {"sort", {"-average", "size"}},
      {"panel", {"size", "compare", "tasks"}},
      {"scale", {"raw"}},
      {"heat", {"table"}}};
  return all;
}

std::string random_query(std::mt19937& rng) {
  const auto pick = [&rng](std::size_t n) { return static_cast<std::size_t>(rng() % n); };
  // The map twice as often as another tab.
  constexpr const char* kViews[] = {"mapa",           "mapa",        "mapa",
                                    "panorama",       "proyectos",   "charlas",
                                    "contribuciones", "leaderboard", "fuentes"};
  std::string query = std::string("view=") + kViews[pick(std::size(kViews))];
  for (const Choice& choice : choices()) {
    if (pick(4) != 0) continue;
    query += std::string("&") + choice.key + "=" + choice.values[pick(choice.values.size())];
  }
  return query;
}

// What a reader sees and hears of the frame.
struct Seen {
  List<std::string> nodes;
  List<std::string> shapes;
};

std::string line_of(const Semantics& s, const SemanticsNode& n) {
  char text[160];
  std::snprintf(text, sizeof text, "%d %x %.9g %.9g %.9g %.9g %d/%d %.9g ", n.role, n.state, n.x,
                n.y, n.w, n.h, n.position, n.set_size, n.value_now);
  // The small map of Panorama says how many cities there are once they have come, which is no
  // matter of the state: they are fetched when it is scrolled to, or with the map.
  std::string name(s.name(n));
  for (const std::string open : {"Abrir el mapa", "Open the map", "Abrir o mapa"}) {
    if (name.rfind(open + ": ", 0) == 0) name = open;
  }
  return text + name + " | " + std::string(s.value(n));
}

// Without the places of letters in their texture, which depend on the order of their first use.
Seen seen(Driver& d) {
  d.settle(600);
  Seen result;
  const Semantics& s = d.app->semantics();
  for (const SemanticsNode& n : s.nodes()) result.nodes.push_back(line_of(s, n));
  const ImDrawData* data = ImGui::GetDrawData();
  for (const ImDrawList* list : data->CmdLists) {
    for (const ImDrawCmd& c : list->CmdBuffer) {
      std::uint32_t hash = 2166136261u;
      const auto add = [&hash](const void* bytes, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
          hash = (hash ^ static_cast<const unsigned char*>(bytes)[i]) * 16777619u;
        }
      };
      for (unsigned i = 0; i < c.ElemCount; ++i) {
        const ImDrawVert& v = list->VtxBuffer[static_cast<int>(
            list->IdxBuffer[static_cast<int>(c.IdxOffset + i)] + c.VtxOffset)];
        add(&v.pos, sizeof v.pos);
        add(&v.col, sizeof v.col);
      }
      char text[160];
      std::snprintf(text, sizeof text, "%s %u %08x at %.9g %.9g %.9g %.9g", list->_OwnerName,
                    c.ElemCount, hash, c.ClipRect.x, c.ClipRect.y, c.ClipRect.z, c.ClipRect.w);
      result.shapes.push_back(text);
    }
  }
  return result;
}

// The first line in which two lists differ, "" when they do not.
std::string difference(const List<std::string>& a, const List<std::string>& b) {
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string one = i < a.size() ? a[i] : "nothing";
    const std::string other = i < b.size() ? b[i] : "nothing";
    if (one != other) return one + "\n  and fresh\n" + other;
  }
  return "";
}

void calm(Driver& d, bool reduced_motion) {
  Environment environment;
  environment.reduced_motion = reduced_motion;
  d.app->on_environment(environment);
}

struct Case {
  const char* name;
  float width, height;
  bool reduced_motion;
  unsigned seed;
};

class AnyState : public ::testing::TestWithParam<Case> {};

TEST_P(AnyState, LooksLikeAFreshStartWithItsLink) {
  constexpr int kSequences = 30;
  const Case& c = GetParam();
  std::mt19937 rng(c.seed);
  Driver lived("view=mapa", c.width, c.height);
  calm(lived, c.reduced_motion);
  lived.settle(600);
  int failed = 0;
  for (int i = 0; i < kSequences && failed < 5; ++i) {
    std::string told;
    for (std::size_t k = 1 + rng() % 4; k-- > 0;) {
      const std::string query = random_query(rng);
      told += "\n  " + query;
      lived.app->on_query(query);
      // Often the next one comes in the midst of a flight.
      lived.settle(rng() % 2 == 0 ? 600 : 1 + static_cast<int>(rng() % 12));
      if (rng() % 8 == 0) {
        lived.app->on_context_lost();
        lived.app->on_context_restored();
      }
    }
    const Seen after = seen(lived);
    const std::string link = to_query(lived.app->state());
    Driver fresh(link, c.width, c.height);
    calm(fresh, c.reduced_motion);
    const Seen start = seen(fresh);
    EXPECT_EQ(to_query(fresh.app->state()), link);
    const std::string nodes = difference(after.nodes, start.nodes);
    const std::string shapes = difference(after.shapes, start.shapes);
    EXPECT_EQ(nodes, "") << "sequence " << i << told << "\n= " << link;
    EXPECT_EQ(shapes, "") << "sequence " << i << told << "\n= " << link;
    failed += nodes.empty() && shapes.empty() ? 0 : 1;
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, AnyState,
                         ::testing::Values(Case{"wide", 1280, 800, true, 1},
                                           Case{"moving", 1100, 700, false, 2},
                                           Case{"phone", 390, 844, true, 3}),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace tablero::test
