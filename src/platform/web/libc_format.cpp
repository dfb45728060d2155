// snprintf and vsnprintf of the web build; see libc.cpp.
#include <algorithm>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "platform/web/libc_decimal.h"

namespace {

struct Sink {
  char* out;
  std::size_t room;  // without the final zero
  int length = 0;

  void put(char c) {
    if (static_cast<std::size_t>(length) < room) out[length] = c;
    ++length;
  }
  void put(char c, int count) {
    for (; count > 0; --count) put(c);
  }
};

// One conversion specification: flags, width and precision.
struct Field {
  bool left = false, zeros = false;
  char plus = '\0';  // prefix of non-negative numbers: '+', ' ' or nothing
  int width = 0;
  int precision = -1;

  // Zeros between the sign and a number of `length` characters, sign included.
  int zeros_before(int length) const { return zeros && !left ? std::max(width - length, 0) : 0; }
};

// `prefix`, `zeros` times '0' and `text`, with the spaces of the field around them.
void put_field(Sink& sink, const Field& field, const char* prefix, int zeros, const char* text,
               int length) {
  const int pad = field.width - static_cast<int>(std::strlen(prefix)) - zeros - length;
  if (!field.left) sink.put(' ', pad);
  for (; *prefix != '\0'; ++prefix) sink.put(*prefix);
  sink.put('0', zeros);
  for (int i = 0; i < length; ++i) sink.put(text[i]);
  if (field.left) sink.put(' ', pad);
}

void put_whole(Sink& sink, const Field& field, const char* prefix, unsigned long long value,
               unsigned base, bool upper) {
  const char* const names = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  char buffer[24];
  char* const end = buffer + sizeof buffer;
  char* start = end;
  for (; value != 0; value /= base) *--start = names[value % base];
  const int length = static_cast<int>(end - start);
  const int zeros =
      field.precision < 0
          ? std::max(field.zeros_before(length + static_cast<int>(std::strlen(prefix))),
                     length == 0 ? 1 : 0)
          : std::max(field.precision - length, 0);
  put_field(sink, field, prefix, zeros, start, length);
}

// "e+05"; returns its length.
int exponent_text(char (&out)[6], int exponent, bool upper) {
  const int size = exponent < 0 ? -exponent : exponent;
  int n = 0;
  out[n++] = upper ? 'E' : 'e';
  out[n++] = exponent < 0 ? '-' : '+';
  if (size >= 100) out[n++] = static_cast<char>('0' + size / 100);
  out[n++] = static_cast<char>('0' + size / 10 % 10);
  out[n++] = static_cast<char>('0' + size % 10);
  return n;
}

// The conversions f, e, g, F, E and G.
void put_real(Sink& sink, const Field& field, double value, char kind) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  const bool upper = kind < 'a';
  const char sign[2] = {bits >> 63 != 0 ? '-' : field.plus, '\0'};
  bits &= ~std::uint64_t{0} >> 1;
  if (bits >= std::uint64_t{0x7FF} << 52) {
    const bool infinite = bits == std::uint64_t{0x7FF} << 52;
    const char* const word = infinite ? (upper ? "INF" : "inf") : (upper ? "NAN" : "nan");
    return put_field(sink, field, sign, 0, word, 3);
  }
  tablero::Decimal number(bits);
  int precision = field.precision < 0 ? 6 : field.precision;
  bool exponential = kind == 'e' || kind == 'E';
  if (kind == 'g' || kind == 'G') {
    precision = std::max(precision, 1);
    number.round(number.leading() - precision + 1);
    exponential = number.leading() < -4 || number.leading() >= precision;
    precision -= exponential ? 1 : number.leading() + 1;
    const int point = exponential ? number.leading() : 0;
    while (precision > 0 && number.digit(point - precision) == '0') --precision;
  } else {
    number.round((exponential ? number.leading() : 0) - precision);
  }
  const int point = exponential ? number.leading() : 0;
  const int top = std::max(number.leading(), point);
  char tail[6];
  const int tail_length = exponential ? exponent_text(tail, number.leading(), upper) : 0;
  const int length = static_cast<int>(std::strlen(sign)) + top - point + 1 +
                     (precision > 0 ? precision + 1 : 0) + tail_length;
  const int zeros = field.zeros_before(length);
  if (!field.left) sink.put(' ', field.width - length - zeros);
  if (sign[0] != '\0') sink.put(sign[0]);
  sink.put('0', zeros);
  for (int i = top; i >= point - precision; --i) {
    if (i == point - 1) sink.put('.');
    sink.put(number.digit(i));
  }
  for (int i = 0; i < tail_length; ++i) sink.put(tail[i]);
  if (field.left) sink.put(' ', field.width - length);
}

struct Arguments {
  va_list list;

  // The argument of an integer conversion of the length 'c' (hh), 'h', 'i' (none), 'l', 'q' (ll),
  // 'z', 'j' or 't'.
  long long integer(char length) {
    switch (length) {
      case 'c':
        return static_cast<signed char>(va_arg(list, int));
      case 'h':
        return static_cast<short>(va_arg(list, int));
      case 'i':
        return va_arg(list, int);
      case 'l':
        return va_arg(list, long);
      case 'z':
      case 't':
        return va_arg(list, std::ptrdiff_t);
      default:
        return va_arg(list, long long);
    }
  }
  unsigned long long natural(char length) {
    switch (length) {
      case 'c':
        return static_cast<unsigned char>(va_arg(list, unsigned));
      case 'h':
        return static_cast<unsigned short>(va_arg(list, unsigned));
      case 'i':
        return va_arg(list, unsigned);
      case 'l':
        return va_arg(list, unsigned long);
      case 'z':
      case 't':
        return va_arg(list, std::size_t);
      default:
        return va_arg(list, unsigned long long);
    }
  }
};

// A number of the format or, for '*', of the arguments; -1 when there is none. Moves `format` on.
int number_of(const char*& format, Arguments& arguments) {
  if (*format == '*') {
    ++format;
    return va_arg(arguments.list, int);
  }
  if (*format < '0' || *format > '9') return -1;
  int n = 0;
  for (; *format >= '0' && *format <= '9'; ++format) {
    if (n > 9999) __builtin_trap();
    n = n * 10 + *format - '0';
  }
  return n;
}

Field field_of(const char*& format, Arguments& arguments) {
  Field field;
  for (;; ++format) {
    if (*format == '-') {
      field.left = true;
    } else if (*format == '0') {
      field.zeros = true;
    } else if (*format == '+' || (*format == ' ' && field.plus != '+')) {
      field.plus = *format;
    } else if (*format != ' ') {
      break;
    }
  }
  const char* const width_at = format;
  field.width = number_of(format, arguments);
  if (*width_at == '*' && field.width < 0) {
    field.left = true;
    field.width = -field.width;
  }
  if (*format == '.') {
    const char* const precision_at = ++format;
    field.precision = number_of(format, arguments);
    if (field.precision < 0 && *precision_at != '*') field.precision = 0;
  }
  return field;
}

// The length as Arguments names it. Moves `format` on.
char length_of(const char*& format) {
  switch (*format) {
    case 'h':
      if (*++format != 'h') return 'h';
      ++format;
      return 'c';
    case 'l':
      if (*++format != 'l') return 'l';
      ++format;
      return 'q';
    case 'z':
    case 't':
    case 'j':
      return *format++;
    default:
      return 'i';
  }
}

void put_text(Sink& sink, const Field& field, const char* text) {
  if (text == nullptr) text = field.precision < 0 || field.precision >= 6 ? "(null)" : "";
  int length = 0;
  while (length != field.precision && text[length] != '\0') ++length;
  put_field(sink, field, "", 0, text, length);
}

void put_conversion(Sink& sink, const Field& field, char length, char kind, Arguments& arguments) {
  const char plus[2] = {field.plus, '\0'};
  switch (kind) {
    case 'd':
    case 'i': {
      const long long v = arguments.integer(length);
      const auto size = static_cast<unsigned long long>(v);
      return put_whole(sink, field, v < 0 ? "-" : plus, v < 0 ? 0 - size : size, 10, false);
    }
    case 'u':
      return put_whole(sink, field, "", arguments.natural(length), 10, false);
    case 'x':
    case 'X':
      return put_whole(sink, field, "", arguments.natural(length), 16, kind == 'X');
    default:
      break;
  }
  // "%lf" is "%f"; wide characters and strings are unsupported.
  const bool real = std::strchr("fFeEgG", kind) != nullptr && kind != '\0';
  if (length != 'i' && !(length == 'l' && real)) __builtin_trap();
  if (real) return put_real(sink, field, va_arg(arguments.list, double), kind);
  switch (kind) {
    case 'c': {
      const char c = static_cast<char>(va_arg(arguments.list, int));
      return put_field(sink, field, "", 0, &c, 1);
    }
    case 's':
      return put_text(sink, field, va_arg(arguments.list, const char*));
    case 'p': {
      const void* const p = va_arg(arguments.list, const void*);
      if (p == nullptr) return put_field(sink, field, "", 0, "(nil)", 5);
      return put_whole(sink, field, "0x", reinterpret_cast<std::uintptr_t>(p), 16, false);
    }
    case '%':
      return sink.put('%');
    default:
      __builtin_trap();
  }
}

}  // namespace

// Conversions d i u x X c s p f F e E g G and %, with the flags - 0 + and space, width, precision,
// and the lengths hh h l ll z j t. All others (o a n, # and L, wide characters) are unsupported:
// they trap, because the size of their argument is unknown.
extern "C" int vsnprintf(char* out, std::size_t size, const char* format, va_list list) {
  Sink sink{out, size > 0 ? size - 1 : 0};
  Arguments arguments;
  va_copy(arguments.list, list);
  while (*format != '\0') {
    if (*format != '%') {
      sink.put(*format++);
      continue;
    }
    ++format;
    const Field field = field_of(format, arguments);
    const char length = length_of(format);
    put_conversion(sink, field, length, *format++, arguments);
  }
  va_end(arguments.list);
  if (size > 0) out[std::min(static_cast<std::size_t>(sink.length), size - 1)] = '\0';
  return sink.length;
}

extern "C" int snprintf(char* out, std::size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(out, size, format, arguments);
  va_end(arguments);
  return length;
}
