// What a municipality may know of the use of its kiosks, as plain values: only numbers that give nobody away
// (disclosure.h). Opened and read aloud by ISO week, with boards and their topics, and by language; faces by four
// weeks, because there are fewer; pages and polls over the whole time. Knows no files and no screens.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/rows.h"

namespace kiosk::stats {

// What the ids of counts mean in the content at hand. What stands in no map is counted as "other": a store may come
// from a kiosk with other pages.
struct Subjects {
  struct Page {
    std::string title, board, topic;
  };
  struct Poll {
    std::string question;
    std::vector<std::pair<std::string, std::string>> choices;  // id, text
  };
  std::map<std::string, Page, std::less<>> pages;
  std::map<std::string, std::string, std::less<>> topics, languages;  // id -> title
  std::map<std::string, Poll, std::less<>> polls;
};

using Shown = std::optional<std::int64_t>;  // nullopt: not told

// Of one kind: a number for each week (faces: for each four weeks), and their sum. Numbers that are not told are in no
// sum.
struct Series {
  Shown total;
  std::vector<Shown> parts;  // empty for pages
};

// A board, a topic, a language, a page, or all of them. A kind that is not here was not told, or nobody did it.
struct FigureLine {
  std::string id, title;
  std::map<CountKind, Series> of;
  Series answers;                             // all faces together
  std::vector<std::optional<int>> satisfied;  // good per cent of all answers, for each four weeks
  std::optional<int> satisfied_total;         // over the answers whose goodness is told

  Shown shown(CountKind kind, std::optional<std::size_t> part = std::nullopt) const;
};

struct FigurePoll {
  std::string id, question;
  Shown total;
  std::vector<std::pair<std::string, Shown>> choices;  // text, answers
};

struct Figures {
  static constexpr std::size_t kWeeksTogether = 4;
  std::vector<std::string> stores;
  std::string from, to;            // the first and last day with a count
  std::vector<std::string> weeks;  // 2026-W01 …, without a gap
  FigureLine all;
  std::vector<FigureLine> boards, topics, languages, pages;  // by title
  std::vector<FigurePoll> polls;
};

// Rows as read_rows() and merge() give them. Error: counts that no kiosk can have counted (more than ten years, a
// number beyond reason).
[[nodiscard]] Result<Figures> collect_figures(const std::vector<Row>& rows, const Subjects& subjects);

// In Swedish ("sv") or English. One file that needs no other, plots inside, well-formed as XML too.
std::string figures_html(const Figures& figures, std::string_view language);
// As a Swedish spreadsheet reads it: byte order mark, semicolons, CR LF; ".." is not told, as in official statistics.
std::string figures_csv(const Figures& figures, std::string_view language);

}  // namespace kiosk::stats
