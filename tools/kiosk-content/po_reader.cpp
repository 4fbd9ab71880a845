#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "po.h"

namespace kiosk::tool {
namespace {

constexpr std::array<std::string_view, 4> kKeywords = {"msgctxt", "msgid", "msgid_plural", "msgstr"};

// Which string of the unit a quoted line goes on with.
enum class Field { kNone, kContext, kId, kPlural, kString, kPreviousContext, kPreviousId, kPreviousPlural };

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

class PoReader {
 public:
  PoReader(std::string_view text, std::string_view path, DiagnosticSink& sink)
      : text_(text), path_(path), sink_(sink) {}

  PoFile read() {
    const std::size_t mark = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::size_t start = mark; start < text_.size();) {
      std::size_t end = text_.find('\n', start);
      if (end == std::string_view::npos) end = text_.size();
      ++line_number_;
      line_ = text_.substr(start, end - start);
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      read_line();
      // The line may have closed the unit before: it is of the one that is open now.
      if (!has_begun_ && line_.find_first_not_of(" \t") != std::string_view::npos) {
        entry_.begin_utf8 = static_cast<std::uint32_t>(start);
        has_begun_ = true;
      }
      start = end + 1;
    }
    finish();
    file_.trailing_comments = std::move(loose_comments_);
    check_header();
    return std::move(file_);
  }

 private:
  void error(std::string_view check, std::size_t offset, std::string message, std::string hint) {
    Diagnostic d;
    d.check = check;
    d.at = {std::string(path_), line_number_, static_cast<int>(count_characters(line_.substr(0, offset))) + 1};
    d.message = std::move(message);
    d.hint = std::move(hint);
    if (check != "encoding") d.source_line = line_;
    sink_.add(std::move(d));
    entry_.damaged = true;
  }

  void read_line() {
    const std::size_t first = line_.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
      if (entry_.damaged && seen_id_) finish();  // what comes after the gap is read afresh
      return;
    }
    const std::size_t bad = find_invalid_utf8(line_);
    const bool comment = line_[first] == '#';
    if (comment && line_.substr(first).starts_with("#~")) return read_obsolete(first + 2);
    // A comment after msgstr belongs to the next unit.
    if (comment && seen_string_) finish();
    if (bad != std::string_view::npos)
      error("encoding", bad, "invalid UTF-8", "save the file as UTF-8, or write this unit anew");
    if (comment)
      read_comment(first);
    else
      read_text(first, false, false);
  }

  void read_comment(std::size_t first) {
    const std::string_view rest = line_.substr(first + 1);
    const char kind = rest.empty() ? ' ' : rest.front();
    if (kind == '|') return read_text(first + 2, false, true);
    loose_comments_.emplace_back(line_);
    if (kind == '.') {
      entry_.extracted.emplace_back(rest.substr(1));
    } else if (kind == ':') {
      read_words(rest.substr(1), entry_.references);
    } else if (kind == ',') {
      read_flags(rest.substr(1));
    } else {
      entry_.comments.emplace_back(rest);
    }
  }

  void read_words(std::string_view words, std::vector<std::string>& out) {
    // A file name with spaces stands between U+2068 and U+2069 (gettext 0.19.7 and later).
    std::string word;
    bool isolated = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words.substr(i).starts_with("\u2068")) isolated = true;
      if (words.substr(i).starts_with("\u2069")) isolated = false;
      if (!isolated && (words[i] == ' ' || words[i] == '\t')) {
        if (!word.empty()) out.push_back(std::move(word));
        word.clear();
      } else {
        word += words[i];
      }
    }
    if (!word.empty()) out.push_back(std::move(word));
  }

  void read_flags(std::string_view flags) {
    while (!flags.empty()) {
      const std::size_t comma = flags.find(',');
      const std::string_view flag = trimmed(flags.substr(0, comma));
      if (!flag.empty()) entry_.flags.emplace_back(flag);
      flags = comma == std::string_view::npos ? std::string_view() : flags.substr(comma + 1);
    }
  }

  void read_obsolete(std::size_t offset) {
    const bool previous = line_.substr(offset).starts_with('|');
    if (previous) ++offset;
    offset = std::min(line_.find_first_not_of(" \t", offset), line_.size());
    if (previous && seen_string_) finish();
    const std::size_t bad = find_invalid_utf8(line_);
    const bool is_text = offset < line_.size() && line_[offset] != '#';
    if (!is_text) {  // an old comment inside an obsolete unit, or "#~" alone
      if (seen_string_) finish();
      entry_.comments.push_back(" " + std::string(trimmed(line_.substr(offset))));
      return;
    }
    if (bad != std::string_view::npos)
      error("encoding", bad, "invalid UTF-8", "save the file as UTF-8, or write this unit anew");
    read_text(offset, true, previous);
  }

  // A line with a keyword and a string, or a string alone that goes on with the field before.
  void read_text(std::size_t offset, bool obsolete, bool previous) {
    offset = std::min(line_.find_first_not_of(" \t", offset), line_.size());
    if (offset == line_.size()) return;
    if (line_[offset] != '"') {
      const std::size_t word_end = std::min(line_.find_first_of(" \t\"[", offset), line_.size());
      const std::string word(line_.substr(offset, word_end - offset));
      std::size_t index = 0;
      std::size_t next = word_end;
      if (word == "msgstr" && next < line_.size() && line_[next] == '[' && !read_index(next, index)) return;
      if (!open_field(word, offset, index, obsolete, previous)) return;
      offset = std::min(line_.find_first_not_of(" \t", next), line_.size());
      if (offset == line_.size() || line_[offset] != '"') {
        error("syntax", offset, "expected '\"' after '" + word + "'", "put the text between double quotes");
        return;
      }
      if (field_ == Field::kString && index == 0) {
        entry_.string_line = line_number_;
        entry_.string_column = static_cast<int>(count_characters(line_.substr(0, offset))) + 2;
      }
    } else if (field_ == Field::kNone) {
      if (!entry_.damaged)
        error("syntax", offset, "a text without a keyword", "begin the unit with msgctxt, msgid or msgstr");
      return;
    } else if (field_ == Field::kString) {
      entry_.string_one_line = false;
    }
    read_string(offset);
  }

  bool read_index(std::size_t& next, std::size_t& index) {
    const std::size_t close = line_.find(']', next);
    const std::string digits(line_.substr(next + 1, close == std::string_view::npos ? 0 : close - next - 1));
    const bool number =
        !digits.empty() && digits.size() < 3 && digits.find_first_not_of("0123456789") == std::string::npos;
    if (!number) {
      error("syntax", next, "expected a number in 'msgstr[…]'", "plural forms are msgstr[0], msgstr[1] and so on");
      return false;
    }
    index = static_cast<std::size_t>(std::stoi(digits));
    next = close + 1;
    return true;
  }

  // Makes the keyword's field the current one; begins a new unit where the keyword says so.
  bool open_field(const std::string& word, std::size_t offset, std::size_t index, bool obsolete, bool previous) {
    field_ = Field::kNone;
    if (std::find(kKeywords.begin(), kKeywords.end(), word) == kKeywords.end()) {
      const std::string near = nearest(word, {kKeywords.begin(), kKeywords.end()});
      error("syntax", offset, "unknown keyword '" + word + "'",
            near.empty() ? "a unit is msgctxt, msgid and msgstr" : "did you mean '" + near + "'?");
      return false;
    }
    if (previous) {
      if (seen_string_) finish();
      if (word == "msgstr") {
        error("syntax", offset, "'msgstr' among the previous texts",
              "only msgctxt, msgid and msgid_plural may follow '#|'");
        return false;
      }
      field_ = word == "msgctxt" ? Field::kPreviousContext
               : word == "msgid" ? Field::kPreviousId
                                 : Field::kPreviousPlural;
      target() = "";
      return true;
    }
    const bool complete = seen_string_ || (entry_.damaged && seen_id_);
    if (complete && (word == "msgctxt" || word == "msgid")) finish();
    if (word == "msgctxt") {
      if (entry_.context || seen_id_) return misplaced(word, offset);
      field_ = Field::kContext;
      entry_.context = "";
      entry_.line = line_number_;
    } else if (word == "msgid") {
      if (seen_id_) return misplaced(word, offset);
      field_ = Field::kId;
      seen_id_ = true;
      entry_.line = line_number_;
    } else if (word == "msgid_plural") {
      if (!seen_id_ || entry_.plural || seen_string_) return misplaced(word, offset);
      field_ = Field::kPlural;
      entry_.plural = "";
    } else {
      if (!seen_id_ || index != entry_.strings.size()) return misplaced(word, offset);
      field_ = Field::kString;
      seen_string_ = true;
      entry_.strings.emplace_back();
    }
    entry_.obsolete = obsolete;
    loose_comments_.clear();
    return true;
  }

  bool misplaced(const std::string& word, std::size_t offset) {
    error("syntax", offset, "unexpected '" + word + "'",
          "a unit is msgctxt, msgid and msgstr, once each and in that order");
    return false;
  }

  std::string& target() {
    const auto value = [](auto& text) -> std::string& {
      if (!text) text.emplace();
      return *text;
    };
    switch (field_) {
      case Field::kContext:
        return value(entry_.context);
      case Field::kPlural:
        return value(entry_.plural);
      case Field::kString:
        return entry_.strings.back();
      case Field::kPreviousContext:
        return value(entry_.previous_context);
      case Field::kPreviousId:
        return value(entry_.previous_id);
      case Field::kPreviousPlural:
        return value(entry_.previous_plural);
      case Field::kId:
      case Field::kNone:
        break;
    }
    return entry_.id;
  }

  void read_string(std::size_t quote) {
    std::string& out = target();
    std::size_t i = quote + 1;
    for (; i < line_.size() && line_[i] != '"'; ++i) {
      if (line_[i] != '\\') {
        out += line_[i];
        continue;
      }
      const std::size_t escape = i;
      if (!read_escape(i, out))
        error("syntax", escape, "unknown escape '" + std::string(line_.substr(escape, 2)) + "'",
              "write a backslash as '\\\\'; only \\n, \\t, \\\" and \\\\ are needed");
    }
    if (i >= line_.size()) {
      error("syntax", quote, "the text has no closing '\"'",
            "close it on the same line; write a quote inside it as '\\\"'");
      return;
    }
    const std::size_t rest = line_.find_first_not_of(" \t", i + 1);
    if (rest != std::string_view::npos)
      error("syntax", rest, "unexpected text after the closing '\"'", "write a quote inside the text as '\\\"'");
  }

  // `i` stands on the backslash and is left on the escape's last byte.
  bool read_escape(std::size_t& i, std::string& out) {
    if (i + 1 >= line_.size()) return false;
    const char c = line_[++i];
    constexpr std::string_view kNames = "abfnrtv\\\"";
    constexpr std::string_view kValues = "\a\b\f\n\r\t\v\\\"";
    const std::size_t known = kNames.find(c);
    if (known == std::string_view::npos) return false;
    out += kValues[known];
    return true;
  }

  void finish() {
    const bool begun = seen_id_ || entry_.context;
    if (begun) {
      // Two obsolete units may be equal: they are shown to nobody, and foreign tools write them.
      const bool fresh = entry_.obsolete || seen_.insert({entry_.context.value_or("\x04"), entry_.id}).second;
      if (!entry_.damaged && !seen_string_)
        unit_error("syntax", "the unit has no msgstr", "add msgstr \"\" after its msgid");
      else if (!entry_.damaged && !fresh)
        unit_error("duplicate-id",
                   "the unit '" + entry_.context.value_or("") + "' with '" + entry_.id + "' occurs twice",
                   "keep the better translation and delete the other unit");
      file_.entries.push_back(std::move(entry_));
    } else if (!loose_comments_.empty()) {
      return;  // comments at the end of the file, or before a unit still to come
    }
    entry_ = {};
    field_ = Field::kNone;
    seen_id_ = seen_string_ = has_begun_ = false;
  }

  void unit_error(std::string_view check, std::string message, std::string hint) {
    sink_.error(check, {std::string(path_), entry_.line, 1}, std::move(message), std::move(hint));
    entry_.damaged = true;
  }

  void check_header() {
    if (file_.entries.empty() || !file_.entries.front().is_header()) return;
    const PoEntry& header = file_.entries.front();
    std::string text = header.text();
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::size_t charset = text.find("charset=");
    if (charset == std::string::npos || text.compare(charset + 8, 5, "utf-8") == 0) return;
    sink_.error("encoding", {std::string(path_), header.line, 1}, "the header names another character set than UTF-8",
                "save the file as UTF-8 and write charset=UTF-8");
  }

  std::string_view text_, path_, line_;
  DiagnosticSink& sink_;
  PoFile file_;
  PoEntry entry_;
  Field field_ = Field::kNone;
  bool seen_id_ = false, seen_string_ = false, has_begun_ = false;
  int line_number_ = 0;
  std::vector<std::string> loose_comments_;  // lines since the last unit, in case none follows
  std::set<std::pair<std::string, std::string>> seen_;
};

}  // namespace

PoFile read_po(std::string_view text, std::string_view path, DiagnosticSink& sink) {
  return PoReader(text, path, sink).read();
}

}  // namespace kiosk::tool
