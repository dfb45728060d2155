// The tasks of the board: which pass the filters of the link, what is said of each, and how their
// scores go together.
#pragma once

#include <span>
#include <string_view>

#include "base/list.h"
#include "data/store.h"
#include "model/table.h"
#include "state/view_state.h"

namespace tablero {

class LeaderboardRows;

// What tasks can be filtered by, and their names in links.
enum class TaskFacet : std::uint8_t { kLanguage, kSkill, kDomain, kDonor, kMetric, kCount };
inline constexpr std::string_view kTaskFacetNames[] = {"language", "skill", "domain", "donor",
                                                       "metric"};

std::string_view task_value(const Task& task, TaskFacet facet);
// The value in the reader's language.
std::string_view task_value_name(const Wording& words, TaskFacet facet, std::string_view value);

// The value that the link asks for; empty: all, also when no task has it.
std::string_view chosen_task_value(const ViewState& state, const Tasks& tasks, TaskFacet facet);
// The tasks that pass. Indices into tasks.tasks.
List<int> listed_tasks(const ViewState& state, const Tasks& tasks);

// Those tasks: id, name, language, skill, domain, metric, shots, n, baseline, donor.
Table task_list_table(const Reader& reader, const Store& store, const List<int>& listed);

// Spearman's correlations between the tasks of the snapshot; without rows where there are too few
// models or too many tasks. `scores`: per task those of all models.
Table correlation_table(const Reader& reader, const Store& store, const ScoreTable& table,
                        const List<List<double>>& scores);
// Those scores, on the scale shown.
List<List<double>> scores_by_task(const ScoreTable& table, const LeaderboardRows& rows);

}  // namespace tablero
