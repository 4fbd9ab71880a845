#include <iostream>

#include "base/file.h"
#include "base/secret_line.h"
#include "bundle/durable.h"
#include "command.h"
#include "key_files.h"

namespace kiosk::tool {
namespace {

struct KeygenOptions {
  std::string out;
  bool no_password = false;
};

int run_keygen(const KeygenOptions& options) {
  if (file_exists(options.out + ".key") || file_exists(options.out + ".pub")) {
    std::cerr << options.out << ".key or " << options.out << ".pub is there already; choose another name\n";
    return 2;
  }
  std::string password;
  if (!options.no_password) {
    password = ask_secret("password for the new key:");
    if (password.empty() || ask_secret("the same again:") != password) {
      std::cerr << "the passwords are empty or differ; nothing was written\n";
      return 2;
    }
  }
  const auto pair = bundle::make_key_pair();
  const auto secret =
      pair ? bundle::write_secret_key(pair->secret, password) : Result<std::string>(tl::unexpected(pair.error()));
  auto done =
      secret ? bundle::write_secret(options.out + ".key", *secret) : Result<void>(tl::unexpected(secret.error()));
  if (done) done = write_file(options.out + ".pub", bundle::write_public_key(pair->open));
  if (!done) {
    std::cerr << done.error().message << "\n";
    return 2;
  }
  std::cout << options.out << ".key: keep it secret, in two places\n" << options.out << ".pub: goes to every kiosk\n";
  return 0;
}

}  // namespace

void add_keygen(CommandLine& line, const Context&) {
  auto options = std::make_shared<KeygenOptions>();
  Verb verb = line.verb("keygen", "Makes the pair of keys that signs bundles", "kiosk-content keygen --out vasteras");
  verb.text("--out", options->out, "The name of the two files, without .key and .pub").required();
  verb.flag("--no-password", options->no_password, "The secret key is not protected by a password");
  verb.run([options] { return run_keygen(*options); });
}

}  // namespace kiosk::tool
