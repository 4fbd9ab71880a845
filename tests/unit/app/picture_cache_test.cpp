// Pictures of pages are decoded when a page needs them, once, and never take more memory than they may.
#include "app/picture_cache.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "support/source_dir.h"

namespace kiosk::app {
namespace {

// Each file's picture has as many pixels as the file has bytes.
Result<ui::Picture> decode(std::string_view bytes) {
  if (bytes.find("damaged") != std::string_view::npos) return fail("damaged");
  return ui::Picture{{static_cast<int>(bytes.size()), 1}, std::vector<std::uint32_t>(bytes.size())};
}

class Pictures : public testing::Test {
 protected:
  static std::string name(char c) { return std::string(32, c) + ".webp"; }
  void put(char c, std::size_t size, const std::string& tail = {}) {
    // A WebP's head that says: size x 1 px.
    std::string bytes = std::string("RIFF----WEBPVP8X----\0\0\0\0", 24);
    const std::size_t width = size - 1;
    bytes += {static_cast<char>(width), static_cast<char>(width >> 8), '\0', '\0', '\0', '\0'};
    bytes.resize(size - tail.size(), 'x');
    ASSERT_TRUE(write_file(reader.folder() + "/media/" + name(c), bytes + tail));
  }
  static content::Page page_with(const std::string& names) {
    content::Page page;
    page.id = "a/b";
    for (const char c : names) {
      content::Block block;
      block.kind = content::BlockKind::kImage;
      block.media = name(c);
      page.blocks.push_back(block);
    }
    return page;
  }

  const content::TreeReader reader{testing::TempDir() + "/pictures-" +
                                   testing::UnitTest::GetInstance()->current_test_info()->name()};
};

TEST_F(Pictures, AreThereForThePageThatNamesThem) {
  put('a', 100);
  PictureCache cache(decode);
  const auto& shown = cache.of(reader, page_with("a"));
  ASSERT_EQ(shown.size(), 1u);
  EXPECT_EQ(shown.at(name('a'))->size_px.w, 100);
}

TEST_F(Pictures, WithoutADecoderThereAreNone) {
  put('a', 100);
  EXPECT_TRUE(PictureCache(nullptr).of(reader, page_with("a")).empty());
}

TEST_F(Pictures, AMissingOrDamagedOneIsNull) {
  put('b', 100, "damaged");
  PictureCache cache(decode);
  const auto& shown = cache.of(reader, page_with("ab"));
  EXPECT_EQ(shown.at(name('a')), nullptr);
  EXPECT_EQ(shown.at(name('b')), nullptr);
  EXPECT_EQ(cache.bytes(), 0u);
}

TEST_F(Pictures, StayWhilePagesComeBack) {
  put('a', 100);
  PictureCache cache(decode);
  const auto first = cache.of(reader, page_with("a")).at(name('a'));
  cache.of(reader, page_with(""));
  EXPECT_EQ(cache.of(reader, page_with("a")).at(name('a')), first);
}

TEST_F(Pictures, TheOldestGoWhenTheBudgetIsUsedUp) {
  for (const char c : std::string("abcdef")) put(c, 100);
  PictureCache cache(decode, 4 * 250);
  for (const char c : std::string("abcdef")) {
    cache.of(reader, page_with(std::string(1, c)));
    EXPECT_LE(cache.bytes(), 4u * 250);
  }
}

TEST_F(Pictures, APageWithTooManyShowsTheWordsOfTheLast) {
  for (const char c : std::string("abc")) put(c, 100);
  PictureCache cache(decode, 4 * 250);
  const auto& shown = cache.of(reader, page_with("abc"));
  EXPECT_NE(shown.at(name('a')), nullptr);
  EXPECT_NE(shown.at(name('b')), nullptr);
  EXPECT_EQ(shown.at(name('c')), nullptr);
  EXPECT_LE(cache.bytes(), 4u * 250);
}

}  // namespace
}  // namespace kiosk::app
