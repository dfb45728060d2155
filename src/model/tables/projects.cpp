#include "model/tables/projects.h"

#include <algorithm>
#include <string>

#include "base/list.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "model/facet_label.h"
#include "model/figure_names.h"
#include "model/summary.h"
#include "model/tables/tabs.h"
#include "query/bins.h"

namespace tablero {
namespace {

constexpr int kWantedBins = 12;

}  // namespace

Table teams_table(const Reader& reader, const Store& store, const Selection& selection) {
  List<double> sizes;
  for (std::size_t i = 0; i < store.projects.projects.size(); ++i) {
    const int size = store.projects.projects[i].team_size;
    if (selection.projects[i] != 0) sizes.push_back(size > 0 ? size : kNaN);
  }
  const Bins bins = bin_values({sizes.data(), sizes.size()}, kWantedBins, true);
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"teams", "equipos", "projects.json", w.t("projects.team")});
  b.columns({{"team_size", "projects.team", CellKind::kNumber},
             {"projects", "metric.projects", CellKind::kNumber}});
  for (int i = 0; i < bins.count; ++i) {
    const double from = bins.first + bins.width * i;
    std::string_view label = w.number(from, 0);
    if (bins.width > 1) label = w.join({label, "–", w.number(from + bins.width - 1, 0)});
    b.row(w.text.number(i + 1)).number(from, w.t("projects.team.size", {{"n", label}}), label);
    b.count(bins.values[i], "count.projects");
  }
  if (bins.count > 0) {
    b.row("no_data", bins.missing > 0).number(kNaN, 0);
    b.count(bins.missing, "count.projects");
  }
  return b.done(rows_sentence(b, 0, 1));
}

Table corpora_table(const Reader& reader, const Selection& selection, Facet facet,
                    std::string_view title) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view id = facet_name(facet);
  b.head({id, id, "corpora.json", title});
  b.column({id, w.t(w.join({"facet.", id}))});
  b.columns({{"corpora", "corpora.title", CellKind::kNumber}});
  for (const Selection::Choice& choice : selection.choices(facet)) {
    b.row(choice.value).word(choice.value, facet_label(w, facet, choice.value));
    b.number(choice.count, 0);
  }
  return b.done(rows_sentence(b, 0, 1));
}

namespace {

// Order of the cards: 0 comes first.
int award_class(const Project& project) {
  int best = project.awards.empty() ? 4 : 3;
  for (const Award& a : project.awards) {
    if (a.award == "1st") best = std::min(best, 0);
    if (a.award == "2nd") best = std::min(best, 1);
    if (a.award == "3rd") best = std::min(best, 2);
  }
  return best;
}

List<int> kept(const List<std::uint8_t>& flags) {
  List<int> list;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (flags[i] != 0) list.push_back(static_cast<int>(i));
  }
  return list;
}

// A cell of several words or links: their codes with spaces between, their texts with `between`.
class Several {
 public:
  Several(TableBuilder& b, std::string_view between) : b_(b), between_(between) {}
  void add(std::string_view code, std::string_view text) {
    const Wording& w = b_.words();
    codes_ = w.join({codes_, codes_.empty() ? "" : " ", code});
    texts_ = w.join({texts_, texts_.empty() ? "" : between_, text});
  }
  TableBuilder& words() { return b_.word(codes_, texts_); }
  TableBuilder& links() { return words().url(codes_); }

 private:
  TableBuilder& b_;
  std::string_view between_, codes_, texts_;
};

}  // namespace

List<int> listed_projects(const Store& store, const Selection& selection) {
  List<int> listed = kept(selection.projects);
  const auto& all = store.projects.projects;
  sort(listed, [&](int a, int b) {
    const Project& x = all[static_cast<std::size_t>(a)];
    const Project& y = all[static_cast<std::size_t>(b)];
    const int cx = award_class(x), cy = award_class(y);
    return cx != cy ? cx < cy : x.edition > y.edition;
  });
  return listed;
}

Table project_list_table(const Reader& reader, const Store& store, const List<int>& listed) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"projects", "proyectos", "projects.json", w.t("tab.proyectos")});
  b.columns({{"id"},
             {"edition", "page.column.edition"},
             {"name", "page.column.name"},
             {"title", "page.column.title"},
             {"awards", "facet.award"},
             {"topic", "facet.topic"},
             {"sdg", "facet.sdg"},
             {"team_size", "projects.team", CellKind::kNumber},
             {"countries", "page.column.country"},
             {"links", "page.column.link"}});
  for (const int i : listed) {
    const Project& p = store.projects.projects[static_cast<std::size_t>(i)];
    std::string_view note = p.note.in(reader.lang);
    if (!p.described) {
      note = w.join({note, note.empty() ? "" : " ", w.t("projects.name_only")});
    }
    Several awards(b, ", "), goals(b, ", "), countries(b, ", "), links(b, kLinkSeparator);
    for (const Award& a : p.awards) awards.add(a.award, facet_label(w, Facet::kAward, a.award));
    for (const int goal : p.sdg) {
      goals.add(w.text.number(goal), facet_label(w, Facet::kSdg, w.text.number(goal)));
    }
    for (const std::string& iso2 : p.countries) countries.add(iso2, country_name(w, store, iso2));
    for (const Link& l : p.links) links.add(l.url, w.named("link.", l.kind));
    b.row(p.id, true, note).word(p.id).edition(p.edition).word(p.name).word(p.title);
    awards.words();
    b.word(p.topic, p.topic.empty() ? "" : facet_label(w, Facet::kTopic, p.topic));
    goals.words();
    b.number(p.team_size > 0 ? p.team_size : kNaN, 0);
    countries.words();
    links.links().sources(p.sources);
  }
  return b.done(w.join({w.t("tab.proyectos"), ". ",
                        w.count("count.projects", static_cast<long long>(listed.size())), "."}));
}

List<int> listed_corpora(const Selection& selection) { return kept(selection.corpora); }

Table corpus_list_table(const Reader& reader, const Store& store, const List<int>& listed) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"corpora", "corpus", "corpora.json", w.t("corpora.title")});
  b.columns({{"id"},
             {"name", "page.column.name"},
             {"group"},
             {"edition", "page.column.edition"},
             {"kind", "page.column.kind"},
             {"domain", "facet.domain"},
             {"size", "page.column.figure", CellKind::kAmount},
             {"languages", "facet.language"},
             {"creator", "page.column.people"},
             {"links", "page.column.link"}});
  for (const int i : listed) {
    const Corpus& c = store.corpora.corpora[static_cast<std::size_t>(i)];
    Several languages(b, ", "), links(b, kLinkSeparator);
    for (const std::string& tag : c.languages)
      languages.add(tag, facet_label(w, Facet::kLanguage, tag));
    for (const std::string& url : c.urls) links.add(url, w.t("link.dataset"));
    b.row(c.id, true, w.named("corpus_group.", c.group)).word(c.id).word(c.name).word(c.group);
    b.edition(c.edition).named("corpus_kind.", c.kind);
    b.word(c.domain, c.domain.empty() ? "" : facet_label(w, Facet::kDomain, c.domain));
    b.amount(c.size, c.size_qualifier, "corpora.entries").sources(c.sources);
    languages.words();
    b.word(c.creator);
    links.links();
  }
  return b.done(w.t("corpora.title"));
}

List<int> listed_papers(const Store& store, const ViewState& state) {
  List<int> listed;
  const std::string query = fold(state.q);
  for (std::size_t i = 0; i < store.editions.papers.size(); ++i) {
    const Paper& paper = store.editions.papers[i];
    const bool in_year = state.editions.empty() || has_edition(state, paper.edition);
    if (in_year && matches_words(fold(paper.title + ' ' + paper.venue), query))
      listed.push_back(static_cast<int>(i));
  }
  return listed;
}

Table paper_list_table(const Reader& reader, const Store& store, const List<int>& listed) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"papers", "articulos", "editions.json", w.t("papers.title")});
  b.columns({{"year", "page.column.date"},
             {"title", "page.column.title"},
             {"venue", "page.column.venue"}});
  for (const int i : listed) {
    const Paper& paper = store.editions.papers[static_cast<std::size_t>(i)];
    b.row(w.text.number(i)).edition(paper.year, w.t("date.unknown"));
    b.word(paper.title).url(paper.url).word(paper.venue).sources(paper.sources);
  }
  return b.done(w.t("papers.title"));
}

template <>
List<Table> make_tables<View::kProyectos>(const TabRecords& r) {
  const Strings& words = r.reader.strings;
  List<Table> tables;
  tables.push_back(project_list_table(r.reader, r.store, listed_projects(r.store, r.selection)));
  tables.push_back(teams_table(r.reader, r.store, r.selection));
  tables.push_back(
      corpora_table(r.reader, r.selection, Facet::kDomain, words.get("corpora.by_domain")));
  tables.push_back(
      corpora_table(r.reader, r.selection, Facet::kLanguage, words.get("corpora.by_language")));
  tables.push_back(corpus_list_table(r.reader, r.store, listed_corpora(r.selection)));
  tables.push_back(paper_list_table(r.reader, r.store, listed_papers(r.store, r.state)));
  return tables;
}

}  // namespace tablero
