#include "base/text_arena.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace tablero {

void TextArena::reset() {
  for (Block& b : blocks_) b.used = 0;
  current_ = 0;
}

TextArena::Mark TextArena::mark() const {
  return {current_, current_ < blocks_.size() ? blocks_[current_].used : 0};
}

void TextArena::rewind(Mark mark) {
  for (std::size_t i = mark.block; i < blocks_.size(); ++i) {
    blocks_[i].used = i == mark.block ? mark.used : 0;
  }
  current_ = mark.block;
}

char* TextArena::room(std::size_t bytes) {
  while (current_ < blocks_.size() && blocks_[current_].size - blocks_[current_].used < bytes) {
    ++current_;
  }
  if (current_ == blocks_.size()) {
    Block b;
    const std::size_t usual = blocks_.empty() ? kFirst : std::min(kBlock, blocks_.back().size * 2);
    b.size = std::max(usual, bytes);
    b.bytes = std::make_unique<char[]>(b.size);
    blocks_.push_back(std::move(b));
  }
  Block& b = blocks_[current_];
  char* p = b.bytes.get() + b.used;
  b.used += bytes;
  return p;
}

std::string_view TextArena::keep(std::string_view text) {
  char* p = room(text.size() + 1);
  if (!text.empty()) std::memcpy(p, text.data(), text.size());
  p[text.size()] = '\0';
  return {p, text.size()};
}

std::string_view TextArena::join(std::initializer_list<std::string_view> parts) {
  std::size_t total = 0;
  for (std::string_view part : parts) total += part.size();
  char* p = room(total + 1);
  std::size_t at = 0;
  for (std::string_view part : parts) {
    if (!part.empty()) std::memcpy(p + at, part.data(), part.size());
    at += part.size();
  }
  p[total] = '\0';
  return {p, total};
}

std::string_view TextArena::format(std::string_view pattern, std::initializer_list<Arg> args) {
  std::size_t bound = pattern.size();
  for (const Arg& a : args) {
    // A placeholder may occur several times, each at least "{}" + name long.
    bound += a.value.size() * (pattern.size() / (a.name.size() + 2) + 1);
  }
  char* p = room(bound + 1);
  std::size_t n = 0;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    const Arg* found = nullptr;
    if (close != std::string_view::npos) {
      const std::string_view name = pattern.substr(i + 1, close - i - 1);
      for (const Arg& a : args) {
        if (a.name == name) found = &a;
      }
    }
    if (found != nullptr) {
      if (!found->value.empty()) std::memcpy(p + n, found->value.data(), found->value.size());
      n += found->value.size();
      i = close + 1;
    } else {
      p[n++] = pattern[i++];
    }
  }
  p[n] = '\0';
  return {p, n};
}

std::string_view TextArena::number(long long value) {
  char buffer[24];
  const int n = std::snprintf(buffer, sizeof buffer, "%lld", value);
  return keep({buffer, static_cast<std::size_t>(n)});
}

}  // namespace tablero
