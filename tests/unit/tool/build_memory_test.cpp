// What a build remembers, as bytes.
#include "build_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiosk::tool {
namespace {

BuildMemory sample() {
  BuildMemory memory;
  memory.request = "town\n2026-11-22\n";
  memory.tags = {"ar", "en"};
  memory.surroundings = {{"/usr/bin/x", {1, 2, 3, 4, 5}}};
  memory.sources = {{"a.md", "hash", {9, 8, 7, -6, 5}}, {"b.md", "hash", {}}};
  memory.tree = {{"manifest.yaml", "hash", {}}};
  memory.catalogues = {{"locales/ar/core.po", {}, {{"", "hash", {{0, 4}, {8, 9}}}, {"a/b", "h", {{4, 8}}}}, {"a/b"}}};
  memory.counted["a/b"] = {25, 1};
  return memory;
}

TEST(BuildMemory, ComesBackAsItWas) {
  const std::string bytes = write_memory(sample());
  const auto again = read_memory(bytes);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(write_memory(*again), bytes);
  EXPECT_EQ(again->sources[0].stamp.modified_ns, -6);
  EXPECT_EQ(again->catalogues[0].parts[0].ranges[1].end, 9u);
  EXPECT_THAT(again->catalogues[0].loose, testing::ElementsAre("a/b"));
  EXPECT_EQ(again->counted.at("a/b").texts, 25);
}

TEST(BuildMemory, IsNoneWhereAnyByteIsAnotherOrMissing) {
  const std::string bytes = write_memory(sample());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    EXPECT_FALSE(read_memory(std::string_view(bytes).substr(0, i))) << "cut at " << i;
    std::string other = bytes;
    other[i] ^= 0x20;
    EXPECT_FALSE(read_memory(other)) << "another byte at " << i;
  }
  EXPECT_FALSE(read_memory(bytes + "x"));
}

// The right hash in front does not make odd fields good.
TEST(BuildMemory, IsNoneWhereAFieldIsOdd) {
  const std::string body = write_memory(sample()).substr(write_memory({}).find('\n') + 66);
  ASSERT_TRUE(read_memory(sealed_memory(body)));
  for (std::size_t i = 0; i + 8 <= body.size(); ++i) {
    std::string huge = body;
    huge.replace(i, 8, 8, '\xFF');
    const auto read = read_memory(sealed_memory(huge));
    EXPECT_TRUE(!read || write_memory(*read) == sealed_memory(huge)) << "misread at " << i;
  }
  BuildMemory unsorted = sample();
  std::swap(unsorted.sources[0], unsorted.sources[1]);
  EXPECT_FALSE(read_memory(write_memory(unsorted)));
}

TEST(BuildMemory, LiesBesideItsTree) {
  EXPECT_EQ(memory_path("/srv/town"), "/srv/town.built");
  EXPECT_EQ(memory_path("/srv/x/../town/"), "/srv/town.built");
}

}  // namespace
}  // namespace kiosk::tool
