#include "app/metrics.h"

#include "base/file.h"
#include "base/log.h"
#include "i18n/date_time.h"

namespace kiosk::app {

namespace {

constexpr std::int64_t kMinute = 60'000;

// A label's value: backslash, quote and line feed are written with a backslash.
std::string label(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\\' || c == '"') out += '\\';
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return '"' + out + '"';
}

class Exposition {
 public:
  void gauge(std::string_view name, std::string_view help, std::int64_t value, const std::string& labels = {}) {
    head(name, help, "gauge");
    sample(name, labels, value);
  }
  // Seconds since 1970 of an ISO time or date; nothing where there is none.
  void moment(std::string_view name, std::string_view help, const std::string& iso) {
    const auto ms = i18n::parse_iso_time(iso.size() == 10 ? iso + "T00:00" : iso);
    if (ms) gauge(name, help, *ms / 1000);
  }
  void head(std::string_view name, std::string_view help, std::string_view type) {
    out_ += "# HELP " + std::string(name) + ' ' + std::string(help) + "\n# TYPE " + std::string(name) + ' ' +
            std::string(type) + '\n';
  }
  void sample(std::string_view name, const std::string& labels, std::int64_t value) {
    out_ += std::string(name) + labels + ' ' + std::to_string(value) + '\n';
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::string metrics_text(const MetricsFacts& facts, std::int64_t now_ms) {
  Exposition out;
  const ui::DeviceStatus& device = facts.device;
  out.gauge("kiosk_content_info", "The content on the screen.", 1,
            "{site=" + label(facts.site) + ",version=" + label(facts.version) + "}");
  if (!device.version.empty() && device.version.find_first_not_of("0123456789") == std::string::npos &&
      device.version.size() < 18)
    out.gauge("kiosk_content_sequence", "Number of the content's bundle; it only grows.", std::stoll(device.version));
  out.moment("kiosk_content_built_timestamp_seconds", "Day on which the content was made.", device.built);
  out.moment("kiosk_content_valid_until_timestamp_seconds", "Day after which the content is too old.",
             device.valid_until);
  out.gauge("kiosk_content_expired", "1 when the content is too old.", device.expired ? 1 : 0);
  out.moment("kiosk_update_last_timestamp_seconds", "Last try to get new content, from a stick or a server.",
             device.last_try);
  if (!device.last_outcome.empty()) {
    out.head("kiosk_update_last_outcome", "What the last try did: 1 for the one that is true.", "gauge");
    for (const ui::StickState state : {ui::StickState::kDone, ui::StickState::kSame, ui::StickState::kWaiting,
                                       ui::StickState::kReverted, ui::StickState::kRefused})
      out.sample("kiosk_update_last_outcome", "{outcome=" + label(to_string(state)) + "}",
                 device.last_outcome == to_string(state) ? 1 : 0);
  }
  out.gauge("kiosk_start_timestamp_seconds", "When the kiosk was started.", facts.started_ms / 1000);
  out.gauge("kiosk_uptime_seconds", "How long the kiosk has run.", (now_ms - facts.started_ms) / 1000);
  out.head("kiosk_errors_total", "Errors logged since the start.", "counter");
  out.sample("kiosk_errors_total", {}, facts.errors);
  return out.take();
}

bool MetricsFile::is_due(std::int64_t now_ms) const {
  // A clock that was set back must not silence the file for long.
  return !path_.empty() && (written_ms_ == 0 || now_ms - written_ms_ >= kMinute || now_ms < written_ms_);
}

void MetricsFile::write(MetricsFacts facts, std::int64_t now_ms) {
  written_ms_ = now_ms;
  facts.started_ms = started_ms_;
  facts.errors = errors_logged();
  if (const auto written = write_file(path_, metrics_text(facts, now_ms)); !written) log_once(written.error().message);
}

}  // namespace kiosk::app
