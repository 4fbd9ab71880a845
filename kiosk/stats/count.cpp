#include "stats/count.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kiosk::stats {

namespace {

constexpr std::array<std::pair<CountKind, const char*>, 8> kKinds{
    {{CountKind::kOpen, "open"},
     {CountKind::kReadAloud, "read-aloud"},
     {CountKind::kGood, "good"},
     {CountKind::kMiddle, "middle"},
     {CountKind::kBad, "bad"},
     {CountKind::kPollAnswer, "poll"},
     {CountKind::kSearchWithoutResult, "search-without-result"},
     {CountKind::kLanguageMissing, "language-missing"}}};

bool only(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
  });
}

constexpr std::size_t kLongestId = 128;

// As the content tree names things: "page", "topic/page"; a topic is "topic:ID".
bool is_page(std::string_view page) {
  if (page.starts_with(kTopicPrefix))
    return page.size() > kTopicPrefix.size() && is_choice(page.substr(kTopicPrefix.size()));
  return page.size() <= kLongestId && only(page, "-/") && std::count(page.begin(), page.end(), '/') <= 1;
}

bool is_language(std::string_view tag) {
  constexpr std::size_t kLongest = 35;  // RFC 5646 4.4.1
  const bool letters = std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  return letters && tag.size() >= 2 && tag.size() <= kLongest;
}

}  // namespace

const char* to_string(CountKind kind) {
  for (const auto& [known, word] : kKinds)
    if (known == kind) return word;
  return "";
}

bool parse_kind(std::string_view word, CountKind& out) {
  for (const auto& [kind, known] : kKinds)
    if (word == known) {
      out = kind;
      return true;
    }
  return false;
}

bool is_choice(std::string_view id) { return id.size() <= kLongestId && only(id, "-"); }

bool is_countable(const Count& count) {
  return is_page(count.page) && is_language(count.language) && is_choice(count.choice) &&
         (count.kind == CountKind::kPollAnswer) == !count.choice.empty();
}

}  // namespace kiosk::stats
