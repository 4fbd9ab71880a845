#include "base/utf8.h"

#include <gtest/gtest.h>

namespace kiosk {
namespace {

TEST(Utf8, EveryCharacterComesBackAsItWas) {
  for (char32_t c = 0; c <= 0x10FFFF; c += (c < 0x3000 ? 1 : 0x3B)) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const Decoded d = decode_utf8(text, 0);
    ASSERT_EQ(d.character, c);
    ASSERT_EQ(d.length, text.size());
    ASSERT_EQ(find_invalid_utf8(text), std::string::npos);
    ASSERT_EQ(count_characters(text), 1u);
  }
}

TEST(Utf8, LengthsChangeAtTheirBounds) {
  const std::pair<char32_t, std::size_t> table[] = {{0x7F, 1},   {0x80, 2},    {0x7FF, 2},   {0x800, 3},
                                                    {0xFFFF, 3}, {0x10000, 4}, {0x10FFFF, 4}};
  for (const auto& [c, length] : table) {
    std::string text;
    append_utf8(text, c);
    EXPECT_EQ(text.size(), length) << static_cast<unsigned>(c);
  }
}

TEST(Utf8, InvalidBytesAreOneReplacementEach) {
  for (const char* bytes : {"\x80", "\xC0\xAF", "\xC1\x81", "\xE0\x80\x80", "\xE2\x82", "\xED\xA0\x80",
                            "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF8\x88", "\xFF"}) {
    const Decoded d = decode_utf8(bytes, 0);
    EXPECT_EQ(d.character, char32_t{0xFFFD}) << bytes;
    EXPECT_EQ(d.length, 1u);
    EXPECT_EQ(find_invalid_utf8("aå" + std::string(bytes)), 3u);
  }
}

TEST(Utf8, TheReplacementCharacterItselfIsValid) { EXPECT_EQ(find_invalid_utf8("a\uFFFDb"), std::string::npos); }

TEST(Utf8, CharactersAreCountedNotBytes) {
  EXPECT_EQ(count_characters(""), 0u);
  EXPECT_EQ(count_characters("Västerås"), 8u);
  EXPECT_EQ(count_characters("ไทย"), 3u);
  EXPECT_EQ(count_characters("👩‍👧"), 3u);
}

}  // namespace
}  // namespace kiosk
