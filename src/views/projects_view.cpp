#include "views/projects_view.h"

#include <algorithm>

#include "base/list.h"
#include "base/sort.h"
#include "base/text.h"
#include "charts/row_bars.h"
#include "model/tables/projects.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/facets.h"
#include "views/late.h"
#include "views/project_card.h"
#include "views/shell.h"

namespace tablero {
namespace {

CardGrid::Key key_of(const ViewContext& context) {
  return {context.store.generation(), context.selection.generation, context.ui.lang.key()};
}

void save_projects(ViewContext& context, const List<int>& shown) {
  Csv csv({"id", "edition", "name", "title", "awards", "topic", "sdg", "team_size", "countries",
           "links", "sources"});
  const auto joined = [](const auto& items, auto text) {
    std::string all;
    for (const auto& item : items) {
      if (!all.empty()) all += ' ';
      all += text(item);
    }
    return all;
  };
  for (const int i : shown) {
    const Project& p = context.store.projects.projects[static_cast<std::size_t>(i)];
    csv.text(p.id).number(p.edition).text(p.name).text(p.title);
    csv.text(joined(p.awards, [](const Award& a) { return a.award; }));
    csv.text(p.topic).text(joined(p.sdg, [](int g) { return std::to_string(g); }));
    csv.positive(p.team_size);
    csv.text(joined(p.countries, [](const std::string& c) { return c; }));
    csv.text(joined(p.links, [](const Link& l) { return l.url; })).sources(p.sources).end_row();
  }
  save_csv(context, "proyectos", csv);
}

void save_corpora(ViewContext& context, const List<int>& shown) {
  Csv csv({"id", "name", "group", "edition", "kind", "domain", "size", "qualifier", "sources"});
  for (const int i : shown) {
    const Corpus& c = context.store.corpora.corpora[static_cast<std::size_t>(i)];
    csv.text(c.id).text(c.name).text(c.group);
    csv.positive(c.edition);
    csv.text(c.kind).text(c.domain).amount(c.size, c.size_qualifier).sources(c.sources).end_row();
  }
  save_csv(context, "corpus", csv);
}

}  // namespace

int award_class(const Project& project) {
  int best = project.awards.empty() ? 4 : 3;
  for (const Award& a : project.awards) {
    if (a.award == "1st") best = std::min(best, 0);
    if (a.award == "2nd") best = std::min(best, 1);
    if (a.award == "3rd") best = std::min(best, 2);
  }
  return best;
}

void ProjectsView::refresh(const ViewContext& context) {
  const Store& store = context.store;
  if (!made_of_.changed(context)) return;
  const Ui& ui = context.ui;
  domains_ =
      corpora_table(ui.reader(), context.selection, Facet::kDomain, ui.t("corpora.by_domain"));
  languages_ =
      corpora_table(ui.reader(), context.selection, Facet::kLanguage, ui.t("corpora.by_language"));
  const auto kept = [](const List<std::uint8_t>& flags) {
    List<int> list;
    for (std::size_t i = 0; i < flags.size(); ++i) {
      if (flags[i] != 0) list.push_back(static_cast<int>(i));
    }
    return list;
  };
  projects_ = kept(context.selection.projects);
  const auto& all = store.projects.projects;
  sort(projects_, [&](int a, int b) {
    const Project& x = all[static_cast<std::size_t>(a)];
    const Project& y = all[static_cast<std::size_t>(b)];
    const int cx = award_class(x), cy = award_class(y);
    return cx != cy ? cx < cy : x.edition > y.edition;
  });
  corpora_ = kept(context.selection.corpora);
  papers_.clear();
  const std::string query = fold(context.state.q);
  for (std::size_t i = 0; i < store.editions.papers.size(); ++i) {
    const Paper& paper = store.editions.papers[i];
    const bool in_year =
        context.state.editions.empty() || has_edition(context.state, paper.edition);
    if (in_year && matches_words(fold(paper.title + ' ' + paper.venue), query)) {
      papers_.push_back(static_cast<int>(i));
    }
  }
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
        const int index = corpora_[static_cast<std::size_t>(i)];
        return corpus_card_height(context, all[static_cast<std::size_t>(index)], width);
      });
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ui.sem.push(ui_id("corpora"), Role::kList, ui.t("corpora.title"), {});
  corpus_grid_.draw(ui, [&](int i, ImVec2 pos, ImVec2 size) {
    const int index = corpora_[static_cast<std::size_t>(i)];
    draw_corpus_card(context, all[static_cast<std::size_t>(index)], pos, size, i + 1,
                     static_cast<int>(corpora_.size()));
  });
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
  if (data_actions(context, "corpora", ui.t("corpora.title"), "corpora.json")) {
    save_corpora(context, corpora_);
  }
}

void ProjectsView::draw_papers(ViewContext& context) {
  Ui& ui = context.ui;
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
  if (data_actions(context, "projects", ui.t("tab.proyectos"), "projects.json")) {
    save_projects(context, projects_);
  }
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
  if (!papers_.empty() || !context.store.ready(FileId::kEditions)) {
    space(ui, 20);
    if (part_ready(context, ui.t("papers.title"), FileId::kEditions)) draw_papers(context);
  }
  space(ui, 32);
}

template <>
std::unique_ptr<TabView> make_tab<View::kProyectos>() {
  return std::make_unique<ProjectsView>();
}

}  // namespace tablero
