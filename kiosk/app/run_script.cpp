#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/run.h"
#include "app/script.h"
#include "base/file.h"
#include "i18n/match.h"

namespace kiosk::app {

namespace {

// Runs steps one by one; each returns what went wrong ("expected … found …"), or nothing.
class ScriptRun {
 public:
  ScriptRun(Session& session, Stage& stage, FakeClock& clock, std::string folder)
      : session_(session), stage_(stage), clock_(clock), folder_(std::move(folder)) {}

  std::string run(const Step& step) {
    std::string problem = std::visit([this](const auto& what) { return act(what); }, step.what);
    session_.settle();
    return problem;
  }

 private:
  using Event = ui::Event;

  void send(const Event& event) { session_.update(event, clock_.now_ms()); }

  void pointer(Event::Kind kind, Point at) {
    Event event;
    event.kind = kind;
    event.at = at;
    send(event);
  }

  void tap_at(Point at) {
    pointer(Event::Kind::kPointerDown, at);
    pointer(Event::Kind::kPointerUp, at);
  }

  // A visible point of the element that belongs to it; the centre unless that is covered or scrolled out.
  std::string tap_element(const std::string& id) {
    session_.bring_into_view(id);
    const ui::Screen& screen = session_.screen();
    const ui::Element* element = screen.find(id);
    if (!element) return "expected an element '" + id + "' to tap, found none on the screen";
    if (element->disabled) return "expected '" + id + "' to be enabled, found it disabled";
    const Rect shown = element->scrolls ? intersect(element->rect, screen.viewport) : element->rect;
    if (shown.empty()) return "expected '" + id + "' to be in view, found it outside";
    tap_at({shown.x + shown.w / 2, shown.y + shown.h / 2});
    return {};
  }

  std::string act(const TapStep& step) {
    if (step.at) {
      tap_at(*step.at);
      return {};
    }
    if (!step.id.empty()) return tap_element(step.id);
    const std::string wanted = i18n::fold_for_match(step.text);
    std::string containing;
    for (const ui::Element& element : session_.screen().elements) {
      const std::string text = i18n::fold_for_match(element.text);
      if (text == wanted) return tap_element(element.id);
      if (containing.empty() && element.is_control() && text.find(wanted) != std::string::npos) containing = element.id;
    }
    if (containing.empty())
      return "expected an element with the text '" + step.text + "' to tap, found none on the screen";
    return tap_element(containing);
  }

  std::string act(const KeyStep& step) {
    Event event;
    event.key = step.key;
    event.shift = step.shift;
    event.ctrl = step.ctrl;
    event.alt = step.alt;
    event.gui = step.gui;
    event.kind = Event::Kind::kKeyDown;
    send(event);
    event.kind = Event::Kind::kKeyUp;
    send(event);
    return {};
  }

  std::string act(const TypeStep& step) {
    Event event;
    event.kind = Event::Kind::kText;
    event.text = step.text;
    send(event);
    return {};
  }

  std::string act(const SwipeStep& step) {
    pointer(Event::Kind::kPointerDown, step.from);
    constexpr int kMoves = 8;
    for (int i = 1; i <= kMoves; ++i)
      pointer(Event::Kind::kPointerMove, {step.from.x + (step.to.x - step.from.x) * i / kMoves,
                                          step.from.y + (step.to.y - step.from.y) * i / kMoves});
    pointer(Event::Kind::kPointerUp, step.to);
    return {};
  }

  // In steps no longer than the kiosk itself would wait, so that nothing that happens on the way is jumped over.
  std::string act(const WaitStep& step) {
    for (std::int64_t left = step.ms; left > 0;) {
      const std::int64_t now = std::min(left, session_.until_next_change());
      clock_.advance(now);
      left -= now;
      send({});
      session_.settle();
    }
    return {};
  }

  std::string act(const WorldStep& step) {
    if (step.kind == "insert") {
      session_.insert_stick((std::filesystem::path(folder_) / step.argument).string(), clock_.now_ms());
      return {};
    }
    if (step.kind == "remove") {
      session_.remove_stick();
      return {};
    }
    if (step.kind == "headset" && session_.can_listen()) {
      if (step.argument != "in" && step.argument != "out")
        return "expected 'headset: in' or 'headset: out', found '" + step.argument + "'";
      Event event;
      event.kind = Event::Kind::kHeadset;
      event.headset_in = step.argument == "in";
      send(event);
      return {};
    }
    return "expected '" + step.kind + "' to have an effect, found a kiosk without that device";
  }

  std::string act(const SaveStep& step) {
    const std::string file = (std::filesystem::path(folder_) / step.file).string();
    if (!step.picture) {
      const auto written = write_file(file, session_.dump());
      return written ? "" : written.error().message;
    }
    stage_.draw(session_.drawing());
    const auto saved = stage_.save_png(file);
    return saved ? "" : saved.error().message;
  }

  std::string act(const ExpectStep& step) {
    const auto dump = nlohmann::json::parse(session_.dump());
    const nlohmann::json* object = &dump;
    if (!step.element.empty()) {
      object = nullptr;
      for (const auto& element : dump["elements"])
        if (element["id"] == step.element) object = &element;
      if (!object && !(step.negated && step.fields.empty()))
        return "expected an element '" + step.element + "', found none";
      if (step.fields.empty())
        return object && step.negated ? "expected no element '" + step.element + "', found it" : "";
    }
    for (const auto& [name, value] : step.fields) {
      std::string problem = name == "text" && step.element.empty()
                                ? check_text(dump, value, step.negated)
                                : check_field(dump, *object, name, value, step.negated);
      if (!problem.empty()) return problem;
    }
    return {};
  }

  static std::string check_text(const nlohmann::json& dump, const std::string& value, bool negated) {
    const std::string wanted = i18n::fold_for_match(value);
    bool found = false;
    for (const auto& element : dump["elements"])
      found |= element["visible"].get<bool>() &&
               i18n::fold_for_match(element["text"].get<std::string>()).find(wanted) != std::string::npos;
    if (found == negated)
      return std::string("expected ") + (negated ? "no " : "") + "text '" + value + "' on the screen, found " +
             (found ? "it" : "none");
    return {};
  }

  static std::string check_field(const nlohmann::json& dump, const nlohmann::json& object, const std::string& name,
                                 const std::string& value, bool negated) {
    std::string found;
    if (name == "focused" && &object == &dump) {
      found = "null";
      for (const auto& element : dump["elements"])
        if (element["focused"].get<bool>()) found = element["id"].get<std::string>();
    } else if (!object.contains(name)) {
      return "expected a field '" + name + "', found no such field in the dump";
    } else {
      const auto& field = object[name];
      found = field.is_string() ? field.get<std::string>() : field.dump();
    }
    const bool equal = name == "text" || name == "spoken" ? i18n::fold_for_match(found) == i18n::fold_for_match(value)
                                                          : found == value;
    if (equal == negated)
      return "expected " + name + (negated ? " not " : " ") + "'" + value + "', found '" + found + "'";
    return {};
  }

  Session& session_;
  Stage& stage_;
  FakeClock& clock_;
  std::string folder_;
};

}  // namespace

int run_script(Session& session, Stage& stage, FakeClock& clock, const std::string& path, ScriptView view) {
  const auto steps = load_script(path);
  if (!steps) {
    std::fprintf(stderr, "%s\n", steps.error().message.c_str());
    return 2;
  }
  ScriptRun run(session, stage, clock, std::filesystem::path(path).parent_path().string());
  for (const Step& step : *steps) {
    const std::string problem = run.run(step);
    if (view == ScriptView::kEveryStep) {
      stage.draw(session.drawing());
      stage.wait(0);  // the window answers its display
    }
    if (session.wants_restart()) return Session::kRestartStatus;
    if (!problem.empty()) {
      std::fprintf(stderr, "%s:%d: %s\n", path.c_str(), step.line, problem.c_str());
      return 1;
    }
  }
  return 0;
}

}  // namespace kiosk::app
