#include "platform/native/options.h"

#include "base/text.h"

namespace tablero {
namespace {

constexpr int kMaxSide = 16384;
constexpr double kMinScale = 0.5;
constexpr double kMaxScale = 4;

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

// Takes one option with its value; the reason when it cannot.
std::string take(NativeOptions& options, std::string_view name, std::string_view value) {
  if (name == "--data") {
    options.data_dir = value;
  } else if (name == "--query") {
    options.query = value;
  } else if (name == "--screenshot") {
    options.screenshot = value;
  } else if (name == "--size") {
    if (!parse_size(value, options.width, options.height)) {
      return "--size: expected WIDTHxHEIGHT, each 1 to 16384, found " + std::string(value);
    }
  } else if (name == "--scale") {
    if (!parse_scale(value, options.scale)) {
      return "--scale: expected a number from 0.5 to 4, found " + std::string(value);
    }
  } else {
    return "unknown option " + std::string(name);
  }
  return {};
}

}  // namespace

bool parse_size(std::string_view text, int& width, int& height) {
  const auto parts = split(text, 'x');
  return parts.size() == 2 && parse_side(parts[0], width) && parse_side(parts[1], height);
}

ParsedOptions parse_options(const std::vector<std::string_view>& arguments) {
  ParsedOptions parsed;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view name = arguments[i];
    if (name == "--help" || name == "-h") {
      parsed.options.help = true;
      continue;
    }
    std::string_view value;
    const std::size_t equals = name.find('=');
    if (name.substr(0, 2) == "--" && equals != std::string_view::npos) {
      value = name.substr(equals + 1);
      name = name.substr(0, equals);
    } else if (i + 1 < arguments.size()) {
      value = arguments[i + 1];
      ++i;
    } else if (name.substr(0, 2) == "--") {
      parsed.error = std::string(name) + ": a value is missing";
      return parsed;
    }
    parsed.error = take(parsed.options, name, value);
    if (!parsed.error.empty()) return parsed;
  }
  return parsed;
}

std::string_view usage() {
  return "usage: tablero [--data DIR] [--query 'view=mapa&edition=2024'] [--size 1280x800] [--scale 1.5]\n"
         "               [--screenshot FILE.png]\n"
         "\n"
         "  --data DIR             read the data from DIR instead of the project's data/\n"
         "  --query QUERY          start in this state; the same as in the page's address\n"
         "  --size WxH             size of the content in CSS pixels (1280x800)\n"
         "  --scale N              device pixels per CSS pixel, 0.5 to 4 (the display's own; 1 for pictures)\n"
         "  --screenshot FILE.png  draw one settled frame without any display, write it and exit\n"
         "  --help                 print this\n"
         "\n"
         "exit status: 0 done, 1 the input is at fault, 2 wrong usage\n";
}

}  // namespace tablero
