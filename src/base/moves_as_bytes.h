// Whether an element of a List may be moved by copying its bytes and forgetting the original
// (trivial relocation), and a compile-time check of the records that declare it.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace tablero {

template <class T>
class List;

// Whether a std::string may be moved by copying its bytes: in libc++ (the web build) yes, in
// libstdc++ it points into itself.
#ifdef _LIBCPP_VERSION
inline constexpr bool kStringMovesAsBytes = true;
#else
inline constexpr bool kStringMovesAsBytes = false;
#endif

namespace moves_detail {

// Stands for a member of any type while members are counted.
struct Anything {
  template <class T>
  operator T() const;  // NOLINT: implicit by intent
};

// How many members an aggregate has: as many as it can be initialized from.
template <class T, class... Some>
constexpr std::size_t member_count() {
  if constexpr (requires { T{Some{}..., Anything{}}; }) {
    return member_count<T, Some..., Anything>();
  } else {
    return sizeof...(Some);
  }
}

template <class... Members>
struct Types {};
template <class... Members>
constexpr Types<Members...> types(const Members&...) {
  return {};
}

// Only its return type is used: `Types` of the members of an aggregate (there is no reflection
// before C++26). A record with more members than these needs one more line.
template <class T>
constexpr auto member_types(const T& record) {
  constexpr std::size_t kCount = member_count<T>();
  static_assert(kCount <= 24, "add a line for a record of so many members below");
#define TB_MEMBERS(count, ...)          \
  if constexpr (kCount == (count)) {    \
    const auto& [__VA_ARGS__] = record; \
    return types(__VA_ARGS__);          \
  } else  // NOLINT(readability-misleading-indentation)
  TB_MEMBERS(1, a)
  TB_MEMBERS(2, a, b)
  TB_MEMBERS(3, a, b, c)
  TB_MEMBERS(4, a, b, c, d)
  TB_MEMBERS(5, a, b, c, d, e)
  TB_MEMBERS(6, a, b, c, d, e, f)
  TB_MEMBERS(7, a, b, c, d, e, f, g)
  TB_MEMBERS(8, a, b, c, d, e, f, g, h)
  TB_MEMBERS(9, a, b, c, d, e, f, g, h, i)
  TB_MEMBERS(10, a, b, c, d, e, f, g, h, i, j)
  TB_MEMBERS(11, a, b, c, d, e, f, g, h, i, j, k)
  TB_MEMBERS(12, a, b, c, d, e, f, g, h, i, j, k, l)
  TB_MEMBERS(13, a, b, c, d, e, f, g, h, i, j, k, l, m)
  TB_MEMBERS(14, a, b, c, d, e, f, g, h, i, j, k, l, m, n)
  TB_MEMBERS(15, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o)
  TB_MEMBERS(16, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)
  TB_MEMBERS(17, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)
  TB_MEMBERS(18, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)
  TB_MEMBERS(19, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s)
  TB_MEMBERS(20, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t)
  TB_MEMBERS(21, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u)
  TB_MEMBERS(22, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v)
  TB_MEMBERS(23, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w)
  TB_MEMBERS(24, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x)
  return Types<>{};
#undef TB_MEMBERS
}

template <class T>
inline constexpr bool kIsList = false;
template <class T>
inline constexpr bool kIsList<List<T>> = true;
template <class T>
inline constexpr bool kIsOwner = false;
template <class T>
inline constexpr bool kIsOwner<std::unique_ptr<T>> = true;

template <class T>
constexpr bool can_move();

template <class... Members>
constexpr bool all_can_move(Types<Members...>) {
  return (can_move<Members>() && ...);
}

// Whether T moves as bytes where std::string does. An aggregate does when all its members do: it
// has no constructor of its own, so moving it is moving them one by one.
template <class T>
constexpr bool can_move() {
  if constexpr (std::is_trivially_copyable_v<T> || std::is_same_v<T, std::string> || kIsList<T> ||
                kIsOwner<T>) {
    return true;
  } else if constexpr (requires(T pair) {
                         typename T::first_type;
                         pair.second;
                       }) {
    return can_move<typename T::first_type>() && can_move<typename T::second_type>();
  } else if constexpr (requires {
                         std::tuple_size<T>::value;
                         typename T::value_type;
                       }) {
    return can_move<typename T::value_type>();
  } else if constexpr (std::is_aggregate_v<T>) {
    return all_can_move(decltype(member_types(std::declval<const T&>())){});
  } else {
    return false;
  }
}

}  // namespace moves_detail

// A record of numbers, texts, lists and owning pointers (no maps, sets or functions, which may
// point into themselves) declares that it moves as bytes by
//   static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
// A record that declares it but has a member that does not move as bytes, or is no aggregate, does
// not compile in a List.
template <class T>
constexpr bool moves_as_bytes() {
  if constexpr (moves_detail::kIsList<T>) {
    return true;
  } else if constexpr (requires { T::kMovesAsBytes; }) {
    static_assert(moves_detail::can_move<T>(),
                  "kMovesAsBytes of a record with a member that does not move as bytes");
    return T::kMovesAsBytes;
  } else if constexpr (requires(T pair) {
                         typename T::first_type;
                         pair.second;
                       }) {
    return moves_as_bytes<typename T::first_type>() && moves_as_bytes<typename T::second_type>();
  } else {
    return std::is_trivially_copyable_v<T> ||
           (std::is_same_v<T, std::string> && kStringMovesAsBytes);
  }
}

}  // namespace tablero
