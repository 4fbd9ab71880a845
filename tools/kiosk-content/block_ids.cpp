#include "block_ids.h"

#include <map>
#include <set>

#include "base/utf8.h"
#include "inline_markup.h"

namespace kiosk::tool {
namespace {

constexpr std::size_t kWords = 4, kLongest = 32;

// Letters that Swedish names meet, without their marks; others are left out.
std::string_view ascii_of(char32_t c) {
  static const std::map<char32_t, std::string_view> kLetters = {
      {U'å', "a"}, {U'ä', "a"}, {U'ö', "o"},  {U'é', "e"}, {U'è', "e"}, {U'ü', "u"},
      {U'á', "a"}, {U'à', "a"}, {U'æ', "ae"}, {U'ø', "o"}, {U'Å', "a"}, {U'Ä', "a"},
      {U'Ö', "o"}, {U'É', "e"}, {U'Ü', "u"},  {U'š', "s"}, {U'ž', "z"}, {U'ñ', "n"}};
  const auto found = kLetters.find(c);
  return found == kLetters.end() ? std::string_view() : found->second;
}

std::string words_of(const SourceBlock& block) {
  if (block.kind == content::BlockKind::kContact) return "kontakt-" + block.names.front().text;
  if (block.kind == content::BlockKind::kPoll) return "fråga-" + block.names.front().text;
  if (block.kind == content::BlockKind::kEvents) return "händelser-" + block.names.front().text;
  if (block.kind == content::BlockKind::kHours) return "öppettider-" + block.names.front().text;
  if (block.kind == content::BlockKind::kLinks) return "länkar";
  if (block.kind == content::BlockKind::kImage && block.decorative) return "bild-" + block.names.front().text;
  const SourceText* first = nullptr;
  if (!block.sentences.empty()) first = &block.sentences.front();
  if (first == nullptr && !block.items.empty() && !block.items.front().sentences.empty())
    first = &block.items.front().sentences.front();
  if (first == nullptr) return {};
  std::string words;
  for (const InlinePart& part : parse_inline(first->text).parts)
    words += part.kind == InlinePart::Kind::kText ? part.text : part.text.substr(part.text.find('_') + 1);
  return words;
}

}  // namespace

std::string block_id_from(std::string_view words) {
  std::string id, word;
  std::size_t count = 0;
  const auto finish_word = [&] {
    if (!word.empty() && count < kWords && id.size() + word.size() < kLongest) {
      id += (id.empty() ? "" : "-") + word;
      ++count;
    }
    word.clear();
  };
  for (std::size_t i = 0; i < words.size();) {
    const Decoded d = decode_utf8(words, i);
    const char32_t c = d.character;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      word += static_cast<char>(c);
    else if (c >= 'A' && c <= 'Z')
      word += static_cast<char>(c + 32);
    else if (const std::string_view plain = ascii_of(c); !plain.empty())
      word += plain;
    else if (c < 0x80)
      finish_word();
    i += d.length;
  }
  finish_word();
  return id.empty() ? "block" : id;
}

InsertedIds insert_block_ids(std::string_view text, const SourcePage& page) {
  std::set<std::string> taken = {"title", "summary"};
  for (const SourceBlock& block : page.blocks) taken.insert(block.id);
  std::map<int, std::string> after_line, at_line_end;
  InsertedIds out;
  for (const SourceBlock& block : page.blocks) {
    if (block.id_given) continue;
    const std::string wish = block_id_from(words_of(block));
    std::string id = wish;
    for (int n = 2; !taken.insert(id).second; ++n) id = wish + "-" + std::to_string(n);
    (block.kind == content::BlockKind::kHeading ? at_line_end : after_line)[block.last_line] = id;
    out.ids.push_back(id);
  }
  int line = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t newline = text.find('\n', start);
    std::string_view words = text.substr(start, newline == std::string_view::npos ? newline : newline - start);
    std::string end = newline == std::string_view::npos ? "" : "\n";
    if (words.ends_with('\r')) {
      words.remove_suffix(1);
      end = "\r\n";
    }
    ++line;
    out.text += words;
    if (const auto id = at_line_end.find(line); id != at_line_end.end()) out.text += " {#" + id->second + "}";
    const std::string line_end = end.empty() ? "\n" : end;
    if (const auto id = after_line.find(line); id != after_line.end())
      out.text += line_end + "{#" + id->second + "}" + line_end;
    else
      out.text += end;
    start = newline == std::string_view::npos ? text.size() : newline + 1;
  }
  return out;
}

}  // namespace kiosk::tool
