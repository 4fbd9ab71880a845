#include "bundle/minisign.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace kiosk::bundle {

namespace {

constexpr std::string_view kUntrusted = "untrusted comment: ";
constexpr std::string_view kTrusted = "trusted comment: ";
constexpr std::size_t kLongestFile = 4096;

std::string base64(const std::uint8_t* bytes, std::size_t size) {
  std::string text(sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, sodium_base64_VARIANT_ORIGINAL);
  text.resize(text.size() - 1);  // its NUL
  return text;
}

// False unless the text is the one base64 of exactly this many bytes.
template <std::size_t N>
bool decode(std::string_view text, std::array<std::uint8_t, N>& out) {
  std::size_t size = 0;
  const char* end = nullptr;
  return sodium_base642bin(out.data(), N, text.data(), text.size(), nullptr, &size, &end,
                           sodium_base64_VARIANT_ORIGINAL) == 0 &&
         size == N && end == text.data() + text.size() && base64(out.data(), N) == text;
}

std::vector<std::string_view> lines_of(std::string_view file) {
  std::vector<std::string_view> lines;
  if (file.size() > kLongestFile) return lines;
  while (!file.empty()) {
    const std::size_t end = file.find('\n');
    std::string_view line = file.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
  }
  return lines;
}

template <std::size_t N, std::size_t M>
void put(std::array<std::uint8_t, N>& to, std::size_t at, const std::array<std::uint8_t, M>& from) {
  std::copy(from.begin(), from.end(), to.begin() + static_cast<std::ptrdiff_t>(at));
}
template <std::size_t N, std::size_t M>
void take(const std::array<std::uint8_t, N>& from, std::size_t at, std::array<std::uint8_t, M>& to) {
  std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(at), M, to.begin());
}

void put_number(std::uint8_t* to, std::uint64_t number) {
  for (int i = 0; i < 8; ++i) to[i] = static_cast<std::uint8_t>(number >> (8 * i));
}
std::uint64_t number_at(const std::uint8_t* from) {
  std::uint64_t number = 0;
  for (int i = 0; i < 8; ++i) number |= std::uint64_t{from[i]} << (8 * i);
  return number;
}

// A secret key's file: "Ed" | KDF | "B2" | salt 32 | opslimit 8 | memlimit 8 | then, veiled by the password's stream:
// id 8 | key 64 | BLAKE2b-256 of "Ed", id and key.
constexpr std::size_t kSalt = 6, kOps = 38, kMemory = 46, kVeiled = 54, kVeiledSize = 8 + 64 + 32;
using SecretFile = std::array<std::uint8_t, kVeiled + kVeiledSize>;

std::array<std::uint8_t, 32> checksum(const SecretKey& key) {
  crypto_generichash_state state;
  std::array<std::uint8_t, 32> sum{};
  crypto_generichash_init(&state, nullptr, 0, sum.size());
  crypto_generichash_update(&state, reinterpret_cast<const std::uint8_t*>("Ed"), 2);
  crypto_generichash_update(&state, key.id.data(), key.id.size());
  crypto_generichash_update(&state, key.key.data(), key.key.size());
  crypto_generichash_final(&state, sum.data(), sum.size());
  return sum;
}

// XORs the veiled part with scrypt's stream; the limits are the file's own.
bool veil(SecretFile& file, const std::string& password) {
  constexpr std::uint64_t kMostMemory = 1u << 30, kMostOps = 1u << 26;
  const std::uint64_t ops = number_at(&file[kOps]), memory = number_at(&file[kMemory]);
  if (ops > kMostOps || memory > kMostMemory) return false;
  std::array<std::uint8_t, kVeiledSize> stream{};
  if (crypto_pwhash_scryptsalsa208sha256(stream.data(), stream.size(), password.data(), password.size(), &file[kSalt],
                                         ops, memory) != 0)
    return false;
  for (std::size_t i = 0; i < kVeiledSize; ++i) file[kVeiled + i] ^= stream[i];
  sodium_memzero(stream.data(), stream.size());
  return true;
}

constexpr std::size_t kSignatureSize = 2 + 8 + 64;

std::array<std::uint8_t, 64> prehash(std::string_view message) {
  std::array<std::uint8_t, 64> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const std::uint8_t*>(message.data()), message.size(),
                     nullptr, 0);
  return hash;
}

// What the second signature covers: the first one and the trusted comment.
std::string global_message(const std::array<std::uint8_t, 64>& signature, std::string_view comment) {
  return std::string(reinterpret_cast<const char*>(signature.data()), signature.size()) + std::string(comment);
}

std::array<std::uint8_t, 64> signature_of(std::string_view message, const SecretKey& key) {
  std::array<std::uint8_t, 64> signature{};
  crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const std::uint8_t*>(message.data()), message.size(),
                       key.key.data());
  return signature;
}

bool is_signature_of(const std::array<std::uint8_t, 64>& signature, std::string_view message, const PublicKey& key) {
  return crypto_sign_verify_detached(signature.data(), reinterpret_cast<const std::uint8_t*>(message.data()),
                                     message.size(), key.key.data()) == 0;
}

std::string_view view(const std::array<std::uint8_t, 64>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string id_text(const KeyId& id) {
  std::string text;
  constexpr char kHex[] = "0123456789ABCDEF";
  for (std::size_t i = id.size(); i-- > 0;) (text += kHex[id[i] >> 4]) += kHex[id[i] & 15];
  return text;
}

}  // namespace

Result<KeyPair> make_key_pair() {
  if (sodium_init() < 0) return fail("the machine gives no random numbers");
  KeyPair pair;
  randombytes_buf(pair.open.id.data(), pair.open.id.size());
  pair.secret.id = pair.open.id;
  crypto_sign_keypair(pair.open.key.data(), pair.secret.key.data());
  return pair;
}

std::string key_text(const PublicKey& key) {
  std::array<std::uint8_t, 42> bytes{'E', 'd'};
  put(bytes, 2, key.id);
  put(bytes, 10, key.key);
  return base64(bytes.data(), bytes.size());
}

Result<PublicKey> parse_key_text(std::string_view line) {
  std::array<std::uint8_t, 42> bytes{};
  if (!decode(line, bytes) || bytes[0] != 'E' || bytes[1] != 'd') return fail("this is no public key of minisign");
  PublicKey key;
  take(bytes, 2, key.id);
  take(bytes, 10, key.key);
  return key;
}

std::string write_public_key(const PublicKey& key) {
  return std::string(kUntrusted) + "minisign public key " + id_text(key.id) + "\n" + key_text(key) + "\n";
}

Result<PublicKey> read_public_key(std::string_view file) {
  const auto lines = lines_of(file);
  if (lines.size() < 2 || !lines[0].starts_with(kUntrusted)) return fail("this is no public key of minisign");
  return parse_key_text(lines[1]);
}

Result<std::string> write_secret_key(const SecretKey& key, const std::string& password) {
  if (sodium_init() < 0) return fail("the machine gives no random numbers");
  SecretFile file{'E', 'd', 0, 0, 'B', '2'};
  put(file, kVeiled, key.id);
  put(file, kVeiled + 8, key.key);
  put(file, kVeiled + 72, checksum(key));
  if (!password.empty()) {
    file[2] = 'S';
    file[3] = 'c';
    constexpr std::uint64_t kNewOps = 1u << 22, kNewMemory = 128u << 20;  // about half a second
    randombytes_buf(&file[kSalt], kOps - kSalt);
    put_number(&file[kOps], kNewOps);
    put_number(&file[kMemory], kNewMemory);
    if (!veil(file, password)) return fail("not enough memory to protect the key with a password");
  }
  const std::string text =
      std::string(kUntrusted) + "minisign encrypted secret key\n" + base64(file.data(), file.size()) + "\n";
  sodium_memzero(file.data(), file.size());
  return text;
}

Result<SecretKey> read_secret_key(std::string_view file, const std::string& password) {
  if (sodium_init() < 0) return fail("the machine gives no random numbers");
  const auto lines = lines_of(file);
  SecretFile bytes{};
  if (lines.size() < 2 || !lines[0].starts_with(kUntrusted) || !decode(lines[1], bytes) || bytes[0] != 'E' ||
      bytes[1] != 'd' || bytes[4] != 'B' || bytes[5] != '2')
    return fail("this is no secret key of minisign");
  const bool locked = bytes[2] == 'S' && bytes[3] == 'c';
  if (!locked && (bytes[2] != 0 || bytes[3] != 0)) return fail("the key is protected in an unknown way");
  if (locked && password.empty()) return fail("the key needs its password");
  if (locked && !veil(bytes, password)) return fail("the key asks for more memory than allowed");
  SecretKey key;
  std::array<std::uint8_t, 32> sum{};
  take(bytes, kVeiled, key.id);
  take(bytes, kVeiled + 8, key.key);
  take(bytes, kVeiled + 72, sum);
  // minisign leaves the sum of an open key empty.
  const bool no_sum = !locked && sum == std::array<std::uint8_t, 32>{};
  if (!no_sum && sum != checksum(key)) return fail(locked ? "the password is wrong" : "the key file is damaged");
  return key;
}

Result<std::string> sign(std::string_view message, const SecretKey& key, std::string_view trusted_comment) {
  if (sodium_init() < 0) return fail("the machine gives no random numbers");
  if (trusted_comment.find('\n') != std::string_view::npos) return fail("a trusted comment is one line");
  const std::array<std::uint8_t, 64> signature = signature_of(view(prehash(message)), key);
  std::array<std::uint8_t, kSignatureSize> bytes{'E', 'D'};
  put(bytes, 2, key.id);
  put(bytes, 10, signature);
  const std::array<std::uint8_t, 64> global = signature_of(global_message(signature, trusted_comment), key);
  return std::string(kUntrusted) + "signature from kiosk-content\n" + base64(bytes.data(), bytes.size()) + "\n" +
         std::string(kTrusted) + std::string(trusted_comment) + "\n" + base64(global.data(), global.size()) + "\n";
}

tl::expected<void, SignatureFault> verify(std::string_view message, std::string_view signature,
                                          const std::vector<PublicKey>& trusted) {
  const auto lines = lines_of(signature);
  std::array<std::uint8_t, kSignatureSize> bytes{};
  std::array<std::uint8_t, 64> own{}, global{};
  if (sodium_init() < 0 || lines.size() != 4 || !lines[0].starts_with(kUntrusted) || !lines[2].starts_with(kTrusted) ||
      !decode(lines[1], bytes) || !decode(lines[3], global) || bytes[0] != 'E' || (bytes[1] != 'D' && bytes[1] != 'd'))
    return tl::unexpected(SignatureFault::kNoSignature);
  KeyId id{};
  take(bytes, 2, id);
  take(bytes, 10, own);
  const auto key = std::find_if(trusted.begin(), trusted.end(), [&](const PublicKey& one) { return one.id == id; });
  if (key == trusted.end()) return tl::unexpected(SignatureFault::kUnknownKey);
  // "ED" signs the message's BLAKE2b-512, the older "Ed" the message itself.
  const auto hash = prehash(message);
  const std::string_view comment = lines[2].substr(kTrusted.size());
  if (!is_signature_of(own, bytes[1] == 'D' ? view(hash) : message, *key) ||
      !is_signature_of(global, global_message(own, comment), *key))
    return tl::unexpected(SignatureFault::kWrong);
  return {};
}

}  // namespace kiosk::bundle
