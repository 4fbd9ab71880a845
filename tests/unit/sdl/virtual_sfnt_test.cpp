#include "sdl/virtual_sfnt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

#include "base/file.h"
#include "unit/sdl/fonts.h"

namespace kiosk::sdl {
namespace {

using testing::HasSubstr;

struct Font {
  const char* name;
  std::string path;
  unsigned index;
};

class EveryKindOfFont : public testing::TestWithParam<Font> {
 protected:
  TtfRunning ttf_;
};

TEST_P(EveryKindOfFont, GivesThePixelsThatFreeTypeDrawsById) {
  const auto sfnt = sfnt_of(GetParam().path, GetParam().index);
  ASSERT_NE(sfnt, nullptr);
  auto font = RasterFont::open(sfnt);
  ASSERT_TRUE(font.has_value()) << font.error().message;
  FreeType freetype(GetParam().path, GetParam().index);
  const std::uint32_t step = std::max(1u, sfnt->glyph_count() / 400);
  int with_ink = 0;
  for (const int size : {13, 41}) {
    for (std::uint32_t gid = 0; gid < sfnt->glyph_count(); gid += step) {
      const GlyphBitmap ours = cropped((*font)->coverage(gid, size * 72, 0));
      const GlyphBitmap wanted = cropped(freetype.draw(gid, size));
      ASSERT_EQ(ours.coverage, wanted.coverage) << "glyph " << gid << " at " << size;
      ASSERT_EQ(ours.left, wanted.left) << "glyph " << gid << " at " << size;
      ASSERT_EQ(ours.top, wanted.top) << "glyph " << gid << " at " << size;
      with_ink += !wanted.coverage.empty();
    }
  }
  EXPECT_GT(with_ink, 200);
}

INSTANTIATE_TEST_SUITE_P(
    , EveryKindOfFont,
    testing::Values(Font{"TrueType", truetype("NotoSans-Regular.ttf"), 0},
                    Font{"Nastaliq", truetype("NotoNastaliqUrdu-Regular.ttf"), 0},
                    Font{"RotatedComponents", truetype("NotoSansKhmer-Regular.ttf"), 0},
                    Font{"Cff", collection("NotoSerifCJK-Regular.ttc"), 0},
                    Font{"LaterFaceOfACollection", collection("NotoSansCJK-Regular.ttc"), 3},
                    Font{"Icons", "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf",
                         0}),
    [](const auto& font) { return font.param.name; });

std::vector<std::uint8_t> bytes_of(const std::string& path) {
  const std::string text = read_file(path).value();
  return {text.begin(), text.end()};
}

Result<std::shared_ptr<const VirtualSfnt>> create(const std::vector<std::uint8_t>& bytes, unsigned index = 0) {
  const auto kept = std::make_shared<std::vector<std::uint8_t>>(bytes);
  return VirtualSfnt::create({kept, *kept}, index);
}

// Draws some glyphs, whatever the font is: only a crash or a sanitizer fails here.
bool draws(std::shared_ptr<const VirtualSfnt> sfnt) {
  const std::uint32_t count = std::min(40u, sfnt->glyph_count());
  auto font = RasterFont::open(std::move(sfnt));
  if (!font) return false;
  bool ink = false;
  for (std::uint32_t gid = 0; gid < count; ++gid) {
    if ((*font)->is_color()) {
      ink |= !(*font)->color(gid, 40).argb.empty();
    } else {
      ink |= !(*font)->coverage(gid, 40 * 72, int(gid % 4)).coverage.empty();
    }
  }
  return ink;
}

TEST(VirtualSfnt, KeepsHintingCodeAndLayoutTablesFromSdlTtf) {
  const auto sfnt = sfnt_of(truetype("NotoSans-Regular.ttf"));
  std::string header(12, '\0');
  sfnt->read(0, header.data(), header.size());
  header.resize(12 + 16 * std::size_t(header[5]));
  sfnt->read(0, header.data(), header.size());
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "fpgm", "prep", "name"}) {
    EXPECT_EQ(header.find(tag), std::string::npos) << tag;
  }
  EXPECT_THAT(header, HasSubstr("glyf"));
}

TEST(VirtualSfnt, ReadsAcrossTheSeamAndStopsAtTheEnd) {
  const auto bytes = bytes_of(truetype("NotoSansKhmer-Regular.ttf"));
  const auto sfnt = create(bytes).value();
  const std::size_t header = sfnt->size() - bytes.size();
  std::vector<std::uint8_t> part(20);
  EXPECT_EQ(sfnt->read(header - 4, part.data(), 20), 20u);
  EXPECT_TRUE(std::equal(part.begin() + 4, part.end(), bytes.begin()));
  EXPECT_EQ(sfnt->read(sfnt->size() - 7, part.data(), 20), 7u);
  EXPECT_TRUE(std::equal(part.begin(), part.begin() + 7, bytes.end() - 7));
  EXPECT_EQ(sfnt->read(sfnt->size(), part.data(), 20), 0u);
}

TEST(VirtualSfnt, StreamSeeksWithinItself) {
  SDL_RWops* const stream = open_stream(sfnt_of(truetype("NotoSans-Regular.ttf")));
  const Sint64 size = SDL_RWsize(stream);
  EXPECT_EQ(SDL_RWseek(stream, -4, RW_SEEK_END), size - 4);
  EXPECT_EQ(SDL_RWseek(stream, 100, RW_SEEK_CUR), size);
  EXPECT_EQ(SDL_RWseek(stream, -1, RW_SEEK_SET), 0);
  char byte = 0;
  EXPECT_EQ(SDL_RWread(stream, &byte, SIZE_MAX, 2), 0u);
  EXPECT_EQ(SDL_RWclose(stream), 0);
}

TEST(VirtualSfnt, RefusesWhatIsNoFont) {
  EXPECT_EQ(create({}).error().message, "too short for a font");
  EXPECT_EQ(create(std::vector<std::uint8_t>(500, 'x')).error().message, "not an sfnt font");
}

TEST(VirtualSfnt, RefusesAFaceThatTheFileHasNot) {
  EXPECT_EQ(create(bytes_of(truetype("NotoSans-Regular.ttf")), 1).error().message,
            "a single font, so it has no face 1");
  auto file = map_file(collection("NotoSansCJK-Regular.ttc"));
  EXPECT_EQ(VirtualSfnt::create(*file, 10).error().message, "the collection has no face 10");
  EXPECT_EQ(VirtualSfnt::create(*file, 0xFFFFFFFF).error().message, "the collection has no face 4294967295");
}

TEST(VirtualSfnt, RefusesAFontWithoutATableThatDrawingNeeds) {
  for (const char* tag : {"head", "maxp", "hhea", "hmtx", "glyf", "loca"}) {
    auto bytes = bytes_of(truetype("NotoSansKhmer-Regular.ttf"));
    const std::string_view name(tag);
    const auto at = std::search(bytes.begin(), bytes.begin() + 400, name.begin(), name.end());
    ASSERT_NE(at, bytes.begin() + 400) << tag;
    at[0] = '?';
    EXPECT_FALSE(create(bytes).has_value()) << tag;
  }
}

TEST(VirtualSfnt, RefusesATruncatedDirectoryAndSurvivesTruncatedTables) {
  TtfRunning ttf;
  const auto bytes = bytes_of(truetype("NotoSansKhmer-Regular.ttf"));
  ASSERT_TRUE(draws(create(bytes).value()));
  for (std::size_t size = 0; size < bytes.size(); size += size < 600 ? 1 : 997) {
    const auto sfnt = create({bytes.begin(), bytes.begin() + std::ptrdiff_t(size)});
    if (size < 12 + 16 * 10) {
      EXPECT_FALSE(sfnt.has_value()) << size;
    }
    if (sfnt) draws(*sfnt);
  }
}

TEST(VirtualSfnt, SurvivesDamagedDirectoriesAndTables) {
  TtfRunning ttf;
  for (const char* name : {"NotoSansKhmer-Regular.ttf", "NotoNastaliqUrdu-Regular.ttf"}) {
    const auto sound = bytes_of(truetype(name));
    std::uint32_t random = 1;
    const auto next = [&random](std::size_t below) {
      random = random * 1664525 + 1013904223;
      return std::size_t(random >> 8) % below;
    };
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
      auto bytes = sound;
      for (int hit = 0; hit < 20; ++hit) {
        bytes[next(hit < 8 ? 300 : bytes.size())] = static_cast<std::uint8_t>(next(256));
      }
      const auto sfnt = create(bytes);
      refused += !sfnt.has_value();
      if (sfnt) draws(*sfnt);
    }
    EXPECT_GT(refused, 10);
  }
}

TEST(MappedFile, NamesAFileThatCannotBeRead) {
  EXPECT_EQ(map_file("/no/such.ttf").error().message, "cannot open /no/such.ttf: No such file or directory");
  EXPECT_THAT(map_file("/usr/share").error().message, HasSubstr("/usr/share"));
}

}  // namespace
}  // namespace kiosk::sdl
