// What `figures` tells, as plain values: only what may be shown. figures_collect.cpp adds up the counts by ISO week and
// withholds small cells; figures_html.cpp and figures.cpp write what is left.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "sources.h"
#include "stats/rows.h"
#include "words.h"

namespace kiosk::tool {

using Shown = std::optional<std::int64_t>;  // nullopt: withheld

struct Series {
  Shown total;
  std::vector<Shown> weeks;  // of Figures::weeks; empty for pages
};

// A board, a topic, a language, a page, or all of them.
struct FigureLine {
  std::string id, title;
  std::map<stats::CountKind, Series> of;

  // Of a week, or of the whole period. A kind that does not stand here is withheld.
  Shown shown(stats::CountKind kind, std::optional<std::size_t> week = std::nullopt) const;
  // Good per cent of all answers; nullopt where one of the three is withheld or nobody has answered.
  std::optional<int> satisfaction(std::optional<std::size_t> week = std::nullopt) const;
};

struct FigurePoll {
  std::string id, question;
  Shown total;
  std::vector<std::pair<std::string, Shown>> choices;  // text, answers
};

struct Figures {
  std::vector<std::string> stores;
  std::string from, to;            // the first and last day with a count
  std::vector<std::string> weeks;  // 2026-W01 …, without a gap
  FigureLine all;
  std::vector<FigureLine> boards, topics, languages, pages;  // by title
  std::vector<FigurePoll> polls;
};

// Languages are named in `language`, sv or en. Error: counts that no kiosk can have counted (a period of more than ten
// years, a number beyond reason).
[[nodiscard]] Result<Figures> collect_figures(const std::vector<stats::Row>& rows, const Sources& sources,
                                              std::string_view language);

// One file that needs no other, plots inside. Well-formed as XML too.
std::string figures_html(const Figures& figures, const Words& words);

}  // namespace kiosk::tool
