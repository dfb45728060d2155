// The day of a time stamp, as forms and spreadsheets write it.
#pragma once

#include <string_view>

#include "data/date.h"

namespace tablero {

// "2022/02/13 10:26:52 p. m. GMT-3", "13/02/2022 22:26:52", "2/13/26", "2026-02-13T10:00", and the
// serial number of a workbook ("46066.43": days since 1899-12-30, ECMA-376 part 1, 18.17.4.1). With
// `day_first` "3/4/2026" is the 3rd of April; a part over 12 decides by itself. An unknown date
// when it has none of these forms.
Date day_of_timestamp(std::string_view text, bool day_first);

}  // namespace tablero
