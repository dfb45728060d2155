#include "views/sources_view.h"

#include <algorithm>

#include "base/list.h"
#include "base/text.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/claim_card.h"
#include "views/shell.h"

namespace tablero {
namespace {

bool group_matches(const ViewContext& context, const FigureGroup& group, const std::string& query) {
  if (query.empty()) return true;
  std::string text = std::to_string(group.edition);
  for (const Claim* claim : group.claims) {
    for (const std::string_view part :
         {std::string_view(claim->id), std::string_view(claim->metric),
          context.ui.t(context.ui.text.join({"metric.", claim->metric}))}) {
      text += ' ';
      text += part;
    }
    for (const std::string& id : claim->sources) {
      const Source* source = context.store.sources.find(id);
      text += ' ';
      text += id;
      text += ' ';
      if (source != nullptr) text += source->title;
    }
  }
  return matches_words(fold(text), query);
}

// Claims that disagree stand in one card, whatever their metric or edition; all others by metric.
void add_groups(const ViewContext& context, const List<Claim>& claims, int edition,
                List<FigureGroup>& out) {
  const std::size_t first = out.size();
  for (const Claim& claim : claims) {
    const Conflict* conflict = context.store.editions.conflict_of(claim.id);
    const auto from = conflict != nullptr ? 0 : static_cast<std::ptrdiff_t>(first);
    auto it = std::find_if(out.begin() + from, out.end(), [&](const FigureGroup& g) {
      if (conflict != nullptr || g.conflict != nullptr) return g.conflict == conflict;
      return g.claims.front()->metric == claim.metric && g.claims.front()->project == claim.project;
    });
    if (it == out.end()) it = out.insert(out.end(), {edition, {}, conflict});
    if (it->edition != edition) it->edition = 0;
    it->claims.insert(claim.shown ? it->claims.begin() : it->claims.end(), &claim);
  }
}

void save_claims(ViewContext& context, const List<FigureGroup>& groups) {
  Csv csv({"id", "edition", "metric", "value", "qualifier", "unit", "as_of", "shown", "sources"});
  for (const FigureGroup& group : groups) {
    for (const Claim* claim : group.claims) {
      csv.text(claim->id);
      csv.number(group.edition > 0 ? group.edition : std::numeric_limits<double>::quiet_NaN());
      csv.text(claim->metric).amount(claim->value, claim->qualifier).text(claim->unit);
      csv.text(claim->as_of.known() ? claim->as_of.iso() : "no_data");
      csv.text(claim->shown ? "yes" : "no").sources(claim->sources).end_row();
    }
  }
  save_csv(context, "cifras", csv);
}

void source_content(ViewContext& context, Pen& pen, const Source& source) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
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
  if (source.read.known()) {
    line = ui.text.join({line, " · ", format_date_short(ui.text, ui.strings, source.read)});
  }
  pen.text(TextStyle::kTiny, c.muted, line);
  pen.gap(8);
}

void file_content(ViewContext& context, Pen& pen, const ManifestFile& file) {
  Ui& ui = context.ui;
  pen.rule();
  pen.gap(8);
  pen.text(TextStyle::kSmallStrong, ui.colours().text, file.title.in(ui.lang));
  pen.gap(2);
  pen.text(TextStyle::kTiny, ui.colours().muted,
           ui.text.join({"data/", file.path, " · ", file.licence}));
  pen.gap(8);
}

CardGrid::Key key_of(const ViewContext& context) {
  return {context.store.generation(), context.selection.generation,
          static_cast<std::uint32_t>(context.ui.lang)};
}

}  // namespace

void SourcesView::refresh(const ViewContext& context) {
  const std::uint32_t filter =
      context.selection.generation * 4 + static_cast<std::uint32_t>(context.ui.lang);
  if (data_ == context.store.generation() && filter_ == filter) return;
  data_ = context.store.generation();
  filter_ = filter;
  const Store& store = context.store;
  const std::string query = fold(context.state.q);
  List<FigureGroup> all;
  for (std::size_t i = store.editions.editions.size(); i-- > 0;) {
    const Edition& edition = store.editions.editions[i];
    if (context.selection.editions[i] != 0) add_groups(context, edition.claims, edition.year, all);
  }
  if (context.state.editions.empty()) add_groups(context, store.editions.cumulative_claims, 0, all);
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
    const Source& source = store.sources.sources[i];
    if (matches_words(fold(source.id + ' ' + source.title), query))
      sources_.push_back(static_cast<int>(i));
  }
}

void SourcesView::draw_figures(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("sources.figures"), ui.t("sources.figures.note"));
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
  heading(ui, TextStyle::kTitle, 1, ui.t("tab.fuentes"));
  label(ui, TextStyle::kBody, ui.colours().muted, ui.t("sources.subtitle"), ui.px(720));
  space(ui, 4);
  if (data_actions(context, "figures", ui.t("tab.fuentes"), "editions.json"))
    save_claims(context, groups_);
  space(ui, 8);
  if (groups_.empty() && files_.empty() && sources_.empty()) {
    draw_empty_state(context);
    return;
  }
  if (!groups_.empty()) {
    draw_figures(context);
    space(ui, 20);
  }
  if (!files_.empty()) {
    draw_files(context);
    space(ui, 20);
  }
  if (!sources_.empty()) draw_sources(context);
  space(ui, 32);
}

}  // namespace tablero
