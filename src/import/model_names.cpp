#include "import/model_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text.h"
#include "data/reader.h"

namespace tablero {
namespace {

// Folders that are often given as a model; none of them is an organization on the Hub.
constexpr std::array<std::string_view, 18> kFolderWords = {
    "models",      "model",      "output", "outputs", "out",   "results",
    "checkpoints", "checkpoint", "ckpt",   "ckpts",   "runs",  "exp",
    "tmp",         "data",       "home",   "mnt",     "final", "merged"};

bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
}

bool is_folder_word(std::string_view s) {
  constexpr std::string_view kCheckpoint = "checkpoint-";
  const std::string folded = fold(s);
  return folded.rfind(kCheckpoint, 0) == 0 ||
         std::find(kFolderWords.begin(), kFolderWords.end(), folded) != kFolderWords.end();
}

// A name that does not look like a place on somebody's disk: "org/name", or one word such as
// "gpt-4o".
bool is_name(std::string_view s) {
  if (is_hub_name(s)) return true;
  return !s.empty() && s.front() != '.' && s.front() != '~' && s.find('/') == std::string::npos &&
         s.find('\\') == std::string::npos && !is_folder_word(s);
}

// An id of models.json: other characters become "-".
std::string as_id(std::string_view name) {
  constexpr std::size_t kLongest = 120;
  std::string id(name.substr(0, kLongest));
  for (char& c : id) {
    const bool fine = is_name_character(c) || c == ':' || c == '/' || c == '@';
    if (!fine) c = '-';
  }
  return id;
}

std::string_view without_slash(std::string_view s) {
  while (s.size() > 1 && s.back() == '/') s.remove_suffix(1);
  return s;
}

// Whether `part` is `whole`, or some of its folders in a row; `at_end`: the last ones.
bool has_parts(std::string_view whole, std::string_view part, bool at_end) {
  const std::string framed_whole = "/" + std::string(without_slash(whole)) + "/";
  const std::string framed_part = "/" + std::string(without_slash(part)) + "/";
  const std::size_t at = framed_whole.rfind(framed_part);
  if (at == std::string::npos) return false;
  return !at_end || at + framed_part.size() == framed_whole.size();
}

void read_texts(const Node& object, std::map<std::string, std::string>& out) {
  const JsonValue* v = object.value();
  if (v == nullptr || v->kind != JsonValue::Kind::kObject) {
    object.wrong("an object of texts");
    return;
  }
  for (const auto& [key, value] : v->members()) {
    if (value.kind != JsonValue::Kind::kString) {
      object.wrong("an object of texts");
      return;
    }
    out[key] = std::string(trim(value.text));
  }
}

// What one of kSettingNames is in a run, and when it is not worth a word in the name of its row.
struct Setting {
  std::string EvaluationSettings::*value;
  std::string_view usual;
};

constexpr std::array<Setting, 5> kSettings = {{{&EvaluationSettings::program, ""},
                                               {&EvaluationSettings::revision, "main"},
                                               {&EvaluationSettings::precision, ""},
                                               {&EvaluationSettings::quantisation, "none"},
                                               {&EvaluationSettings::template_id, "none"}}};
constexpr std::size_t kProgram = 0, kRevision = 1, kTemplate = 4;

// The ways in which one model was evaluated.
class Ways {
 public:
  Ways(const std::vector<EvaluationRun*>& runs, const std::vector<std::string>& ignore) {
    for (std::size_t i = 0; i < kSettings.size(); ++i) {
      if (std::find(ignore.begin(), ignore.end(), kSettingNames[i]) != ignore.end()) continue;
      for (const EvaluationRun* run : runs) {
        const std::string& value = run->settings.*kSettings[i].value;
        // What is not stated contradicts nothing. A program is always known.
        if (i == kProgram || !value.empty()) values_[i].insert(value);
      }
    }
  }

  // What tells the row of `settings` from the other rows of the model.
  std::string suffix(const EvaluationSettings& settings) const {
    std::string s;
    for (const std::size_t i : {kRevision, kProgram, std::size_t{2}, std::size_t{3}, kTemplate}) {
      const std::string& value = settings.*kSettings[i].value;
      if (values_[i].size() < 2 || value.empty() || value == kSettings[i].usual) continue;
      s += i == kRevision ? "@" : ":";
      s += i == kTemplate ? template_word(value) : value;
    }
    return s;
  }

 private:
  std::string template_word(const std::string& digest) const {
    constexpr std::size_t kDigits = 8;
    const std::size_t templates = values_[kTemplate].size() - values_[kTemplate].count("none");
    return templates < 2 ? "chat-template" : "chat-template-" + digest.substr(0, kDigits);
  }

  std::array<std::set<std::string>, kSettings.size()> values_;
};

class Namer {
 public:
  Namer(std::vector<EvaluationRun>& runs, const ResultsMap& map) : runs_(runs), map_(map) {}

  std::vector<Fault> run(std::vector<std::string>& remarks) {
    for (EvaluationRun& run : runs_) name(run);
    runs_.erase(std::remove_if(runs_.begin(), runs_.end(),
                               [](const EvaluationRun& run) { return run.model.empty(); }),
                runs_.end());
    tell_apart(remarks);
    return faults();
  }

 private:
  // Models without a name, by what the file says instead.
  struct Unnamed {
    std::string file, found;
    int files = 0;
  };

  const std::string* mapped(const EvaluationRun& run, const std::string& stated) const {
    const std::string* best = nullptr;
    std::size_t longest = 0;
    for (const auto& [key, name] : map_.models) {
      const bool fits = !key.empty() && ((!stated.empty() && has_parts(stated, key, true)) ||
                                         has_parts(run.file, key, false));
      if (!fits || key.size() <= longest) continue;
      longest = key.size();
      best = &name;
    }
    return best;
  }

  void name(EvaluationRun& run) {
    for (EvaluatedTask& task : run.tasks) {
      if (const auto at = map_.tasks.find(task.id); at != map_.tasks.end()) task.id = at->second;
    }
    const std::string& stated = run.adapter.empty() ? run.stated : run.adapter;
    std::string name = stated;
    if (const std::string* said = mapped(run, stated); said != nullptr) {
      name = *said;
      if (name.empty()) return;  // left out
    } else if (!is_name(stated)) {
      Unnamed& u = unnamed_[stated.empty() ? run.file : stated];
      if (u.files++ == 0) u = {run.file, what_is_there(run), 1};
      return;
    }
    if (is_hub_name(name)) run.hub = name;
    run.model = as_id(name);
  }

  static std::string what_is_there(const EvaluationRun& run) {
    if (!run.adapter.empty()) return "an adapter in a folder: " + run.adapter;
    return run.stated.empty() ? "none" : "a folder: " + run.stated;
  }

  void tell_apart(std::vector<std::string>& remarks) {
    std::map<std::string, std::vector<EvaluationRun*>> models;
    for (EvaluationRun& run : runs_) models[run.model].push_back(&run);
    for (const auto& [model, runs] : models) {
      const Ways ways(runs, map_.ignore);
      std::set<std::string> rows;
      for (EvaluationRun* run : runs) {
        run->row = as_id(model + ways.suffix(run->settings));
        rows.insert(run->row);
      }
      if (rows.size() < 2) continue;
      std::string sentence =
          model + " was evaluated in " + std::to_string(rows.size()) + " ways, a row each: ";
      for (const std::string& row : rows) {
        if (row != *rows.begin()) sentence += ", ";
        sentence += row;
      }
      remarks.push_back(std::move(sentence));
    }
  }

  std::vector<Fault> faults() const {
    std::vector<Fault> faults;
    for (const auto& [key, u] : unnamed_) {
      const std::string files = u.files > 1 ? " (" + std::to_string(u.files) + " files)" : "";
      faults.push_back({u.file, "",
                        "the name of the model (org/name), here or in \"models\" of --map" + files,
                        u.found});
    }
    return faults;
  }

  std::vector<EvaluationRun>& runs_;
  const ResultsMap& map_;
  std::map<std::string, Unnamed> unnamed_;
};

}  // namespace

bool is_hub_name(std::string_view s) {
  constexpr std::size_t kLongest = 96;  // as on the Hub
  const std::size_t slash = s.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == s.size()) return false;
  const std::string_view org = s.substr(0, slash), name = s.substr(slash + 1);
  return s.size() <= kLongest && std::all_of(org.begin(), org.end(), is_name_character) &&
         std::all_of(name.begin(), name.end(), is_name_character) && org.front() != '.' &&
         !is_folder_word(org);
}

Result<ResultsMap> read_results_map(std::string_view bytes, std::string_view file) {
  Result<JsonValue> parsed = parse_json(bytes, file);
  if (!parsed.ok()) return parsed.fault();
  ResultsMap map;
  FaultSink sink(file, nullptr);
  {
    const Node root(parsed.value(), sink);
    Fields f(root);
    if (const Node models = f.get("models"); models.present()) read_texts(models, map.models);
    if (const Node tasks = f.get("tasks"); tasks.present()) read_texts(tasks, map.tasks);
    for (const Node item : f.items_or("ignore")) {
      map.ignore.emplace_back(
          kSettingNames[item.one_of(kSettingNames.data(), kSettingNames.size())]);
    }
  }
  if (sink.any()) return sink.first();
  return map;
}

std::vector<Fault> name_rows(std::vector<EvaluationRun>& runs, const ResultsMap& map,
                             std::vector<std::string>& remarks) {
  return Namer(runs, map).run(remarks);
}

}  // namespace tablero
