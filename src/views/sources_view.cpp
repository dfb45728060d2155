#include "views/sources_view.h"

#include <algorithm>

#include "base/list.h"
#include "base/text.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/claim_card.h"
#include "views/figure_names.h"
#include "views/late.h"
#include "views/shell.h"

namespace tablero {
namespace {

constexpr FileId kFigureFiles[] = {FileId::kEditions, FileId::kCommunity, FileId::kCountries,
                                   FileId::kSponsors};

std::string_view file_of(const FigureGroup& group) {
  return group.sponsor != nullptr   ? "sponsors.json"
         : group.country != nullptr ? "countries.json"
         : group.community          ? "community.json"
                                    : "editions.json";
}

void append_word(std::string& text, std::string_view word) {
  text += ' ';
  text += word;
}

// The searchable text, folded.
std::string text_of(const ViewContext& context, const FigureGroup& group) {
  Ui& ui = context.ui;
  std::string text(file_of(group));
  append_word(text, ui.text.number(group.edition));
  append_word(text, figure_group_title(ui, group));
  for (const Statement& s : group.statements) {
    append_word(text, statement_id(ui, group, s));
    append_word(text, s.metric);
    append_word(text, ui.t(ui.text.join({"metric.", s.metric})));
    for (const std::string& id : *s.sources) {
      const Source* source = context.store.sources.find(id);
      append_word(text, id);
      if (source != nullptr) append_word(text, source->title);
    }
  }
  return fold(text);
}

bool group_matches(const ViewContext& context, const FigureGroup& group, const std::string& query) {
  const TextArena::Mark mark = context.ui.text.mark();
  const bool matches = query.empty() || matches_words(text_of(context, group), query);
  context.ui.text.rewind(mark);
  return matches;
}

// Adds a statement to the group about the same conflict or, from index `first` on, about the same
// metric.
void add_statement(List<FigureGroup>& out, std::size_t first, const FigureGroup& like,
                   const Statement& s) {
  std::size_t i = like.conflict != nullptr ? 0 : first;
  for (; i < out.size(); ++i) {
    const FigureGroup& g = out[i];
    if (like.conflict != nullptr ? g.conflict == like.conflict
                                 : g.conflict == nullptr && g.project == like.project &&
                                       g.statements.front().metric == s.metric) {
      break;
    }
  }
  if (i == out.size()) out.push_back(like);
  FigureGroup& group = out[i];
  if (group.edition != like.edition) group.edition = 0;
  group.statements.insert(s.shown ? group.statements.begin() : group.statements.end(), s);
}

// Conflicting claims share one card, whatever their metric or edition; all others are grouped by
// metric.
void add_claims(const ViewContext& context, const List<Claim>& claims, int edition,
                List<FigureGroup>& out) {
  const std::size_t first = out.size();
  for (const Claim& c : claims) {
    FigureGroup like;
    like.edition = edition;
    like.project = c.project;
    like.conflict = context.store.editions.conflict_of(c.id);
    add_statement(out, first, like,
                  {c.id,
                   c.metric,
                   c.unit,
                   {},
                   &c.value,
                   c.qualifier,
                   c.shown,
                   c.as_of,
                   &c.caution,
                   &c.sources});
  }
}

void add_milestones(const ViewContext& context, List<FigureGroup>& out) {
  const std::size_t first = out.size();
  FigureGroup like;
  like.community = true;
  for (const Milestone& m : context.store.community.milestones) {
    add_statement(
        out, first, like,
        {m.id, m.metric, m.unit, {}, &m.value, m.qualifier, false, m.date, &m.note, &m.sources});
  }
}

bool passes(const ViewState& state, const Country& country) {
  for (const CountryCode& code : state.countries) {
    if (code.view() == country.iso2) return true;
  }
  return state.countries.empty();
}

bool passes(const ViewState& state, int edition) {
  return state.editions.empty() || has_edition(state, edition);
}

void add_countries(const ViewContext& context, List<FigureGroup>& out) {
  for (const Country& country : context.store.countries.countries) {
    if (!passes(context.state, country)) continue;
    FigureGroup group;
    group.country = &country;
    for (const CountryFigure& f : country.figures) {
      if (!passes(context.state, f.edition)) continue;
      const Date year{static_cast<std::int16_t>(f.edition), 0, 0};
      group.statements.push_back({country.iso2,
                                  f.metric,
                                  f.unit,
                                  {},
                                  &f.value,
                                  f.qualifier,
                                  false,
                                  year,
                                  nullptr,
                                  &f.sources});
    }
    if (!group.statements.empty()) out.push_back(std::move(group));
  }
}

void add_sponsors(const ViewContext& context, List<FigureGroup>& out) {
  for (const Sponsor& sponsor : context.store.sponsors.sponsors) {
    for (const int year : sponsor.conflicts) {
      if (!passes(context.state, year)) continue;
      FigureGroup group;
      group.edition = year;
      group.sponsor = &sponsor;
      for (const TierStatement& t : sponsor.tiers) {
        if (t.edition != year) continue;
        Statement s;
        s.id = sponsor.id;
        s.metric = kTierNames[static_cast<std::size_t>(t.tier)];
        s.where = t.where;
        s.shown = t.shown;
        s.sources = &t.sources;
        group.statements.push_back(s);
      }
      out.push_back(std::move(group));
    }
  }
}

void save_claims(ViewContext& context, const List<FigureGroup>& groups) {
  Csv csv({"id", "edition", "metric", "value", "qualifier", "unit", "as_of", "shown", "sources"});
  for (const FigureGroup& group : groups) {
    for (const Statement& s : group.statements) {
      if (s.value == nullptr) continue;
      csv.text(statement_id(context.ui, group, s));
      csv.positive(group.edition);
      csv.text(s.metric).amount(*s.value, s.qualifier).text(s.unit);
      csv.text(s.as_of.known() ? s.as_of.iso() : "no_data");
      csv.text(s.shown ? "yes" : "no").sources(*s.sources).end_row();
    }
  }
  save_csv(context, "cifras", csv);
}

void source_content(ViewContext& context, Pen& pen, const Source& source) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  pen.rule();
  pen.gap(8);
  if (source.url.empty()) {
    pen.text(TextStyle::kSmall, c.text, source.title);
  } else {
    pen.link(source.id, source.title, source.url);
    pen.end_line();
  }
  std::string_view line =
      ui.text.join({ui.t(ui.text.join({"source.", source.kind})), " · ", source.id});
  line = ui.text.join({line, " · ",
                       source.read.known() ? format_date_short(ui.text, ui.strings, source.read)
                                           : ui.t("source.read_unknown"),
                       " · ",
                       source.licence == "not stated" ? ui.t("source.no_licence")
                                                      : std::string_view(source.licence)});
  pen.text(TextStyle::kTiny, c.muted, line);
  pen.gap(8);
}

void file_content(ViewContext& context, Pen& pen, const ManifestFile& file) {
  Ui& ui = context.ui;
  pen.rule();
  pen.gap(8);
  pen.text(TextStyle::kSmallStrong, ui.colors().text, file.title.in(ui.lang));
  pen.gap(2);
  pen.text(TextStyle::kTiny, ui.colors().muted,
           ui.text.join({"data/", file.path, " · ", file.licence}));
  pen.gap(8);
}

CardGrid::Key key_of(const ViewContext& context) {
  return {context.store.generation(), context.selection.generation, context.ui.lang.key()};
}

}  // namespace

void SourcesView::refresh(const ViewContext& context) {
  const std::uint32_t filter = context.selection.generation ^ (context.ui.lang.key() << 8);
  if (data_ == context.store.generation() && filter_ == filter) return;
  data_ = context.store.generation();
  filter_ = filter;
  const Store& store = context.store;
  const std::string query = fold(context.state.q);
  List<FigureGroup> all;
  for (std::size_t i = store.editions.editions.size(); i-- > 0;) {
    const Edition& edition = store.editions.editions[i];
    if (context.selection.editions[i] != 0) add_claims(context, edition.claims, edition.year, all);
  }
  if (context.state.editions.empty()) {
    add_claims(context, store.editions.cumulative_claims, 0, all);
    add_milestones(context, all);
  }
  add_countries(context, all);
  add_sponsors(context, all);
  groups_.clear();
  for (FigureGroup& group : all) {
    if (group_matches(context, group, query)) groups_.push_back(std::move(group));
  }
  files_.clear();
  for (std::size_t i = 0; i < store.manifest.files.size(); ++i) {
    const ManifestFile& file = store.manifest.files[i];
    const std::string text = file.path + ' ' + file.title.in(context.ui.lang) + ' ' + file.licence;
    if (matches_words(fold(text), query)) files_.push_back(static_cast<int>(i));
  }
  sources_.clear();
  for (std::size_t i = 0; i < store.sources.sources.size(); ++i) {
    if (context.selection.sources[i] != 0) sources_.push_back(static_cast<int>(i));
  }
}

void SourcesView::draw_figures(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("sources.figures"), ui.t("sources.figures.note"));
  for (const FileId file : kFigureFiles) file_ready(context, file);
  figure_grid_.layout(
      ui, key_of(context), static_cast<int>(groups_.size()), 420, 2, 16, [&](int i, float width) {
        return figure_card_height(context, groups_[static_cast<std::size_t>(i)], width);
      });
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ui.sem.push(ui_id("figures"), Role::kList, ui.t("sources.figures"), {});
  figure_grid_.draw(ui, [&](int i, ImVec2 pos, ImVec2 size) {
    draw_figure_card(context, groups_[static_cast<std::size_t>(i)], pos, size);
  });
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
}

void SourcesView::draw_files(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("sources.files"), ui.t("sources.files.note"));
  const auto& all = context.store.manifest.files;
  file_grid_.layout(ui, key_of(context), static_cast<int>(files_.size()), 300, 3, 20,
                    [&](int i, float width) {
                      Pen pen(ui, {0, 0}, width, false);
                      const int index = files_[static_cast<std::size_t>(i)];
                      file_content(context, pen, all[static_cast<std::size_t>(index)]);
                      return pen.height();
                    });
  file_grid_.draw(ui, [&](int i, ImVec2 pos, ImVec2 size) {
    ImGui::PushID(i);
    Pen pen(ui, pos, size.x, true);
    file_content(context, pen, all[static_cast<std::size_t>(files_[static_cast<std::size_t>(i)])]);
    ImGui::PopID();
  });
}

void SourcesView::draw_sources(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.count("sources.all", static_cast<long long>(sources_.size())));
  const auto& all = context.store.sources.sources;
  source_grid_.layout(ui, key_of(context), static_cast<int>(sources_.size()), 420, 2, 20,
                      [&](int i, float width) {
                        Pen pen(ui, {0, 0}, width, false);
                        const int index = sources_[static_cast<std::size_t>(i)];
                        source_content(context, pen, all[static_cast<std::size_t>(index)]);
                        return pen.height();
                      });
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ui.sem.push(ui_id("sources"), Role::kList, ui.t("tab.fuentes"), {});
  source_grid_.draw(ui, [&](int i, ImVec2 pos, ImVec2 size) {
    const Source& source = all[static_cast<std::size_t>(sources_[static_cast<std::size_t>(i)])];
    ImGui::PushID(source.id.c_str());
    ui.sem.push(ui_id("source"), Role::kListItem, source.title, to_rect(pos, pos + size));
    Pen pen(ui, pos, size.x, true);
    source_content(context, pen, source);
    ui.sem.pop();
    ImGui::PopID();
  });
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
}

void SourcesView::draw(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  tab_heading(ui, ui.t("tab.fuentes"), ui.t("sources.subtitle"));
  space(ui, 4);
  if (data_actions(context, "figures", ui.t("tab.fuentes"), "editions.json"))
    save_claims(context, groups_);
  space(ui, 8);
  const bool all_figures = context.store.ready(kFigureFiles);
  const bool all_files = context.store.ready(FileId::kManifest);
  if (groups_.empty() && files_.empty() && sources_.empty() && all_figures && all_files) {
    draw_empty_state(context);
    return;
  }
  if (!groups_.empty() || !all_figures) {
    draw_figures(context);
    space(ui, 20);
  }
  if (!files_.empty() || !all_files) {
    if (part_ready(context, ui.t("sources.files"), FileId::kManifest)) draw_files(context);
    space(ui, 20);
  }
  if (!sources_.empty()) draw_sources(context);
  space(ui, 32);
}

template <>
std::unique_ptr<TabView> make_tab<View::kFuentes>() {
  return std::make_unique<SourcesView>();
}

}  // namespace tablero
