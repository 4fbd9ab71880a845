#include "inline_markup.h"

#include <algorithm>

namespace kiosk::tool {
namespace {

bool lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool letter_or_digit(char c) {
  return lower_or_digit(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

class InlineParser {
 public:
  explicit InlineParser(std::string_view text) : text_(text) {}

  Inline parse() {
    while (at_ < text_.size()) step();
    flush();
    if (bold_) fault("tag", bold_at_, "'**' is not closed", "write '**' on both sides of the word");
    if (in_link_) fault("link", link_at_, "a link without its page", "write a link as [text](page:topic/page)");
    return std::move(out_);
  }

 private:
  bool next(std::string_view expected) const { return text_.substr(at_).starts_with(expected); }
  char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }
  char after(std::size_t n = 1) const { return at_ + n < text_.size() ? text_[at_ + n] : ' '; }

  void step() {
    const char c = text_[at_];
    if (next("**")) return toggle_bold();
    switch (c) {
      case '{':
        return read_fact();
      case '}':
        return stray("placeholder", "a stray '}'", "a fact is written {name}");
      case '[':
        return open_link();
      case ']':
        return close_link();
      case '*':
        return stray("tag", "'*' is not allowed",
                     "write '**' on both sides of a word that matters; lists begin with '- '");
      case '`':
        return stray("tag", "'`' is not allowed", "write the word without it");
      case '\\':
        return stray("tag", "'\\' is not allowed", "write the character itself");
      case '<':
        if (letter_or_digit(after()) || after() == '/' || after() == '!')
          return stray("tag", "HTML is not allowed", "take the '<…>' away");
        return keep();
      case '&':
        if (entity()) return stray("tag", "HTML is not allowed", "write the character itself, not '&…;'");
        return keep();
      case '_':
        if (!letter_or_digit(before()) && letter_or_digit(after()))
          return stray("tag", "italics are not allowed", "take the '_' away");
        return keep();
      default:
        return keep();
    }
  }

  bool entity() const {
    const std::size_t end = text_.find(';', at_);
    if (end == std::string_view::npos || end == at_ + 1 || end > at_ + 10) return false;
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    return std::all_of(name.begin(), name.end(), [](char c) { return c == '#' || letter_or_digit(c); });
  }

  void keep() {
    if (words_.empty()) words_at_ = at_;
    words_ += text_[at_++];
  }

  void stray(std::string check, std::string message, std::string hint) {
    fault(std::move(check), at_, std::move(message), std::move(hint));
    keep();
  }

  void fault(std::string check, std::size_t offset, std::string message, std::string hint) {
    out_.faults.push_back({std::move(check), offset, std::move(message), std::move(hint)});
  }

  void flush() {
    if (words_.empty()) return;
    out_.parts.push_back({InlinePart::Kind::kText, std::move(words_), bold_, {}, words_at_});
    words_.clear();
  }

  void toggle_bold() {
    flush();
    if (!bold_) bold_at_ = at_;
    bold_ = !bold_;
    at_ += 2;
  }

  void read_fact() {
    const std::size_t close = text_.find('}', at_);
    const std::string_view name =
        close == std::string_view::npos ? std::string_view() : text_.substr(at_ + 1, close - at_ - 1);
    const bool named =
        !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return lower_or_digit(c) || c == '_'; });
    if (!named)
      return stray("placeholder", "a '{' that names no fact",
                   "a fact is written {name}, in small letters, digits and '_'");
    flush();
    out_.parts.push_back({InlinePart::Kind::kFact, std::string(name), bold_, {}, at_});
    at_ = close + 1;
  }

  void open_link() {
    if (in_link_ || before() == '!')
      return stray("link", in_link_ ? "a link inside a link" : "an image is not allowed here",
                   "write a link as [text](page:topic/page)");
    flush();
    in_link_ = true;
    link_at_ = at_++;
    link_parts_ = out_.parts.size();
  }

  void close_link() {
    const std::size_t close = text_.find(')', at_);
    if (!in_link_ || !next("](") || close == std::string_view::npos)
      return stray("link", "a stray ']'", "write a link as [text](page:topic/page)");
    flush();
    in_link_ = false;
    const std::string_view target = text_.substr(at_ + 2, close - at_ - 2);
    const std::string_view page = target.starts_with("page:") ? target.substr(5) : std::string_view();
    if (page.empty()) {
      fault("link", at_ + 2, "a link to '" + std::string(target) + "'",
            "link to a page as (page:topic/page); a web address is a fact, as {web_1177}");
    } else if (link_parts_ == out_.parts.size()) {
      fault("link", link_at_, "a link without words", "write a link as [text](page:topic/page)");
    }
    for (std::size_t i = link_parts_; i < out_.parts.size(); ++i) out_.parts[i].link = page;
    at_ = close + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Inline out_;
  std::string words_;
  std::size_t words_at_ = 0;
  bool bold_ = false, in_link_ = false;
  std::size_t bold_at_ = 0, link_at_ = 0, link_parts_ = 0;
};

}  // namespace

Inline parse_inline(std::string_view sentence) { return InlineParser(sentence).parse(); }

std::vector<std::string> Inline::facts() const {
  std::vector<std::string> names;
  for (const InlinePart& part : parts)
    if (part.kind == InlinePart::Kind::kFact) names.push_back(part.text);
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> Inline::links() const {
  std::vector<std::string> pages;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (!parts[i].link.empty() && (i == 0 || parts[i - 1].link != parts[i].link)) pages.push_back(parts[i].link);
  std::sort(pages.begin(), pages.end());
  return pages;
}

int Inline::bold_spans() const {
  int spans = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) spans += parts[i].bold && (i == 0 || !parts[i - 1].bold);
  return spans;
}

std::string Inline::plain() const {
  std::string out;
  for (const InlinePart& part : parts) out += part.kind == InlinePart::Kind::kFact ? "{" + part.text + "}" : part.text;
  return out;
}

}  // namespace kiosk::tool
