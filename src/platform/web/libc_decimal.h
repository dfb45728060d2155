// The exact decimal expansion of a double, for the formats of libc_format.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace tablero {

// The digits of a finite number, all of them: a double has at most 309 before the point and 1074
// after it. Method of musl's fmt_fp (src/stdio/vfprintf.c): the mantissa in units of 9 digits,
// multiplied or divided by the power of two.
class Decimal {
 public:
  // `bits` of a double that is neither negative, infinite nor not a number.
  explicit Decimal(std::uint64_t bits) {
    std::memset(digits_, '0', sizeof digits_);
    const int exponent = static_cast<int>(bits >> 52);
    std::uint64_t mantissa = bits & 0xFFFFFFFFFFFFFu;
    if (exponent > 0) mantissa |= std::uint64_t{1} << 52;
    std::uint32_t units[kBefore + kAfter] = {};
    units[kBefore - 1] = static_cast<std::uint32_t>(mantissa % kUnit);
    units[kBefore - 2] = static_cast<std::uint32_t>(mantissa / kUnit);
    const int power = std::max(exponent, 1) - 1075;
    int first = kBefore - 2, last = kBefore - 1;
    for (int rest = power; rest > 0; rest -= kStep)
      first = multiply(units, first, std::min(rest, kStep));
    for (int rest = -power; rest > 0; rest -= kStep)
      last = divide(units, first, last, std::min(rest, kStep));
    for (int i = first; i <= last; ++i) {
      char* digit = digits_ + 9 * i + 9;
      for (std::uint32_t rest = units[i]; rest != 0; rest /= 10)
        *--digit = static_cast<char>('0' + rest % 10);
    }
    lowest_ = kTop - 9 * last - 8;
    leading_ = kTop - 9 * first;
    while (leading_ > lowest_ && digit(leading_) == '0') --leading_;
    if (digit(leading_) == '0') leading_ = 0;
  }

  // The power of ten of the first digit that is not 0; 0 for zero.
  int leading() const { return leading_; }
  // The digit of 10^power, as a character.
  char digit(int power) const {
    return power > kTop || power < kBottom ? '0' : digits_[kTop - power];
  }
  // Rounds half to even to a multiple of 10^power.
  void round(int power) {
    if (power <= lowest_ || power > kTop) return;
    bool more = false;
    for (int i = lowest_; i < power - 1; ++i) more = more || digit(i) != '0';
    const char next = digit(power - 1);
    const bool odd = ((digit(power) - '0') & 1) != 0;
    if (next < '5' || (next == '5' && !more && !odd)) return;
    int i = power;
    for (; digit(i) == '9'; ++i) digits_[kTop - i] = '0';
    ++digits_[kTop - i];
    leading_ = std::max(leading_, i);
  }

 private:
  static constexpr int kBefore = 35, kAfter = 120;  // units
  static constexpr int kTop = 9 * kBefore - 1, kBottom = -9 * kAfter;
  static constexpr std::uint32_t kUnit = 1000000000;
  static constexpr int kStep = 29;  // bits: a unit and so many fit into 64

  // Return the new first and last unit.
  static int multiply(std::uint32_t* units, int first, int bits) {
    std::uint64_t carry = 0;
    for (int i = kBefore - 1; i >= first || carry != 0; --i) {
      carry += std::uint64_t{units[i]} << bits;
      units[i] = static_cast<std::uint32_t>(carry % kUnit);
      carry /= kUnit;
      first = std::min(first, i);
    }
    return first;
  }
  static int divide(std::uint32_t* units, int first, int last, int bits) {
    std::uint64_t rest = 0;
    int i = first;
    for (; i <= last || rest != 0; ++i) {
      const std::uint64_t value = rest * kUnit + units[i];
      units[i] = static_cast<std::uint32_t>(value >> bits);
      rest = value & ((std::uint64_t{1} << bits) - 1);
    }
    return i - 1;
  }

  char digits_[9 * (kBefore + kAfter)];
  int leading_ = 0, lowest_ = 0;
};

}  // namespace tablero
