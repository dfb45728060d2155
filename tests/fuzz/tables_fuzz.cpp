// Tables of scores and of other boards whose shape comes from the bytes: sizes that fit together
// and such that do not, which changed texts of JSON rarely are. What loads must have the cells that
// it says.
#include <cstddef>
#include <cstdint>
#include <string>

#include "data/related.h"
#include "data/results.h"
#include "fuzz/fuzz.h"

using namespace tablero;

namespace {

// Numbers out of the bytes; zeros after their end.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  unsigned below(unsigned limit) { return at_ < size_ ? data_[at_++] % limit : 0; }

 private:
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

std::string list(unsigned count, const std::string& begin, const std::string& end) {
  std::string s = "[";
  for (unsigned i = 0; i < count; ++i) s += (i > 0 ? "," : "") + begin + std::to_string(i) + end;
  return s + "]";
}

// Mostly `count`, sometimes one more or less.
unsigned about(Bytes& in, unsigned count) {
  const unsigned turn = in.below(16);
  return turn == 1 ? count + 1 : turn == 2 && count > 0 ? count - 1 : count;
}

std::string cells(Bytes& in, unsigned count) {
  static constexpr const char* kCells[] = {"1", "null", "99.5", "-3", "0", "1e2", "\"5\"", "true"};
  std::string s = "[";
  for (unsigned i = 0; i < count; ++i) {
    // The last two are faults, and rare.
    const unsigned which = in.below(64);
    s += (i > 0 ? "," : "") + std::string(kCells[which < 62 ? which % 6 : which - 56]);
  }
  return s + "]";
}

std::string matrix(Bytes& in, unsigned rows, unsigned columns) {
  std::string s = "[";
  const unsigned count = about(in, rows);
  for (unsigned i = 0; i < count; ++i) s += (i > 0 ? "," : "") + cells(in, about(in, columns));
  return s + "]";
}

void scores(Bytes& in) {
  const unsigned models = in.below(6), tasks = in.below(6);
  std::string s = R"({"version":1,"snapshot":"s","models":)" + list(models, "\"m", "\"");
  s += ",\"tasks\":" + list(tasks, "\"t", "\"");
  s += ",\"metrics\":" + list(about(in, tasks), "\"acc", "\"");
  for (const char* key : {"raw", "normalised", "stderr"}) {
    if (in.below(4) > 0) s += ",\"" + std::string(key) + "\":" + matrix(in, models, tasks);
  }
  for (const char* key : {"n", "shots"}) {
    if (in.below(2) > 0) s += ",\"" + std::string(key) + "\":" + list(about(in, tasks), "", "");
  }
  if (in.below(2) > 0) {
    s += R"(,"means":[{"scope":"all","values":)" + cells(in, about(in, models)) + "}]";
  }
  if (in.below(2) > 0) {
    s += R"(,"details":[{"model":"m)" + std::to_string(in.below(6)) +
         R"(","task":"t0","metric":"acc","raw":1}])";
  }
  const Result<ScoreTable> loaded = load_scores(s + "}", "s.json");
  if (!loaded.ok()) return fuzz::promise_readable(loaded.fault());
  const ScoreTable& t = loaded.value();
  const std::size_t size = t.models.size() * t.tasks.size();
  for (const List<double>* m : {&t.raw, &t.normalised, &t.stderrs}) {
    fuzz::promise(m->empty() || m->size() == size, "a matrix is whole or not there");
  }
  fuzz::promise(t.metrics.size() == t.tasks.size(), "a metric for each task");
  fuzz::promise(t.n.size() == t.tasks.size() && t.shots.size() == t.tasks.size(),
                "a number for each task");
  for (const PublishedMean& mean : t.means) {
    fuzz::promise(mean.values.size() == t.models.size(), "a mean for each model");
  }
  fuzz::promise(size == 0 || !t.raw.empty() || !t.normalised.empty(), "tasks have scores");
}

void boards(Bytes& in) {
  static constexpr const char* kTypes[] = {"text", "number", "yes_no"};
  const std::string local = R"({"es":"a","pt":"a","en":"a"})";
  const unsigned rows = in.below(6), columns = in.below(5);
  std::string s = R"({"version":1,"boards":[{"id":"b","title":)" + local;
  s += R"(,"language":"es","note":)" + local + R"(,"url":"https://example.org","sources":["s"])";
  s += ",\"columns\":[";
  for (unsigned i = 0; i < columns; ++i) {
    const unsigned type = in.below(3), count = about(in, rows);
    s += (i > 0 ? "," : "") + std::string(R"({"name":"n","type":")") + kTypes[type];
    s += "\",\"values\":" + (type == 0 ? list(count, "\"x", "\"") : cells(in, count)) + "}";
  }
  const Result<Related> loaded = load_related(s + "]}]}", "related.json");
  if (!loaded.ok()) return fuzz::promise_readable(loaded.fault());
  for (const RelatedBoard& board : loaded.value().boards) {
    for (const RelatedColumn& column : board.columns) {
      fuzz::promise(column.texts.size() + column.numbers.size() == board.row_count,
                    "a column has a cell for each row");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes in(data, size);
  if (in.below(2) == 0) {
    scores(in);
  } else {
    boards(in);
  }
  return 0;
}
