// What stands around every chart and list: heading, note, and the way to its data and its source.
#pragma once

#include "views/csv.h"
#include "views/view_context.h"

namespace tablero {

// Here begins what a picture of the chart shows; for charts with a heading of their own.
void begin_section(Ui& ui);

// Heading of a section with an optional muted note under it.
void section_heading(Ui& ui, std::string_view title, std::string_view note = {});

// The small buttons "CSV", "PNG" and "Fuente" of the chart or list TITLE. The picture shows the
// section from its heading on, or the whole view where none was drawn before. The source opens
// Fuentes with a search for SOURCE_QUERY (a file name or a claim id). Returns whether the CSV was
// asked for.
bool data_actions(ViewContext& context, std::string_view id, std::string_view title,
                  std::string_view source_query);

// Hands the table to the platform as tablero-NAME.csv and says so.
void save_csv(ViewContext& context, std::string_view name, const Csv& csv);

// Opens a prepared issue about the record ID in a new tab: title, record, link of the present view.
void report_error(ViewContext& context, std::string_view id);

// Text of a query or URL with everything but unreserved characters percent-encoded (RFC 3986).
std::string percent_encoded(std::string_view text);

}  // namespace tablero
