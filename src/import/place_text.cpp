#include "import/place_text.h"

#include <algorithm>

#include "base/text.h"
#include "import/gazetteer.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxText = 200;

// Phrases that people write before the place they live in, before the one they come from, and
// before any.
constexpr std::string_view kLiving[] = {
    "vivo en",        "viviendo en", "vive en",   "resido en",   "residiendo en", "residente en",
    "radicado en",    "radicada en", "radico en", "resido em",   "moro em",       "morando em",
    "vivo em",        "i live in",   "live in",   "living in",   "based in",      "ahora en",
    "actualmente en", "estoy en",    "visc a",    "resideixo a", "bizi naiz",     "residing in"};
constexpr std::string_view kComing[] = {
    "soy de",        "sou de",        "nacido en",  "nacida en",  "naci en",
    "originario de", "originaria de", "born in",    "i m from",   "natural de",
    "soc de",        "oriundo de",    "oriunda de", "nascido em", "nascida em"};
constexpr std::string_view kOpenings[] = {"desde", "from",     "en",   "em",   "in",
                                          "de",    "cerca de", "near", "pero", "mas",
                                          "but",   "perto de", "hola", "yo",   "a las afueras de"};

// Words of an address or an institution: the names beside them may be those of other places.
constexpr std::string_view kInstitutions[] = {
    "universidad", "universidade", "university", "universitat", "univ",     "instituto",
    "institute",   "escuela",      "escola",     "colegio",     "facultad", "faculdade",
    "calle",       "avenida",      "av",         "avda",        "rua",      "carrera",
    "carrer",      "plaza",        "paseo",      "hospital",    "empresa",  "politecnica",
    "politecnico", "tecnologico",  "campus",     "cra",         "jiron",    "jr",
    "boulevard",   "street",       "linkedin",   "laboratorio"};

// Universities by their initials, which are words otherwise: "Ubá".
constexpr std::string_view kInitialsOfInstitutions[] = {
    "UBA",  "UNLP", "UNC", "UTN",  "UNAM",  "UAM",     "IPN",  "ITESM", "UDG",  "UPC",   "UPM",
    "UCM",  "UAB",  "UPV", "UNED", "USP",   "UFRJ",    "UFMG", "PUC",   "PUCP", "UNMSM", "UNAL",
    "UDEA", "UCV",  "USB", "EPN",  "ESPOL", "UNICAMP", "USAC", "UASD",  "USACH"};

constexpr std::string_view kFillers[] = {
    "a",           "al",     "area",         "capital", "cd",        "cdad",          "centro",
    "ciudad",      "cidade", "city",         "da",      "de",        "del",           "do",
    "e",           "el",     "em",           "en",      "este",      "gran",          "grande",
    "i",           "in",     "la",           "las",     "los",       "metropolitana", "norte",
    "north",       "o",      "oeste",        "of",      "provincia", "prov",          "pcia",
    "sur",         "sul",    "south",        "the",     "y",         "zona",          "region",
    "estado",      "edo",    "departamento", "depto",   "dpto",      "municipio",     "comunidad",
    "and",         "pais",   "country",      "vivo",    "isla",      "islas",         "metro",
    "actualmente", "near",   "greater"};

constexpr std::string_view kNoPlaces[] = {"casa",
                                          "mi casa",
                                          "mundo",
                                          "el mundo",
                                          "remoto",
                                          "remota",
                                          "remote",
                                          "virtual",
                                          "presencial",
                                          "zoom",
                                          "online",
                                          "en linea",
                                          "internet",
                                          "planeta tierra",
                                          "tierra",
                                          "la tierra",
                                          "marte",
                                          "luna",
                                          "la luna",
                                          "aqui",
                                          "no",
                                          "si",
                                          "ninguno",
                                          "ninguna",
                                          "otro",
                                          "otra",
                                          "otros",
                                          "la nube",
                                          "nube",
                                          "na",
                                          "n a",
                                          "none",
                                          "sur",
                                          "el sur",
                                          "norte",
                                          "home",
                                          "hogar",
                                          "latinoamerica",
                                          "latam",
                                          "europa",
                                          "america latina",
                                          "america",
                                          "sudamerica",
                                          "iberoamerica",
                                          "africa",
                                          "asia",
                                          "europe",
                                          "a distancia",
                                          "hibrido",
                                          "nomada",
                                          "global",
                                          "todos",
                                          "x",
                                          "test",
                                          "prueba",
                                          "campo",
                                          "pueblo",
                                          "ciudad",
                                          "mi pueblo",
                                          "mi ciudad",
                                          "centro",
                                          "union",
                                          "universo",
                                          "oficina",
                                          "trabajo",
                                          "facebook",
                                          "google",
                                          "teams",
                                          "meet",
                                          "hybrid",
                                          "distancia",
                                          "hola",
                                          "gracias",
                                          "obrigado",
                                          "obrigada",
                                          "thanks",
                                          "ok"};

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view key) {
  return std::find(std::begin(list), std::end(list), key) != std::end(list);
}

// Length of the sign at `i` that is no letter of any name: emoji, arrows, symbols. 0 for others.
std::size_t sign(std::string_view s, std::size_t i) {
  const auto byte = [&](std::size_t k) {
    return k < s.size() ? static_cast<unsigned char>(s[k]) : 0u;
  };
  if (byte(i) >= 0xF0) return std::min<std::size_t>(4, s.size() - i);
  const bool symbol = byte(i) == 0xE2 && byte(i + 1) >= 0x86 && byte(i + 1) <= 0xAF;
  const bool variation = byte(i) == 0xEF && byte(i + 1) == 0xB8;
  return symbol || variation ? std::min<std::size_t>(3, s.size() - i) : 0;
}

// The letter of a regional indicator (half of an emoji flag) at `i`, or 0.
char flag_letter(std::string_view s, std::size_t i) {
  constexpr std::string_view kLead = "\xF0\x9F\x87";
  if (s.substr(i, kLead.size()) != kLead || i + 3 >= s.size()) return 0;
  const int letter = static_cast<unsigned char>(s[i + 3]) - 0xA6;
  return letter >= 0 && letter < 26 ? static_cast<char>('A' + letter) : '\0';
}

// Lengths of what stands between parts: commas, brackets, slashes, lines, dashes with spaces.
std::size_t separator(std::string_view text, std::size_t i) {
  constexpr std::string_view kLong[] = {" - ",  " \u2013 ", " \u2014 ", "\u2022", "\u00B7",
                                        " -> ", " pero ",   " but ",    "\u2192"};
  for (const std::string_view mark : kLong) {
    if (text.substr(i, mark.size()) == mark) return mark.size();
  }
  return std::string_view(",;/|()[]\n\r\t+&").find(text[i]) != std::string_view::npos ? 1 : 0;
}

struct RawPart {
  std::string text;
  bool flag = false;
};

std::vector<RawPart> cut(std::string_view text) {
  std::vector<RawPart> parts;
  std::string part;
  const auto finish = [&] {
    std::string_view rest = trim(part);
    while (!rest.empty() && (rest.front() == '-' || rest.front() == '.'))
      rest = trim(rest.substr(1));
    if (!rest.empty()) parts.push_back({std::string(rest), false});
    part.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const char first = flag_letter(text, i),
               second = flag_letter(text, std::min(i + 4, text.size()));
    if (first != 0 && second != 0) {
      finish();
      parts.push_back({{first, second}, true});
      i += 8;
    } else if (const std::size_t mark = separator(text, i); mark > 0) {
      finish();
      i += mark;
    } else if (const std::size_t skip = sign(text, i); skip > 0) {
      part += ' ';
      i += skip;
    } else {
      part += text[i++];
    }
  }
  finish();
  return parts;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!trim(word).empty()) words.push_back(trim(word));
  }
  return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin) {
  std::string text;
  for (std::size_t i = begin; i < words.size(); ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

// Number of words up to the end of `phrase` where it begins at word `at`, or 0.
std::size_t phrase_at(const std::vector<std::string_view>& words, std::size_t at,
                      std::string_view phrase) {
  std::size_t end = at;
  for (const std::string_view word : split(phrase, ' ')) {
    if (end >= words.size() || place_key(words[end]) != word) return 0;
    ++end;
  }
  return end < words.size() ? end : 0;
}

// Cuts everything up to one of `phrases`, which may stand anywhere when `inside`.
template <std::size_t N>
bool cut_up_to(std::vector<std::string_view>& words, const std::string_view (&phrases)[N],
               bool inside) {
  for (std::size_t at = 0; at < (inside ? words.size() : std::min<std::size_t>(1, words.size()));
       ++at) {
    for (const std::string_view phrase : phrases) {
      if (const std::size_t end = phrase_at(words, at, phrase); end > 0) {
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end));
        return true;
      }
    }
  }
  return false;
}

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

}  // namespace

std::string squeezed(std::string_view key) {
  std::string out;
  bool joined_before = false;
  for (const std::string_view word : split(key, ' ')) {
    const bool initial = word.size() == 1 || word == "ee" || word == "uu";
    if (!out.empty() && !(initial && joined_before)) out += ' ';
    out += word;
    joined_before = initial;
  }
  return out;
}

bool is_filler(std::string_view key) { return is_one_of(kFillers, key); }
bool names_no_place(std::string_view key) { return is_one_of(kNoPlaces, key); }

std::vector<TextPart> place_parts(std::string_view text) {
  text = trim(text);
  const bool address = text.find("://") != std::string_view::npos ||
                       text.find('@') != std::string_view::npos || text.substr(0, 4) == "www.";
  if (text.size() > kMaxText || address) return {};
  std::vector<TextPart> all, living, others;
  bool still_living = false;  // "vivo en Valencia, España"
  for (const RawPart& raw : cut(text)) {
    if (raw.flag) {
      others.push_back({raw.text, true, false});
      all.push_back(others.back());
      continue;
    }
    std::vector<std::string_view> words = words_of(raw.text);
    const bool lives = cut_up_to(words, kLiving, true);
    bool comes = false;
    for (bool found = true; found && !lives;) {
      found = cut_up_to(words, kOpenings, false);
      if (cut_up_to(words, kComing, false)) found = comes = true;
    }
    if (words.size() > 1 && place_key(words[0]) == "la" && place_key(words[1]) == "ciudad")
      words.erase(words.begin());
    TextPart part;
    part.institution = std::any_of(words.begin(), words.end(), [](std::string_view word) {
      return is_one_of(kInstitutions, place_key(word)) || is_one_of(kInitialsOfInstitutions, word);
    });
    words.erase(std::remove_if(words.begin(), words.end(), has_digit), words.end());
    part.text = joined(words, 0);
    if (place_key(part.text).empty() || names_no_place(place_key(part.text))) continue;
    still_living = lives || (still_living && !comes);
    if (still_living) living.push_back(part);
    if (!comes) others.push_back(part);
    all.push_back(std::move(part));
  }
  return !living.empty() ? living : !others.empty() ? others : all;
}

}  // namespace tablero
