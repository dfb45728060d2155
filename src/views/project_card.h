// Cards of Proyectos: a project, a corpus, a paper. Each has a height for a width in CSS pixels,
// measured by the code that draws it.
#pragma once

#include "model/table.h"
#include "views/view_context.h"

namespace tablero {

float project_card_height(ViewContext& context, const Project& project, float width);
// `position` of `set_size` in the list, 1 first.
void draw_project_card(ViewContext& context, const Project& project, ImVec2 pos, ImVec2 size,
                       int position, int set_size);

// `list`: corpus_list_table(), in whose `row` the corpus is.
float corpus_card_height(ViewContext& context, const Corpus& corpus, const Table& list,
                         std::size_t row, float width);
void draw_corpus_card(ViewContext& context, const Corpus& corpus, const Table& list,
                      std::size_t row, ImVec2 pos, ImVec2 size);

float paper_row_height(ViewContext& context, const Paper& paper, float width);
void draw_paper_row(ViewContext& context, const Paper& paper, ImVec2 pos, ImVec2 size, int index);

// The surface of a card: filled, with a hairline border.
void draw_card_face(Ui& ui, ImVec2 pos, ImVec2 size);

}  // namespace tablero
