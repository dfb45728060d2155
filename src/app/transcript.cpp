#include "app/transcript.h"

#include <imgui.h>

#include <algorithm>

#include "app/imgui_context.h"
#include "app/style.h"
#include "views/tabs.h"

namespace tablero {
namespace {

// So high that no list is cut short; a virtualized list draws what is within.
constexpr float kMostHeight = 120000;  // CSS pixels
constexpr float kTableHeight = 8000;   // the same for a tab that fills the window with a table
// The first frame measures what the second one lays out (ImGui's auto-sized windows); more are
// drawn while something is still being computed.
constexpr int kFrames = 2, kMostFrames = 30;

}  // namespace

Transcript::Transcript(const Platform& platform) : platform_(platform), ui_(platform_, semantics_) {
  ImGuiContext* shown = ImGui::GetCurrentContext();
  const ImGuiIO& io = ImGui::GetIO();
  imgui_ = make_imgui(io.Fonts);
  ImGui::GetIO().BackendFlags = io.BackendFlags;
  ImGui::SetCurrentContext(shown);
}

Transcript::~Transcript() {
  ImGuiContext* shown = ImGui::GetCurrentContext();
  ImGui::DestroyContext(imgui_);
  ImGui::SetCurrentContext(shown);
}

void Transcript::build(const Ui& shown, const Views& views, const Store& store,
                       const ViewState& state, const std::array<MapBytes, 2>& maps) {
  ImGuiContext* before = ImGui::GetCurrentContext();
  ImGui::SetCurrentContext(imgui_);
  ui_.theme = shown.theme;
  ui_.strings = shown.strings;
  ui_.lang = shown.lang;
  ui_.environment = shown.environment;
  ui_.environment.reduced_motion = true;
  ui_.regular = shown.regular;
  ui_.semibold = shown.semibold;
  ui_.pixel_density = shown.pixel_density;
  ui_.now = shown.now;
  ui_.gl = false;
  const Page page = tab_of(state.view).page;
  ui_.size = shown.size;
  if (page == Page::kScrolls) ui_.size.y = kMostHeight;
  if (page == Page::kFills) ui_.size.y = std::max(ui_.size.y, kTableHeight);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ui_.size;
  io.DisplayFramebufferScale = ui_.pixel_density;
  io.DeltaTime = 1.0f / 60;
  apply_style(ui_);
  views_.update(store, state, ui_.strings, ui_.lang);
  views_.keep_scrollbar(views.has_scrollbar());
  for (int i = 0; i < kFrames || (i < kMostFrames && ui_.wants_frame); ++i) {
    build_frame(store, state, maps);
  }
  place_texts();
  ImGui::SetCurrentContext(before);
}

void Transcript::build_frame(const Store& store, const ViewState& state,
                             const std::array<MapBytes, 2>& maps) {
  platform_.clear();
  ui_.begin_frame();
  ImGui::NewFrame();
  semantics_.begin_frame();
  ViewState copy = state;
  ViewContext context{ui_, store, copy, views_.selection(), {maps[0], maps[1]}};
  views_.draw(context);
  ImGui::EndFrame();
  semantics_.end_frame();
}

const SemanticsNode* Transcript::find(std::uint32_t id) const {
  for (const SemanticsNode& n : semantics_.nodes()) {
    if (n.id == id) return &n;
  }
  return nullptr;
}

void Transcript::place_texts() {
  // Bands of the page, so that a text is compared with the nodes at its height only.
  constexpr float kBand = 64;
  constexpr std::size_t kBands = static_cast<std::size_t>(kMostHeight / kBand) + 1;
  const List<SemanticsNode>& nodes = semantics_.nodes();
  List<List<std::uint32_t>> bands;
  bands.resize(kBands);
  const auto band = [](float y) {
    return static_cast<std::size_t>(std::clamp(y / kBand, 0.0f, static_cast<float>(kBands - 1)));
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const SemanticsNode& n = nodes[i];
    for (std::size_t b = band(n.y); b <= band(n.y + n.h); ++b) {
      bands[b].push_back(static_cast<std::uint32_t>(i));
    }
  }
  for (PlacedText& placed : platform_.texts()) {
    const float x = placed.drawn.x + 1, y = placed.drawn.y + placed.drawn.size * 0.5f;
    float least = 1e30f;
    for (const std::uint32_t i : bands[band(y)]) {
      const SemanticsNode& n = nodes[i];
      const float area = n.w * n.h;
      // The deeper one of two that are equal: it comes later.
      if (area <= least && Rect{n.x, n.y, n.w, n.h}.contains(x, y)) {
        least = area;
        placed.node = n.id;
      }
    }
  }
}

}  // namespace tablero
