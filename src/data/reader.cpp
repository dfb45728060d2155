#include "data/reader.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/list.h"
#include "base/number.h"
#include "base/text.h"
#include "base/unseen.h"
#include "data/date.h"
#include "data/url.h"

namespace tablero {
namespace {

using Kind = JsonValue::Kind;

// Shape version of every file of data/ that this program reads.
constexpr int kVersion = 1;
constexpr std::size_t kMaxText = 4000;
// Of a list of texts. Comparing a million with each other takes longer than reading the largest
// file.
constexpr std::size_t kMaxTexts = 200'000;

bool is_word(std::string_view s) {
  if (s.empty() || s.size() > 80) return false;
  for (const char c : s) {
    const bool ok = is_lower(c) || is_digit(c) || c == '_' || c == '-';
    if (!ok) return false;
  }
  return s.front() != '_' && s.front() != '-';
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }

std::string number_text(double d) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.10g", d);
  return digits;
}

}  // namespace

void FaultSink::add(std::string pointer, std::string expected, std::string found) {
  add(Fault{file_, std::move(pointer), std::move(expected), std::move(found)});
}

void FaultSink::add(Fault fault) {
  if (full()) return;
  // A fault is one line of UTF-8, whatever the keys and texts of the file contain.
  for (std::string* part : {&fault.pointer, &fault.expected, &fault.found}) {
    const bool utf8 = valid_utf8(*part);
    for (char& c : *part) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20) c = ' ';
      if (byte >= 0x80 && !utf8) c = '?';
    }
  }
  ++count_;
  if (count_ == 1) first_ = fault;
  if (all_ != nullptr) all_->push_back(std::move(fault));
}

std::string Node::pointer() const {
  if (parent_ == nullptr) return "";
  std::string s = parent_->pointer() + "/";
  if (is_item_) return s + std::to_string(index_);
  for (const char c : key_) {
    if (c == '~') {
      s += "~0";
    } else if (c == '/') {
      s += "~1";
    } else {
      s += c;
    }
  }
  return s;
}

std::string Node::found() const { return value_ == nullptr ? "nothing" : describe(*value_); }

void Node::wrong(std::string expected) const {
  if (!muted_ && !sink_->full()) sink_->add(pointer(), std::move(expected), found());
}

NodeItems Node::items(std::size_t min_count) const { return NodeItems(*this, min_count); }

std::string Node::text() const {
  if (value_ == nullptr || value_->kind != Kind::kString) {
    wrong("a text");
    return {};
  }
  const std::string& s = value_->text;
  if (trim(s).empty()) {
    wrong("a text that is not empty");
  } else if (s.size() > kMaxText) {
    wrong("a text of at most " + std::to_string(kMaxText) + " bytes");
  } else if (trim(s).size() != s.size() || std::any_of(s.begin(), s.end(), is_control)) {
    wrong("a text without white space at its ends and without control characters");
  } else if (const std::string mark = sink_->lists_all() ? first_unseen(s) : std::string();
             !mark.empty()) {
    wrong("a text without characters that are not seen, such as " + mark);
  } else {
    return s;
  }
  return {};
}

std::string Node::word() const {
  if (value_ != nullptr && value_->kind == Kind::kString && is_word(value_->text))
    return value_->text;
  wrong("a word (a-z, 0-9, _ and -)");
  return {};
}

std::string Node::url() const {
  if (value_ == nullptr || value_->kind != Kind::kString) {
    wrong("a well-formed URL that starts with https:// or http://");
  } else if (valid_url(value_->text)) {
    return value_->text;
  } else if (sink_->lists_all()) {
    wrong("a well-formed URL that starts with https:// or http://");
  }
  return {};
}

std::string Node::country() const {
  if (value_ != nullptr && value_->kind == Kind::kString && is_country_code(value_->text)) {
    return value_->text;
  }
  wrong("a country code of two capital letters (ISO 3166-1)");
  return {};
}

double Node::number(double min, double max) const {
  if (value_ == nullptr || (value_->kind != Kind::kNumber && value_->kind != Kind::kInteger)) {
    wrong("a number");
  } else if (!std::isfinite(value_->number) || value_->number < min || value_->number > max) {
    wrong("a number from " + number_text(min) + " to " + number_text(max));
  } else {
    return value_->number;
  }
  return 0;
}

int Node::integer(int min, int max) const {
  // 3.0 is a whole number too (JSON Schema says so).
  const bool whole =
      value_ != nullptr &&
      (value_->kind == Kind::kInteger ||
       (value_->kind == Kind::kNumber && std::floor(value_->number) == value_->number));
  if (!whole) {
    wrong("a whole number");
  } else if (value_->number < min || value_->number > max) {
    wrong("a whole number from " + std::to_string(min) + " to " + std::to_string(max));
  } else {
    return static_cast<int>(value_->number);
  }
  return std::max(min, 0);
}

bool Node::boolean() const {
  if (value_ != nullptr && value_->kind == Kind::kBoolean) return value_->boolean;
  wrong("true or false");
  return false;
}

Date Node::date() const {
  if (value_ != nullptr && value_->kind == Kind::kString) {
    if (const std::optional<Date> date = parse_date(value_->text)) return *date;
  }
  wrong("a date (2024, 2024-03 or 2024-03-14)");
  return {};
}

Amount Node::amount(double min, double max) const {
  Amount a;
  if (value_ != nullptr && value_->kind == Kind::kObject) {
    Fields f(*this);
    const Node kind = f.get("missing");
    const std::size_t i = kind.one_of(kPresenceNames.data() + 2, 3);
    a.presence = static_cast<Presence>(i + 2);
    return a;
  }
  if (value_ == nullptr || (value_->kind != Kind::kNumber && value_->kind != Kind::kInteger)) {
    wrong("a number or {\"missing\": ...}");
    return a;
  }
  a.value = number(min, max);
  a.presence = a.value == 0 ? Presence::kZero : Presence::kValue;
  return a;
}

LocalText Node::local() const {
  LocalText t;
  Fields f(*this);
  for (std::size_t i = 0; i < kTextLanguages.size(); ++i)
    t.text[i] = f.get(kTextLanguages[i]).text();
  return t;
}

SourceIds Node::sources() const {
  SourceIds ids = words();
  if (ids.empty() && value_ != nullptr && value_->kind == Kind::kArray && value_->items().empty()) {
    wrong("at least one source");
  }
  return ids;
}

List<std::string> Node::words(bool (*valid)(std::string_view)) const {
  List<std::string> out;
  UniqueIds seen;
  const NodeItems list = items();
  if (list.size() > kMaxTexts) {
    wrong("an array of at most " + std::to_string(kMaxTexts));
    return out;
  }
  for (const Node item : list) {
    std::string s = item.text();
    if (s.empty()) continue;
    if (valid != nullptr && !valid(s)) {
      item.wrong("a valid id");
    } else if (!seen.insert(s)) {
      item.wrong("each value once");
    } else {
      out.push_back(std::move(s));
    }
  }
  return out;
}

List<double> Node::numbers(double min, double max, std::size_t count) const {
  List<double> out;
  const NodeItems list = items();
  if (value_ != nullptr && value_->kind == Kind::kArray && list.size() != count) {
    wrong("an array of " + std::to_string(count));
  }
  // A count that the file does not pay for with values of its own is never allocated.
  if (list.size() != count) return out;
  out.reserve(count);
  for (const Node item : list) {
    out.push_back(item.value()->kind == Kind::kNull ? kNaN : item.number(min, max));
  }
  return out;
}

List<int> Node::integers(int min, int max) const {
  List<int> out;
  for (const Node item : items()) out.push_back(item.integer(min, max));
  return out;
}

std::size_t Node::one_of(const std::string_view* names, std::size_t count) const {
  if (value_ != nullptr && value_->kind == Kind::kString) {
    for (std::size_t i = 0; i < count; ++i) {
      if (names[i] == value_->text) return i;
    }
  }
  std::string list = "one of ";
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) list += ", ";
    list += names[i];
  }
  wrong(std::move(list));
  return 0;
}

NodeItems::NodeItems(const Node& array, std::size_t min_count) : array_(array) {
  if (array.value() == nullptr || array.value()->kind != Kind::kArray) {
    array.wrong("an array");
    return;
  }
  size_ = array.value()->items().size();
  if (size_ < min_count) array.wrong("an array of at least " + std::to_string(min_count));
}

Node NodeItems::Iterator::operator*() const {
  return Node(&owner_->array_.value()->items()[i_], owner_->array_, i_);
}

Fields::Fields(const Node& object) : node_(object) {
  const JsonValue* v = object.value();
  if (v == nullptr || v->kind != Kind::kObject) {
    object.wrong("an object");
    node_.mute();
  }
}

Fields::~Fields() {
  const JsonValue* v = node_.value();
  if (v == nullptr || v->kind != Kind::kObject) return;
  for (const auto& [key, value] : v->members()) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) {
      Node(&value, node_, key).wrong("no such key");
    }
  }
}

Node Fields::get(std::string_view key) {
  asked_.push_back(key);
  const JsonValue* v = node_.value();
  return Node(v == nullptr ? nullptr : v->find(key), node_, key);
}

bool Fields::has(std::string_view key) { return get(key).present(); }

std::string Fields::text_or(std::string_view key) {
  const Node n = get(key);
  return n.present() ? n.text() : std::string();
}

std::string Fields::word_or(std::string_view key) {
  const Node n = get(key);
  return n.present() ? n.word() : std::string();
}

std::string Fields::url_or(std::string_view key) {
  const Node n = get(key);
  return n.present() ? n.url() : std::string();
}

bool Fields::flag(std::string_view key) {
  const Node n = get(key);
  return n.present() && n.boolean();
}

Date Fields::date_or(std::string_view key) {
  const Node n = get(key);
  return n.present() ? n.date() : Date();
}

LocalText Fields::local_or(std::string_view key) {
  const Node n = get(key);
  return n.present() ? n.local() : LocalText();
}

int Fields::year_or(std::string_view key) {
  const Node n = get(key);
  return n.present() ? n.year() : 0;
}

List<std::string> Fields::words_or(std::string_view key) {
  const Node n = get(key);
  return n.present() ? n.words() : List<std::string>();
}

NodeItems Fields::items_or(std::string_view key) {
  static const JsonValue kEmpty = [] {
    JsonValue v;
    v.kind = Kind::kArray;
    return v;
  }();
  const Node n = get(key);
  return n.present() ? n.items() : Node(&kEmpty, node_, key).items();
}

void UniqueIds::add(const Node& node, std::string_view id) {
  if (id.empty()) return;
  if (!insert(id)) node.wrong("each id once");
}

Result<void> read_document(std::string_view bytes, std::string_view file, List<Fault>* all,
                           void (*read)(Fields& root, void* out), void* out) {
  FaultSink sink(file, all);
  Result<JsonValue> parsed = parse_json(bytes, file);
  if (!parsed.ok()) {
    sink.add(parsed.fault());
  } else {
    const Node node(parsed.value(), sink);
    if (parsed.value().kind != Kind::kObject) {
      node.wrong("an object");
    } else {
      Fields root(node);
      const Node version = root.get("version");
      if (version.integer(1, 1000000) != kVersion)
        version.wrong("1 (the version this program reads)");
      read(root, out);
    }
  }
  if (sink.any()) return std::move(sink.first());
  return {};
}

}  // namespace tablero
