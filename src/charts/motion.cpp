#include "charts/motion.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace tablero {

float glide(Ui& ui, std::uint32_t key, float target) {
  ImGuiStorage* storage = ImGui::GetStateStorage();
  // Three storage slots per mark: start value, target value, seconds since the start.
  const ImGuiID from_key = key ^ 0x9E3779B9u;
  const ImGuiID to_key = key ^ 0x7F4A7C15u;
  const ImGuiID age_key = key ^ 0x85EBCA6Bu;
  const float seconds = ui.theme.metrics.motion_seconds;
  const float unset = -1e30f;
  const float to = storage->GetFloat(to_key, unset);
  if (to == unset || ui.environment.reduced_motion) {
    storage->SetFloat(from_key, target);
    storage->SetFloat(to_key, target);
    storage->SetFloat(age_key, seconds);
    return target;
  }
  const float from = storage->GetFloat(from_key, target);
  float age = std::min(storage->GetFloat(age_key, seconds) + ui.dt, seconds);
  const auto at = [&](float end) {
    const float left = 1 - age / seconds;
    return from + (end - from) * (1 - left * left * left);
  };
  if (std::fabs(to - target) > 0.01f) {
    storage->SetFloat(from_key, at(to));
    storage->SetFloat(to_key, target);
    storage->SetFloat(age_key, 0);
    ui.animate();
    return storage->GetFloat(from_key, target);
  }
  storage->SetFloat(age_key, age);
  if (age < seconds) ui.animate();
  return age < seconds ? at(target) : target;
}

}  // namespace tablero
