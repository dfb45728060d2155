// Fuentes: every figure with all claims about it side by side, the growth milestones, the figures
// of countries, the sponsors on whose tier the pages disagree, the data files and all sources.
#pragma once

#include "base/list.h"
#include "views/card_grid.h"
#include "views/tab_view.h"

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

// The id of a country's figure in Fuentes: "MX-include_priority-2025".
std::string_view country_figure_id(Ui& ui, std::string_view iso2, std::string_view metric,
                                   int edition);

class SourcesView : public TabView {
 public:
  void draw(ViewContext& context) override;
  Selection::Count count(const ViewContext& context) const override {
    return Selection::count(context.selection.sources);
  }

 private:
  void refresh(const ViewContext& context);
  void draw_figures(ViewContext& context);
  void draw_files(ViewContext& context);
  void draw_sources(ViewContext& context);

  std::uint32_t data_ = 0, filter_ = 0;
  List<FigureGroup> groups_;
  List<int> files_, sources_;
  CardGrid figure_grid_, file_grid_, source_grid_;
};

}  // namespace tablero
