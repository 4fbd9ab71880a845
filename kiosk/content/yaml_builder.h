// Builds own values from yaml-cpp's events and refuses what RELIABILITY lists at the first event that shows it:
// aliases, anchors, tags, merge keys, duplicates, other keys than texts, depth, counts, sizes, a second document. Only
// yaml_parse includes this.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <set>

#include "content/text_places.h"
#include "content/yaml.h"
#include "content/yaml_guard.h"

namespace kiosk::content {

// Leaves the parser from inside an event; parse_yaml catches it.
struct YamlRefusal {
  YamlFault fault;
};

class YamlBuilder final : public YAML::EventHandler {
 public:
  // The text is what the parser reads; both outlive this.
  YamlBuilder(std::string_view text, const YamlLimits& limits);

  // Nothing, placed at the start, where the text has no document.
  Yaml take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Yaml value;
    bool has_key = false;
    std::string key;
    std::size_t key_offset = 0;
    SourcePosition key_at;
    std::set<std::string, std::less<>> keys;
  };

  bool awaits_key() const { return !open_.empty() && open_.back().value.is_map() && !open_.back().has_key; }
  std::size_t check_start(const YAML::Mark& mark) const;
  Yaml make(Yaml::Kind kind, std::size_t offset);
  void open(Yaml::Kind kind, const YAML::Mark& mark);
  void close();
  void take_key(const std::string& key, std::size_t offset);
  void add(Yaml value);

  std::string_view text_;
  const YamlLimits& limits_;
  TextPlaces places_;
  std::vector<Open> open_;
  Yaml root_;
  int nodes_ = 0, documents_ = 0;
};

// Bytes into the text; yaml-cpp's null mark is the start.
inline std::size_t offset_of(const YAML::Mark& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

// Faults that yaml-cpp may find before the builder does.
YamlFault alias_fault(std::size_t offset);
YamlFault misfit_fault(std::size_t offset);

}  // namespace kiosk::content
