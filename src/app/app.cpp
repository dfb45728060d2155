#include "app/app.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>

#include "app/imgui_context.h"
#include "app/style.h"
#include "views/shell.h"
#include "views/tabs.h"

namespace tablero {

App::App(Platform& platform, const AppOptions& options)
    : platform_(platform),
      options_(options),
      imgui_(make_imgui()),
      ui_(platform, semantics_),
      state_(from_query(options.query)),
      loader_(platform, store_, [this] {
        forget_transcript();
        wake();
      }) {
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  io.ConfigDragClickToInputText = false;
  // The cursor is the browser's or the window's: none is drawn, and the letters keep their places.
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  ui_.gl = options.gl;
  connect_clipboard();
  renderer_ = make_renderer(options.gl);
  published_query_ = to_query(state_);
  platform_.set_language(state_.lang);
  loader_.start(state_.lang);
  loader_.want(state_.view);
  if (options.gl) views_.prepare(platform, state_.view);
}

App::~App() {
  ImGui::SetCurrentContext(imgui_);
  transcript_.reset();  // uses the fonts of the context
  views_.context_lost();
  renderer_.reset();
  ImGui::DestroyContext(imgui_);
}

void App::connect_clipboard() {
  ImGuiPlatformIO& io = ImGui::GetPlatformIO();
  io.Platform_ClipboardUserData = this;
  io.Platform_GetClipboardTextFn = [](ImGuiContext*) -> const char* {
    auto* app = static_cast<App*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
    app->pasted_ = app->platform_.paste_text();
    return app->pasted_.c_str();
  };
  io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    static_cast<App*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->platform_.copy_text(text);
  };
}

void App::wake(int frames) {
  pacer_.wake(frames);
  platform_.request_frame();
}

void App::on_viewport(const Viewport& viewport) {
  forget_transcript();
  viewport_ = viewport;
  wake();
}

void App::on_environment(const Environment& environment) {
  forget_transcript();
  ui_.environment = environment;
  styled_ = false;
  wake();
}

void App::on_pointer(const PointerEvent& event) {
  ImGui::SetCurrentContext(imgui_);
  if (event.kind == PointerKind::kMouse && event.phase == PointerPhase::kMove) {
    // Browsers repeat the position before a press, which changes nothing.
    if (event.x == mouse_x_ && event.y == mouse_y_) return;
    mouse_x_ = event.x;
    mouse_y_ = event.y;
  }
  if (event.phase == PointerPhase::kLeave) mouse_x_ = mouse_y_ = -1;
  pointer_.pointer(ui_, event);
  const bool lights_only = event.phase == PointerPhase::kMove || event.phase == PointerPhase::kDown;
  wake(lights_only ? FramePacer::kPointerFrames : FramePacer::kSettleFrames);
}

bool App::on_wheel(const WheelEvent& event) {
  ImGui::SetCurrentContext(imgui_);
  const bool taken = pointer_.wheel(ui_, event);
  if (taken || ui_.blocked_wheel) wake();
  return taken;
}

void App::on_visible(bool visible) {
  if (visible) wake();
}

void App::on_query(std::string_view query) {
  ViewState base;
  // Language and theme are kept when the link does not name them.
  base.lang = state_.lang;
  base.theme = state_.theme;
  const ViewState given = from_query(query, base);
  // A host may echo what it was told: nothing of the reader's ends by that.
  if (!(given == state_)) views_.state_given();
  state_ = given;
  // The page is told what was kept, so that its address says what is shown.
  published_query_ = to_query(from_query(query));
  is_told_ = styled_ = false;
  forget_transcript();
  wake();
}

void App::on_activate(std::uint32_t node_id) {
  reveal(node_id);
  semantics_.request_activate(node_id);
  wake();
}

void App::on_set_value(std::uint32_t node_id, std::string_view value) {
  reveal(node_id);
  semantics_.request_value(node_id, value);
  wake();
}

void App::on_focus_node(std::uint32_t node_id) {
  reveal(node_id);
  semantics_.request_focus(node_id);
  wake();
}

void App::on_edit(std::uint32_t node_id, std::string_view value, int caret) {
  ui_.edit_caret = caret;
  on_set_value(node_id, value);
}

bool App::on_touch_start(float x, float y, int fingers) {
  ImGui::SetCurrentContext(imgui_);
  return fingers > 1 || pointer_.takes_touch(ui_, x, y);
}

void App::on_context_lost() {
  ImGui::SetCurrentContext(imgui_);
  context_lost_ = true;
  renderer_->context_lost();
  views_.context_lost();
}

void App::on_context_restored() {
  context_lost_ = false;
  wake();
}

void App::apply_theme() {
  const bool dark = state_.theme == ThemeChoice::kDark ||
                    (state_.theme == ThemeChoice::kAuto && ui_.environment.dark);
  if (styled_ && styled_dark_ == dark) return;
  styled_dark_ = dark;
  ui_.theme = dark ? dark_theme() : light_theme();
  // Precedence: forced colors override everything; more contrast applies to both light and dark,
  // which the host or the reader chooses.
  if (ui_.environment.forced_colors && ui_.environment.system.canvas != 0) {
    ui_.theme = forced_theme(ui_.environment.system);
  } else if (ui_.environment.forced_colors || ui_.environment.more_contrast) {
    ui_.theme = high_contrast(ui_.theme);
  }
  apply_style(ui_);
  styled_ = true;
}

bool App::frame() {
  ImGui::SetCurrentContext(imgui_);
  const double now = platform_.now();
  if (context_lost_ || !viewport_.has_area() || !pacer_.due(now)) return false;
  if (!loader_.core_ready()) return false;
  if (ui_.regular == nullptr) add_fonts(ui_, loader_);
  if (ui_.strings.empty() || ui_.lang.view() != state_.lang) {
    const std::string spoken(ui_.strings.empty() ? ViewState().lang : ui_.lang.view());
    if (state_.lang != spoken && loader_.take_words_fault(state_.lang)) state_.lang = spoken;
    if (loader_.take_words(state_.lang, ui_.strings)) {
      ui_.lang = language_of(state_.lang, ui_.strings);
      platform_.set_language(state_.lang);
    }
    if (ui_.strings.empty()) return false;
  }
  loader_.want(state_.view);
  if (tab_of(state_.view).base_map) loader_.want_map(0);
  if (waited_since_ < 0 || waited_view_ != state_.view) {
    waited_view_ = state_.view;
    waited_since_ = now;
  }

  before_ = state_;
  apply_theme();
  build_frame();
  renderer_->draw(viewport_, ui_.colors().background);
  ++frame_count_;
  publish_changes();

  const bool queue = imgui_->InputEventsQueue.Size > 0;
  const bool animating = ui_.wants_frame || queue || semantics_.has_requests();
  if (!(before_ == state_)) {
    forget_transcript();
    pacer_.wake();
  }
  pacer_.drawn(animating);
  if (ui_.wants_after < 1e9) pacer_.wake_after(now, ui_.wants_after);
  if (pacer_.wants_now()) {
    platform_.request_frame();
  } else if (pacer_.wants_in(now) >= 0) {
    platform_.request_frame_after(pacer_.wants_in(now));
  }
  if (!ready_sent_ && is_shown(store_, tab_of(state_.view), now - waited_since_) &&
      ui_.lang.view() == state_.lang) {
    ready_sent_ = true;
    platform_.ready();
  }
  return true;
}

void App::build_frame() {
  const double now = platform_.now();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {viewport_.width, viewport_.height};
  io.DisplayFramebufferScale = {static_cast<float>(viewport_.pixel_width) / viewport_.width,
                                static_cast<float>(viewport_.pixel_height) / viewport_.height};
  const double elapsed = last_frame_ > 0 ? now - last_frame_ : 1.0 / 60.0;
  // Clamped, so that the first frame after an idle time does not skip an animation.
  io.DeltaTime = static_cast<float>(std::clamp(elapsed, 1e-4, 0.1));
  last_frame_ = now;

  ui_.now = now;
  ui_.dt = io.DeltaTime;
  ui_.size = io.DisplaySize;
  ui_.pixel_density = io.DisplayFramebufferScale;
  ui_.begin_frame();
  pointer_.update(ui_, io.DeltaTime);

  renderer_->begin_frame();
  ImGui::NewFrame();
  semantics_.begin_frame();
  platform_.set_cursor(Cursor::kArrow);
  views_.update(store_, state_, ui_.strings, ui_.lang);
  ViewContext context{ui_, store_, state_, views_.selection()};
  if (ready_sent_) {
    context.languages = &loader_.languages();
    context.languages_failed = loader_.languages_failed();
  }
  context.waited = now - waited_since_;
  for (int level = 0; level < 2; ++level) context.maps[level] = loader_.map(level);
  context.map_fault = loader_.map_fault();
  views_.draw(context);
  if (ui_.picture_in > 0) {
    ui_.animate();
    if (--ui_.picture_in == 0) save_picture();
  }
  ImGui::Render();
  semantics_.end_frame();
  semantics_.drop_requests();
  update_text_input();

  ui_.wheel = {};
  ui_.pinch = {};
  ui_.blocked_wheel = ui_.blocked_touch = false;
  ui_.long_press = false;
  ui_.focus_search = false;
  ui_.edit_caret = -1;
  if (context.want_map_detail) loader_.want_map(1);
  if (!context.want_scores.empty()) loader_.want_scores(context.want_scores);
  if (context.want_cities) loader_.want_file(FileId::kCities);
  if (context.want_related) loader_.want_file(FileId::kRelated);
  if (context.retry) {
    loader_.retry_failed();
    waited_since_ = now;
  }
}

void App::save_picture() {
  const Rect& part = ui_.picture_part;
  const ImVec2 scale = ui_.pixel_density;
  const auto pixel = [](float css, float density) {
    return static_cast<int>(std::lround(css * density));
  };
  const int left = std::max(pixel(part.x, scale.x), 0), top = std::max(pixel(part.y, scale.y), 0);
  const int right = std::min(pixel(part.x + part.w, scale.x), viewport_.pixel_width);
  const int bottom = std::min(pixel(part.y + part.h, scale.y), viewport_.pixel_height);
  if (right > left && bottom > top) {
    platform_.save_picture(ui_.picture, {left, top, right - left, bottom - top});
  }
}

void App::update_text_input() {
  const ImGuiIO& io = ImGui::GetIO();
  TextInput input;
  // io.WantTextInput is a frame late (ImGui updates it in NewFrame()): a field that lost the focus
  // in this frame no longer takes text.
  input.active = io.WantTextInput && ui_.text_node != 0 && imgui_->ActiveId == ui_.text_node;
  input.node = ui_.text_node;
  input.caret = ui_.text_caret;
  if (input.active) {
    const ImGuiPlatformImeData& ime = imgui_->PlatformImeData;
    input.x = ime.InputPos.x;
    input.y = ime.InputPos.y;
    input.line_height = ime.InputLineHeight;
    input.search = true;
    // The caret blinks with a period of 1.2 s, on for 0.8 s.
    ui_.repaint_after(0.4);
  }
  platform_.set_text_input(input);
}

void App::publish_changes() {
  platform_.publish_semantics(semantics_.nodes().data(), semantics_.nodes().size(),
                              semantics_.text());
  if (is_told_ && before_ == state_) return;
  is_told_ = true;
  const std::string query = to_query(state_);
  if (query == published_query_) return;
  published_query_ = query;
  platform_.publish_state(query, before_.view != state_.view);
}

bool App::settled() const {
  return ready_sent_ && loader_.in_flight() == 0 && !pacer_.wants_now() &&
         pacer_.wants_in(platform_.now()) < 0;
}

}  // namespace tablero
