// Files of data/ as an attacker or a broken disk would have them. The first byte says which file it
// is.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/list.h"
#include "data/check.h"
#include "data/store.h"
#include "data/words.h"
#include "fuzz/fuzz.h"

using namespace tablero;

namespace {

void load(FileId id, std::string_view bytes) {
  List<Fault> faults;
  check_file(id, bytes, "f.json", faults);
  for (const Fault& fault : faults) fuzz::promise_readable(fault);
  Store store;
  store.accept(id, bytes);
  fuzz::promise(store.ready(id) || store.status(id) == FileStatus::kFailed,
                "a file is ready or at fault");
  // The page leaves out what the check names: an address, a place that is not on Earth.
  fuzz::promise(store.ready(id) || !faults.empty(), "the check names what the program refuses");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t which = data[0] % (kFileCount + 2);
  if (which < kFileCount) {
    load(static_cast<FileId>(which), bytes);
  } else if (which == kFileCount) {
    const auto scores = load_scores(bytes, "f.json");
    if (!scores.ok()) fuzz::promise_readable(scores.fault());
  } else {
    const auto words = load_words(bytes, "f.json");
    if (!words.ok()) fuzz::promise_readable(words.fault());
  }
  return 0;
}
