#include "key_files.h"

#include "base/file.h"
#include "base/secret_line.h"

namespace kiosk::tool {

namespace {

constexpr std::size_t kLargestKey = 4096;

}  // namespace

Result<bundle::SecretKey> load_secret_key(const std::string& path) {
  const auto file = read_file(path, kLargestKey);
  if (!file) return tl::unexpected(file.error());
  auto key = bundle::read_secret_key(*file, {});
  // Without a password the reader can only say that it needs one, or what else is wrong.
  if (!key && key.error().message == "the key needs its password")
    key = bundle::read_secret_key(*file, ask_secret("password of " + path + ":"));
  if (!key) return fail(path + ": " + key.error().message);
  return key;
}

Result<std::vector<bundle::PublicKey>> load_public_keys(const std::vector<std::string>& paths) {
  std::vector<bundle::PublicKey> keys;
  for (const std::string& path : paths) {
    const auto file = read_file(path, kLargestKey);
    if (!file) return tl::unexpected(file.error());
    const auto key = bundle::read_public_key(*file);
    if (!key) return fail(path + ": " + key.error().message);
    keys.push_back(*key);
  }
  return keys;
}

}  // namespace kiosk::tool
