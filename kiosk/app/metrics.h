// What a fleet's monitoring reads of one kiosk: a Prometheus text file for node_exporter's textfile collector. The
// device alone: which content, how old, what the last update did, how long it has run, how many errors it has logged.
// Nothing of residents: their counts leave only through reports that hide small numbers.
#pragma once

#include <cstdint>
#include <string>

#include "ui/device_status.h"

namespace kiosk::app {

struct MetricsFacts {
  std::string site, version;  // of the content on the screen
  ui::DeviceStatus device;
  std::int64_t started_ms = 0;
  std::int64_t errors = 0;  // logged since the start
};

// The format of prometheus.io, "Exposition formats" 0.0.4: HELP, TYPE and samples, times in seconds since 1970.
std::string metrics_text(const MetricsFacts& facts, std::int64_t now_ms);

// The file, written in one step, at most once a minute.
class MetricsFile {
 public:
  // Empty path: nothing is ever written.
  MetricsFile(std::string path, std::int64_t started_ms) : path_(std::move(path)), started_ms_(started_ms) {}

  bool is_due(std::int64_t now_ms) const;
  // `facts` without the start and the errors. A file that cannot be written is logged once.
  void write(MetricsFacts facts, std::int64_t now_ms);

 private:
  std::string path_;
  std::int64_t started_ms_, written_ms_ = 0;
};

}  // namespace kiosk::app
