#include "bundle/minisign.h"

#include <gtest/gtest.h>

namespace kiosk::bundle {
namespace {

struct Signed {
  KeyPair pair = *make_key_pair();
  std::string message = "a manifest\n";
  std::string signature = *sign(message, pair.secret, "kiosk bundle x");
};

TEST(Minisign, WhatIsSignedVerifies) {
  const Signed s;
  EXPECT_TRUE(verify(s.message, s.signature, {s.pair.open}));
  EXPECT_TRUE(verify(s.message, s.signature, {make_key_pair()->open, s.pair.open}));
}

TEST(Minisign, EveryFlippedBitOfMessageAndSignatureIsRefused) {
  const Signed s;
  for (std::size_t i = 0; i < s.message.size() * 8; ++i) {
    std::string changed = s.message;
    changed[i / 8] = static_cast<char>(changed[i / 8] ^ (1 << i % 8));
    EXPECT_FALSE(verify(changed, s.signature, {s.pair.open})) << i;
  }
  const std::size_t comment_end = s.signature.find('\n');  // the first line is not signed, as in minisign
  for (std::size_t i = (comment_end + 1) * 8; i < (s.signature.size() - 1) * 8; ++i) {
    std::string changed = s.signature;
    changed[i / 8] = static_cast<char>(changed[i / 8] ^ (1 << i % 8));
    EXPECT_FALSE(verify(s.message, changed, {s.pair.open})) << i;
  }
}

TEST(Minisign, TellsAStrangersSignatureFromAWrongOneAndFromNone) {
  const Signed s;
  EXPECT_EQ(verify(s.message, s.signature, {make_key_pair()->open}).error(), SignatureFault::kUnknownKey);
  EXPECT_EQ(verify("another", s.signature, {s.pair.open}).error(), SignatureFault::kWrong);
  for (const std::string& none : {std::string(), std::string("untrusted comment: x\n"), std::string(5000, 'a'),
                                  s.signature.substr(0, s.signature.size() / 2), s.signature + "more\n"})
    EXPECT_EQ(verify(s.message, none, {s.pair.open}).error(), SignatureFault::kNoSignature) << none.substr(0, 80);
}

TEST(Minisign, KeysComeBackFromTheirFiles) {
  const KeyPair pair = *make_key_pair();
  EXPECT_EQ(*read_public_key(write_public_key(pair.open)), pair.open);
  EXPECT_EQ(read_secret_key(*write_secret_key(pair.secret, ""), "")->key, pair.secret.key);
  const std::string locked = *write_secret_key(pair.secret, "blåbär");
  EXPECT_EQ(read_secret_key(locked, "blåbär")->key, pair.secret.key);
  EXPECT_EQ(read_secret_key(locked, "lingon").error().message, "the password is wrong");
  EXPECT_EQ(read_secret_key(locked, "").error().message, "the key needs its password");
}

TEST(Minisign, DamagedKeysAreRefused) {
  EXPECT_EQ(read_public_key("hello").error().message, "this is no public key of minisign");
  EXPECT_EQ(read_secret_key("untrusted comment: x\nAAAA\n", "").error().message, "this is no secret key of minisign");
  std::string changed = *write_secret_key(make_key_pair()->secret, "");
  const std::size_t at = changed.size() - 60;
  changed[at] = changed[at] == 'A' ? 'B' : 'A';
  EXPECT_EQ(read_secret_key(changed, "").error().message, "the key file is damaged");
}

TEST(Minisign, ATrustedCommentIsOneLine) { EXPECT_FALSE(sign("m", make_key_pair()->secret, "two\nlines")); }

}  // namespace
}  // namespace kiosk::bundle
