#include "import/place_numbers.h"

namespace tablero {
namespace {

constexpr std::size_t kCachedTexts = 100'000;

}  // namespace

const PlaceNumbers::Known& PlaceNumbers::of(const PlaceTexts& t) {
  key_.assign(t.place);
  for (const std::string_view part : {t.city, t.region, t.country}) (key_ += '\x1f') += part;
  const auto at = known_.find(key_);
  if (at != known_.end()) return at->second;
  if (known_.size() >= kCachedTexts) known_.clear();
  return known_.emplace(key_, understand(t)).first->second;
}

PlaceNumbers::Known PlaceNumbers::understand(const PlaceTexts& t) {
  const Whereabouts w =
      t.place.empty() ? finder_.find(t.city, t.region, t.country) : finder_.find(t.place);
  Known k;
  k.city = w.city >= 0;
  k.country = w.country;
  k.names_country = !finder_.country_of(t.shown()).empty();
  if (w.guessed) {
    const Place p = gazetteer_.at(static_cast<std::size_t>(w.city));
    k.chosen = p.name;
    k.ambiguity = std::string(p.name) + " (" + std::string(p.country) + "), " +
                  (w.runner_up.empty() ? "a short or misspelled name" : "not " + w.runner_up);
  }
  k.number = number_of(w);
  return k;
}

std::uint32_t PlaceNumbers::number_of(const Whereabouts& w) {
  if (w.country.empty()) return 0;
  const auto next = static_cast<std::uint32_t>(places_.size() + 1);
  const auto [at, added] = numbers_.emplace(std::make_pair(w.country, w.city), next);
  if (added) places_.push_back({w.city, w.country, true});
  if (w.guessed) places_[at->second - 1].sure = false;
  return at->second;
}

}  // namespace tablero
