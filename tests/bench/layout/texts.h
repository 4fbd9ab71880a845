// The texts that are measured: ten paragraphs of the Universal Declaration in each of seven scripts.
#pragma once

#include <string>
#include <vector>

#include "text/paragraph.h"

namespace kiosk::bench {

struct BenchText {
  const char* script;
  const char* file;  // of tests/golden/oracle/texts
  const char* language;
  text::Direction direction;
  const char* font;
  const char* pango_family;
};

const std::vector<BenchText>& bench_texts();

// The paragraphs of the file in `folder`; exits with a message when it cannot be read.
std::vector<std::string> paragraphs_of(const BenchText& text, const std::string& folder);

inline constexpr double kSizePx = 32, kWidthPx = 800;

}  // namespace kiosk::bench
