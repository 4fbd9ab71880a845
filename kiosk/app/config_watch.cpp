#include "app/config_watch.h"

#include <sys/stat.h>

#include "app/device_config.h"
#include "base/log.h"

namespace kiosk::app {

ConfigWatch::ConfigWatch(std::string path) : path_(std::move(path)), seen_(stamp()) {}

// Editors write a new file and rename it, or write into the old one.
std::string ConfigWatch::stamp() const {
  struct stat about {};
  if (path_.empty() || ::stat(path_.c_str(), &about) != 0) return {};
  return std::to_string(about.st_ino) + " " + std::to_string(about.st_size) + " " +
         std::to_string(about.st_mtim.tv_sec) + "." + std::to_string(about.st_mtim.tv_nsec);
}

bool ConfigWatch::has_good_news() {
  const std::string now = stamp();
  if (now == seen_ || now.empty()) return false;
  seen_ = now;
  Options scratch;
  DiagnosticSink sink;
  if (load_device_config(path_, scratch, sink)) return true;
  for (const Diagnostic& diagnostic : sink.all()) log_error(to_text(diagnostic));
  log_error("the changed configuration has errors; the kiosk goes on with the one before");
  return false;
}

}  // namespace kiosk::app
