#include "model/figure_names.h"

namespace tablero {

std::string_view country_figure_id(const Wording& words, std::string_view iso2,
                                   std::string_view metric, int edition) {
  const std::string_view id = words.join({iso2, "-", metric});
  return edition == 0 ? id : words.join({id, "-", words.text.number(edition)});
}

std::string_view statement_id(const Wording& words, const FigureGroup& group, const Statement& s) {
  return group.country == nullptr ? s.id : country_figure_id(words, s.id, s.metric, s.as_of.year);
}

std::string_view figure_group_title(const Wording& words, const FigureGroup& group) {
  if (group.sponsor != nullptr) return words.t("claim.sponsor", {{"name", group.sponsor->name}});
  if (group.conflict != nullptr) return group.conflict->topic.in(words.lang);
  if (group.country != nullptr) return group.country->name.in(words.lang);
  return words.named("metric.", group.statements.front().metric);
}

std::string_view confidence_word(const Wording& words, Confidence confidence) {
  return words.named("confidence.", kConfidenceNames[static_cast<std::size_t>(confidence)]);
}

std::string_view claim_sentence(const Wording& words, const Claim& claim) {
  return words.join(
      {words.named("metric.", claim.metric), ": ", words.amount(claim.value, claim.qualifier)});
}

std::string_view country_name(const Wording& words, const Store& store, std::string_view iso2) {
  const Country* country = store.countries.find(iso2);
  return country != nullptr ? std::string_view(country->name.in(words.lang)) : iso2;
}

}  // namespace tablero
