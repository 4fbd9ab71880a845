#include "bundle/sha256.h"

#include <sodium.h>

namespace kiosk::bundle {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string hex_of(const Sha256& hash) {  // of 256 bits, whatever made them
  char hex[std::tuple_size_v<Sha256> * 2 + 1];
  sodium_bin2hex(hex, sizeof hex, reinterpret_cast<const unsigned char*>(hash.data()), hash.size());
  return hex;
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
  Sha256 hash;
  static_assert(sizeof hash == crypto_hash_sha256_BYTES);
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), bytes_of(bytes), bytes.size());
  return hash;
}

std::string sha256_hex(std::string_view bytes) { return hex_of(sha256(bytes)); }

std::string blake2b_hex(std::string_view bytes) {
  Sha256 hash;
  static_assert(sizeof hash == crypto_generichash_BYTES);
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(), bytes_of(bytes), bytes.size(), nullptr,
                     0);
  return hex_of(hash);
}

}  // namespace kiosk::bundle
