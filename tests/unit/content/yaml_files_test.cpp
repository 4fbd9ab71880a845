// Whole files as they could lie on a stick: hostile/ with the one error each gets (EXPECTED), accepted/ without one.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "base/file.h"
#include "content/yaml.h"
#include "support/source_dir.h"

namespace kiosk::content {
namespace {

const std::string kFolder = test::source_dir() + "/tests/unit/content/";

TEST(YamlFiles, EachHostileFileGetsItsError) {
  std::string expected;
  for (const std::string& name : list_files(kFolder + "hostile", ".yaml")) {
    const auto text = read_file(kFolder + "hostile/" + name);
    ASSERT_TRUE(text);
    const Result<Yaml> value = parse_yaml(*text, name);
    ASSERT_FALSE(value) << name;
    expected += value.error().message + "\n";
  }
  EXPECT_EQ(expected, read_file(kFolder + "hostile/EXPECTED").value_or(""));
}

TEST(YamlFiles, EachGoodFileIsAccepted) {
  const std::vector<std::string> names = list_files(kFolder + "accepted", ".yaml");
  EXPECT_GE(names.size(), 10u);
  for (const std::string& name : names) {
    const Result<Yaml> value = load_yaml(kFolder + "accepted/" + name);
    EXPECT_TRUE(value) << value.error().message;
  }
}

TEST(YamlFiles, ByteOrderMarkAndCarriageReturnsLeaveNoTrace) {
  const auto plain = load_yaml(kFolder + "accepted/page.yaml");
  const auto marked = load_yaml(kFolder + "accepted/page-with-byte-order-mark.yaml");
  const auto returns = load_yaml(kFolder + "accepted/page-with-crlf.yaml");
  ASSERT_TRUE(plain && marked && returns);
  EXPECT_EQ(write_yaml(*plain), write_yaml(*marked));
  EXPECT_EQ(write_yaml(*plain), write_yaml(*returns));
}

TEST(YamlFiles, AMissingAndAnOversizedFileAreErrors) {
  const auto missing = load_yaml("no/such/file.yaml");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, "cannot read no/such/file.yaml: No such file or directory");
  const std::string large = testing::TempDir() + "/large.yaml";
  ASSERT_TRUE(write_file(large, std::string((256u << 10) + 1, '#')));
  const auto oversized = load_yaml(large);
  ASSERT_FALSE(oversized);
  EXPECT_EQ(oversized.error().message, "cannot read " + large + ": larger than 262144 bytes");
}

}  // namespace
}  // namespace kiosk::content
