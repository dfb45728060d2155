#include "import/gazetteer.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "base/text.h"

namespace tablero {
namespace {

constexpr std::string_view kMagic = "TABGAZ1\n";
constexpr std::size_t kHead = 8 + 16;
constexpr std::size_t kPlaceBytes = 24, kKeyBytes = 8, kRegionBytes = 4;
constexpr double kDegrees = 1e4;
constexpr std::size_t kMaxText = 250;  // the longest name of GeoNames has 200 bytes at most
constexpr std::int32_t kMaxLon = 1'800'000, kMaxLat = 900'000;

// Punctuation that is longer than a byte: no-break space, ordinal and Spanish opening marks, acute
// accent, dashes and quotes of word processors.
constexpr std::string_view kLongPunctuation[] = {"\u00A0", "\u00A1", "\u00AA", "\u00B4",
                                                 "\u00BA", "\u00BF", "\u2013", "\u2014",
                                                 "\u2018", "\u2019", "\u201C", "\u201D"};

// Length of the punctuation at `i`, 0 when there is none.
std::size_t punctuation(std::string_view s, std::size_t i) {
  const auto byte = static_cast<unsigned char>(s[i]);
  if (byte < 0x80) return is_letter(s[i]) || is_digit(s[i]) ? 0 : 1;
  for (const std::string_view mark : kLongPunctuation) {
    if (s.substr(i, mark.size()) == mark) return mark.size();
  }
  return 0;
}

}  // namespace

std::string place_key(std::string_view name) {
  const std::string folded = fold(name);
  std::string key;
  bool gap = false;
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t skip = punctuation(folded, i);
    if (skip > 0) {
      gap = true;
      i += skip;
      continue;
    }
    if (gap && !key.empty()) key += ' ';
    gap = false;
    key += folded[i++];
  }
  return key;
}

std::uint32_t Gazetteer::word(std::size_t offset) const {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[offset + i]));
  };
  return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

std::string_view Gazetteer::text(std::uint32_t offset) const {
  return std::string_view(bytes_.c_str() + text_start_ + offset);
}

std::string_view Gazetteer::key_at(std::size_t i) const {
  return text(word(key_start_ + i * kKeyBytes));
}

Place Gazetteer::at(std::size_t index) const {
  const std::size_t at = place_start_ + index * kPlaceBytes;
  Place p;
  p.id = word(at);
  p.lon = static_cast<std::int32_t>(word(at + 4)) / kDegrees;
  p.lat = static_cast<std::int32_t>(word(at + 8)) / kDegrees;
  p.population = word(at + 12);
  p.name = text(word(at + 16));
  const std::uint32_t tail = word(at + 20);
  p.region = text(word(region_start_ + (tail & 0xFFFFu) * kRegionBytes));
  p.country = std::string_view(bytes_).substr(at + 22, 2);
  return p;
}

int Gazetteer::find_id(std::uint32_t id) const {
  std::size_t low = 0, high = places_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (word(place_start_ + middle * kPlaceBytes) < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < places_ && word(place_start_ + low * kPlaceBytes) == id;
  return found ? static_cast<int>(low) : -1;
}

std::vector<std::uint32_t> Gazetteer::find(std::string_view key) const {
  std::size_t low = 0, high = keys_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (key_at(middle) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::vector<std::uint32_t> found;
  for (std::size_t i = low; i < keys_ && key_at(i) == key; ++i) {
    found.push_back(word(key_start_ + i * kKeyBytes + 4));
  }
  return found;
}

// Validates everything that at() and find() rely on.
Result<void> Gazetteer::check(std::string_view file) const {
  const auto wrong = [&](std::size_t offset, const char* expected, const char* found) {
    return Fault{std::string(file), "byte " + std::to_string(offset), expected, found};
  };
  const std::size_t text_bytes = bytes_.size() - text_start_;
  if (text_bytes == 0 || bytes_.back() != '\0') {
    return wrong(bytes_.size(), "a text that ends with a zero byte", "something else");
  }
  // Texts may lie in one another: without a limit, comparing all of them would take quadratic time.
  const auto is_text = [&](std::uint32_t offset) {
    if (offset >= text_bytes) return false;
    const std::size_t most = std::min<std::size_t>(text_bytes - offset, kMaxText + 1);
    return std::memchr(bytes_.data() + text_start_ + offset, 0, most) != nullptr;
  };
  for (std::size_t i = 0; i < regions_; ++i) {
    const std::size_t at = region_start_ + i * kRegionBytes;
    if (!is_text(word(at))) return wrong(at, "a short text inside the file", "none");
  }
  for (std::size_t i = 0; i < places_; ++i) {
    const std::size_t at = place_start_ + i * kPlaceBytes;
    const auto lon = static_cast<std::int32_t>(word(at + 4));
    const auto lat = static_cast<std::int32_t>(word(at + 8));
    if (!is_text(word(at + 16)) || (word(at + 20) & 0xFFFFu) >= regions_) {
      return wrong(at, "a short name and a region inside the file", "none");
    }
    if (lon < -kMaxLon || lon > kMaxLon || lat < -kMaxLat || lat > kMaxLat) {
      return wrong(at, "a position on Earth", "another one");
    }
    if (i > 0 && word(at) <= word(at - kPlaceBytes)) {
      return wrong(at, "ids in ascending order", "another order");
    }
  }
  for (std::size_t i = 0; i < keys_; ++i) {
    const std::size_t at = key_start_ + i * kKeyBytes;
    if (!is_text(word(at)) || word(at + 4) >= places_) {
      return wrong(at, "a short name and a place inside the file", "none");
    }
    if (i > 0 && key_at(i) < key_at(i - 1)) {
      return wrong(at, "names in ascending order", "another order");
    }
  }
  return {};
}

Result<Gazetteer> Gazetteer::load(std::string bytes, std::string_view file) {
  Gazetteer g;
  g.bytes_ = std::move(bytes);
  const std::string name(file);
  if (g.bytes_.size() < kHead || g.bytes_.compare(0, kMagic.size(), kMagic) != 0) {
    return Fault{name, "", "a gazetteer of this program (./dev makes it)", "something else"};
  }
  g.places_ = g.word(8);
  g.keys_ = g.word(12);
  g.regions_ = g.word(16);
  g.place_start_ = kHead;
  g.key_start_ = g.place_start_ + g.places_ * kPlaceBytes;
  g.region_start_ = g.key_start_ + g.keys_ * kKeyBytes;
  g.text_start_ = g.region_start_ + g.regions_ * kRegionBytes;
  if (g.text_start_ + g.word(20) != g.bytes_.size()) {
    return Fault{name, "", "a file of " + std::to_string(g.text_start_ + g.word(20)) + " bytes",
                 std::to_string(g.bytes_.size()) + " (cut off?)"};
  }
  const Result<void> sound = g.check(file);
  if (!sound.ok()) return sound.fault();
  return g;
}

}  // namespace tablero
