#include <sys/random.h>

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/disclosure.h"
#include "import/publish_registrations.h"
#include "platform/native/disk.h"
#include "tools/command_line.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/finish_import.h"
#include "tools/progress.h"
#include "tools/registration_file.h"

namespace tablero {
namespace {

constexpr std::string_view kCommand = "import registrations";
constexpr std::size_t kMaxGazetteer = 64u << 20;
constexpr std::size_t kMaxMap = 1u << 20;
constexpr int kLargestK = 1000;
constexpr std::size_t kMaxListed = 40;

constexpr std::string_view kHelp =
    "usage: tablero-data import registrations FILE --edition YEAR [--k 5] [--data DIR] [--map "
    "FILE]\n"
    "                                         [--sheet NAME] [--report FILE] [--gazetteer FILE]\n"
    "                                         [--dry-run] [--replace] [--accept-difference]\n"
    "       tablero-data import registrations FILE FILE... --add --edition YEAR [...]\n"
    "\n"
    "Counts the people of a registration file per city and country and writes what may be "
    "published into\n"
    "data/: cities.json, countries.json, editions.json, sources.json, manifest.json. Reads "
    "attendee reports\n"
    "of Eventbrite, guests of Luma and Meetup, answers of Google Forms and Typeform as they are "
    "downloaded,\n"
    "and other lists with a heading, as CSV, .xlsx or .ods.\n"
    "Every e-mail address counts once; it is compared in memory only. Names and addresses are "
    "never written\n"
    "or shown. Places of fewer than k people are not published, and neither are as many others as "
    "it takes\n"
    "to keep them from being computed. Importing the same list again changes nothing; another list "
    "of an\n"
    "edition that was imported before asks for --replace or --add. A figure that would differ from "
    "the last\n"
    "import by fewer than k people stays as it was.\n"
    "\n"
    "  --edition YEAR    an edition of editions.json\n"
    "  --k N             smallest number of people that is published (5; at least 3)\n"
    "  --data DIR        the data folder (the project's data/)\n"
    "  --map FILE        JSON that explains the file:\n"
    "                    {\"columns\": {\"place\": \"a heading\"}, \"ignore\": [\"a heading\"],\n"
    "                     \"places\": {\"what people typed\": \"Ciudad de México, MX\"},\n"
    "                     \"count_status\": [\"Attending\"], \"separator\": \";\"}\n"
    "                    columns: email, first_name, last_name, name, order, status, quantity, "
    "timestamp,\n"
    "                    city, region, country, place (city and country in one text)\n"
    "  --sheet NAME      the sheet of a workbook (the first one)\n"
    "  --report FILE     all texts that were not understood or guessed, also where the list here "
    "is "
    "cut\n"
    "  --gazetteer FILE  cities of the world (build/assets/gazetteer.bin, which ./dev native "
    "makes)\n"
    "  --replace         this list takes the place of the one that was imported before\n"
    "  --add             the lists named are counted together: who is in several counts once. Name "
    "the\n"
    "                    earlier ones too: nothing about people is kept between imports\n"
    "  --accept-difference  publish also what tells, with the last import, of fewer than k people\n"
    "  --dry-run         say what would be published and write nothing\n"
    "\n"
    "examples:\n"
    "  tablero-data import registrations attendees.csv --edition 2026\n"
    "  tablero-data import registrations respuestas.csv --edition 2026 --map mapa.json --dry-run\n"
    "\n"
    "exit status: 0 done, 1 the input is at fault, 2 wrong usage\n";

// The five files of data/ that an import changes, in the order in which they are written: files
// that others refer to come first.
constexpr std::array<std::pair<const char*, std::string RegistrationFiles::*>, 5> kFiles = {{
    {"sources.json", &RegistrationFiles::sources},
    {"manifest.json", &RegistrationFiles::manifest},
    {"editions.json", &RegistrationFiles::editions},
    {"countries.json", &RegistrationFiles::countries},
    {"cities.json", &RegistrationFiles::cities},
}};

struct Options {
  std::vector<std::string> files;
  std::string data, map, gazetteer, sheet, report;
  PublishOptions publish;
  bool dry_run = false, replace = false;
};

// Fault: an option that is missing or out of range.
Result<Options, UsageFault> read_options(const CommandLine& line) {
  if (line.rest.empty()) return UsageFault{"a file is missing"};
  const bool add = line.has("--add");
  if (line.rest.size() > 1 && !add)
    return UsageFault{"one file at a time; --add counts several together"};
  if (line.rest.size() == 1 && add) {
    return UsageFault{
        "--add: name the earlier lists too: nothing about people is kept between imports"};
  }
  if (add && line.has("--replace")) return UsageFault{"--add and --replace exclude each other"};
  Options o;
  o.files.assign(line.rest.begin(), line.rest.end());
  if (!line.has("--edition")) return UsageFault{"--edition YEAR is missing"};
  const auto year = parse_integer(line.get("--edition"));
  if (!year || *year < 2015 || *year > 2100)
    return UsageFault{"--edition: expected a year, found " + line.get("--edition")};
  const auto k = parse_integer(line.get("--k", "5"));
  if (!k || *k < kSmallestK || *k > kLargestK) {
    return UsageFault{"--k: expected a number from 3 to 1000, found " + line.get("--k")};
  }
  o.publish.year = static_cast<int>(*year);
  o.publish.k = static_cast<int>(*k);
  o.data = line.get("--data");
  o.map = line.get("--map");
  o.sheet = line.get("--sheet");
  o.report = line.get("--report");
  o.gazetteer = line.get("--gazetteer");
  o.dry_run = line.has("--dry-run");
  o.replace = add || line.has("--replace");
  o.publish.accept_difference = line.has("--accept-difference");
  return o;
}

Result<Gazetteer> open_gazetteer(std::string path) {
  if (path.empty()) {
    const std::string beside = program_folder() + "/assets";
    path = (is_folder(beside) ? beside : find_folder("build/assets")) + "/gazetteer.bin";
  }
  FetchResult file = read_file(path, kMaxGazetteer);
  if (!file.ok) return Fault{path, "", "the gazetteer (./dev native makes it)", file.error};
  return Gazetteer::load(std::move(file.body), path);
}

Result<ImportMap> open_map(const std::string& path) {
  if (path.empty()) return ImportMap();
  const FetchResult file = read_file(path, kMaxMap);
  if (!file.ok) return Fault{path, "", "a file", file.error};
  return read_import_map(file.body, path);
}

// A secret random salt, so that hashes of this run are useless outside it.
std::optional<std::array<std::uint64_t, 2>> random_salt() {
  std::array<std::uint64_t, 2> salt{};
  const ssize_t got = getrandom(salt.data(), sizeof salt, 0);
  if (got != static_cast<ssize_t>(sizeof salt)) return std::nullopt;
  return salt;
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

using NamedList = std::pair<std::string_view, const std::vector<std::string>*>;

// What the organizer may want to explain with --map.
std::array<NamedList, 2> open_questions(const RegistrationReport& report) {
  return {{{"Cities not understood (see places of --map)", &report.unplaced_texts},
           {"Places that were guessed (see places of --map)", &report.ambiguous}}};
}

void print_list(const Console& console, std::string_view title,
                const std::vector<std::string>& list, std::size_t most) {
  if (list.empty()) return;
  console.print_line(std::string(title) + ":");
  const std::size_t shown = list.size() > most ? most - 1 : list.size();
  for (std::size_t i = 0; i < shown; ++i) console.print_line("  " + list[i]);
  if (shown < list.size())
    console.print_line("  and " + std::to_string(list.size() - shown) + " more (see --report)");
}

void print_report(const Console& console, const Registrations& r) {
  const RegistrationReport& report = r.report;
  if (report.heading_line > 1)
    console.print("Headings in line " + std::to_string(report.heading_line) + "\n");
  print_list(console, "Columns read", report.columns.described, kMaxListed);
  print_list(console, "Columns not known, not read", report.columns.unknown, kMaxListed);
  std::string text = counted(report.rows, "row", "rows") + ": " +
                     counted(static_cast<std::size_t>(r.people), "person", "people");
  if (report.repeated > 0) text += ", " + std::to_string(report.repeated) + " repeated";
  if (report.not_counted > 0)
    text += ", " + std::to_string(report.not_counted) + " with a status that does not count";
  if (report.not_people > 0)
    text += ", " + counted(report.not_people, "row that is nobody", "rows that are nobody") +
            " (empty, a sum, a heading)";
  if (report.without_email > 0)
    text += ", " + std::to_string(report.without_email) + " without an e-mail";
  if (report.short_rows > 0)
    text += ", " + std::to_string(report.short_rows) + " with another number of columns";
  text += "\n";
  if (report.last.known())
    text += "Time stamps from " + report.first.iso() + " to " + report.last.iso() + "\n";
  if (report.converted_fields > 0) {
    text += counted(report.converted_fields, "field was", "fields were") +
            " not UTF-8 and read as Windows-1252\n";
  }
  if (report.unplaced > 0)
    text += counted(report.unplaced, "person", "people") + " without a known country\n";
  if (report.country_only > 0)
    text += counted(report.country_only, "person", "people") + " in a country, no city\n";
  console.print(text);
  const auto [unplaced, ambiguous] = open_questions(report);
  print_list(console, unplaced.first, *unplaced.second, kMaxListed);
  if (report.withheld_texts > 0) {
    console.print_line("  and " + counted(report.withheld_texts, "text", "texts") +
                       " not shown: may be personal");
  }
  print_list(console, ambiguous.first, *ambiguous.second, kMaxListed);
}

// The whole lists. They hold places only, but as people wrote them: for the organizer alone.
Result<void> write_report(const std::string& path, const RegistrationReport& report) {
  if (path.empty()) return {};
  std::string text;
  for (const auto& [title, list] : open_questions(report)) {
    text += std::string(title) + ":\n";
    for (const std::string& item : *list) text += "  " + item + "\n";
  }
  return write_file_whole(path, text);
}

void print_summary(const Console& console, const PublishedSummary& s, int k) {
  std::string text = "Published: ";
  text += s.total_published ? counted(static_cast<std::size_t>(s.people), "person", "people")
                            : "no total";
  text += "; " + std::to_string(s.countries_published) + " of " + std::to_string(s.countries) +
          " countries, " + std::to_string(s.cities_published) + " of " + std::to_string(s.cities) +
          " cities (k = " + std::to_string(k) + ")\n";
  console.print(text);
  for (const std::string& remark : s.remarks) console.print_line("Note: " + remark);
}

Result<Registrations> read_people(const Options& o, const DataFolder& folder,
                                  const Gazetteer& gazetteer, const ImportMap& map,
                                  const Console& console) {
  const Result<std::string> countries_text = folder.must_read("countries.json");
  if (!countries_text.ok()) return countries_text.fault();
  const Result<Countries> countries =
      load_countries(countries_text.value(), folder.name_of("countries.json"));
  if (!countries.ok()) return countries.fault();
  PlaceFinder finder(gazetteer, countries.value());
  for (const auto& [text, meaning] : map.places) {
    if (!finder.add_meaning(text, meaning))
      return Fault{o.map, "/places", "a place with its country", meaning};
  }
  const auto salt = random_salt();
  if (!salt) return Fault{"getrandom", "", "random bits from the system", "none"};
  RegistrationReader reader(gazetteer, finder, map, *salt);
  for (const std::string& path : o.files) {
    Result<RegistrationFile> opened = RegistrationFile::open(path, o.sheet, map.separator);
    if (!opened.ok()) return opened.fault();
    RegistrationFile& file = opened.value();
    Progress progress(console, "reading", file.size());
    const Result<void> read =
        reader.read(file.rows(), file.label(), [&](std::size_t n) { progress.update(n); });
    if (!read.ok()) return read.fault();
    if (file.failed()) return Fault{path, "", "a file that can be read to its end", "a read error"};
  }
  return reader.finish();
}

// Publishes into the folder in memory, checks the whole of it and writes.
int publish(const Options& o, DataFolder& folder, const Registrations& people,
            const Gazetteer& gazetteer, const Console& console) {
  RegistrationFiles files;
  for (const auto& [path, member] : kFiles) {
    Result<std::string> text = folder.must_read(path);
    if (!text.ok()) return console.fail(text.fault());
    files.*member = std::move(text.value());
  }
  const bool imported_before = has_registrations(files, o.publish.year);
  const Result<PublishedSummary> summary =
      publish_registrations(people, gazetteer, o.publish, files);
  if (!summary.ok()) return console.fail(summary.fault());
  for (const auto& [path, member] : kFiles) folder.change(path, std::move(files.*member));
  if (!changes_pass(folder, console)) return kInputAtFault;
  print_summary(console, summary.value(), o.publish.k);
  if (imported_before && folder.changed() && !o.replace) {
    return console.fail({"--edition", "",
                         "--replace or --add: registrations of this edition were imported before",
                         std::to_string(o.publish.year) + " with another list"});
  }
  return write_changes(folder, o.dry_run, console);
}

}  // namespace

int run_import_registrations(const Arguments& arguments, const Console& console) {
  const Result<CommandLine, UsageFault> read =
      read_command_line(arguments, {{"--edition"},
                                    {"--k"},
                                    {"--data"},
                                    {"--map"},
                                    {"--gazetteer"},
                                    {"--sheet"},
                                    {"--report"},
                                    {"--replace", false},
                                    {"--add", false},
                                    {"--accept-difference", false},
                                    {"--dry-run", false}});
  if (!read.ok()) return wrong_usage(console, kCommand, read.fault());
  const CommandLine& line = read.value();
  if (line.help) {
    console.print(kHelp);
    return kDone;
  }
  const Result<Options, UsageFault> options = read_options(line);
  if (!options.ok()) return wrong_usage(console, kCommand, options.fault());
  const Options& o = options.value();
  // From here on the memory holds addresses and names.
  const NoMemoryDump guard;
  DataFolder folder(o.data);
  const Result<void> opened = open_for_import(folder, o.dry_run);
  if (!opened.ok()) return console.fail(opened.fault());
  const Result<ImportMap> map = open_map(o.map);
  if (!map.ok()) return console.fail(map.fault());
  const Result<Gazetteer> gazetteer = open_gazetteer(o.gazetteer);
  if (!gazetteer.ok()) return console.fail(gazetteer.fault());
  const Result<Registrations> people =
      read_people(o, folder, gazetteer.value(), map.value(), console);
  if (!people.ok()) return console.fail(people.fault());
  print_report(console, people.value());
  const Result<void> report = write_report(o.report, people.value().report);
  if (!report.ok()) return console.fail(report.fault());
  return publish(o, folder, people.value(), gazetteer.value(), console);
}

}  // namespace tablero
