#include "tools/subset_font_face.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace tablero {
namespace {

constexpr std::string_view kDigits = "0123456789";
// Inter 4.0 beta 7 has tabular fours that are up to 5/1920 narrower than the other digits. A
// difference within this share of the width is taken for that slip and evened out; more means no
// tabular digits.
constexpr double kWidthTolerance = 0.005;

template <auto Destroy>
struct Destroyer {
  template <class T>
  void operator()(T* object) const {
    Destroy(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using ShapeBuffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_destroy>>;

using GlyphMap = std::map<unsigned, hb_codepoint_t>;  // code point -> glyph

// Glyphs of the digits with the feature tnum. Empty when they are not (nearly) of one width.
GlyphMap tabular_digits(hb_face_t* face) {
  const Font font(hb_font_create(face));
  const ShapeBuffer buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), kDigits.data(), static_cast<int>(kDigits.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_feature_t features[2];
  hb_feature_from_string("tnum=1", -1, &features[0]);
  hb_feature_from_string("kern=0", -1, &features[1]);
  hb_shape(font.get(), buffer.get(), features, 2);
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
  GlyphMap digits;
  if (count != kDigits.size()) return digits;
  const hb_position_t width = hb_font_get_glyph_h_advance(font.get(), glyphs[0].codepoint);
  for (unsigned i = 0; i < count; ++i) {
    const hb_position_t own = hb_font_get_glyph_h_advance(font.get(), glyphs[i].codepoint);
    if (std::abs(own - width) > kWidthTolerance * width) return {};
    digits[static_cast<unsigned char>(kDigits[i])] = glyphs[i].codepoint;
  }
  return digits;
}

void put16(std::string& out, unsigned value) {
  out += static_cast<char>(value >> 8 & 0xFF);
  out += static_cast<char>(value & 0xFF);
}

void put32(std::string& out, unsigned value) {
  put16(out, value >> 16);
  put16(out, value & 0xFFFF);
}

// A cmap table with one subtable, format 12 (OpenType 1.9, "cmap - Segmented coverage"), for
// platform Windows, encoding UCS-4.
std::string character_map(const GlyphMap& glyphs) {
  struct Group {
    unsigned first, last, glyph;
  };
  std::vector<Group> groups;
  for (const auto& [code_point, glyph] : glyphs) {
    const bool next = !groups.empty() && groups.back().last + 1 == code_point &&
                      groups.back().glyph + (code_point - groups.back().first) == glyph;
    if (next) {
      groups.back().last = code_point;
    } else {
      groups.push_back({code_point, code_point, glyph});
    }
  }
  std::string table;
  put16(table, 0);   // version
  put16(table, 1);   // number of subtables
  put16(table, 3);   // platform
  put16(table, 10);  // encoding
  put32(table, 12);  // offset of the subtable
  put16(table, 12);  // format
  put16(table, 0);
  const auto count = static_cast<unsigned>(groups.size());
  put32(table, 16 + 12 * count);  // length
  put32(table, 0);                // language
  put32(table, count);
  for (const Group& group : groups) {
    put32(table, group.first);
    put32(table, group.last);
    put32(table, group.glyph);
  }
  return table;
}

// What to keep: GLYPHS and nothing that only layout engines and hinting need.
SubsetInput subset_input(const GlyphMap& glyphs) {
  SubsetInput input(hb_subset_input_create_or_fail());
  if (input == nullptr) return input;
  hb_set_t* keep = hb_subset_input_glyph_set(input.get());
  hb_set_add(keep, 0);
  for (const auto& entry : glyphs) hb_set_add(keep, entry.second);
  // Without subroutines the file is larger but compresses better, and that is what travels.
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_set_t* drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "kern", "meta", "cmap"}) {
    hb_set_add(drop, hb_tag_from_string(tag, -1));
  }
  hb_set_t* names = hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID);
  hb_set_clear(names);
  for (const unsigned id : {1u, 2u, 4u, 6u})
    hb_set_add(names, id);  // family, style, full, PostScript
  return input;
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

Blob blob_of(const std::string& bytes) {
  return Blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                             HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
}

// Gives all digits the advance of the zero in the table hmtx: pairs of advance and left bearing, 16
// bit each, for the first COUNT glyphs (numberOfHMetrics, the last field of hhea).
void even_out_digits(std::string& hmtx, const std::string& hhea, const GlyphMap& glyphs) {
  const auto byte = [&hhea](std::size_t i) { return static_cast<unsigned char>(hhea[i]); };
  const std::size_t count = static_cast<std::size_t>(byte(34)) << 8 | byte(35);
  const std::size_t zero = glyphs.at('0');
  for (const char digit : kDigits) {
    const std::size_t glyph = glyphs.at(static_cast<unsigned char>(digit));
    if (glyph < count && zero < count) hmtx.replace(glyph * 4, 2, hmtx.substr(zero * 4, 2));
  }
}

// The whole file: the tables of SUBSET with the character map of GLYPHS.
std::string file_of(hb_face_t* subset, const GlyphMap& glyphs) {
  // A face made by the subsetter lists no tables in HarfBuzz 6: read it back from its bytes.
  const Blob written(hb_face_reference_blob(subset));
  const Face face(hb_face_create(written.get(), 0));
  const Face builder(hb_face_builder_create());
  const auto table_of = [&face](hb_tag_t tag) {
    return bytes_of(Blob(hb_face_reference_table(face.get(), tag)).get());
  };
  hb_tag_t tags[64];
  unsigned count = 64;
  hb_face_get_table_tags(face.get(), 0, &count, tags);
  for (unsigned i = 0; i < count; ++i) {
    std::string table = table_of(tags[i]);
    if (tags[i] == HB_TAG('h', 'm', 't', 'x')) {
      even_out_digits(table, table_of(HB_TAG('h', 'h', 'e', 'a')), glyphs);
    }
    hb_face_builder_add_table(builder.get(), tags[i], blob_of(table).get());
  }
  hb_face_builder_add_table(builder.get(), HB_TAG('c', 'm', 'a', 'p'),
                            blob_of(character_map(glyphs)).get());
  return bytes_of(Blob(hb_face_reference_blob(builder.get())).get());
}

}  // namespace

Result<FontSubset> subset_font(const std::string& path, const std::set<unsigned>& code_points) {
  const Blob blob(hb_blob_create_from_file_or_fail(path.c_str()));
  if (blob == nullptr) return Fault{path, "", "a font", "no file (is fonts-inter installed?)"};
  const Face face(hb_face_create(blob.get(), 0));
  if (hb_face_get_glyph_count(face.get()) == 0)
    return Fault{path, "", "a font", "another kind of file"};
  GlyphMap glyphs = tabular_digits(face.get());
  if (glyphs.empty()) return Fault{path, "", "digits of one width under tnum", "none"};

  FontSubset result;
  const Font font(hb_font_create(face.get()));
  for (const unsigned code_point : code_points) {
    hb_codepoint_t glyph = 0;
    if (glyphs.count(code_point) > 0) continue;
    if (hb_font_get_nominal_glyph(font.get(), code_point, &glyph) != 0) {
      glyphs[code_point] = glyph;
    } else {
      result.missing.push_back(code_point);
    }
  }

  const SubsetInput input = subset_input(glyphs);
  if (input == nullptr) return Fault{path, "", "memory", "none"};
  const SubsetPlan plan(hb_subset_plan_create_or_fail(face.get(), input.get()));
  if (plan == nullptr)
    return Fault{path, "", "a font that can be reduced", "HarfBuzz refused to plan"};
  const Face subset(hb_subset_plan_execute_or_fail(plan.get()));
  if (subset == nullptr) return Fault{path, "", "a font that can be reduced", "HarfBuzz failed"};
  const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (auto& entry : glyphs) entry.second = hb_map_get(renumbered, entry.second);
  result.glyph_count = hb_face_get_glyph_count(subset.get());
  result.bytes = file_of(subset.get(), glyphs);
  return result;
}

}  // namespace tablero
