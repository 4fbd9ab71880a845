// The lines of a page file sorted before CommonMark sees them: front matter, block ids, structured blocks and comments
// are taken out, so that cmark reads prose only. Remembers which line of the file each remaining line was.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::tool {

struct PageLines {
  struct Marked {
    int line = 0;
    std::string value;  // block id; or the structured block's target
    std::string name;   // structured block: its name, e.g. "kontakt"
    int column = 0;     // of the value, in characters
  };
  std::vector<std::string> lines;  // the whole file without line ends; lines[0] is line 1
  std::string front_matter;        // YAML, padded so that its line numbers are the file's
  bool has_front_matter = false;
  std::vector<Marked> ids, structured, comments;  // in order of lines
  std::string prose;                              // for cmark
  std::vector<int> line_of_prose;                 // line_of_prose[i] is the file's line of prose line i + 1
};

PageLines sort_lines(std::string_view text);

}  // namespace kiosk::tool
