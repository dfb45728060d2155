#include "data/countries.h"

#include <algorithm>

#include "base/list.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

CountryFigure read_figure(const Node& node) {
  CountryFigure c;
  Fields f(node);
  c.edition = f.year_or("edition");
  c.metric = f.get("metric").word();
  const Node value = f.get("value");
  c.value = value.amount();
  c.qualifier = f.get("qualifier").one_of<Qualifier>(kQualifierNames);
  if (c.qualifier == Qualifier::kListOnly && c.value.known()) {
    value.wrong("{\"missing\":\"no_data\"}, as the qualifier is list_only");
  }
  c.unit = f.word_or("unit");
  if (const Node n = f.get("position"); n.present()) c.position = n.integer(1, 300);
  c.claim = f.text_or("claim");
  c.projects = f.words_or("projects");
  c.sources = f.get("sources").sources();
  return c;
}

Country read_country(const Node& node) {
  Country c;
  Fields f(node);
  c.iso2 = f.get("iso2").country();
  if (const Node n = f.get("iso_numeric"); n.present()) c.iso_numeric = n.integer(1, 999);
  c.name = f.get("name").local();
  c.synonyms = f.words_or("synonyms");
  for (const Node item : f.items_or("figures")) c.figures.push_back(read_figure(item));
  return c;
}

void read_countries(Fields& root, Countries& out) {
  root.get("name_sources").sources();
  out.gaps = read_gaps<Countries::Gap>(root.get("gaps"));
  std::string last;
  for (const Node item : root.get("countries").items(1)) {
    out.countries.push_back(read_country(item));
    const std::string& iso2 = out.countries.back().iso2;
    if (iso2.empty()) continue;
    if (iso2 <= last) item.wrong("countries in ascending order of iso2, each once");
    last = iso2;
  }
}

}  // namespace

const Country* Countries::find(std::string_view iso2) const {
  const auto at =
      std::lower_bound(countries.begin(), countries.end(), iso2,
                       [](const Country& c, std::string_view key) { return c.iso2 < key; });
  return at != countries.end() && at->iso2 == iso2 ? &*at : nullptr;
}

const Country* Countries::find_numeric(int iso_numeric) const {
  if (iso_numeric == 0) return nullptr;
  for (const Country& c : countries) {
    if (c.iso_numeric == iso_numeric) return &c;
  }
  return nullptr;
}

Result<Countries> load_countries(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Countries, read_countries>(bytes, file, all);
}

}  // namespace tablero
