#include "views/record_lists.h"

#include <imgui.h>

#include "base/text.h"
#include "ui/widgets.h"
#include "views/figure_tile.h"
#include "views/shell.h"

namespace tablero {
namespace {

// Title line, a muted line, and links after it.
struct RecordLine {
  std::string_view id, title, detail;
};

void begin_record(Ui& ui, const RecordLine& line) {
  ImGui::PushID(line.id.data(), line.id.data() + line.id.size());
  ui.sem.push(ui_id("record"), Role::kListItem, line.title, {});
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine(
      {pos.x, pos.y - ui.px(2)}, {pos.x + ImGui::GetContentRegionAvail().x, pos.y - ui.px(2)},
      ui.colours().hairline);
  space(ui, 4);
  label(ui, TextStyle::kStrong, ui.colours().text, line.title);
  if (!line.detail.empty()) label(ui, TextStyle::kSmall, ui.colours().muted, line.detail);
}

void end_record(Ui& ui) {
  space(ui, 4);
  ui.sem.pop();
  ImGui::PopID();
}

void draw_links(Ui& ui, const std::vector<Link>& links) {
  Flow flow(ui, 14);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::string_view text = ui.t(ui.text.join({"link.", links[i].kind}));
    ImGui::PushID(static_cast<int>(i));
    flow.next(measure(ui, TextStyle::kSmall, text).x + ui.px(20));
    link(ui, "link", text, links[i].url, TextStyle::kSmall);
    ImGui::PopID();
  }
}

int draw_projects(ViewContext& context) {
  Ui& ui = context.ui;
  int shown = 0;
  const std::vector<Project>& projects = context.store.projects.projects;
  for (std::size_t i = 0; i < projects.size(); ++i) {
    if (context.selection.projects[i] == 0) continue;
    ++shown;
    const Project& p = projects[i];
    std::string_view detail = ui.text.number(p.edition);
    if (!p.topic.empty()) {
      detail = ui.text.join({detail, " · ", ui.t(ui.text.join({"topic.", p.topic}))});
    }
    for (const Award& a : p.awards) {
      detail = ui.text.join({detail, " · ", ui.t(ui.text.join({"award.", a.award}))});
    }
    begin_record(ui, {p.id, p.title, detail});
    if (!p.links.empty()) draw_links(ui, p.links);
    end_record(ui);
  }
  return shown;
}

int draw_events(ViewContext& context) {
  Ui& ui = context.ui;
  int shown = 0;
  const std::vector<Event>& events = context.store.events.events;
  for (std::size_t i = events.size(); i-- > 0;) {
    if (context.selection.events[i] == 0) continue;
    ++shown;
    const Event& e = events[i];
    std::string_view detail =
        ui.text.join({format_date(ui.text, ui.strings, e.date), " · ", ui.t(ui.text.join({"kind.", e.kind}))});
    for (const Speaker& s : e.speakers) {
      if (!s.name.empty()) detail = ui.text.join({detail, " · ", s.name});
    }
    begin_record(ui, {e.id, e.title, detail});
    if (!e.video.empty()) link(ui, "video", ui.t("link.video"), e.video, TextStyle::kSmall);
    end_record(ui);
  }
  return shown;
}

int draw_contributions(ViewContext& context) {
  Ui& ui = context.ui;
  int shown = 0;
  const std::string query = fold(context.state.q);
  for (const Campaign& campaign : context.store.contributions.campaigns) {
    heading(ui, TextStyle::kHeading, 2, campaign.name);
    label(ui, TextStyle::kSmall, ui.colours().muted,
          ui.text.join({ui.text.number(campaign.edition), " · ",
                        ui.t(ui.text.join({"unit.", campaign.unit}))}));
    for (const ContributionRow& row : campaign.rows) {
      std::string_view name = row.name;
      if (campaign.by_country) {
        const Country* country = context.store.countries.find(row.country);
        name = country != nullptr ? std::string_view(country->name.in(ui.lang)) : row.country;
      }
      if (!query.empty() && !matches_words(fold(name), query)) continue;
      ++shown;
      label(ui, TextStyle::kBody, ui.colours().text,
            ui.text.join({ui.text.number(row.rank), ". ", name, " · ",
                          format_amount(ui.text, ui.strings, ui.lang, row.count, Qualifier::exact)}));
    }
    space(ui, 12);
  }
  return shown;
}

bool claim_matches(const Claim& claim, std::string_view metric, const std::string& query) {
  if (query.empty()) return true;
  std::string text = claim.id + ' ';
  text += metric;
  return matches_words(fold(text), query);
}

void draw_claim(ViewContext& context, const Claim& claim, std::string_view scope) {
  Ui& ui = context.ui;
  std::string_view detail = scope;
  if (!claim.shown) detail = ui.text.join({detail, " · ", ui.t("claim.not_shown")});
  const Conflict* conflict = context.store.editions.conflict_of(claim.id);
  begin_record(ui, {claim.id, claim_sentence(ui, claim), detail});
  if (!claim.caution.empty()) {
    label(ui, TextStyle::kSmall, ui.colours().text, claim.caution.in(ui.lang));
  }
  if (conflict != nullptr) {
    label(ui, TextStyle::kSmall, ui.colours().text,
          ui.t("claim.conflict", {{"reason", conflict->reason.in(ui.lang)}}));
  }
  for (const std::string& id : claim.sources) {
    const Source* source = context.store.sources.find(id);
    if (source == nullptr) continue;
    if (source->url.empty()) {
      label(ui, TextStyle::kSmall, ui.colours().muted, source->title);
    } else {
      link(ui, id, source->title, source->url, TextStyle::kSmall);
    }
  }
  end_record(ui);
}

int draw_sources(ViewContext& context) {
  Ui& ui = context.ui;
  int shown = 0;
  const std::string query = fold(context.state.q);
  const Editions& editions = context.store.editions;
  const auto draw_all = [&](const std::vector<Claim>& claims, std::string_view scope) {
    for (const Claim& claim : claims) {
      if (!claim_matches(claim, ui.t(ui.text.join({"metric.", claim.metric})), query)) continue;
      ++shown;
      draw_claim(context, claim, scope);
    }
  };
  for (std::size_t i = editions.editions.size(); i-- > 0;) {
    if (context.selection.editions[i] == 0) continue;
    draw_all(editions.editions[i].claims, ui.text.number(editions.editions[i].year));
  }
  if (context.state.editions.empty()) draw_all(editions.cumulative_claims, ui.t("claim.cumulative"));
  return shown;
}

}  // namespace

void draw_record_list(ViewContext& context) {
  Ui& ui = context.ui;
  heading(ui, TextStyle::kTitle, 1, ui.t(tab_key(context.state.view)));
  space(ui, 8);
  int shown = 0;
  ui.sem.push(ui_id("list"), Role::kList, ui.t(tab_key(context.state.view)), {});
  const ImVec2 start = ImGui::GetCursorScreenPos();
  switch (context.state.view) {
    case View::kProyectos:
      shown = draw_projects(context);
      break;
    case View::kCharlas:
      shown = draw_events(context);
      break;
    case View::kContribuciones:
      shown = draw_contributions(context);
      break;
    default:
      shown = draw_sources(context);
      break;
  }
  ui.sem.set_open_rect(to_rect(start, ImGui::GetItemRectMax()));
  ui.sem.pop();
  if (shown == 0) draw_empty_state(context);
}

}  // namespace tablero
