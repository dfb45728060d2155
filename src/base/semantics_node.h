// One entry of the semantics tree (accessibility tree): what a widget, chart or mark is, in terms
// that a screen reader and a test understand. Recorded by ui/semantics while drawing; mirrored into
// the DOM by platform/web.
#pragma once

#include <cstdint>

namespace tablero {

#define TABLERO_ROLE(enumerator, aria, name_as) enumerator,
enum class Role : std::uint8_t {
#include "base/roles.def"
  kCount
};
#undef TABLERO_ROLE

// Bits of SemanticsNode::state. The page has them by name from here (web/abi.js).
enum StateBits : std::uint32_t {
  kStateDisabled = 1u << 0,
  kStateSelected = 1u << 1,   // aria-selected (tab, option, row) or aria-current
  kStateChecked = 1u << 2,    // aria-checked / aria-pressed for a button
  kStateExpanded = 1u << 3,   // aria-expanded=true
  kStateCollapsed = 1u << 4,  // aria-expanded=false
  kStateFocused = 1u << 5,    // has the program's keyboard focus
  kStateSortAscending = 1u << 6,
  kStateSortDescending = 1u << 7,
  kStatePressable = 1u << 8,  // can be activated (Tab stop in the mirror)
  kStateBusy = 1u << 9,
  kStateInvalid = 1u << 10,
  kStateToggle = 1u << 11,  // a button with aria-pressed from kStateChecked
  kStateLive = 1u << 12,    // politely announced when its name changes
  kStateModal = 1u << 13,
  kStateScrolledOut = 1u << 14,  // exists, but its rectangle is clipped away at the moment
};

// Plain data, read by JavaScript straight out of the module's memory: every field has four bytes.
// web/abi.js has the places of the fields from this declaration.
struct SemanticsNode {
  std::uint32_t id = 0;              // stable over frames, unique in a frame, never 0
  std::uint32_t parent = 0;          // id of the parent, 0 for the root
  std::uint32_t state = 0;           // StateBits
  std::uint32_t hash = 0;            // over all but id, rectangle and scroll
  float x = 0, y = 0, w = 0, h = 0;  // CSS pixels from the canvas' upper left corner
  float scroll = 0;                  // CSS pixels that its content is scrolled down by
  std::uint32_t name_offset = 0, name_length = 0;    // UTF-8 bytes in the text arena
  std::uint32_t value_offset = 0, value_length = 0;  // text value, figure, href of a link
  std::int32_t position = 0;   // 1-based position in its set or row/column index; 0 unknown
  std::int32_t set_size = 0;   // size of the set, or row/column count of a table; 0 unknown
  std::int32_t level = 0;      // heading level, tree depth; 0 none
  std::uint32_t controls = 0;  // id that this one controls or is described by; 0 none
  float value_now = 0;         // slider/progress
  std::uint32_t role = 0;      // Role
};

}  // namespace tablero
