// The figures of one chart or list, made once for each change of data, filter or language and read
// by everything that shows them: marks, spoken sentence, semantics, CSV. The text of a value exists
// only here, so that none of them can differ from another.
#pragma once

#include <cassert>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/list.h"
#include "base/number.h"
#include "base/text.h"
#include "base/text_arena.h"
#include "data/figure.h"
#include "model/wording.h"

namespace tablero {

// How the cells of a column are read and what a download says about them.
enum class CellKind : std::uint8_t {
  kWord,     // a name, or a word of a vocabulary: a download has the word of the data
  kNumber,   // a download has all its digits
  kShare,    // percent, 0 to 100 (a normalized score may be below 0)
  kAmount,   // a published figure: a download has its qualifier in a column more, "qualifier"
  kInterval  // a value and its bounds: a download has "<id>", "<id>_low" and "<id>_high"
};

// In a download, for a value that nobody knows.
inline constexpr std::string_view kNoDataCode =
    kPresenceNames[static_cast<std::size_t>(Presence::kNoData)];

struct TableColumn {
  std::string_view id;    // in a download: "edition"
  std::string_view name;  // for readers, in their language
  CellKind kind = CellKind::kWord;
  std::string_view unit = {};  // for readers; empty: the name says it
  bool only_download = false;  // a code that says nothing to a reader
};

// `text` is never empty in a number's cell that readers see: a missing value has the word for its
// reason.
struct Cell {
  std::string_view text;     // as it is read: "más de 500", "charla", "14 de marzo de 2022"
  std::string_view brief;    // as it is drawn beside a mark: "500+"
  std::string_view code;     // of words in a download: "talk", "2022-03-14"
  std::string_view sources;  // ids of sources.json, a space between them
  // Addresses that the text leads to, a space between them. With several, `text` has a part for
  // each, kLinkSeparator between.
  std::string_view url;
  double value = kNaN;                   // NaN exactly when known() is false
  double low = value, high = value;      // of an interval
  Presence presence = Presence::kValue;  // the reason why there is no value
  Qualifier qualifier = Qualifier::kExact;
  Date date;  // of words that are dates

  bool known() const { return presence == Presence::kValue || presence == Presence::kZero; }
  // The year of an edition's cell; 0 when it is none.
  int year() const { return static_cast<int>(parse_integer(code).value_or(0)); }
};

// A column by literals; `name` is the key of the word above it, null in a column that only a
// download has.
struct ColumnKey {
  const char *id, *name = nullptr;
  CellKind kind = CellKind::kWord;
};

// Between the parts of a text that have an address each.
inline constexpr std::string_view kLinkSeparator = " · ";

struct TableRow {
  std::string_view id;    // unique in the table; what a link can name
  std::string_view note;  // what else is true of it: "licencia pendiente"
  bool marked = true;     // whether the chart has a mark for it
};

// What is said about the whole table.
struct TableHead {
  std::string_view id;      // of the chart, and in the name of its picture: tablero-<id>.png
  std::string_view file;    // in the name of its CSV: tablero-<file>.csv
  std::string_view source;  // what Fuentes is searched for: a file of data/ or the id of a claim
  std::string_view title;   // caption, in the reader's language
};

class Table {
 public:
  // Without rows: what a view has before its data.
  Table() = default;

  const TableHead& head() const { return head_; }
  // The table in one spoken sentence or two, its title first.
  std::string_view sentence() const { return sentence_; }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  std::span<const TableColumn> columns() const { return {columns_.data(), columns_.size()}; }
  const TableRow& row(std::size_t row) const { return rows_[row]; }
  const Cell& at(std::size_t row, std::size_t column) const {
    assert(column < columns_.size());
    return cells_[row * columns_.size() + column];
  }
  // Whether any row names its sources: a download ends with a column "sources".
  bool sourced() const { return sourced_; }
  // How many rows from `first` on have the same word in `column`.
  std::size_t run(std::size_t first, std::size_t column) const;

 private:
  friend class TableBuilder;
  TextArena texts_;  // of everything below
  TableHead head_;
  std::string_view sentence_;
  List<TableColumn> columns_;
  List<TableRow> rows_;
  List<Cell> cells_;
  bool sourced_ = false;
};

// Fills a table: its head, its columns, then each row with one cell per column in their order,
// which debug builds check. All texts are copied. done() ends it with its sentence; there is no
// table without one. A row's cells come from the call that fits the kind of their column.
class TableBuilder {
 public:
  explicit TableBuilder(const Reader& reader) : words_{reader.strings, reader.lang, scratch_} {}
  TableBuilder(const TableBuilder&) = delete;
  TableBuilder& operator=(const TableBuilder&) = delete;

  // For the texts of the cells; what is made with it lives until done().
  const Wording& words() const { return words_; }

  TableBuilder& head(const TableHead& head);
  TableBuilder& column(const TableColumn& column);
  TableBuilder& columns(std::initializer_list<ColumnKey> columns);
  // The next row. `marked`: whether the chart has a mark for it.
  TableBuilder& row(std::string_view id, bool marked = true, std::string_view note = {});
  // kWord. `text` for readers, `code` in a download; one argument: both.
  TableBuilder& word(std::string_view code, std::string_view text);
  TableBuilder& word(std::string_view text) { return word(text, text); }
  // kWord: a word of the data by the key that it makes with `prefix`; none, if it is empty.
  TableBuilder& named(std::string_view prefix, std::string_view code);
  // kWord: a date; its code is ISO 8601, no_data when not known. `text`: as it is read, with a
  // time.
  TableBuilder& date(Date date) { return this->date(date, words_.date(date)); }
  TableBuilder& date(Date date, std::string_view text);
  // kWord: an edition by its year; 0: none, which `text` says.
  TableBuilder& edition(int year, std::string_view text = {});
  // kNumber, kShare. NaN is missing for the reason `missing`. `text`, `brief`: other ways to say
  // the value, or that it is missing.
  TableBuilder& number(double value, int decimals, Presence missing = Presence::kNoData);
  TableBuilder& number(double value, std::string_view text, std::string_view brief);
  // kNumber: "3 eventos", beside a mark "3"; `key` is the plural key of what is counted.
  TableBuilder& count(long long n, std::string_view key);
  // kAmount. `pattern`: key of a text with a place {n} that a known figure is read in.
  TableBuilder& amount(const Amount& amount, Qualifier qualifier, std::string_view pattern = {});
  // kInterval: `value` ± `margin`, read as "+3,1 ± 2,0"; a NaN margin is left out.
  TableBuilder& interval(double value, double margin, int decimals);
  // kInterval: a place, and between which places it is; 0 each: none.
  TableBuilder& place(int place, int low, int high, std::string_view text);
  // The sources of the last cell; the address that it leads to, none if empty.
  TableBuilder& sources(const SourceIds& ids);
  TableBuilder& url(std::string_view url);

  // `sentence`: see Summary. The builder is empty afterwards.
  Table done(std::string_view sentence);
  // What has been filled in so far, for the sentence.
  const Table& so_far() const { return table_; }

 private:
  Cell& add(CellKind kind);
  std::string_view keep(std::string_view text) { return table_.texts_.keep(text); }

  Table table_;
  TextArena scratch_;
  Wording words_;
};

}  // namespace tablero
