#include "words.h"

#include <array>
#include <utility>

#include "base/check.h"
#include "po.h"

namespace kiosk::tool {
namespace {

constexpr int kDeepest = 4;  // a text inside a text inside a message

// The number of "{N}" at this byte, 0 where there is none.
int hole_at(std::string_view text, std::size_t i) {
  const bool hole =
      i + 2 < text.size() && text[i] == '{' && text[i + 1] >= '1' && text[i + 1] <= '9' && text[i + 2] == '}';
  return hole ? text[i + 1] - '0' : 0;
}

// What stands in the holes, in their order; leftmost, the last literal at the end.
std::optional<std::vector<std::string_view>> match(const std::vector<std::string>& literals, std::string_view text) {
  if (!text.starts_with(literals.front())) return std::nullopt;
  std::vector<std::string_view> held;
  std::size_t at = literals.front().size();
  for (std::size_t i = 1; i < literals.size(); ++i) {
    const std::string& literal = literals[i];
    std::size_t found = text.find(literal, at);
    if (i + 1 == literals.size()) {
      if (text.size() < at + literal.size() || !text.ends_with(literal)) return std::nullopt;
      found = text.size() - literal.size();
    }
    if (found == std::string_view::npos || found == at) return std::nullopt;  // something stands in every hole
    held.push_back(text.substr(at, found - at));
    at = found + literal.size();
  }
  if (at != text.size()) return std::nullopt;
  return held;
}

}  // namespace

Words::Words(std::string_view language) : language_(message_catalogue(language).empty() ? "en" : language) {
  DiagnosticSink sink;
  for (const PoEntry& entry : read_po(message_catalogue(language_), "messages", sink).entries) {
    if (entry.is_header() || entry.obsolete || entry.text().empty()) continue;
    Pattern pattern;
    pattern.translation = entry.text();
    std::string literal;
    for (std::size_t i = 0; i < entry.id.size(); ++i) {
      const int hole = hole_at(entry.id, i);
      if (hole == 0) {
        literal += entry.id[i];
        continue;
      }
      pattern.literal_bytes += literal.size();
      pattern.literals.push_back(std::exchange(literal, {}));
      pattern.holes.push_back(hole);
      i += 2;
    }
    pattern.literal_bytes += literal.size();
    pattern.literals.push_back(std::move(literal));
    patterns_.push_back(std::move(pattern));
  }
  KIOSK_CHECK(sink.errors() == 0);
}

std::pair<bool, std::size_t> Words::rank(const Pattern& pattern) {
  return {!pattern.literals.front().empty(), pattern.literal_bytes};
}

std::string Words::of(std::string_view english) const { return find(english).value_or(std::string(english)); }

std::optional<std::string> Words::find(std::string_view english) const {
  return language_ == "en" ? std::string(english) : find(english, 0);
}

// The pattern that says most of the message itself; one that begins with words before one that begins with a hole.
std::optional<std::string> Words::find(std::string_view english, int depth) const {
  const Pattern* best = nullptr;
  std::vector<std::string_view> held;
  for (const Pattern& pattern : patterns_) {
    if (best != nullptr && rank(pattern) <= rank(*best)) continue;
    if (auto found = match(pattern.literals, english)) {
      best = &pattern;
      held = std::move(*found);
    }
  }
  if (best == nullptr) return std::nullopt;
  return fill(*best, held, depth);
}

// What stands between quotation marks is the author's own; the rest may be words of the catalogue.
std::string Words::fill(const Pattern& pattern, const std::vector<std::string_view>& held, int depth) const {
  std::array<std::string, 10> texts;
  for (std::size_t i = 0; i < held.size(); ++i) {
    const bool quoted = pattern.literals[i].ends_with('\'') || depth == kDeepest;
    std::string& text = texts[static_cast<std::size_t>(pattern.holes[i])];
    text = quoted ? std::string(held[i]) : find(held[i], depth + 1).value_or(std::string(held[i]));
  }
  std::string out;
  for (std::size_t i = 0; i < pattern.translation.size(); ++i) {
    const int hole = hole_at(pattern.translation, i);
    if (hole == 0) {
      out += pattern.translation[i];
      continue;
    }
    out += texts[static_cast<std::size_t>(hole)];
    i += 2;
  }
  return out;
}

std::string Words::line(std::string_view english) const {
  const bool quoted = english.starts_with("    ") || english.starts_with("- ") || english.starts_with("+ ");
  if (language_ == "en" || quoted) return std::string(english);
  if (english.starts_with("hint: ")) return of("hint") + ": " + of(english.substr(6));
  for (const std::string_view severity : {"error", "warning", "hint"}) {
    const std::string mark = ": " + std::string(severity) + ": ";
    const std::size_t at = english.find(mark);
    if (at != std::string_view::npos)
      return std::string(english.substr(0, at)) + ": " + of(severity) + ": " + of(english.substr(at + mark.size()));
  }
  return of(english);
}

std::string message_language(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* value : {lc_all, lc_messages, lang})
    if (value != nullptr && *value != '\0') {
      const std::string_view locale = value;
      return std::string(locale.substr(0, locale.find_first_of("_.@-")));
    }
  return "en";
}

SpokenStream::SpokenStream(std::ostream& stream, const Words& words)
    : stream_(stream), to_(stream.rdbuf()), flags_(stream.flags()), words_(words) {
  if (words.language() == "en") return;
  stream.rdbuf(this);
  stream.unsetf(std::ios_base::unitbuf);  // std::cerr would flush, and so end the message, after every piece
}

SpokenStream::~SpokenStream() {
  say();
  stream_.rdbuf(to_);
  stream_.flags(flags_);
}

int SpokenStream::overflow(int c) {
  if (c == traits_type::eof()) return 0;
  if (c == '\n') {
    say();
    const int put = to_->sputc('\n');
    if ((flags_ & std::ios_base::unitbuf) != 0) to_->pubsync();
    return put;
  }
  line_ += static_cast<char>(c);
  return c;
}

int SpokenStream::sync() {
  say();
  return to_->pubsync();
}

void SpokenStream::say() {
  const std::string said = words_.line(line_);
  to_->sputn(said.data(), static_cast<std::streamsize>(said.size()));
  line_.clear();
}

}  // namespace kiosk::tool
