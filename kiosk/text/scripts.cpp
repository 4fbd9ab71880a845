#include "text/scripts.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace kiosk::text {

namespace {

bool is_real(std::uint8_t script) { return script != USCRIPT_COMMON && script != USCRIPT_INHERITED; }

class ScriptResolver {
 public:
  ScriptResolver(const Utf16Text& text, const Marks& marks)
      : text_(text), marks_(marks), scripts_(text.size(), USCRIPT_COMMON) {}

  std::vector<std::uint8_t> resolve() {
    for (std::uint32_t start = 0; start < text_.size();) {
      std::uint32_t end = start + 1;
      if (stays_the_same(start)) {
        scripts_[start] = current_;
      } else {
        while (!(marks_[end] & kGraphemeStart)) ++end;
        resolve_cluster(start, end);
      }
      start = end;
    }
    return std::move(scripts_);
  }

 private:
  static constexpr std::size_t kMostBrackets = 64;
  struct Bracket {
    char32_t closer;
    std::uint32_t unit;
  };

  // A character of one cluster's own that goes on as before; or any but the first character of such a cluster.
  bool stays_the_same(std::uint32_t unit) const {
    if (!(marks_[unit] & kGraphemeStart)) return true;
    if (text_.traits[unit] & (kScriptExtensions | kOpenBracket | kCloseBracket)) return false;
    const std::uint8_t script = script_of(text_.traits[unit]);
    if (script == current_ && is_real(script)) return !waits_;
    return !is_real(script) && (marks_[unit + 1] & kGraphemeStart);
  }

  void resolve_cluster(std::uint32_t start, std::uint32_t end) {
    const Traits traits = text_.traits[start];
    std::uint8_t script = script_of(traits);
    bool extensions = traits & kScriptExtensions;
    std::uint32_t speaker = start;  // the character whose script speaks for the cluster
    for (std::uint32_t i = start + 1; i < end && !is_real(script); ++i) {
      if (!is_real(script_of(text_.traits[i]))) continue;
      speaker = i;
      script = script_of(text_.traits[i]);
      extensions = text_.traits[i] & kScriptExtensions;
    }
    if (extensions && script != current_ && is_real(current_) && has(speaker, current_)) script = current_;
    if (is_real(script)) {
      settle_before(start, script);
      current_ = script;
    } else if (traits & kCloseBracket) {
      close_bracket(start);
    } else if (extensions && !waits_ && is_real(current_)) {
      wait_from(start, speaker);
    }
    if (traits & kOpenBracket) open_bracket(start);
    std::fill(scripts_.begin() + start, scripts_.begin() + end, current_);
  }

  bool has(std::uint32_t unit, std::uint8_t script) const {
    return uscript_hasScript(static_cast<UChar32>(text_.character_at(unit)), static_cast<UScriptCode>(script));
  }

  // A common character that belongs to certain scripts, but not to the one before it, takes the script after it if that
  // is one of them (a tatweel before Arabic), and else the principal one (an Arabic comma between Latin words).
  void wait_from(std::uint32_t start, std::uint32_t speaker) {
    current_ = principal_script(speaker);
    waits_ = true;
    waiting_ = start;
    speaker_ = speaker;
  }

  std::uint8_t principal_script(std::uint32_t unit) const {
    for (const UScriptCode script : {USCRIPT_ARABIC, USCRIPT_DEVANAGARI, USCRIPT_HAN})
      if (has(unit, static_cast<std::uint8_t>(script))) return static_cast<std::uint8_t>(script);
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode scripts[64];
    const auto character = static_cast<UChar32>(text_.character_at(unit));
    const std::int32_t count = uscript_getScriptExtensions(character, scripts, 64, &error);
    return U_SUCCESS(error) && count > 0 ? static_cast<std::uint8_t>(scripts[0]) : current_;
  }

  // The first script of the text is that of all common characters before it.
  void settle_before(std::uint32_t end, std::uint8_t script) {
    if (!is_real(current_)) {
      std::fill(scripts_.begin(), scripts_.begin() + end, script);
    } else if (waits_ && has(speaker_, script)) {
      std::fill(scripts_.begin() + waiting_, scripts_.begin() + end, script);
    }
    waits_ = false;
  }

  void open_bracket(std::uint32_t unit) {
    if (brackets_.size() == kMostBrackets) return;
    const auto opener = static_cast<UChar32>(text_.character_at(unit));
    brackets_.push_back({static_cast<char32_t>(u_getBidiPairedBracket(opener)), unit});
  }

  void close_bracket(std::uint32_t unit) {
    const char32_t closer = text_.character_at(unit);
    for (std::size_t i = brackets_.size(); i-- > 0;) {
      if (brackets_[i].closer != closer) continue;
      const std::uint8_t script = scripts_[brackets_[i].unit];
      brackets_.resize(i);
      if (is_real(script)) current_ = script;
      return;
    }
  }

  const Utf16Text& text_;
  const Marks& marks_;
  std::vector<std::uint8_t> scripts_;
  std::vector<Bracket> brackets_;
  std::uint8_t current_ = USCRIPT_COMMON;
  bool waits_ = false;
  std::uint32_t waiting_ = 0, speaker_ = 0;
};

}  // namespace

std::vector<std::uint8_t> resolve_scripts(const Utf16Text& text, const Marks& marks) {
  return ScriptResolver(text, marks).resolve();
}

std::uint32_t script_tag(std::uint8_t script) {
  static const std::array<std::uint32_t, 256> tags = [] {
    std::array<std::uint32_t, 256> all{};
    for (int i = 0; i < 256; ++i) {
      const char* name = i < USCRIPT_CODE_LIMIT ? uscript_getShortName(static_cast<UScriptCode>(i)) : nullptr;
      const unsigned char* letters = reinterpret_cast<const unsigned char*>(name ? name : "Zyyy");
      all[static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(letters[0]) << 24 |
                                         static_cast<std::uint32_t>(letters[1]) << 16 |
                                         static_cast<std::uint32_t>(letters[2]) << 8 | letters[3];
    }
    return all;
  }();
  return tags[script];
}

}  // namespace kiosk::text
