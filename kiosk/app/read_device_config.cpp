#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/device_config.h"
#include "app/pair_text.h"
#include "base/file.h"
#include "content/field_reader.h"
#include "content/quote.h"

namespace kiosk::app {

namespace {

using content::FieldReader;
using content::Format;
using content::MapShape;
using content::Yaml;

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}
bool is_path(std::string_view text) {
  constexpr std::size_t kLongest = 1024;
  return text.size() > 1 && text.size() <= kLongest && text.front() == '/' && !has_control(text);
}
bool is_web_address(std::string_view text) {
  constexpr std::size_t kLongest = 1024;
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  return scheme > 0 && text.size() > scheme && text.size() <= kLongest && !has_control(text) &&
         text.find(' ') == std::string_view::npos;
}
bool is_device_name(std::string_view text) {
  constexpr std::size_t kLongest = 200;
  return !text.empty() && text.size() <= kLongest && !has_control(text);
}
bool is_pixel_size(std::string_view text) { return parse_pixel_size(text).has_value(); }
bool is_mm_size(std::string_view text) { return parse_mm_size(text).has_value(); }

constexpr Format kPath{is_path, "an absolute path such as /var/lib/kiosk"};
constexpr Format kWebAddress{is_web_address, "a web address such as https://kiosk.example/vasteras"};
constexpr Format kDeviceName{is_device_name, "a device's name"};
constexpr Format kPixelSize{is_pixel_size, "a size in px such as 1920x1080"};
constexpr Format kMmSize{is_mm_size, "a size in mm such as 476x268"};

void set(std::string& target, std::string text) {
  if (!text.empty()) target = std::move(text);
}

Turn turn(const Yaml& map, const char* key, FieldReader& fields) {
  return static_cast<Turn>(fields.word(map, key, {"0", "90", "180", "270"}));
}

void read_content(const Yaml& map, Options& o, FieldReader& fields) {
  set(o.session.bundle, fields.text(map, "tree", kPath));
  set(o.updater.store, fields.text(map, "store", kPath));
  if (map.find("trust") != nullptr) o.updater.trust = fields.texts(map, "trust", kPath);
  set(o.updater.id, fields.text(map, "id", content::kBlockId));
  set(o.updater.channel, fields.text(map, "channel", content::kBlockId));
  if (map.find("sticks") != nullptr) o.sticks = fields.texts(map, "sticks", kPath);
  if (!o.updater.store.empty() && o.updater.trust.empty())
    fields.error(*map.find("store"), "a store without 'trust' takes in nothing",
                 "name the municipality's public key: trust: [/etc/kiosk/vasteras.pub]");
}

void read_network(const Yaml& map, Options& o, FieldReader& fields) {
  const bool allowed = fields.flag(map, "allowed");
  const std::string address = fields.text(map, "update-url", kWebAddress);
  const int minutes =
      fields.integer(map, "update-minutes", static_cast<int>(o.updater.pull_every_ms / 60'000), 1, 7 * 24 * 60);
  o.updater.pull_every_ms = std::int64_t{minutes} * 60'000;
  if (allowed)
    set(o.updater.address, address);
  else if (!address.empty())
    fields.error(*map.find("update-url"), "an update-url needs the network, which is off",
                 "write 'allowed: true' above it, or remove it");
}

void read_screen(const Yaml& map, Options& o, FieldReader& fields) {
  if (const std::string size = fields.text(map, "size", kPixelSize); !size.empty()) o.size = *parse_pixel_size(size);
  if (const std::string mm = fields.text(map, "mm", kMmSize); !mm.empty()) {
    std::tie(o.session.display.width_mm, o.session.display.height_mm) = *parse_mm_size(mm);
    o.screen_mm_given = true;
  }
  o.session.display.bottom_mm = fields.decimal(map, "bottom-mm", o.session.display.bottom_mm, 0, 2000);
  o.session.display.distance_mm = fields.decimal(map, "distance-mm", o.session.display.distance_mm, 200, 5000);
  o.mounting.screen = turn(map, "rotation", fields);
}

// Six numbers; the finger of every place stays on the screen or near it, and no two places become one.
void read_calibration(const Yaml& map, Affine& calibration, FieldReader& fields) {
  const Yaml* value = map.find("calibration");
  if (value == nullptr) return;
  constexpr double kLargest = 10, kFlat = 0.01;
  double Affine::*const kParts[] = {&Affine::xx, &Affine::xy, &Affine::x0, &Affine::yx, &Affine::yy, &Affine::y0};
  Affine read;
  std::size_t good = 0;
  if (value->is_list() && value->list.size() == std::size(kParts))
    for (const Yaml& item : value->list) {
      const char* const end = item.scalar.data() + item.scalar.size();
      double number = 0;
      const auto [stop, fault] = std::from_chars(item.scalar.data(), end, number, std::chars_format::fixed);
      if (!item.is_scalar() || fault != std::errc() || stop != end || !(std::abs(number) <= kLargest)) break;
      read.*kParts[good++] = number;
    }
  if (good != std::size(kParts))
    return fields.error(*value, "expected six numbers from -10 to 10 under 'calibration'",
                        "as libinput prints them: calibration: [1, 0, 0, 0, 1, 0] changes nothing");
  if (std::abs(read.determinant()) < kFlat)
    return fields.error(*value, "this calibration makes one line of the whole screen",
                        "calibrate again; [1, 0, 0, 0, 1, 0] changes nothing");
  calibration = read;
}

void read_touch(const Yaml& map, Options& o, FieldReader& fields) {
  o.mounting.touch = turn(map, "rotation", fields);
  read_calibration(map, o.mounting.calibration, fields);
}

void read_reading(const Yaml& map, Options& o, FieldReader& fields) {
  static const std::vector<std::string> kScales{"100", "125", "150", "200"};
  static const std::vector<std::string> kThemes{"light", "dark", "contrast", "warm"};
  if (map.find("text-scale")) o.session.text_scale = std::stoi(kScales[fields.word(map, "text-scale", kScales)]);
  if (map.find("theme")) ui::parse_theme(kThemes[fields.word(map, "theme", kThemes)], o.session.theme);
}

void read_languages(const Yaml& map, Options& o, FieldReader& fields) {
  constexpr int kMostTop = 60;
  o.session.offered = fields.texts(map, "offered", content::kLanguageTag);
  o.session.languages.first = fields.texts(map, "first", content::kLanguageTag);
  if (map.find("top")) o.session.languages.top = fields.integer(map, "top", 0, 0, kMostTop);
}

void read_session(const Yaml& map, Options& o, FieldReader& fields) {
  constexpr int kLeastWarning_s = 20;  // EN 301 549 11.2.2.1
  IdleTimes& idle = o.session.idle;
  const auto seconds = [&](const char* key, std::int64_t& ms, int low, int high) {
    ms = 1000 * std::int64_t{fields.integer(map, key, static_cast<int>(ms / 1000), low, high)};
  };
  const int errors = fields.errors();
  seconds("warn-s", idle.warn_ms, 40, 580);
  seconds("end-s", idle.end_ms, 60, 600);
  seconds("attract-s", idle.attract_ms, 10, 3600);
  if (fields.errors() == errors && idle.end_ms - idle.warn_ms < kLeastWarning_s * 1000)
    fields.error(map.find("warn-s") ? *map.find("warn-s") : *map.find("end-s"),
                 "the warning comes less than 20 seconds before the end", "end-s must be warn-s and 20 more, or more");
}

void read_sound(const Yaml& map, Options& o, FieldReader& fields) {
  set(o.sound_device, fields.text(map, "device", kDeviceName));
  o.session.volume_limit = fields.integer(map, "volume-limit", o.session.volume_limit, 1, ui::Listening::kLoudest);
}

void read_headset(const Yaml& map, Options& o, FieldReader& fields) {
  set(o.input_devices, fields.text(map, "input-devices", kPath));
  if (map.find("jack") && !fields.flag(map, "jack")) o.input_devices.clear();
  o.sound_devices = fields.flag(map, "usb");
}

struct Section {
  const char* key;
  std::vector<std::string> keys;
  void (*read)(const Yaml& map, Options& o, FieldReader& fields);
};
const std::vector<Section>& sections() {
  static const std::vector<Section> kSections{
      {"content", {"tree", "store", "trust", "id", "channel", "sticks"}, read_content},
      {"network", {"allowed", "update-url", "update-minutes"}, read_network},
      {"screen", {"size", "mm", "bottom-mm", "distance-mm", "rotation"}, read_screen},
      {"touch", {"rotation", "calibration"}, read_touch},
      {"reading", {"text-scale", "theme"}, read_reading},
      {"languages", {"offered", "first", "top"}, read_languages},
      {"session", {"warn-s", "end-s", "attract-s"}, read_session},
      {"sound", {"device", "volume-limit"}, read_sound},
      {"headset", {"jack", "usb", "input-devices"}, read_headset},
  };
  return kSections;
}
const std::vector<std::string> kOutsideSections{"site", "keys", "debounce-ms", "counts", "state", "metrics"};

void read_all(const Yaml& root, Options& o, FieldReader& fields) {
  MapShape shape{"the configuration", {}, kOutsideSections};
  for (const Section& section : sections()) shape.optional.emplace_back(section.key);
  if (!fields.map(root, shape)) return;
  if (const std::string site = fields.text(root, "site", content::kBlockId); !site.empty()) {
    o.session.bundle = installed_tree(site);
    o.updater.id = site;
  }
  for (const Section& section : sections()) {
    const Yaml* map = root.find(section.key);
    if (map == nullptr || map->kind == Yaml::Kind::kNull) continue;
    if (fields.map(*map, {content::quote(section.key), {}, section.keys})) section.read(*map, o, fields);
  }
  o.key_map.read(root, fields);
  set(o.store, fields.text(root, "counts", kPath));
  set(o.state, fields.text(root, "state", kPath));
  set(o.metrics, fields.text(root, "metrics", kPath));
}

}  // namespace

std::vector<std::string> device_config_keys() {
  std::vector<std::string> keys = kOutsideSections;
  for (const Section& section : sections())
    for (const std::string& key : section.keys) keys.push_back(std::string(section.key) + "." + key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool read_device_config(std::string_view text, const std::string& path, Options& o, DiagnosticSink& all) {
  DiagnosticSink sink;
  if (const auto root = content::parse_yaml(text, path, sink); root && root->kind != Yaml::Kind::kNull) {
    FieldReader fields(path, sink);
    read_all(*root, o, fields);
  }
  for (Diagnostic diagnostic : sink.all()) {
    if (diagnostic.at.line > 0) diagnostic.source_line = line_of(text, diagnostic.at.line);
    all.add(std::move(diagnostic));
  }
  return sink.errors() == 0;
}

bool load_device_config(const std::string& path, Options& options, DiagnosticSink& sink) {
  const auto text = read_file(path, content::YamlLimits{}.bytes);
  if (text) return read_device_config(*text, path, options, sink);
  sink.error("syntax", {path, 0, 0}, text.error().message);
  return false;
}

}  // namespace kiosk::app
