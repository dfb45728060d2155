// The one way in which a function says that it failed: it returns Result<T>, a value or the Fault
// that explains why there is none, or Result<void> when there is no value to return. The web build
// has no exceptions.
//
// Not failures of a call, and therefore no Result: the faults that a check finds, which it appends
// to a List<Fault>; a fault that an object keeps, which is asked for as a `const Fault*` (nullptr:
// none); "not found", which is an empty optional or a nullptr.
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

  // One line of UTF-8: "FILE: POINTER: expected X, found Y". An empty pointer is left out; text
  // quoted from the file is shortened, and nothing in it is obeyed by a terminal (printable() of
  // base/unseen.h).
  std::string line() const;
};

// What is wrong with the arguments of a program.
struct UsageFault {
  std::string sentence;  // in English, without a final stop: "--k: a value is missing"
};

// Either a value (ok() is true) or a fault. Access to the wrong side is a programming error.
template <class T, class F = Fault>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}         // NOLINT: implicit by intent
  Result(F fault) : fault_(new F(std::move(fault))) {}  // NOLINT: implicit by intent

  bool ok() const { return !fault_; }
  explicit operator bool() const { return ok(); }
  T& value() { return value_; }
  const T& value() const { return value_; }
  const F& fault() const { return *fault_; }

 private:
  // Not a std::variant, whose code would be instantiated for every type. Faults are rare, so they
  // are the side that is allocated.
  T value_{};
  std::unique_ptr<F> fault_;
};

// Done (ok() is true), which is what `return {};` says, or a fault. Success allocates nothing.
template <class F>
class [[nodiscard]] Result<void, F> {
 public:
  Result() = default;
  Result(F fault) : fault_(new F(std::move(fault))) {}  // NOLINT: implicit by intent

  bool ok() const { return !fault_; }
  explicit operator bool() const { return ok(); }
  const F& fault() const { return *fault_; }

 private:
  std::unique_ptr<F> fault_;
};

}  // namespace tablero
