// Parts of the C library that the browser already has. musl's versions of them take 45 kB of the
// module: tables of the transcendental functions, and conversions between numbers and text with
// 128-bit floating point. These definitions take precedence over those in the archive, so that none
// of that is linked. They behave as C specifies or, where a comment says so, are unsupported: an
// unsupported function traps or reads nothing, it never misreads its arguments.
// tests/unit/libc_test.cpp compiles these files under other names and compares every function with
// the C library of the machine.
#include <cstddef>
#include <cstdio>

// Imports from the module "m" are the functions of JavaScript's Math, which engines recognize and
// inline. In the native tests they are functions of the test.
#ifdef __wasm__
#define TB_OF_MATH(name) __attribute__((import_module("m"), import_name(#name)))
#else
#define TB_OF_MATH(name)
#endif
#define TB_MATH_1(name)                                                \
  extern "C" TB_OF_MATH(name) double tb_math_##name(double);           \
  extern "C" double name(double x) { return tb_math_##name(x); }       \
  extern "C" float name##f(float x) {                                  \
    return static_cast<float>(tb_math_##name(static_cast<double>(x))); \
  }
#define TB_MATH_2(name)                                                                        \
  extern "C" TB_OF_MATH(name) double tb_math_##name(double, double);                           \
  extern "C" double name(double x, double y) { return tb_math_##name(x, y); }                  \
  extern "C" float name##f(float x, float y) {                                                 \
    return static_cast<float>(tb_math_##name(static_cast<double>(x), static_cast<double>(y))); \
  }

TB_MATH_1(sin)
TB_MATH_1(cos)
TB_MATH_1(tan)
TB_MATH_1(asin)
TB_MATH_1(acos)
TB_MATH_1(atan)
TB_MATH_1(sinh)
TB_MATH_1(cosh)
TB_MATH_1(tanh)
TB_MATH_1(asinh)
TB_MATH_1(acosh)
TB_MATH_1(atanh)
TB_MATH_1(exp)
TB_MATH_1(expm1)
TB_MATH_1(log)
TB_MATH_1(log1p)
TB_MATH_1(log2)
TB_MATH_1(log10)
TB_MATH_2(atan2)
TB_MATH_2(hypot)
TB_MATH_2(pow)

extern "C" double exp2(double x) { return tb_math_pow(2, x); }
extern "C" float exp2f(float x) {
  return static_cast<float>(tb_math_pow(2, static_cast<double>(x)));
}

// The value of a decimal number, correctly rounded.
extern "C" double tb_host_number(const char* text, std::size_t length);

// Decimal numbers only: "inf" and "nan" read nothing, "0x10" reads its zero. errno is not set.
extern "C" double strtod(const char* text, char** end) {
  const char* start = text;
  while (*start == ' ' || (*start >= '\t' && *start <= '\r')) ++start;
  const char* p = start;
  const auto digits = [&p] {
    const char* const first = p;
    while (*p >= '0' && *p <= '9') ++p;
    return p - first;
  };
  if (*p == '-' || *p == '+') ++p;
  std::ptrdiff_t found = digits();
  if (*p == '.') {
    ++p;
    found += digits();
  }
  if (found > 0 && (*p == 'e' || *p == 'E')) {
    const char* const mantissa_end = p++;
    if (*p == '-' || *p == '+') ++p;
    if (digits() == 0) p = mantissa_end;
  }
  if (end != nullptr) *end = const_cast<char*>(found == 0 ? text : p);
  return found == 0 ? 0 : tb_host_number(start, static_cast<std::size_t>(p - start));
}

// libc++ references these two; defining them keeps the archive's, and with them its strtod, from
// being linked. Nothing in the program calls them. Unsupported: rounding a double again would not
// be correctly rounded.
extern "C" float strtof(const char*, char**) { __builtin_trap(); }
extern "C" long double strtold(const char*, char**) { __builtin_trap(); }

// libc++abi would print its reason through stdio; the page reports the trap in any case.
extern "C" [[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }

// What the libraries write to a terminal (ImGui's backend when its own shader fails, which the page
// reports too) is discarded: there is no terminal, and stdio costs 5 kB. Clang for Emscripten
// replaces fprintf by fiprintf where no floating point is printed
// (https://github.com/emscripten-core/emscripten/pull/8348).
extern "C" int fprintf(FILE*, const char*, ...) { return 0; }
extern "C" int fiprintf(FILE*, const char*, ...) { return 0; }
