// A chart with more vertices than 16-bit indices can address is drawn completely.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/list.h"
#include "charts/scatter.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

TEST(IndexRange, AScatterOf20000PointsHasAllItsTriangles) {
  Driver d("view=panorama", 1280, 900);  // for its fonts and its backend
  Semantics semantics;
  Ui ui(d.platform, semantics);
  ui.regular = ImGui::GetIO().Fonts->Fonts[0];
  ui.semibold = ImGui::GetIO().Fonts->Fonts[1];
  ui.theme = light_theme();
  ui.size = {1280, 900};
  ui.pixel_density = {1, 1};
  constexpr int kPoints = 20000;
  TableBuilder b(ui.reader());
  b.head({"points", "points", "points", "points"}).column({"label", "label"});
  b.column({"x", "x", CellKind::kNumber}).column({"y", "y", CellKind::kNumber});
  for (int i = 0; i < kPoints; ++i) {
    b.row(std::to_string(i)).word("p").number(1 + i % 200, 0).number(i / 200, 0);
  }
  const Table table = b.done("points");
  Scatter chart(table, Leads::kNowhere);
  chart.height = 800;
  ImGui::NewFrame();
  semantics.begin_frame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({1280, 900});
  ImGui::Begin("chart");
  EXPECT_FALSE(chart.draw(ui));
  const ImDrawList* list = ImGui::GetWindowDrawList();
  unsigned largest = 0;
  for (const ImDrawIdx index : list->IdxBuffer) largest = std::max<unsigned>(largest, index);
  EXPECT_GT(list->VtxBuffer.Size, 65536);
  EXPECT_EQ(largest, static_cast<unsigned>(list->VtxBuffer.Size) - 1);
  // A filled disc of n sides has n - 2 triangles: every point adds at least four of them.
  EXPECT_GT(list->IdxBuffer.Size, kPoints * 4 * 3);
  for (const ImDrawCmd& command : list->CmdBuffer) EXPECT_EQ(command.VtxOffset, 0u);
  ImGui::End();
  ImGui::EndFrame();
}

}  // namespace
}  // namespace tablero::test
