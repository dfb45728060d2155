// The data tool: checks data/, brings new data in, draws stills.
#include <unistd.h>

#include "tools/commands.h"

int main(int argc, char** argv) {
  const tablero::Console console(stdout, stderr, isatty(STDERR_FILENO) == 1);
  return tablero::run_tablero_data(tablero::Arguments(argv + 1, argv + argc), console);
}
