// The cross-filter in a browser: what tests/bench/web/query.mjs calls and times. Generated columns:
// the brushed dimension has 1000 steps, the other five 50 groups each.
#include <emscripten.h>

#include <cstdint>
#include <memory>
#include <random>

#include "query/cross_filter.h"

namespace tablero {
namespace {

struct Bench {
  List<CodedColumn> columns;  // until bench_start
  std::unique_ptr<CrossFilter> filter;
};

}  // namespace
}  // namespace tablero

using namespace tablero;

extern "C" {

EMSCRIPTEN_KEEPALIVE Bench* bench_create(std::size_t rows, int dimensions) {
  auto* b = new Bench;
  std::mt19937 random(1);
  b->columns = List<CodedColumn>(static_cast<std::size_t>(dimensions));
  for (int d = 0; d < dimensions; ++d) {
    CodedColumn& column = b->columns[static_cast<std::size_t>(d)];
    column.groups = d == 0 ? 1000 : 50;
    column.codes.resize(rows);
    for (std::uint16_t& code : column.codes) {
      code = static_cast<std::uint16_t>(random() % static_cast<unsigned>(column.groups));
    }
  }
  return b;
}

// Where the codes of a dimension lie, for the library that is compared; before bench_start.
EMSCRIPTEN_KEEPALIVE const std::uint16_t* bench_codes(Bench* b, int dimension) {
  return b->columns[static_cast<std::size_t>(dimension)].codes.data();
}

EMSCRIPTEN_KEEPALIVE void bench_start(Bench* b) {
  b->filter = std::make_unique<CrossFilter>(std::move(b->columns));
}

// Takes note of a brush, `first` <= code < LAST. All codes: no filter.
EMSCRIPTEN_KEEPALIVE void bench_brush(Bench* b, int dimension, int first, int last) {
  if (first == 0 && last == b->filter->groups(dimension)) {
    b->filter->clear(dimension);
  } else {
    b->filter->set_range(dimension, first, last, false);
  }
}

// One slice of counting; 1 when all groups are up to date.
EMSCRIPTEN_KEEPALIVE int bench_update(Bench* b) { return b->filter->update() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE std::uint32_t bench_count(Bench* b, int dimension, int group) {
  return b->filter->counts(dimension)[static_cast<std::size_t>(group)];
}

EMSCRIPTEN_KEEPALIVE double bench_memory(Bench* b) {
  return static_cast<double>(b->filter->memory());
}

}  // extern "C"
