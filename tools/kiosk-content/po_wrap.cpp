#include "po_wrap.h"

#include "base/utf8.h"
#include "i18n/character.h"
#include "i18n/plain_breaks.h"

namespace kiosk::tool {
namespace {

struct PoCharacter {
  char32_t character = 0;
  std::string bytes;
  bool glued = false;  // never a break before it (the second half of an escape)
};

// The string escaped as it stands between quotes, character by character.
std::vector<PoCharacter> escaped(std::string_view value) {
  std::vector<PoCharacter> out;
  constexpr std::string_view kValues = "\a\b\f\n\r\t\v\\\"";
  constexpr std::string_view kNames = "abfnrtv\\\"";
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t special = kValues.find(value[i]);
    if (special != std::string_view::npos) {
      out.push_back({U'\\', "\\", false});
      out.push_back({static_cast<char32_t>(kNames[special]), std::string(1, kNames[special]), true});
      ++i;
      continue;
    }
    const Decoded d = decode_utf8(value, i);
    out.push_back({d.character, std::string(value.substr(i, d.length)), false});
    i += d.length;
  }
  return out;
}

// Cuts at the last opportunity before a piece that would pass `width`.
std::vector<std::string> pieces(const std::vector<PoCharacter>& text, int width, int start_column) {
  std::u32string characters;
  for (const PoCharacter& c : text) characters += c.character;
  const std::vector<bool> breaks = i18n::plain_line_breaks(characters);
  std::vector<std::string> lines(1);
  std::string word;
  int column = start_column, word_columns = 0;
  bool may_cut = false;
  const auto place = [&] {
    if (may_cut && column + word_columns > width) {
      lines.emplace_back();
      column = 0;
    }
    lines.back() += word;
    column += word_columns;
    word.clear();
    word_columns = 0;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (breaks[i] && !text[i].glued) {
      place();
      may_cut = true;
    }
    word += text[i].bytes;
    word_columns += i18n::columns_of(text[i].character);
  }
  place();
  return lines;
}

}  // namespace

std::vector<std::string> wrap_po_string(std::string_view prefix, std::string_view keyword, std::string_view value) {
  const std::string start(prefix);
  const int indent = static_cast<int>(prefix.size()) + 1;
  const int width = kPoColumns - 1 - indent;
  std::vector<std::string> out;
  bool first = true;
  for (std::size_t from = 0; first || from < value.size();) {
    std::size_t to = value.find('\n', from);
    to = to == std::string_view::npos ? value.size() : to + 1;
    const std::vector<PoCharacter> text = escaped(value.substr(from, to - from));
    if (first) {
      const int column = static_cast<int>(keyword.size()) + 1;
      const std::vector<std::string> lines = pieces(text, width, column);
      if (to == value.size() && lines.size() == 1 && column <= width) {
        out.push_back(start + std::string(keyword) + " \"" + lines.front() + "\"");
        return out;
      }
      out.push_back(start + std::string(keyword) + " \"\"");
      first = false;
    }
    for (const std::string& line : pieces(text, width, 0)) out.push_back(start + "\"" + line + "\"");
    from = to;
  }
  return out;
}

}  // namespace kiosk::tool
