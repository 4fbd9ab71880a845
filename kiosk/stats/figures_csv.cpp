#include "stats/figures.h"
#include "stats/figures_words.h"

namespace kiosk::stats {

namespace {

// A spreadsheet takes a text that begins so for a formula.
std::string csv_text(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, "'");
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

class Table {
 public:
  Table(const Figures& figures, std::string_view language) : figures_(figures), language_(language) {}

  std::string write() {
    out_ = "\xEF\xBB\xBF" + say("by") + ";" + say("title") + ";" + say("week") + ";" + say("kind") + ";" + say("count");
    FigureLine all = figures_.all;
    all.title = say("all");
    lines("all", {all});
    lines("board", figures_.boards);
    lines("topic", figures_.topics);
    lines("language", figures_.languages);
    lines("page", figures_.pages);
    for (const FigurePoll& poll : figures_.polls)
      for (const auto& [text, n] : poll.choices) row("poll", poll.question + ": " + text, "", "poll", n);
    return out_ + "\r\n";
  }

 private:
  std::string say(std::string_view english) const { return figures_word(english, language_); }

  void row(const char* by, const std::string& title, const std::string& week, const char* kind, const Shown& n) {
    out_ +=
        "\r\n" + say(by) + ";" + csv_text(title) + ";" + week + ";" + say(kind) + ";" + (n ? std::to_string(*n) : "..");
  }

  // Of a series by four weeks the first week stands for them.
  void series(const char* by, const std::string& title, const char* kind, const Series& of, std::size_t weeks_each) {
    row(by, title, "", kind, of.total);
    for (std::size_t p = 0; p < of.parts.size(); ++p) row(by, title, figures_.weeks[p * weeks_each], kind, of.parts[p]);
  }

  void lines(const char* by, const std::vector<FigureLine>& lines) {
    for (const FigureLine& line : lines) {
      const std::string title = line.title.empty() ? say("other") : line.title;
      for (const auto& [kind, of] : line.of) {
        const bool face = kind == CountKind::kGood || kind == CountKind::kMiddle || kind == CountKind::kBad;
        series(by, title, to_string(kind), of, face ? Figures::kWeeksTogether : 1);
      }
      if (line.answers.total) series(by, title, "answers", line.answers, Figures::kWeeksTogether);
    }
  }

  const Figures& figures_;
  std::string_view language_;
  std::string out_;
};

}  // namespace

std::string figures_csv(const Figures& figures, std::string_view language) { return Table(figures, language).write(); }

}  // namespace kiosk::stats
