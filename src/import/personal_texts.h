// Which texts of a file may be shown to whoever runs the import. A cell may hold what its heading
// does not say: a name, an address, a telephone number.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace tablero {

class PersonalTexts {
 public:
  explicit PersonalTexts(std::array<std::uint64_t, 2> salt) : salt_(salt) {}

  // Remembers the words of a name or of an e-mail address, as keyed hashes.
  void add_person(std::string_view text);
  // Whether a text may be personal data: an address, a number, a sentence, words of a home ("Casa
  // de ..."), or a word of anybody's name in the file. To be asked when all rows are read.
  bool may_be_personal(std::string_view text) const;

 private:
  std::array<std::uint64_t, 2> salt_;
  std::unordered_set<std::uint64_t> words_;
};

}  // namespace tablero
