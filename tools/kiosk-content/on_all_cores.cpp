#include "on_all_cores.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace kiosk::tool {

void on_all_cores(std::size_t count, const std::function<void(std::size_t)>& job) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) job(i);
  };
  std::vector<std::thread> others;
  for (std::size_t n = 1; n < std::min<std::size_t>(std::thread::hardware_concurrency(), count); ++n)
    others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
}

}  // namespace kiosk::tool
