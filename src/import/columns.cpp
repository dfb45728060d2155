#include "import/columns.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "import/column_questions.h"
#include "import/column_synonyms.h"
#include "import/gazetteer.h"
#include "import/statuses.h"
#include "import/word_list.h"

namespace tablero {
namespace {

using R = ColumnRole;

// A status has few different values; a column with more is something else.
constexpr std::size_t kMostStatuses = 12;

const Synonym* synonym(std::string_view key) {
  const auto* known = std::find_if(std::begin(kSynonyms), std::end(kSynonyms),
                                   [&](const Synonym& s) { return s.key == key; });
  return known == std::end(kSynonyms) ? nullptr : known;
}

std::string_view name_of(R role) { return kColumnRoleNames[static_cast<std::size_t>(role)]; }

bool is_place(R role) {
  return role == R::city || role == R::region || role == R::country || role == R::place;
}

class Recogniser {
 public:
  Recogniser(const std::vector<std::string_view>& headings, const FactsOf& facts,
             const ImportMap& map, std::string_view file, std::size_t line)
      : headings_(headings),
        facts_(facts),
        map_(map),
        file_(file),
        line_("line " + std::to_string(line)),
        used_(headings.size(), false) {
    for (const std::string_view heading : headings) keys_.push_back(place_key(heading));
  }

  Result<Columns> run() {
    if (!take_mapped() || !take_statuses() || !take_known() || !take_questions()) return fault_;
    list_unknown();
    if (!has_place()) return no_place();
    describe();
    guess_day_order();
    return std::move(out_);
  }

 private:
  Columns::List& slot(R role) { return out_.at[static_cast<std::size_t>(role)]; }
  // Nothing where only the headings decide.
  std::optional<ColumnFacts> facts(std::size_t i) const {
    return facts_ ? std::optional(facts_(i)) : std::nullopt;
  }
  // The heading on one line, whatever it contains.
  std::string heading(std::size_t i) const {
    std::string s(trim(headings_[i]));
    std::replace_if(
        s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return shortened(s, 80);
  }
  bool mapped(R role) const { return map_.columns.count(std::string(name_of(role))) > 0; }

  void use(Columns::List& slot, std::size_t column, bool last = true) {
    slot.insert(last ? slot.end() : slot.begin(), static_cast<int>(column));
    used_[column] = true;
  }

  int find(std::string_view heading) const {
    const std::string key = place_key(heading);
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (trim(headings_[i]) == trim(heading) || keys_[i] == key) return static_cast<int>(i);
    }
    return -1;
  }

  bool take_mapped() {
    for (std::size_t r = 0; r < kColumnRoleCount; ++r) {
      const auto at = map_.columns.find(std::string(kColumnRoleNames[r]));
      if (at == map_.columns.end()) continue;
      const int column = find(at->second);
      if (column < 0) {
        fault_ = {file_, line_, "the column \"" + at->second + "\" of the map",
                  "none among: " + list()};
        return false;
      }
      use(out_.at[r], static_cast<std::size_t>(column));
    }
    for (const std::string& ignored : map_.ignore) {
      if (const int column = find(ignored); column >= 0)
        used_[static_cast<std::size_t>(column)] = true;
    }
    return true;
  }

  // A heading that may be a status, decided by its values. One that looks like a status and is not
  // understood may stand for people who canceled, so it is not passed over.
  bool take_statuses() {
    if (mapped(R::status)) return true;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      const Synonym* known = synonym(keys_[i]);
      const bool heads = (known != nullptr && known->role == R::status) || heads_status(keys_[i]);
      if (used_[i] || !heads) continue;
      const std::optional<ColumnFacts> f = facts(i);
      const bool by_name = known != nullptr && known->role == R::status;
      if (!f ? by_name : (f->mostly(f->statuses) || (by_name && chosen_by_map()))) {
        use(slot(R::status), i, by_name && known->stands_in);
        continue;
      }
      if (!f || f->filled == 0 || f->mostly(f->places) || f->distinct > kMostStatuses) continue;
      if (chosen_by_map()) {
        use(slot(R::status), i);
        continue;
      }
      fault_ = {file_, line_,
                "a status that is known in \"" + heading(i) +
                    "\" (say which ones count with count_status of --map, or ignore the column)",
                std::to_string(f->distinct) + (f->distinct == 1 ? " value" : " values") +
                    " of which " + (f->statuses == 0 ? "none is" : "most are not") + " known"};
      return false;
    }
    return true;
  }
  bool chosen_by_map() const { return !map_.count_status.empty(); }

  bool two_columns(R role, int first, std::size_t second) {
    fault_ = {file_, line_,
              "one column for " + std::string(name_of(role)) + " (name it with --map)",
              "two: \"" + heading(static_cast<std::size_t>(first)) + "\" and \"" + heading(second) +
                  "\""};
    return false;
  }

  bool take_known() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (used_[i]) continue;
      if (listed(kOfNoUse, keys_[i])) {
        used_[i] = true;
        continue;
      }
      const Synonym* known = synonym(keys_[i]);
      if (known == nullptr || mapped(known->role) || known->role == R::status) continue;
      if (!take_column(*known, i)) return false;
    }
    return true;
  }

  bool take_column(const Synonym& known, std::size_t i) {
    Columns::List& at = slot(known.role);
    const auto first = at.empty() ? headings_.size() : static_cast<std::size_t>(at.front());
    // Columns with the same heading are one: of each row, the one that is filled.
    const bool same = !at.empty() && keys_[first] == keys_[i];
    const std::optional<ColumnFacts> f = facts(i);
    if (!at.empty() && !same && is_place(known.role) && f) {
      const bool this_one = f->mostly(f->places);
      const ColumnFacts g = facts_(first);
      const bool other_one = g.mostly(g.places);
      if (!this_one && other_one) return true;
      if (this_one && !other_one) {
        use(at, i, false);
        return true;
      }
    }
    if (!at.empty() && !same && is_place(known.role)) return two_columns(known.role, at.front(), i);
    const bool before = !at.empty() && !same && !known.stands_in && stands_in(first);
    use(at, i, !before);
    return true;
  }
  bool stands_in(std::size_t i) const {
    const Synonym* known = synonym(keys_[i]);
    return known != nullptr && known->stands_in;
  }

  // What a column's answers say against its question: most of them are no places.
  bool denied(std::size_t i) const {
    const std::optional<ColumnFacts> f = facts(i);
    return f && f->filled > 0 && !f->mostly(f->places);
  }

  bool take_questions() {
    for (const bool doubtful : {false, true}) {
      for (std::size_t i = 0; i < headings_.size(); ++i) {
        const auto asked = used_[i] ? std::nullopt : asked_by(keys_[i]);
        if (!asked || asked->doubtful != doubtful || mapped(asked->role)) continue;
        if (!take_question(asked->role, doubtful, i)) return false;
      }
    }
    return true;
  }

  bool take_question(R role, bool doubtful, std::size_t i) {
    if (role == R::email) {
      if (slot(role).empty()) use(slot(role), i);
      return true;
    }
    Columns::List& at = role == R::city      ? out_.asked_city
                        : role == R::country ? out_.asked_country
                                             : out_.asked_place;
    if (denied(i) || (doubtful && (has_place() || !at.empty()))) return true;
    const bool same = !at.empty() && keys_[static_cast<std::size_t>(at.front())] == keys_[i];
    if (!at.empty() && !same) return two_columns(role, at.front(), i);
    use(at, i);
    return true;
  }

  bool has_place() {
    return out_.has(R::city) || out_.has(R::country) || out_.has(R::place) ||
           !out_.asked_city.empty() || !out_.asked_country.empty() || !out_.asked_place.empty();
  }

  // Headings only: a first line without any known heading may be a person.
  Fault no_place() const {
    const std::string expected = "a column with the place (name it with --map)";
    if (known_headings(headings_, map_) == 0) {
      return {file_, line_, "headings, and among them " + expected,
              "a line without a known heading (" + std::to_string(headings_.size()) + " columns)"};
    }
    return {file_, line_, expected, "none among: " + list()};
  }

  void list_unknown() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (!used_[i] && !trim(headings_[i]).empty()) out_.unknown.push_back(heading(i));
    }
  }

  std::string list() const {
    std::string all;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (trim(headings_[i]).empty()) continue;
      if (!all.empty()) all += ", ";
      all += shortened(heading(i), 60);
    }
    return all;
  }

  void describe() {
    const auto add = [&](R role, const Columns::List& columns) {
      for (const int i : columns) {
        out_.described.push_back(std::string(name_of(role)) + ": " +
                                 heading(static_cast<std::size_t>(i)));
      }
    };
    for (std::size_t r = 0; r < kColumnRoleCount; ++r) add(static_cast<R>(r), out_.at[r]);
    add(R::city, out_.asked_city);
    add(R::country, out_.asked_country);
    add(R::place, out_.asked_place);
  }

  // English accounts of Eventbrite and Google write the month first.
  void guess_day_order() {
    if (!out_.has(R::timestamp)) return;
    const std::string& key = keys_[static_cast<std::size_t>(slot(R::timestamp).front())];
    out_.day_first = key != "timestamp" && key != "order date" && key != "completion time";
  }

  const std::vector<std::string_view>& headings_;
  const FactsOf& facts_;
  const ImportMap& map_;
  std::string file_, line_;
  std::vector<std::string> keys_;
  std::vector<bool> used_;
  Columns out_;
  Fault fault_;
};

}  // namespace

std::size_t known_headings(const std::vector<std::string_view>& cells, const ImportMap& map) {
  const auto named = [&](const std::string& key) {
    const auto is = [&](const std::string& heading) { return place_key(heading) == key; };
    return std::any_of(map.columns.begin(), map.columns.end(),
                       [&](const auto& column) { return is(column.second); }) ||
           std::any_of(map.ignore.begin(), map.ignore.end(), is);
  };
  std::size_t known = 0;
  for (const std::string_view cell : cells) {
    if (cell.find('@') != cell.npos) return 0;
    const std::string key = place_key(cell);
    if (key.empty()) continue;
    known += synonym(key) != nullptr || listed(kOfNoUse, key) || heads_status(key) || named(key) ||
             asked_by(key).has_value();
  }
  return known;
}

Result<Columns> recognise_columns(const std::vector<std::string_view>& headings,
                                  const FactsOf& facts, const ImportMap& map, std::string_view file,
                                  std::size_t line) {
  return Recogniser(headings, facts, map, file, line).run();
}

}  // namespace tablero
