#include "import/gazetteer.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "base/text.h"

namespace tablero {
namespace {

constexpr std::string_view kMagic = "TABGAZ2\n";
constexpr std::size_t kHead = 8 + 20;
constexpr std::size_t kPlaceBytes = 28, kKeyBytes = 8, kRegionBytes = 12;
// The kind of a name stands in the highest bits of the position it leads to.
constexpr std::uint32_t kKindShift = 28, kPositionMask = (1u << kKindShift) - 1;
constexpr unsigned kSection = 128;
constexpr std::uint32_t kNameKinds = 4, kRegionNameKinds = 3;
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

std::uint32_t Gazetteer::half(std::size_t offset) const {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[offset])) |
         static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[offset + 1])) << 8;
}

std::string_view Gazetteer::text(std::uint32_t offset) const {
  return std::string_view(bytes_.c_str() + text_start_ + offset);
}

std::string_view Gazetteer::key_at(const Table& keys, std::size_t i) const {
  return text(word(keys.start + i * kKeyBytes));
}

NamedPlace Gazetteer::named_place(std::size_t i) const {
  const std::uint32_t packed = word(place_keys_.start + i * kKeyBytes + 4);
  return {packed & kPositionMask, static_cast<NameKind>(packed >> kKindShift)};
}

Place Gazetteer::at(std::size_t index) const {
  const std::size_t at = places_.start + index * kPlaceBytes;
  Place p;
  p.id = word(at);
  p.lon = static_cast<std::int32_t>(word(at + 4)) / kDegrees;
  p.lat = static_cast<std::int32_t>(word(at + 8)) / kDegrees;
  p.population = word(at + 12);
  p.name = text(word(at + 16));
  p.region_at = half(at + 20);
  p.district_at = half(at + 22);
  p.region = region_at(p.region_at).code;
  p.country = std::string_view(bytes_).substr(at + 24, 2);
  const unsigned seat = static_cast<unsigned char>(bytes_[at + 26]);
  p.seat = static_cast<int>(seat & ~kSection);
  p.section = (seat & kSection) != 0;
  p.other_names = static_cast<unsigned char>(bytes_[at + 27]);
  return p;
}

int Gazetteer::find_id(std::uint32_t id) const {
  std::size_t low = 0, high = places_.count;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (word(places_.start + middle * kPlaceBytes) < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < places_.count && word(places_.start + low * kPlaceBytes) == id;
  return found ? static_cast<int>(low) : -1;
}

std::size_t Gazetteer::first_of(const Table& keys, std::string_view key) const {
  std::size_t low = 0, high = keys.count;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (key_at(keys, middle) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::vector<NamedPlace> Gazetteer::find(std::string_view key) const {
  std::vector<NamedPlace> found;
  for (std::size_t i = first_of(place_keys_, key);
       i < place_keys_.count && key_at(place_keys_, i) == key; ++i) {
    found.push_back(named_place(i));
  }
  return found;
}

Region Gazetteer::region_at(std::size_t position) const {
  const std::size_t at = regions_.start + position * kRegionBytes;
  return {text(word(at)), std::string_view(bytes_).substr(at + 6, 2), half(at + 4), word(at + 8)};
}

std::vector<NamedRegion> Gazetteer::find_regions(std::string_view key) const {
  std::vector<NamedRegion> found;
  for (std::size_t i = first_of(region_keys_, key);
       i < region_keys_.count && key_at(region_keys_, i) == key; ++i) {
    const std::uint32_t packed = word(region_keys_.start + i * kKeyBytes + 4);
    found.push_back({packed & kPositionMask, static_cast<RegionNameKind>(packed >> kKindShift)});
  }
  return found;
}

bool Gazetteer::lies_in(std::uint32_t inner, std::uint32_t outer) const {
  if (inner == 0 || outer == 0) return false;
  const Region in = region_at(inner), out = region_at(outer);
  if (in.country != out.country) return false;
  return out.code.empty() || inner == outer || in.parent == outer;
}

// Whether a short text begins at `offset` of the texts. They may lie in one another: without a
// limit, comparing all of them would take quadratic time.
bool Gazetteer::is_text(std::uint32_t offset) const {
  const std::size_t at = text_start_ + offset;
  if (at >= bytes_.size()) return false;
  const std::size_t most = std::min(bytes_.size() - at, kMaxText + 1);
  return std::memchr(bytes_.data() + at, 0, most) != nullptr;
}

// Validates what find() and find_regions() rely on.
Result<void> Gazetteer::check_keys(std::string_view file, const Table& keys, std::size_t targets,
                                   std::uint32_t kinds) const {
  const auto wrong = [&](std::size_t offset, const char* expected, const char* found) {
    return Fault{std::string(file), "byte " + std::to_string(offset), expected, found};
  };
  for (std::size_t i = 0; i < keys.count; ++i) {
    const std::size_t at = keys.start + i * kKeyBytes;
    const std::uint32_t packed = word(at + 4);
    if (!is_text(word(at)) || (packed & kPositionMask) >= targets ||
        packed >> kKindShift >= kinds) {
      return wrong(at, "a short name and a place inside the file", "none");
    }
    if (i > 0 && key_at(keys, i) < key_at(keys, i - 1)) {
      return wrong(at, "names in ascending order", "another order");
    }
  }
  return {};
}

// Validates everything that at(), region_at() and find() rely on.
Result<void> Gazetteer::check(std::string_view file) const {
  const auto wrong = [&](std::size_t offset, const char* expected, const char* found) {
    return Fault{std::string(file), "byte " + std::to_string(offset), expected, found};
  };
  if (text_start_ == bytes_.size() || bytes_.back() != '\0') {
    return wrong(bytes_.size(), "a text that ends with a zero byte", "something else");
  }
  for (std::size_t i = 0; i < regions_.count; ++i) {
    const std::size_t at = regions_.start + i * kRegionBytes;
    if (!is_text(word(at)) || half(at + 4) >= regions_.count) {
      return wrong(at, "a short text and a region inside the file", "none");
    }
  }
  for (std::size_t i = 0; i < places_.count; ++i) {
    const std::size_t at = places_.start + i * kPlaceBytes;
    const auto lon = static_cast<std::int32_t>(word(at + 4));
    const auto lat = static_cast<std::int32_t>(word(at + 8));
    if (!is_text(word(at + 16)) || half(at + 20) >= regions_.count ||
        half(at + 22) >= regions_.count) {
      return wrong(at, "a short name and a region inside the file", "none");
    }
    if (lon < -kMaxLon || lon > kMaxLon || lat < -kMaxLat || lat > kMaxLat) {
      return wrong(at, "a position on Earth", "another one");
    }
    if (i > 0 && word(at) <= word(at - kPlaceBytes)) {
      return wrong(at, "ids in ascending order", "another order");
    }
  }
  Result<void> places = check_keys(file, place_keys_, places_.count, kNameKinds);
  if (!places.ok()) return places;
  return check_keys(file, region_keys_, regions_.count, kRegionNameKinds);
}

Result<Gazetteer> Gazetteer::load(std::string bytes, std::string_view file) {
  Gazetteer g;
  g.bytes_ = std::move(bytes);
  const std::string name(file);
  if (g.bytes_.size() < kHead || g.bytes_.compare(0, kMagic.size(), kMagic) != 0) {
    return Fault{name, "", "a gazetteer of this program (./dev makes it)", "something else"};
  }
  g.places_ = {kHead, g.word(8)};
  g.place_keys_ = {g.places_.start + g.places_.count * kPlaceBytes, g.word(12)};
  g.regions_ = {g.place_keys_.start + g.place_keys_.count * kKeyBytes, g.word(16)};
  g.region_keys_ = {g.regions_.start + g.regions_.count * kRegionBytes, g.word(20)};
  g.text_start_ = g.region_keys_.start + g.region_keys_.count * kKeyBytes;
  if (g.text_start_ + g.word(24) != g.bytes_.size()) {
    return Fault{name, "", "a file of " + std::to_string(g.text_start_ + g.word(24)) + " bytes",
                 std::to_string(g.bytes_.size()) + " (cut off?)"};
  }
  const Result<void> sound = g.check(file);
  if (!sound.ok()) return sound.fault();
  return g;
}

}  // namespace tablero
