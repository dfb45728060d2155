#include <array>
#include <map>

#include "base/text.h"
#include "data/sources.h"
#include "import/publisher.h"
#include "import/record_edit.h"

namespace tablero {

std::string Publisher::region_of(const Place& place) const {
  for (const City& c : cities_.cities) {
    if (c.country != place.country || c.region.empty()) continue;
    const auto id = parse_integer(std::string_view(c.id).substr(1));
    const int at = id && *id > 0 ? gazetteer_.find_id(static_cast<std::uint32_t>(*id)) : -1;
    if (at >= 0 && gazetteer_.at(static_cast<std::size_t>(at)).region == place.region)
      return c.region;
  }
  return {};
}

std::string Publisher::city_edition_json(const CityCell& cell, SourceIds sources) const {
  if (!has_source(sources, source_)) sources.push_back(source_);
  return "{\"year\":" + std::to_string(options_.year) +
         ",\"confidence\":" + json_text(cell.sure ? "high" : "medium") +
         ",\"count\":" + std::to_string(cell.published) + ",\"sources\":" + json_texts(sources) +
         "}";
}

std::string Publisher::city_json(const Place& p, const std::string& edition) const {
  std::string s = "{\"id\":" + json_text(city_id(p)) + ",\"name\":" + json_text(p.name);
  if (const std::string region = region_of(p); !region.empty())
    s += ",\"region\":" + json_text(region);
  return s + ",\"country\":" + json_text(p.country) + ",\"lon\":" + json_number(p.lon) +
         ",\"lat\":" + json_number(p.lat) + ",\"population\":" + std::to_string(p.population) +
         ",\"editions\":[" + edition + "]}";
}

void Publisher::forget_cities(JsonEdit& edit) {
  for (std::size_t i = cities_.cities.size(); i-- > 0;) {
    City& c = cities_.cities[i];
    const auto e =
        std::find_if(c.editions.begin(), c.editions.end(), [&](const CityEdition& edition) {
          return edition.year == options_.year && has_source(edition.sources, source_);
        });
    if (e == c.editions.end()) continue;
    const auto k = static_cast<std::size_t>(e - c.editions.begin());
    const std::string at = "/cities/" + std::to_string(i);
    SourceIds others = e->sources;
    others.erase(std::remove(others.begin(), others.end(), source_), others.end());
    if (!others.empty()) {
      edit.remove_member(at + "/editions/" + std::to_string(k), "count");
      edit.set_member(at + "/editions/" + std::to_string(k), "sources", json_texts(others));
      e->count = {};
      e->sources = std::move(others);
    } else if (c.editions.size() > 1) {
      edit.remove_item(at + "/editions", k);
      c.editions.erase(e);
    } else {
      edit.remove_item("/cities", i);
      cities_.cities.erase(cities_.cities.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

void Publisher::write_city(JsonEdit& edit, const CityCell& cell) {
  const Place place = gazetteer_.at(static_cast<std::size_t>(cell.city));
  const std::string id = city_id(place);
  auto& cities = cities_.cities;
  const auto known =
      std::find_if(cities.begin(), cities.end(), [&](const City& c) { return c.id == id; });
  if (known == cities.end()) {
    const std::string name = fold(place.name);
    const auto before = std::find_if(cities.begin(), cities.end(), [&](const City& c) {
      return c.country > place.country || (c.country == place.country && fold(c.name) > name);
    });
    const auto at = static_cast<std::size_t>(before - cities.begin());
    edit.insert_item("/cities", at, city_json(place, city_edition_json(cell, {})));
    City added;
    added.id = id;
    added.name = place.name;
    added.country = place.country;
    cities.insert(before, std::move(added));
    return;
  }
  const std::string at = "/cities/" + std::to_string(known - cities.begin()) + "/editions";
  std::size_t k = 0;
  while (k < known->editions.size() && known->editions[k].year < options_.year) ++k;
  if (k < known->editions.size() && known->editions[k].year == options_.year) {
    edit.replace(at + "/" + std::to_string(k), city_edition_json(cell, known->editions[k].sources));
  } else {
    edit.insert_item(at, k, city_edition_json(cell, {}));
  }
}

void Publisher::write_cities() {
  JsonEdit edit(std::move(files_.cities));
  forget_cities(edit);
  for (const CountryCell& c : cells_) {
    for (const CityCell& city : c.cities) {
      ++summary_.cities;
      if (gate_[city.figure].hidden) continue;
      ++summary_.cities_published;
      if (count_of(gazetteer_.at(static_cast<std::size_t>(city.city)), By::kOthers) == nullptr)
        write_city(edit, city);
    }
  }
  const auto year = std::lower_bound(cities_.years.begin(), cities_.years.end(), options_.year);
  if (year == cities_.years.end() || *year != options_.year) {
    edit.insert_item(
        "/years", static_cast<std::size_t>(year - cities_.years.begin()),
        "{\"year\":" + std::to_string(options_.year) +
            ",\"count\":{\"missing\":\"no_data\"},\"sources\":" + json_texts({source_}) + "}");
  }
  write_note(edit);
  files_.cities = edit.text();
}

void Publisher::write_note(JsonEdit& edit) const {
  const std::string year = std::to_string(options_.year), k = std::to_string(options_.k);
  const std::array<std::string, kLanguageCount> sentences = {
      year + ": recuento de las inscripciones; sin lugares de menos de " + k + " personas.",
      year + ": contagem das inscrições; sem lugares de menos de " + k + " pessoas.",
      year + ": count of the registrations; without places of fewer than " + k + " people."};
  for (std::size_t l = 0; l < kTextLanguages.size(); ++l) {
    std::string note = cities_.note.text[l];
    if (const std::size_t at = note.find(" " + year + ": "); at != std::string::npos) {
      std::size_t end = note.find('.', at);
      end = end == std::string::npos ? note.size() : end + 1;
      note.erase(at, end - at);
    }
    edit.replace("/note/" + std::string(kTextLanguages[l]), json_text(note + " " + sentences[l]));
  }
}

void Publisher::forget_figures(JsonEdit& edit) {
  for (std::size_t i = 0; i < countries_.countries.size(); ++i) {
    auto& figures = countries_.countries[i].figures;
    for (std::size_t k = figures.size(); k-- > 0;) {
      if (figures[k].edition != options_.year || !has_source(figures[k].sources, source_)) continue;
      const std::string at = "/countries/" + std::to_string(i);
      edit.remove_item(at + "/figures", k);
      figures.erase(figures.begin() + static_cast<std::ptrdiff_t>(k));
      if (figures.empty()) edit.remove_member(at, "figures");
    }
  }
}

void Publisher::write_countries() {
  JsonEdit edit(std::move(files_.countries));
  forget_figures(edit);
  for (const CountryCell& c : cells_) {
    ++summary_.countries;
    const bool hidden = gate_[c.figure].hidden;
    summary_.countries_published += hidden ? 0 : 1;
    const bool small = gate_.small(c.figure);
    // A country that is hidden only to protect another one is left out: "fewer than k" would be
    // untrue.
    if (hidden && !small) continue;
    if (figure_of(c.iso2, By::kOthers) != nullptr) {
      summary_.remarks.push_back(
          c.iso2 + " keeps the figure that another source has published for this edition");
      continue;
    }
    const std::string value =
        hidden ? "{\"missing\":\"fewer_than_k\"}" : std::to_string(c.published);
    const std::string figure =
        "{\"edition\":" + std::to_string(options_.year) + ",\"metric\":" + json_text(kMetric) +
        ",\"value\":" + value +
        ",\"qualifier\":\"exact\",\"unit\":\"people\",\"sources\":" + json_texts({source_}) + "}";
    const Country* country = countries_.find(c.iso2);
    if (country == nullptr) continue;
    const std::string at = "/countries/" + std::to_string(country - countries_.countries.data());
    if (!edit.insert_item(at + "/figures", 0, figure))
      edit.set_member(at, "figures", "[" + figure + "]");
  }
  for (std::size_t i = countries_.gaps.size(); i-- > 0;) {
    const std::string& metric = countries_.gaps[i].metric;
    if (metric == kMetric || metric == "participants_by_city") edit.remove_item("/gaps", i);
  }
  files_.countries = edit.text();
}

void Publisher::write_edition() {
  JsonEdit edit(std::move(files_.editions));
  const Edition& e = *editions_.find(options_.year);
  const std::string at = "/editions/" + std::to_string(&e - editions_.editions.data());
  List<Claim> claims = e.claims;
  for (std::size_t i = claims.size(); i-- > 0;) {
    if (!has_source(claims[i].sources, source_)) continue;
    edit.remove_item(at + "/claims", i);
    claims.erase(claims.begin() + static_cast<std::ptrdiff_t>(i));
  }
  summary_.total_published = !gate_[total_].hidden;
  const std::string id = "R" + std::to_string(options_.year % 100) + "-";
  if (summary_.total_published) {
    add_claim(edit, at, e, claims, id + "registrations", kTotalMetric, published_total_,
              "registrations");
  }
  add_claim(edit, at, e, claims, id + "countries", "countries", static_cast<int>(cells_.size()),
            "countries");
  files_.editions = edit.text();
}

void Publisher::add_claim(JsonEdit& edit, const std::string& at, const Edition& e,
                          List<Claim>& claims, const std::string& id, std::string_view metric,
                          int value, std::string_view unit) {
  const auto shown = std::find_if(claims.begin(), claims.end(),
                                  [&](const Claim& c) { return c.shown && c.metric == metric; });
  std::string json = "{\"id\":" + json_text(id) + ",\"metric\":" + json_text(metric) +
                     ",\"value\":" + std::to_string(value) +
                     ",\"qualifier\":\"exact\",\"unit\":" + json_text(unit);
  if (const std::string month = last_month(); !month.empty())
    json += ",\"as_of\":" + json_text(month);
  json += ",\"sources\":" + json_texts({source_});
  if (shown == claims.end()) {
    json += ",\"shown\":true";
    for (std::size_t i = e.gaps.size(); i-- > 0;) {
      if (e.gaps[i].metric == metric) edit.remove_item(at + "/gaps", i);
    }
    forget_gap(metric);
  } else {
    summary_.remarks.push_back("the edition goes on showing the claim " + shown->id + " for " +
                               std::string(metric) + "; the count of this file stands beside it");
  }
  edit.insert_item(at + "/claims", claims.size(), json + "}");
  Claim added;
  added.id = id;
  added.metric = metric;
  claims.push_back(std::move(added));
}

void Publisher::forget_gap(std::string_view metric) {
  for (Edition& e : editions_.editions) {
    if (e.year != options_.year) continue;
    e.gaps.erase(std::remove_if(e.gaps.begin(), e.gaps.end(),
                                [&](const Edition::Gap& g) { return g.metric == metric; }),
                 e.gaps.end());
  }
}

std::string Publisher::last_month() const {
  Date d = in_.report.last;
  d.day = 0;
  return d.iso();
}

void Publisher::write_source() {
  const std::string year = std::to_string(options_.year);
  std::string json =
      "{\"id\":" + json_text(source_) + ",\"kind\":\"derived\",\"title\":" +
      json_text("Recuento propio de las inscripciones de " + year +
                ", sin los lugares de menos de " + std::to_string(options_.k) + " personas");
  if (const std::string month = last_month(); !month.empty())
    json += ",\"read\":" + json_text(month);
  files_.sources =
      with_source(std::move(files_.sources), source_, json + ",\"licence\":\"CC-BY-4.0\"}");
  files_.manifest = with_family(std::move(files_.manifest), "cities.json", "own");
}

}  // namespace tablero
