// Percent-encoding against what browsers do.
#include "base/percent.h"

#include <gtest/gtest.h>

#include <string>

namespace tablero {
namespace {

std::string encoded(std::string_view text, std::string_view also_plain = {}) {
  std::string out;
  append_percent_encoded(out, text, also_plain);
  return out;
}

// What encodeURIComponent gives in V8. It leaves !'()* as they are, which RFC 3986 reserves: they
// are not in these texts.
TEST(Percent, EncodesAsEncodeUriComponent) {
  EXPECT_EQ(encoded("Ñandú & compañía, 100 %"),
            "%C3%91and%C3%BA%20%26%20compa%C3%B1%C3%ADa%2C%20100%20%25");
  EXPECT_EQ(encoded("a=b+c/d?e#f:g;h@i"), "a%3Db%2Bc%2Fd%3Fe%23f%3Ag%3Bh%40i");
  EXPECT_EQ(encoded("\"<>[]\\^`{|}\n\x7F"), "%22%3C%3E%5B%5D%5C%5E%60%7B%7C%7D%0A%7F");
  EXPECT_EQ(encoded("AZaz09-_.~"), "AZaz09-_.~");
  EXPECT_EQ(encoded("\u20AC\U0001F917"), "%E2%82%AC%F0%9F%A4%97");
}

TEST(Percent, LeavesOnlyWhatIsUnreservedOrAskedFor) {
  const std::string plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text(1, static_cast<char>(byte));
    EXPECT_EQ(encoded(text) == text, plain.find(text) != std::string::npos) << byte;
  }
  EXPECT_EQ(encoded("a,b/c:d", ",/:"), "a,b/c:d");
  EXPECT_EQ(encoded("a,b/c:d", ","), "a,b%2Fc%3Ad");
}

// What new URLSearchParams('q=' + text).get('q') gives in V8.
TEST(Percent, DecodesAsUrlSearchParams) {
  EXPECT_EQ(percent_decoded("a+b%20c%2Bd"), "a b c+d");
  EXPECT_EQ(percent_decoded("%c3%b1%C3%91"), "\u00F1\u00D1");
  EXPECT_EQ(percent_decoded("100%"), "100%");
  EXPECT_EQ(percent_decoded("%4"), "%4");
  EXPECT_EQ(percent_decoded(std::string_view("%41").substr(0, 2)), "%4");  // the text ends there
  EXPECT_EQ(percent_decoded("%zz%4g%25"), "%zz%4g%");
  EXPECT_EQ(percent_decoded("%%41"), "%A");
  EXPECT_EQ(percent_decoded(""), "");
}

TEST(Percent, ComesBackForEveryPairOfBytes) {
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::string text{static_cast<char>(a), static_cast<char>(b)};
      ASSERT_EQ(percent_decoded(encoded(text)), text) << a << " " << b;
    }
  }
}

}  // namespace
}  // namespace tablero
