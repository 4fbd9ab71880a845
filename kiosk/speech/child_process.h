// A program that gets a text on its standard input and answers on its standard output. It may crash, hang or write
// without end: the call returns all the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "speech/voice_source.h"

namespace kiosk::speech {

struct ChildLimits {
  std::int64_t time_ms = 5000;
  std::size_t output_bytes = 8u << 20;
};

// Everything it wrote, when it ended with 0 inside the limits. Errors tell why not; the child is dead then.
[[nodiscard]] Result<std::string> run_child(const std::vector<std::string>& command, const std::string& input,
                                            const ChildLimits& limits, const Cancel& cancel);

}  // namespace kiosk::speech
