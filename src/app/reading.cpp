// What App does for readers who are not on the screen: the transcript, and what they ask of nodes
// that are scrolled away.
#include <imgui.h>

#include "app/app.h"

namespace tablero {
namespace {

// Of more records nobody reads all, and the page would hold tens of thousands of elements for them:
// what is on the screen is all that the mirror has.
constexpr int kMostRecords = 2000;

}  // namespace

void App::on_read() {
  // While something moves or loads the next frame would make it stale.
  if (is_read_ || !ready_sent_ || pacer_.wants_now()) return;
  ImGui::SetCurrentContext(imgui_);
  const ViewContext context{ui_, store_, state_, views_.selection()};
  if (views_.records(context) > kMostRecords) return;
  if (!transcript_) transcript_ = std::make_unique<Transcript>(platform_);
  transcript_->build(ui_, views_, store_, state_, {loader_.map(0), loader_.map(1)});
  is_read_ = true;
  const Semantics& all = transcript_->semantics();
  platform_.publish_transcript(all.nodes().data(), all.nodes().size(), all.text(),
                               transcript_->texts().data(), transcript_->texts().size());
}

void App::forget_transcript() {
  if (!is_read_) return;
  is_read_ = false;
  platform_.publish_transcript(nullptr, 0, {}, nullptr, 0);
}

const Table* App::table_of(std::uint32_t node) const {
  for (const ShownChart& chart : ui_.charts) {
    if (chart.node == node) return chart.table;
  }
  if (!is_read_) return nullptr;
  for (const ShownChart& chart : transcript_->charts()) {
    if (chart.node == node) return chart.table;
  }
  return nullptr;
}

void App::on_scroll(float y) {
  views_.scroll_to(y);
  wake();
}

void App::reveal(std::uint32_t node_id) {
  if (!is_read_) return;
  for (const SemanticsNode& n : semantics_.nodes()) {
    if (n.id == node_id && (n.state & kStateScrolledOut) == 0) return;
  }
  if (const SemanticsNode* n = transcript_->find(node_id)) views_.reveal({n->x, n->y, n->w, n->h});
}

}  // namespace tablero
