#include "import/personal_texts.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "import/gazetteer.h"
#include "import/people.h"
#include "import/word_list.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxShown = 40;
constexpr std::size_t kMaxWords = 5;
constexpr std::size_t kMaxNames = 1u << 20;  // people's words that are remembered: 40 MB
// Particles of names, which are in most names of places too.
constexpr std::size_t kShortestName = 3;
constexpr std::string_view kParticles[] = {"del", "los", "las", "dos", "das", "van",
                                           "von", "san", "com", "org", "net", "www"};
// Words of homes and of ways to reach a person, in the three languages.
constexpr std::string_view kHome[] = {
    "casa",     "calle",    "avenida", "avda",      "piso",     "apto",   "apartamento",
    "depto",    "edificio", "torre",   "bloque",    "portal",   "hogar",  "mi",
    "mis",      "nuestra",  "madre",   "padre",     "abuela",   "abuelo", "novia",
    "novio",    "familia",  "rua",     "andar",     "travessa", "street", "st",
    "road",     "avenue",   "flat",    "apartment", "house",    "home",   "my",
    "telefono", "whatsapp", "celular", "movil",     "telefone", "minha",  "meu",
    "sra",      "sr",       "dona",    "don",       "doctora",  "doctor"};

bool names_somebody(std::string_view word) {
  return word.size() >= kShortestName && !listed(kParticles, word) &&
         std::none_of(word.begin(), word.end(), is_digit);
}

}  // namespace

void PersonalTexts::add_person(std::string_view text) {
  // The host of an address is no name.
  const std::string key = place_key(text.substr(0, text.find('@')));
  for (const std::string_view word : split(key, ' ')) {
    if (words_.size() < kMaxNames && names_somebody(word)) words_.insert(siphash(salt_, word));
  }
}

bool PersonalTexts::may_be_personal(std::string_view text) const {
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  const bool control = std::any_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (text.size() > kMaxShown || digits > 1 || control || text.find('@') != text.npos ||
      text.find("://") != text.npos) {
    return true;
  }
  const std::string key = place_key(text);
  const auto words = split(key, ' ');
  return words.size() > kMaxWords || std::any_of(words.begin(), words.end(), [&](auto word) {
           return listed(kHome, word) ||
                  (names_somebody(word) && words_.count(siphash(salt_, word)) > 0);
         });
}

}  // namespace tablero
