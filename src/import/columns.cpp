#include "import/columns.h"

#include <algorithm>

#include "base/text.h"
#include "data/reader.h"
#include "import/gazetteer.h"

namespace tablero {
namespace {

struct Synonym {
  std::string_view key;  // made by place_key()
  ColumnRole role;
};

using R = ColumnRole;
constexpr Synonym kSynonyms[] = {{"email", R::email},
                                 {"e mail", R::email},
                                 {"mail", R::email},
                                 {"email address", R::email},
                                 {"e mail address", R::email},
                                 {"correo", R::email},
                                 {"correo electronico", R::email},
                                 {"direccion de correo electronico", R::email},
                                 {"direccion de correo", R::email},
                                 {"direccion de email", R::email},
                                 {"tu correo electronico", R::email},
                                 {"tu email", R::email},
                                 {"endereco de e mail", R::email},
                                 {"endereco de email", R::email},
                                 {"seu e mail", R::email},
                                 {"nombre de usuario", R::email},
                                 {"username", R::email},
                                 {"nome de usuario", R::email},
                                 {"correo electronico del asistente", R::email},
                                 {"buyer email", R::email},
                                 {"first name", R::first_name},
                                 {"nombre", R::first_name},
                                 {"nombres", R::first_name},
                                 {"primeiro nome", R::first_name},
                                 {"nome", R::first_name},
                                 {"nombre de pila", R::first_name},
                                 {"last name", R::last_name},
                                 {"surname", R::last_name},
                                 {"apellido", R::last_name},
                                 {"apellidos", R::last_name},
                                 {"sobrenome", R::last_name},
                                 {"name", R::name},
                                 {"full name", R::name},
                                 {"nombre completo", R::name},
                                 {"nombre y apellidos", R::name},
                                 {"nombre y apellido", R::name},
                                 {"nome completo", R::name},
                                 {"nome e sobrenome", R::name},
                                 {"attendee name", R::name},
                                 {"tu nombre", R::name},
                                 {"order", R::order},
                                 {"order id", R::order},
                                 {"order no", R::order},
                                 {"order number", R::order},
                                 {"pedido", R::order},
                                 {"numero de pedido", R::order},
                                 {"n de pedido", R::order},
                                 {"numero do pedido", R::order},
                                 {"n do pedido", R::order},
                                 {"pedido n", R::order},
                                 {"attendee status", R::status},
                                 {"status", R::status},
                                 {"order status", R::status},
                                 {"estado del asistente", R::status},
                                 {"estado de asistente", R::status},
                                 {"estado de asistencia", R::status},
                                 {"estado del pedido", R::status},
                                 {"status do participante", R::status},
                                 {"situacao do participante", R::status},
                                 {"estado do participante", R::status},
                                 {"estado de la inscripcion", R::status},
                                 {"quantity", R::quantity},
                                 {"cantidad", R::quantity},
                                 {"quantidade", R::quantity},
                                 {"ticket quantity", R::quantity},
                                 {"cantidad de entradas", R::quantity},
                                 {"timestamp", R::timestamp},
                                 {"marca temporal", R::timestamp},
                                 {"carimbo de data hora", R::timestamp},
                                 {"order date", R::timestamp},
                                 {"fecha del pedido", R::timestamp},
                                 {"fecha de pedido", R::timestamp},
                                 {"data do pedido", R::timestamp},
                                 {"fecha de inscripcion", R::timestamp},
                                 {"completion time", R::timestamp},
                                 {"hora de finalizacion", R::timestamp},
                                 {"home city", R::city},
                                 {"city", R::city},
                                 {"ciudad", R::city},
                                 {"cidade", R::city},
                                 {"localidad", R::city},
                                 {"municipio", R::city},
                                 {"ciudad de residencia", R::city},
                                 {"cidade de residencia", R::city},
                                 {"city of residence", R::city},
                                 {"ciudad particular", R::city},
                                 {"ciudad de domicilio", R::city},
                                 {"cidade residencial", R::city},
                                 {"home state", R::region},
                                 {"state", R::region},
                                 {"provincia", R::region},
                                 {"region", R::region},
                                 {"estado", R::region},
                                 {"departamento", R::region},
                                 {"state province", R::region},
                                 {"comunidad autonoma", R::region},
                                 {"home state province", R::region},
                                 {"estado residencial", R::region},
                                 {"provincia o estado", R::region},
                                 {"home country", R::country},
                                 {"country", R::country},
                                 {"pais", R::country},
                                 {"pais de residencia", R::country},
                                 {"country of residence", R::country},
                                 {"pais particular", R::country},
                                 {"pais de domicilio", R::country},
                                 {"pais residencial", R::country},
                                 {"country region", R::country},
                                 {"lugar", R::place},
                                 {"lugar de residencia", R::place},
                                 {"local de residencia", R::place},
                                 {"residencia", R::place},
                                 {"ubicacion", R::place},
                                 {"localizacao", R::place},
                                 {"location", R::place},
                                 {"place", R::place},
                                 {"ciudad y pais", R::place},
                                 {"ciudad pais", R::place},
                                 {"cidade e pais", R::place},
                                 {"cidade pais", R::place},
                                 {"city and country", R::place},
                                 {"city country", R::place}};

// Columns of Eventbrite that are known and of no use here.
constexpr std::string_view kOfNoUse[] = {"price tier",
                                         "ticket type",
                                         "tipo de entrada",
                                         "tipo de ingresso",
                                         "tipo de ticket",
                                         "attendee",
                                         "attendee no",
                                         "n de asistente",
                                         "asistente",
                                         "participante",
                                         "group",
                                         "grupo",
                                         "order type",
                                         "tipo de pedido",
                                         "currency",
                                         "moneda",
                                         "moeda",
                                         "total paid",
                                         "total pagado",
                                         "total pago",
                                         "fees paid",
                                         "gastos pagados",
                                         "taxas pagas",
                                         "eventbrite fees",
                                         "gastos de eventbrite",
                                         "taxas da eventbrite",
                                         "eventbrite payment processing",
                                         "procesamiento de pagos de eventbrite",
                                         "home address 1",
                                         "home address 2",
                                         "home zip",
                                         "direccion particular 1",
                                         "direccion particular 2",
                                         "codigo postal",
                                         "event name",
                                         "event id",
                                         "promo code",
                                         "affiliate",
                                         "checked in",
                                         "prefix",
                                         "suffix",
                                         "ticket price",
                                         "attendee id",
                                         "work city",
                                         "work state",
                                         "work country",
                                         "shipping city",
                                         "shipping state",
                                         "shipping country",
                                         "billing city",
                                         "billing state",
                                         "billing country",
                                         "puntuacion",
                                         "pontuacao",
                                         "score"};

bool contains_word(std::string_view key, std::initializer_list<std::string_view> words) {
  const std::vector<std::string_view> have = split(key, ' ');
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
  // On one line, whatever the file has in it.
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
      // A second column of that name is the buyer's: the first one is the attendee's.
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

void read_texts(const Node& object, std::map<std::string, std::string>& out) {
  const JsonValue* v = object.value();
  if (v == nullptr || v->kind != JsonValue::Kind::object) {
    object.wrong("an object of texts");
    return;
  }
  for (const auto& [key, value] : v->members) out[key] = Node(&value, object, key).text();
}

}  // namespace

Result<Columns> recognise_columns(const std::vector<std::string_view>& headings,
                                  const ImportMap& map, std::string_view file) {
  return Recogniser(headings, map, file).run();
}

Result<ImportMap> read_import_map(std::string_view bytes, std::string_view file) {
  Result<JsonValue> parsed = parse_json(bytes, file);
  if (!parsed.ok()) return parsed.fault();
  ImportMap map;
  FaultSink sink(file, nullptr);
  {
    const Node root(parsed.value(), sink);
    Fields f(root);
    if (const Node columns = f.get("columns"); columns.present()) {
      read_texts(columns, map.columns);
      for (const auto& [role, heading] : map.columns) {
        if (std::find(kColumnRoleNames.begin(), kColumnRoleNames.end(), role) ==
            kColumnRoleNames.end()) {
          columns.wrong(
              "keys out of email, first_name, last_name, name, order, status, quantity, "
              "timestamp, city, region, country, place");
        }
      }
    }
    if (const Node places = f.get("places"); places.present()) read_texts(places, map.places);
    map.ignore = f.words_or("ignore");
    map.count_status = f.words_or("count_status");
    if (const Node separator = f.get("separator"); separator.present()) {
      const JsonValue* v = separator.value();
      const bool good = v->kind == JsonValue::Kind::string && v->text.size() == 1 &&
                        std::string_view(",;\t|").find(v->text[0]) != std::string_view::npos;
      if (good) {
        map.separator = v->text[0];
      } else {
        separator.wrong("\",\", \";\", \"|\" or a tab");
      }
    }
  }
  if (sink.any()) return sink.first();
  return map;
}

}  // namespace tablero
