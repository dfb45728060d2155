// A free text about a place, cut into the parts that may be names: "Vivo en San Jose CA (pero soy
// de Quito)" -> "San Jose CA".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tablero {

struct TextPart {
  std::string text;          // as typed, without openings, numbers and signs
  bool flag = false;         // `text` is the country code of an emoji flag
  bool institution = false;  // a street or a university, which may have the name of another place
};

// The parts of `text`, in its order. None of a text that is a link, an address of mail or longer
// than any place. Where a part says where a person lives and others where they come from, only the
// first counts.
std::vector<TextPart> place_parts(std::string_view text);

// "ee uu" -> "eeuu", "bogota d c" -> "bogota dc": runs of single letters and of "ee" "uu" become
// one word. `key` is one of place_key().
std::string squeezed(std::string_view key);

// Whether `key` (one word) says nothing about a place: "de", "ciudad", "norte".
bool is_filler(std::string_view key);
// Whether `key` is an answer that names no place: "remoto", "mi casa".
bool names_no_place(std::string_view key);

}  // namespace tablero
