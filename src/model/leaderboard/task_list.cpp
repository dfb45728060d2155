#include "model/leaderboard/task_list.h"

#include "base/number.h"
#include "model/leaderboard/names.h"
#include "query/correlation.h"

namespace tablero {
namespace {

constexpr std::size_t kLeastModels = 5;  // with fewer models a correlation is meaningless
constexpr std::size_t kMostGridTasks = 120;
constexpr std::string_view kNobody = "none";

}  // namespace

std::string_view task_value(const Task& task, TaskFacet facet) {
  switch (facet) {
    case TaskFacet::kLanguage:
      return task.language;
    case TaskFacet::kSkill:
      return task.skill;
    case TaskFacet::kDomain:
      return task.domain;
    case TaskFacet::kDonor:
      return task.donor.empty() ? kNobody : std::string_view(task.donor);
    default:
      return task.metric;
  }
}

std::string_view task_value_name(const Wording& words, TaskFacet facet, std::string_view value) {
  if (facet == TaskFacet::kSkill) return words.named("skill.", value);
  if (facet == TaskFacet::kDomain) return words.named("task.domain.", value);
  if (facet == TaskFacet::kLanguage) return words.named("task.language.", value);
  return value == kNobody ? words.t("card.no_donor") : value;
}

std::string_view chosen_task_value(const ViewState& state, const Tasks& tasks, TaskFacet facet) {
  const std::string_view name = kTaskFacetNames[static_cast<std::size_t>(facet)];
  for (const std::string_view item : state.tasks) {
    if (item.size() <= name.size() || item.substr(0, name.size()) != name ||
        item[name.size()] != ':') {
      continue;
    }
    const std::string_view value = item.substr(name.size() + 1);
    for (const Task& task : tasks.tasks) {
      if (const std::string_view own = task_value(task, facet); own == value) return own;
    }
  }
  return {};
}

List<int> listed_tasks(const ViewState& state, const Tasks& tasks) {
  List<std::string_view> wanted;
  for (std::size_t f = 0; f < static_cast<std::size_t>(TaskFacet::kCount); ++f) {
    wanted.push_back(chosen_task_value(state, tasks, static_cast<TaskFacet>(f)));
  }
  List<int> listed;
  for (std::size_t i = 0; i < tasks.tasks.size(); ++i) {
    bool passes = true;
    for (std::size_t f = 0; f < wanted.size(); ++f) {
      const std::string_view value = task_value(tasks.tasks[i], static_cast<TaskFacet>(f));
      passes = passes && (wanted[f].empty() || value == wanted[f]);
    }
    if (passes) listed.push_back(static_cast<int>(i));
  }
  return listed;
}

Table task_list_table(const Reader& reader, const Store& store, const List<int>& listed) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::string_view title = w.t("leaderboard.panel.tasks");
  b.head({"task-list", "tareas", "tasks.json", title});
  b.columns({{"id"}, {"name", "page.column.name"}});
  const auto facets = {TaskFacet::kLanguage, TaskFacet::kSkill, TaskFacet::kDomain,
                       TaskFacet::kMetric, TaskFacet::kDonor};
  for (const TaskFacet facet : facets) {
    const std::string_view name = kTaskFacetNames[static_cast<std::size_t>(facet)];
    b.column({name, w.named("task.filter.", name)});
  }
  b.column({"n", "n", CellKind::kNumber}).column({"shots", {}, CellKind::kNumber, {}, true});
  b.columns({{"baseline", nullptr, CellKind::kNumber}});
  for (const int i : listed) {
    const Task& task = store.tasks.tasks[static_cast<std::size_t>(i)];
    b.row(task.id, true, task.note.in(w.lang)).word(task.id).word(task.name).url(task.url);
    for (const TaskFacet facet : facets) {
      const std::string_view value = task_value(task, facet);
      b.word(value, task_value_name(w, facet, value));
    }
    b.number(task.n_test > 0 ? task.n_test : kNaN, 0).number(task.shots, 0);
    b.number(task.baseline, 0);
  }
  return b.done(
      w.join({title, ". ", w.count("count.tasks", static_cast<long long>(listed.size()))}));
}

Table correlation_table(const Reader& reader, const Store& store, const ScoreTable& table,
                        const List<List<double>>& scores) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  const std::size_t n = scores.size();
  b.head({"correlation", "correlaciones", source_of(store, table), w.t("task.correlation")});
  b.columns({{"task", "table.task"}});
  const bool shown = table.models.size() >= kLeastModels && n <= kMostGridTasks;
  List<double> matrix(n * n, kNaN);
  for (std::size_t i = 0; i < n && shown; ++i) {
    b.column({table.tasks[i], task_name(store, table.tasks[i]), CellKind::kNumber});
    for (std::size_t j = i; j < n; ++j) {
      const Correlation c = spearman(scores[i], scores[j]);
      if (c.pairs >= static_cast<int>(kLeastModels))
        matrix[i * n + j] = matrix[j * n + i] = c.value;
    }
  }
  for (std::size_t i = 0; i < n && shown; ++i) {
    b.row(table.tasks[i]).word(table.tasks[i], task_name(store, table.tasks[i]));
    for (std::size_t j = 0; j < n; ++j) b.number(matrix[i * n + j], 2);
  }
  return b.done(w.t("task.correlation"));
}

List<List<double>> scores_by_task(const ScoreTable& table, const LeaderboardRows& rows) {
  List<List<double>> scores(table.tasks.size());
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    for (std::size_t m = 0; m < table.models.size(); ++m) {
      scores[t].push_back(rows.score(table, m, t));
    }
  }
  return scores;
}

}  // namespace tablero
