#include "data/results.h"

#include <algorithm>

#include "base/list.h"
#include "base/number.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 3> kScaleNames = {"normalised", "raw", "board"};
constexpr std::array<std::string_view, 7> kScopeNames = {"all", "es", "ca",         "eu",
                                                         "gl",  "pt", "top10_tasks"};
constexpr double kMinRaw = -100;
constexpr double kMaxRaw = 100;
constexpr double kMaxBoard = 1000;  // averages of the first board exceed 100
constexpr int kMaxItems = 10'000'000;

Snapshot read_snapshot(const Node& node, UniqueIds& ids) {
  Snapshot s;
  Fields f(node);
  s.id = read_id(f, ids);
  s.title = f.get("title").local();
  s.date = f.get("date").date();
  s.date_end = f.date_or("date_end");
  s.scale = f.get("scale").one_of<ScoreScale>(kScaleNames);
  s.exactness = f.get("exactness").one_of<Exactness>(kExactnessNames);
  s.caveat = f.get("caveat").local();
  s.own_board = f.flag("own_board");
  s.model_count = f.get("model_count").integer(1, 100000);
  s.task_count = f.get("task_count").integer(0, 10000);
  const Node file = f.get("file");
  s.file = file.text();
  // The page asks for the file by the id.
  if (s.file != "results.json" && s.file != "results/" + s.id + ".json") {
    file.wrong("results/" + s.id + ".json, or results.json");
  }
  s.url = f.url_or("url");
  s.sources = f.get("sources").sources();
  return s;
}

// One row per model, one cell per task; empty when the key is absent.
List<double> read_matrix(Fields& f, std::string_view key, const ScoreTable& t, double min,
                         double max) {
  List<double> out;
  const Node matrix = f.get(key);
  if (!matrix.present()) return out;
  const NodeItems rows = matrix.items();
  if (rows.size() != t.models.size()) {
    matrix.wrong("one row for each of the " + std::to_string(t.models.size()) + " models");
    return out;
  }
  for (const Node row : rows) {
    const List<double> cells = row.numbers(min, max, t.tasks.size());
    out.insert(out.end(), cells.begin(), cells.end());
  }
  return out;
}

List<int> read_per_task(Fields& f, std::string_view key, const ScoreTable& t, int min, int max,
                        int absent) {
  const Node node = f.get(key);
  if (!node.present()) return List<int>(t.tasks.size(), absent);
  List<int> out = node.integers(min, max);
  if (out.size() != t.tasks.size()) {
    node.wrong("one number for each of the " + std::to_string(t.tasks.size()) + " tasks");
    out.resize(t.tasks.size(), absent);
  }
  return out;
}

ScoreTable::Detail read_detail(const Node& node, const UniqueIds& models) {
  ScoreTable::Detail d;
  Fields f(node);
  const Node model = f.get("model");
  d.model = model.text();
  if (!models.has(d.model)) model.wrong("a model of this snapshot");
  d.task = f.get("task").text();
  d.part = f.text_or("part");
  d.metric = f.get("metric").word();
  d.raw = f.get("raw").number(-1000, 1000);
  const Node error = f.get("stderr");
  d.std_error = error.present() ? error.number(0, 1000) : kNaN;
  if (const Node n = f.get("n"); n.present()) d.n = n.integer(1, kMaxItems);
  return d;
}

void read_table(Fields& f, ScoreTable& t) {
  t.snapshot = f.get("snapshot").text();
  t.models = f.get("models").words();
  t.tasks = f.get("tasks").words();
  if (const Node n = f.get("metrics"); n.present() || !t.tasks.empty()) {
    for (const Node item : n.items()) t.metrics.push_back(item.word());
    if (t.metrics.size() != t.tasks.size()) n.wrong("one metric for each task");
    t.metrics.resize(t.tasks.size());
  }
  t.n = read_per_task(f, "n", t, 0, kMaxItems, 0);
  t.shots = read_per_task(f, "shots", t, -1, 100, -1);
  t.raw = read_matrix(f, "raw", t, kMinRaw, kMaxRaw);
  t.normalised = read_matrix(f, "normalised", t, 0, 100);
  t.stderrs = read_matrix(f, "stderr", t, 0, 100);
  // Views walk through models times tasks: so many cells must be in the file.
  if (!t.tasks.empty() && t.raw.empty() && t.normalised.empty() && !t.models.empty()) {
    f.get("raw").wrong("the scores of the tasks, here or in normalised");
  }
  t.raw_derived = f.flag("raw_derived");
  t.normalised_derived = f.flag("normalised_derived");
  for (const Node item : f.items_or("means")) {
    Fields m(item);
    PublishedMean mean;
    mean.scope = kScopeNames[m.get("scope").one_of(kScopeNames.data(), kScopeNames.size())];
    mean.derived = m.flag("derived");
    mean.values = m.get("values").numbers(0, kMaxBoard, t.models.size());
    t.means.push_back(std::move(mean));
  }
  UniqueIds models;
  for (const std::string& id : t.models) models.insert(id);
  for (const Node item : f.items_or("details")) t.details.push_back(read_detail(item, models));
}

void read_results(Fields& root, Results& out) {
  const Node main = root.get("main");
  out.main_snapshot = main.text();
  UniqueIds ids;
  for (const Node item : root.get("snapshots").items(1)) {
    out.snapshots.push_back(read_snapshot(item, ids));
  }
  const Node scores = root.get("scores");
  Fields table(scores);
  read_table(table, out.main);
  const Snapshot* s = out.find(out.main_snapshot);
  if (s == nullptr) {
    main.wrong("the id of a snapshot");
  } else if (out.main.snapshot != s->id) {
    table.get("snapshot").wrong("the main snapshot, " + s->id);
  }
}

double cell(const List<double>& matrix, std::size_t at) {
  return at < matrix.size() ? matrix[at] : kNaN;
}

}  // namespace

double ScoreTable::raw_at(std::size_t m, std::size_t t) const { return cell(raw, at(m, t)); }
double ScoreTable::normalised_at(std::size_t m, std::size_t t) const {
  return cell(normalised, at(m, t));
}
double ScoreTable::stderr_at(std::size_t m, std::size_t t) const { return cell(stderrs, at(m, t)); }

const Snapshot* Results::find(std::string_view id) const { return find_by_id(snapshots, id); }

Result<Results> load_results(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Results, read_results>(bytes, file, all);
}

Result<ScoreTable> load_scores(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<ScoreTable, read_table>(bytes, file, all);
}

}  // namespace tablero
