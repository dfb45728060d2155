#include "import/columns.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "data/reader.h"
#include "import/column_synonyms.h"
#include "import/gazetteer.h"

namespace tablero {
namespace {

using R = ColumnRole;

bool contains_word(std::string_view key, std::initializer_list<std::string_view> words) {
  const auto have = split(key, ' ');
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return w.back() == '*'
               ? std::any_of(have.begin(), have.end(),
                             [&](std::string_view h) {
                               return h.substr(0, w.size() - 1) == w.substr(0, w.size() - 1);
                             })
               : std::find(have.begin(), have.end(), w) != have.end();
  });
}

// The role that a whole question asks for; false when it is about something else.
bool role_of_question(std::string_view key, ColumnRole& role) {
  if (contains_word(
          key, {"nacimiento", "nacimento", "nascimento", "naciste", "origen", "origem", "born",
                "birth", "nacionalidad", "nacionalidade", "nationality", "universi*", "empresa",
                "company", "trabajo", "work", "trabalho", "evento", "event"})) {
    return false;
  }
  if (contains_word(key, {"email", "correo", "mail"}) &&
      contains_word(
          key, {"direccion", "address", "tu", "your", "electronico", "endereco", "contacto"})) {
    role = R::email;
    return true;
  }
  const bool lives = contains_word(
      key, {"viv*", "resid*", "ubicad*", "particip*", "conect*", "live*", "living", "based",
            "located", "mora*", "visitas", "encuentr*", "estas", "encontra*"});
  const bool city =
      contains_word(key, {"ciudad", "cidade", "city", "localidad", "municipio", "town"});
  const bool country = contains_word(key, {"pais", "country"});
  if (city && country) {
    role = R::place;
  } else if (city && lives) {
    role = R::city;
  } else if (country && lives) {
    role = R::country;
  } else if (lives &&
             contains_word(key, {"donde", "adonde", "onde", "where", "lugar", "place", "local"})) {
    role = R::place;
  } else {
    return false;
  }
  return true;
}

class Recogniser {
 public:
  Recogniser(const std::vector<std::string_view>& headings, const ImportMap& map,
             std::string_view file)
      : headings_(headings), map_(map), file_(file), used_(headings.size(), false) {
    out_.at.fill(-1);
  }

  Result<Columns> run() {
    if (!take_mapped() || !take_known() || !take_questions()) return fault_;
    list_unknown();
    if (!has_place()) {
      return Fault{file_, "line 1", "a column with the place (name it with --map)",
                   "none among: " + list()};
    }
    guess_day_order();
    return std::move(out_);
  }

 private:
  int& slot(ColumnRole role) { return out_.at[static_cast<std::size_t>(role)]; }
  // The heading on one line, whatever it contains.
  std::string heading(int i) const {
    std::string s(trim(headings_[static_cast<std::size_t>(i)]));
    std::replace_if(
        s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return s;
  }

  void use(int& slot, ColumnRole role, int column) {
    slot = column;
    used_[static_cast<std::size_t>(column)] = true;
    out_.described.push_back(std::string(kColumnRoleNames[static_cast<std::size_t>(role)]) + ": " +
                             heading(column));
  }

  int find(std::string_view heading) const {
    const std::string key = place_key(heading);
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (trim(headings_[i]) == trim(heading) || place_key(headings_[i]) == key)
        return static_cast<int>(i);
    }
    return -1;
  }

  bool take_mapped() {
    for (std::size_t r = 0; r < kColumnRoleCount; ++r) {
      const auto at = map_.columns.find(std::string(kColumnRoleNames[r]));
      if (at == map_.columns.end()) continue;
      const int column = find(at->second);
      if (column < 0) {
        fault_ = {file_, "line 1", "the column \"" + at->second + "\" of the map",
                  "none among: " + list()};
        return false;
      }
      use(out_.at[r], static_cast<ColumnRole>(r), column);
    }
    for (const std::string& ignored : map_.ignore) {
      if (const int column = find(ignored); column >= 0)
        used_[static_cast<std::size_t>(column)] = true;
    }
    return true;
  }

  bool two_columns(ColumnRole role, int first, int second) {
    fault_ = {file_, "line 1",
              "one column for " + std::string(kColumnRoleNames[static_cast<std::size_t>(role)]) +
                  " (name it with --map)",
              "two: \"" + heading(first) + "\" and \"" + heading(second) + "\""};
    return false;
  }

  bool take_known() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      const std::string key = place_key(headings_[i]);
      if (used_[i]) continue;
      if (std::find(std::begin(kOfNoUse), std::end(kOfNoUse), key) != std::end(kOfNoUse)) {
        used_[i] = true;
        continue;
      }
      const auto* known = std::find_if(std::begin(kSynonyms), std::end(kSynonyms),
                                       [&](const Synonym& s) { return s.key == key; });
      if (known == std::end(kSynonyms)) continue;
      int& at = slot(known->role);
      // Of two columns with the same name the first is the attendee's, the second the buyer's.
      if (at >= 0 && place_key(headings_[static_cast<std::size_t>(at)]) == key) {
        used_[i] = true;
      } else if (at >= 0 && !mapped(known->role)) {
        return two_columns(known->role, at, static_cast<int>(i));
      } else if (at < 0) {
        use(at, known->role, static_cast<int>(i));
      }
    }
    return true;
  }

  bool mapped(ColumnRole role) const {
    return map_.columns.count(std::string(kColumnRoleNames[static_cast<std::size_t>(role)])) > 0;
  }

  bool take_questions() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      ColumnRole role = R::place;
      if (used_[i] || !role_of_question(place_key(headings_[i]), role) || mapped(role)) continue;
      int* at = nullptr;
      if (role == R::city) at = &out_.asked_city;
      if (role == R::country) at = &out_.asked_country;
      if (role == R::place) at = &out_.asked_place;
      if (role == R::email) at = &slot(R::email);
      if (at == nullptr) continue;
      if (*at >= 0 && role == R::email) continue;
      if (*at >= 0) return two_columns(role, *at, static_cast<int>(i));
      use(*at, role, static_cast<int>(i));
    }
    return true;
  }

  bool has_place() {
    return slot(R::city) >= 0 || slot(R::country) >= 0 || slot(R::place) >= 0 ||
           out_.asked_city >= 0 || out_.asked_country >= 0 || out_.asked_place >= 0;
  }

  void list_unknown() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (!used_[i] && !trim(headings_[i]).empty()) {
        out_.unknown.push_back(shortened(heading(static_cast<int>(i)), 80));
      }
    }
  }

  std::string list() const {
    std::string all;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (i > 0) all += ", ";
      all += shortened(heading(static_cast<int>(i)), 60);
    }
    return all;
  }

  // English accounts of Eventbrite and Google write the month first.
  void guess_day_order() {
    const int at = slot(R::timestamp);
    if (at < 0) return;
    const std::string key = place_key(headings_[static_cast<std::size_t>(at)]);
    out_.day_first = key != "timestamp" && key != "order date" && key != "completion time";
  }

  const std::vector<std::string_view>& headings_;
  const ImportMap& map_;
  std::string file_;
  std::vector<bool> used_;
  Columns out_;
  Fault fault_;
};

}  // namespace

Result<Columns> recognise_columns(const std::vector<std::string_view>& headings,
                                  const ImportMap& map, std::string_view file) {
  return Recogniser(headings, map, file).run();
}

}  // namespace tablero
