// Growth over time: points with direct labels joined by steps (a published figure holds until the
// next).
#pragma once

#include <span>
#include <string_view>

#include "data/figure.h"
#include "ui/ui.h"

namespace tablero {

struct StepPoint {
  Date date;
  double value = 0;
  Qualifier qualifier = Qualifier::kExact;
  std::string_view figure;  // formatted with its qualifier
  std::string_view name;    // read out and shown on hover
  std::uint32_t id = 0;
};

struct StepChart {
  std::string_view id;
  std::string_view name;              // one sentence for screen readers
  std::span<const StepPoint> points;  // by date, all dates known
  float height = 220;                 // design pixels
};

// Draws over the remaining width; returns the index of the point that was pressed, or -1.
int draw_step_chart(Ui& ui, const StepChart& chart);

}  // namespace tablero
