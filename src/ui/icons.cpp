#include "ui/icons.h"

#include <cmath>

namespace tablero {
namespace {

// A pen on the icon's unit square, -1..1 both ways.
struct Pen {
  ImDrawList* list;
  ImVec2 center;
  float half;
  Color color;
  float width;

  ImVec2 at(float x, float y) const { return {center.x + x * half, center.y + y * half}; }
  void line(float x1, float y1, float x2, float y2) const {
    list->AddLine(at(x1, y1), at(x2, y2), color, width);
  }
  void circle(float x, float y, float r) const {
    list->AddCircle(at(x, y), r * half, color, 0, width);
  }
  void dot(float x, float y, float r) const { list->AddCircleFilled(at(x, y), r * half, color); }
  void arrow_down(float x, float y1, float y2, float wing) const {
    line(x, y1, x, y2);
    line(x - wing, y2 - wing, x, y2);
    line(x + wing, y2 - wing, x, y2);
  }
  void box(float x1, float y1, float x2, float y2, float round) const {
    list->AddRect(at(x1, y1), at(x2, y2), color, round * half, 0, width);
  }
};

void sun(const Pen& p) {
  p.circle(0, 0, 0.4f);
  for (int i = 0; i < 8; ++i) {
    const float a = static_cast<float>(i) * 0.7853982f;
    p.line(std::cos(a) * 0.65f, std::sin(a) * 0.65f, std::cos(a) * 0.95f, std::sin(a) * 0.95f);
  }
}

void moon(const Pen& p) {
  p.list->PathArcTo(p.at(0, 0), 0.8f * p.half, 0.4f, 4.3f, 16);
  p.list->PathArcTo(p.at(0.35f, -0.3f), 0.62f * p.half, 3.6f, 1.2f, 12);
  p.list->PathStroke(p.color, ImDrawFlags_Closed, p.width);
}

void tools(const Pen& p, Icon icon) {
  switch (icon) {
    case Icon::kShare:
      p.line(-0.5f, 0, 0.5f, -0.55f);
      p.line(-0.5f, 0, 0.5f, 0.55f);
      p.dot(-0.6f, 0, 0.26f);
      p.dot(0.6f, -0.6f, 0.26f);
      p.dot(0.6f, 0.6f, 0.26f);
      break;
    case Icon::kDownload:
      p.arrow_down(0, -0.85f, 0.35f, 0.4f);
      p.line(-0.8f, 0.85f, 0.8f, 0.85f);
      break;
    case Icon::kSource:
    case Icon::kInfo:
      p.circle(0, 0, 0.85f);
      p.line(0, -0.05f, 0, 0.45f);
      p.dot(0, -0.4f, 0.12f);
      break;
    case Icon::kExternal:
      p.line(-0.6f, 0.6f, 0.6f, -0.6f);
      p.line(-0.2f, -0.6f, 0.6f, -0.6f);
      p.line(0.6f, 0.2f, 0.6f, -0.6f);
      break;
    case Icon::kLink:
      p.box(-0.95f, -0.35f, 0.15f, 0.35f, 0.35f);
      p.box(-0.15f, -0.35f, 0.95f, 0.35f, 0.35f);
      break;
    case Icon::kCompare:
      p.box(-0.85f, -0.7f, -0.15f, 0.7f, 0.1f);
      p.box(0.15f, -0.7f, 0.85f, 0.7f, 0.1f);
      break;
    case Icon::kPin:
      p.circle(0, -0.35f, 0.4f);
      p.line(0, 0.05f, 0, 0.9f);
      break;
    case Icon::kWarning:
      p.list->AddTriangle(p.at(0, -0.85f), p.at(0.95f, 0.8f), p.at(-0.95f, 0.8f), p.color, p.width);
      p.line(0, -0.3f, 0, 0.25f);
      p.dot(0, 0.52f, 0.1f);
      break;
    default:
      break;
  }
}

void marks(const Pen& p, Icon icon) {
  switch (icon) {
    case Icon::kSearch:
      p.circle(-0.15f, -0.15f, 0.6f);
      p.line(0.3f, 0.3f, 0.85f, 0.85f);
      break;
    case Icon::kCross:
      p.line(-0.55f, -0.55f, 0.55f, 0.55f);
      p.line(0.55f, -0.55f, -0.55f, 0.55f);
      break;
    case Icon::kCheck:
      p.line(-0.7f, 0.05f, -0.2f, 0.55f);
      p.line(-0.2f, 0.55f, 0.75f, -0.55f);
      break;
    case Icon::kChevronDown:
      p.line(-0.55f, -0.25f, 0, 0.3f);
      p.line(0, 0.3f, 0.55f, -0.25f);
      break;
    case Icon::kChevronRight:
      p.line(-0.25f, -0.55f, 0.3f, 0);
      p.line(0.3f, 0, -0.25f, 0.55f);
      break;
    case Icon::kPlus:
      p.line(0, -0.65f, 0, 0.65f);
      p.line(-0.65f, 0, 0.65f, 0);
      break;
    case Icon::kMinus:
      p.line(-0.65f, 0, 0.65f, 0);
      break;
    case Icon::kHome:
      p.line(-0.85f, 0, 0, -0.8f);
      p.line(0, -0.8f, 0.85f, 0);
      p.box(-0.55f, -0.15f, 0.55f, 0.8f, 0);
      break;
    case Icon::kPlay:
      p.list->AddTriangleFilled(p.at(-0.45f, -0.7f), p.at(0.75f, 0), p.at(-0.45f, 0.7f), p.color);
      break;
    case Icon::kPause:
      p.list->AddRectFilled(p.at(-0.6f, -0.7f), p.at(-0.15f, 0.7f), p.color);
      p.list->AddRectFilled(p.at(0.15f, -0.7f), p.at(0.6f, 0.7f), p.color);
      break;
    case Icon::kFilter:
      p.line(-0.85f, -0.5f, 0.85f, -0.5f);
      p.line(-0.5f, 0.05f, 0.5f, 0.05f);
      p.line(-0.2f, 0.6f, 0.2f, 0.6f);
      break;
    case Icon::kMenu:
      p.line(-0.8f, -0.5f, 0.8f, -0.5f);
      p.line(-0.8f, 0, 0.8f, 0);
      p.line(-0.8f, 0.5f, 0.8f, 0.5f);
      break;
    case Icon::kGlobe:
      p.circle(0, 0, 0.85f);
      p.box(-0.38f, -0.85f, 0.38f, 0.85f, 0.38f);
      p.line(-0.85f, 0, 0.85f, 0);
      break;
    case Icon::kLayers:
      for (const float y : {-0.3f, 0.1f, 0.5f}) {
        p.line(-0.85f, y, 0, y + 0.4f);
        p.line(0.85f, y, 0, y + 0.4f);
      }
      p.line(-0.85f, -0.3f, 0, -0.7f);
      p.line(0.85f, -0.3f, 0, -0.7f);
      break;
    case Icon::kAuto:
      p.circle(0, 0, 0.8f);
      p.list->PathArcTo(p.at(0, 0), 0.8f * p.half, -1.5708f, 1.5708f, 16);
      p.list->PathFillConvex(p.color);
      break;
    default:
      break;
  }
}

}  // namespace

void draw_icon(ImDrawList* list, Icon icon, ImVec2 center, float size, Color color) {
  const Pen pen{list, center, size * 0.5f, color, size > 13 ? size / 9.0f : 1.4f};
  if (icon == Icon::kSun) {
    sun(pen);
  } else if (icon == Icon::kMoon) {
    moon(pen);
  } else {
    marks(pen, icon);
    tools(pen, icon);
  }
}

}  // namespace tablero
