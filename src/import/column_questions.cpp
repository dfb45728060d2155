#include "import/column_questions.h"

#include <algorithm>

#include "base/text.h"

namespace tablero {
namespace {

// A word that ends with "*" stands for all that begin so.
bool contains_word(std::string_view key, std::initializer_list<std::string_view> words) {
  const auto have = split(key, ' ');
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    if (w.back() != '*') return std::find(have.begin(), have.end(), w) != have.end();
    w.remove_suffix(1);
    return std::any_of(have.begin(), have.end(),
                       [&](std::string_view h) { return h.substr(0, w.size()) == w; });
  });
}

}  // namespace

std::optional<Question> asked_by(std::string_view key) {
  if (contains_word(key, {"nacimiento",  "nacimento", "nascimento", "naciste",      "origen",
                          "origem",      "born",      "birth",      "nacionalidad", "nacionalidade",
                          "nationality", "universi*", "empresa",    "company",      "trabajo",
                          "work",        "trabalho",  "evento",     "event",        "presencial*",
                          "sede",        "venue",     "rural",      "instituci*",   "institui*",
                          "person"})) {
    return std::nullopt;
  }
  if (contains_word(key, {"email", "correo", "mail"}) &&
      contains_word(
          key, {"direccion", "address", "tu", "your", "electronico", "endereco", "contacto"})) {
    return Question{ColumnRole::email};
  }
  const bool lives = contains_word(
      key, {"viv*", "resid*", "ubicad*", "particip*", "conect*", "live*", "living", "based",
            "located", "mora*", "visitas", "encuentr*", "estas", "encontra*"});
  const bool doubtful = contains_word(key, {"estudi*", "study*", "estuda*", "asist*", "attend*"});
  const bool city =
      contains_word(key, {"ciudad", "cidade", "city", "localidad", "municipio", "town"});
  const bool country = contains_word(key, {"pais", "country"});
  if (city && country) return Question{ColumnRole::place, doubtful};
  if (city && lives) return Question{ColumnRole::city, doubtful};
  if (country && lives) return Question{ColumnRole::country, doubtful};
  if (lives &&
      contains_word(key, {"donde", "adonde", "onde", "where", "lugar", "place", "local"})) {
    return Question{ColumnRole::place, doubtful};
  }
  return std::nullopt;
}

}  // namespace tablero
