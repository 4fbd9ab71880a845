// Where the session shows itself; main.cpp stands sdl::Screen behind it, so that app/ knows no SDL.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "ui/display_list.h"
#include "ui/event.h"

namespace kiosk::app {

class Stage {
 public:
  virtual ~Stage() = default;
  virtual void draw(const ui::DisplayList& list) = 0;
  virtual void prepare(const ui::DisplayList& list) = 0;
  // Keeps nothing of what it has drawn; another draw follows.
  virtual void forget() = 0;
  virtual std::vector<ui::Event> wait(int timeout_ms) = 0;
  // Ends a wait that goes on, with no event; from any thread.
  virtual void wake() = 0;
  [[nodiscard]] virtual Result<void> save_png(const std::string& path) = 0;
};

}  // namespace kiosk::app
