// What everything that draws with Dear ImGui begins with: a context of its own, and the two fonts.
#pragma once

#include "app/loader.h"
#include "ui/ui.h"

struct ImFontAtlas;
struct ImGuiContext;

namespace tablero {

// A new context, which becomes the current one. It writes no files. `fonts`: those of another
// context that outlives it; nullptr: its own.
ImGuiContext* make_imgui(ImFontAtlas* fonts = nullptr);

// Adds the fonts that `loader` has to the current context and gives them to `ui`. The bytes stay
// those of `loader`, which has to outlive the context.
void add_fonts(Ui& ui, const Loader& loader);

}  // namespace tablero
