// One way to say that a file is late or has failed: where the part that is drawn from it will
// stand. A part asks files_ready() or part_ready(); what is no file of the Store describes itself.
#pragma once

#include <span>
#include <string_view>

#include "views/tabs.h"
#include "views/view_context.h"

namespace tablero {

class Flow;

// Seconds until what has not come counts as late: a tab then opens without it.
constexpr double kPatience = 2;

// A file that is not there.
struct Late {
  std::string_view path;  // as the reader sees it: "data/events.json"
  bool failed = false;    // false: on its way
  std::string_view why;   // of a failure, a line
};

// About a file of the Store that is not ready.
Late late_file(ViewContext& context, FileId file);
// About one that is on its way (`fault` null) or failed.
Late late_file(ViewContext& context, std::string_view path, const Fault* fault);

// Whether it is time to say that `file` is late, where the tab is open without it: it has failed,
// or been waited for.
bool is_late(ViewContext& context, FileId file);
// The same of the coarse base map; then `late` is about it.
bool is_base_map_late(ViewContext& context, Late* late);

// Says it as a paragraph, or as a card with the reason and a retry.
void say_late(ViewContext& context, const Late& late);
// Says it in a line of a bar or menu, with a retry; the reason is its accessible name's and
// tooltip's. `line` places it.
void say_late_in_line(ViewContext& context, const Late& late, Flow& line);

// Whether `file` is ready, which a part of a tab is drawn from; if not, says so. The part's heading
// stands above.
bool file_ready(ViewContext& context, FileId file);
// The same with the part's heading.
bool part_ready(ViewContext& context, std::string_view title, FileId file);

// Whether the filter bar is to say that `file` (editions or countries) is late: it is, and the open
// tab does not say so itself.
bool bar_says_late(ViewContext& context, FileId file);

}  // namespace tablero
