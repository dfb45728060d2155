#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "base/text.h"
#include "data/editions.h"
#include "platform/native/disk.h"
#include "platform/native/headless.h"
#include "platform/native/options.h"
#include "state/tabs.h"
#include "tools/card_client.h"
#include "tools/command_line.h"
#include "tools/commands.h"
#include "tools/data_folder.h"

namespace tablero {
namespace {

constexpr std::string_view kCommand = "render";

// Around the list of the views.
constexpr std::string_view kHelpBefore =
    "usage: tablero-data render --view NAME --size WxH --out FILE.png [--lang es] [--theme light] "
    "[--query Q]\n"
    "                           [--scale N] [--data DIR]\n"
    "       tablero-data render --card YEAR --out DIR [--lang es] [--data DIR]\n"
    "\n"
    "Draws a still of a view, or the impact cards of an edition (1200x630 and 1080x1080), with the "
    "program\n"
    "itself and without any display. The same data give the same bytes.\n"
    "\n"
    "  --view NAME   ";
constexpr std::string_view kHelpAfter =
    " or all\n"
    "  --card YEAR   an edition of editions.json, or all that have figures\n"
    "  --size WxH    CSS pixels, each 1 to 16384\n"
    "  --out         the picture; the folder of the cards, or of VIEW-LANG-THEME.png where one of "
    "them is all\n"
    "  --lang LANG   es, pt, en, another file of i18n/, or all (es)\n"
    "  --theme NAME  light, dark or all (light)\n"
    "  --query Q     more of the state, as in the page's address: 'edition=2024&country=MX'\n"
    "  --scale N     device pixels per CSS pixel, 0.5 to 4 (1)\n"
    "  --data DIR    the data folder (the project's data/)\n"
    "\n"
    "examples:\n"
    "  tablero-data render --view mapa --size 1200x630 --out mapa.png --query edition=2024\n"
    "  tablero-data render --view leaderboard --size 800x600 --scale 2 --theme dark --lang en "
    "--out board.png\n"
    "  tablero-data render --card 2025 --lang all --out cards/\n"
    "\n"
    "exit status: 0 done, 1 the input is at fault, 2 wrong usage\n";

constexpr std::array<std::string_view, 2> kThemes = {"light", "dark"};
constexpr double kSmallestScale = 0.5, kLargestScale = 4;

std::string help() {
  std::string text(kHelpBefore);
  for (std::size_t i = 0; i < kTabCount; ++i) text.append(i > 0 ? ", " : "").append(kTabNames[i]);
  return text.append(kHelpAfter);
}

struct CardSize {
  int width, height;
};
constexpr CardSize kCardSizes[] = {{1200, 630}, {1080, 1080}};

template <class List>
bool among(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Result<void> write_picture(const Result<Image>& image, const std::string& path) {
  if (!image.ok()) return image.fault();
  const Result<std::string> png = encode_png(image.value());
  if (!png.ok()) return png.fault();
  return write_file_whole(path, png.value());
}

// The words of `list` that `option` asks for: one, or all. Empty: unknown.
template <class List>
std::vector<std::string> asked_for(const List& list, const std::string& option) {
  std::vector<std::string> found;
  for (const std::string_view word : list) {
    if (option == "all" || option == word) found.push_back(std::string(word));
  }
  return found;
}

struct Stills {
  std::vector<std::string> views, langs, themes;
  bool many = false;  // into a folder
};

// Draws all stills with one instance of the program: starting one takes longer than drawing a view.
Result<void> draw_stills(const CommandLine& line, const Stills& stills, int width, int height,
                         float scale, HeadlessPlatform& platform) {
  const std::string more = line.has("--query") ? line.get("--query") + "&" : "";
  const std::string out = line.get("--out");
  std::unique_ptr<App> app;
  for (const std::string& lang : stills.langs) {
    for (const std::string& view : stills.views) {
      for (const std::string& theme : stills.themes) {
        std::string query = more;
        query.append("view=").append(view).append("&lang=").append(lang);
        query.append("&theme=").append(theme);
        if (app == nullptr) {
          AppOptions options;
          options.query = query;
          app = std::make_unique<App>(platform, options);
        } else {
          app->on_query(query);
        }
        const Result<Image> image =
            platform.draw_settled(*app, width, height, scale, [&app] { return app->settled(); });
        std::string path = out;
        if (stills.many) {
          path.append("/").append(view).append("-").append(lang);
          path.append("-").append(theme).append(".png");
        }
        const Result<void> written = write_picture(image, path);
        if (!written.ok()) return written.fault();
      }
    }
  }
  return {};
}

int render_views(const CommandLine& line, const Console& console) {
  const std::string view = line.get("--view"), lang = line.get("--lang", "es"),
                    theme = line.get("--theme", "light");
  const std::vector<std::string> languages = DataFolder(line.get("--data")).languages();
  const Stills stills = {asked_for(kTabNames, view), asked_for(languages, lang),
                         asked_for(kThemes, theme),
                         view == "all" || lang == "all" || theme == "all"};
  if (stills.views.empty()) return wrong_usage(console, kCommand, {"--view: unknown view " + view});
  if (stills.langs.empty()) {
    return wrong_usage(console, kCommand,
                       {"--lang: expected a language of i18n/ or all, found " + lang});
  }
  if (stills.themes.empty()) {
    return wrong_usage(console, kCommand, {"--theme: expected light, dark or all, found " + theme});
  }
  int width = 0, height = 0;
  if (!line.has("--size") || !parse_size(line.get("--size"), width, height)) {
    return wrong_usage(console, kCommand, {"--size: expected WIDTHxHEIGHT, each 1 to 16384"});
  }
  const auto scale = parse_number(line.get("--scale", "1"));
  if (!scale || *scale < kSmallestScale || *scale > kLargestScale) {
    return wrong_usage(console, kCommand, {"--scale: expected a number from 0.5 to 4"});
  }
  if (stills.many && !is_folder(line.get("--out"))) {
    return console.fail({line.get("--out"), "", "a folder", "none"});
  }
  const auto context = HeadlessContext::create();
  if (!context.ok()) return console.fail(context.fault());
  HeadlessPlatform platform(line.get("--data"));
  const Result<void> drawn =
      draw_stills(line, stills, width, height, static_cast<float>(*scale), platform);
  if (!drawn.ok()) return console.fail(drawn.fault());
  return platform.error_count() > 0 ? kInputAtFault : kDone;
}

// Renders one card in one size. True: it was written. False: the edition has no figures, and
// nothing was written.
Result<bool> render_card(const std::string& data, int year, const std::string& lang, CardSize size,
                         const std::string& path) {
  const auto context = HeadlessContext::create();
  if (!context.ok()) return context.fault();
  HeadlessPlatform platform(data);
  CardClient client(platform, lang, year, true);
  if (const Fault* fault = client.fault()) return *fault;
  const Result<Image> image = platform.draw_settled(client, size.width, size.height, 1,
                                                    [&client] { return client.settled(); });
  if (!image.ok()) return image.fault();
  if (client.card().figures == 0) return false;
  const Result<void> written = write_picture(image, path);
  if (!written.ok()) return written.fault();
  return true;
}

// The years of `word`: one, or those of all editions.
Result<std::vector<int>> years_of(const std::string& word, const std::string& data) {
  if (word != "all") {
    const auto year = parse_integer(word);
    if (year && *year >= 2015 && *year <= 2100) return std::vector<int>{static_cast<int>(*year)};
    return Fault{"--card", "", "a year or all", word};
  }
  const DataFolder folder(data);
  const Result<std::string> text = folder.must_read("editions.json");
  if (!text.ok()) return text.fault();
  const Result<Editions> editions = load_editions(text.value(), folder.name_of("editions.json"));
  if (!editions.ok()) return editions.fault();
  std::vector<int> years;
  for (const Edition& e : editions.value().editions) years.push_back(e.year);
  return years;
}

int render_cards(const CommandLine& line, const Console& console) {
  const std::string lang = line.get("--lang", "es"), out = line.get("--out");
  const std::vector<std::string> languages = DataFolder(line.get("--data")).languages();
  if (lang != "all" && !among(languages, lang)) {
    return wrong_usage(console, kCommand,
                       {"--lang: expected a language of i18n/ or all, found " + lang});
  }
  if (!is_folder(out)) return console.fail({out, "", "a folder", "none"});
  const bool all = line.get("--card") == "all";
  const Result<std::vector<int>> years = years_of(line.get("--card"), line.get("--data"));
  if (!years.ok()) return console.fail(years.fault());
  for (const int year : years.value()) {
    for (const std::string& l : languages) {
      if (lang != "all" && lang != l) continue;
      for (const CardSize size : kCardSizes) {
        std::string path = out;
        path.append("/impact-").append(std::to_string(year)).append("-").append(l).append("-");
        path.append(std::to_string(size.width)).append("x").append(std::to_string(size.height));
        path += ".png";
        const Result<bool> drawn = render_card(line.get("--data"), year, l, size, path);
        if (!drawn.ok()) return console.fail(drawn.fault());
        if (drawn.value()) {
          console.print_line("Wrote " + path);
        } else if (!all) {
          return console.fail({"--card", "", "an edition with figures", std::to_string(year)});
        }
      }
    }
  }
  return kDone;
}

}  // namespace

int run_render(const Arguments& arguments, const Console& console) {
  const Result<CommandLine, UsageFault> read = read_command_line(arguments, {{"--view"},
                                                                             {"--card"},
                                                                             {"--size"},
                                                                             {"--out"},
                                                                             {"--lang"},
                                                                             {"--theme"},
                                                                             {"--query"},
                                                                             {"--scale"},
                                                                             {"--data"}});
  if (!read.ok()) return wrong_usage(console, kCommand, read.fault());
  const CommandLine& line = read.value();
  if (line.help) {
    console.print(help());
    return kDone;
  }
  if (!line.rest.empty())
    return wrong_usage(console, kCommand, {"unknown: " + std::string(line.rest[0])});
  if (line.has("--view") == line.has("--card"))
    return wrong_usage(console, kCommand, {"either --view or --card"});
  if (!line.has("--out")) return wrong_usage(console, kCommand, {"--out is missing"});
  if (line.has("--data") && !is_folder(line.get("--data"))) {
    return console.fail({line.get("--data"), "", "a folder", "none"});
  }
  const Result<void> whole = DataFolder(line.get("--data")).settle();
  if (!whole.ok()) return console.fail(whole.fault());
  return line.has("--card") ? render_cards(line, console) : render_views(line, console);
}

}  // namespace tablero
