// The one gate before any algorithm of the text room: HarfBuzz and ICU are quadratic on some hostile texts (100,000
// marks on one letter take 27 s), so such texts never reach them. Everything here is linear.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "text/marks.h"
#include "text/transcode.h"

namespace kiosk::text {

constexpr std::size_t kMostParagraphBytes = 8 * 1024;
constexpr std::size_t kLongestUnbroken = 256;  // characters between two break opportunities
constexpr int kMostMarksPerBase = 8;
constexpr int kMostStackersPerCluster = 8;  // Khmer coengs, viramas

// Valid UTF-8 in which every invalid byte (and every byte of an encoded surrogate) has become U+FFFD; said once in the
// log.
struct CleanText {
  std::string text;
  std::vector<std::uint32_t> source_bytes;  // per byte of text and one for the end; empty when nothing was replaced
  std::uint32_t source_byte(std::uint32_t byte) const { return source_bytes.empty() ? byte : source_bytes[byte]; }
  std::uint32_t clean_byte(std::uint32_t source) const;  // the first that comes from there or later
};
CleanText clean(std::string text);

[[nodiscard]] Result<void> admit_length(std::size_t bytes);

// Marks per base, stackers per cluster.
[[nodiscard]] Result<void> admit_clusters(const Utf16Text& text);

// Once the break opportunities are known (ICU finds them in linear time): no stretch without one is too long.
[[nodiscard]] Result<void> admit_stretches(const Utf16Text& text, const Marks& marks);

}  // namespace kiosk::text
