#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "bundle/install.h"
#include "command.h"
#include "key_files.h"

namespace kiosk::tool {
namespace {

struct VerifyOptions {
  std::string stick;
  std::vector<std::string> trust;
};

int run_verify(const VerifyOptions& options) {
  const auto keys = load_public_keys(options.trust);
  if (!keys) {
    std::cerr << keys.error().message << "\n";
    return 2;
  }
  const auto scratch =
      std::filesystem::temp_directory_path() / ("kiosk-verify-" + std::to_string(static_cast<long>(::getpid())));
  const auto manifest = bundle::verify_bundle(options.stick, scratch.string(), *keys);
  if (!manifest) {
    std::cerr << to_string(manifest.error().why) << ": " << manifest.error().detail << "\n";
    return 1;
  }
  std::cout << options.stick << ": good, number " << manifest->sequence << " for " << manifest->id << " on "
            << manifest->channel << ", " << manifest->packs.size() << " packs, valid until " << manifest->valid_until
            << "\n";
  return 0;
}

}  // namespace

void add_verify(CommandLine& line, const Context&) {
  auto options = std::make_shared<VerifyOptions>();
  Verb verb = line.verb("verify", "Checks a bundle as a kiosk would, without taking it in",
                        "kiosk-content verify /media/stick --trust vasteras.pub");
  verb.text("stick", options->stick, "The bundle's folder").required();
  verb.repeated("--trust", options->trust, "A public key that may have signed it").required();
  verb.run([options] { return run_verify(*options); });
}

}  // namespace kiosk::tool
