// Result<T>: a value or the Fault that explains why there is none. The web build has no exceptions,
// so every fallible function returns one of these.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace tablero {

// What went wrong and where, in the form people read: FILE: POINTER: expected X, found Y.
struct Fault {
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
  Result(T value) : v_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by intent
  Result(Fault fault)
      : v_(std::in_place_index<1>, std::move(fault)) {}  // NOLINT: implicit by intent

  bool ok() const { return v_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() { return *std::get_if<0>(&v_); }
  const T& value() const { return *std::get_if<0>(&v_); }
  const Fault& fault() const { return *std::get_if<1>(&v_); }

 private:
  std::variant<T, Fault> v_;
};

}  // namespace tablero
