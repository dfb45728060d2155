#include "views/projects_view.h"

#include "base/list.h"
#include "charts/row_bars.h"
#include "model/tables/projects.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/facets.h"
#include "views/project_card.h"
#include "views/shell.h"

namespace tablero {
namespace {

CardGrid::Key key_of(const ViewContext& context) {
  return {context.store.generation(), context.selection.generation, context.ui.lang.key()};
}

}  // namespace

void ProjectsView::refresh(const ViewContext& context) {
  const Store& store = context.store;
  if (!made_of_.changed(context)) return;
  const Ui& ui = context.ui;
  domains_ =
      corpora_table(ui.reader(), context.selection, Facet::kDomain, ui.t("corpora.by_domain"));
  languages_ =
      corpora_table(ui.reader(), context.selection, Facet::kLanguage, ui.t("corpora.by_language"));
  projects_ = listed_projects(store, context.selection);
  corpora_ = listed_corpora(context.selection);
  papers_ = listed_papers(store, context.state);
  project_list_ = project_list_table(ui.reader(), store, projects_);
  corpus_list_ = corpus_list_table(ui.reader(), store, corpora_);
}

void ProjectsView::draw_projects(ViewContext& context) {
  Ui& ui = context.ui;
  const auto& all = context.store.projects.projects;
  project_grid_.layout(
      ui, key_of(context), static_cast<int>(projects_.size()), 300, 3, 16, [&](int i, float width) {
        const int index = projects_[static_cast<std::size_t>(i)];
        return project_card_height(context, all[static_cast<std::size_t>(index)], width);
      });
  NodeDetail detail;
  detail.set_size = static_cast<int>(projects_.size());
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ui.sem.push(ui_id("projects"), Role::kList, ui.t("tab.proyectos"), {}, detail);
  project_grid_.draw(ui, [&](int i, ImVec2 pos, ImVec2 size) {
    const int index = projects_[static_cast<std::size_t>(i)];
    draw_project_card(context, all[static_cast<std::size_t>(index)], pos, size, i + 1,
                      static_cast<int>(projects_.size()));
  });
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
  for (const UnlistedWinners& u : context.store.projects.unlisted) {
    if (!context.state.editions.empty() && !has_edition(context.state, u.edition)) continue;
    label(ui, TextStyle::kSmall, ui.colors().muted,
          ui.t("projects.unlisted", {{"year", ui.text.number(u.edition)}}), ui.px(680));
    Flow flow(ui, 14);
    for (std::size_t i = 0; i < u.urls.size(); ++i) {
      const std::string_view text =
          ui.t("projects.announcement", {{"n", ui.text.number(static_cast<long long>(i) + 1)}});
      flow.next(measure(ui, TextStyle::kSmall, text).x + ui.px(20));
      link(ui, u.urls[i], text, u.urls[i], TextStyle::kSmall);
    }
  }
}

// A press toggles the filter.
void ProjectsView::draw_facet_bars(ViewContext& context, Facet facet, const Table& table) {
  Ui& ui = context.ui;
  begin_section(ui);
  heading(ui, TextStyle::kStrong, 3, table.head().title);
  const List<std::string>& chosen = facet_values(context.state, facet);
  looks_.clear();
  for (std::size_t row = 0; row < table.size(); ++row) {
    const bool selected = has_facet(context.state, facet, table.at(row, 0).code);
    looks_.push_back({0, selected, !chosen.empty() && !selected});
  }
  RowBars chart(table, Leads::kFilter);
  chart.looks = {looks_.data(), looks_.size()};
  chart.label_width = 150;
  const ChartMark mark = chart.draw(ui);
  chart_actions(context, chart);
  if (mark) toggle_facet(context.state, facet, std::string(table.at(mark.at(), 0).code));
}

void ProjectsView::draw_corpora(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("corpora.title"), ui.t("corpora.note"));
  const int columns = ui.size.x < ui.px(900) ? 1 : 2;
  if (ImGui::BeginTable("corpus-charts", columns, ImGuiTableFlags_SizingStretchSame)) {
    ImGui::TableNextColumn();
    draw_facet_bars(context, Facet::kDomain, domains_);
    ImGui::TableNextColumn();
    draw_facet_bars(context, Facet::kLanguage, languages_);
    ImGui::EndTable();
  }
  space(ui, 8);
  const auto& all = context.store.corpora.corpora;
  corpus_grid_.layout(
      ui, key_of(context), static_cast<int>(corpora_.size()), 260, 4, 12, [&](int i, float width) {
        const auto row = static_cast<std::size_t>(i);
        return corpus_card_height(context, all[static_cast<std::size_t>(corpora_[row])],
                                  corpus_list_, row, width);
      });
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ui.sem.push(ui_id("corpora"), Role::kList, ui.t("corpora.title"), {});
  corpus_grid_.draw(ui, [&](int i, ImVec2 pos, ImVec2 size) {
    const auto row = static_cast<std::size_t>(i);
    draw_corpus_card(context, all[static_cast<std::size_t>(corpora_[row])], corpus_list_, row, pos,
                     size);
  });
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
  chart_actions(context, corpus_list_.head(), {&corpus_list_, 1});
}

void ProjectsView::draw_papers(ViewContext& context) {
  Ui& ui = context.ui;
  if (papers_.empty()) return;
  space(ui, 20);
  section_heading(ui, ui.t("papers.title"));
  paper_grid_.layout(
      ui, key_of(context), static_cast<int>(papers_.size()), 420, 2, 16, [&](int i, float width) {
        const int index = papers_[static_cast<std::size_t>(i)];
        return paper_row_height(
            context, context.store.editions.papers[static_cast<std::size_t>(index)], width);
      });
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ui.sem.push(ui_id("papers"), Role::kList, ui.t("papers.title"), {});
  paper_grid_.draw(ui, [&](int i, ImVec2 pos, ImVec2 size) {
    const int index = papers_[static_cast<std::size_t>(i)];
    draw_paper_row(context, context.store.editions.papers[static_cast<std::size_t>(index)], pos,
                   size, index);
  });
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
}

void ProjectsView::draw(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  tab_heading(ui, ui.t("tab.proyectos"), ui.t("projects.subtitle"));
  space(ui, 6);
  Flow flow(ui, 8);
  draw_facet_menu(context, Facet::kTopic, flow);
  draw_facet_menu(context, Facet::kSdg, flow);
  draw_facet_menu(context, Facet::kAward, flow);
  chart_actions(context, project_list_.head(), {&project_list_, 1});
  space(ui, 4);
  if (projects_.empty() && corpora_.empty() && context.store.ready(FileId::kCorpora)) {
    draw_empty_state(context);
    return;
  }
  if (projects_.empty()) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("state.empty"));
  } else {
    draw_projects(context);
    space(ui, 24);
    teams_.draw(context);
  }
  space(ui, 24);
  if (part_ready(context, ui.t("corpora.title"), FileId::kCorpora)) draw_corpora(context);
  draw_papers(context);
  space(ui, 32);
}

template <>
std::unique_ptr<TabView> make_tab<View::kProyectos>() {
  return std::make_unique<ProjectsView>();
}

}  // namespace tablero
