#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/tables/tabs.h"
#include "platform/native/disk.h"
#include "state/tabs.h"
#include "tools/command_line.h"
#include "tools/commands.h"
#include "tools/data_folder.h"

namespace tablero {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kCommand = "tables";

constexpr std::string_view kHelp =
    "usage: tablero-data tables --out DIR [--view NAME] [--lang LANG] [--query Q] [--data DIR]\n"
    "\n"
    "Writes everything that the tabs show as tables, one file per language and tab: "
    "DIR/es/mapa.json.\n"
    "Values have the texts that the program shows, and all their digits.\n"
    "\n"
    "  --out DIR     the folder; it is made if there is none\n"
    "  --view NAME   a tab by its name in links, or all (all)\n"
    "  --lang LANG   es, pt, en, another file of i18n/, or all (all)\n"
    "  --query Q     more of the state, as in the page's address: 'edition=2024&country=MX'\n"
    "  --data DIR    the data folder (the project's data/)\n"
    "\n"
    "examples:\n"
    "  tablero-data tables --out tables\n"
    "  tablero-data tables --out tables --view charlas --lang en --query edition=2024\n"
    "\n"
    "exit status: 0 done, 1 the input is at fault, 2 wrong usage\n";

constexpr std::string_view kKindNames[] = {"word", "number", "share", "amount", "interval"};

// Strings of the tables are views.
std::string own(std::string_view text) { return std::string(text); }

// The parts of `text` between separators; none if it is empty.
std::vector<std::string> parts(std::string_view text, std::string_view separator) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return all;
}

Json json_of(const TableColumn& column) {
  Json json = {{"id", own(column.id)},
               {"name", own(column.name)},
               {"kind", own(kKindNames[static_cast<std::size_t>(column.kind)])}};
  if (!column.unit.empty()) json["unit"] = own(column.unit);
  if (column.only_download) json["only_download"] = true;
  return json;
}

Json json_of(const Cell& cell, CellKind kind) {
  Json json = {{"text", own(cell.text)}};
  if (cell.brief != cell.text) json["brief"] = own(cell.brief);
  if (kind == CellKind::kWord) {
    if (cell.code != cell.text) json["code"] = own(cell.code);
  } else if (cell.known()) {
    json["value"] = cell.value;
    if (kind == CellKind::kInterval && std::isfinite(cell.low)) {
      json["low"] = cell.low;
      json["high"] = cell.high;
    }
  } else {
    json["missing"] = own(kPresenceNames[static_cast<std::size_t>(cell.presence)]);
  }
  if (kind == CellKind::kAmount) {
    json["qualifier"] = own(kQualifierNames[static_cast<std::size_t>(cell.qualifier)]);
  }
  if (!cell.sources.empty()) json["sources"] = parts(cell.sources, " ");
  const std::vector<std::string> urls = parts(cell.url, " ");
  if (urls.size() == 1) json["url"] = urls[0];
  if (urls.size() > 1) {
    const std::vector<std::string> texts = parts(cell.text, kLinkSeparator);
    for (std::size_t i = 0; i < urls.size(); ++i) {
      json["links"].push_back({{"text", texts[i]}, {"url", urls[i]}});
    }
  }
  return json;
}

Json json_of(const Table& table) {
  const TableHead& head = table.head();
  Json columns = Json::array(), rows = Json::array();
  for (const TableColumn& column : table.columns()) columns.push_back(json_of(column));
  for (std::size_t r = 0; r < table.size(); ++r) {
    Json row = {{"id", own(table.row(r).id)}};
    if (!table.row(r).note.empty()) row["note"] = own(table.row(r).note);
    Json& cells = row["cells"] = Json::array();
    for (std::size_t c = 0; c < table.columns().size(); ++c) {
      cells.push_back(json_of(table.at(r, c), table.columns()[c].kind));
    }
    rows.push_back(std::move(row));
  }
  return {{"id", own(head.id)},
          {"file", own(head.file)},
          {"source", own(head.source)},
          {"title", own(head.title)},
          {"sentence", own(table.sentence())},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)}};
}

// All files of the folder. Fault: the first one that cannot be read or is not valid. The scores of
// a snapshot whose file is not there are left out, as on the page.
Result<void> load(const DataFolder& folder, Store& store) {
  for (std::size_t i = 0; i < kFileCount; ++i) {
    const auto id = static_cast<FileId>(i);
    const Result<std::string> bytes = folder.must_read(file_path(id));
    if (!bytes.ok()) return bytes.fault();
    store.accept(id, bytes.value());
    if (!store.ready(id)) return store.fault(id);
  }
  for (const Snapshot& snapshot : store.results.snapshots) {
    if (snapshot.id == store.results.main_snapshot || snapshot.file.empty()) continue;
    const std::optional<std::string> bytes = folder.read("leaderboard/" + snapshot.file);
    if (!bytes) continue;
    store.accept_scores(snapshot.id, *bytes);
    if (const Fault* fault = store.scores_fault(snapshot.id)) return *fault;
  }
  return {};
}

Result<void> make_folder(const std::string& path) {
  if (mkdir(path.c_str(), 0777) == 0 || errno == EEXIST) return {};
  return Fault{path, "", "a folder", std::strerror(errno)};
}

struct Wanted {
  std::vector<View> views;
  std::vector<std::string> languages;
  std::string query, out;
};

Result<void> write_tables(const DataFolder& folder, const Wanted& wanted) {
  Store store;
  if (Result<void> loaded = load(folder, store); !loaded.ok()) return loaded;
  if (Result<void> made = make_folder(wanted.out); !made.ok()) return made;
  for (const std::string& tag : wanted.languages) {
    const std::string file = "i18n/" + tag + ".json";
    const Result<std::string> bytes = folder.must_read(file);
    if (!bytes.ok()) return bytes.fault();
    Result<Words> words = load_words(bytes.value(), folder.name_of(file));
    if (!words.ok()) return words.fault();
    const Strings strings(std::move(words.value()));
    const Language language = language_of(tag, strings);
    const Reader reader{strings, language};
    const std::string place = wanted.out + "/" + tag;
    if (Result<void> made = make_folder(place); !made.ok()) return made;
    Selection selection;
    for (const View view : wanted.views) {
      ViewState state = from_query(wanted.query);
      state.view = view;
      state.lang = tag;
      selection.update(store, state, strings, language);
      Json tables = Json::array();
      for (const Table& table : tables_of(view, {reader, store, state, selection})) {
        tables.push_back(json_of(table));
      }
      const std::string name = own(view_name(view));
      const Json page = {{"view", name},
                         {"lang", tag},
                         {"title", own(strings.get("tab." + name))},
                         {"tables", std::move(tables)}};
      const std::string text = page.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
      std::string path = place;
      path.append("/").append(name).append(".json");
      Result<void> written = write_file_whole(path, text);
      if (!written.ok()) return written;
    }
  }
  return {};
}

}  // namespace

int run_tables(const Arguments& arguments, const Console& console) {
  const Result<CommandLine, UsageFault> read =
      read_command_line(arguments, {{"--out"}, {"--view"}, {"--lang"}, {"--query"}, {"--data"}});
  if (!read.ok()) return wrong_usage(console, kCommand, read.fault());
  const CommandLine& line = read.value();
  if (line.help) {
    console.print(kHelp);
    return kDone;
  }
  if (!line.rest.empty())
    return wrong_usage(console, kCommand, {"unknown: " + std::string(line.rest[0])});
  if (!line.has("--out")) return wrong_usage(console, kCommand, {"--out is missing"});
  const DataFolder folder(line.get("--data"));
  if (!is_folder(folder.dir())) return console.fail({folder.dir(), "", "a folder", "none"});
  Wanted wanted;
  wanted.out = line.get("--out");
  wanted.query = line.get("--query");
  const std::string view = line.get("--view", "all"), lang = line.get("--lang", "all");
  for (std::size_t i = 0; i < kTabCount; ++i) {
    if (view == "all" || view == kTabNames[i]) wanted.views.push_back(static_cast<View>(i));
  }
  for (const std::string& tag : folder.languages()) {
    if (lang == "all" || lang == tag) wanted.languages.push_back(tag);
  }
  if (wanted.views.empty()) return wrong_usage(console, kCommand, {"--view: unknown view " + view});
  if (wanted.languages.empty()) {
    return wrong_usage(console, kCommand,
                       {"--lang: expected a language of i18n/ or all, found " + lang});
  }
  const Result<void> written = write_tables(folder, wanted);
  return written.ok() ? kDone : console.fail(written.fault());
}

}  // namespace tablero
