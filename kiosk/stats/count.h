// What the kiosk counts: a day, a page, a language, a kind, a number, and nothing that could tell one resident from
// another. Values only; the store keeps them.
#pragma once

#include <string>

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
  std::string page;      // a page, topic or poll; empty where the kind needs none
  std::string language;  // the reader's
  std::string choice;    // of a poll
  bool operator==(const Count&) const = default;
};

}  // namespace kiosk::stats
