#include "bundle/install.h"

#include <iostream>

#include "command.h"
#include "key_files.h"

namespace kiosk::tool {
namespace {

struct InstallOptions {
  std::string stick, store, id, channel;
  std::vector<std::string> trust;
};

int run_install(const InstallOptions& options) {
  const auto keys = load_public_keys(options.trust);
  if (!keys) {
    std::cerr << keys.error().message << "\n";
    return 2;
  }
  auto store = bundle::Store::open(options.store);
  if (!store) {
    std::cerr << store.error().message << "\n";
    return 2;
  }
  const auto staged = bundle::stage(**store, options.stick, {*keys, options.id, options.channel});
  if (!staged) {
    std::cerr << to_string(staged.error().why) << ": " << staged.error().detail << "\n";
    return 1;
  }
  if (staged->is_current) {
    std::cout << options.store << ": has number " << staged->floor.sequence << " already\n";
    return 0;
  }
  if (const auto live = (*store)->activate(staged->tree, staged->floor, staged->manifest.next_key); !live) {
    std::cerr << live.error().message << "\n";
    return 1;
  }
  std::cout << options.store << ": number " << staged->floor.sequence << " is live, " << staged->moved.size() << " of "
            << staged->manifest.packs.size() << " packs were new, " << (staged->moved_bytes + 1023) / 1024 << " KB\n";
  return 0;
}

}  // namespace

void add_install(CommandLine& line, const Context&) {
  auto options = std::make_shared<InstallOptions>();
  Verb verb = line.verb("install", "Takes a bundle into a kiosk's store, as the kiosk itself does with a stick",
                        "kiosk-content install /media/stick --store /var/lib/kiosk --trust vasteras.pub");
  verb.text("stick", options->stick, "The bundle's folder").required();
  verb.text("--store", options->store, "The folder where the kiosk keeps its content").required();
  verb.repeated("--trust", options->trust, "A public key that may have signed it").required();
  verb.text("--id", options->id, "The kiosk's id; what it had before if left out");
  verb.text("--channel", options->channel, "The kiosk's channel; what it had before if left out");
  verb.run([options] { return run_install(*options); });
}

}  // namespace kiosk::tool
