// Every function of the web's C library (src/platform/web/libc.cpp, libc_format.cpp) against that
// of this machine, glibc. It is compiled under names that begin with tb_c_ (libc_names.h). How
// close the mathematics of a browser is to that of C is tested in tests/web/mathematics.test.mjs.
#include <gtest/gtest.h>

#include <bit>
#include <cfloat>
#include <climits>
#include <cmath>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <regex>
#include <string>

// The imports that the page provides: here the C functions, so that a wrong one, or one with
// swapped arguments, is found.
#define OF_ONE(use)                                                                      \
  use(sin) use(cos) use(tan) use(asin) use(acos) use(atan) use(sinh) use(cosh) use(tanh) \
      use(asinh) use(acosh) use(atanh) use(exp) use(expm1) use(log) use(log1p) use(log2) \
          use(log10)
#define OF_TWO(use) use(atan2) use(hypot) use(pow)

extern "C" {
#define ONE(name)                                          \
  double tb_math_##name(double x);                         \
  double tb_math_##name(double x) { return std::name(x); } \
  double tb_c_##name(double x);                            \
  float tb_c_##name##f(float x);
#define TWO(name)                                                       \
  double tb_math_##name(double x, double y);                            \
  double tb_math_##name(double x, double y) { return std::name(x, y); } \
  double tb_c_##name(double x, double y);                               \
  float tb_c_##name##f(float x, float y);
OF_ONE(ONE)
OF_TWO(TWO)
#undef ONE
#undef TWO
double tb_c_exp2(double x);
float tb_c_exp2f(float x);

double tb_c_strtod(const char* text, char** end);
float tb_c_strtof(const char* text, char** end);
long double tb_c_strtold(const char* text, char** end);
int tb_c_vsnprintf(char* out, std::size_t size, const char* format, va_list list);
int tb_c_snprintf(char* out, std::size_t size, const char* format, ...);
void tb_c_abort_message(const char* format, ...);
int tb_c_fprintf(FILE* file, const char* format, ...);
int tb_c_fiprintf(FILE* file, const char* format, ...);

double tb_host_number(const char* text, std::size_t length);
}

// What Number() of JavaScript reads alike (ECMA-262, StrDecimalLiteral); other texts are NaN there.
double tb_host_number(const char* text, std::size_t length) {
  static const std::regex kLiteral("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  const std::string copy(text, length);
  return std::regex_match(copy, kLiteral) ? std::strtod(copy.c_str(), nullptr)
                                          : std::numeric_limits<double>::quiet_NaN();
}

namespace tablero {
namespace {

std::mt19937_64 g_random(20260101);  // NOLINT(cert-msc51-cpp): the same numbers every time

long long below(long long n) {
  return static_cast<long long>(g_random() % static_cast<unsigned long long>(n));
}

double any_double() { return std::bit_cast<double>(g_random()); }

// Arguments of every size, with those that matter among them.
double argument() {
  constexpr double kEdges[] = {0.0, -0.0, 1, -1, 0.5, 2, 1e-300, 1e300, INFINITY, -INFINITY, NAN};
  switch (below(8)) {
    case 0:
      return kEdges[below(std::size(kEdges))];
    case 1:
      return any_double();
    case 2:
      return std::ldexp(static_cast<double>(below(2000000) - 1000000), -20);
    default:
      return std::ldexp(static_cast<double>(below(2000001) - 1000000), -17);
  }
}

template <class T>
void expect_same(T ours, T theirs, const char* name, double x, double y = 0) {
  if (std::isnan(ours) && std::isnan(theirs)) return;
  ASSERT_EQ(ours, theirs) << name << "(" << x << ", " << y << ")";
  ASSERT_EQ(std::signbit(ours), std::signbit(theirs)) << name << "(" << x << ", " << y << ")";
}

// At most three units in the last place apart: as far as glibc's functions of float are from the
// truth (its manual, "Known Maximum Errors in Math Functions"); ours are rounded from double.
template <class T>
void expect_near(T ours, T theirs, const char* name, T x, T y = 0) {
  if (std::isnan(ours) && std::isnan(theirs)) return;
  T above = theirs, under = theirs;
  for (int i = 0; i < 3; ++i) {
    above = std::nextafter(above, std::numeric_limits<T>::infinity());
    under = std::nextafter(under, -std::numeric_limits<T>::infinity());
  }
  ASSERT_TRUE(under <= ours && ours <= above)
      << name << "(" << x << ", " << y << ") is " << ours << ", not " << theirs;
}

TEST(Libc, MathematicsAreTheFunctionsOfTheirNames) {
  for (int i = 0; i < 20000; ++i) {
    const double x = argument(), y = argument();
    const float fx = static_cast<float>(x), fy = static_cast<float>(y);
#define ONE(name)                                      \
  expect_same(tb_c_##name(x), std::name(x), #name, x); \
  expect_near(tb_c_##name##f(fx), ::name##f(fx), #name "f", fx);
#define TWO(name)                                               \
  expect_same(tb_c_##name(x, y), std::name(x, y), #name, x, y); \
  expect_near(tb_c_##name##f(fx, fy), ::name##f(fx, fy), #name "f", fx, fy);
    OF_ONE(ONE)
    OF_TWO(TWO)
#undef ONE
#undef TWO
    expect_near(tb_c_exp2(x), std::exp2(x), "exp2", x);
    expect_near(tb_c_exp2f(fx), ::exp2f(fx), "exp2f", fx);
    if (HasFatalFailure()) return;
  }
}

void expect_same_number(const std::string& text) {
  char *end = nullptr, *expected_end = nullptr;
  const double ours = tb_c_strtod(text.c_str(), &end);
  const double theirs = std::strtod(text.c_str(), &expected_end);
  ASSERT_EQ(end - text.c_str(), expected_end - text.c_str()) << text;
  ASSERT_EQ(std::bit_cast<std::uint64_t>(ours), std::bit_cast<std::uint64_t>(theirs)) << text;
}

TEST(Libc, StrtodReadsWhatCReads) {
  for (const char* text : {"",
                           " ",
                           "-",
                           "+",
                           ".",
                           "-.",
                           "e5",
                           "5.",
                           ".5",
                           "-.5e1",
                           "1e",
                           "1e+",
                           "1e-x",
                           "1e5x",
                           "1.2.3",
                           " \t\n\v\f\r12",
                           " -",
                           "+3",
                           "--3",
                           "-0",
                           "0",
                           "007",
                           "1E3",
                           "1e400",
                           "-1e400",
                           "1e-400",
                           "4.9e-324",
                           "2.4703282292062327e-324",
                           "2.4703282292062329e-324",
                           "1.7976931348623159e308",
                           "9007199254740993",
                           "0.1,5",
                           "3 4"}) {
    expect_same_number(text);
  }
  expect_same_number(std::string(800, '7') + "." + std::string(800, '3') + "e-700");
  const std::string alphabet = "0123456789012345678900..eE+- x";
  for (int i = 0; i < 100000 && !HasFatalFailure(); ++i) {
    std::string text;
    for (long long n = below(12); n >= 0; --n)
      text += alphabet[static_cast<std::size_t>(below(static_cast<long long>(alphabet.size())))];
    if (text.find("0x") == std::string::npos) expect_same_number(text);
  }
  EXPECT_EQ(tb_c_strtod("12", nullptr), 12);
}

TEST(Libc, StrtodReadsNothingOfWhatIsAbsent) {
  for (const char* text : {"inf", "-infinity", "nan", "NAN(1)"}) {
    char* end = nullptr;
    EXPECT_EQ(tb_c_strtod(text, &end), 0);
    EXPECT_EQ(end, text);
  }
  const char* const hexadecimal = "0x10";
  char* end = nullptr;
  EXPECT_EQ(tb_c_strtod(hexadecimal, &end), 0);
  EXPECT_STREQ(end, "x10");
}

// The same conversion by both; also into a buffer that is too small.
template <class... Arguments>
void expect_same_text(const std::string& format, Arguments... arguments) {
  char ours[2000], theirs[2000];
  const int length = tb_c_snprintf(ours, sizeof ours, format.c_str(), arguments...);
  const int expected = std::snprintf(theirs, sizeof theirs, format.c_str(), arguments...);
  ASSERT_STREQ(ours, theirs) << format;
  ASSERT_EQ(length, expected) << format;
  const std::size_t room = static_cast<std::size_t>(below(expected + 2));
  char cut[2000];
  std::fill(std::begin(cut), std::end(cut), '#');
  ASSERT_EQ(tb_c_snprintf(cut, room, format.c_str(), arguments...), expected) << format;
  if (room > 0) {
    ASSERT_EQ(cut, std::string(theirs).substr(0, room - 1)) << format;
  }
  ASSERT_EQ(cut[room], '#') << format;
}

// Flags out of `possible`, a width and a precision, each often left out.
std::string any_field(const std::string& possible, bool precision) {
  std::string field;
  for (long long n = below(3); n > 0 && !possible.empty(); --n)
    field += possible[static_cast<std::size_t>(below(static_cast<long long>(possible.size())))];
  if (below(2) == 0) field += std::to_string(1 + below(30));
  if (precision && below(3) != 0) field += "." + (below(8) == 0 ? "" : std::to_string(below(20)));
  return field;
}

double number_to_print() {
  constexpr double kEdges[] = {0.0,           -0.0,     0.5,      1.5,      2.5,       1e21,
                               DBL_MAX,       DBL_MIN,  9.5,      99.5,     0.05,      1e-5,
                               1e-4,          123456.5, -1234565, 1e6,      999999.5,  9999995,
                               0.00009999995, 1e15,     4.9e-324, INFINITY, -INFINITY, NAN,
                               -NAN,          0x1p63,   -0x1p64,  1e22};
  switch (below(6)) {
    case 0:
      return kEdges[below(std::size(kEdges))];
    case 1:
      return any_double();
    case 2:  // exact ties of few decimals
      return std::ldexp(static_cast<double>(below(2000001) - 1000000),
                        -static_cast<int>(below(12)));
    case 3:
      return static_cast<double>(below(2000001) - 1000000) / 100;
    case 4:
      return static_cast<double>(below(100000)) *
             std::pow(10.0, static_cast<double>(below(40) - 20));
    default:
      return static_cast<double>(below(LLONG_MAX)) / 1e6;
  }
}

TEST(Libc, SnprintfWritesRealsAsC) {
  for (int i = 0; i < 200000 && !HasFatalFailure(); ++i) {
    const std::string length = below(6) == 0 ? "l" : "";
    const std::string format = "%" + any_field("-0+ ", true) + length + "fFeEgG"[below(6)];
    expect_same_text("<" + format + ">", number_to_print());
  }
  // As our own rooms print.
  for (const char* format :
       {"%.3f", "%.0f", "%.6g", "%.15g", "%.17g", "%.10g", "%g", "%.400f", "%.60e", "%.800g"}) {
    for (int i = 0; i < 2000 && !HasFatalFailure(); ++i)
      expect_same_text(format, number_to_print());
  }
}

template <class T>
void same_integers(const std::string& length, bool natural) {
  constexpr T kEdges[] = {
      T(0),  T(1),   T(-1), std::numeric_limits<T>::min(), std::numeric_limits<T>::max(),
      T(10), T(127), T(128)};
  for (int i = 0; i < 4000; ++i) {
    const T value = below(2) == 0 ? kEdges[below(std::size(kEdges))] : static_cast<T>(g_random());
    const std::string field = any_field(natural ? "-0" : "-0+ ", true);
    const char kind = natural ? "uxX"[below(3)] : "di"[below(2)];
    expect_same_text("<%" + field + length + kind + ">", value);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(Libc, SnprintfWritesIntegersOfEveryLengthAsC) {
  same_integers<int>("", false);
  same_integers<unsigned>("", true);
  same_integers<int>("hh", false);
  same_integers<unsigned>("hh", true);
  same_integers<int>("h", false);
  same_integers<unsigned>("h", true);
  same_integers<long>("l", false);
  same_integers<unsigned long>("l", true);
  same_integers<long long>("ll", false);
  same_integers<unsigned long long>("ll", true);
  same_integers<std::ptrdiff_t>("t", false);
  same_integers<std::size_t>("z", true);
  same_integers<std::intmax_t>("j", false);
  same_integers<std::uintmax_t>("j", true);
}

TEST(Libc, SnprintfWritesTextsCharactersAndPointersAsC) {
  static const int kPlace = 0;
  for (int i = 0; i < 4000 && !HasFatalFailure(); ++i) {
    const std::string text(static_cast<std::size_t>(below(20)), static_cast<char>('a' + below(26)));
    expect_same_text("%" + any_field("-", true) + "s|", text.c_str());
    expect_same_text("%" + any_field("-", false) + "c|", static_cast<int>(' ' + below(90)));
    expect_same_text("%" + any_field("-", false) + "p|", static_cast<const void*>(&kPlace));
    const int width = static_cast<int>(below(30)) - 15, precision = static_cast<int>(below(10)) - 3;
    expect_same_text("%*s|", width, text.c_str());
    expect_same_text("%.*s|", precision, text.c_str());
    expect_same_text("%*.*f|%0*d|", width, precision, number_to_print(), width, i);
    // What follows a conversion takes its own argument.
    expect_same_text("100%% %s %d %.2f %lld %c", text.c_str(), i, 2.5, 7LL, 'x');
  }
  expect_same_text("%p|%8p|%-8p|", static_cast<void*>(nullptr), static_cast<void*>(nullptr),
                   static_cast<void*>(nullptr));
  const char* const none = nullptr;
  expect_same_text("%s|%.3s|%.6s|", none, none, none);
  expect_same_text("", 0);
}

TEST(Libc, VsnprintfLeavesTheCallersListAlone) {
  const auto twice = [](const char* format, ...) {
    char first[40], second[40];
    va_list list;
    va_start(list, format);
    va_list copy;
    va_copy(copy, list);
    tb_c_vsnprintf(first, sizeof first, format, list);
    tb_c_vsnprintf(second, sizeof second, format, copy);
    va_end(copy);
    va_end(list);
    EXPECT_STREQ(first, "7 seven");
    EXPECT_STREQ(second, "7 seven");
  };
  twice("%d %s", 7, "seven");
}

TEST(LibcDeathTest, WhatIsAbsentEndsTheProgram) {
  char out[40];
  for (const char* format : {"%o", "%a", "%n", "%#x", "%Lf", "%ls", "%lc", "%hhf", "%lld %y", "%'d",
                             "100%", "%5", "%l", "%-", "%m", "%999999d", "%2$d"}) {
    EXPECT_DEATH(tb_c_snprintf(out, sizeof out, format, 1LL, 2LL), "") << format;
  }
  EXPECT_DEATH(tb_c_strtof("1", nullptr), "");
  EXPECT_DEATH(tb_c_strtold("1", nullptr), "");
  EXPECT_DEATH(tb_c_abort_message("%s", "why"), "");
}

TEST(Libc, NothingIsWrittenToATerminal) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(tb_c_fprintf(stderr, "%d", 1), 0);
  EXPECT_EQ(tb_c_fiprintf(stderr, "%d", 1), 0);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace tablero
