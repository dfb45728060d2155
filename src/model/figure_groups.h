// What the sources state about one figure, gathered for Fuentes.
#pragma once

#include <string_view>

#include "base/list.h"
#include "data/store.h"
#include "model/selection.h"
#include "model/wording.h"

namespace tablero {

// One statement of a source: a claim, a milestone, a figure of a country or the tier of a sponsor.
// Borrows from the store's tables: valid until they change.
struct Statement {
  std::string_view id;      // of a country's figure: its country
  std::string_view metric;  // of a sponsor: the tier
  std::string_view unit;
  std::string_view where;         // kind of page that states the tier
  const Amount* value = nullptr;  // none for a tier
  Qualifier qualifier = Qualifier::kExact;
  bool shown = false;
  Date as_of;
  const LocalText* note = nullptr;
  const SourceIds* sources = nullptr;
};

// The statements about one metric in one scope, or about one sponsor or country.
struct FigureGroup {
  int edition = 0;             // 0: several editions or the whole community
  List<Statement> statements;  // the shown one first; milestones by date
  std::string_view project;
  const Conflict* conflict = nullptr;
  const Sponsor* sponsor = nullptr;
  const Country* country = nullptr;
  bool community = false;  // milestones

  // Statements without alternatives: none was selected over others.
  bool plain() const { return community || country != nullptr; }
  bool disagrees() const { return conflict != nullptr || sponsor != nullptr; }
};

// All groups that pass the filters and in whose texts the words of the search occur, as Fuentes
// shows them: the editions, newest first, all together, growth, countries, sponsors.
List<FigureGroup> figure_groups(const Wording& words, const Store& store, const ViewState& state,
                                const Selection& selection);

}  // namespace tablero
