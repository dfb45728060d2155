#include "tools/commands.h"
namespace tablero {
int run_import_registrations(const Arguments&, const Console&) { return kWrongUsage; }
}
