// Counts every person once without storing who they are (deduplication by a keyed hash): a table of
// hashes in memory, under a random key of this run. They cannot be turned back into an e-mail
// address and are never written to disk.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tablero {

// SipHash-2-4 (Aumasson, Bernstein: "SipHash: a fast short-input PRF", 2012) of `text` under a key.
std::uint64_t siphash(const std::array<std::uint64_t, 2>& key, std::string_view text);

// The identity of a person: distinguishes two people of one order who gave the same e-mail (the
// buyer's).
struct PersonKey {
  std::string_view email;  // already folded; not empty
  std::string_view order;  // number of the order, may be empty
  std::string_view name;   // already folded, may be empty
};

class People {
 public:
  // `salt`: random bits, different in every run (tests pass their own).
  explicit People(std::array<std::uint64_t, 2> salt) : salt_(salt), slots_(kFirstSlots) {}

  // Records the place of a row's person; `place` is a number chosen by the caller, 0 for unknown.
  // Two rows with the same e-mail are one person, except under different names in one order, where
  // the buyer's address was given for everybody. A later row with a place replaces an earlier one.
  // True when the person is new.
  bool add(const PersonKey& key, std::uint32_t place);

  std::size_t size() const { return size_; }
  // Calls `visit(place)` once per person, in no particular order.
  template <class Visit>
  void each(Visit visit) const {
    for (const Slot& s : slots_) {
      if (s.hash != 0) visit(s.place);
    }
  }

 private:
  // A free slot has the hash 0, which no person has.
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t order = 0, name = 0, place = 0;
  };
  static constexpr std::size_t kFirstSlots = 1024;

  std::uint64_t hash(std::string_view a, std::string_view b) const;
  Slot& find(std::uint64_t hash);
  bool put(Slot& slot, std::uint64_t hash, std::uint32_t order, std::uint32_t name,
           std::uint32_t place);
  void grow();

  std::array<std::uint64_t, 2> salt_;
  std::vector<Slot> slots_;  // open addressing, at most 3/4 full, a power of two
  std::size_t size_ = 0;
};

}  // namespace tablero
