// A growing array with the part of std::vector's interface that the program uses. std::vector
// instantiates its growth code for every type: at -Oz on WebAssembly 400 to 700 bytes each, a tenth
// of the module for our hundred types. Here one type-erased function grows all of them.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <new>
#include <string>
#include <type_traits>
#include <utility>

#include "base/moves_as_bytes.h"

namespace tablero {

namespace list_detail {

using Move = void (*)(void* to, void* from, std::size_t count);

// Makes room for `wanted` elements of `element` bytes, at least doubling. `move` is null for
// elements that move as bytes. Ends the program when memory is used up, as operator new does
// without exceptions.
void* grow(void* data, std::size_t size, std::size_t& capacity, std::size_t wanted,
           std::size_t element, Move move);
void release(void* data);

}  // namespace list_detail

template <class T>
class List {
 public:
  using value_type = T;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using reference = T&;
  using const_reference = const T&;
  using pointer = T*;
  using const_pointer = const T*;
  using iterator = T*;
  using const_iterator = const T*;

  List() = default;
  explicit List(std::size_t n) { resize(n); }
  List(std::size_t n, const T& value) { resize(n, value); }
  List(std::initializer_list<T> values) : List(values.begin(), values.end()) {}
  template <class It>
  requires(!std::is_integral_v<It>) List(It first, It last) { append(first, last); }
  List(const List& other) : List(other.begin(), other.end()) {}
  // Leaves `other` empty, as the move assignment does.
  List(List&& other) noexcept { swap(other); }
  ~List() {
    clear();
    list_detail::release(data_);
  }
  List& operator=(const List& other) {
    if (this != &other) assign(other.begin(), other.end());
    return *this;
  }
  List& operator=(List&& other) noexcept {
    List taken(std::move(other));
    swap(taken);
    return *this;
  }
  List& operator=(std::initializer_list<T> values) {
    assign(values.begin(), values.end());
    return *this;
  }

  iterator begin() { return data_; }
  iterator end() { return data_ + size_; }
  const_iterator begin() const { return data_; }
  const_iterator end() const { return data_ + size_; }
  const_iterator cbegin() const { return data_; }
  const_iterator cend() const { return data_ + size_; }
  auto rbegin() { return std::reverse_iterator<iterator>(end()); }
  auto rend() { return std::reverse_iterator<iterator>(begin()); }
  auto rbegin() const { return std::reverse_iterator<const_iterator>(end()); }
  auto rend() const { return std::reverse_iterator<const_iterator>(begin()); }

  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  bool empty() const { return size_ == 0; }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T& operator[](std::size_t i) {
    assert(i < size_);
    return data_[i];
  }
  const T& operator[](std::size_t i) const {
    assert(i < size_);
    return data_[i];
  }
  T& front() { return (*this)[0]; }
  const T& front() const { return (*this)[0]; }
  T& back() { return (*this)[size_ - 1]; }
  const T& back() const { return (*this)[size_ - 1]; }

  void reserve(std::size_t n) {
    if (n > capacity_) grow(n);
  }
  void clear() { shrink(0); }
  // New elements are value-initialized.
  void resize(std::size_t n) {
    if (n < size_) return shrink(n);
    reserve(n);
    if constexpr (std::is_trivially_default_constructible_v<T> && !std::is_member_pointer_v<T>) {
      if (n > size_) std::memset(static_cast<void*>(data_ + size_), 0, (n - size_) * kElement);
      size_ = n;
    } else {
      for (; size_ < n; ++size_) new (data_ + size_) T();
    }
  }
  // `value` must not lie in this list.
  void resize(std::size_t n, const T& value) {
    if (n < size_) return shrink(n);
    reserve(n);
    for (; size_ < n; ++size_) new (data_ + size_) T(value);
  }
  // Existing elements are assigned to, so that their allocations are reused. `value` must not lie
  // in this list.
  void assign(std::size_t n, const T& value) {
    for (std::size_t i = 0; i < size_ && i < n; ++i) data_[i] = value;
    resize(n, value);
  }
  // [first, last) must not lie in this list.
  template <class It>
  requires(!std::is_integral_v<It>) void assign(It first, It last) {
    std::size_t i = 0;
    for (; i < size_ && first != last; ++i, ++first) data_[i] = element(*first);
    shrink(i);
    append(first, last);
  }

  void push_back(const T& value) { emplace_back(value); }
  void push_back(T&& value) { emplace_back(std::move(value)); }
  // The arguments may refer to elements of this list.
  template <class... Args>
  T& emplace_back(Args&&... args) {
    alignas(T) std::byte made[kElement];
    T* const value = new (made) T(std::forward<Args>(args)...);
    if (size_ == capacity_) grow(size_ + 1);
    T* const at = data_ + size_++;
    if constexpr (moves_as_bytes<T>()) {
      std::memcpy(static_cast<void*>(at), made, kElement);
    } else {
      new (at) T(std::move(*value));
      value->~T();
    }
    return *at;
  }
  void pop_back() { shrink(size_ - 1); }

  // Return the iterator to the first new element.
  iterator insert(const_iterator at, T value) {
    const std::ptrdiff_t i = at - data_;
    emplace_back(std::move(value));
    for (std::ptrdiff_t j = static_cast<std::ptrdiff_t>(size_) - 1; j > i; --j)
      std::swap(data_[j], data_[j - 1]);
    return data_ + i;
  }
  template <class It>
  requires(!std::is_integral_v<It>) iterator insert(const_iterator at, It first, It last) {
    std::ptrdiff_t i = at - data_;
    const std::ptrdiff_t start = i;
    if (at == end()) {
      append(first, last);
    } else {
      for (; first != last; ++first) insert(data_ + i++, *first);
    }
    return data_ + start;
  }
  iterator insert(const_iterator at, std::initializer_list<T> values) {
    return insert(at, values.begin(), values.end());
  }
  // Return the iterator after the last removed element.
  iterator erase(const_iterator at) { return erase(at, at + 1); }
  iterator erase(const_iterator first, const_iterator last) {
    T* to = data_ + (first - data_);
    T* from = data_ + (last - data_);
    T* const place = to;
    if (from != to) {
      while (from != end()) *to++ = std::move(*from++);
      shrink(static_cast<std::size_t>(to - data_));
    }
    return place;
  }

  void swap(List& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

  friend bool operator==(const List& a, const List& b) {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i) {
      if (!(a.data_[i] == b.data_[i])) return false;
    }
    return true;
  }
  friend void swap(List& a, List& b) noexcept { a.swap(b); }

 private:
  static constexpr std::size_t kElement =
      sizeof(T);  // NOLINT(bugprone-sizeof-expression): T may be a pointer

  // Numbers of another type are converted, as std::vector does.
  template <class U>
  static decltype(auto) element(const U& value) {
    if constexpr (std::is_arithmetic_v<T> && std::is_arithmetic_v<U>) {
      return static_cast<T>(value);
    } else {
      return value;
    }
  }
  static void move_all(void* to, void* from, std::size_t count) {
    T* source = static_cast<T*>(from);
    for (std::size_t i = 0; i < count; ++i) {
      new (static_cast<T*>(to) + i) T(std::move(source[i]));
      source[i].~T();
    }
  }
  void grow(std::size_t wanted) {
    static_assert(alignof(T) <= alignof(std::max_align_t));
    list_detail::Move move = nullptr;
    if constexpr (!moves_as_bytes<T>()) move = move_all;
    data_ = static_cast<T*>(list_detail::grow(data_, size_, capacity_, wanted, kElement, move));
  }
  void shrink(std::size_t n) {
    if constexpr (!std::is_trivially_destructible_v<T>) {
      for (std::size_t i = n; i < size_; ++i) data_[i].~T();
    }
    size_ = n;
  }
  template <class It>
  void append(It first, It last) {
    if constexpr (std::is_base_of_v<std::random_access_iterator_tag,
                                    typename std::iterator_traits<It>::iterator_category>) {
      reserve(size_ + static_cast<std::size_t>(last - first));
    }
    for (; first != last; ++first) emplace_back(element(*first));
  }

  T* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace tablero
