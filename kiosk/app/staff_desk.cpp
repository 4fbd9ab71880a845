#include "app/staff_desk.h"

#include "app/staff_settings_file.h"
#include "base/log.h"
#include "bundle/durable.h"
#include "bundle/pin_hash.h"
#include "bundle/pin_order.h"
#include "content/field_reader.h"
#include "content/first_error.h"
#include "content/yaml.h"
#include "ui/state.h"

namespace kiosk::app {

namespace {

static_assert(ui::Staff::kDigits == bundle::kPinDigits);

constexpr std::uint64_t kLargestFile = 256u << 10;
constexpr const char* kPinFile = "pin.yaml";
constexpr const char* kSettingsFile = "settings.yaml";

struct KeptPin {
  std::string hash, code;
};

constexpr content::Format kHash{bundle::is_pin_hash, "a PIN's hash"};
constexpr content::Format kCode{bundle::is_pin_code, "a kiosk's code"};

Result<KeptPin> parse_pin(std::string_view text, const std::string& path) {
  static const content::MapShape kShape{"a PIN", {"code"}, {"hash"}};
  DiagnosticSink sink;
  KeptPin pin;
  if (const auto root = content::parse_yaml(text, path, sink)) {
    content::FieldReader fields(path, sink);
    if (fields.map(*root, kShape)) {
      pin.code = fields.required(*root, "code", kCode);
      pin.hash = fields.text(*root, "hash", kHash);
    }
  }
  if (sink.errors() > 0) return fail(content::first_error(sink));
  return pin;
}

std::string pin_text(const std::string& hash, const std::string& code) {
  std::vector<std::pair<std::string, content::Yaml>> entries{{"code", content::yaml_text(code)}};
  if (!hash.empty()) entries.emplace_back("hash", content::yaml_text(hash));
  return content::write_yaml(content::yaml_map(std::move(entries)));
}

}  // namespace

Result<std::unique_ptr<StaffDesk>> StaffDesk::open(const std::string& folder, const BootClock& clock) {
  if (auto made = bundle::make_folder(folder); !made) return tl::unexpected(made.error());
  std::unique_ptr<StaffDesk> desk(new StaffDesk(folder, clock));
  if (auto read = desk->read_pin(); !read) return tl::unexpected(read.error());
  desk->read_settings();
  return desk;
}

Result<void> StaffDesk::write(const char* name, const std::string& text) const {
  if (auto written = bundle::replace_file(folder_ + "/" + name, text); !written) return written;
  return bundle::sync_folder(folder_);
}

Result<void> StaffDesk::read_pin() {
  const std::string path = folder_ + "/" + kPinFile;
  if (bundle::is_there(path)) {
    const auto bytes = bundle::read_regular(path, kLargestFile);
    const auto pin = bytes ? parse_pin(*bytes, path) : Result<KeptPin>(tl::unexpected(bytes.error()));
    if (pin) {
      hash_ = pin->hash;
      code_ = pin->code;
      return {};
    }
    log_error(pin.error().message + "; the panel is closed until a new PIN is set");
  }
  code_ = bundle::make_pin_code();
  return write(kPinFile, pin_text({}, code_));
}

void StaffDesk::read_settings() {
  const std::string path = folder_ + "/" + kSettingsFile;
  if (!bundle::is_there(path)) return;
  const auto bytes = bundle::read_regular(path, kLargestFile);
  const auto read =
      bytes ? read_staff_settings(*bytes, path) : Result<ui::StaffSettings>(tl::unexpected(bytes.error()));
  if (read) {
    settings_ = *read;
    return;
  }
  log_error(read.error().message + "; the settings start from the beginning");
  damaged_ = true;
}

void StaffDesk::try_pin(std::string pin, Background& worker, std::function<void(Answer)> answer) {
  const auto refuse = [&](Answer why) {
    worker.post([answer, why]() -> std::function<void()> { return [answer, why] { answer(why); }; });
  };
  if (hash_.empty() || gate_.wait_ms() > 0) return refuse(Answer::kTooOften);
  if (const auto taken = gate_.take(); !taken) {
    log_error(taken.error().message);
    return refuse(Answer::kNotSaved);
  }
  worker.post([this, pin = std::move(pin), hash = hash_, answer = std::move(answer)]() -> std::function<void()> {
    const bool right = bundle::pin_matches(pin, hash);
    return [this, right, answer] {
      if (right)
        if (const auto forgiven = gate_.forgive(); !forgiven) log_error(forgiven.error().message);
      answer(right ? Answer::kRight : Answer::kWrong);
    };
  });
}

Result<void> StaffDesk::set_pin_hash(const std::string& hash) {
  const std::string code = bundle::make_pin_code();
  if (auto written = write(kPinFile, pin_text(hash, code)); !written) return written;
  hash_ = hash;
  code_ = code;
  return gate_.forgive();
}

void StaffDesk::take_order(const std::string& stick, const std::vector<bundle::PublicKey>& trusted,
                           Background& worker) {
  worker.post([this, stick, trusted, code = code_]() -> std::function<void()> {
    const auto order = bundle::read_pin_order(stick, trusted, code);
    return [this, order] {
      if (!order) {
        order_ = to_string(order.error().why);
        return log_error("no new PIN: " + order_ + ": " + order.error().detail);
      }
      const auto set = set_pin_hash(order->hash);
      order_ = set ? "done" : to_string(bundle::Refusal::kNoSpace);
      if (!set) log_error(set.error().message);
    };
  });
}

Result<void> StaffDesk::save(ui::StaffSettings settings, const std::string& today) {
  tidy(settings, today);
  if (auto written = write(kSettingsFile, write_staff_settings(settings)); !written) return written;
  settings_ = std::move(settings);
  damaged_ = false;
  return {};
}

ui::PinLock StaffDesk::lock() const {
  constexpr std::int64_t kMinute = 60'000;
  return {!hash_.empty(), gate_.tries_left(), static_cast<int>((gate_.wait_ms() + kMinute - 1) / kMinute),
          bundle::pin_code_words(code_)};
}

}  // namespace kiosk::app
