// What everything that draws with Dear ImGui begins with: a context of its own, and the two fonts.
#pragma once

#include "app/loader.h"
#include "ui/ui.h"

struct ImGuiContext;

namespace tablero {

// A new context, which becomes the current one. It writes no files.
ImGuiContext* make_imgui();

// Adds the fonts that `loader` has to the current context and gives them to `ui`. The bytes stay
// those of `loader`, which has to outlive the context.
void add_fonts(Ui& ui, const Loader& loader);

}  // namespace tablero
