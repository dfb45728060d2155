// List and sort against std::vector and std::stable_sort, over random operations.
#include "base/list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/sort.h"

namespace tablero {
namespace {

// Longer than what a std::string keeps inside, so that the sanitizers see every text.
std::string text_of(unsigned n) {
  return "a text that lies on the heap, number " + std::to_string(n);
}

template <class T, class Make>
void same_as_vector(const Make& make) {
  std::mt19937 random(7);
  List<T> list;
  std::vector<T> vector;
  for (int step = 0; step < 20000; ++step) {
    const unsigned n = static_cast<unsigned>(random());
    const std::ptrdiff_t at = vector.empty() ? 0 : n % static_cast<std::ptrdiff_t>(vector.size());
    switch (vector.size() > 60 ? 5 + random() % 4 : random() % 10) {
      case 0:
      case 1:
        list.push_back(make(n)), vector.push_back(make(n));
        break;
      case 2:
        list.insert(list.begin() + at, make(n)), vector.insert(vector.begin() + at, make(n));
        break;
      case 3:
        list.resize(n % 40), vector.resize(n % 40);
        break;
      case 4:
        if (!vector.empty()) list.push_back(list[0]), vector.push_back(vector[0]);
        break;
      case 5:
        if (!vector.empty()) list.erase(list.begin() + at), vector.erase(vector.begin() + at);
        break;
      case 6:
        list.erase(list.begin() + at, list.end()), vector.erase(vector.begin() + at, vector.end());
        break;
      case 7:
        list.assign(n % 9, make(n)), vector.assign(n % 9, make(n));
        break;
      case 8: {
        List<T> copy = list;
        list.clear();
        list = std::move(copy);
        break;
      }
      default:
        list.emplace_back(make(n)), vector.emplace_back(make(n));
    }
    ASSERT_EQ(list.size(), vector.size()) << step;
    ASSERT_TRUE(std::equal(vector.begin(), vector.end(), list.begin())) << step;
  }
}

TEST(List, HoldsWhatAVectorHolds) {
  same_as_vector<unsigned>([](unsigned n) { return n; });
  same_as_vector<std::string>(text_of);
  same_as_vector<List<std::string>>([](unsigned n) { return List<std::string>{text_of(n), "b"}; });
}

TEST(List, IsEmptyAfterItWasMovedFrom) {
  List<std::string> a{text_of(1)}, b{text_of(2), text_of(3)};
  a = std::move(b);
  EXPECT_TRUE(b.empty());  // NOLINT(bugprone-use-after-move): what is promised of it
  EXPECT_EQ(a, (List<std::string>{text_of(2), text_of(3)}));
  const List<std::string> c(std::move(a));
  EXPECT_TRUE(a.empty());  // NOLINT(bugprone-use-after-move): what is promised of it
  EXPECT_EQ(c.size(), 2u);
  List<std::string> d = c;
  List<std::string>& same = d;
  d = std::move(same);
  EXPECT_EQ(d, c);
}

struct Entry {
  int key = 0;
  int place = 0;
  char rest[140] = {};  // more than what is moved through the stack
  bool operator==(const Entry& o) const { return key == o.key && place == o.place; }
};

template <class T, class Make>
void sorts_as_std(const Make& make) {
  std::mt19937 random(11);
  const auto less = [](const T& a, const T& b) { return a.key < b.key; };
  for (const int count : {0, 1, 2, 7, 8, 9, 63, 511, 512, 513, 3000}) {
    std::vector<T> expected;
    for (int i = 0; i < count; ++i) expected.push_back(make(static_cast<int>(random() % 50), i));
    List<T> list(expected.begin(), expected.end());
    sort(list, less);
    std::stable_sort(expected.begin(), expected.end(), less);
    ASSERT_TRUE(std::equal(expected.begin(), expected.end(), list.begin(), list.end())) << count;
  }
}

struct Named {
  int key = 0;
  std::string name;
  bool operator==(const Named& o) const { return key == o.key && name == o.name; }
};

TEST(Sort, KeepsTheOrderOfEquals) {
  sorts_as_std<Entry>([](int key, int i) { return Entry{key, i, {}}; });
  sorts_as_std<Named>([](int key, int i) { return Named{key, text_of(static_cast<unsigned>(i))}; });
}

}  // namespace
}  // namespace tablero
