#include "import/registrations.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/heading.h"
#include "import/identity.h"
#include "import/people.h"
#include "import/personal_texts.h"
#include "import/place_numbers.h"
#include "import/sampled_rows.h"
#include "import/statuses.h"
#include "import/timestamps.h"

namespace tablero {
namespace {

constexpr std::size_t kProgressRows = 4096;
constexpr std::size_t kMaxQuantity = 100;
// A status of fewer rows is not shown: it may be a remark about somebody.
constexpr std::size_t kShownStatus = 5;
constexpr std::size_t kMaxStatuses = 1000;
// A column with a place that contradicts the country of more than a fifth of its rows asks for
// another place than that of the person.
constexpr std::size_t kContradictions = 5;

// "TOTAL", "Total general", "Suma": a sum below the rows.
bool is_sum(std::string_view text) {
  const std::string key = place_key(text);
  const std::string_view first = std::string_view(key).substr(0, key.find(' '));
  return first == "total" || first == "totales" || first == "totais" || first == "subtotal" ||
         first == "suma" || first == "soma" || first == "sum";
}

}  // namespace

class RegistrationReader::Work {
 public:
  Work(const Gazetteer& gazetteer, const PlaceFinder& finder, const ImportMap& map,
       std::array<std::uint64_t, 2> salt)
      : finder_(finder), map_(map), places_(finder, gazetteer), people_(salt), personal_(salt) {}

  Result<void> read(RowSource& rows, std::string_view file,
                    const std::function<void(std::size_t)>& progress) {
    SampledRows sampled(rows);
    rows_ = &sampled;
    const Result<void> start = take_heading(file);
    if (!start.ok()) return start.fault();
    for (;;) {
      const Result<bool> more = sampled.next();
      if (!more.ok()) return more.fault();
      if (!more.value()) break;
      take_row();
      if (progress && report_.rows % kProgressRows == 0) progress(sampled.bytes_read());
    }
    report_.converted_fields += sampled.converted_fields();
    rows_ = nullptr;
    if (!unknown_statuses_.empty()) return statuses_fault(file);
    return {};
  }

  Registrations finish() {
    Registrations out;
    std::vector<PlaceCount> places;
    for (const PlaceNumbers::Numbered& p : places_.places())
      places.push_back({p.city, p.country, 0, 0, p.sure});
    PlaceCount unknown{-1, "", 0, 0, true};
    const auto count = [&](std::uint32_t number, std::size_t people, std::size_t distinct) {
      PlaceCount& place = number == 0 ? unknown : places[number - 1];
      place.people += static_cast<int>(people);
      place.distinct += static_cast<int>(distinct);
      out.people += static_cast<int>(people);
    };
    people_.each([&](std::uint32_t number) { count(number, 1, 1); });
    for (std::size_t number = 0; number < anonymous_.size(); ++number) {
      count(static_cast<std::uint32_t>(number), anonymous_[number].first,
            anonymous_[number].second);
    }
    report_.unplaced = static_cast<std::size_t>(unknown.people);
    places.push_back(std::move(unknown));
    for (PlaceCount& p : places) {
      if (p.people == 0) continue;
      if (p.city < 0 && !p.country.empty())
        report_.country_only += static_cast<std::size_t>(p.people);
      out.places.push_back(std::move(p));
    }
    // Positions in the gazetteer are in the order of its ids.
    std::sort(out.places.begin(), out.places.end(), [](const PlaceCount& a, const PlaceCount& b) {
      return a.country != b.country ? a.country < b.country : a.city < b.city;
    });
    list_texts();
    out.report = std::move(report_);
    return out;
  }

 private:
  Result<void> take_heading(std::string_view file) {
    rows_->look_ahead();
    const auto at = find_heading(*rows_, map_);
    if (!at) {
      // Nothing was sampled: the file is empty or at fault.
      const Result<bool> first = rows_->next();
      if (!first.ok()) return first.fault();
      return Fault{std::string(file), "", "a heading and rows", "an empty file"};
    }
    rows_->start_at(*at);
    const Result<bool> heading = rows_->next();
    if (!heading.ok()) return heading.fault();
    report_.heading_line = rows_->line();
    Result<Columns> columns = recognise_columns(
        rows_->fields(), [&](std::size_t column) { return facts_of(*rows_, *at, column, finder_); },
        map_, file, rows_->line());
    if (!columns.ok()) return columns.fault();
    report_.columns = std::move(columns.value());
    heading_.clear();
    for (const std::string_view cell : rows_->fields()) heading_.push_back(place_key(cell));
    drop_contradicted(*at);
    return {};
  }

  // A question for another place: its cities are not in the country that the same people give.
  void drop_contradicted(std::size_t heading) {
    Columns& c = report_.columns;
    for (Columns::List* places : {&c.asked_place, &c.asked_city}) {
      const Columns::List& countries =
          c.asked_country.empty() ? c[ColumnRole::country] : c.asked_country;
      if (places->empty() || countries.empty()) continue;
      std::size_t compared = 0, contradicted = 0;
      for (std::size_t i = heading + 1; i < rows_->sampled(); ++i) {
        const std::vector<std::string_view> row = rows_->row(i);
        const std::string country = finder_.country_of(first_filled(row, countries));
        const Whereabouts w = finder_.find(first_filled(row, *places));
        if (country.empty() || w.country.empty() || w.guessed) continue;
        ++compared;
        contradicted += w.country != country;
      }
      if (contradicted * kContradictions > compared) places->clear();
    }
  }

  static std::string_view first_filled(const std::vector<std::string_view>& row,
                                       const Columns::List& columns) {
    for (const int column : columns) {
      const auto at = static_cast<std::size_t>(column);
      const std::string_view cell = at < row.size() ? trim(row[at]) : std::string_view();
      if (!cell.empty()) return cell;
    }
    return {};
  }
  std::string_view field(const Columns::List& columns) const {
    return first_filled(rows_->fields(), columns);
  }
  std::string_view field(ColumnRole role) const { return field(report_.columns[role]); }

  bool counts() {
    const std::string_view status = field(ColumnRole::status);
    if (status.empty()) return true;
    if (!map_.count_status.empty()) {
      return std::any_of(map_.count_status.begin(), map_.count_status.end(),
                         [&](const std::string& s) { return place_key(s) == place_key(status); });
    }
    const Attendance a = attendance_of(status);
    if (a == Attendance::kUnknown && unknown_statuses_.size() < kMaxStatuses)
      ++unknown_statuses_[std::string(status)];
    return a == Attendance::kCounts;
  }

  // People whose status is not known may have canceled: better to ask than to count them or not.
  Fault statuses_fault(std::string_view file) const {
    std::size_t rows = 0;
    std::string shown;
    for (const auto& [status, times] : unknown_statuses_) {
      rows += times;
      if (times < kShownStatus || personal_.may_be_personal(status)) continue;
      shown += (shown.empty() ? ": " : ", ") + status;
    }
    const int column = report_.columns[ColumnRole::status].front();
    return {std::string(file), "column " + std::to_string(column + 1),
            "statuses that are known (say which ones count with count_status of --map)",
            std::to_string(rows) + (rows == 1 ? " row" : " rows") + " with other ones" + shown};
  }

  // What is no person: a row without anything that is read, a sum, the heading once more.
  bool is_nobody(std::string_view name) const {
    const std::vector<std::string_view>& row = rows_->fields();
    const auto filled =
        std::find_if(row.begin(), row.end(), [](auto c) { return !trim(c).empty(); });
    if (filled == row.end()) return true;
    bool heading = row.size() == heading_.size();
    for (std::size_t i = 0; heading && i < row.size(); ++i)
      heading = place_key(row[i]) == heading_[i];
    if (heading) return true;
    const bool somebody = !email_identity(field(ColumnRole::email)).empty();
    if (!somebody && is_sum(*filled)) return true;
    const Columns& c = report_.columns;
    using R = ColumnRole;
    const Columns::List* const telling[] = {&c[R::email],  &c[R::timestamp], &c[R::order],
                                            &c[R::city],   &c[R::country],   &c[R::place],
                                            &c.asked_city, &c.asked_country, &c.asked_place};
    return name.empty() && std::all_of(std::begin(telling), std::end(telling),
                                       [&](const auto* list) { return field(*list).empty(); });
  }

  void take_row() {
    ++report_.rows;
    const std::string full_name = names();
    const std::string name = place_key(full_name);
    if (is_nobody(name)) {
      ++report_.not_people;
      return;
    }
    personal_.add_person(full_name);
    personal_.add_person(field(ColumnRole::email));
    if (rows_->fields().size() != heading_.size()) ++report_.short_rows;
    if (!counts()) {
      ++report_.not_counted;
      return;
    }
    take_day();
    const std::uint32_t place = place_of_row();
    const std::size_t quantity = quantity_of_row();
    const std::string email = email_identity(field(ColumnRole::email));
    bool is_new = true;
    if (email.empty()) ++report_.without_email;
    if (!email.empty()) {
      is_new = people_.add({email, field(ColumnRole::order), name}, place);
    } else if (!name.empty()) {
      // Without an address, the same name at the same place is the same person.
      is_new = people_.add({name + '\x1f' + std::to_string(place), {}, {}}, place);
    } else {
      count_anonymous(place, 1, 1);
    }
    if (!is_new) ++report_.repeated;
    if (is_new && quantity > 1) count_anonymous(place, quantity - 1, 0);
  }

  std::string names() const {
    std::string all;
    for (const ColumnRole role :
         {ColumnRole::first_name, ColumnRole::last_name, ColumnRole::name}) {
      (all += ' ') += field(role);
    }
    return all;
  }

  void count_anonymous(std::uint32_t place, std::size_t people, std::size_t distinct) {
    if (anonymous_.size() <= place) anonymous_.resize(place + 1);
    anonymous_[place].first += people;
    anonymous_[place].second += distinct;
  }

  std::size_t quantity_of_row() const {
    const auto n = parse_integer(field(ColumnRole::quantity));
    return n && *n > 1 ? std::min(static_cast<std::size_t>(*n), kMaxQuantity) : 1;
  }

  void take_day() {
    const Date day = day_of_timestamp(field(ColumnRole::timestamp), report_.columns.day_first);
    if (!day.known()) return;
    if (!report_.first.known() || day.key() < report_.first.key()) report_.first = day;
    if (day.key() > report_.last.key()) report_.last = day;
  }

  // The fixed columns of the form first; if they are empty, the questions of the organizers.
  std::uint32_t place_of_row() {
    const Columns& c = report_.columns;
    const PlaceTexts choices[] = {
        {field(ColumnRole::city), field(ColumnRole::region), field(ColumnRole::country), {}},
        {{}, {}, {}, field(ColumnRole::place)},
        {field(c.asked_city), {}, field(c.asked_country), {}},
        {{}, {}, {}, field(c.asked_place)}};
    std::uint32_t best = 0;
    std::string country;
    std::string_view not_understood;
    for (const PlaceTexts& texts : choices) {
      if (texts.empty()) continue;
      const PlaceNumbers::Known& known = places_.of(texts);
      if (known.city && (country.empty() || known.country == country)) {
        if (!known.ambiguity.empty()) note_ambiguous(texts.shown(), known);
        return known.number;
      }
      if (best == 0) {
        best = known.number;
        country = known.country;
      }
      if (!known.city && !known.names_country && not_understood.empty())
        not_understood = texts.shown();
    }
    if (!not_understood.empty()) note(unplaced_texts_, std::string(not_understood));
    return best;
  }

  static void note(std::set<std::string>& texts, std::string text) {
    if (texts.size() < RegistrationReport::kMaxTexts) texts.insert(std::move(text));
  }
  void note_ambiguous(std::string_view text, const PlaceNumbers::Known& known) {
    if (ambiguous_.size() < RegistrationReport::kMaxTexts)
      ambiguous_.insert({std::string(text), {known.chosen, known.ambiguity}});
  }

  // Only now are all names of the file known.
  void list_texts() {
    for (const std::string& text : unplaced_texts_) {
      if (personal_.may_be_personal(text)) {
        ++report_.withheld_texts;
      } else {
        report_.unplaced_texts.push_back(text);
      }
    }
    std::set<std::string> lines;
    for (const auto& [text, choice] : ambiguous_) {
      const bool personal = personal_.may_be_personal(text);
      lines.insert((personal ? choice.first : text) + ": " + choice.second);
    }
    report_.ambiguous.assign(lines.begin(), lines.end());
  }

  SampledRows* rows_ = nullptr;  // of the file that is being read
  const PlaceFinder& finder_;
  const ImportMap& map_;
  PlaceNumbers places_;
  People people_;
  PersonalTexts personal_;
  std::vector<std::string> heading_;  // keys of the headings
  // People without an identity by number of the place: all, and those who are different people.
  std::vector<std::pair<std::size_t, std::size_t>> anonymous_;
  RegistrationReport report_;
  std::map<std::string, std::size_t> unknown_statuses_;  // with the number of rows
  std::set<std::string> unplaced_texts_;
  std::map<std::string, std::pair<std::string, std::string>> ambiguous_;  // city, sentence
};

RegistrationReader::RegistrationReader(const Gazetteer& gazetteer, const PlaceFinder& finder,
                                       const ImportMap& map, std::array<std::uint64_t, 2> salt)
    : work_(std::make_unique<Work>(gazetteer, finder, map, salt)) {}
RegistrationReader::~RegistrationReader() = default;

Result<void> RegistrationReader::read(RowSource& rows, std::string_view file,
                                      const std::function<void(std::size_t)>& progress) {
  return work_->read(rows, file, progress);
}
Registrations RegistrationReader::finish() { return work_->finish(); }

Result<Registrations> read_registrations(RowSource& rows, std::string_view file,
                                         const Gazetteer& gazetteer, const PlaceFinder& finder,
                                         const ImportMap& map, std::array<std::uint64_t, 2> salt,
                                         const std::function<void(std::size_t)>& progress) {
  RegistrationReader reader(gazetteer, finder, map, salt);
  const Result<void> read = reader.read(rows, file, progress);
  if (!read.ok()) return read.fault();
  return reader.finish();
}

}  // namespace tablero
