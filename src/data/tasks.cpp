#include "data/tasks.h"

#include <algorithm>

#include "base/list.h"
#include "base/number.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 4> kLanguages = {"es", "ca", "eu", "gl"};

Task read_task(const Node& node, UniqueIds& ids) {
  Task t;
  Fields f(node);
  t.id = read_id(f, ids);
  t.name = f.get("name").text();
  t.language = kLanguages[f.get("language").one_of(kLanguages.data(), kLanguages.size())];
  t.skill = f.get("skill").word();
  t.domain = f.get("domain").word();
  t.metric = f.get("metric").word();
  t.shots = f.get("shots").integer(0, 100);
  const Node baseline = f.get("baseline");
  t.baseline = baseline.amount(-100, 99).value;
  t.baseline_basis = f.get("baseline_basis").one_of<BaselineBasis>(kBasisNames);
  const Amount n = f.get("n_test").amount(1, 1e7);
  t.n_test = n.known() ? static_cast<int>(n.value) : 0;
  t.dataset = f.get("dataset").text();
  t.donor = f.text_or("donor");
  t.url = f.get("url").url();
  t.aliases = f.words_or("aliases");
  for (const std::string& alias : t.aliases) ids.add(node, alias);
  t.note = f.local_or("note");
  return t;
}

void read_tasks(Fields& root, Tasks& out) {
  out.sources = root.get("sources").sources();
  UniqueIds ids;
  for (const Node item : root.get("tasks").items(1)) out.tasks.push_back(read_task(item, ids));
}

}  // namespace

int Tasks::index(std::string_view id) const {
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const Task& t = tasks[i];
    const bool alias = std::find(t.aliases.begin(), t.aliases.end(), id) != t.aliases.end();
    if (t.id == id || alias) return static_cast<int>(i);
  }
  return -1;
}

const Task* Tasks::find(std::string_view id) const {
  const int i = index(id);
  return i < 0 ? nullptr : &tasks[static_cast<std::size_t>(i)];
}

double normalised_score(double raw, double baseline) {
  if (std::isnan(raw) || std::isnan(baseline)) return kNaN;
  return std::max(0.0, (raw - baseline) / (100 - baseline)) * 100;
}

Result<Tasks> load_tasks(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Tasks, read_tasks>(bytes, file, all);
}

}  // namespace tablero
