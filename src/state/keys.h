// The keys of a link as a table: how each is read into a ViewState and written. Its rows are in
// keys.def, from which the page gets its lists, too.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "state/view_state.h"

namespace tablero {

struct LinkKey {
  std::string_view name;
  // Reads `value`, without percent-encoding. Never fails: what it cannot read leaves `state` as it
  // was, and any other word than that of a switch turns it off.
  void (*read)(std::string_view value, ViewState& state);
  // The value without percent-encoding; "" for the default, which is not written.
  std::string (*write)(const ViewState& state);
};

// All keys, in the order in which `to_query` writes them.
std::span<const LinkKey> link_keys();

}  // namespace tablero
