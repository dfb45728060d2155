// subset-font: makes the fonts of the product. Run by ./dev at build time.
//
//   subset-font [--allow-file FILE] --font IN.otf OUT.otf ... TEXT_FILE...
//
// Every character of the text files must have a glyph or be named in the allow file; otherwise
// nothing is written and the exit status is 1. A fixed list of Latin letters and marks is added as
// far as the font has them.
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/subset_font_face.h"
#include "tools/subset_font_text.h"

namespace tablero {
namespace {

constexpr int kDone = 0, kInputAtFault = 1, kWrongUsage = 2;

// What readers may type or new data may bring, beyond ASCII and Latin-1: letters of Spanish,
// Portuguese, Catalan, Basque, Galician, Guarani, Quechua and of names from the rest of Europe;
// marks of typography and of the interface.
constexpr std::string_view kUsualCharacters =
    "ĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİıĴĵĶķĹĺĻļĽľĿŀŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤť"
    "ŨũŪūŬŭŮů"
    "ŰűŲųŴŵŶŷŸŹźŻżŽžẼẽỸỹȘșȚț"
    "–—…«»“”‘’‚„‹›·•≥≤≈≠±×÷−°€№‰′″←→↑↓↗↘↔▲▼▶◀●○■□★✓✕✗∞∑Δμ";

struct Job {
  std::string in, out;
};

struct Arguments {
  std::vector<Job> jobs;
  std::vector<std::string> texts;
  std::string allow_file;
  bool ok = true;
};

Arguments parse(const std::vector<std::string>& words) {
  Arguments a;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--font" && i + 2 < words.size()) {
      a.jobs.push_back({words[i + 1], words[i + 2]});
      i += 2;
    } else if (words[i] == "--allow-file" && i + 1 < words.size()) {
      a.allow_file = words[++i];
    } else if (words[i].substr(0, 2) == "--") {
      a.ok = false;
    } else {
      a.texts.push_back(words[i]);
    }
  }
  a.ok = a.ok && !a.jobs.empty();
  return a;
}

bool write_whole(const std::string& path, const std::string& bytes) {
  const std::string part = path + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) return false;
  }
  return std::rename(part.c_str(), path.c_str()) == 0;
}

std::set<unsigned> wanted_characters(const CharacterUse& used) {
  std::set<unsigned> wanted;
  for (unsigned c = 0x20; c < 0x7F; ++c) wanted.insert(c);
  for (unsigned c = 0xA0; c <= 0xFF; ++c) wanted.insert(c);
  for (const auto& entry : characters_of(kUsualCharacters, "")) wanted.insert(entry.first);
  for (const auto& entry : used) wanted.insert(entry.first);
  return wanted;
}

// Prints what the font lacks; false when a text file needs one of those that is not allowed to
// lack.
bool report_missing(const std::vector<unsigned>& missing, const CharacterUse& used,
                    const CharacterUse& allowed, const std::string& font) {
  bool good = true;
  std::string unused;
  for (const unsigned c : missing) {
    const auto use = used.find(c);
    if (use == used.end()) {
      unused += utf8_character(c);
    } else if (allowed.count(c) == 0) {
      good = false;
      std::fprintf(stderr, "%s: U+%04X %s: expected a glyph in %s, found none\n",
                   use->second.c_str(), c, utf8_character(c).c_str(), font.c_str());
    }
  }
  if (!unused.empty()) std::printf("%s: no glyph for (unused): %s\n", font.c_str(), unused.c_str());
  return good;
}

int run(const Arguments& arguments) {
  CharacterUse used, allowed;
  for (const std::string& text : arguments.texts) {
    const Result<int> added = add_characters_of_file(text, used);
    if (!added.ok()) {
      std::fprintf(stderr, "%s\n", added.fault().line().c_str());
      return kInputAtFault;
    }
  }
  if (!arguments.allow_file.empty()) {
    const Result<int> added = add_characters_of_file(arguments.allow_file, allowed);
    if (!added.ok()) {
      std::fprintf(stderr, "%s\n", added.fault().line().c_str());
      return kInputAtFault;
    }
  }
  const std::set<unsigned> wanted = wanted_characters(used);
  std::vector<std::pair<std::string, std::string>> files;
  for (const Job& job : arguments.jobs) {
    const Result<FontSubset> subset = subset_font(job.in, wanted);
    if (!subset.ok()) {
      std::fprintf(stderr, "%s\n", subset.fault().line().c_str());
      return kInputAtFault;
    }
    const FontSubset& font = subset.value();
    if (!report_missing(font.missing, used, allowed, job.in)) return kInputAtFault;
    std::printf("%s: %u glyphs, %zu bytes\n", job.out.c_str(), font.glyph_count, font.bytes.size());
    files.emplace_back(job.out, font.bytes);
  }
  for (const auto& [path, bytes] : files) {
    if (write_whole(path, bytes)) continue;
    std::fprintf(stderr, "%s: expected a file that can be written, found none\n", path.c_str());
    return kInputAtFault;
  }
  return kDone;
}

}  // namespace
}  // namespace tablero

int main(int argc, char** argv) {
  const tablero::Arguments arguments =
      tablero::parse(std::vector<std::string>(argv + 1, argv + argc));
  if (!arguments.ok) {
    std::fprintf(stderr,
                 "usage: subset-font [--allow-file FILE] --font IN.otf OUT.otf ... TEXT_FILE...\n");
    return tablero::kWrongUsage;
  }
  return tablero::run(arguments);
}
