// Any bytes as the query of a link. What is read must survive being written: a link that is shared,
// opened and shared again stays the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/fuzz.h"
#include "state/view_state.h"

using namespace tablero;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  const ViewState state = from_query(query);
  fuzz::promise(valid_utf8(state.q), "a text to search for is UTF-8");
  const std::string link = to_query(state);
  for (const char c : link) fuzz::promise(c > ' ' && c < 0x7F, "a link is printable ASCII");
  const ViewState again = from_query(link);
  fuzz::promise(to_query(again) == link, "a link that was read says the same");
  fuzz::promise(from_query(link, state) == from_query(link, again), "a whole link leaves nothing");
  return 0;
}
