// What a heading that is a whole question asks for.
#pragma once

#include <optional>
#include <string_view>

#include "import/columns.h"

namespace tablero {

struct Question {
  ColumnRole role;  // email, city, country or place
  // It may ask for another place than the one where the person lives ("¿Dónde estás estudiando?"):
  // taken only when no other question asks for it.
  bool doubtful = false;
};

// `key`: the heading, made by place_key(). Nothing when it is about something else: the place of
// birth, of work, of the event.
std::optional<Question> asked_by(std::string_view key);

}  // namespace tablero
