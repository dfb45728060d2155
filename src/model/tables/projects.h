// The tables of the charts and lists of Proyectos.
#pragma once

#include "data/store.h"
#include "model/selection.h"
#include "model/table.h"

namespace tablero {

// The projects that pass the filters by the size of their team: team_size (the first of its bin),
// projects. The last row counts those whose size is not known. Empty while none is known.
Table teams_table(const Reader& reader, const Store& store, const Selection& selection);

// Corpora for each word of `facet`: the facet, corpora. `title` in the reader's language.
Table corpora_table(const Reader& reader, const Selection& selection, Facet facet,
                    std::string_view title);

// The projects that pass the filters as Proyectos lists them: first, second, third prizes, other
// awards, none; inside newest edition first. Indices into projects.projects.
List<int> listed_projects(const Store& store, const Selection& selection);
// Those projects, a row each: id, edition, name, title, awards, topic, sdg, team_size, countries,
// links.
Table project_list_table(const Reader& reader, const Store& store, const List<int>& listed);

// The corpora that pass the filters, in the order of the file. Indices into corpora.corpora.
List<int> listed_corpora(const Selection& selection);
// Those corpora, a row each: id, name, group, edition, kind, domain, size, languages, creator,
// links.
Table corpus_list_table(const Reader& reader, const Store& store, const List<int>& listed);
// Its columns.
enum CorpusColumn : std::uint8_t {
  kCorpusId,
  kCorpusName,
  kCorpusGroup,
  kCorpusEdition,
  kCorpusKind,
  kCorpusDomain,
  kCorpusSize,
  kCorpusLanguages,
  kCorpusCreator,
  kCorpusLinks
};

// The papers of the chosen editions in which the words of the search occur. Indices into
// editions.papers.
List<int> listed_papers(const Store& store, const ViewState& state);
// Those papers, a row each: year, title, venue.
Table paper_list_table(const Reader& reader, const Store& store, const List<int>& listed);

}  // namespace tablero
