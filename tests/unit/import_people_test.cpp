#include <gtest/gtest.h>

#include <map>
#include <string>

#include "import/people.h"

namespace tablero {
namespace {

constexpr std::array<std::uint64_t, 2> kSalt = {1, 2};

TEST(SipHash, AgreesWithItsPublication) {
  // Appendix A of the paper: key 00 01 .. 0f, text 00 01 .. 0e.
  std::string text;
  for (char c = 0; c < 15; ++c) text += c;
  EXPECT_EQ(siphash({0x0706050403020100ull, 0x0f0e0d0c0b0a0908ull}, text), 0xa129ca6149be45e5ull);
}

std::map<std::uint32_t, int> counted(const People& people) {
  std::map<std::uint32_t, int> count;
  people.each([&](std::uint32_t place) { ++count[place]; });
  return count;
}

TEST(People, AnAddressCountsOnceAndItsLastPlaceHolds) {
  People people(kSalt);
  EXPECT_TRUE(people.add({"a@example.org", "", "ana"}, 1));
  EXPECT_FALSE(people.add({"a@example.org", "", "ana b"}, 2));
  EXPECT_FALSE(people.add({"a@example.org", "", ""}, 0));
  EXPECT_TRUE(people.add({"b@example.org", "", "ana"}, 1));
  EXPECT_EQ(counted(people), (std::map<std::uint32_t, int>{{1, 1}, {2, 1}}));
}

TEST(People, CompanionsOfOneOrderAreOtherPeople) {
  People people(kSalt);
  EXPECT_TRUE(people.add({"buyer@example.org", "77", "ana"}, 1));
  EXPECT_TRUE(people.add({"buyer@example.org", "77", "blas"}, 2));
  EXPECT_FALSE(people.add({"buyer@example.org", "77", "blas"}, 2));
  EXPECT_FALSE(people.add({"buyer@example.org", "78", "ana"}, 1));
  EXPECT_EQ(people.size(), 2u);
}

TEST(People, ManyPeopleInAnyOrder) {
  People people(kSalt);
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 50000; ++i) {
      const std::string email = std::to_string(i) + "@example.org";
      EXPECT_EQ(people.add({email, "", ""}, static_cast<std::uint32_t>(i % 3)), round == 0);
    }
  }
  EXPECT_EQ(people.size(), 50000u);
}

}  // namespace
}  // namespace tablero
