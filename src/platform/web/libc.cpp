// Parts of the C library that the browser has already. musl's versions of them are 45 kB of the
// module: tables of the transcendental functions, numbers to and from text through 128-bit floating
// point. These definitions come before those of the archive, so that nothing of theirs is linked.
// What arrives here comes from Dear ImGui, libc++, nlohmann/json and our own rooms; the meaning is
// that of C unless said otherwise.
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>

// Imports of the module "m" are the functions of the page's Math; engines know them and call their
// own code directly.
#define TB_MATH_1(name)                                                                      \
  extern "C"                                                                                 \
      __attribute__((import_module("m"), import_name(#name))) double tb_math_##name(double); \
  extern "C" double name(double x) { return tb_math_##name(x); }                             \
  extern "C" float name##f(float x) {                                                        \
    return static_cast<float>(tb_math_##name(static_cast<double>(x)));                       \
  }
#define TB_MATH_2(name)                                                                        \
  extern "C" __attribute__((import_module("m"), import_name(#name))) double tb_math_##name(    \
      double, double);                                                                         \
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

extern "C" {
// The value of a decimal number, correctly rounded.
double tb_host_number(const char* text, std::size_t length);
// The text of a value with as many significant digits, trailing zeros left out; to be freed.
char* tb_host_digits(double value, double digits);
void tb_free(void* p);
}

// Decimal numbers only, no leading space: no "inf", no "nan", no hexadecimal digits.
extern "C" double strtod(const char* text, char** end) {
  const char* p = text;
  const auto digits = [&p] {
    const char* const start = p;
    while (*p >= '0' && *p <= '9') ++p;
    return p - start;
  };
  if (*p == '-' || *p == '+') ++p;
  std::ptrdiff_t found = digits();
  if (*p == '.') {
    ++p;
    found += digits();
  }
  if (found == 0) p = text;
  if (found > 0 && (*p == 'e' || *p == 'E')) {
    const char* const mantissa_end = p++;
    if (*p == '-' || *p == '+') ++p;
    if (digits() == 0) p = mantissa_end;
  }
  if (end != nullptr) *end = const_cast<char*>(p);
  return found == 0 ? 0 : tb_host_number(text, static_cast<std::size_t>(p - text));
}

// libc++ names these two; nothing in the program reads numbers of their types.
extern "C" float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
extern "C" long double strtold(const char* text, char** end) {
  return static_cast<long double>(strtod(text, end));
}

namespace {

struct Sink {
  char* out;
  std::size_t room;  // without the final zero
  int length = 0;

  void put(char c) {
    if (static_cast<std::size_t>(length) < room) out[length] = c;
    ++length;
  }
};

struct Field {
  bool left = false, zeros = false;
  int width = 0, precision = -1;
};

void put_field(Sink& sink, const Field& field, bool negative, const char* text, int length) {
  int pad = field.width - length - (negative ? 1 : 0);
  if (!field.left && !field.zeros) {
    for (; pad > 0; --pad) sink.put(' ');
  }
  if (negative) sink.put('-');
  if (!field.left) {
    for (; pad > 0; --pad) sink.put('0');
  }
  for (int i = 0; i < length; ++i) sink.put(text[i]);
  for (; pad > 0; --pad) sink.put(' ');
}

// Digits of `value` ending before `end`; at least `least` of them. Returns their start.
char* digits_before(char* end, unsigned long long value, unsigned base, bool upper, int least) {
  const char* const names = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  for (; value != 0 || least > 0; value /= base, --least) *--end = names[value % base];
  return end;
}

// Fixed point, rounded half to even on the exact binary value as C does, for decimals up to 9 and
// |value| below 2^63. Beyond that: "inf".
void put_fixed(Sink& sink, const Field& field, double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  const int decimals = field.precision < 0 ? 6 : field.precision > 9 ? 9 : field.precision;
  const int exponent = static_cast<int>(bits >> 52 & 0x7FF);
  if (exponent >= 1023 + 63) return put_field(sink, field, value < 0, "inf", 3);
  const std::uint64_t mantissa =
      (bits & 0xFFFFFFFFFFFFFu) | (exponent > 0 ? std::uint64_t{1} << 52 : 0);
  // The value is whole + rest / 2^shift; what lies below 2^-60 only tells a tie from more than a
  // tie.
  int shift = 1075 - (exponent > 0 ? exponent : 1);
  std::uint64_t whole = 0, rest = 0;
  bool more = false;
  if (shift <= 0) {
    whole = mantissa << -shift;
    shift = 60;
  } else {
    if (shift < 64) whole = mantissa >> shift;
    rest = mantissa - (shift < 64 ? whole << shift : 0);
    for (; shift > 60; --shift, rest >>= 1) more = more || (rest & 1) != 0;
  }
  char buffer[48];
  char* const point = buffer + 30;
  char* end = point + (decimals > 0 ? 1 : 0);
  *point = '.';
  for (int i = 0; i < decimals; ++i) {
    rest *= 10;
    *end++ = static_cast<char>('0' + (rest >> shift));
    rest &= (std::uint64_t{1} << shift) - 1;
  }
  const std::uint64_t half = std::uint64_t{1} << (shift - 1);
  const bool odd = ((decimals > 0 ? static_cast<std::uint64_t>(end[-1]) : whole) & 1) != 0;
  if (rest > half || (rest == half && (more || odd))) {
    char* digit = end;
    while (--digit > point && *digit == '9') *digit = '0';
    digit > point ? static_cast<void>(++*digit) : static_cast<void>(++whole);
  }
  char* const start = digits_before(point, whole, 10, false, 1);
  put_field(sink, field, bits >> 63 != 0, start, static_cast<int>(end - start));
}

}  // namespace

// Conversions d i u x X c s p f g and %, with the flags - and 0, width, precision, and the lengths
// l, ll, z.
extern "C" int vsnprintf(char* out, std::size_t size, const char* format, va_list arguments) {
  Sink sink{out, size > 0 ? size - 1 : 0};
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      sink.put(*format);
      continue;
    }
    Field field;
    const auto number = [&](int otherwise) {
      int n = otherwise;
      if (format[1] == '*') {
        ++format;
        return va_arg(arguments, int);
      }
      for (n = format[1] >= '0' && format[1] <= '9' ? 0 : otherwise;
           format[1] >= '0' && format[1] <= '9'; ++format) {
        n = n * 10 + format[1] - '0';
      }
      return n;
    };
    for (; format[1] == '-' || format[1] == '0'; ++format)
      (format[1] == '-' ? field.left : field.zeros) = true;
    field.width = number(0);
    if (format[1] == '.') {
      ++format;
      field.precision = number(0);
    }
    int longs = 0;
    for (; format[1] == 'l' || format[1] == 'z' || format[1] == 'h'; ++format)
      longs += format[1] == 'l' ? 1 : 0;
    const char kind = *++format;
    char buffer[24];
    char* const end = buffer + sizeof buffer;
    switch (kind) {
      case 'd':
      case 'i': {
        const long long v = longs > 1 ? va_arg(arguments, long long) : va_arg(arguments, int);
        const auto size_of =
            v < 0 ? 0 - static_cast<unsigned long long>(v) : static_cast<unsigned long long>(v);
        char* const start = digits_before(end, size_of, 10, false, 1);
        put_field(sink, field, v < 0, start, static_cast<int>(end - start));
        break;
      }
      case 'u':
      case 'x':
      case 'X':
      case 'p': {
        const unsigned long long v =
            longs > 1 ? va_arg(arguments, unsigned long long) : va_arg(arguments, unsigned);
        char* const start = digits_before(end, v, kind == 'u' ? 10 : 16, kind == 'X', 1);
        put_field(sink, field, false, start, static_cast<int>(end - start));
        break;
      }
      case 'c':
        buffer[0] = static_cast<char>(va_arg(arguments, int));
        put_field(sink, field, false, buffer, 1);
        break;
      case 's': {
        const char* text = va_arg(arguments, const char*);
        if (text == nullptr) text = "(null)";
        int length = 0;
        while ((field.precision < 0 || length < field.precision) && text[length] != '\0') ++length;
        put_field(sink, field, false, text, length);
        break;
      }
      case 'f':
        put_fixed(sink, field, va_arg(arguments, double));
        break;
      case 'g': {
        char* const text =
            tb_host_digits(va_arg(arguments, double), field.precision < 0 ? 6 : field.precision);
        put_field(sink, field, false, text, static_cast<int>(std::strlen(text)));
        tb_free(text);
        break;
      }
      case '\0':
        --format;
        break;
      default:
        sink.put(kind);
    }
  }
  if (size > 0)
    out[static_cast<std::size_t>(sink.length) < size ? static_cast<std::size_t>(sink.length)
                                                     : size - 1] = '\0';
  return sink.length;
}

extern "C" int snprintf(char* out, std::size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(out, size, format, arguments);
  va_end(arguments);
  return length;
}

// libc++abi says why it ends the program through stdio; the trap is reported by the page either
// way.
extern "C" [[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }

// What the libraries write to a terminal (ImGui's backend when its own shader fails, which the page
// reports too) goes nowhere: there is none, and stdio with its formats costs 5 kB. Emscripten makes
// fiprintf of fprintf where no fraction is printed.
extern "C" int fprintf(FILE*, const char*, ...) { return 0; }
extern "C" int fiprintf(FILE*, const char*, ...) { return 0; }
