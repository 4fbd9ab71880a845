#include "app/script.h"

#include <array>
#include <charconv>

#include "content/yaml.h"

namespace kiosk::app {

namespace {

using content::Yaml;

// Throws nothing: a fault becomes the reader's first error.
class ScriptReader {
 public:
  explicit ScriptReader(const std::string& path) : path_(path) {}

  Result<std::vector<Step>> read(const Yaml& root) {
    if (!root.is_list()) return fault(root, "expected a list of steps");
    std::vector<Step> steps;
    for (const Yaml& item : root.list) {
      if (!item.is_map() || item.map.size() != 1) return fault(item, "expected one step, such as 'tap: home'");
      auto step = read_step(item.map[0].first, item.map[0].second, item);
      if (!step) return tl::unexpected(step.error());
      steps.push_back(std::move(*step));
    }
    return steps;
  }

 private:
  tl::unexpected<Error> fault(const Yaml& at, const std::string& what) const {
    return fail(path_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + what);
  }

  Result<Step> read_step(const std::string& name, const Yaml& value, const Yaml& item) {
    if (name == "tap") return tap(value, item);
    if (name == "key") return key(value, item);
    if (name == "swipe") return swipe(value, item);
    if (name == "wait") return wait(value, item);
    if (name == "expect") return expect(value, item);
    if (name == "remove") return Step{item.line, WorldStep{name, ""}};
    if (!value.is_scalar()) return fault(value, "expected a text after '" + name + "'");
    if (name == "type") return Step{item.line, TypeStep{value.scalar}};
    if (name == "dump" || name == "screenshot") return Step{item.line, SaveStep{name == "screenshot", value.scalar}};
    if (name == "insert" || name == "headset") return Step{item.line, WorldStep{name, value.scalar}};
    const std::string near = nearest(
        name, {"tap", "key", "type", "swipe", "wait", "insert", "remove", "headset", "expect", "dump", "screenshot"});
    return fault(item, "unknown step '" + name + "'" + (near.empty() ? "" : "; did you mean '" + near + "'"));
  }

  Result<Step> tap(const Yaml& value, const Yaml& item) {
    if (value.is_scalar()) return Step{item.line, TapStep{value.scalar, "", {}}};
    if (const Yaml* text = value.find("text")) return Step{item.line, TapStep{"", text->scalar, {}}};
    const auto x = value.integer("x"), y = value.integer("y");
    if (!x || !y) return fault(value, "expected an id, {text: …} or {x: …, y: …} after 'tap'");
    return Step{item.line, TapStep{"", "", Point{static_cast<int>(*x), static_cast<int>(*y)}}};
  }

  Result<Step> key(const Yaml& value, const Yaml& item) {
    if (!value.is_scalar() || value.scalar.empty()) return fault(value, "expected a key's name after 'key'");
    KeyStep step;
    step.key = value.scalar;
    const std::array<std::pair<std::string_view, bool KeyStep::*>, 4> modifiers{
        {{"Ctrl+", &KeyStep::ctrl}, {"Alt+", &KeyStep::alt}, {"Shift+", &KeyStep::shift}, {"Super+", &KeyStep::gui}}};
    for (bool found = true; found;) {
      found = false;
      for (const auto& [prefix, member] : modifiers)
        if (step.key.size() > prefix.size() && step.key.starts_with(prefix)) {
          step.*member = true;
          step.key.erase(0, prefix.size());
          found = true;
        }
    }
    return Step{item.line, step};
  }

  static std::optional<Point> point(const Yaml* value) {
    if (!value || !value->is_list() || value->list.size() != 2) return std::nullopt;
    std::array<int, 2> numbers{};
    for (std::size_t i = 0; i < 2; ++i) {
      const std::string& text = value->list[i].scalar;
      const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
      if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    }
    return Point{numbers[0], numbers[1]};
  }

  Result<Step> swipe(const Yaml& value, const Yaml& item) {
    const auto from = point(value.find("from")), to = point(value.find("to"));
    if (!from || !to) return fault(value, "expected {from: [x, y], to: [x, y]} after 'swipe'");
    return Step{item.line, SwipeStep{*from, *to}};
  }

  Result<Step> wait(const Yaml& value, const Yaml& item) {
    double number = 0;
    const std::string& text = value.scalar;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(stop, static_cast<std::size_t>(text.data() + text.size() - stop));
    const std::array<std::pair<std::string_view, double>, 4> units{
        {{"ms", 1}, {"s", 1000}, {"min", 60'000}, {"h", 3'600'000}}};
    if (error == std::errc() && number >= 0)
      for (const auto& [name, ms] : units)
        if (unit == name) return Step{item.line, WaitStep{static_cast<std::int64_t>(number * ms)}};
    return fault(value, "expected a time with ms, s, min or h after 'wait', found '" + text + "'");
  }

  Result<Step> expect(const Yaml& value, const Yaml& item) {
    ExpectStep step;
    const Yaml* fields = &value;
    if (const Yaml* inner = value.find("not"); inner && value.map.size() == 1) {
      step.negated = true;
      fields = inner;
    }
    if (!fields->is_map() || fields->map.empty())
      return fault(value, "expected fields after 'expect', such as {screen: home}");
    for (const auto& [name, field] : fields->map) {
      if (!field.is_scalar() && field.kind != Yaml::Kind::kNull)
        return fault(field, "expected a plain value for '" + name + "'");
      if (name == "element")
        step.element = field.scalar;
      else
        step.fields.emplace_back(name, field.kind == Yaml::Kind::kNull ? "null" : field.scalar);
    }
    return Step{item.line, step};
  }

  const std::string& path_;
};

}  // namespace

Result<std::vector<Step>> load_script(const std::string& path) {
  const auto root = content::load_yaml(path);
  if (!root) return tl::unexpected(root.error());
  return ScriptReader(path).read(*root);
}

}  // namespace kiosk::app
