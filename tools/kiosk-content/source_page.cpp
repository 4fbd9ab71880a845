#include "source_page.h"

#include <cmark.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/utf8.h"
#include "content/tree_reader.h"
#include "front_matter.h"
#include "i18n/character.h"
#include "inline_markup.h"
#include "page_lines.h"

namespace kiosk::tool {
namespace {

using content::BlockKind;

constexpr const char* kBlockHint =
    "use a paragraph, a list ('- '), steps ('1. '), a call-out ('> ') or a heading ('## ')";

bool is_block_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string id_of_path(std::string_view path) {
  const std::size_t pages = path.rfind("/pages/");
  std::string id(pages == std::string_view::npos ? path : path.substr(pages + 7));
  if (id.ends_with(".md")) id.resize(id.size() - 3);
  return id;
}

// Neither tabs nor line ends (LF, or CR before LF): cmark takes a CR alone for a line end, editors do not.
std::size_t find_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_end = text[i] == '\n' || (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n');
    if (static_cast<unsigned char>(text[i]) < 0x20 && text[i] != '\t' && !line_end) return i;
  }
  return std::string_view::npos;
}

// Where a sentence begins inside the line: a capital letter after an end mark. After a number or one letter the mark is
// an abbreviation's.
std::size_t second_sentence(std::string_view words) {
  for (std::size_t i = 2; i + 2 < words.size(); ++i) {
    const bool ends = words[i] == '.' || words[i] == '!' || words[i] == '?';
    if (!ends || words[i + 1] != ' ') continue;
    const std::string_view word = words.substr(words.rfind(' ', i) + 1, i - words.rfind(' ', i) - 1);
    const bool digit = words[i - 1] >= '0' && words[i - 1] <= '9';
    const bool abbreviation =
        words[i] == '.' && (digit || word.size() == 1 || word.find('.') != std::string_view::npos);
    const Decoded next = decode_utf8(words, i + 2);
    if (!abbreviation && i18n::is_upper_case(next.character)) return i + 2;
  }
  return std::string_view::npos;
}

class PageReader {
 public:
  PageReader(std::string_view text, std::string_view path, DiagnosticSink& sink)
      : text_(text), path_(path), sink_(sink), lines_(sort_lines(text)) {}

  SourcePage read() {
    page_.id = id_of_path(path_);
    page_.topic = page_.id.substr(0, page_.id.find('/'));
    if (const std::size_t bad = find_invalid_utf8(text_); bad != std::string_view::npos) {
      sink_.error("encoding", position_at(path_, text_, bad), "invalid UTF-8", "save the file as UTF-8");
      return std::move(page_);
    }
    if (const std::size_t control = find_control(text_); control != std::string_view::npos) {
      sink_.error("encoding", position_at(path_, text_, control), "a control character",
                  "delete it and write the line anew");
      return std::move(page_);
    }
    if (!content::is_content_id(page_.id) || page_.id.find('/') == std::string::npos)
      error("syntax", 1, 1, "'" + page_.id + "' is no page id",
            "name the topic's folder and the file with small letters a-z, digits and '-' only");
    read_front_matter(lines_, path_, page_, sink_);
    for (const PageLines::Marked& comment : lines_.comments) read_comment(comment);
    read_prose();
    for (const PageLines::Marked& line : lines_.structured) read_structured(line);
    std::stable_sort(page_.blocks.begin(), page_.blocks.end(),
                     [](const SourceBlock& a, const SourceBlock& b) { return a.at.line < b.at.line; });
    give_ids();
    return std::move(page_);
  }

 private:
  void error(std::string_view check, int line, int column, std::string message, std::string hint) {
    sink_.error(check, {std::string(path_), line, column}, std::move(message), std::move(hint));
  }

  const std::string& line_text(int line) const { return lines_.lines[static_cast<std::size_t>(line) - 1]; }

  void read_comment(const PageLines::Marked& comment) {
    constexpr std::string_view kAllow = "kiosk: allow ";
    if (!comment.value.starts_with(kAllow)) {
      error("syntax", comment.line, 1, "a comment that the kiosk does not know",
            "only <!-- kiosk: allow CHECK \"why\" --> may stand in a page");
      return;
    }
    const std::string rest = comment.value.substr(kAllow.size());
    const std::size_t space = rest.find(' ');
    if (space == std::string::npos || rest.find('"', space) == std::string::npos)
      error("syntax", comment.line, 1, "an allow comment without a reason",
            "write <!-- kiosk: allow CHECK \"why\" -->");
    page_.allows.push_back({rest.substr(0, space), comment.line});
  }

  int file_line(int prose_line) const {
    const auto index = static_cast<std::size_t>(std::max(prose_line, 1)) - 1;
    return index < lines_.line_of_prose.size() ? lines_.line_of_prose[index] : static_cast<int>(lines_.lines.size());
  }

  void read_prose() {
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(
        cmark_parse_document(lines_.prose.data(), lines_.prose.size(), CMARK_OPT_DEFAULT), cmark_node_free);
    for (cmark_node* node = cmark_node_first_child(document.get()); node != nullptr; node = cmark_node_next(node))
      read_block(node);
  }

  void refuse(cmark_node* node, const std::string& what, const std::string& hint) {
    const int line = file_line(cmark_node_get_start_line(node));
    const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1));
    error("syntax", line, static_cast<int>(count_characters(line_text(line).substr(0, column - 1))) + 1,
          what + " is not allowed", hint);
  }

  void read_block(cmark_node* node) {
    SourceBlock block;
    block.at = {std::string(path_), file_line(cmark_node_get_start_line(node)), 1};
    block.last_line = file_line(last_line(node));
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
        return read_heading(node, std::move(block));
      case CMARK_NODE_PARAGRAPH:
        block.kind = BlockKind::kParagraph;
        block.sentences = sentences_of(node);
        break;
      case CMARK_NODE_BLOCK_QUOTE: {
        block.kind = BlockKind::kCallout;
        cmark_node* inside = cmark_node_first_child(node);
        if (inside == nullptr || cmark_node_get_type(inside) != CMARK_NODE_PARAGRAPH ||
            cmark_node_next(inside) != nullptr)
          return refuse(node, "a call-out with anything but sentences", "write one sentence a line, each after '> '");
        block.sentences = sentences_of(inside);
        break;
      }
      case CMARK_NODE_LIST:
        block.kind = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? BlockKind::kSteps : BlockKind::kList;
        for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
          cmark_node* inside = cmark_node_first_child(item);
          if (inside == nullptr) {
            refuse(item, "an empty list item", "write a sentence after the '-', or take it away");
          } else if (cmark_node_get_type(inside) != CMARK_NODE_PARAGRAPH || cmark_node_next(inside) != nullptr) {
            refuse(cmark_node_get_type(inside) == CMARK_NODE_PARAGRAPH ? cmark_node_next(inside) : inside,
                   "a list item with anything but sentences", "write lists of one level, without empty lines inside");
          } else {
            block.items.push_back({sentences_of(inside)});
          }
        }
        break;
      case CMARK_NODE_CODE_BLOCK:
        return refuse(node, "code", std::string("begin the line without spaces; ") + kBlockHint);
      case CMARK_NODE_HTML_BLOCK:
        return refuse(node, "HTML", kBlockHint);
      case CMARK_NODE_THEMATIC_BREAK:
        return refuse(node, "a line across the page", kBlockHint);
      default:
        return refuse(node, "this kind of block", kBlockHint);
    }
    check_inlines(node, block);
    page_.blocks.push_back(std::move(block));
  }

  // A container's own end includes the empty lines after it.
  static int last_line(cmark_node* node) {
    while (cmark_node_last_child(node) != nullptr && cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH &&
           cmark_node_get_type(node) != CMARK_NODE_HEADING)
      node = cmark_node_last_child(node);
    return cmark_node_get_end_line(node);
  }

  void read_heading(cmark_node* node, SourceBlock block) {
    block.kind = BlockKind::kHeading;
    block.level = cmark_node_get_heading_level(node);
    const std::string& line = line_text(block.at.line);
    const std::size_t marks = line.find_first_not_of(" ");
    if (marks == std::string::npos || cmark_node_get_end_line(node) != cmark_node_get_start_line(node))
      return refuse(node, "a heading by a line of '=' or '-'",
                    "write '## ' before the heading and take the line below away");
    if (block.level < 2 || block.level > 3)
      return refuse(node, "a heading of level " + std::to_string(block.level),
                    "write '## ' or '### ' before the heading");
    std::size_t start = line.find_first_not_of("# ", marks);
    if (start == std::string::npos) return refuse(node, "an empty heading", "write the heading after '## '");
    std::string_view words = std::string_view(line).substr(start);
    const auto trim_end = [&] { words = words.substr(0, words.find_last_not_of(" \t") + 1); };
    trim_end();
    if (const std::size_t mark = words.rfind("{#"); mark != std::string_view::npos && words.ends_with('}')) {
      block.id = words.substr(mark + 2, words.size() - mark - 3);
      block.id_given = true;
      if (!is_block_id(block.id)) bad_id(block.id, block.at.line, start + mark + 2);
      words = words.substr(0, mark);
      trim_end();
    }
    if (words.empty()) return refuse(node, "an empty heading", "write the heading after '## '");
    add_sentence(words, block.at.line, start, block.sentences);
    check_inlines(node, block);
    page_.blocks.push_back(std::move(block));
  }

  void bad_id(const std::string& id, int line, std::size_t offset) {
    error("syntax", line, static_cast<int>(count_characters(line_text(line).substr(0, offset))) + 1,
          "'" + id + "' is no block id", "write {#name} with small letters a-z, digits and '-' only");
  }

  std::vector<SourceText> sentences_of(cmark_node* paragraph) {
    std::vector<SourceText> sentences;
    const int first = cmark_node_get_start_line(paragraph), last = cmark_node_get_end_line(paragraph);
    for (int prose_line = first; prose_line <= last; ++prose_line) {
      const int number = file_line(prose_line);
      const std::string_view line = line_text(number);
      // The first line begins where cmark says; others after the indentation or the '>' of their container.
      std::size_t start =
          prose_line == first ? static_cast<std::size_t>(std::max(cmark_node_get_start_column(paragraph), 1)) - 1 : 0;
      cmark_node* parent = cmark_node_parent(paragraph);
      if (prose_line != first) {
        start = line.find_first_not_of(" \t");
        const bool quoted = cmark_node_get_type(parent) == CMARK_NODE_BLOCK_QUOTE;
        if (quoted && start != std::string_view::npos && line[start] == '>')
          start = line.find_first_not_of(" \t", start + 1);
      }
      if (start >= line.size()) continue;
      std::string_view words = line.substr(start);
      words = words.substr(0, words.find_last_not_of(" \t") + 1);
      if (!words.empty()) add_sentence(words, number, start, sentences);
    }
    return sentences;
  }

  void add_sentence(std::string_view words, int line, std::size_t offset, std::vector<SourceText>& out) {
    const auto column = [&](std::size_t at) {
      return static_cast<int>(count_characters(std::string_view(line_text(line)).substr(0, offset + at))) + 1;
    };
    for (const InlineFault& fault : parse_inline(words).faults)
      error("syntax", line, column(fault.offset_utf8), fault.message, fault.hint);
    // To cmark a table is a paragraph.
    if (words.starts_with('|')) error("syntax", line, column(0), "a table is not allowed", kBlockHint);
    if (const std::size_t second = second_sentence(words); second != std::string_view::npos)
      sink_.warning("syntax", {std::string(path_), line, column(second)}, "a second sentence on the line",
                    "begin a new line here");
    out.push_back({std::string(words), {std::string(path_), line, column(0)}});
  }

  // What cmark finds and the sentence's own reader lets pass (nested emphasis, for one) would be shown as stray
  // characters.
  void check_inlines(cmark_node* block_node, const SourceBlock& block) {
    std::vector<SourceText> all = block.sentences;
    for (const SourceItem& item : block.items) all.insert(all.end(), item.sentences.begin(), item.sentences.end());
    const auto faulty = [](const SourceText& s) { return !parse_inline(s.text).faults.empty(); };
    if (std::any_of(all.begin(), all.end(), faulty)) return;
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(block_node), cmark_iter_free);
    while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
      cmark_node* node = cmark_iter_get_node(walk.get());
      const cmark_node_type type = cmark_node_get_type(node);
      if (type == CMARK_NODE_EMPH || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE ||
          type == CMARK_NODE_IMAGE)
        return refuse(block_node, std::string("'") + cmark_node_get_type_string(node) + "' inside a sentence",
                      "only **bold**, [text](page:id) and {fact} may stand in a sentence");
    }
  }

  void read_structured(const PageLines::Marked& line) {
    SourceBlock block;
    block.at = {std::string(path_), line.line, 1};
    block.last_line = line.line;
    const auto known = std::find_if(std::begin(kStructured), std::end(kStructured),
                                    [&](const Structured& s) { return s.name == line.name; });
    if (known == std::end(kStructured)) {
      std::vector<std::string> names;
      for (const Structured& s : kStructured) names.emplace_back(s.name);
      const std::string near = nearest(line.name, names);
      error("syntax", line.line, 2, "unknown block '[" + line.name + "]'",
            near.empty() ? kStructuredHint : "did you mean '[" + near + "]'?");
      return;
    }
    block.kind = known->kind;
    const std::string_view prefix = known->prefix;
    if (!line.value.starts_with(prefix)) {
      error("syntax", line.line, line.column, "expected '" + std::string(prefix) + "' after '[" + line.name + "]:'",
            kStructuredHint);
      return;
    }
    int column = line.column + static_cast<int>(prefix.size());
    if (block.kind == BlockKind::kImage) return read_image(line, column, std::move(block));
    std::string_view rest = std::string_view(line.value).substr(prefix.size());
    for (;;) {
      const std::size_t comma = rest.find(',');
      std::string_view name = rest.substr(0, comma);
      while (name.starts_with(' ')) {
        name.remove_prefix(1);
        ++column;
      }
      name = name.substr(0, name.find_last_not_of(' ') + 1);
      if (!content::is_content_id(name))
        error("syntax", line.line, column, "'" + std::string(name) + "' is no id",
              "write small letters a-z, digits and '-'");
      else
        block.names.push_back({std::string(name), {std::string(path_), line.line, column}});
      if (comma == std::string_view::npos) break;
      column += static_cast<int>(comma) + 1;
      rest.remove_prefix(comma + 1);
    }
    if (block.names.empty()) return;
    page_.blocks.push_back(std::move(block));
  }

  // NAME "what it shows", or NAME decorative. Whether one of them is there is checked with the sources.
  void read_image(const PageLines::Marked& line, int column, SourceBlock block) {
    const std::string_view rest = std::string_view(line.value).substr(static_cast<std::size_t>(column - line.column));
    const std::string_view name = rest.substr(0, rest.find(' '));
    if (!content::is_content_id(name)) {
      error("syntax", line.line, column, "'" + std::string(name) + "' is no id",
            "write the file's name without its ending: small letters a-z, digits and '-'");
      return;
    }
    block.names.push_back({std::string(name), {std::string(path_), line.line, column}});
    const std::size_t start = rest.find_first_not_of(' ', name.size());
    if (start != std::string_view::npos) {
      const std::string_view words = rest.substr(start);
      column += static_cast<int>(start);
      block.decorative = words == "decorative";
      if (words.size() > 2 && words.starts_with('"') && words.ends_with('"')) {
        block.sentences.push_back(
            {std::string(words.substr(1, words.size() - 2)), {std::string(path_), line.line, column + 1}});
      } else if (!block.decorative) {
        error("syntax", line.line, column, "expected the alternative text in quotes after '" + std::string(name) + "'",
              std::string("write ") + kImageHint);
        return;
      }
    }
    page_.blocks.push_back(std::move(block));
  }

  // An id belongs to the block that ends on the line before it.
  void give_ids() {
    for (const PageLines::Marked& mark : lines_.ids) {
      if (!is_block_id(mark.value)) {
        bad_id(mark.value, mark.line, static_cast<std::size_t>(mark.column) - 1);
        continue;
      }
      const auto block = std::find_if(page_.blocks.begin(), page_.blocks.end(),
                                      [&](const SourceBlock& b) { return b.last_line == mark.line - 1; });
      if (block == page_.blocks.end()) {
        error("syntax", mark.line, mark.column, "the id '" + mark.value + "' follows no block",
              "put {#" + mark.value + "} on the line right after its block");
      } else if (!block->id.empty()) {
        error("syntax", mark.line, mark.column, "a second id for the block '" + block->id + "'",
              "keep the one that was there first");
      } else {
        block->id = mark.value;
        block->id_given = true;
      }
    }
    std::map<std::string, int> first_line = {{"title", 0}, {"summary", 0}};
    int links = 0;
    for (SourceBlock& block : page_.blocks) {
      // A structured block has nothing that is translated in the page: it can do without an id of the author's.
      if (block.id.empty() && block.kind == BlockKind::kContact) block.id = "contact-" + block.names.front().text;
      if (block.id.empty() && block.kind == BlockKind::kPoll) block.id = "poll-" + block.names.front().text;
      if (block.id.empty() && block.kind == BlockKind::kEvents) block.id = "events-" + block.names.front().text;
      if (block.id.empty() && block.kind == BlockKind::kHours) block.id = "hours-" + block.names.front().text;
      if (block.id.empty() && block.kind == BlockKind::kImage && block.decorative)
        block.id = "image-" + block.names.front().text;
      if (block.id.empty() && block.kind == BlockKind::kLinks) block.id = "links-" + std::to_string(++links);
      if (block.id.empty()) continue;
      const auto [found, fresh] = first_line.emplace(block.id, block.at.line);
      if (fresh) continue;
      error("duplicate-id", block.at.line, block.at.column, "the block id '" + block.id + "' occurs twice in the page",
            found->second == 0 ? "choose another id: title and summary are the page's own"
                               : "choose another id; the first one is on line " + std::to_string(found->second));
    }
  }

  struct Structured {
    std::string_view name, prefix;
    BlockKind kind;
  };
  static constexpr Structured kStructured[] = {
      {"kontakt", "contact:", BlockKind::kContact}, {"länkar", "pages:", BlockKind::kLinks},
      {"fråga", "poll:", BlockKind::kPoll},         {"öppettider", "hours:", BlockKind::kHours},
      {"händelser", "events:", BlockKind::kEvents}, {"bild", "image:", BlockKind::kImage}};
  static constexpr const char* kStructuredHint =
      "write [kontakt]: contact:ID, [länkar]: pages:ID,ID, [fråga]: poll:ID, [öppettider]: hours:ID, [händelser]: "
      "events:ID or [bild]: image:NAME \"what it shows\"";
  static constexpr const char* kImageHint = "[bild]: image:NAME \"what it shows\", or [bild]: image:NAME decorative";

  std::string_view text_, path_;
  DiagnosticSink& sink_;
  PageLines lines_;
  SourcePage page_;
};

}  // namespace

SourcePage read_page(std::string_view text, std::string_view path, DiagnosticSink& sink) {
  return PageReader(text, path, sink).read();
}

}  // namespace kiosk::tool
