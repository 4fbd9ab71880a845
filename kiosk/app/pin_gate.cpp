#include "app/pin_gate.h"

#include <algorithm>
#include <charconv>

#include "base/log.h"
#include "bundle/durable.h"
#include "content/yaml.h"

namespace kiosk::app {

namespace {

constexpr std::uint64_t kLargestFile = 4096;

std::optional<std::int64_t> milliseconds(const std::string& text) {
  std::int64_t value = -1;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || stop != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// Nothing where the file is damaged.
std::optional<std::vector<std::int64_t>> tries_in(const content::Yaml& yaml, const std::string& boot_id) {
  const content::Yaml* tries = yaml.find("tries");
  if (!tries || !tries->is_list() || tries->list.size() > PinGate::kMostTries) return std::nullopt;
  const bool this_start = !boot_id.empty() && yaml.text("start") == boot_id;
  std::vector<std::int64_t> found;
  for (const content::Yaml& item : tries->list) {
    const auto at = milliseconds(item.scalar);
    if (!at) return std::nullopt;
    found.push_back(this_start ? *at : 0);
  }
  return found;
}

}  // namespace

PinGate::PinGate(const std::string& folder, const BootClock& clock)
    : folder_(folder), path_(folder + "/tries.yaml"), clock_(clock) {
  read();
}

void PinGate::read() {
  if (!bundle::is_there(path_)) return;
  const std::int64_t now = clock_.now_ms();
  const auto bytes = bundle::read_regular(path_, kLargestFile);
  const auto yaml = bytes ? content::parse_yaml(*bytes, path_) : Result<content::Yaml>(tl::unexpected(bytes.error()));
  const auto found = yaml ? tries_in(*yaml, clock_.boot_id()) : std::nullopt;
  const bool sound = found && std::all_of(found->begin(), found->end(), [&](std::int64_t at) { return at <= now; });
  if (sound) {
    tries_ = *found;
    return;
  }
  log_error(path_ + " is damaged: the PIN waits its whole time");
  tries_.assign(kMostTries, now);
  if (const auto written = write(); !written) log_error(written.error().message);
}

std::vector<std::int64_t> PinGate::counting() const {
  std::vector<std::int64_t> count;
  for (const std::int64_t at : tries_)
    if (clock_.now_ms() - at < kWindowMs) count.push_back(at);
  std::sort(count.begin(), count.end());
  return count;
}

int PinGate::tries_left() const { return std::max(0, kMostTries - static_cast<int>(counting().size())); }

std::int64_t PinGate::wait_ms() const {
  const std::vector<std::int64_t> count = counting();
  if (count.size() < kMostTries) return 0;
  return std::max<std::int64_t>(1, count.front() + kWindowMs - clock_.now_ms());
}

Result<void> PinGate::take() {
  if (wait_ms() > 0) return fail("the PIN was tried too often");
  tries_ = counting();
  tries_.push_back(clock_.now_ms());
  return write();
}

Result<void> PinGate::forgive() {
  tries_.clear();
  return write();
}

Result<void> PinGate::write() const {
  std::vector<content::Yaml> tries;
  for (const std::int64_t at : tries_) tries.push_back(content::yaml_number(at));
  const std::string text = content::write_yaml(content::yaml_map(
      {{"start", content::yaml_text(clock_.boot_id())}, {"tries", content::yaml_list(std::move(tries))}}));
  if (auto written = bundle::replace_file(path_, text); !written) return written;
  return bundle::sync_folder(folder_);
}

}  // namespace kiosk::app
