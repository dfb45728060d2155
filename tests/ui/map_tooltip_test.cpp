// A tooltip measures itself in a frame in which it is not shown: a further one has to follow.
#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "ui/driver.h"

namespace tablero::test {
namespace {

TEST(MapTooltip, IsSeenAfterASinglePointerEvent) {
  Driver d("view=mapa", 1280, 800);
  d.settle();
  d.move(597, 452);  // Brazil
  d.settle();
  int seen = 0;
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    const bool is_tooltip = (window->Flags & ImGuiWindowFlags_Tooltip) != 0;
    seen += is_tooltip && window->Active && !window->Hidden ? 1 : 0;
  }
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace tablero::test
