#include "tools/commands.h"
namespace tablero {
int run_import_results(const Arguments&, const Console&) { return kWrongUsage; }
}  // namespace tablero
