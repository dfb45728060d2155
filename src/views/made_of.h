// Tells when what a view keeps for itself, such as its tables, has to be made anew.
#pragma once

#include "views/view_context.h"

namespace tablero {

class MadeOf {
 public:
  // Whether data, filter or language are others than at the last call.
  bool changed(const ViewContext& context) {
    const MadeOf now(context);
    if (data_ == now.data_ && filter_ == now.filter_ && language_ == now.language_) return false;
    *this = now;
    return true;
  }
  MadeOf() = default;

 private:
  explicit MadeOf(const ViewContext& context)
      : data_(context.store.generation()),
        filter_(context.selection.generation),
        language_(context.ui.lang.key()) {}
  std::uint32_t data_ = 0, filter_ = 0, language_ = 0;
};

}  // namespace tablero
