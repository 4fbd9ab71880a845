// What the kiosk counts: a day, a page, a language, a kind, a number, and nothing that could tell one resident from
// another. Values only; the store keeps them.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::stats {

enum class CountKind {
  kOpen,       // a page was opened
  kReadAloud,  // a page was read aloud
  kGood,       // the three faces
  kMiddle,
  kBad,
  kPollAnswer,           // `page` is the poll, `choice` the answer
  kSearchWithoutResult,  // never what was searched for
  kLanguageMissing       // "my language is not here"
};

struct Count {
  CountKind kind = CountKind::kOpen;
  std::string page;      // a page, "topic:ID" or a poll; empty: the kiosk as a whole
  std::string language;  // the reader's
  std::string choice;    // of a poll
  bool operator==(const Count&) const = default;
};

inline constexpr std::string_view kTopicPrefix = "topic:";

// The words of the store and of reports: open | read-aloud | good | middle | bad | poll | search-without-result |
// language-missing.
const char* to_string(CountKind kind);
bool parse_kind(std::string_view word, CountKind& out);

// Only ids and tags as the content tree has them are ever counted: nothing that a resident has typed can pass.
bool is_countable(const Count& count);
bool is_choice(std::string_view id);

}  // namespace kiosk::stats
