// Entry points of the web module: plain C functions that web/instance.js calls. `handle` is what
// tb_create returned; `bytes` and `length` are UTF-8 in memory from tb_alloc(), which the caller
// keeps and frees.
#include <emscripten.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/app.h"
#include "model/table_text.h"
#include "platform/web/abi.h"
#include "platform/web/host.h"
#include "platform/web/web_platform.h"

namespace tablero {
namespace {

struct Program {
  explicit Program(const AppOptions& options) : app(platform, options) {}
  WebPlatform platform;
  App app;
  Environment environment;
  std::string table;  // that was asked for last
};

AppOptions options_from_page() {
  AppOptions options;
  char* query = tb_host_query();
  options.query = query;
  std::free(query);
  options.own_focus = false;  // the mirror's elements are the page's Tab stops
  return options;
}

}  // namespace
}  // namespace tablero

using tablero::Program;

extern "C" {

EMSCRIPTEN_KEEPALIVE void* tb_alloc(std::size_t bytes) { return std::malloc(bytes); }
EMSCRIPTEN_KEEPALIVE void tb_free(void* pointer) { std::free(pointer); }

// The page's WebGL2 context already exists. There is no counterpart that destroys a program: the
// page drops the module with its memory, and the context with everything in it.
EMSCRIPTEN_KEEPALIVE Program* tb_create() { return new Program(tablero::options_from_page()); }

EMSCRIPTEN_KEEPALIVE bool tb_frame(Program* handle) { return handle->app.frame(); }

EMSCRIPTEN_KEEPALIVE void tb_viewport(Program* handle, float width, float height, int pixel_width,
                                      int pixel_height) {
  handle->app.on_viewport({width, height, pixel_width, pixel_height});
}

// `flags`: EnvironmentBits.
EMSCRIPTEN_KEEPALIVE void tb_environment(Program* handle, std::uint32_t flags, float text_scale) {
  tablero::Environment& environment = handle->environment;
  environment.dark = (flags & tablero::kEnvironmentDark) != 0;
  environment.reduced_motion = (flags & tablero::kEnvironmentReducedMotion) != 0;
  environment.forced_colors = (flags & tablero::kEnvironmentForcedColors) != 0;
  environment.more_contrast = (flags & tablero::kEnvironmentMoreContrast) != 0;
  environment.coarse_pointer = (flags & tablero::kEnvironmentCoarsePointer) != 0;
  environment.embedded = (flags & tablero::kEnvironmentEmbedded) != 0;
  environment.text_scale = text_scale;
  handle->app.on_environment(environment);
}

// The system's colors (SystemColors), used while the flags say that colors are forced.
#define TABLERO_SYSTEM_COLOR(field, css) , std::uint32_t field
EMSCRIPTEN_KEEPALIVE void tb_colors(Program* handle
#include "platform/system_colors.def"
) {
#undef TABLERO_SYSTEM_COLOR
#define TABLERO_SYSTEM_COLOR(field, css) handle->environment.system.field = field;
#include "platform/system_colors.def"
#undef TABLERO_SYSTEM_COLOR
  handle->app.on_environment(handle->environment);
}

EMSCRIPTEN_KEEPALIVE void tb_pointer(Program* handle, int kind, int phase, int id, int button,
                                     float x, float y, int mods) {
  tablero::PointerEvent event;
  event.kind = static_cast<tablero::PointerKind>(kind);
  event.phase = static_cast<tablero::PointerPhase>(phase);
  event.id = id;
  event.button = button;
  event.x = x;
  event.y = y;
  event.mods = static_cast<std::uint8_t>(mods);
  handle->app.on_pointer(event);
}

EMSCRIPTEN_KEEPALIVE bool tb_wheel(Program* handle, float x, float y, float dx, float dy,
                                   bool pinch, int mods) {
  return handle->app.on_wheel({x, y, dx, dy, pinch, static_cast<std::uint8_t>(mods)});
}

EMSCRIPTEN_KEEPALIVE bool tb_key(Program* handle, int key, bool down, bool repeat, int mods) {
  return handle->app.on_key(
      {static_cast<tablero::Key>(key), down, repeat, static_cast<std::uint8_t>(mods)});
}

EMSCRIPTEN_KEEPALIVE void tb_text(Program* handle, const char* bytes, std::size_t length) {
  handle->app.on_text({bytes, length});
}

EMSCRIPTEN_KEEPALIVE void tb_focus(Program* handle, bool focused) { handle->app.on_focus(focused); }

EMSCRIPTEN_KEEPALIVE void tb_visible(Program* handle, bool visible) {
  handle->app.on_visible(visible);
}

EMSCRIPTEN_KEEPALIVE void tb_query(Program* handle, const char* bytes, std::size_t length) {
  handle->app.on_query({bytes, length});
}

EMSCRIPTEN_KEEPALIVE void tb_activate(Program* handle, std::uint32_t node) {
  handle->app.on_activate(node);
}

EMSCRIPTEN_KEEPALIVE void tb_set_value(Program* handle, std::uint32_t node, const char* bytes,
                                       std::size_t length) {
  handle->app.on_set_value(node, {bytes, length});
}

EMSCRIPTEN_KEEPALIVE void tb_edit(Program* handle, std::uint32_t node, int caret, const char* bytes,
                                  std::size_t length) {
  handle->app.on_edit(node, {bytes, length}, caret);
}

EMSCRIPTEN_KEEPALIVE bool tb_touch_start(Program* handle, float x, float y, int fingers) {
  return handle->app.on_touch_start(x, y, fingers);
}

EMSCRIPTEN_KEEPALIVE void tb_focus_node(Program* handle, std::uint32_t node) {
  handle->app.on_focus_node(node);
}

// With `start`, records the texts of the next frame; without, returns the address of the recorded
// ones.
EMSCRIPTEN_KEEPALIVE const char* tb_texts(Program* handle, bool start) {
  if (!start) return handle->platform.recorded_texts();
  handle->platform.record_texts();
  handle->app.on_visible(true);  // draws even if nothing has changed
  return nullptr;
}

// What table_text() makes of the table of the chart with this node, ending in a zero; empty if no
// chart of the last frame has it. Valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* tb_table(Program* handle, std::uint32_t node) {
  handle->table.clear();
  for (const tablero::ShownChart& chart : handle->app.charts()) {
    if (chart.node == node) handle->table = tablero::table_text(*chart.table);
  }
  return handle->table.c_str();
}

// Takes ownership of `body` (tb_alloc), also when `ok` is false.
EMSCRIPTEN_KEEPALIVE void tb_fetched(Program* handle, std::uint32_t request, bool ok, int status,
                                     char* body, std::size_t length, const char* error,
                                     std::size_t error_length) {
  tablero::FetchResult result;
  result.ok = ok;
  result.status = status;
  if (body != nullptr) result.body.assign(body, length);
  std::free(body);
  result.error.assign(error, error_length);
  handle->platform.fetched(request, std::move(result));
}

EMSCRIPTEN_KEEPALIVE void tb_context_lost(Program* handle) { handle->app.on_context_lost(); }
EMSCRIPTEN_KEEPALIVE void tb_context_restored(Program* handle) {
  handle->app.on_context_restored();
}

}  // extern "C"
