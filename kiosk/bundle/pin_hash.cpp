#include "bundle/pin_hash.h"

#include <sodium.h>

#include <algorithm>

namespace kiosk::bundle {

namespace {

constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // 32: no 0 O 1 I
constexpr std::size_t kCodeLength = 8;

bool counts_by(std::string_view digits, int step) {
  for (std::size_t i = 1; i < digits.size(); ++i)
    if (digits[i] - digits[i - 1] != step) return false;
  return true;
}

}  // namespace

Result<void> check_pin(std::string_view pin) {
  const bool digits = pin.size() == kPinDigits && pin.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits) return fail("a PIN has " + std::to_string(kPinDigits) + " digits");
  for (const int step : {0, 1, -1})
    if (counts_by(pin, step)) return fail("a PIN whose digits are the same or count up or down is guessed at once");
  return {};
}

Result<std::string> hash_pin(std::string_view pin) {
  char text[crypto_pwhash_STRBYTES];
  if (sodium_init() < 0 || crypto_pwhash_str(text, pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                             crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return fail("there is not enough memory to keep the PIN");
  return std::string(text);
}

bool pin_matches(std::string_view pin, const std::string& hash) {
  return is_pin_hash(hash) && crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

bool is_pin_hash(std::string_view text) {
  if (sodium_init() < 0 || text.size() >= crypto_pwhash_STRBYTES || !text.starts_with("$argon2id$")) return false;
  return crypto_pwhash_str_needs_rehash(std::string(text).c_str(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                        crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0;
}

std::string make_pin_code() {
  if (sodium_init() < 0) return {};
  std::string code(kCodeLength, ' ');
  for (char& letter : code) letter = kLetters[randombytes_uniform(kLetters.size())];
  return code;
}

bool is_pin_code(std::string_view text) {
  return text.size() == kCodeLength && text.find_first_not_of(kLetters) == std::string_view::npos;
}

std::string pin_code_words(const std::string& code) {
  return code.size() == kCodeLength ? code.substr(0, 4) + "-" + code.substr(4) : code;
}

std::string pin_code_of_words(std::string_view words) {
  std::string code;
  for (const char c : words)
    if (c != '-' && c != ' ') code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return code;
}

}  // namespace kiosk::bundle
