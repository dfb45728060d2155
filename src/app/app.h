// App owns everything: the tables, the view state, the ImGui context, the GPU objects. It is the
// Client of its Platform: it receives events and draws frames, and it draws a frame only when one
// was requested.
#pragma once

#include <memory>
#include <string>

#include "app/frame_pacer.h"
#include "app/loader.h"
#include "app/pointer_input.h"
#include "app/renderer.h"
#include "app/transcript.h"
#include "data/store.h"
#include "platform/platform.h"
#include "state/view_state.h"
#include "ui/semantics.h"
#include "ui/ui.h"
#include "views/view_context.h"
#include "views/views.h"

struct ImGuiContext;

namespace tablero {

struct AppOptions {
  std::string query;      // initial state, as in a link
  bool gl = true;         // false: build frames without a GPU (tests)
  bool own_focus = true;  // Tab moves inside the program; false where a DOM mirror does that
};

class App final : public Client {
 public:
  // Starts loading immediately. With `options.gl` the platform's GL context must be current, here
  // and in every later call.
  App(Platform& platform, const AppOptions& options);
  ~App() override;
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  void on_viewport(const Viewport& viewport) override;
  void on_environment(const Environment& environment) override;
  void on_pointer(const PointerEvent& event) override;
  bool on_wheel(const WheelEvent& event) override;
  bool on_key(const KeyEvent& event) override;
  void on_text(std::string_view text) override;
  void on_focus(bool focused) override;
  void on_visible(bool visible) override;
  void on_query(std::string_view query) override;
  void on_activate(std::uint32_t node_id) override;
  void on_set_value(std::uint32_t node_id, std::string_view value) override;
  void on_focus_node(std::uint32_t node_id) override;
  void on_read() override;
  void on_scroll(float y) override;
  void on_edit(std::uint32_t node_id, std::string_view value, int caret) override;
  bool on_touch_start(float x, float y, int fingers) override;
  void on_context_lost() override;
  void on_context_restored() override;
  bool frame() override;

  // What was read last; nullptr before.
  const Transcript* transcript() const { return transcript_.get(); }
  // True when all files of the open tab have arrived or failed and no frame is pending.
  bool settled() const;
  const Semantics& semantics() const { return semantics_; }
  // The charts of the last frame and what offers them; the tables live until the next frame.
  const List<ShownChart>& charts() const { return ui_.charts; }
  // The table of a chart of the last frame or of what was read last; nullptr: `node` is none. It
  // lives until the next frame.
  const Table* table_of(std::uint32_t node) const;
  const List<OfferedCharts>& offers() const { return ui_.offers; }
  const ViewState& state() const { return state_; }
  const Store& store() const { return store_; }
  // Frames drawn since the start.
  long long frame_count() const { return frame_count_; }

 private:
  // Something changed: request frames, including those that ImGui's layout needs to settle.
  void wake(int frames = FramePacer::kSettleFrames);
  void connect_clipboard();
  void apply_theme();
  void build_frame();
  void publish_changes();
  void update_text_input();
  void reveal(std::uint32_t node_id);
  // The tab is another one than was read, or about to become it.
  void forget_transcript();
  void save_picture();

  Platform& platform_;
  AppOptions options_;
  ImGuiContext* imgui_ = nullptr;
  Semantics semantics_;
  Ui ui_;
  Store store_;
  ViewState state_;
  ViewState before_;  // state at the start of the frame; a member, so that a steady frame allocates
                      // nothing
  Loader loader_;
  FramePacer pacer_;
  PointerInput pointer_;
  std::unique_ptr<Renderer> renderer_;
  Views views_;
  std::unique_ptr<Transcript> transcript_;  // once somebody has read
  bool is_read_ = false;                    // transcript_ is that of the open tab as it is
  Viewport viewport_;
  std::string published_query_;  // what the page knows
  bool is_told_ = true;          // state_ is published, as far as it did not change in a frame
  float mouse_x_ = -1, mouse_y_ = -1;
  std::string pasted_;  // what ImGui's clipboard function handed out last
  double last_frame_ = 0;
  View waited_view_ = View::kPanorama;  // the tab whose files are wanted since `waited_since_`
  double waited_since_ = -1;
  long long frame_count_ = 0;
  bool ready_sent_ = false;
  bool context_lost_ = false;
  bool styled_ = false, styled_dark_ = false;
};

}  // namespace tablero
