#include "tools/commands.h"
namespace tablero {
int run_render(const Arguments&, const Console&) { return kWrongUsage; }
}  // namespace tablero
