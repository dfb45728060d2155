#include "data/corpora.h"

#include "base/list.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 4> kGroups = {"instruction_v1", "prior", "edition",
                                                     "listed"};
constexpr std::array<std::string_view, 5> kKinds = {"instructions", "preferences", "evaluation",
                                                    "stereotypes", "other"};

Corpus read_corpus(const Node& node, UniqueIds& ids, Choices& domains, Choices& languages) {
  Corpus c;
  Fields f(node);
  c.id = read_id(f, ids);
  c.name = f.get("name").text();
  c.group = kGroups[f.get("group").one_of(kGroups.data(), kGroups.size())];
  c.edition = f.year_or("edition");
  c.kind = kKinds[f.get("kind").one_of(kKinds.data(), kKinds.size())];
  if (const Node n = f.get("domain"); n.present()) c.domain = domains.read(n);
  for (const Node item : f.items_or("languages")) c.languages.push_back(languages.read(item));
  c.creator = f.text_or("creator");
  c.size = f.get("size").amount();
  if (const Node n = f.get("size_qualifier"); n.present()) {
    c.size_qualifier = n.one_of<Qualifier>(kQualifierNames);
  }
  c.project = f.word_or("project");
  c.claims = f.words_or("claims");
  for (const Node item : f.items_or("urls")) c.urls.push_back(item.url());
  c.note = f.local_or("note");
  c.sources = f.get("sources").sources();
  return c;
}

void read_corpora(Fields& root, Corpora& out) {
  for (const Node item : root.get("evaluation_v1").items()) {
    Fields f(item);
    EvaluationGroup g;
    g.language = f.get("language").word();
    g.task_groups = f.get("task_groups").words();
    g.sources = f.get("sources").sources();
    out.evaluation_v1.push_back(std::move(g));
  }
  UniqueIds ids;
  Choices domains, languages;
  for (const Node item : root.get("corpora").items()) {
    out.corpora.push_back(read_corpus(item, ids, domains, languages));
  }
}

}  // namespace

const Corpus* Corpora::find(std::string_view id) const { return find_by_id(corpora, id); }

Result<Corpora> load_corpora(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Corpora, read_corpora>(bytes, file, all);
}

}  // namespace tablero
