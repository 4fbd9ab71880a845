// Ed25519 keys and detached signatures in the formats of minisign (https://jedisct1.github.io/minisign/): `minisign -V`
// verifies what this signs and the other way round. libsodium does the cryptography. Texts are whole files.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kiosk::bundle {

using KeyId = std::array<std::uint8_t, 8>;

struct PublicKey {
  KeyId id{};
  std::array<std::uint8_t, 32> key{};
  bool operator==(const PublicKey&) const = default;
};

struct SecretKey {
  KeyId id{};
  std::array<std::uint8_t, 64> key{};  // seed and public key, as libsodium has it
};

struct KeyPair {
  PublicKey open;
  SecretKey secret;
};

[[nodiscard]] Result<KeyPair> make_key_pair();

// "RW…": the second line of a .pub file.
std::string key_text(const PublicKey& key);
[[nodiscard]] Result<PublicKey> parse_key_text(std::string_view line);

std::string write_public_key(const PublicKey& key);
[[nodiscard]] Result<PublicKey> read_public_key(std::string_view file);

// An empty password leaves the key open, as `minisign -G -W` does.
[[nodiscard]] Result<std::string> write_secret_key(const SecretKey& key, const std::string& password);
[[nodiscard]] Result<SecretKey> read_secret_key(std::string_view file, const std::string& password);

// The .minisig file. The trusted comment is one line and is signed too.
[[nodiscard]] Result<std::string> sign(std::string_view message, const SecretKey& key,
                                       std::string_view trusted_comment);

// Whether one of the keys signed the message. Error: no signature, an unknown key, or not this message's.
enum class SignatureFault { kNoSignature, kUnknownKey, kWrong };
[[nodiscard]] tl::expected<void, SignatureFault> verify(std::string_view message, std::string_view signature,
                                                        const std::vector<PublicKey>& trusted);

}  // namespace kiosk::bundle
