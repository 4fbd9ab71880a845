#include "app/standby.h"

#include <algorithm>
#include <string_view>

#include "base/check.h"
#include "content/tree_parts.h"

namespace kiosk::app {

namespace {

template <class T>
T read(const std::string& path, T (*read_part)(const content::Yaml&, content::FieldReader&)) {
  const StandbyFile* file = kStandbyFiles;
  while (file->path != nullptr && path != file->path) ++file;
  KIOSK_CHECK(file->path != nullptr);
  DiagnosticSink sink;
  constexpr content::YamlLimits kLimits{.nodes = 20'000};  // as of a tree's manifest
  const auto root = content::parse_yaml(file->text, path, sink, kLimits);
  KIOSK_CHECK(root.has_value());
  content::FieldReader fields(path, sink);
  T part = read_part(*root, fields);
  KIOSK_CHECK(sink.errors() == 0);
  return part;
}

}  // namespace

Standby load_standby(const std::vector<std::string>& first) {
  Standby standby;
  standby.manifest = read("manifest.yaml", content::read_manifest);
  auto& languages = standby.manifest.languages;
  const auto rank = [&](const content::Language& language) {
    return std::find(first.begin(), first.end(), language.tag) - first.begin();
  };
  std::stable_sort(languages.begin(), languages.end(),
                   [&](const content::Language& a, const content::Language& b) { return rank(a) < rank(b); });
  for (const content::Language& language : languages) {
    standby.sites.push_back(read(language.tag + "/site.yaml", content::read_site));
    standby.sites.back().name = {};  // no municipality speaks here
  }
  standby.manifest.name.clear();
  standby.manifest.colours = {"#1f3a5f", "#ffffff", "#c8501e"};
  return standby;
}

}  // namespace kiosk::app
