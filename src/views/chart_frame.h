// The frame of every chart and list: heading, note, and buttons for its data and its source.
#pragma once

#include <span>

#include "charts/chart.h"
#include "model/csv.h"
#include "views/view_context.h"

namespace tablero {

// Heading of a tab with a muted sentence on what it shows.
void tab_heading(Ui& ui, std::string_view title, std::string_view subtitle);

// Marks the top of what a picture of the chart shows; for charts with their own heading.
void begin_section(Ui& ui);

// Heading of a section with an optional muted note under it.
void section_heading(Ui& ui, std::string_view title, std::string_view note = {});

// The small buttons for the data, the picture and the source of `chart`, as its table's head names
// them; "Fuente" opens Fuentes with a search for the source. `detail` (may be null): the records
// that its counts were made from, saved instead of them.
void chart_actions(ViewContext& context, const Chart& chart, const Table* detail = nullptr);

// The same for a list, or for several charts of one kind, whose `tables` are saved as one; `head`
// stands for all. The picture shows the section from its heading on, or the whole view if none was
// drawn before.
void chart_actions(ViewContext& context, const TableHead& head, std::span<const Table> tables);

// Saves the table as tablero-`name`.csv and shows a notice.
void save_csv(ViewContext& context, std::string_view name, const Csv& csv);

// Opens a prefilled issue about the record `id` in a new tab: title, record, link to the current
// view.
void report_error(ViewContext& context, std::string_view id);

}  // namespace tablero
