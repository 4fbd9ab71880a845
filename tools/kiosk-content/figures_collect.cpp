#include <algorithm>
#include <chrono>
#include <functional>
#include <set>
#include <tuple>

#include "figures_values.h"
#include "stats/suppression.h"

namespace kiosk::tool {
namespace {

using stats::CountKind;
using std::chrono::sys_days;

constexpr std::size_t kMostWeeks = 530;
constexpr std::int64_t kMostOfOneRow = 1'000'000;  // of a day: ten taps a second

sys_days day_of(const std::string& iso) {
  const auto number = [&](std::size_t at, std::size_t length) { return std::stoi(iso.substr(at, length)); };
  return std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
}

sys_days monday_of(sys_days day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

// ISO 8601: a week belongs to the year of its Thursday.
std::string week_name(sys_days monday) {
  const sys_days thursday = monday + std::chrono::days(3);
  const std::chrono::year year = std::chrono::year_month_day(thursday).year();
  const int number = static_cast<int>((thursday - sys_days(year / 1 / 1)).count() / 7 + 1);
  return std::to_string(static_cast<int>(year)) + (number < 10 ? "-W0" : "-W") + std::to_string(number);
}

struct PageFacts {
  std::string title, board, topic;
};

class Collector {
 public:
  Collector(const std::vector<stats::Row>& rows, const Sources& sources, std::string_view language)
      : rows_(rows), sources_(sources) {
    const auto add = [&](const SourcePart& part) {
      for (const SourcePage& page : part.pages) pages_[page.id] = {page.title.text, page.owner, page.topic};
      for (const TopicSource& topic : part.topics) topics_[topic.id] = topic.title.text;
      for (const PollSource& poll : part.polls) polls_[poll.id] = &poll;
    };
    add(sources.core);
    for (const SourcePart& site : sources.sites) add(site);
    for (const content::Language& l : sources.languages) languages_[l.tag] = language == "sv" ? l.name_sv : l.name_en;
  }

  Result<Figures> run() {
    if (rows_.empty()) return figures_;
    figures_.from = rows_.front().day;
    figures_.to = rows_.back().day;
    first_ = monday_of(day_of(figures_.from));
    const auto weeks = static_cast<std::size_t>((monday_of(day_of(figures_.to)) - first_).count() / 7 + 1);
    if (weeks > kMostWeeks)
      return fail("counts from " + figures_.from + " to " + figures_.to + " are more than ten years");
    for (std::size_t w = 0; w < weeks; ++w) figures_.weeks.push_back(week_name(first_ + std::chrono::days(7 * w)));
    for (const stats::Row& row : rows_)
      if (row.n > kMostOfOneRow) return fail("no kiosk counts " + std::to_string(row.n) + " of one thing in a day");
    collect_all();
    const auto page_kinds = {CountKind::kOpen, CountKind::kReadAloud, CountKind::kGood, CountKind::kMiddle,
                             CountKind::kBad};
    for (const CountKind kind : page_kinds) {
      const Hidden boards = break_down(kind, figures_.boards, [&](const stats::Row& r) { return board_of(r); });
      const Hidden topics = break_down(kind, figures_.topics, [&](const stats::Row& r) { return topic_of(r); });
      break_down(kind, figures_.languages, [&](const stats::Row& r) { return language_of(r); });
      collect_pages(kind, boards, topics);
    }
    for (const CountKind kind : {CountKind::kSearchWithoutResult, CountKind::kLanguageMissing})
      break_down(kind, figures_.languages, [&](const stats::Row& r) { return language_of(r); });
    collect_polls();
    for (auto* lines : {&figures_.boards, &figures_.topics})
      std::erase_if(*lines, [&](const FigureLine& l) { return is_unused(l, page_kinds); });
    for (auto* lines : {&figures_.boards, &figures_.topics, &figures_.languages, &figures_.pages})
      std::sort(lines->begin(), lines->end(), [](const FigureLine& a, const FigureLine& b) {
        return std::tie(a.title, a.id) < std::tie(b.title, b.id);
      });
    return figures_;
  }

 private:
  using Name = std::pair<std::string, std::string>;  // id, title
  using Hidden = std::set<std::string>;              // whose totals are withheld
  using NameOf = std::function<Name(const stats::Row&)>;

  // What is no page of this project is counted as one: a store may come from a kiosk with older pages.
  Name board_of(const stats::Row& row) const {
    const auto page = pages_.find(row.count.page);
    return page == pages_.end() ? Name() : Name(page->second.board, page->second.board);
  }
  Name topic_of(const stats::Row& row) const {
    std::string id;
    if (row.count.page.starts_with(stats::kTopicPrefix))
      id = row.count.page.substr(stats::kTopicPrefix.size());
    else if (const auto page = pages_.find(row.count.page); page != pages_.end())
      id = page->second.topic;
    const auto topic = topics_.find(id);
    return topic == topics_.end() ? Name() : Name(*topic);
  }
  Name language_of(const stats::Row& row) const {
    const auto language = languages_.find(row.count.language);
    return language == languages_.end() ? Name() : Name(*language);
  }

  std::size_t week_of(const stats::Row& row) const {
    return static_cast<std::size_t>((monday_of(day_of(row.day)) - first_).count() / 7);
  }

  // What is of no page, as a search is, is of no board: a line of zeros tells nothing.
  bool is_unused(const FigureLine& line, const std::initializer_list<CountKind>& kinds) const {
    return std::all_of(kinds.begin(), kinds.end(),
                       [&](CountKind kind) { return !figures_.all.of.contains(kind) || line.shown(kind) == Shown(0); });
  }

  // The sums of all weeks are public, but for those that are put together: what they are together is public too.
  void collect_all() {
    for (int k = 0; k <= static_cast<int>(CountKind::kLanguageMissing); ++k) {
      const auto kind = static_cast<CountKind>(k);
      std::vector<std::int64_t> sums(figures_.weeks.size());
      for (const stats::Row& row : rows_)
        if (row.count.kind == kind) sums[week_of(row)] += row.n;
      const auto hidden = stats::withhold_parts(sums);
      if (!hidden) continue;  // so few that nothing of it may be told
      hidden_weeks_[kind] = *hidden;
      figures_.all.of[kind] = series(sums, [&](std::size_t w) { return !(*hidden)[w]; });
    }
  }

  static Series series(const std::vector<std::int64_t>& sums, const std::function<bool(std::size_t)>& is_shown) {
    Series out{0, {}};
    for (std::size_t w = 0; w < sums.size(); ++w) {
      *out.total += sums[w];
      out.weeks.push_back(is_shown(w) ? Shown(sums[w]) : Shown());
    }
    return out;
  }

  static FigureLine& line(std::vector<FigureLine>& lines, const Name& name) {
    const auto at = std::find_if(lines.begin(), lines.end(), [&](const FigureLine& l) { return l.id == name.first; });
    if (at != lines.end()) return *at;
    lines.push_back({name.first, name.second, {}});
    return lines.back();
  }

  // Weeks and lines whose totals are withheld are each one row and one column of the table whose cells are withheld.
  Hidden break_down(CountKind kind, std::vector<FigureLine>& lines, const NameOf& name_of) {
    std::map<Name, std::vector<std::int64_t>> sums;
    for (const stats::Row& row : rows_) {
      auto& weeks = sums[name_of(row)];
      weeks.resize(figures_.weeks.size());
      if (row.count.kind == kind) weeks[week_of(row)] += row.n;
    }
    std::vector<Name> names;
    std::vector<std::int64_t> totals;
    for (const auto& [name, weeks] : sums) {
      line(lines, name);
      names.push_back(name);
      totals.push_back(0);
      for (const std::int64_t n : weeks) totals.back() += n;
    }
    Hidden hidden;
    const auto hidden_names = stats::withhold_parts(totals);
    if (!hidden_names) return hidden;  // then nothing of the kind is told at all
    const std::vector<bool>& hidden_weeks = hidden_weeks_.at(kind);
    const std::size_t rows = figures_.weeks.size() + 1, columns = names.size() + 1;
    std::vector<stats::TableCell> cells;
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t c = 0; c < columns; ++c) cells.push_back({r, c, 0});
    for (std::size_t c = 0; c < names.size(); ++c)
      for (std::size_t w = 0; w < figures_.weeks.size(); ++w) {
        const std::size_t row = hidden_weeks[w] ? rows - 1 : w, column = (*hidden_names)[c] ? columns - 1 : c;
        cells[row * columns + column].n += sums[names[c]][w];
      }
    const auto hidden_cells = stats::withhold_cells(cells, rows, columns);
    for (std::size_t c = 0; c < names.size(); ++c) {
      if ((*hidden_names)[c]) {
        hidden.insert(names[c].first);
        continue;
      }
      line(lines, names[c]).of[kind] = series(sums[names[c]], [&](std::size_t w) {
        return hidden_cells && !hidden_weeks[w] && !(*hidden_cells)[w * columns + c];
      });
    }
    return hidden;
  }

  // A page's total counts towards its board's and its topic's, which are public.
  void collect_pages(CountKind kind, const Hidden& hidden_boards, const Hidden& hidden_topics) {
    struct Sum {
      std::string board, topic;
      std::int64_t n = 0;
    };
    std::map<std::string, Sum> sums;
    for (const stats::Row& row : rows_) {
      if (row.count.kind != kind) continue;
      Sum& sum = sums[row.count.page];
      sum.board = board_of(row).first;
      sum.topic = topic_of(row).first;
      sum.n += row.n;
    }
    std::map<std::string, std::size_t> boards, topics;
    const auto index = [](std::map<std::string, std::size_t>& of, const std::string& id, const Hidden& hidden) {
      return of.emplace(hidden.contains(id) ? "\n" : id, of.size()).first->second;
    };
    std::vector<stats::TableCell> cells;
    for (const auto& [id, sum] : sums)
      cells.push_back({index(boards, sum.board, hidden_boards), index(topics, sum.topic, hidden_topics), sum.n});
    const auto hidden = stats::withhold_cells(cells, boards.size(), topics.size());
    if (hidden_weeks_.contains(kind))
      for (const stats::Row& row : rows_)
        if (const auto page = pages_.find(row.count.page); page != pages_.end() && !sums.contains(page->first))
          line(figures_.pages, {page->first, page->second.title}).of[kind] = {0, {}};
    std::size_t i = 0;
    for (const auto& [id, sum] : sums) {
      const bool shown = hidden && !(*hidden)[i++];
      const auto page = pages_.find(id);
      if (page == pages_.end()) continue;
      FigureLine& of = line(figures_.pages, {id, page->second.title});
      if (shown && hidden_weeks_.contains(kind)) of.of[kind] = {sum.n, {}};
    }
  }

  // Polls are told by choice alone. What all polls have together is public.
  void collect_polls() {
    std::map<std::string, std::map<std::string, std::int64_t>> sums;
    for (const stats::Row& row : rows_)
      if (row.count.kind == CountKind::kPollAnswer && polls_.contains(row.count.page))
        sums[row.count.page][row.count.choice] += row.n;
    std::vector<std::int64_t> totals;
    std::int64_t of_unknown = 0;
    for (const auto& [id, choices] : sums) {
      totals.push_back(0);
      for (const auto& [choice, n] : choices) totals.back() += n;
    }
    for (const stats::Row& row : rows_)
      if (row.count.kind == CountKind::kPollAnswer && !polls_.contains(row.count.page)) of_unknown += row.n;
    totals.push_back(of_unknown);
    const auto hidden_polls = stats::withhold_parts(totals);
    std::size_t p = 0;
    for (const auto& [id, choices] : sums) {
      const PollSource& source = *polls_.at(id);
      FigurePoll poll{id, source.question.text, std::nullopt, {}};
      if (hidden_polls && !(*hidden_polls)[p]) poll.total = totals[p];
      ++p;
      std::vector<std::int64_t> answers;
      std::int64_t others = 0;
      for (const auto& [choice, n] : choices) others += n;
      for (const PollSource::Choice& choice : source.choices) {
        const auto found = choices.find(choice.id);
        answers.push_back(found == choices.end() ? 0 : found->second);
        others -= answers.back();
      }
      answers.push_back(others);  // to choices that the poll no longer has
      const auto hidden = stats::withhold_parts(answers);
      for (std::size_t c = 0; c < source.choices.size(); ++c)
        poll.choices.emplace_back(source.choices[c].text.text,
                                  poll.total && hidden && !(*hidden)[c] ? Shown(answers[c]) : Shown());
      figures_.polls.push_back(std::move(poll));
    }
  }

  const std::vector<stats::Row>& rows_;
  const Sources& sources_;
  std::map<std::string, PageFacts> pages_;
  std::map<std::string, std::string> topics_, languages_;
  std::map<std::string, const PollSource*> polls_;
  std::map<CountKind, std::vector<bool>> hidden_weeks_;
  sys_days first_;
  Figures figures_;
};

}  // namespace

Shown FigureLine::shown(CountKind kind, std::optional<std::size_t> week) const {
  const auto found = of.find(kind);
  if (found == of.end()) return std::nullopt;
  return week ? found->second.weeks.at(*week) : found->second.total;
}

std::optional<int> FigureLine::satisfaction(std::optional<std::size_t> week) const {
  const Shown good = shown(CountKind::kGood, week), middle = shown(CountKind::kMiddle, week),
              bad = shown(CountKind::kBad, week);
  if (!good || !middle || !bad || *good + *middle + *bad == 0) return std::nullopt;
  const std::int64_t answers = *good + *middle + *bad;
  return static_cast<int>((100 * *good + answers / 2) / answers);
}

Result<Figures> collect_figures(const std::vector<stats::Row>& rows, const Sources& sources,
                                std::string_view language) {
  return Collector(rows, sources, language).run();
}

}  // namespace kiosk::tool
