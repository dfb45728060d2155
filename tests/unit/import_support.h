// Shared by the import tests: fixture files, CSV from memory, the real gazetteer.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "fixtures/chunks.h"
#include "fixtures/files.h"
#include "import/gazetteer.h"

namespace tablero::test {

inline std::string fixture(const std::string& name) {
  return file_text(std::string(TABLERO_TEST_DIR) + "/fixtures/" + name);
}

// The file that ./dev makes from GeoNames.
inline const Gazetteer& gazetteer() {
  static const Gazetteer g = [] {
    const std::string path = std::string(TABLERO_ASSET_DIR) + "/gazetteer.bin";
    Result<Gazetteer> loaded = Gazetteer::load(file_text(path), path);
    if (!loaded.ok()) ADD_FAILURE() << loaded.fault().line();
    return std::move(loaded.value());
  }();
  return g;
}

}  // namespace tablero::test
