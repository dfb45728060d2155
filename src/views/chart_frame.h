// The frame of every chart and list: heading, note, and buttons for its data and its source.
#pragma once

#include "model/csv.h"
#include "views/view_context.h"

namespace tablero {

// Heading of a tab with a muted sentence on what it shows.
void tab_heading(Ui& ui, std::string_view title, std::string_view subtitle);

// Marks the top of what a picture of the chart shows; for charts with their own heading.
void begin_section(Ui& ui);

// Heading of a section with an optional muted note under it.
void section_heading(Ui& ui, std::string_view title, std::string_view note = {});

// The small buttons "CSV", "PNG" and "Fuente" of the chart or list `title`. The picture shows the
// section from its heading on, or the whole view if none was drawn before. "Fuente" opens Fuentes
// with a search for `source_query` (a file name or a claim id). Returns whether the CSV was
// requested.
bool data_actions(ViewContext& context, std::string_view id, std::string_view title,
                  std::string_view source_query);

// Saves the table as tablero-`name`.csv and shows a notice.
void save_csv(ViewContext& context, std::string_view name, const Csv& csv);

// Opens a prefilled issue about the record `id` in a new tab: title, record, link to the current
// view.
void report_error(ViewContext& context, std::string_view id);

}  // namespace tablero
