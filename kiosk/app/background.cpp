#include "app/background.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kiosk::app {

struct Background::Data {
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::function<std::function<void()>()>> waiting;
  std::deque<std::function<void()>> ready;
  std::function<void()> wake;
  bool running = false, over = false;
  std::thread thread;

  void loop() {
    std::unique_lock lock(mutex);
    for (;;) {
      changed.wait(lock, [&] { return over || !waiting.empty(); });
      if (over) return;
      const auto work = std::move(waiting.front());
      waiting.pop_front();
      running = true;
      lock.unlock();
      std::function<void()> done = work();
      lock.lock();
      running = false;
      if (done) ready.push_back(std::move(done));
      changed.notify_all();
      if (wake) wake();
    }
  }
};

Background::Background() : data_(std::make_unique<Data>()) {}

Background::~Background() {
  {
    const std::lock_guard lock(data_->mutex);
    data_->over = true;
  }
  data_->changed.notify_all();
  if (data_->thread.joinable()) data_->thread.join();
}

void Background::post(std::function<std::function<void()>()> work) {
  {
    const std::lock_guard lock(data_->mutex);
    data_->waiting.push_back(std::move(work));
  }
  // The thread starts with the first job: a kiosk that only draws has none.
  if (!data_->thread.joinable()) data_->thread = std::thread([data = data_.get()] { data->loop(); });
  data_->changed.notify_all();
}

bool Background::collect() {
  std::deque<std::function<void()>> ready;
  {
    const std::lock_guard lock(data_->mutex);
    ready.swap(data_->ready);
  }
  for (const auto& done : ready) done();
  return !ready.empty();
}

bool Background::busy() const {
  const std::lock_guard lock(data_->mutex);
  return data_->running || !data_->waiting.empty() || !data_->ready.empty();
}

void Background::settle() {
  std::unique_lock lock(data_->mutex);
  data_->changed.wait(lock, [&] { return !data_->ready.empty() || (!data_->running && data_->waiting.empty()); });
}

void Background::on_ready(std::function<void()> wake) {
  const std::lock_guard lock(data_->mutex);
  data_->wake = std::move(wake);
}

}  // namespace kiosk::app
