// What a frame says of each chart that it draws: for whoever reads the page otherwise than by eye.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tablero {

class Table;

// How the keyboard reaches the marks.
enum class Keyboard : std::uint8_t {
  kMarks,   // Tab stops on each, one after the other; Enter presses it
  kReadOut  // there is nothing to press: a screen reader goes through them
};

// What a mark leads to when it is pressed.
enum class Leads : std::uint8_t {
  kNowhere,
  kFilter,    // filters what the tab shows
  kTab,       // another tab, filtered
  kSource,    // the figure in Fuentes
  kList,      // its place in the list below the chart
  kEmphasis,  // sets the other marks back
};

// What stands where a value is missing.
enum class Missing : std::uint8_t {
  kHatched,  // a hatched area with the word for the reason
  kDash,     // a dash; the mark's name has the word
  kGap,      // nothing; the name of the line or row has the word
  kBeside,   // nothing; the sentence or a list beside the chart tells them
  kNever     // a count is always known
};

struct ShownChart {
  std::uint32_t node = 0;        // in the semantics tree
  const Table* table = nullptr;  // lives until its view makes a new one
  Keyboard keyboard = Keyboard::kReadOut;
  Leads leads = Leads::kNowhere;
  Missing missing = Missing::kNever;
};

// Charts whose data, picture and source a group of buttons offers.
struct OfferedCharts {
  const Table* first = nullptr;
  std::size_t count = 0;
};

}  // namespace tablero
