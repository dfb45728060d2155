#include "views/map/mini_map.h"

#include <algorithm>

#include "gpu/target.h"
#include "ui/widgets.h"
#include "views/late.h"
#include "views/map/scene.h"

namespace tablero {
namespace {

constexpr double kPadding = 20;  // CSS px around the outermost city
constexpr double kFitZoom = 5;

}  // namespace

void MiniMap::context_lost() {
  if (renderer_) renderer_->on_context_lost();
}

void MiniMap::take(ViewContext& context, ImVec2 size) {
  if (!renderer_) renderer_ = make_map_renderer(context.ui.platform);
  const MapBytes& bytes = context.maps[0];
  if (bytes.generation != map_ && bytes.bytes != nullptr) {
    map_ = bytes.generation;
    Result<BaseMap> map = decode_base_map(*bytes.bytes, kBaseMapFiles[0]);
    if (map.ok()) {
      renderer_->set_base_map(0, std::make_shared<const BaseMap>(std::move(map.value())));
    }
  }
  const bool other_points = selection_ != context.selection.generation;
  if (other_points) {
    selection_ = context.selection.generation;
    given_.clear();
    const auto& cities = context.store.cities.cities;
    for (std::size_t i = 0; i < cities.size(); ++i) {
      if (context.selection.cities[i] == 0) continue;
      MapPoint p;
      p.id = static_cast<std::uint32_t>(i + 1);
      p.lon = cities[i].lon;
      p.lat = cities[i].lat;
      given_.push_back(p);
    }
    PointOptions options;
    options.style = PointStyle::kPresence;
    options.cluster = false;
    points_.set(given_, options, false);
  }
  if (other_points || size.x != size_.x || size.y != size_.y) {
    size_ = size;
    camera_.set_viewport(size.x, size.y);
    const WorldBounds bounds = points_.bounds_of_all();
    if (!bounds.empty()) camera_.fit_bounds(bounds, kPadding, kFitZoom);
  }
}

void MiniMap::draw_layers(ViewContext& context, ImVec2 min, ImVec2 size) {
  Ui& ui = context.ui;
  points_.update(camera_, ui.dt, true);
  const ImVec2 max = min + size;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 top(std::max(min.x, list->GetClipRectMin().x),
                   std::max(min.y, list->GetClipRectMin().y));
  const ImVec2 low(std::min(max.x, list->GetClipRectMax().x),
                   std::min(max.y, list->GetClipRectMax().y));
  frame_.camera = &camera_;
  frame_.points = &points_;
  frame_.colors = map_colors(ui.theme);
  frame_.viewport = to_pixels(ui, min, max);
  frame_.clip = to_pixels(ui, top, low);
  frame_.pixel_ratio = ui.pixel_density.x;
  frame_.dt = ui.dt;
  frame_.reduced_motion = true;
  list->AddCallback(
      [](const ImDrawList*, const ImDrawCmd* command) {
        auto* self = static_cast<MiniMap*>(command->UserCallbackData);
        self->frame_.target = bound_framebuffer();
        self->needs_frame_ = self->renderer_->draw(self->frame_);
      },
      this);
  list->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  if (needs_frame_) ui.animate();
}

void MiniMap::draw(ViewContext& context) {
  Ui& ui = context.ui;
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 min = ImGui::GetCursorScreenPos(), size(width, ui.px(250));
  int shown = 0;
  for (const std::uint8_t flag : context.selection.cities) shown += flag;
  // Not "0 cities" before they have come.
  std::string_view name = ui.t("panorama.map.open");
  if (context.store.ready(FileId::kCities)) {
    name = ui.text.join({name, ": ", ui.count("count.cities", shown)});
  }
  const Press press = pressable(ui, "map", size, Role::kButton, name);
  if (press.visible) {
    context.want_cities = true;
    ImGui::GetWindowDrawList()->AddRectFilled(min, min + size, ui.colors().water);
    if (ui.gl) {
      take(context, size);
      draw_layers(context, min, size);
    }
    ImGui::GetWindowDrawList()->AddRect(min, min + size,
                                        press.hovered ? ui.colors().outline : ui.colors().hairline);
    focus_ring(ui, press, ui.px(2));
  }
  if (press.pressed) context.state.view = View::kMapa;
  if (is_late(context, FileId::kCities)) say_late(context, late_file(context, FileId::kCities));
  if (Late base_map; is_base_map_late(context, &base_map)) say_late(context, base_map);
}

}  // namespace tablero
