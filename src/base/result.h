// Result<T>: a value or the Fault that explains why there is none. The web build has no exceptions,
// so every fallible function returns one of these.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "base/list.h"

namespace tablero {

// What went wrong and where, in the form people read: FILE: POINTER: expected X, found Y.
struct Fault {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string file;      // path as the user knows it, e.g. "data/editions.json"
  std::string pointer;   // JSON pointer, "line 12" or "byte 480"; empty for the whole file
  std::string expected;  // what should be there, in English
  std::string found;     // what is there, shortened to at most ~80 characters

  // One line of UTF-8: "FILE: POINTER: expected X, found Y". An empty pointer is left out; what is
  // quoted from the file is shortened, and made readable.
  std::string line() const;
};

// Either a value (ok() is true) or a Fault. Access to the wrong side is a programming error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}                 // NOLINT: implicit by intent
  Result(Fault fault) : fault_(new Fault(std::move(fault))) {}  // NOLINT: implicit by intent

  bool ok() const { return !fault_; }
  explicit operator bool() const { return ok(); }
  T& value() { return value_; }
  const T& value() const { return value_; }
  const Fault& fault() const { return *fault_; }

 private:
  // Not a variant: its machinery would come again for every type. A fault is rare, so it is the one
  // to be allocated.
  T value_{};
  std::unique_ptr<Fault> fault_;
};

}  // namespace tablero
