#include "bundle/pull.h"

#include <iostream>

#include "command.h"
#include "key_files.h"

namespace kiosk::tool {
namespace {

struct PullOptions {
  std::string address, store, id, channel;
  std::vector<std::string> trust;
};

int run_pull(const PullOptions& options) {
  const auto stop = [](const Error& error, int status) {
    std::cerr << error.message + "\n";
    return status;
  };
  const auto keys = load_public_keys(options.trust);
  if (!keys) return stop(keys.error(), 2);
  auto store = bundle::Store::open(options.store);
  if (!store) return stop(store.error(), 2);
  const auto pulled =
      bundle::pull(**store, options.address, options.store + "/incoming", {*keys, options.id, options.channel});
  if (!pulled) return stop({std::string(to_string(pulled.error().why)) + ": " + pulled.error().detail}, 1);
  if (pulled->unchanged || pulled->staged.is_current) {
    std::cout << options.store << ": nothing new, " << pulled->bytes << " B\n";
    return 0;
  }
  const bundle::Staged& staged = pulled->staged;
  if (const auto live = (*store)->activate(staged.tree, staged.floor, staged.manifest.next_key); !live)
    return stop(live.error(), 1);
  std::cout << options.store << ": number " << staged.floor.sequence << " is live, " << staged.moved.size() << " of "
            << staged.manifest.packs.size() << " packs were new, " << pulled->bytes << " B came, " << pulled->resumed_at
            << " B were there\n";
  return 0;
}

}  // namespace

void add_pull(CommandLine& line, const Context&) {
  auto options = std::make_shared<PullOptions>();
  Verb verb =
      line.verb("pull", "Takes the newest bundle from a web server into a kiosk's store",
                "kiosk-content pull https://kiosk.example.se/vasteras --store /var/lib/kiosk --trust vasteras.pub");
  verb.text("address", options->address, "The web address below which the bundle's files are").required();
  verb.text("--store", options->store, "The folder where the kiosk keeps its content").required();
  verb.repeated("--trust", options->trust, "A public key that may have signed it").required();
  verb.text("--id", options->id, "The kiosk's id; what it had before if left out");
  verb.text("--channel", options->channel, "The kiosk's channel; what it had before if left out");
  verb.run([options] { return run_pull(*options); });
}

}  // namespace kiosk::tool
