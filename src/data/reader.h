// Typed, strict reading of JSON records for the loaders. When a value is not what it should be, its
// getter reports a fault with the JSON pointer of the value and returns a harmless default, so that
// one pass finds every fault of a file. Keys that were never read are faults too.
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"
#include "data/json_value.h"

namespace tablero {

// Where faults of one file go: the first is kept, and all are appended to `all` when it is given,
// up to kMaxFaults so that a file that is wrong throughout stays readable.
class FaultSink {
 public:
  static constexpr int kMaxFaults = 1000;

  FaultSink(std::string_view file, List<Fault>* all) : file_(file), all_(all) {}
  void add(std::string pointer, std::string expected, std::string found);
  void add(Fault fault);
  bool any() const { return count_ > 0; }
  // Nothing that is added from now on will be kept.
  bool full() const { return count_ >= (all_ != nullptr ? kMaxFaults : 1); }
  bool lists_all() const { return all_ != nullptr; }
  Fault& first() { return first_; }

 private:
  std::string file_;
  List<Fault>* all_;
  Fault first_;
  int count_ = 0;
};

class NodeItems;

// A value with its place in the document. Nodes point to their parents: they live on the stack of
// the function that walks the document, parents longer than children.
class Node {
 public:
  Node(const JsonValue& value, FaultSink& sink) : value_(&value), sink_(&sink) {}
  Node(const JsonValue* value, const Node& parent, std::string_view key)
      : value_(value), sink_(parent.sink_), parent_(&parent), key_(key), muted_(parent.muted_) {}
  Node(const JsonValue* value, const Node& parent, std::size_t index)
      : value_(value),
        sink_(parent.sink_),
        parent_(&parent),
        index_(index),
        is_item_(true),
        muted_(parent.muted_) {}

  const JsonValue* value() const { return value_; }  // nullptr when the key is absent
  bool present() const { return value_ != nullptr; }
  FaultSink& sink() const { return *sink_; }
  std::string pointer() const;  // RFC 6901
  // Reports that this value should have been `expected`.
  void wrong(std::string expected) const;
  // Silences this node and its members: their object has already been reported.
  void mute() { muted_ = true; }

  // The value as ...; each reports a fault when it is not.

  // Not empty. A check of all faults also refuses what is not seen (first_unseen() of
  // base/unseen.h).
  std::string text() const;
  std::string word() const;  // a-z, 0-9, _ and -, starting with a letter or digit
  // An address as valid_url() of data/url.h wants it. Another one is a fault only for a check of
  // all faults: the page leaves it out (the text is empty) and keeps the record.
  std::string url() const;
  std::string country() const;                  // two capital letters
  double number(double min, double max) const;  // finite; both ends allowed
  int integer(int min, int max) const;          // both ends allowed
  int year() const { return integer(2015, 2100); }
  bool boolean() const;
  Date date() const;                                       // "2024", "2024-03" or "2024-03-14"
  Amount amount(double min = 0, double max = 1e12) const;  // number or {"missing": kind}
  LocalText local() const;
  SourceIds sources() const;  // at least one id, none twice
  List<std::string> words(bool (*valid)(std::string_view) = nullptr) const;  // texts, none twice
  // `count` numbers, null is NaN; empty (with a fault) when it is another count.
  List<double> numbers(double min, double max, std::size_t count) const;
  List<int> integers(int min, int max) const;
  // Position of the text in `names`; `what` completes "expected one of ...".
  std::size_t one_of(const std::string_view* names, std::size_t count) const;
  template <class E, std::size_t N>
  E one_of(const std::array<std::string_view, N>& names) const {
    return static_cast<E>(one_of(names.data(), N));
  }

  // The items of an array, as nodes; empty (with a fault) when it is not one.
  NodeItems items(std::size_t min_count = 0) const;

 private:
  std::string found() const;

  const JsonValue* value_;
  FaultSink* sink_;
  const Node* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool is_item_ = false;
  bool muted_ = false;
};

// The items of an array as nodes, for range-for. It ends early when the sink is full: nothing more
// would be said of the file, and a short one can ask for a million large records.
class NodeItems {
 public:
  class Iterator {
   public:
    Iterator(const NodeItems* owner, std::size_t i) : owner_(owner), i_(i) {}
    Node operator*() const;
    Iterator& operator++() {
      ++i_;
      return *this;
    }
    bool operator!=(const Iterator& end) const {
      return i_ < end.i_ && !owner_->array_.sink().full();
    }

   private:
    const NodeItems* owner_;
    std::size_t i_;
  };
  NodeItems(const Node& array, std::size_t min_count);
  NodeItems(const NodeItems&) = delete;
  NodeItems& operator=(const NodeItems&) = delete;
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }
  std::size_t size() const { return size_; }

 private:
  Node array_;
  std::size_t size_ = 0;
};

// The members of an object. The destructor reports the keys that were never read.
class Fields {
 public:
  explicit Fields(const Node& object);
  ~Fields();
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  // The node of an absent key is not present(); reading a value from it reports "expected X, found
  // nothing".
  Node get(std::string_view key);
  bool has(std::string_view key);

  // Optional values: harmless defaults when the key is absent.
  std::string text_or(std::string_view key);
  std::string word_or(std::string_view key);
  std::string url_or(std::string_view key);
  bool flag(std::string_view key);  // absent means false
  Date date_or(std::string_view key);
  LocalText local_or(std::string_view key);
  int year_or(std::string_view key);  // 0 when absent
  List<std::string> words_or(std::string_view key);
  NodeItems items_or(std::string_view key);

  const Node& node() const { return node_; }

 private:
  Node node_;
  List<std::string_view> asked_;
};

// Reports ids that occur twice in one list.
class UniqueIds {
 public:
  // `node` is the value that holds the id.
  void add(const Node& node, std::string_view id);
  // False when it was there before.
  bool insert(std::string_view id) { return seen_.insert(std::string(id)).second; }
  bool has(std::string_view id) const { return seen_.find(id) != seen_.end(); }

 private:
  std::set<std::string, std::less<>> seen_;
};

// Parses and walks one file: `read` gets its root object after the version was checked. Fault: the
// first one that there was.
Result<void> read_document(std::string_view bytes, std::string_view file, List<Fault>* all,
                           void (*read)(Fields& root, void* out), void* out);

template <class T, void (*kRead)(Fields&, T&)>
Result<T> load_document(std::string_view bytes, std::string_view file, List<Fault>* all) {
  T out;
  const auto read = [](Fields& root, void* p) { kRead(root, *static_cast<T*>(p)); };
  const Result<void> walked = read_document(bytes, file, all, read, &out);
  if (!walked.ok()) return walked.fault();
  return out;
}

}  // namespace tablero
