#include "views/projects_view.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/list.h"
#include "base/sort.h"
#include "base/text.h"
#include "charts/row_bars.h"
#include "charts/sentence.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/facets.h"
#include "views/project_card.h"
#include "views/shell.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxBars = 24;

CardGrid::Key key_of(const ViewContext& context) {
  return {context.store.generation(), context.selection.generation, context.ui.lang.key()};
}

// Bars of a facet's choices; a press toggles the filter.
void draw_facet_bars(ViewContext& context, Facet facet, std::string_view title) {
  Ui& ui = context.ui;
  std::array<Bar, kMaxBars> bars;
  std::size_t count = 0;
  const List<std::string>& chosen = facet_values(context.state, facet);
  for (const Selection::Choice& choice : context.selection.choices(facet)) {
    if (count == kMaxBars) break;
    Bar& bar = bars[count];
    bar = count_bar(ui, count, facet_label(ui, facet, choice.value), choice.count);
    ++count;
    bar.selected = has_facet(context.state, facet, choice.value);
    bar.dimmed = !chosen.empty() && !bar.selected;
  }
  begin_section(ui);
  heading(ui, TextStyle::kStrong, 3, title);
  RowBars chart;
  chart.id = facet_name(facet);
  chart.bars = std::span<const Bar>(bars.data(), count);
  chart.name = chart_sentence(ui, title, chart.bars);
  chart.label_width = 150;
  const int pressed = draw_row_bars(ui, chart);
  if (data_actions(context, chart.id, chart.name, "corpora.json")) {
    Csv csv({chart.id, "corpora"});
    for (const Selection::Choice& choice : context.selection.choices(facet)) {
      csv.text(choice.value).number(choice.count).end_row();
    }
    save_csv(context, chart.id, csv);
  }
  if (pressed >= 0) {
    // Copied, because the choices change with the filter.
    const std::string value =
        context.selection.choices(facet)[static_cast<std::size_t>(pressed)].value;
    toggle_facet(context.state, facet, value);
  }
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
    csv.number(p.team_size > 0 ? p.team_size : std::numeric_limits<double>::quiet_NaN());
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
    csv.number(c.edition > 0 ? c.edition : std::numeric_limits<double>::quiet_NaN());
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
  if (data_ == store.generation() && filter_ == context.selection.generation) return;
  data_ = store.generation();
  filter_ = context.selection.generation;
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

void ProjectsView::draw_corpora(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("corpora.title"), ui.t("corpora.note"));
  const int columns = ui.size.x < ui.px(900) ? 1 : 2;
  if (ImGui::BeginTable("corpus-charts", columns, ImGuiTableFlags_SizingStretchSame)) {
    ImGui::TableNextColumn();
    draw_facet_bars(context, Facet::kDomain, ui.t("corpora.by_domain"));
    ImGui::TableNextColumn();
    draw_facet_bars(context, Facet::kLanguage, ui.t("corpora.by_language"));
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
  heading(ui, TextStyle::kTitle, 1, ui.t("tab.proyectos"));
  label(ui, TextStyle::kBody, ui.colors().muted, ui.t("projects.subtitle"), ui.px(720));
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
  draw_papers(context);
  space(ui, 32);
}

}  // namespace tablero
