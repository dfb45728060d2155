#include "views/impact_card.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/list.h"
#include "model/format.h"

namespace tablero {
namespace {

// The metrics that a card shows when they are known, in order of importance.
constexpr std::array<std::string_view, 16> kMetrics = {"participants",
                                                       "registrations",
                                                       "countries",
                                                       "projects",
                                                       "questions_collected",
                                                       "stereotypes",
                                                       "question_countries",
                                                       "instruction_corpora",
                                                       "instructions",
                                                       "papers",
                                                       "speakers",
                                                       "events",
                                                       "views",
                                                       "recordings",
                                                       "collected_datasets",
                                                       "evaluation_dataset_donations"};
constexpr std::size_t kMostFigures = 6;

// Pixels of the card. Text is never smaller than kSmall.
constexpr float kMargin = 56, kBar = 12, kSmall = 24, kLabel = 26, kDates = 28, kBrand = 30;
constexpr float kTitle = 54, kSmallestTitle = 36, kNumber = 64, kSmallestNumber = 34;
constexpr float kLine = 1.22f, kGap = 20;
constexpr float kSquareZoom = 1.4f;  // scale of the figures on a square card, which has more room

class Card {
 public:
  Card(Ui& ui, const Store& store, const Edition& edition)
      : ui_(ui), store_(store), edition_(edition), list_(ImGui::GetWindowDrawList()) {}

  ImpactCard draw() {
    card_.smallest_text = kTitle;
    list_->AddRectFilled({0, 0}, ui_.size, kNavy);
    list_->AddRectFilled({0, 0}, {ui_.size.x, kBar}, kYellow);
    const float below_head = draw_head();
    const float above_foot = draw_foot();
    draw_figures(below_head, above_foot);
    return card_;
  }

 private:
  float width() const { return ui_.size.x - 2 * kMargin; }

  ImVec2 measured(ImFont* font, float size, std::string_view text, float wrap) const {
    return font->CalcTextSizeA(size, FLT_MAX, wrap, text.data(), text.data() + text.size());
  }

  // Draws one text and records it in the semantics. Returns its height.
  float put(ImFont* font, float size, Color color, ImVec2 pos, std::string_view text, float wrap) {
    const ImVec2 extent = measured(font, size, text, wrap);
    list_->AddText(font, size, pos, color, text.data(), text.data() + text.size(), wrap);
    ui_.sem.add(ui_id(text), Role::kText, text, to_rect(pos, pos + extent));
    card_.smallest_text = std::min(card_.smallest_text, size);
    // A word that is longer than the line overflows even with wrapping.
    const bool over = extent.x > (wrap > 0 ? wrap : width()) + 1 ||
                      pos.x + extent.x > ui_.size.x - kMargin + 1 || pos.y + extent.y > ui_.size.y;
    card_.fits = card_.fits && !over;
    return extent.y;
  }

  // The largest size from `size` down to `smallest` at which the text takes at most `lines` lines.
  float fitting(ImFont* font, std::string_view text, float size, float smallest, float wrap,
                int lines) const {
    while (size > smallest) {
      const ImVec2 extent = measured(font, size, text, lines > 1 ? wrap : 0);
      if (extent.x <= wrap && extent.y <= size * kLine * static_cast<float>(lines) + 1) break;
      size -= 2;
    }
    return size;
  }

  // Brand, title and dates. Returns where they end.
  float draw_head() {
    float y = kBar + 32;
    y += put(ui_.semibold, kBrand, kYellow, {kMargin, y}, ui_.t("app.title"), 0) + 6;
    const float size =
        fitting(ui_.semibold, edition_.title, kTitle, kSmallestTitle, width(), square() ? 2 : 1);
    y += put(ui_.semibold, size, kWhite, {kMargin, y}, edition_.title, width()) + 8;
    std::string_view when = format_date(ui_.text, ui_.strings, edition_.dates.start);
    if (edition_.dates.end.known()) {
      when = ui_.text.join({when, " – ", format_date(ui_.text, ui_.strings, edition_.dates.end)});
    }
    return y + put(ui_.regular, kDates, kPale, {kMargin, y}, when, width());
  }

  bool square() const { return ui_.size.y > 0.8f * ui_.size.x; }

  List<const Claim*> chosen() const {
    List<const Claim*> claims;
    for (const std::string_view metric : kMetrics) {
      const Claim* claim = edition_.shown(metric);
      // One event or none is not worth a card: an edition that is only announced has none.
      const bool counts = claim != nullptr && claim->value.known() && claim->value.value > 1;
      if (counts && claims.size() < kMostFigures) claims.push_back(claim);
    }
    return claims;
  }

  // The families of the sources of the figures, the licence and the date of the data. Returns where
  // the lines begin.
  float draw_foot() {
    std::string families;
    for (const SourceFamily& family : store_.manifest.families) {
      if (!used(family.id)) continue;
      if (!families.empty()) families += ", ";
      families += family.title.in(ui_.lang);
    }
    const std::string_view line = ui_.t(
        "impact.sources", {{"list", families},
                           {"licence", store_.manifest.licence},
                           {"date", format_date(ui_.text, ui_.strings, store_.manifest.updated)}});
    const float height = measured(ui_.regular, kSmall, line, width()).y;
    const float y = ui_.size.y - 36 - height;
    list_->AddLine({kMargin, y - 18}, {ui_.size.x - kMargin, y - 18}, with_alpha(kPale, 0.4f), 2);
    put(ui_.regular, kSmall, kPale, {kMargin, y}, line, width());
    return y - 18;
  }

  bool used(std::string_view family) const {
    for (const Claim* claim : chosen()) {
      for (const std::string& id : claim->sources) {
        if (std::string_view(id).substr(0, id.find(':')) == family) return true;
      }
    }
    return false;
  }

  void draw_figures(float top, float bottom) {
    const List<const Claim*> claims = chosen();
    card_.figures = static_cast<int>(claims.size());
    if (claims.empty()) return;
    const std::size_t columns = square() ? 2 : 3;
    const std::size_t rows = (claims.size() + columns - 1) / columns;
    const float cell_width =
        (width() - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float cell_height = (bottom - top) / static_cast<float>(rows);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const std::size_t row = i / columns, column = i % columns;
      const ImVec2 corner(kMargin + static_cast<float>(column) * (cell_width + kGap),
                          top + static_cast<float>(row) * cell_height);
      draw_figure(*claims[i], corner, {cell_width, cell_height});
    }
  }

  // The number with its qualifier in words, and what was counted.
  void draw_figure(const Claim& claim, ImVec2 corner, ImVec2 cell) {
    const std::string_view number =
        format_amount(ui_.text, ui_.strings, ui_.lang, claim.value, claim.qualifier);
    std::string_view label = ui_.t(ui_.text.join({"metric.", claim.metric}));
    if (claim.qualifier == Qualifier::kDerived)
      label = ui_.text.join({label, " (", ui_.t("source.derived"), ")"});
    const float zoom = square() ? kSquareZoom : 1;
    const float most = kNumber * zoom, label_size = kLabel * zoom;
    const float size = fitting(ui_.semibold, number, most, kSmallestNumber, cell.x, 1);
    const float height = most * kLine + measured(ui_.regular, label_size, label, cell.x).y;
    card_.fits = card_.fits && height <= cell.y;
    // The numbers of a row share a baseline, whatever their size.
    const float y = corner.y + std::max(0.0f, (cell.y - (most + label_size) * kLine) * 0.5f);
    put(ui_.semibold, size, kYellow, {corner.x, y + (most - size) * 0.8f}, number, 0);
    put(ui_.regular, label_size, kWhite, {corner.x, y + most * kLine}, label, cell.x);
  }

  Ui& ui_;
  const Store& store_;
  const Edition& edition_;
  ImDrawList* list_;
  ImpactCard card_;
};

}  // namespace

ImpactCard draw_impact_card(Ui& ui, const Store& store, int year) {
  const Edition* edition = store.editions.find(year);
  return edition == nullptr ? ImpactCard() : Card(ui, store, *edition).draw();
}

}  // namespace tablero
