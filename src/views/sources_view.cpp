#include "views/sources_view.h"

#include "base/list.h"
#include "model/tables/sources.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/claim_card.h"
#include "views/late.h"
#include "views/shell.h"

namespace tablero {
namespace {

constexpr FileId kFigureFiles[] = {FileId::kEditions, FileId::kCommunity, FileId::kCountries,
                                   FileId::kSponsors};

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
  groups_ = figure_groups(context.ui, store, context.state, context.selection);
  claims_ = claims_table(context.ui.reader(), groups_);
  files_ = listed_files(context.ui.reader(), store, context.state);
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
  chart_actions(context, claims_.head(), {&claims_, 1});
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
