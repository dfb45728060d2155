#include "platform/native/options.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace tablero {
namespace {

constexpr int kMaxSide = 16384;
constexpr double kMinScale = 0.5;
constexpr double kMaxScale = 4;
constexpr std::string_view kNames[] = {"--data", "--query", "--size", "--scale", "--screenshot"};

bool parse_side(std::string_view text, int& side) {
  const auto number = parse_integer(text);
  if (!number || *number < 1 || *number > kMaxSide) return false;
  side = static_cast<int>(*number);
  return true;
}

bool parse_scale(std::string_view text, float& scale) {
  const auto number = parse_number(text);
  if (!number || *number < kMinScale || *number > kMaxScale) return false;
  scale = static_cast<float>(*number);
  return true;
}

// Applies one option with its value. Fault: what is wrong with the value.
Result<void, UsageFault> take(NativeOptions& options, std::string_view name,
                              std::string_view value) {
  if (name == "--data") {
    options.data_dir = value;
  } else if (name == "--query") {
    options.query = value;
  } else if (name == "--screenshot") {
    options.screenshot = value;
  } else if (name == "--size") {
    if (!parse_size(value, options.width, options.height)) {
      return UsageFault{"--size: expected WIDTHxHEIGHT, each 1 to 16384, found " +
                        std::string(value)};
    }
  } else if (name == "--scale") {
    if (!parse_scale(value, options.scale)) {
      return UsageFault{"--scale: expected a number from 0.5 to 4, found " + std::string(value)};
    }
  }
  return {};
}

}  // namespace

bool parse_size(std::string_view text, int& width, int& height) {
  const auto parts = split(text, 'x');
  return parts.size() == 2 && parse_side(parts[0], width) && parse_side(parts[1], height);
}

Result<NativeOptions, UsageFault> parse_options(const std::vector<std::string_view>& arguments) {
  NativeOptions options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view name = arguments[i];
    if (name == "--help" || name == "-h") {
      options.help = true;
      continue;
    }
    const std::size_t equals = name.find('=');
    const bool joined = equals != std::string_view::npos;
    std::string_view value = joined ? name.substr(equals + 1) : std::string_view{};
    name = name.substr(0, equals);
    if (std::find(std::begin(kNames), std::end(kNames), name) == std::end(kNames)) {
      return UsageFault{"unknown option " + std::string(name)};
    }
    if (!joined) {
      if (i + 1 == arguments.size()) return UsageFault{std::string(name) + ": a value is missing"};
      value = arguments[++i];
    }
    const Result<void, UsageFault> taken = take(options, name, value);
    if (!taken.ok()) return taken.fault();
  }
  return options;
}

std::string_view usage() {
  return "usage: tablero [--data DIR] [--query 'view=mapa&edition=2024'] [--size 1280x800] "
         "[--scale 1.5]\n"
         "               [--screenshot FILE.png]\n"
         "\n"
         "  --data DIR             read the data from DIR instead of the project's data/\n"
         "  --query QUERY          start in this state; the same as in the page's address\n"
         "  --size WxH             size of the content in CSS pixels (1280x800)\n"
         "  --scale N              device pixels per CSS pixel, 0.5 to 4 (the display's own; 1 for "
         "pictures)\n"
         "  --screenshot FILE.png  draw one settled frame without any display, write it and exit\n"
         "  --help                 print this\n"
         "\n"
         "exit status: 0 done, 1 the input is at fault, 2 wrong usage\n";
}

}  // namespace tablero
