#include "import/registrations.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "data/date.h"
#include "import/people.h"

namespace tablero {
namespace {

constexpr std::size_t kCachedTexts = 100'000;
constexpr std::size_t kProgressRows = 4096;
constexpr std::size_t kMaxQuantity = 100;
constexpr std::size_t kMaxShown = 40;
constexpr int kFirstYear = 2015, kLastYear = 2100;

constexpr std::string_view kCounting[] = {
    "attending",  "checked in",     "completed",  "placed",      "asistira",     "asiste",
    "asistio",    "registrado",     "registrada", "confirmado",  "confirmada",   "inscrito",
    "inscrita",   "completado",     "concluido",  "participara", "participando", "presente",
    "compareceu", "check in feito", "confirmed"};
constexpr std::string_view kNotCounting[] = {
    "deleted",         "refunded",   "canceled",    "cancelled",     "refunded canceled",
    "transferred",     "unpaid",     "abandoned",   "not attending", "no asistira",
    "no asiste",       "eliminado",  "eliminada",   "reembolsado",   "reembolsada",
    "cancelado",       "cancelada",  "transferido", "transferida",   "no pagado",
    "sin pagar",       "abandonado", "abandonada",  "excluido",      "nao pago",
    "nao participara", "pending",    "pendiente",   "pendente",      "reembolsado cancelado"};

bool listed(std::string_view key, const std::string_view* begin, const std::string_view* end) {
  return std::find(begin, end, key) != end;
}

// Whether a text may be personal data: an address, a number, a sentence, or a word of the person's
// name.
bool may_be_personal(std::string_view text, std::string_view names) {
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  if (text.size() > kMaxShown || digits > 1 || text.find('@') != std::string_view::npos ||
      text.find("://") != std::string_view::npos || text.find('\n') != std::string_view::npos) {
    return true;
  }
  const std::string key = place_key(text);
  const auto words = split(key, ' ');
  if (words.size() > 5) return true;
  const std::string name_key = place_key(names);
  for (const std::string_view name : split(name_key, ' ')) {
    if (name.size() > 2 && std::find(words.begin(), words.end(), name) != words.end()) return true;
  }
  return false;
}

// The texts of a row that say where its person is.
struct PlaceTexts {
  std::string_view city, region, country;  // of columns of their own
  std::string_view place;                  // or all in one

  // The text to show when no city was understood.
  std::string_view shown() const { return !place.empty() ? place : !city.empty() ? city : country; }
  bool empty() const { return place.empty() && city.empty() && country.empty(); }
};

// Numbers every place from 1 and memoizes what texts mean.
class PlaceNumbers {
 public:
  PlaceNumbers(const PlaceFinder& finder, const Gazetteer& gazetteer)
      : finder_(finder), gazetteer_(gazetteer) {}

  struct Known {
    std::uint32_t number = 0;    // 0 unknown
    bool city = false;           // a city was understood
    bool names_country = false;  // the text is the name of a country and nothing else
    std::string ambiguity;       // "Córdoba (AR), not Córdoba (ES)"; empty when sure
  };

  const Known& of(const PlaceTexts& t) {
    key_.assign(t.place);
    for (const std::string_view part : {t.city, t.region, t.country}) (key_ += '\x1f') += part;
    const auto at = known_.find(key_);
    if (at != known_.end()) return at->second;
    if (known_.size() >= kCachedTexts) known_.clear();
    return known_.emplace(key_, understand(t)).first->second;
  }

  std::vector<PlaceCount>& places() { return places_; }

 private:
  Known understand(const PlaceTexts& t) {
    const Whereabouts w =
        t.place.empty() ? finder_.find(t.city, t.region, t.country) : finder_.find(t.place);
    Known k;
    k.city = w.city >= 0;
    k.names_country = !finder_.country_of(t.shown()).empty();
    if (w.by_population) {
      const Place p = gazetteer_.at(static_cast<std::size_t>(w.city));
      k.ambiguity = std::string(p.name) + " (" + std::string(p.country) + "), not " + w.runner_up;
    }
    k.number = number_of(w);
    return k;
  }

  std::uint32_t number_of(const Whereabouts& w) {
    if (w.country.empty()) return 0;
    const auto next = static_cast<std::uint32_t>(places_.size() + 1);
    const auto [at, added] = numbers_.emplace(std::make_pair(w.country, w.city), next);
    if (added) places_.push_back({w.city, w.country, 0, false});
    if (!w.by_population) places_[at->second - 1].sure = true;
    return at->second;
  }

  const PlaceFinder& finder_;
  const Gazetteer& gazetteer_;
  std::string key_;
  std::unordered_map<std::string, Known> known_;
  std::map<std::pair<std::string, int>, std::uint32_t> numbers_;
  std::vector<PlaceCount> places_;
};

class RegistrationReader {
 public:
  RegistrationReader(CsvReader& csv, const Gazetteer& gazetteer, const PlaceFinder& finder,
                     const ImportMap& map, std::array<std::uint64_t, 2> salt)
      : csv_(csv), map_(map), places_(finder, gazetteer), people_(salt) {}

  Result<Registrations> run(std::string_view file,
                            const std::function<void(std::size_t)>& progress) {
    Result<bool> heading = csv_.next();
    if (!heading.ok()) return heading.fault();
    if (!heading.value())
      return Fault{std::string(file), "", "a heading and rows", "an empty file"};
    Result<Columns> columns = recognise_columns(csv_.fields(), map_, file);
    if (!columns.ok()) return columns.fault();
    report_.columns = std::move(columns.value());
    width_ = csv_.fields().size();
    for (;;) {
      const Result<bool> more = csv_.next();
      if (!more.ok()) return more.fault();
      if (!more.value()) break;
      take_row();
      if (progress && report_.rows % kProgressRows == 0) progress(csv_.bytes_read());
    }
    return finish();
  }

 private:
  std::string_view field(int column) const {
    const std::vector<std::string_view>& f = csv_.fields();
    return column < 0 || static_cast<std::size_t>(column) >= f.size()
               ? std::string_view()
               : trim(f[static_cast<std::size_t>(column)]);
  }
  std::string_view field(ColumnRole role) const { return field(report_.columns[role]); }

  bool counts() {
    const std::string_view status = field(ColumnRole::status);
    if (report_.columns[ColumnRole::status] < 0 || status.empty()) return true;
    if (!map_.count_status.empty()) {
      return std::any_of(map_.count_status.begin(), map_.count_status.end(),
                         [&](const std::string& s) { return place_key(s) == place_key(status); });
    }
    const Attendance a = attendance_of(status);
    if (a == Attendance::unknown) {
      if (!may_be_personal(status, {})) unknown_statuses_.insert(std::string(status));
    }
    return a == Attendance::counts;
  }

  void take_row() {
    ++report_.rows;
    if (csv_.fields().size() != width_) ++report_.short_rows;
    if (!counts()) {
      ++report_.not_counted;
      return;
    }
    take_day();
    const std::uint32_t place = place_of_row();
    const std::size_t quantity = quantity_of_row();
    const std::string_view email = field(ColumnRole::email);
    bool is_new = true;
    if (email.empty()) {
      ++report_.without_email;
      count_anonymous(place, 1);
    } else {
      is_new = people_.add({fold(email), field(ColumnRole::order), place_key(names())}, place);
    }
    if (!is_new) ++report_.repeated;
    if (is_new && quantity > 1) count_anonymous(place, quantity - 1);
  }

  std::string names() const {
    std::string all;
    for (const ColumnRole role :
         {ColumnRole::first_name, ColumnRole::last_name, ColumnRole::name}) {
      (all += ' ') += field(role);
    }
    return all;
  }

  void count_anonymous(std::uint32_t place, std::size_t people) {
    if (anonymous_.size() <= place) anonymous_.resize(place + 1);
    anonymous_[place] += people;
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
    std::string_view not_understood;
    for (const PlaceTexts& texts : choices) {
      if (texts.empty()) continue;
      const PlaceNumbers::Known& known = places_.of(texts);
      if (known.city) {
        if (!known.ambiguity.empty()) note_ambiguous(texts.shown(), known.ambiguity);
        return known.number;
      }
      if (best == 0) best = known.number;
      if (!known.names_country && not_understood.empty()) not_understood = texts.shown();
    }
    if (!not_understood.empty()) note_not_understood(not_understood);
    return best;
  }

  void note_ambiguous(std::string_view text, const std::string& choice) {
    if (ambiguous_.size() >= RegistrationReport::kMaxListed || may_be_personal(text, names()))
      return;
    ambiguous_.insert(std::string(text) + ": " + choice);
  }

  void note_not_understood(std::string_view text) {
    if (may_be_personal(text, names())) {
      ++report_.withheld_texts;
    } else if (unplaced_texts_.size() < RegistrationReport::kMaxListed) {
      unplaced_texts_.insert(std::string(text));
    }
  }

  Registrations finish() {
    Registrations out;
    std::vector<PlaceCount>& places = places_.places();
    int unknown = 0;
    const auto count = [&](std::uint32_t number, int people) {
      (number == 0 ? unknown : places[number - 1].people) += people;
      out.people += people;
    };
    people_.each([&](std::uint32_t number) { count(number, 1); });
    for (std::size_t number = 0; number < anonymous_.size(); ++number) {
      count(static_cast<std::uint32_t>(number), static_cast<int>(anonymous_[number]));
    }
    places.push_back({-1, "", unknown, true});
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
    report_.unplaced = static_cast<std::size_t>(unknown);
    report_.converted_fields = csv_.converted_fields();
    report_.unknown_statuses.assign(unknown_statuses_.begin(), unknown_statuses_.end());
    report_.unplaced_texts.assign(unplaced_texts_.begin(), unplaced_texts_.end());
    report_.ambiguous.assign(ambiguous_.begin(), ambiguous_.end());
    out.report = std::move(report_);
    return out;
  }

  CsvReader& csv_;
  const ImportMap& map_;
  PlaceNumbers places_;
  People people_;
  std::vector<std::size_t> anonymous_;  // people without an e-mail, by number of the place
  std::size_t width_ = 0;
  RegistrationReport report_;
  std::set<std::string> unknown_statuses_, unplaced_texts_, ambiguous_;
};

// The digits at `at`, at most `max` of them; -1 when there are none.
int digits_at(std::string_view s, std::size_t& at, int max) {
  int value = -1;
  for (int n = 0; n < max && at < s.size() && is_digit(s[at]); ++n, ++at) {
    value = (value < 0 ? 0 : value) * 10 + (s[at] - '0');
  }
  return value;
}

Date checked_date(int year, int month, int day) {
  if (year >= 0 && year < 100) year += 2000;
  if (year < kFirstYear || year > kLastYear) return {};
  return date_of(year, month, day).value_or(Date());
}

}  // namespace

Date day_of_timestamp(std::string_view text, bool day_first) {
  text = trim(text);
  std::size_t at = 0;
  int parts[3];
  for (int i = 0; i < 3; ++i) {
    const std::size_t start = at;
    parts[i] = digits_at(text, at, 4);
    if (parts[i] < 0 || (i == 1 && at - start > 2)) return {};
    if (i == 2) break;
    if (at >= text.size() || std::string_view("/-.").find(text[at]) == std::string_view::npos)
      return {};
    ++at;
  }
  if (at < text.size() && (is_digit(text[at]) || text[at] == '/')) return {};
  if (parts[0] > 31) return checked_date(parts[0], parts[1], parts[2]);
  const bool swap = parts[0] > 12 || (parts[1] <= 12 && day_first);
  return swap ? checked_date(parts[2], parts[1], parts[0])
              : checked_date(parts[2], parts[0], parts[1]);
}

Attendance attendance_of(std::string_view status) {
  const std::string key = place_key(status);
  if (listed(key, std::begin(kCounting), std::end(kCounting))) return Attendance::counts;
  return listed(key, std::begin(kNotCounting), std::end(kNotCounting)) ? Attendance::does_not
                                                                       : Attendance::unknown;
}

Result<Registrations> read_registrations(CsvReader& csv, std::string_view file,
                                         const Gazetteer& gazetteer, const PlaceFinder& finder,
                                         const ImportMap& map, std::array<std::uint64_t, 2> salt,
                                         const std::function<void(std::size_t)>& progress) {
  return RegistrationReader(csv, gazetteer, finder, map, salt).run(file, progress);
}

}  // namespace tablero
