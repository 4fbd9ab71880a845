// Boxes over the screen: what opens them, and Close and Back, which leave the screen below as it was.
#include "app/actions.h"

namespace kiosk::app {

namespace {

// The control that opened the box; the focus goes back to it.
std::string opener_of(const ui::Explanation& box) {
  if (box.kind == "trust") return "trust";
  if (box.kind == "glossary") return "term:" + box.id;
  return box.kind == "qr" ? "qr:" + box.id : "";
}

}  // namespace

bool act_on_explanations(ui::State& state, const std::string& id, const World&) {
  if (id == "trust") {
    state.explanation = {"trust", state.place.page};
    if (!state.focused.empty()) state.focused = "close";
    return true;
  }
  if (const std::string block = argument_of(id, "qr:"); !block.empty()) {
    state.explanation = {"qr", block};
    if (!state.focused.empty()) state.focused = "close";
    return true;
  }
  if (const std::string term = argument_of(id, "term:"); !term.empty()) {
    state.explanation = {"glossary", term};
    if (!state.focused.empty()) state.focused = "close";
    return true;
  }
  if (state.explanation.kind.empty() || (id != "close" && id != "back")) return false;
  if (!state.focused.empty()) state.focused = opener_of(state.explanation);
  state.explanation = {};
  return true;
}

}  // namespace kiosk::app
