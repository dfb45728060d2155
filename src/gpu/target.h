// The framebuffer that the frame is drawn to.
#pragma once

namespace tablero {

// Name of the framebuffer that is bound for drawing: 0 for a window or a canvas. Queried only
// natively, where stills are drawn into a framebuffer of their own.
unsigned bound_framebuffer();

}  // namespace tablero
