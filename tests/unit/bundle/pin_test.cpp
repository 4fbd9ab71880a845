#include <gtest/gtest.h>

#include <set>

#include "bundle/pin_hash.h"

namespace kiosk::bundle {
namespace {

TEST(Pin, HasSixDigitsThatAreNotGuessedAtOnce) {
  for (const char* good : {"482913", "000001", "121212"}) EXPECT_TRUE(check_pin(good)) << good;
  for (const char* bad : {"", "48291", "4829130", "48291a", "٤٨٢٩١٣", "111111", "123456", "987654"})
    EXPECT_FALSE(check_pin(bad)) << bad;
}

TEST(Pin, IsKeptAsArgon2idWithItsOwnSalt) {
  const std::string hash = *hash_pin("482913");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
  EXPECT_NE(hash, *hash_pin("482913"));
  EXPECT_TRUE(pin_matches("482913", hash));
  EXPECT_FALSE(pin_matches("482914", hash));
  EXPECT_FALSE(pin_matches("", hash));
}

TEST(Pin, AHashThatAsksForMoreMemoryIsNone) {
  std::string hash = *hash_pin("482913");
  hash.replace(hash.find("m=65536"), 7, "m=4194304");
  EXPECT_FALSE(is_pin_hash(hash));
  EXPECT_FALSE(pin_matches("482913", hash));
  EXPECT_FALSE(is_pin_hash("$argon2id$" + std::string(10'000, 'a')));
}

TEST(Pin, ACodeIsReadBackAsPeopleWriteIt) {
  std::set<std::string> codes;
  for (int i = 0; i < 100; ++i) codes.insert(make_pin_code());
  EXPECT_EQ(codes.size(), 100u);
  for (const std::string& code : codes) EXPECT_TRUE(is_pin_code(code)) << code;
  const std::string& code = *codes.begin();
  std::string written = " " + pin_code_words(code);
  for (char& c : written) c = static_cast<char>(std::tolower(c));
  EXPECT_EQ(pin_code_of_words(written), code);
  EXPECT_FALSE(is_pin_code("K0MX3QPD"));
}

}  // namespace
}  // namespace kiosk::bundle
