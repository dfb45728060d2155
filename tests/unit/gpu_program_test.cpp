// Where a shader's compile error is, as different drivers say it.
#include <gtest/gtest.h>

#include "gpu/program.h"

namespace tablero {
namespace {

TEST(ShaderLog, ReadsTheLineOfEachDriversForm) {
  EXPECT_EQ(parse_shader_log("0:12(5): error: `x' undeclared\n").line, 12);
  EXPECT_EQ(parse_shader_log("ERROR: 0:7: 'x' : undeclared identifier\nERROR: 1 error\n").line, 7);
  EXPECT_EQ(parse_shader_log("0(33) : error C1503: undefined variable \"x\"\n").line, 33);
}

TEST(ShaderLog, TakesTheFirstLineThatNamesAPlace) {
  const LogPosition where =
      parse_shader_log("Compile failed.\r\n0:3(1): error: first\n0:9(1): error: second");
  EXPECT_EQ(where.line, 3);
  EXPECT_EQ(where.message, "0:3(1): error: first");
}

TEST(ShaderLog, WithoutAPlaceGivesTheFirstLine) {
  const LogPosition where = parse_shader_log("\nout of memory\nmore\n");
  EXPECT_EQ(where.line, 0);
  EXPECT_EQ(where.message, "out of memory");
  EXPECT_EQ(parse_shader_log("").message, "");
}

TEST(ShaderLog, SurvivesNumbersWithoutEnd) {
  EXPECT_EQ(parse_shader_log("0:99999999999999999999(1): error").line, 1'000'000);
}

}  // namespace
}  // namespace tablero
