#include "page_lines.h"

#include <optional>

#include "base/utf8.h"

namespace kiosk::tool {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    start = end + 1;
  }
  return lines;
}

// "[name]: value" at the line's start.
std::optional<PageLines::Marked> structured_line(std::string_view line, int number) {
  const std::size_t bracket = line.find("]:");
  if (!line.starts_with('[') || bracket == std::string_view::npos) return std::nullopt;
  const std::string_view value = trimmed(line.substr(bracket + 2));
  const std::size_t value_at = value.empty() ? line.size() : static_cast<std::size_t>(value.data() - line.data());
  return PageLines::Marked{number, std::string(value), std::string(line.substr(1, bracket - 1)),
                           static_cast<int>(count_characters(line.substr(0, value_at))) + 1};
}

}  // namespace

PageLines sort_lines(std::string_view text) {
  PageLines out;
  out.lines = split(text);
  std::size_t next = 0;
  if (!out.lines.empty() && out.lines[0] == "---") {
    for (std::size_t end = 1; end < out.lines.size() && !out.has_front_matter; ++end) {
      if (out.lines[end] != "---") continue;
      out.has_front_matter = true;
      out.front_matter = "\n";
      for (std::size_t i = 1; i < end; ++i) out.front_matter.append(out.lines[i]).push_back('\n');
      next = end + 1;
    }
  }
  const auto keep = [&](const std::string& line, int number) {
    out.prose += line;
    out.prose += '\n';
    out.line_of_prose.push_back(number);
  };
  for (; next < out.lines.size(); ++next) {
    const std::string& line = out.lines[next];
    const int number = static_cast<int>(next) + 1;
    const std::string_view words = trimmed(line);
    const bool id = words.starts_with("{#") && words.ends_with('}');
    const bool comment = words.starts_with("<!--") && words.ends_with("-->");
    // A comment leaves no gap, so that it may stand between two sentences of a paragraph.
    if (comment) {
      out.comments.push_back({number, std::string(trimmed(words.substr(4, words.size() - 7))), {}, 1});
    } else if (id) {
      const auto column = static_cast<int>(line.find("{#")) + 3;
      out.ids.push_back({number, std::string(words.substr(2, words.size() - 3)), {}, column});
      keep("", number);
    } else if (auto block = structured_line(line, number)) {
      out.structured.push_back(std::move(*block));
      keep("", number);
    } else {
      keep(line, number);
    }
  }
  return out;
}

}  // namespace kiosk::tool
