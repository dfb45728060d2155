// The team sizes of the shown projects, and their mean per edition.
#pragma once

#include "base/list.h"
#include "model/table.h"
#include "query/group_by.h"
#include "views/made_of.h"

namespace tablero {

class TeamSizes {
 public:
  void draw(ViewContext& context);

 private:
  void refresh(const ViewContext& context);

  MadeOf made_of_;
  Table table_;
  List<int> years_;  // of the groups
  List<GroupStats> groups_;
};

}  // namespace tablero
