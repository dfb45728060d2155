// Layout faults, found through the rectangles of the semantics tree.
#pragma once

#include <string>

#include "ui/semantics.h"

namespace tablero::test {

// The first node that leaves a canvas of `width` CSS pixels sideways, with its place; empty when
// none does. What scrolls sideways on purpose (tables, tabs) and places on the map may.
std::string clipped(const Semantics& s, float width);

// The first two texts of the same parent that lie on each other; empty when there are none.
std::string overlapping(const Semantics& s);

}  // namespace tablero::test
