// One font reduced to the characters that the product uses, with HarfBuzz.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"

namespace tablero {

struct FontSubset {
  std::string bytes;              // an OpenType file
  std::vector<unsigned> missing;  // wanted code points that the font has no glyph for
  unsigned glyph_count = 0;
};

// The font at PATH with the glyphs of CODE_POINTS only, without hints and layout tables. The
// program's text engine (stb_truetype) knows no OpenType features, so what features would give is
// put into the character map itself: digits are the tabular ones (feature tnum), all of one width.
// Fault: not a font, no tabular digits, or HarfBuzz cannot reduce it.
Result<FontSubset> subset_font(const std::string& path, const std::set<unsigned>& code_points);

}  // namespace tablero
