#include "import/people.h"

#include <string>
#include <utility>
#include <vector>

namespace tablero {
namespace {

std::uint64_t rotated(std::uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }

struct SipState {
  std::uint64_t v0, v1, v2, v3;

  void round() {
    v0 += v1;
    v1 = rotated(v1, 13) ^ v0;
    v0 = rotated(v0, 32);
    v2 += v3;
    v3 = rotated(v3, 16) ^ v2;
    v0 += v3;
    v3 = rotated(v3, 21) ^ v0;
    v2 += v1;
    v1 = rotated(v1, 17) ^ v2;
    v2 = rotated(v2, 32);
  }
  void take(std::uint64_t word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }
};

}  // namespace

std::uint64_t siphash(const std::array<std::uint64_t, 2>& key, std::string_view text) {
  SipState s{key[0] ^ 0x736f6d6570736575ull, key[1] ^ 0x646f72616e646f6dull,
             key[0] ^ 0x6c7967656e657261ull, key[1] ^ 0x7465646279746573ull};
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * (i % 8));
    if (i % 8 != 7) continue;
    s.take(word);
    word = 0;
  }
  s.take(word | static_cast<std::uint64_t>(text.size()) << 56);
  s.v2 ^= 0xff;
  for (int i = 0; i < 4; ++i) s.round();
  return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

std::uint64_t People::hash(std::string_view a, std::string_view b) const {
  std::string joined(a);
  if (!b.empty()) {
    joined += '\0';
    joined += b;
  }
  const std::uint64_t h = siphash(salt_, joined);
  return h == 0 ? 1 : h;
}

People::Slot& People::find(std::uint64_t hash) {
  std::size_t i = hash & (slots_.size() - 1);
  while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
  return slots_[i];
}

void People::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& s : old) {
    if (s.hash != 0) find(s.hash) = s;
  }
}

bool People::put(Slot& slot, std::uint64_t hash, std::uint32_t order, std::uint32_t name,
                 std::uint32_t place) {
  if (slot.hash != 0) {
    if (place != 0) slot.place = place;
    return false;
  }
  slot = {hash, order, name, place};
  ++size_;
  return true;
}

bool People::add(const PersonKey& key, std::uint32_t place) {
  if ((size_ + 1) * 4 > slots_.size() * 3) grow();
  const auto low = [&](std::string_view text) {
    return text.empty() ? 0u : static_cast<std::uint32_t>(hash(text, {}));
  };
  const std::uint32_t order = low(key.order), name = low(key.name);
  const std::uint64_t by_email = hash(key.email, {});
  Slot& slot = find(by_email);
  const bool companion = slot.hash != 0 && order != 0 && slot.order == order && name != 0 &&
                         slot.name != 0 && slot.name != name;
  if (!companion) return put(slot, by_email, order, name, place);
  const std::uint64_t by_name = hash(key.email, key.name);
  return put(find(by_name), by_name, order, name, place);
}

}  // namespace tablero
