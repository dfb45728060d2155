// Shared by the data tests: the frozen files, and comparing faults.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "fixtures/files.h"

namespace tablero::test {

inline std::optional<std::string> read_data(std::string_view path) {
  return read_bytes(std::string(TABLERO_DATA_DIR) + "/" + std::string(path));
}

inline std::string frozen(std::string_view path) {
  const std::optional<std::string> bytes = read_data(path);
  EXPECT_TRUE(bytes.has_value()) << path;
  return bytes.value_or("");
}

// The first occurrence of `from` in `s` replaced; a test failure when there is none.
inline std::string replaced(std::string s, std::string_view from, std::string_view to) {
  const std::size_t at = s.find(from);
  EXPECT_NE(at, std::string::npos) << "nothing to replace: " << from;
  if (at != std::string::npos) s.replace(at, from.size(), to);
  return s;
}

}  // namespace tablero::test

#define EXPECT_FAULT(result, where, what_expected, what_found) \
  do {                                                         \
    const auto& r_ = (result);                                 \
    ASSERT_FALSE(r_.ok()) << "no fault";                       \
    EXPECT_EQ(r_.fault().pointer, where);                      \
    EXPECT_EQ(r_.fault().expected, what_expected);             \
    EXPECT_EQ(r_.fault().found, what_found);                   \
  } while (false)
