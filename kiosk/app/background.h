// Work off the drawing thread: an index is built, a stick is copied, a PIN is tried. One worker thread, first come
// first served. A job has two halves: `work` runs on the worker and shares nothing with the session; `done` runs on the
// session's thread, from collect().
#pragma once

#include <functional>
#include <memory>

namespace kiosk::app {

class Background {
 public:
  Background();
  // Waits for the job that is running; the ones that have not begun are dropped.
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // Neither half may throw. `work` returns the second half, bound to what it has made.
  void post(std::function<std::function<void()>()> work);

  // Runs the second halves that are ready; true when there were any.
  bool collect();
  // True while a job waits, runs, or has a second half that was not collected.
  bool busy() const;
  // Waits until something can be collected or nothing is left; for scripts, which see only settled screens.
  void settle();

  // Called on the worker when something can be collected (SDL: push an event). Set before the first post.
  void on_ready(std::function<void()> wake);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::app
