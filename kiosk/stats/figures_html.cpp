#include <algorithm>

#include "base/html_page.h"
#include "stats/figures.h"
#include "stats/figures_words.h"

namespace kiosk::stats {

namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --head: #f0f0ee; --rule: #c8c8c8; --use: #2a6496; --good: #a8490b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #161616; --head: #2a2a2a; --rule: #555; --use: #7db8e8; --good: #f0a060; }
}
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --head: #eee; --rule: #999; } tr, figure { break-inside: avoid; } }
body { color: var(--ink); background: var(--paper); }
th { background: var(--head); } th, td { border-color: var(--rule); }
.scroll { overflow-x: auto; }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 32em), 1fr)); gap: 1em; }
figure { margin: 1em 0; } figcaption { font-weight: 600; }
svg { width: 100%; max-width: 60em; height: auto; }
svg text { fill: var(--ink); font-size: 12px; }
.axis { stroke: var(--rule); } .use { fill: var(--use); }
.line { fill: none; stroke: var(--good); stroke-width: 2; } .point { fill: var(--good); }
.key-use { color: var(--use); } .key-good { color: var(--good); }
)";

// Two panels over the same weeks: bars of use, a line of satisfaction with a gap where four weeks are not told.
class Plot {
 public:
  Plot(const std::vector<std::string>& weeks, const FigureLine& of, std::string name)
      : weeks_(weeks), of_(of), name_(std::move(name)) {}

  std::string write() {
    out_ = "<svg role=\"img\" viewBox=\"0 0 " + number(kWidth) + " " + number(kHeight) + "\" aria-label=\"" +
           escaped(name_) + "\">\n";
    bars();
    satisfaction();
    for (std::size_t w = 0; w < weeks_.size(); w += std::max<std::size_t>(1, weeks_.size() / 4))
      text(x_of(w), kHeight - 4, weeks_[w]);
    return out_ + "</svg>\n";
  }

 private:
  static constexpr double kWidth = 640, kHeight = 220, kStart = 48, kEnd = 636, kTop = 16, kUse = 110, kGoodTop = 130,
                          kGood = 195;

  static std::string number(double n) {
    const auto tenths = static_cast<long long>(n * 10 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  }
  double step() const { return (kEnd - kStart) / static_cast<double>(std::max<std::size_t>(1, weeks_.size())); }
  double x_of(std::size_t week) const { return kStart + step() * static_cast<double>(week); }

  void text(double x, double y, const std::string& what) {
    out_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\">" + escaped(what) + "</text>\n";
  }
  void axis(double y) {
    out_ += "<line class=\"axis\" x1=\"" + number(kStart) + "\" x2=\"" + number(kEnd) + "\" y1=\"" + number(y) +
            "\" y2=\"" + number(y) + "\" />\n";
  }

  void bars() {
    std::int64_t most = 0;
    for (std::size_t w = 0; w < weeks_.size(); ++w) most = std::max(most, of_.shown(CountKind::kOpen, w).value_or(0));
    axis(kUse);
    text(2, kTop + 4, std::to_string(most));
    text(2, kUse, "0");
    for (std::size_t w = 0; w < weeks_.size(); ++w) {
      const Shown n = of_.shown(CountKind::kOpen, w);
      if (!n || most == 0) continue;
      const double height = (kUse - kTop) * static_cast<double>(*n) / static_cast<double>(most);
      out_ += "<rect class=\"use\" x=\"" + number(x_of(w)) + "\" y=\"" + number(kUse - height) + "\" width=\"" +
              number(step() * 0.8) + "\" height=\"" + number(height) + "\"><title>" + escaped(weeks_[w]) + ": " +
              std::to_string(*n) + "</title></rect>\n";
    }
  }

  void satisfaction() {
    axis(kGood);
    text(2, kGoodTop + 4, "100 %");
    text(2, kGood, "0 %");
    std::string points, dots;
    const auto end_of_line = [&] {
      if (!points.empty()) out_ += "<polyline class=\"line\" points=\"" + points + "\" />\n";
      points.clear();
    };
    for (std::size_t p = 0; p < of_.satisfied.size(); ++p) {
      const std::optional<int> good = of_.satisfied[p];
      const double week = static_cast<double>(p * Figures::kWeeksTogether), half = Figures::kWeeksTogether / 2.0;
      if (!good) {
        end_of_line();
        continue;
      }
      const std::string x = number(kStart + step() * (week + half)),
                        y = number(kGood - (kGood - kGoodTop) * *good / 100);
      points += (points.empty() ? "" : " ") + x + "," + y;
      dots += "<circle class=\"point\" cx=\"" + x + "\" cy=\"" + y + "\" r=\"2.5\"><title>" +
              escaped(weeks_[p * Figures::kWeeksTogether]) + ": " + std::to_string(*good) + " %</title></circle>\n";
    }
    end_of_line();
    out_ += dots;
  }

  const std::vector<std::string>& weeks_;
  const FigureLine& of_;
  std::string name_;
  std::string out_;
};

class Report {
 public:
  Report(const Figures& figures, std::string_view language) : figures_(figures), language_(language) {}

  std::string write() {
    out_ = html_head(say("How the kiosks are used"), language_, kStyle);
    paragraph(figures_.from + " – " + figures_.to);
    std::string stores;
    for (const std::string& store : figures_.stores) stores += (stores.empty() ? "" : ", ") + store;
    paragraph(say("Counts of these kiosks, added up:") + " " + stores);
    paragraph(
        say("A number under 5 is not shown, so that nobody can be recognised; nor are others from which it could be "
            "worked out. Then two dots (..) stand there. Sums count only what is shown.") +
        " " +
        say("Do not compare reports of different groups of kiosks: the difference could give small numbers away."));
    if (figures_.weeks.empty()) {
      paragraph(say("Nothing has been counted in this time."));
      return out_ + kHtmlEnd;
    }
    heading("The whole time");
    FigureLine all = figures_.all;
    all.title = say("all");
    out_ += "<p><span class=\"key-use\">■</span> " + escaped(say("pages opened, by week")) +
            " &#160; <span class=\"key-good\">●</span> " +
            escaped(say("satisfied: good in per cent of all answers, by four weeks")) + "</p>\n";
    plots("all", {all});
    table("all", "", {all}, kOverall);
    part("boards", "By board", "board", figures_.boards, kOfPages);
    part("topics", "By topic", "topic", figures_.topics, kOfPages);
    part("languages", "By language", "language", figures_.languages, kOfLanguages);
    heading("By page");
    table("pages", "page", figures_.pages, kOfOnePage);
    polls();
    heading("By week");
    weeks(all);
    return out_ + kHtmlEnd;
  }

 private:
  struct Columns {
    std::vector<CountKind> kinds;
    bool satisfied;
  };
  static inline const Columns kOfPages{
      {CountKind::kOpen, CountKind::kReadAloud, CountKind::kGood, CountKind::kMiddle, CountKind::kBad}, true};
  static inline const Columns kOfLanguages{
      {CountKind::kOpen, CountKind::kReadAloud, CountKind::kSearchWithoutResult, CountKind::kLanguageMissing}, false};
  static inline const Columns kOverall{{CountKind::kOpen, CountKind::kReadAloud, CountKind::kGood, CountKind::kMiddle,
                                        CountKind::kBad, CountKind::kSearchWithoutResult, CountKind::kLanguageMissing},
                                       true};
  static inline const Columns kOfOnePage{{CountKind::kOpen, CountKind::kReadAloud}, false};

  std::string say(std::string_view english) const { return figures_word(english, language_); }
  static std::string cell(const Shown& n) { return n ? std::to_string(*n) : ".."; }
  static std::string per_cent(const std::optional<int>& n) { return n ? std::to_string(*n) + " %" : ".."; }

  void paragraph(const std::string& text) { out_ += "<p>" + escaped(text) + "</p>\n"; }
  void heading(std::string_view english) { out_ += "<h2>" + escaped(say(english)) + "</h2>\n"; }
  void part(const char* id, const char* title, const char* of, const std::vector<FigureLine>& lines,
            const Columns& columns) {
    heading(title);
    table(id, of, lines, columns);
    plots(id, lines);
  }

  void plots(const char* id, const std::vector<FigureLine>& lines) {
    out_ += std::string("<div class=\"") + (lines.size() > 1 ? "plots" : "plot") + "\" id=\"plots-" + id + "\">\n";
    for (const FigureLine& line : lines) {
      if (line.shown(CountKind::kOpen).value_or(0) == 0) continue;
      out_ += "<figure><figcaption>" + escaped(line.title.empty() ? say("other") : line.title) + "</figcaption>\n" +
              Plot(figures_.weeks, line, line.title.empty() ? say("other") : line.title).write() + "</figure>\n";
    }
    out_ += "</div>\n";
  }

  void head(const char* id, const char* of, const Columns& columns) {
    out_ += std::string("<div class=\"scroll\"><table id=\"table-") + id + "\">\n<tr><th>" +
            (*of ? escaped(say(of)) : std::string()) + "</th>";
    for (const CountKind kind : columns.kinds) out_ += "<th>" + escaped(say(to_string(kind))) + "</th>";
    if (columns.satisfied) out_ += "<th>" + escaped(say("answers")) + "</th><th>" + escaped(say("satisfied")) + "</th>";
    out_ += "</tr>\n";
  }

  void row(const std::string& title, const FigureLine& line, const Columns& columns) {
    out_ += "<tr><td>" + escaped(title) + "</td>";
    for (const CountKind kind : columns.kinds)
      out_ += std::string("<td class=\"n\" data-kind=\"") + to_string(kind) + "\">" + cell(line.shown(kind)) + "</td>";
    if (columns.satisfied)
      out_ += "<td class=\"n\">" + cell(line.answers.total) + "</td><td class=\"n\">" + per_cent(line.satisfied_total) +
              "</td>";
    out_ += "</tr>\n";
  }

  void table(const char* id, const char* of, const std::vector<FigureLine>& lines, const Columns& columns) {
    head(id, of, columns);
    for (const FigureLine& line : lines) row(line.title.empty() ? say("other") : line.title, line, columns);
    out_ += "</table></div>\n";
  }

  void weeks(const FigureLine& all) {
    const Columns columns{
        {CountKind::kOpen, CountKind::kReadAloud, CountKind::kSearchWithoutResult, CountKind::kLanguageMissing}, false};
    head("weeks", "week", columns);
    for (std::size_t w = 0; w < figures_.weeks.size(); ++w) {
      FigureLine week;
      for (const CountKind kind : columns.kinds) week.of[kind] = {all.shown(kind, w), {}};
      row(figures_.weeks[w], week, columns);
    }
    out_ += "</table></div>\n";
  }

  void polls() {
    if (figures_.polls.empty()) return;
    heading("Questions to the residents");
    for (const FigurePoll& poll : figures_.polls) {
      out_ += "<h3>" + escaped(poll.question) + "</h3>\n<table class=\"poll\">\n";
      for (const auto& [text, n] : poll.choices)
        out_ += "<tr><td>" + escaped(text) + "</td><td class=\"n\">" + cell(n) + "</td></tr>\n";
      out_ += "<tr><th>" + escaped(say("all")) + "</th><td class=\"n\">" + cell(poll.total) + "</td></tr>\n</table>\n";
    }
  }

  const Figures& figures_;
  std::string_view language_;
  std::string out_;
};

}  // namespace

std::string figures_html(const Figures& figures, std::string_view language) {
  return Report(figures, language).write();
}

}  // namespace kiosk::stats
