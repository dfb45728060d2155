// The real files decode to a sound map; every broken one is a Fault.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/hash.h"
#include "fixtures/files.h"
#include "map/base_map.h"
#include "map/mesh_reader.h"
#include "map/refine.h"

namespace tablero {
namespace {

std::string file_bytes(const std::string& name) {
  return test::file_text(TABLERO_ASSET_DIR "/map/" + name);
}

// With a valid checksum, so that the decoder itself must detect the fault.
std::string resealed(std::string bytes) {
  const std::uint32_t sum = hash_more(kHashStart, std::string_view(bytes).substr(8));
  for (unsigned i = 0; i < 4; ++i) bytes[4 + i] = static_cast<char>((sum >> (8 * i)) & 255u);
  return bytes;
}

class BaseMapFile : public ::testing::TestWithParam<const char*> {};

TEST_P(BaseMapFile, IsSound) {
  const std::string bytes = file_bytes(GetParam());
  ASSERT_FALSE(bytes.empty()) << "run: node web/build/basemap.mjs " TABLERO_ASSET_DIR "/map";
  const Result<BaseMap> result = decode_base_map(bytes, GetParam());
  ASSERT_TRUE(result.ok()) << result.fault().line();
  const BaseMap& map = result.value();
  EXPECT_EQ(map.vertices.size(), map.vertex_country.size());
  std::uint32_t at = 0;
  for (const MapCountry& country : map.countries) {
    EXPECT_EQ(country.index_begin, at);
    at = country.index_end;
    EXPECT_EQ((country.index_end - country.index_begin) % 3, 0u);
    EXPECT_FALSE(country.bounds.empty());
    EXPECT_LT(country.bounds.width(), 1.01);
  }
  EXPECT_EQ(at, map.triangles.size());
  for (const std::uint32_t v : map.triangles) ASSERT_LT(v, map.vertices.size());
  for (const auto* lines : {&map.coast, &map.borders}) {
    for (const MapSegment& s : *lines) {
      EXPECT_LT(std::abs(s.a.x - s.b.x), 0.1) << "no line across the world";
      EXPECT_FALSE(std::abs(s.a.x) == 0.5f && std::abs(s.b.x) == 0.5f) << "no line along 180";
    }
  }
  for (const auto& [chunks, lines] :
       {std::pair(&map.coast_chunks, &map.coast), std::pair(&map.border_chunks, &map.borders)}) {
    std::uint32_t end = 0;
    for (const SegmentChunk& chunk : *chunks) {
      EXPECT_EQ(chunk.begin, end);
      end = chunk.end;
      for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
        EXPECT_GE((*lines)[i].a.x + 0.5, chunk.bounds.min.x - 1e-9);
        EXPECT_LE((*lines)[i].b.y + 0.5, chunk.bounds.max.y + 1e-9);
      }
    }
    EXPECT_EQ(end, lines->size());
  }
}

TEST_P(BaseMapFile, KnowsWhereCountriesAre) {
  const Result<BaseMap> result = decode_base_map(file_bytes(GetParam()), GetParam());
  ASSERT_TRUE(result.ok());
  const BaseMap& map = result.value();
  const auto at = [&map](double lon, double lat) -> std::string {
    const int i = map.country_at(to_world({lon, lat}));
    return i < 0 ? "sea" : map.countries[static_cast<std::size_t>(i)].iso2;
  };
  EXPECT_EQ(at(-3.7, 40.4), "ES");
  EXPECT_EQ(at(-58.6, -34.7), "AR");
  EXPECT_EQ(at(-46.6, -23.5), "BR");
  EXPECT_EQ(at(-99.1, 19.4), "MX");
  EXPECT_EQ(at(28.3, -29.5), "LS");
  EXPECT_EQ(at(26.2, -29.1), "ZA");
  EXPECT_EQ(at(-40, 30), "sea");
  EXPECT_EQ(at(-175, 66.5), "RU") << "east of the antimeridian";
  EXPECT_EQ(at(179.9, 67.5), "RU");
  EXPECT_EQ(at(20.9, 42.6), "XK");
  EXPECT_EQ(at(0, -80), "AQ");
  EXPECT_EQ(at(51, 42), "sea") << "the Caspian";
  // A label lies inside its own country.
  for (std::size_t i = 0; i < map.countries.size(); ++i) {
    if (map.countries[i].label_radius < 1e-3) continue;
    EXPECT_EQ(map.country_at(map.countries[i].label), static_cast<int>(i)) << map.countries[i].iso2;
  }
  EXPECT_GE(map.find("ES"), 0);
  EXPECT_EQ(map.find("ZZ"), -1);
  EXPECT_EQ(map.find(""), -1);
}

TEST_P(BaseMapFile, TruncatedAnywhereIsAFault) {
  const std::string bytes = file_bytes(GetParam());
  for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 97) {
    const Result<BaseMap> cut = decode_base_map(bytes.substr(0, length), "map/x.bin");
    ASSERT_FALSE(cut.ok()) << length;
    EXPECT_EQ(cut.fault().file, "map/x.bin");
    if (length > 8) {
      EXPECT_FALSE(decode_base_map(resealed(bytes.substr(0, length)), "x").ok()) << length;
    }
  }
  EXPECT_FALSE(decode_base_map(resealed(bytes + "x"), "x").ok()) << "bytes left over";
}

INSTANTIATE_TEST_SUITE_P(Files, BaseMapFile, ::testing::Values("110m.bin", "50m.bin"));

TEST(BaseMap, SaysWhatItFoundInstead) {
  EXPECT_EQ(decode_base_map("", "m").fault().found, "an empty file");
  EXPECT_EQ(decode_base_map("<!doctype html>", "m").fault().found, "a web page");
  EXPECT_EQ(decode_base_map("PK\x03\x04", "m").fault().found, "something else");
  EXPECT_FALSE(decode_base_map("TBM1", "m").ok());
}

TEST(BaseMap, FlippedBitsAreCaughtByTheChecksum) {
  std::string bytes = file_bytes("110m.bin");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 16);
  EXPECT_FALSE(decode_base_map(bytes, "m").ok());
}

TEST(BaseMap, AbsurdCountsAllocateNothing) {
  const std::string bytes = file_bytes("110m.bin");
  ASSERT_GT(bytes.size(), 44u);
  for (std::size_t field = 8; field < 44; field += 4) {
    std::string broken = bytes;
    for (std::size_t i = 0; i < 4; ++i) broken[field + i] = '\x7f';
    EXPECT_FALSE(decode_base_map(resealed(broken), "m").ok()) << "field at " << field;
  }
}

TEST(BaseMap, RandomDamageNeverCrashes) {
  const std::string bytes = file_bytes("110m.bin");
  std::mt19937 random(21);
  int survived = 0;
  for (int i = 0; i < 1500; ++i) {
    std::string broken = bytes;
    const int changes = 1 + static_cast<int>(random() % 6);
    for (int k = 0; k < changes; ++k) {
      broken[8 + random() % (broken.size() - 8)] = static_cast<char>(random() % 256);
    }
    const Result<BaseMap> result = decode_base_map(resealed(broken), "m");
    if (!result.ok()) continue;
    ++survived;
    for (const std::uint32_t v : result.value().triangles)
      ASSERT_LT(v, result.value().vertices.size());
  }
  EXPECT_LT(survived, 1500);
}

double doubled_area(const BaseMap& map, const MapCountry& country) {
  double sum = 0;
  for (std::uint32_t i = country.index_begin; i < country.index_end; i += 3) {
    const MapVertex& a = map.vertices[map.triangles[i]];
    const MapVertex& b = map.vertices[map.triangles[i + 1]];
    const MapVertex& c = map.vertices[map.triangles[i + 2]];
    sum += (static_cast<double>(b.x) - a.x) * (static_cast<double>(c.y) - a.y) -
           (static_cast<double>(b.y) - a.y) * (static_cast<double>(c.x) - a.x);
  }
  return sum;
}

TEST(RefinedMap, KeepsAreasAndHasNoLongEdges) {
  const Result<BaseMap> result = decode_base_map(file_bytes("110m.bin"), "m");
  ASSERT_TRUE(result.ok());
  const BaseMap fine = refined(result.value(), 3);
  ASSERT_EQ(fine.countries.size(), result.value().countries.size());
  for (std::size_t i = 0; i < fine.countries.size(); ++i) {
    EXPECT_NEAR(doubled_area(fine, fine.countries[i]),
                doubled_area(result.value(), result.value().countries[i]), 1e-7);
  }
  const auto degrees = [](const MapVertex& a, const MapVertex& b) {
    return distance_km(to_lon_lat({a.x + 0.5, a.y + 0.5}), to_lon_lat({b.x + 0.5, b.y + 0.5})) /
           111.195;
  };
  for (std::size_t i = 0; i < fine.triangles.size(); i += 3) {
    for (std::size_t k = 0; k < 3; ++k) {
      EXPECT_LE(degrees(fine.vertices[fine.triangles[i + k]],
                        fine.vertices[fine.triangles[i + (k + 1) % 3]]),
                3.001);
    }
  }
  for (const MapSegment& s : fine.borders) EXPECT_LE(degrees(s.a, s.b), 3.001);
  EXPECT_LT(fine.triangles.size(), 6 * result.value().triangles.size());
}

}  // namespace
}  // namespace tablero
