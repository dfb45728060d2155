// Fuentes: every figure with all claims about it side by side, the growth milestones, the figures
// of countries, the sponsors on whose tier the pages disagree, the data files and all sources.
#pragma once

#include <vector>

#include "views/card_grid.h"
#include "views/view_context.h"

namespace tablero {

// The claims that sources make about one metric in one scope, or about the tier of one sponsor.
struct FigureGroup {
  int edition = 0;                   // 0: several editions or the whole community
  std::vector<const Claim*> claims;  // the shown one first; empty for a sponsor
  const Conflict* conflict = nullptr;
  bool community = false;            // milestones, by date
  const Country* country = nullptr;  // all figures of the country
  const Sponsor* sponsor = nullptr;  // the tiers that pages state for `edition`

  // Statements that stand by themselves: none was chosen among others.
  bool plain() const { return community || country != nullptr; }
  bool disagrees() const { return conflict != nullptr || sponsor != nullptr; }
};

// How Fuentes calls a figure of a country: "MX-include_priority-2025".
std::string_view country_figure_id(Ui& ui, const Country& country, const CountryFigure& figure);

class SourcesView {
 public:
  void draw(ViewContext& context);

 private:
  void refresh(const ViewContext& context);
  void add_milestones(const ViewContext& context, std::vector<FigureGroup>& out);
  void add_countries(const ViewContext& context, std::vector<FigureGroup>& out);
  void draw_figures(ViewContext& context);
  void draw_files(ViewContext& context);
  void draw_sources(ViewContext& context);

  std::uint32_t data_ = 0, filter_ = 0;
  std::vector<FigureGroup> groups_;
  std::vector<Claim> milestones_, country_figures_;  // in the shape of claims
  std::vector<int> files_, sources_;
  CardGrid figure_grid_, file_grid_, source_grid_;
};

}  // namespace tablero
