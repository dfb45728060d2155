#include "model/tables/sources.h"

#include <string>

#include "base/text.h"
#include "model/figure_names.h"
#include "model/tables/tabs.h"

namespace tablero {

Table claims_table(const Reader& reader, const List<FigureGroup>& groups) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"figures", "cifras", "editions.json", w.t("sources.figures")});
  b.columns({{"id"},
             {"edition", "page.column.edition"},
             {"metric", "page.column.name"},
             {"value", "page.column.figure", CellKind::kAmount},
             {"unit"},
             {"as_of", "page.column.date"},
             {"shown"}});
  for (const FigureGroup& group : groups) {
    const std::string_view all = w.t(group.country != nullptr ? "claim.country"
                                     : group.community        ? "claim.community"
                                                              : "claim.cumulative");
    for (const Statement& s : group.statements) {
      if (s.value == nullptr) continue;
      const std::string_view id = statement_id(w, group, s);
      std::string_view note =
          group.plain() ? std::string_view() : w.t(s.shown ? "claim.shown" : "claim.not_shown");
      if (s.note != nullptr && !s.note->empty()) {
        note = w.join({note, note.empty() ? "" : ". ", s.note->in(reader.lang)});
      }
      b.row(id, true, note);
      b.word(id).edition(group.edition, all).named("metric.", s.metric);
      b.amount(*s.value, s.qualifier).sources(*s.sources).word(s.unit).date(s.as_of);
      b.word(s.shown ? "yes" : "no");
    }
  }
  return b.done(w.t("sources.figures"));
}

List<int> listed_files(const Reader& reader, const Store& store, const ViewState& state) {
  const std::string query = fold(state.q);
  List<int> listed;
  for (std::size_t i = 0; i < store.manifest.files.size(); ++i) {
    const ManifestFile& file = store.manifest.files[i];
    const std::string text = file.path + ' ' + file.title.in(reader.lang) + ' ' + file.licence;
    if (matches_words(fold(text), query)) listed.push_back(static_cast<int>(i));
  }
  return listed;
}

Table files_table(const Reader& reader, const Store& store, const List<int>& listed) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"files", "archivos", "manifest.json", w.t("sources.files")});
  b.columns({{"title", "page.column.name"},
             {"path", "page.column.link"},
             {"licence", "leaderboard.column.licence"}});
  for (const int i : listed) {
    const ManifestFile& file = store.manifest.files[static_cast<std::size_t>(i)];
    b.row(file.path).word(file.title.in(reader.lang));
    b.word(file.path, w.join({"data/", file.path})).word(file.licence);
  }
  return b.done(w.t("sources.files"));
}

Table source_list_table(const Reader& reader, const Store& store, const Selection& selection) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const Selection::Count count = Selection::count(selection.sources);
  const std::string_view title = w.count("sources.all", count.shown);
  b.head({"sources", "fuentes", "sources.json", title});
  b.columns({{"title", "page.column.title"},
             {"id", "page.column.name"},
             {"kind", "page.column.kind"},
             {"read", "page.column.date"},
             {"licence", "leaderboard.column.licence"}});
  for (std::size_t i = 0; i < store.sources.sources.size(); ++i) {
    if (selection.sources[i] == 0) continue;
    const Source& source = store.sources.sources[i];
    b.row(source.id).word(source.title).url(source.url).word(source.id);
    b.named("source.", source.kind);
    b.date(source.read, source.read.known() ? w.date(source.read) : w.t("source.read_unknown"));
    b.word(source.licence, source.licence == "not stated" ? w.t("source.no_licence")
                                                          : std::string_view(source.licence));
  }
  return b.done(title);
}

template <>
List<Table> make_tables<View::kFuentes>(const TabRecords& r) {
  TextArena texts;
  const Wording words{r.reader.strings, r.reader.lang, texts};
  List<Table> tables;
  tables.push_back(claims_table(r.reader, figure_groups(words, r.store, r.state, r.selection)));
  tables.push_back(files_table(r.reader, r.store, listed_files(r.reader, r.store, r.state)));
  tables.push_back(source_list_table(r.reader, r.store, r.selection));
  return tables;
}

}  // namespace tablero
