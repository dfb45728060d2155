#include "base/result.h"

namespace tablero {

std::string Fault::line() const {
  std::string s = file;
  if (!pointer.empty()) s += ": " + pointer;
  s += ": expected " + expected + ", found " + found;
  return s;
}

}  // namespace tablero
