#include "import/publish_results.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "base/text.h"
#include "data/manifest.h"
#include "data/models.h"
#include "data/results.h"
#include "import/json_edit.h"
#include "import/record_edit.h"
#include "import/table_json.h"

namespace tablero {
namespace {

constexpr std::string_view kMainFile = "results.json";

// Facts about one row, from its newest request and its files.
struct Facts {
  std::string type, precision, licence, architecture;
  double params_b = 0;
};

bool is_snapshot_id(const std::string& id) {
  return !id.empty() && id.size() <= 80 && id.front() != '.' &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
         });
}

bool contains(std::span<const std::string> list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

class SnapshotPublisher {
 public:
  SnapshotPublisher(const SnapshotTable& in, const SnapshotOptions& options, ResultFiles& files)
      : in_(in), options_(options), files_(files), source_(snapshot_source(options.id)) {}

  Result<ResultsSummary> run(const std::vector<EvaluationRequest>& requests) {
    const Result<void> loaded = load();
    if (!loaded.ok()) return loaded.fault();
    collect_facts(requests);
    write_models();
    write_index();
    write_source();
    write_manifest();
    summary_.models = static_cast<int>(in_.table.models.size());
    summary_.tasks = static_cast<int>(in_.table.tasks.size());
    return std::move(summary_);
  }

 private:
  Result<void> load() {
    if (!is_snapshot_id(options_.id)) {
      return Fault{"--snapshot", "", "a name of letters, digits and - _ .", options_.id};
    }
    if (!in_.has_scores()) {
      return Fault{"results", "", "a score of a task of tasks.json", "none"};
    }
    Result<Results> results = load_results(files_.results, "data/leaderboard/results.json");
    Result<Models> models = load_models(files_.models, "data/leaderboard/models.json");
    if (!results.ok()) return results.fault();
    if (!models.ok()) return models.fault();
    results_ = std::move(results.value());
    models_ = std::move(models.value());
    const Snapshot* known = results_.find(options_.id);
    if (known != nullptr && !contains(known->sources, source_)) {
      return Fault{"--snapshot", "", "a new name", options_.id + ", which comes from elsewhere"};
    }
    if (options_.licence.empty())
      return Fault{"--licence", "", "the licence of the result files, such as Apache-2.0", "none"};
    date_ = options_.date.empty() ? date_of_files() : options_.date;
    if (!date_.empty()) return {};
    return Fault{"--date", "", "a date, as no file tells one", "none"};
  }

  // Formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
  std::string date_of_files() const {
    if (in_.newest <= 0) return {};
    const std::int64_t z = in_.newest / 86400 + 719468;
    const std::int64_t era = z / 146097, day_of_era = z - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t shifted = (5 * day_of_year + 2) / 153;
    Date d;
    d.day = static_cast<std::int8_t>(day_of_year - (153 * shifted + 2) / 5 + 1);
    d.month = static_cast<std::int8_t>(shifted < 10 ? shifted + 3 : shifted - 9);
    d.year = static_cast<std::int16_t>(year_of_era + era * 400 + (d.month <= 2 ? 1 : 0));
    return d.iso();
  }

  // The newest request of a model counts for each of its rows.
  void collect_facts(const std::vector<EvaluationRequest>& requests) {
    std::map<std::string, const EvaluationRequest*> newest;
    for (const EvaluationRequest& r : requests) {
      const EvaluationRequest*& known = newest[r.model];
      if (known == nullptr || r.submitted >= known->submitted) known = &r;
    }
    for (const auto& [row, said] : in_.rows) {
      Facts& f = facts_[row];
      if (const auto at = newest.find(said.name); at != newest.end()) {
        const EvaluationRequest& r = *at->second;
        f = {r.type, r.precision, r.licence, r.architecture, r.params_b};
      }
      // What was evaluated is better known than what was asked for.
      if (!said.precision.empty()) f.precision = said.precision;
    }
  }

  // Empty where the files name no repository.
  std::string link_json(const std::string& row) const {
    const auto at = in_.rows.find(row);
    if (at == in_.rows.end() || at->second.hub.empty()) return {};
    return ",\"url\":" + json_text("https://huggingface.co/" + at->second.hub);
  }

  std::string facts_json(const Facts& f) const {
    std::string s;
    const auto text = [&](const char* key, const std::string& value) {
      if (!value.empty()) s += ",\"" + std::string(key) + "\":" + json_text(value);
    };
    text("type", f.type);
    text("precision", f.precision);
    if (f.params_b > 0) s += ",\"params_b\":" + json_number(f.params_b);
    text("licence", f.licence);
    text("architecture", f.architecture);
    return s;
  }

  void forget_models(JsonEdit& edit) {
    for (std::size_t i = models_.models.size(); i-- > 0;) {
      Model& m = models_.models[i];
      if (!contains(m.snapshots, options_.id) || contains(in_.table.models, m.id)) continue;
      const std::string at = "/models/" + std::to_string(i);
      m.snapshots.erase(std::find(m.snapshots.begin(), m.snapshots.end(), options_.id));
      if (m.snapshots.empty() && m.sources == SourceIds{source_}) {
        edit.remove_item("/models", i);
        models_.models.erase(models_.models.begin() + static_cast<std::ptrdiff_t>(i));
      } else if (m.snapshots.empty()) {
        edit.remove_member(at, "snapshots");
      } else {
        edit.set_member(at, "snapshots", json_texts(m.snapshots));
      }
    }
  }

  void write_models() {
    JsonEdit edit(std::move(files_.models));
    forget_models(edit);
    for (const std::string& id : in_.table.models) {
      const auto at =
          std::lower_bound(models_.models.begin(), models_.models.end(), id,
                           [](const Model& m, const std::string& key) { return m.id < key; });
      const auto index = static_cast<std::size_t>(at - models_.models.begin());
      if (at != models_.models.end() && at->id == id) {
        complete_model(edit, index, *at);
        continue;
      }
      ++summary_.new_models;
      edit.insert_item("/models", index,
                       "{\"id\":" + json_text(id) + facts_json(facts_[id]) + link_json(id) +
                           ",\"snapshots\":" + json_texts({options_.id}) +
                           ",\"sources\":" + json_texts({source_}) + "}");
      Model added;
      added.id = id;
      models_.models.insert(at, std::move(added));
    }
    files_.models = edit.text();
  }

  // Keeps the known facts of the model and fills in the unknown ones.
  void complete_model(JsonEdit& edit, std::size_t index, Model& m) {
    const std::string at = "/models/" + std::to_string(index);
    const Facts& f = facts_[m.id];
    bool learnt = false;
    const auto fill = [&](const char* key, const std::string& have, const std::string& said) {
      if (said.empty() || have == said) return;
      if (have.empty()) {
        edit.set_member(at, key, json_text(said));
        learnt = true;
      } else {
        summary_.remarks.push_back(m.id + " keeps its " + key + " \"" + have +
                                   "\"; the new files say \"" + said + "\"");
      }
    };
    fill("type", m.type, f.type);
    fill("precision", m.precision, f.precision);
    fill("licence", m.licence, f.licence);
    fill("architecture", m.architecture, f.architecture);
    if (f.params_b > 0 && std::isnan(m.params_b)) {
      edit.set_member(at, "params_b", json_number(f.params_b));
      learnt = true;
    }
    if (!contains(m.snapshots, options_.id)) m.snapshots.push_back(options_.id);
    edit.set_member(at, "snapshots", json_texts(m.snapshots));
    if (learnt && !contains(m.sources, source_)) {
      m.sources.push_back(source_);
      edit.set_member(at, "sources", json_texts(m.sources));
    }
  }

  std::string title() const {
    if (!options_.title.empty()) return local(options_.title, options_.title, options_.title);
    return local("La Leaderboard, " + date_, "La Leaderboard, " + date_,
                 "La Leaderboard, " + date_);
  }

  static std::string local(const std::string& es, const std::string& pt, const std::string& en) {
    return "{\"es\":" + json_text(es) + ",\"pt\":" + json_text(pt) + ",\"en\":" + json_text(en) +
           "}";
  }

  std::string caveat() const {
    std::string es =
        "Puntuaciones brutas de los archivos de resultados, normalizadas con los valores de azar "
        "de cada tarea.";
    std::string pt =
        "Pontuações brutas dos arquivos de resultados, normalizadas com os valores do acaso de "
        "cada tarefa.";
    std::string en =
        "Raw scores of the result files, normalised with the chance baseline of each task.";
    if (in_.partial) {
      const std::string n = std::to_string(in_.partial_models.size()),
                        of = std::to_string(in_.table.models.size());
      es +=
          " Incompletos: " + n + " de " + of + " modelos, sin media en las lenguas que les faltan.";
      pt += " Incompletos: " + n + " de " + of + " modelos, sem média nas línguas que lhes faltam.";
      en += " Incomplete: " + n + " of " + of +
            " models, without a mean in the languages that they lack.";
    }
    return local(es, pt, en);
  }

  std::string index_json(bool main) const {
    return "{\"id\":" + json_text(options_.id) + ",\"title\":" + title() +
           ",\"date\":" + json_text(date_) + ",\"scale\":\"raw\",\"exactness\":\"" +
           (in_.partial ? "partial" : "exact") + "\",\"caveat\":" + caveat() +
           (options_.own_board ? ",\"own_board\":true" : "") +
           ",\"model_count\":" + std::to_string(in_.table.models.size()) +
           ",\"task_count\":" + std::to_string(in_.table.tasks.size()) +
           ",\"file\":" + json_text(main ? std::string(kMainFile) : own_file(options_.id)) +
           (options_.url.empty() ? "" : ",\"url\":" + json_text(options_.url)) +
           ",\"sources\":" + json_texts({source_}) + "}";
  }

  // The newest of the own board opens. A snapshot that is listed already keeps its place in that.
  bool is_main(const Snapshot* known) {
    const std::string& before = results_.main_snapshot;
    if (before == options_.id) {
      summary_.opens = "The leaderboard opens with " + before + ", as before";
      return true;
    }
    const Snapshot* main = results_.find(before);
    const std::string main_date = main != nullptr ? main->date.iso() : std::string();
    const std::size_t common = std::min(main_date.size(), date_.size());
    const bool newer = date_.substr(0, common) >= main_date.substr(0, common);
    const char* why = nullptr;
    if (known != nullptr) why = "this snapshot was there before";
    if (!newer) why = "it is newer";
    if (!options_.own_board) why = "this one is of another board";
    if (why == nullptr) {
      summary_.opens =
          "The leaderboard opens with " + options_.id + " from now on, no longer with " + before;
      return true;
    }
    summary_.opens = "The leaderboard opens with " + before + ", as before: " + why;
    return false;
  }

  // Own boards first, newest first. The table of the main snapshot is in the list itself; that of
  // the one before gets a file of its own.
  void write_index() {
    JsonEdit edit(std::move(files_.results));
    auto& list = results_.snapshots;
    const auto known = std::find_if(list.begin(), list.end(),
                                    [&](const Snapshot& s) { return s.id == options_.id; });
    const bool main = is_main(known != list.end() ? &*known : nullptr);
    if (main) {
      edit.replace("/scores", score_table_json(in_.table, TablePlace::kInList));
      edit.replace("/main", json_text(options_.id));
      if (results_.main_snapshot != options_.id) keep_former_main(edit);
    } else {
      add_table(options_.id, score_table_json(in_.table, TablePlace::kFile));
    }
    if (known != list.end()) {
      edit.replace("/snapshots/" + std::to_string(known - list.begin()), index_json(main));
    } else {
      const auto before = std::find_if(list.begin(), list.end(), [&](const Snapshot& s) {
        return options_.own_board && s.own_board && s.date.iso() <= date_;
      });
      edit.insert_item("/snapshots", static_cast<std::size_t>(before - list.begin()),
                       index_json(main));
    }
    files_.results = edit.text();
  }

  void keep_former_main(JsonEdit& edit) {
    const std::string& id = results_.main_snapshot;
    for (std::size_t i = 0; i < results_.snapshots.size(); ++i) {
      if (results_.snapshots[i].id == id)
        edit.set_member("/snapshots/" + std::to_string(i), "file", json_text(own_file(id)));
    }
    add_table(id, score_table_json(results_.main, TablePlace::kFile));
  }

  static std::string own_file(const std::string& id) { return "results/" + id + ".json"; }

  void add_table(const std::string& id, std::string json) {
    files_.tables.emplace_back("leaderboard/" + own_file(id), std::move(json));
  }

  void write_source() {
    files_.sources = with_source(
        std::move(files_.sources), source_,
        "{\"id\":" + json_text(source_) + ",\"kind\":\"dataset\",\"title\":" +
            json_text("Archivos de resultados de evaluaciones, " + options_.id) +
            (options_.url.empty() ? "" : ",\"url\":" + json_text(options_.url)) +
            ",\"read\":" + json_text(date_) + ",\"licence\":" + json_text(options_.licence) + "}");
  }

  void write_manifest() {
    for (const auto& [path, json] : files_.tables) add_to_manifest(path);
  }

  // Inserted next to the other tables of scores.
  void add_to_manifest(const std::string& path) {
    const Result<Manifest> manifest = load_manifest(files_.manifest, "manifest.json");
    if (!manifest.ok() || manifest.value().find(path) != nullptr) return;
    const auto& list = manifest.value().files;
    std::size_t at = list.size();
    for (std::size_t i = 0; i < list.size(); ++i) {
      const bool table = list[i].path.rfind("leaderboard/results/", 0) == 0;
      if (table && (list[i].path < path || at == list.size())) at = list[i].path < path ? i + 1 : i;
    }
    const std::size_t slash = path.rfind('/') + 1;
    const std::string id = path.substr(slash, path.rfind('.') - slash);
    JsonEdit edit(std::move(files_.manifest));
    edit.insert_item(
        "/files", at,
        "{\"path\":" + json_text(path) +
            ",\"schema\":\"schema/scores.schema.json\",\"licence\":\"CC-BY-4.0\",\"title\":" +
            local("Resultados: " + id, "Resultados: " + id, "Results: " + id) +
            ",\"sources\":[\"lb\"]}");
    files_.manifest = edit.text();
  }

  const SnapshotTable& in_;
  const SnapshotOptions& options_;
  ResultFiles& files_;
  std::string source_, date_;
  Results results_;
  Models models_;
  std::map<std::string, Facts> facts_;
  ResultsSummary summary_;
};

}  // namespace

std::string snapshot_source(const std::string& snapshot) { return "lb:import-" + snapshot; }

Result<ResultsSummary> publish_results(const SnapshotTable& snapshot,
                                       const std::vector<EvaluationRequest>& requests,
                                       const SnapshotOptions& options, ResultFiles& files) {
  return SnapshotPublisher(snapshot, options, files).run(requests);
}

}  // namespace tablero
