#include "text/font_library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/source_dir.h"
#include "text/shape_cache.h"

namespace kiosk::text {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(FontLibrary, OpensAFaceOnce) {
  FontLibrary library;
  const auto first = library.face("NotoSans-Regular.ttf"), second = library.face("NotoSans-Regular.ttf");
  ASSERT_TRUE(first);
  EXPECT_EQ(*first, *second);
  EXPECT_EQ((*first)->postscript_name(), "NotoSans-Regular");
}

TEST(FontLibrary, OpensAFaceOfACollection) {
  FontLibrary library;
  EXPECT_EQ((*library.face("NotoSansCJK-Regular.ttc#0"))->postscript_name(), "NotoSansCJKjp-Regular");
  EXPECT_EQ((*library.face("NotoSansCJK-Regular.ttc#2"))->postscript_name(), "NotoSansCJKsc-Regular");
}

TEST(FontLibrary, AMissingFileIsNamedWithTheFoldersSearched) {
  FontLibrary library({"/nowhere", "/neither"});
  EXPECT_EQ(library.face("Missing.ttf").error().message, "no font file 'Missing.ttf' in /nowhere, /neither");
}

TEST(FontLibrary, RefusesPathsAndBadNumbers) {
  FontLibrary library;
  for (const char* name : {"../passwd", "/etc/passwd", "a/b.ttf", "", "#1", ".."})
    EXPECT_THAT(library.face(name).error().message, HasSubstr("is not the name of a font file")) << name;
  EXPECT_THAT(library.face("NotoSans-Regular.ttf#x").error().message, HasSubstr("has no number after '#'"));
  EXPECT_THAT(library.face("NotoSans-Regular.ttf#-1").error().message, HasSubstr("has no number after '#'"));
}

TEST(FontLibrary, AFaceThatTheCollectionLacksIsAnError) {
  FontLibrary library;
  EXPECT_THAT(library.face("NotoSans-Regular.ttf#7").error().message, HasSubstr("has 1 faces, there is no #7"));
}

TEST(Face, AFileThatIsNoFontIsAnError) {
  const std::string path = test::source_dir() + "/CMakeLists.txt";
  EXPECT_EQ(Face::open(path, 0).error().message, path + " is not a font");
}

TEST(Face, KnowsItsCharacters) {
  FontLibrary library;
  const Face* face = *library.face("NotoSansThai-Regular.ttf");
  for (int i = 0; i < 2; ++i) {  // looked up, then remembered
    EXPECT_TRUE(face->has(U'\u0E01'));
    EXPECT_TRUE(face->has(U' '));
    EXPECT_FALSE(face->has(U'a'));
    EXPECT_FALSE(face->has(U'\U0010FFFF'));
  }
}

TEST(Face, MeasuresInEm) {
  FontLibrary library;
  const Face* face = *library.face("NotoSans-Regular.ttf");
  EXPECT_NEAR(face->metrics().ascent, 1.069, 1e-3);
  EXPECT_NEAR(face->metrics().descent, 0.293, 1e-3);
  EXPECT_NEAR(face->metrics().cap_height, 0.714, 1e-3);
  const GlyphInk& space = face->ink(3);
  EXPECT_TRUE(space.empty());
  const GlyphInk& capital = face->ink(43);  // H
  EXPECT_NEAR(static_cast<double>(capital.top), 0.714, 1e-3);
  EXPECT_NEAR(static_cast<double>(capital.bottom), 0, 1e-3);
}

TEST(ShapeCache, ForgetsTheLeastRecentlyUsed) {
  ShapeCache cache;
  const std::size_t glyphs = ShapeCache::kCapacity / 4 - ShapeCache::kEntryCost;
  for (const char* key : {"a", "b", "c", "d"}) cache.put(key, ShapedGlyphs(glyphs));
  EXPECT_TRUE(cache.find("a"));
  cache.put("e", ShapedGlyphs(glyphs));
  EXPECT_TRUE(cache.find("a"));
  EXPECT_FALSE(cache.find("b"));
  EXPECT_LE(cache.cost(), ShapeCache::kCapacity);
}

TEST(ShapeCache, KeepsAnEntryThatIsLargerThanItself) {
  ShapeCache cache;
  cache.put("small", ShapedGlyphs(1));
  cache.put("large", ShapedGlyphs(ShapeCache::kCapacity + 1));
  EXPECT_TRUE(cache.find("large"));
  EXPECT_EQ(cache.size(), 1u);
}

}  // namespace
}  // namespace kiosk::text
