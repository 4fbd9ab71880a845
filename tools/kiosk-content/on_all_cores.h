// Spreads independent work over the machine's cores. The order in which jobs run is not defined: each writes to a place
// of its own, and the caller joins those in a fixed order.
#pragma once

#include <cstddef>
#include <functional>

namespace kiosk::tool {

// Calls job(0) … job(count - 1), each once, and returns when all are done. Jobs throw nothing.
void on_all_cores(std::size_t count, const std::function<void(std::size_t)>& job);

}  // namespace kiosk::tool
