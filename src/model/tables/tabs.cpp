#include "model/tables/tabs.h"

#include <utility>

namespace tablero {

#define TABLERO_TAB(enumerator, ...) \
  template <>                        \
  List<Table> make_tables<View::enumerator>(const TabRecords& records);
#include "state/tabs.def"
#undef TABLERO_TAB

List<Table> tables_of(View view, const TabRecords& records) {
#define TABLERO_TAB(enumerator, ...) make_tables<View::enumerator>,
  constexpr List<Table> (*kMake[])(const TabRecords&) = {
#include "state/tabs.def"
  };
#undef TABLERO_TAB
  return kMake[static_cast<std::size_t>(view)](records);
}

void add_tables(List<Table>& tables, List<Table> more) {
  for (Table& table : more) tables.push_back(std::move(table));
}

}  // namespace tablero
