// What people have allowed: `# kiosk: allow CHECK "why"` on a unit of a PO file, `<!-- kiosk: allow CHECK "why" -->`
// before a line of a page. Each silences one check in one place. They are counted: where many are needed, a check is
// wrong.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "project.h"

namespace kiosk::tool {

class Allowances {
 public:
  // One allowed finding in so many texts.
  static constexpr int kTextsForEach = 200;

  // Of the pages and of the translations that are loaded.
  explicit Allowances(const Project& project);

  // Passes on what is not allowed. Then warns of lines that silenced nothing and of lines without a reason, and makes
  // an error of it where there are more than one in 200 texts. What names a check of `not_run` counts as used.
  void sift(const std::vector<Diagnostic>& found, const std::set<std::string>& not_run, DiagnosticSink& sink);

  // What was counted, by page.
  const std::map<std::string, TextCount, std::less<>>& counted() const { return counted_; }

 private:
  struct Line {
    SourcePosition at;
    std::string language, page, block;
  };
  using Key = std::tuple<std::string, int, std::string>;  // path, line of what is allowed, check
  void add_part(const SourcePart& part);
  void add_entry(const PoEntry& entry, const Unit& unit, const std::string& language, const std::string& path,
                 TextCount& count);
  static Line line_at(const std::string& path, int line, std::string language, std::string page, std::string block);
  static void warn(const Line& line, std::string message, std::string hint, DiagnosticSink& sink);

  std::map<Key, Line> lines_;
  std::vector<Line> without_reason_;
  std::map<std::string, TextCount, std::less<>> counted_;
  TextCount elsewhere_;
};

}  // namespace kiosk::tool
