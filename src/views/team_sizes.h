// The team sizes of the shown projects, and their mean per edition.
#pragma once

#include "base/list.h"
#include "charts/histogram.h"
#include "query/group_by.h"
#include "views/view_context.h"

namespace tablero {

class TeamSizes {
 public:
  void draw(ViewContext& context);

 private:
  void refresh(const ViewContext& context);

  std::uint32_t data_ = 0, filter_ = 0;
  Bins bins_;
  List<int> years_;  // of the groups
  List<GroupStats> groups_;
};

}  // namespace tablero
