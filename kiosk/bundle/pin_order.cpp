#include "bundle/pin_order.h"

#include "bundle/durable.h"
#include "bundle/pin_hash.h"
#include "content/field_reader.h"
#include "content/first_error.h"
#include "content/yaml.h"

namespace kiosk::bundle {

namespace {

constexpr std::uint64_t kLargestOrder = 4096;
constexpr content::Format kCode{is_pin_code, "a kiosk's code"};
constexpr content::Format kHash{is_pin_hash, "a PIN as 'kiosk-content pin' writes it"};

tl::unexpected<Refused> refuse(Refusal why, std::string detail) {
  return tl::unexpected<Refused>(Refused{why, std::move(detail)});
}

}  // namespace

std::string write_pin_order(const PinOrder& order) {
  return content::write_yaml(
      content::yaml_map({{"code", content::yaml_text(order.code)}, {"hash", content::yaml_text(order.hash)}}));
}

bool has_pin_order(const std::string& stick) { return is_there(stick + "/" + kPinOrderFile); }

tl::expected<PinOrder, Refused> read_pin_order(const std::string& stick, const std::vector<PublicKey>& trusted,
                                               std::string_view code) {
  const std::string path = stick + "/" + kPinOrderFile;
  const auto bytes = read_regular(path, kLargestOrder);
  if (!bytes) return refuse(Refusal::kCannotRead, bytes.error().message);
  const auto signature = read_regular(path + ".minisig", kLargestOrder);
  if (!signature) return refuse(Refusal::kBadSignature, signature.error().message);
  if (const auto good = verify(*bytes, *signature, trusted); !good)
    return refuse(good.error() == SignatureFault::kUnknownKey ? Refusal::kUnknownKey : Refusal::kBadSignature, path);
  DiagnosticSink sink;
  const auto yaml = content::parse_yaml(*bytes, path, sink);
  if (!yaml) return refuse(Refusal::kDamaged, content::first_error(sink));
  content::FieldReader fields(path, sink);
  static const content::MapShape kShape{"an order for a new PIN", {"code", "hash"}, {}};
  PinOrder order;
  if (fields.map(*yaml, kShape)) {
    order.code = fields.required(*yaml, "code", kCode);
    order.hash = fields.required(*yaml, "hash", kHash);
  }
  if (sink.errors() > 0) return refuse(Refusal::kDamaged, content::first_error(sink));
  if (order.code != code) return refuse(Refusal::kOtherKiosk, path + ": is for another kiosk, or was used before");
  return order;
}

}  // namespace kiosk::bundle
