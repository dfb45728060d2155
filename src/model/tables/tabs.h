// All tables of a tab, in the order in which they stand on the screen: what the tab shows, without
// drawing it.
#pragma once

#include "base/list.h"
#include "data/store.h"
#include "model/selection.h"
#include "model/table.h"
#include "state/tabs.h"
#include "state/view_state.h"

namespace tablero {

// What the tables of a tab are made from. `selection` is up to date with `store` and `state`.
struct TabRecords {
  const Reader& reader;
  const Store& store;
  const ViewState& state;
  const Selection& selection;
};

// The tables of one tab. The tables of its charts and lists define this for its row of
// state/tabs.def; tablero-data does not link with a row that has none.
template <View view>
List<Table> make_tables(const TabRecords& records);

// The same for any tab.
List<Table> tables_of(View view, const TabRecords& records);

// Moves `more` behind `tables`.
void add_tables(List<Table>& tables, List<Table> more);

}  // namespace tablero
