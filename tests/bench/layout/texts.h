// The texts that are measured: ten paragraphs of the Universal Declaration in each of seven scripts, and hostile texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/paragraph.h"

namespace kiosk::bench {

struct BenchText {
  const char* script;
  const char* file;  // of tests/golden/oracle/texts; none for the hostile texts
  const char* language;
  text::Direction direction;
  const char* font;
  const char* pango_family;
  std::uint32_t made = 0;  // so many hostile texts
};

const std::vector<BenchText>& bench_texts();

// The faces of the text's stack.
std::vector<std::string> fonts_of(const BenchText& text);

// The paragraphs of the file in `folder`; exits with a message when it cannot be read. The gate refuses many
// of the hostile ones.
std::vector<std::string> paragraphs_of(const BenchText& text, const std::string& folder);

inline constexpr double kSizePx = 32, kWidthPx = 800;

}  // namespace kiosk::bench
