#include "app/device_check.h"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>

#include "app/device_config.h"
#include "base/clock.h"
#include "base/file.h"
#include "bundle/bundle_manifest.h"
#include "bundle/minisign.h"
#include "content/quote.h"
#include "content/yaml.h"
#include "i18n/date_time.h"
#include "speech/espeak.h"

namespace kiosk::app {

namespace {

using content::quote;

constexpr const char* kServiceUser = "kiosk";

// May the service write here? Root asks for the service's user, everybody else for themselves.
bool can_write(const std::string& folder) {
  const passwd* user = ::geteuid() == 0 ? ::getpwnam(kServiceUser) : nullptr;
  if (user == nullptr) return ::access(folder.c_str(), W_OK | X_OK) == 0;
  struct stat about {};
  if (::stat(folder.c_str(), &about) != 0) return false;
  const mode_t wanted = about.st_uid == user->pw_uid   ? S_IWUSR | S_IXUSR
                        : about.st_gid == user->pw_gid ? S_IWGRP | S_IXGRP
                                                       : S_IWOTH | S_IXOTH;
  return (about.st_mode & wanted) == wanted;
}

class DeviceCheck {
 public:
  DeviceCheck(const Options& options, const DeviceFacts& facts) : options_(options), facts_(facts) {
    DiagnosticSink ignored;  // who parsed the options has said them
    load_device_config(options.config, device_, ignored);
    if (auto yaml = content::load_yaml(options.config)) yaml_ = std::move(*yaml);
  }

  std::vector<Diagnostic> run() {
    content();
    folders();
    screen();
    sound();
    return sink_.all();
  }

 private:
  // Where the configuration says it, or the file as a whole.
  SourcePosition place(const char* section, const char* key = nullptr) const {
    const content::Yaml* found = yaml_.find(section);
    if (found && key) found = found->find(key);
    return {options_.config, found ? found->line : 0, found ? found->column : 0};
  }
  void error(SourcePosition at, std::string message, std::string hint) {
    sink_.error("device", std::move(at), std::move(message), std::move(hint));
  }
  void warning(SourcePosition at, std::string message, std::string hint) {
    sink_.warning("device", std::move(at), std::move(message), std::move(hint));
  }

  void content() {
    const UpdaterOptions& updater = device_.updater;
    if (device_.session.bundle.empty() && updater.store.empty())
      error({options_.config, 0, 0}, "no content is named",
            "write 'site: vasteras', or 'content' with a tree or a store");
    for (const std::string& path : updater.trust) {
      constexpr std::size_t kLargestKey = 4096;
      const auto file = read_file(path, kLargestKey);
      if (!file)
        error(place("content", "trust"), file.error().message, "copy the municipality's .pub file there");
      else if (const auto key = bundle::read_public_key(*file); !key)
        error(place("content", "trust"), path + ": " + key.error().message,
              "it must be a .pub file of keygen or minisign");
    }
    const std::string live = updater.store + "/current/manifest.yaml";
    if (updater.store.empty() || !file_exists(live)) return;
    const auto text = read_file(live, bundle::kLargestManifest);
    const auto manifest =
        text ? bundle::read_bundle_manifest(*text, live) : Result<bundle::BundleManifest>(tl::unexpected(text.error()));
    if (!manifest) return error(place("content", "store"), manifest.error().message, "take in the content again");
    const std::int64_t now_ms = options_.now_given ? options_.session.now_ms : SystemClock().now_ms();
    if (!manifest->valid_until.empty() && manifest->valid_until < i18n::iso_date(now_ms))
      warning(place("content", "store"), "the content was valid until " + manifest->valid_until,
              "ask the municipality for new content; until then the old is shown");
  }

  void folder(const std::string& path, SourcePosition at) {
    if (path.empty()) return;
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0 || !S_ISDIR(about.st_mode))
      error(std::move(at), "there is no folder " + quote(path),
            "sudo install -d -o " + std::string(kServiceUser) + " -g " + kServiceUser + " " + path);
    else if (!can_write(path))
      error(std::move(at), "the kiosk may not write in " + quote(path),
            "sudo chown " + std::string(kServiceUser) + ": " + path);
  }

  void folders() {
    folder(device_.updater.store, place("content", "store"));
    folder(device_.state, place("state"));
    const auto folder_of = [](const std::string& file) { return std::filesystem::path(file).parent_path().string(); };
    if (device_.store != Options{}.store) folder(folder_of(device_.store), place("counts"));
    folder(folder_of(device_.metrics), place("metrics"));
  }

  void screen() {
    const ui::Display& display = options_.session.display;
    if (!device_.screen_mm_given)
      return warning(place("screen"), "the screen's size is not known; 96 dots an inch are assumed",
                     "measure it: screen: {mm: 476x268}. Text and keys are sized by it");
    constexpr double kSquare = 0.1;
    const double across = display.size_px.w / display.width_mm, down = display.size_px.h / display.height_mm;
    if (std::abs(across / down - 1) > kSquare)
      warning(place("screen", "mm"), "the screen's mm do not have the shape of its px",
              "both are meant as people see the screen, after 'rotation'");
  }

  void sound() {
    if (!speech::Espeak::is_there())
      warning(place("sound"), "there is no voice: espeak-ng is not installed", "sudo apt install espeak-ng");
    const std::vector<std::string>& known = facts_.audio_devices;
    if (known.empty())
      warning(place("sound"), "there is no audio device; nothing can be heard",
              "plug one in, or switch it on in the firmware; its user must be in the group 'audio'");
    const std::string& wanted = device_.sound_device;
    if (!wanted.empty() && std::find(known.begin(), known.end(), wanted) == known.end()) {
      std::string names;
      for (const std::string& name : known) names += (names.empty() ? "there are: " : "; ") + name;
      error(place("sound", "device"), "there is no audio device " + quote(wanted), names);
    }
    constexpr int kStepDb = 3, kLeastRangeDb = 18;
    if (device_.session.volume_limit * kStepDb < kLeastRangeDb)
      warning(place("sound", "volume-limit"), "quiet and loud are less than 18 dB apart (EN 301 549, 8.2.1.1)",
              "turn the loudspeaker down instead, and write 6 or 7");
  }

  const Options& options_;
  const DeviceFacts& facts_;
  Options device_;
  content::Yaml yaml_;
  DiagnosticSink sink_;
};

}  // namespace

std::vector<Diagnostic> check_device(const Options& options, const DeviceFacts& facts) {
  if (options.config.empty()) return {};
  return DeviceCheck(options, facts).run();
}

int report(const std::vector<Diagnostic>& findings) {
  bool errors = false;
  for (const Diagnostic& finding : findings) {
    std::fprintf(stderr, "%s\n", to_text(finding).c_str());
    errors |= finding.severity == Severity::kError;
  }
  return errors ? 1 : 0;
}

}  // namespace kiosk::app
