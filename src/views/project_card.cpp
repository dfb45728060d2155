#include "views/project_card.h"

#include "model/tables/projects.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/facets.h"

namespace tablero {
namespace {

// The medal of a prize: gold, silver, bronze for the first three, tinted for the others.
Metal medal_of(const Ui& ui, std::string_view award) {
  if (award == "1st") return ui.theme.metal(1);
  if (award == "2nd") return ui.theme.metal(2);
  if (award == "3rd") return ui.theme.metal(3);
  return {ui.colors().primary_soft, ui.colors().text, ui.colors().hairline};
}

void awards_line(ViewContext& context, Pen& pen, const Project& p) {
  Ui& ui = context.ui;
  pen.word(TextStyle::kTiny, ui.colors().muted, ui.text.number(p.edition));
  for (const Award& a : p.awards) {
    const Metal medal = medal_of(ui, a.award);
    const std::string_view text = facet_label(ui, Facet::kAward, a.award);
    if (pen.tag_button(ui.text.join({"award-", a.award}), text, text, medal.fill, medal.ink,
                       has_facet(context.state, Facet::kAward, a.award))) {
      toggle_facet(context.state, Facet::kAward, a.award);
    }
  }
  pen.end_line();
}

void topic_line(ViewContext& context, Pen& pen, const Project& p) {
  Ui& ui = context.ui;
  if (!p.topic.empty()) {
    const std::string_view text = facet_label(ui, Facet::kTopic, p.topic);
    if (pen.tag_button("topic", text, text, ui.colors().raised, ui.colors().text,
                       has_facet(context.state, Facet::kTopic, p.topic))) {
      toggle_facet(context.state, Facet::kTopic, p.topic);
    }
  }
  for (const int goal : p.sdg) {
    const std::string_view number = ui.text.number(goal);
    const std::string_view text = ui.t("sdg.short", {{"n", number}});
    const Color fill = sdg_color(goal);
    if (pen.tag_button(ui.text.join({"sdg-", number}), text, facet_label(ui, Facet::kSdg, number),
                       fill, Theme::text_on(fill), has_facet(context.state, Facet::kSdg, number))) {
      toggle_facet(context.state, Facet::kSdg, number);
    }
  }
  pen.end_line();
}

std::string_view team_and_countries(ViewContext& context, const Project& p) {
  Ui& ui = context.ui;
  std::string_view line;
  const auto add = [&](std::string_view part) {
    line = line.empty() ? part : ui.text.join({line, " · ", part});
  };
  if (p.team_size > 0) add(ui.count("projects.team", p.team_size));
  for (const std::string& iso2 : p.countries) {
    const Country* country = context.store.countries.find(iso2);
    add(country != nullptr ? std::string_view(country->name.in(ui.lang)) : std::string_view(iso2));
  }
  return line;
}

void links_line(ViewContext& context, Pen& pen, const Project& p) {
  Ui& ui = context.ui;
  for (std::size_t i = 0; i < p.links.size(); ++i) {
    pen.link(ui.text.join({"link-", ui.text.number(static_cast<long long>(i))}),
             ui.t(ui.text.join({"link.", p.links[i].kind})), p.links[i].url);
  }
  pen.end_line();
}

void project_content(ViewContext& context, Pen& pen, const Project& p) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  awards_line(context, pen, p);
  pen.gap(8);
  pen.heading(TextStyle::kStrong, 2, p.name);
  if (p.title != p.name) {
    pen.gap(2);
    pen.text(TextStyle::kSmall, c.text, p.title);
  }
  const std::string_view line = team_and_countries(context, p);
  if (!line.empty()) {
    pen.gap(6);
    pen.text(TextStyle::kSmall, c.muted, line);
  }
  if (!p.topic.empty() || !p.sdg.empty()) {
    pen.gap(10);
    topic_line(context, pen, p);
  }
  if (!p.note.empty()) {
    pen.gap(8);
    pen.text(TextStyle::kTiny, c.muted, p.note.in(ui.lang));
  }
  if (!p.described) {
    pen.gap(8);
    pen.text(TextStyle::kTiny, c.muted, ui.t("projects.name_only"));
  }
  if (!p.links.empty()) {
    pen.gap(10);
    links_line(context, pen, p);
  }
}

// `list`: corpus_list_table(), `row`: of the corpus.
void corpus_content(ViewContext& context, Pen& pen, const Corpus& corpus, const Table& list,
                    std::size_t row) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const auto text = [&](CorpusColumn column) { return list.at(row, column).text; };
  const auto joined = [&](std::string_view line, std::string_view more) {
    return more.empty() ? line : ui.text.join({line, " · ", more});
  };
  pen.text(TextStyle::kTiny, c.muted, joined(list.row(row).note, text(kCorpusEdition)));
  pen.gap(2);
  pen.heading(TextStyle::kSmallStrong, 3, text(kCorpusName));
  pen.gap(2);
  pen.text(TextStyle::kTiny, c.text,
           joined(joined(text(kCorpusKind), text(kCorpusDomain)), text(kCorpusLanguages)));
  if (corpus.size.known()) {
    pen.gap(2);
    pen.text(TextStyle::kTiny, c.text, text(kCorpusSize));
  }
  if (!corpus.creator.empty()) {
    pen.gap(2);
    pen.text(TextStyle::kTiny, c.muted, text(kCorpusCreator));
  }
  for (std::size_t i = 0; i < corpus.urls.size(); ++i) {
    if (i == 0) pen.gap(6);
    pen.link(ui.text.join({"url-", ui.text.number(static_cast<long long>(i))}),
             ui.t("link.dataset"), corpus.urls[i]);
  }
  pen.end_line();
}

void paper_content(ViewContext& context, Pen& pen, const Paper& paper) {
  Ui& ui = context.ui;
  pen.rule();
  pen.gap(10);
  if (paper.url.empty()) {
    pen.text(TextStyle::kSmallStrong, ui.colors().text, paper.title);
  } else {
    pen.link("url", paper.title, paper.url);
    pen.end_line();
  }
  pen.gap(2);
  std::string_view line = paper.year > 0 ? ui.text.number(paper.year) : ui.t("date.unknown");
  if (!paper.venue.empty()) line = ui.text.join({line, " · ", paper.venue});
  pen.text(TextStyle::kTiny, ui.colors().muted, line);
  pen.gap(8);
}

}  // namespace

void draw_card_face(Ui& ui, ImVec2 pos, ImVec2 size) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = ui.px(ui.theme.metrics.radius);
  list->AddRectFilled(pos, pos + size, ui.colors().surface, radius);
  list->AddRect(pos, pos + size, ui.colors().hairline, radius);
}

float project_card_height(ViewContext& context, const Project& project, float width) {
  const float pad = context.ui.px(context.ui.theme.metrics.card_padding);
  Pen pen(context.ui, {0, 0}, width - 2 * pad, false);
  project_content(context, pen, project);
  return pen.height() + 2 * pad;
}

void draw_project_card(ViewContext& context, const Project& project, ImVec2 pos, ImVec2 size,
                       int position, int set_size) {
  Ui& ui = context.ui;
  const float pad = ui.px(ui.theme.metrics.card_padding);
  ImGui::PushID(project.id.c_str());
  NodeDetail detail;
  detail.position = position;
  detail.set_size = set_size;
  ui.sem.push(ui_id("project"), Role::kListItem, project.name, to_rect(pos, pos + size), detail);
  draw_card_face(ui, pos, size);
  const bool winner = !project.awards.empty() && project.awards.front().award == "1st";
  if (winner) {
    ImGui::GetWindowDrawList()->AddRectFilled(
        pos, {pos.x + size.x, pos.y + ui.px(4)}, ui.theme.metal(1).edge,
        ui.px(ui.theme.metrics.radius), ImDrawFlags_RoundCornersTop);
  }
  Pen pen(ui, {pos.x + pad, pos.y + pad}, size.x - 2 * pad, true);
  project_content(context, pen, project);
  ui.sem.pop();
  ImGui::PopID();
}

float corpus_card_height(ViewContext& context, const Corpus& corpus, const Table& list,
                         std::size_t row, float width) {
  const float pad = context.ui.px(12);
  Pen pen(context.ui, {0, 0}, width - 2 * pad, false);
  corpus_content(context, pen, corpus, list, row);
  return pen.height() + 2 * pad;
}

void draw_corpus_card(ViewContext& context, const Corpus& corpus, const Table& list,
                      std::size_t row, ImVec2 pos, ImVec2 size) {
  Ui& ui = context.ui;
  const float pad = ui.px(12);
  ImGui::PushID(corpus.id.c_str());
  NodeDetail detail;
  detail.position = static_cast<int>(row) + 1;
  detail.set_size = static_cast<int>(list.size());
  ui.sem.push(ui_id("corpus"), Role::kListItem, corpus.name, to_rect(pos, pos + size), detail);
  draw_card_face(ui, pos, size);
  Pen pen(ui, {pos.x + pad, pos.y + pad}, size.x - 2 * pad, true);
  corpus_content(context, pen, corpus, list, row);
  ui.sem.pop();
  ImGui::PopID();
}

float paper_row_height(ViewContext& context, const Paper& paper, float width) {
  Pen pen(context.ui, {0, 0}, width, false);
  paper_content(context, pen, paper);
  return pen.height();
}

void draw_paper_row(ViewContext& context, const Paper& paper, ImVec2 pos, ImVec2 size, int index) {
  Ui& ui = context.ui;
  ImGui::PushID(index);
  ui.sem.push(ui_id("paper"), Role::kListItem, paper.title, to_rect(pos, pos + size));
  Pen pen(ui, pos, size.x, true);
  paper_content(context, pen, paper);
  ui.sem.pop();
  ImGui::PopID();
}

}  // namespace tablero
