// Prepared notices that a host has posted: the tree's words with the host's values, in the reader's language, until a
// moment. Values are kept as the host gave them, so that every language writes them its own way.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/tree.h"

namespace kiosk::ui {

using NoticeValues = std::map<std::string, std::string, std::less<>>;

struct PostedNotice {
  std::string id;       // content::Notice::id
  NoticeValues values;  // argument -> "14:30" | "2026-03-02" | "12" | a name
  std::int64_t until_ms = 0;
  bool operator==(const PostedNotice&) const = default;
};

// Is this text such a value? kind: time (HH:MM), date (ISO), number (0 to 9999), place (a name, at most 60 characters).
bool is_notice_value(std::string_view kind, std::string_view text);

// Has every value that the notice asks for, each of its kind, and no other.
bool fits(const content::Notice& notice, const NoticeValues& values);

// The notice as a sentence of its own language. Precondition: fits().
std::string notice_words(const content::Notice& notice, const NoticeValues& values, std::string_view format_locale);

// What stands on the screen at a moment: dangers first, then in the order of the tree.
struct ShownNotice {
  const content::Notice* notice = nullptr;  // borrowed
  const PostedNotice* posted = nullptr;
};
std::vector<ShownNotice> shown_notices(const content::Notices& notices, const std::vector<PostedNotice>& posted,
                                       std::int64_t now_ms);

// What a host begins with when filling one in: the next full hour, tomorrow, 1, and no name.
NoticeValues first_values(const content::Notice& notice, std::int64_t now_ms);

// How long a notice may be shown, the usual first: "today" alone where it speaks of today, else "date" (until the date
// in it), "hour", "hours" (three), "today", "tomorrow", "week".
std::vector<std::string> notice_ends(const content::Notice& notice);
// Such an end as a moment.
std::int64_t notice_end_ms(std::string_view end, const NoticeValues& values, std::int64_t now_ms);

// "18:00" today, a date and a time on another day.
std::string notice_end(std::int64_t until_ms, std::int64_t now_ms, std::string_view format_locale);

}  // namespace kiosk::ui
