#include "bundle/sha256.h"

#include <sodium.h>

namespace kiosk::bundle {
namespace {

template <std::size_t N>
std::string hex_of(const unsigned char (&hash)[N]) {
  char hex[N * 2 + 1];
  sodium_bin2hex(hex, sizeof hex, hash, N);
  return hex;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

Sha256 sha256(std::string_view bytes) {
  Sha256 hash;
  static_assert(sizeof hash == crypto_hash_sha256_BYTES);
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), bytes_of(bytes), bytes.size());
  return hash;
}

std::string sha256_hex(std::string_view bytes) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, bytes_of(bytes), bytes.size());
  return hex_of(hash);
}

std::string blake2b_hex(std::string_view bytes) {
  unsigned char hash[crypto_generichash_BYTES];
  crypto_generichash(hash, sizeof hash, bytes_of(bytes), bytes.size(), nullptr, 0);
  return hex_of(hash);
}

}  // namespace kiosk::bundle
