// Checks that this program is built with libc++, which is its purpose.
#include "base/moves_as_bytes.h"
#include "data/editions.h"

namespace tablero {

static_assert(kStringMovesAsBytes, "not compiled with libc++");
static_assert(moves_as_bytes<Edition>());

}  // namespace tablero
