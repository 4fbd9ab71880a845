#include "base/file.h"
#include "base/secret_line.h"
#include "bundle/pin_hash.h"
#include "bundle/pin_order.h"
#include "command.h"
#include "key_files.h"

#include <iostream>

namespace kiosk::tool {
namespace {

struct PinOptions {
  std::string code, key, out;
};

int run_pin(const PinOptions& options) {
  const auto stop = [](const std::string& message) {
    std::cerr << message << "\n";
    return 2;
  };
  const std::string code = bundle::pin_code_of_words(options.code);
  if (!bundle::is_pin_code(code)) return stop("--code: '" + options.code + "' is no kiosk's code such as K7MX-3QPD");
  const auto key = load_secret_key(options.key);
  if (!key) return stop(key.error().message);
  const std::string pin = ask_secret("new PIN, 6 digits:");
  if (const auto good = bundle::check_pin(pin); !good) return stop(good.error().message);
  if (asks_a_person() && ask_secret("the same again:") != pin) return stop("the two PINs differ; nothing was written");
  const auto hash = bundle::hash_pin(pin);
  if (!hash) return stop(hash.error().message);
  const std::string order = bundle::write_pin_order({code, *hash});
  const auto signature = bundle::sign(order, *key, "kiosk pin " + code);
  if (!signature) return stop(signature.error().message);
  const std::string path = options.out + "/" + bundle::kPinOrderFile;
  // The order last: a stick that is pulled out early has none.
  auto written = write_file(path + ".minisig", *signature);
  if (written) written = write_file(path, order);
  if (!written) return stop(written.error().message);
  std::cout << path << ": works once, on the kiosk " << bundle::pin_code_words(code) << "\n";
  return 0;
}

}  // namespace

void add_pin(CommandLine& line, const Context&) {
  auto options = std::make_shared<PinOptions>();
  Verb verb = line.verb("pin", "Makes a stick that gives one kiosk a new PIN for its staff",
                        "kiosk-content pin --code K7MX-3QPD --key vasteras.key --out /media/stick");
  verb.text("--code", options->code, "The code that the kiosk shows beside 'forgotten the PIN'").required();
  verb.text("--key", options->key, "The secret key that signs").required();
  verb.text("--out", options->out, "The folder to write to").required();
  verb.run([options] { return run_pin(*options); });
}

}  // namespace kiosk::tool
