// What a function hands back that can fail: a value, nothing, or the reason.
#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace tablero {
namespace {

const Fault kFault = {"data/a.json", "/b", "a number", "null"};

Result<int> half_of(int n) {
  if (n % 2 != 0) return Fault{"n", "", "an even number", std::to_string(n)};
  return n / 2;
}

Result<void> need_even(int n) {
  const Result<int> half = half_of(n);
  if (!half.ok()) return half.fault();
  return {};
}

Result<void, UsageFault> need_option(bool is_given) {
  if (!is_given) return UsageFault{"--k is missing"};
  return {};
}

TEST(Result, AValueOrAFault) {
  const Result<int> good = half_of(6);
  ASSERT_TRUE(good.ok());
  EXPECT_TRUE(static_cast<bool>(good));
  EXPECT_EQ(good.value(), 3);
  const Result<int> bad = half_of(7);
  ASSERT_FALSE(bad.ok());
  EXPECT_FALSE(static_cast<bool>(bad));
  EXPECT_EQ(bad.fault().line(), "n: expected an even number, found 7");
}

TEST(Result, GivesAValueAway) {
  Result<std::unique_ptr<int>> made = std::make_unique<int>(5);
  const std::unique_ptr<int> taken = std::move(made.value());
  EXPECT_EQ(*taken, 5);
}

TEST(ResultVoid, DoneOrAFault) {
  const Result<void> done = need_even(6);
  EXPECT_TRUE(done.ok());
  EXPECT_TRUE(static_cast<bool>(done));
  const Result<void> failed = need_even(7);
  ASSERT_FALSE(failed.ok());
  EXPECT_FALSE(static_cast<bool>(failed));
  EXPECT_EQ(failed.fault().line(), "n: expected an even number, found 7");
}

// As in a row of steps of which the first failure counts.
TEST(ResultVoid, TakesTheStateOfTheNextStep) {
  Result<void> step = need_even(6);
  if (step.ok()) step = need_even(9);
  if (step.ok()) step = need_even(11);
  ASSERT_FALSE(step.ok());
  EXPECT_EQ(step.fault().found, "9");
  step = need_even(2);
  EXPECT_TRUE(step.ok());
}

TEST(ResultVoid, MovesItsFault) {
  Result<void> failed = kFault;
  const Result<void> moved = std::move(failed);
  ASSERT_FALSE(moved.ok());
  EXPECT_EQ(moved.fault().line(), "data/a.json: /b: expected a number, found null");
}

TEST(ResultVoid, AnotherKindOfFault) {
  EXPECT_TRUE(need_option(true).ok());
  const Result<void, UsageFault> failed = need_option(false);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.fault().sentence, "--k is missing");
}

// One pointer: the frame can pass it around without an allocation. And not a bool: `return true`
// from a function that has nothing to return is a mistake.
static_assert(sizeof(Result<void>) == sizeof(void*));
static_assert(!std::is_constructible_v<Result<void>, bool>);
static_assert(!std::is_convertible_v<Result<void>, bool>);

}  // namespace
}  // namespace tablero
