#include "app/actions.h"
#include "app/navigate.h"

namespace kiosk::app {

using ui::ScreenKind;

bool act_on_reading(ui::State& state, const std::string& id, const World& world) {
  const auto mark = [&](const std::string& pair) { state.marked = state.marked == pair ? "" : pair; };
  if (id == "beside") {
    if (state.place.screen == ScreenKind::kBeside)
      go_back(state);
    else
      go(state, {ScreenKind::kBeside, {}, state.place.page});
  } else if (id == "scroll-up") {
    scroll_by(state, -page_step(world.screen), world.screen);
  } else if (id == "scroll-down") {
    scroll_by(state, page_step(world.screen), world.screen);
  } else if (const std::string own = argument_of(id, "beside:"); !own.empty()) {
    mark(own);
  } else if (const std::string swedish = argument_of(id, "beside-sv:"); !swedish.empty()) {
    mark(swedish);
  } else if (const std::string tag = argument_of(id, "lang:"); !tag.empty()) {
    choose_language(state, tag, world);
  } else if (const std::string topic = argument_of(id, "topic:"); !topic.empty()) {
    go(state, {ScreenKind::kTopic, topic});
  } else if (const std::string page = argument_of(id, "page:"); !page.empty()) {
    go(state, {ScreenKind::kPage, {}, page.substr(0, page.find('#'))});
  } else {
    return false;
  }
  return true;
}

}  // namespace kiosk::app
