#include "stats/figures.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>

#include "stats/disclosure.h"

namespace kiosk::stats {

namespace {

using std::chrono::sys_days;

constexpr std::size_t kMostWeeks = 530;
constexpr std::int64_t kMostOfOneRow = 1'000'000;  // of a day: ten taps a second
constexpr CountKind kWeekly[] = {CountKind::kOpen, CountKind::kReadAloud};
constexpr CountKind kFaces[] = {CountKind::kGood, CountKind::kMiddle, CountKind::kBad};
constexpr CountKind kOfNoPage[] = {CountKind::kSearchWithoutResult, CountKind::kLanguageMissing};

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

bool is_face(CountKind kind) { return std::find(std::begin(kFaces), std::end(kFaces), kind) != std::end(kFaces); }

void add_to(Series& series, std::size_t part, std::size_t parts, std::int64_t n) {
  series.parts.resize(parts);
  series.parts[part] = series.parts[part].value_or(0) + n;
  series.total = series.total.value_or(0) + n;
}

int per_cent(std::int64_t good, std::int64_t answers) { return static_cast<int>((100 * good + answers / 2) / answers); }

class Collector {
 public:
  Collector(const std::vector<Row>& rows, const Subjects& subjects) : rows_(rows), subjects_(subjects) {
    for (const auto& [id, page] : subjects.pages) groups_[page.board].insert(page.topic);
    groups_[""].insert("");
    for (const auto& [id, title] : subjects.topics) groups_[""].insert(id);
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
    for (const Row& row : rows_)
      if (row.n > kMostOfOneRow) return fail("no kiosk counts " + std::to_string(row.n) + " of one thing in a day");
    for (const CountKind kind : kWeekly) {
      by_board(kind);
      by_language(kind);
    }
    for (const CountKind kind : kOfNoPage) by_language(kind);
    faces();
    polls();
    sort();
    return figures_;
  }

 private:
  // Where a row belongs; "" is "other".
  struct Subject {
    std::string_view page, board, topic;
  };
  Subject subject_of(const Row& row) const {
    const std::string& id = row.count.page;
    if (id.starts_with(kTopicPrefix)) {
      const auto topic = subjects_.topics.find(std::string_view(id).substr(kTopicPrefix.size()));
      return {"", "", topic == subjects_.topics.end() ? "" : std::string_view(topic->first)};
    }
    const auto page = subjects_.pages.find(id);
    if (page == subjects_.pages.end()) return {};
    return {page->first, page->second.board, page->second.topic};
  }

  std::size_t week_of(const Row& row) const {
    return static_cast<std::size_t>((monday_of(day_of(row.day)) - first_).count() / 7);
  }

  static FigureLine& line(std::vector<FigureLine>& lines, std::string_view id, std::string_view title) {
    const auto at = std::find_if(lines.begin(), lines.end(), [&](const FigureLine& l) { return l.id == id; });
    if (at != lines.end()) return *at;
    lines.push_back({std::string(id), std::string(title), {}, {}, {}, {}});
    return lines.back();
  }
  FigureLine& board(std::string_view id) { return line(figures_.boards, id, id); }
  FigureLine& topic(std::string_view id) {
    const auto found = subjects_.topics.find(id);
    return line(figures_.topics, id, found == subjects_.topics.end() ? "" : found->second);
  }

  // All boards and topics that there are, with nothing counted yet.
  std::vector<Counted> boards_by(std::size_t parts) const {
    Counted none;
    for (const auto& [board, topics] : groups_)
      for (const std::string& topic : topics) add(none, {board, topic}, 0);
    return std::vector<Counted>(parts, none);
  }

  // Weeks, each with boards and their topics; then pages, over the weeks in which their topic is told.
  void by_board(CountKind kind) {
    const std::size_t weeks = figures_.weeks.size();
    std::vector<Counted> of_week = boards_by(weeks);
    for (const Row& row : rows_) {
      if (row.count.kind != kind) continue;
      const Subject subject = subject_of(row);
      add(of_week[week_of(row)], {subject.board, subject.topic}, row.n);
    }
    for (std::size_t w = 0; w < weeks; ++w) {
      disclose(of_week[w]);
      if (of_week[w].shown) add_to(figures_.all.of[kind], w, weeks, of_week[w].n);
      for (const Counted& b : of_week[w].parts) {
        if (b.shown) add_to(board(b.id).of[kind], w, weeks, b.n);
        for (const Counted& t : b.parts)
          if (t.shown) add_to(topic(t.id).of[kind], w, weeks, t.n);
      }
    }
    by_page(kind, of_week);
  }

  void by_page(CountKind kind, std::vector<Counted>& of_week) {
    std::map<std::pair<std::string_view, std::string_view>, Counted> of_topic;
    for (const auto& [id, page] : subjects_.pages) add(of_topic[{page.board, page.topic}], {id}, 0);
    for (const Row& row : rows_) {
      if (row.count.kind != kind) continue;
      const Subject subject = subject_of(row);
      if (of_week[week_of(row)].part(subject.board).part(subject.topic).shown)
        add(of_topic[{subject.board, subject.topic}], {subject.page}, row.n);
    }
    for (auto& [key, pages] : of_topic) {
      disclose(pages);
      for (const Counted& page : pages.parts)
        if (page.shown && !page.id.empty())
          line(figures_.pages, page.id, subjects_.pages.find(page.id)->second.title).of[kind] = {page.n, {}};
    }
  }

  void by_language(CountKind kind) {
    const std::size_t weeks = figures_.weeks.size();
    Counted none;
    for (const auto& [tag, name] : subjects_.languages) add(none, {tag}, 0);
    std::vector<Counted> of_week(weeks, none);
    for (const Row& row : rows_) {
      if (row.count.kind != kind) continue;
      const auto language = subjects_.languages.find(row.count.language);
      add(of_week[week_of(row)], {language == subjects_.languages.end() ? "" : std::string_view(language->first)},
          row.n);
    }
    const bool is_counted_by_board = std::find(std::begin(kWeekly), std::end(kWeekly), kind) != std::end(kWeekly);
    for (std::size_t w = 0; w < weeks; ++w) {
      disclose(of_week[w]);
      if (of_week[w].shown && !is_counted_by_board) add_to(figures_.all.of[kind], w, weeks, of_week[w].n);
      for (const Counted& l : of_week[w].parts) {
        if (!l.shown) continue;
        const auto name = subjects_.languages.find(l.id);
        add_to(line(figures_.languages, l.id, name == subjects_.languages.end() ? "" : name->second).of[kind], w, weeks,
               l.n);
      }
    }
  }

  // Answers, each four weeks: boards, their topics, and of these the three faces. Everything told of answers is a sum
  // of these.
  void faces() {
    const std::size_t parts = (figures_.weeks.size() + Figures::kWeeksTogether - 1) / Figures::kWeeksTogether;
    std::vector<Counted> of_part = boards_by(parts);
    for (Counted& part : of_part)
      for (Counted& b : part.parts)
        for (Counted& t : b.parts)
          for (const CountKind face : kFaces) add(t, {to_string(face)}, 0);
    for (const Row& row : rows_) {
      if (!is_face(row.count.kind)) continue;
      const Subject subject = subject_of(row);
      add(of_part[week_of(row) / Figures::kWeeksTogether], {subject.board, subject.topic, to_string(row.count.kind)},
          row.n);
    }
    for (std::size_t p = 0; p < parts; ++p) {
      disclose(of_part[p]);
      if (of_part[p].shown) add_to(figures_.all.answers, p, parts, of_part[p].n);
      for (const Counted& b : of_part[p].parts) {
        if (b.shown) add_to(board(b.id).answers, p, parts, b.n);
        for (const Counted& t : b.parts) {
          if (!t.shown) continue;
          topic(t.id);  // both made before their addresses are taken
          board(b.id);
          add_to(topic(t.id).answers, p, parts, t.n);
          for (const Counted& face : t.parts) {
            CountKind kind{};
            if (!face.shown || !parse_kind(face.id, kind)) continue;
            for (FigureLine* of : {&figures_.all, &board(b.id), &topic(t.id)}) add_to(of->of[kind], p, parts, face.n);
            if (kind == CountKind::kGood) goodness_.push_back({b.id, t.id, p, face.n, t.n});
          }
        }
      }
    }
    satisfaction(figures_.all, parts, [](const Goodness&) { return true; });
    for (FigureLine& of : figures_.boards) satisfaction(of, parts, [&](const Goodness& g) { return g.board == of.id; });
    for (FigureLine& of : figures_.topics) satisfaction(of, parts, [&](const Goodness& g) { return g.topic == of.id; });
  }

  struct Goodness {
    std::string board, topic;
    std::size_t part;
    std::int64_t good, answers;
  };

  template <class Belongs>
  void satisfaction(FigureLine& of, std::size_t parts, Belongs belongs) const {
    std::vector<std::pair<std::int64_t, std::int64_t>> sums(parts + 1);
    for (const Goodness& g : goodness_)
      if (belongs(g))
        for (const std::size_t at : {g.part, parts}) {
          sums[at].first += g.good;
          sums[at].second += g.answers;
        }
    of.satisfied.assign(parts, std::nullopt);
    for (std::size_t p = 0; p < parts; ++p)
      if (sums[p].second > 0) of.satisfied[p] = per_cent(sums[p].first, sums[p].second);
    if (sums[parts].second > 0) of.satisfied_total = per_cent(sums[parts].first, sums[parts].second);
  }

  void polls() {
    for (const auto& [id, poll] : subjects_.polls) {
      Counted answers;
      for (const auto& [choice, text] : poll.choices) add(answers, {choice}, 0);
      for (const Row& row : rows_)
        if (row.count.kind == CountKind::kPollAnswer && row.count.page == id) add(answers, {row.count.choice}, row.n);
      if (answers.n == 0) continue;
      disclose(answers);
      FigurePoll told{id, poll.question, answers.shown ? Shown(answers.n) : Shown(), {}};
      for (const auto& [choice, text] : poll.choices) {
        const Counted& part = answers.part(choice);
        told.choices.emplace_back(text, part.shown ? Shown(part.n) : Shown());
      }
      figures_.polls.push_back(std::move(told));
    }
  }

  void sort() {
    for (auto* lines : {&figures_.boards, &figures_.topics, &figures_.languages, &figures_.pages})
      std::sort(lines->begin(), lines->end(), [](const FigureLine& a, const FigureLine& b) {
        return std::tuple(a.title.empty(), a.title, a.id) < std::tuple(b.title.empty(), b.title, b.id);
      });
  }

  const std::vector<Row>& rows_;
  const Subjects& subjects_;
  std::map<std::string, std::set<std::string>> groups_;  // board -> its topics
  std::vector<Goodness> goodness_;
  sys_days first_;
  Figures figures_;
};

}  // namespace

Shown FigureLine::shown(CountKind kind, std::optional<std::size_t> part) const {
  const auto found = of.find(kind);
  if (found == of.end()) return std::nullopt;
  if (!part) return found->second.total;
  return *part < found->second.parts.size() ? found->second.parts[*part] : std::nullopt;
}

Result<Figures> collect_figures(const std::vector<Row>& rows, const Subjects& subjects) {
  return Collector(rows, subjects).run();
}

}  // namespace kiosk::stats
