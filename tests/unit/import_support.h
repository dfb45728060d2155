// Shared by the import tests: fixture files, CSV from memory, the real gazetteer.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "fixtures/files.h"
#include "import/csv_reader.h"
#include "import/gazetteer.h"

namespace tablero::test {

inline std::string fixture(const std::string& name) {
  return file_text(std::string(TABLERO_TEST_DIR) + "/fixtures/" + name);
}

// Hands out `bytes` in pieces of `piece` bytes.
inline ReadChunk from_memory(std::string bytes, std::size_t piece = 4096) {
  struct State {
    std::string bytes;
    std::size_t at = 0;
  };
  auto state = std::make_shared<State>(State{std::move(bytes)});
  return [state, piece](std::string& out) {
    const std::size_t n = std::min(piece, state->bytes.size() - state->at);
    out.append(state->bytes, state->at, n);
    state->at += n;
    return state->at < state->bytes.size();
  };
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
