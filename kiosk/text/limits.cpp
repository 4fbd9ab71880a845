#include "text/limits.h"

#include <algorithm>

#include "base/log.h"
#include "base/utf8.h"

namespace kiosk::text {

CleanText clean(std::string text) {
  CleanText out;
  if (find_invalid_utf8(text) == std::string::npos) {
    out.text = std::move(text);
    return out;
  }
  log_once("a text has invalid UTF-8; the bytes are shown as U+FFFD");
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    append_utf8(out.text, d.character);
    out.source_bytes.resize(out.text.size(), static_cast<std::uint32_t>(i));
    i += d.length;
  }
  out.source_bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

std::uint32_t CleanText::clean_byte(std::uint32_t source) const {
  if (source_bytes.empty()) return source;
  const auto found = std::lower_bound(source_bytes.begin(), source_bytes.end(), source);
  return static_cast<std::uint32_t>(std::min(found, source_bytes.end() - 1) - source_bytes.begin());
}

static std::string too_many(const char* what, int most, std::uint32_t byte) {
  return "more than " + std::to_string(most) + " " + what + " at byte " + std::to_string(byte);
}

Result<void> admit_length(std::size_t bytes) {
  if (bytes <= kMostParagraphBytes) return {};
  return fail("a paragraph of " + std::to_string(bytes) + " bytes, more than " + std::to_string(kMostParagraphBytes));
}

Result<void> admit_clusters(const Utf16Text& text) {
  if (!(text.all_traits & (kMark | kStacker))) return {};
  int marks = 0, stackers = 0;
  bool subjoins = false;  // the next letter belongs to the cluster
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const Traits traits = text.traits[i];
    if (is_trail_surrogate(text.units[i])) continue;
    if (traits & kStacker) {
      subjoins = true;
      if (++stackers > kMostStackersPerCluster)
        return fail(too_many("subjoined letters in one cluster", kMostStackersPerCluster, text.byte_at(i)));
    }
    if (traits & kMark) {
      if (++marks > kMostMarksPerBase) return fail(too_many("marks on one letter", kMostMarksPerBase, text.byte_at(i)));
    } else if (!(traits & kDefaultIgnorable)) {
      marks = 0;
      if (!subjoins) stackers = 0;
      subjoins = false;
    }
  }
  return {};
}

Result<void> admit_stretches(const Utf16Text& text, const Marks& marks) {
  if (text.size() <= kLongestUnbroken) return {};
  std::size_t length = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (is_trail_surrogate(text.units[i])) continue;
    if (marks[i] & (kBreakBefore | kLastResort)) length = 0;
    if (++length > kLongestUnbroken)
      return fail("more than " + std::to_string(kLongestUnbroken) +
                  " characters without a place to break the line at byte " + std::to_string(text.byte_at(i)));
  }
  return {};
}

}  // namespace kiosk::text
