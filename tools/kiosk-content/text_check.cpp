#include "text_check.h"

#include "base/utf8.h"

namespace kiosk::tool {
namespace {

constexpr std::size_t kLongestSentence = 8u << 10;  // bytes, as the compiled tree's reader has it

std::string code_point(char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) out += kHex[c >> shift & 0xF];
  return "U+" + out;
}

bool opens_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2068; }

}  // namespace

std::vector<UnitFinding> check_text(std::string_view text) {
  std::vector<UnitFinding> found;
  const auto error = [&](const char* check, std::size_t offset, std::string message, std::string hint) {
    found.push_back({check, Severity::kError, offset, std::move(message), std::move(hint)});
  };
  std::vector<std::size_t> isolates;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    const char32_t c = d.character;
    if (c == 0xFFFD)
      error("encoding", i, "a character that was lost (U+FFFD)", "write the word anew");
    else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
      error("encoding", i, "a control character (" + code_point(c) + ")", "delete it; a sentence is one line");
    else if ((c >= 0x202A && c <= 0x202E))
      error("bidi-control", i, "a direction mark that reaches too far (" + code_point(c) + ")",
            "delete it; the kiosk sets facts apart by itself");
    else if (opens_isolate(c))
      isolates.push_back(i);
    else if (c == 0x2069 && isolates.empty())
      error("bidi-control", i, "U+2069 closes nothing", "delete it");
    else if (c == 0x2069)
      isolates.pop_back();
    i += d.length;
  }
  for (const std::size_t open : isolates)
    error("bidi-control", open, "an isolate is not closed", "delete it, or add U+2069");
  if (text.size() > kLongestSentence)
    error("limit", 0, "the sentence is longer than " + std::to_string(kLongestSentence) + " bytes", "make it shorter");
  return found;
}

}  // namespace kiosk::tool
