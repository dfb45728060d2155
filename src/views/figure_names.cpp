#include "views/figure_names.h"

namespace tablero {

std::string_view country_figure_id(Ui& ui, std::string_view iso2, std::string_view metric,
                                   int edition) {
  const std::string_view id = ui.text.join({iso2, "-", metric});
  return edition == 0 ? id : ui.text.join({id, "-", ui.text.number(edition)});
}

std::string_view statement_id(Ui& ui, const FigureGroup& group, const Statement& s) {
  return group.country == nullptr ? s.id : country_figure_id(ui, s.id, s.metric, s.as_of.year);
}

std::string_view figure_group_title(Ui& ui, const FigureGroup& group) {
  if (group.sponsor != nullptr) return ui.t("claim.sponsor", {{"name", group.sponsor->name}});
  if (group.conflict != nullptr) return group.conflict->topic.in(ui.lang);
  if (group.country != nullptr) return group.country->name.in(ui.lang);
  return ui.t(ui.text.join({"metric.", group.statements.front().metric}));
}

std::string_view confidence_word(Ui& ui, Confidence confidence) {
  return ui.t(
      ui.text.join({"confidence.", kConfidenceNames[static_cast<std::size_t>(confidence)]}));
}

}  // namespace tablero
