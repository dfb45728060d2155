// The desktop program: a window, or with --screenshot one settled frame in a file.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "base/unseen.h"
#include "platform/native/disk.h"
#include "platform/native/headless.h"
#include "platform/native/options.h"
#include "platform/native/window.h"
#include "views/tabs.h"

namespace tablero {
namespace {

constexpr int kDone = 0, kInputAtFault = 1, kWrongUsage = 2;

int say(const Fault& fault) {
  std::fprintf(stderr, "tablero: %s\n", fault.line().c_str());
  return kInputAtFault;
}

int take_screenshot(const NativeOptions& options) {
  const auto context = HeadlessContext::create();
  if (!context.ok()) return say(context.fault());
  HeadlessPlatform platform(options.data_dir);
  AppOptions app_options;
  app_options.query = options.query;
  App app(platform, app_options);
  const float scale = options.scale > 0 ? options.scale : 1;
  const Result<Image> image = platform.draw_settled(app, options.width, options.height, scale,
                                                    [&app] { return app.settled(); });
  if (!image.ok()) return say(image.fault());
  const Result<std::string> png = encode_png(image.value());
  if (!png.ok()) return say(png.fault());
  const Result<void> written = write_file_whole(options.screenshot, png.value());
  if (!written.ok()) return say(written.fault());
  // The picture then shows the error state, which may be intended; the exit status still reports
  // the failure.
  const Fault* fault = app.store().first_fault(tab_of(app.state().view).files);
  if (fault != nullptr) return say(*fault);
  return platform.error_count() > 0 ? kInputAtFault : kDone;
}

int open_window(const NativeOptions& options) {
  const auto window = Window::open(options.data_dir, options.width, options.height, options.scale);
  if (!window.ok()) return say(window.fault());
  AppOptions app_options;
  app_options.query = options.query;
  App app(*window.value(), app_options);
  window.value()->run(app);
  return kDone;
}

int run(const std::vector<std::string_view>& arguments) {
  const Result<NativeOptions, UsageFault> parsed = parse_options(arguments);
  if (!parsed.ok()) {
    std::fprintf(stderr, "tablero: %s\n%.*s", printable(parsed.fault().sentence).c_str(),
                 static_cast<int>(usage().size()), usage().data());
    return kWrongUsage;
  }
  const NativeOptions& options = parsed.value();
  if (options.help) {
    std::fwrite(usage().data(), 1, usage().size(), stdout);
    return kDone;
  }
  const std::string& data = options.data_dir;
  if (!data.empty() && !is_folder(data)) return say({data, "", "a folder", "none"});
  return options.screenshot.empty() ? open_window(options) : take_screenshot(options);
}

}  // namespace
}  // namespace tablero

int main(int argc, char** argv) {
  return tablero::run(std::vector<std::string_view>(argv + 1, argv + argc));
}
