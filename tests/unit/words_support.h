// A few words of the interface, for tests of formats and tables.
#pragma once

#include "data/strings.h"

namespace tablero::test {

inline const Strings& words() {
  static const Strings strings({{"qualifier.more_than", "más de {n}"},
                                {"qualifier.short.more_than", "+{n}"},
                                {"missing.no_data", "sin datos"},
                                {"missing.not_asked", "no se preguntó"},
                                {"missing.fewer_than_k", "muy pocas"},
                                {"date.unknown", "sin fecha"},
                                {"date.day", "{day} de {month} de {year}"},
                                {"date.month", "{month} de {year}"},
                                {"month.3", "marzo"},
                                {"locale.one", "1"},
                                {"n.one", "{n} ciudad"},
                                {"n.other", "{n} ciudades"},
                                {"chart.range", "De {min} a {max}."},
                                {"chart.largest", "Los mayores: {list}."},
                                {"chart.missing.one", "{n} sin datos."},
                                {"chart.missing.other", "{n} sin datos."}});
  return strings;
}

}  // namespace tablero::test
