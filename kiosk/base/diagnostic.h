// An author's mistake in a source file, as a value: where, what, and how to mend it. Readers report into a sink and go
// on, so that one run names every mistake. Knows no file format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// 1-based; 0 = not known. Columns count characters (code points), not bytes.
struct SourcePosition {
  std::string path;
  int line = 0;
  int column = 0;
};

enum class Severity { kError, kWarning, kHint };

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string check;  // the check's name, e.g. "placeholder"
  SourcePosition at;
  std::string message;                // lower case, no full stop, quotes the culprit
  std::string hint;                   // how to mend it; may be empty
  std::string source_line;            // the line as written, when known
  std::string language, page, block;  // empty where it does not apply
};

class DiagnosticSink {
 public:
  void add(Diagnostic diagnostic);
  void error(std::string_view check, SourcePosition at, std::string message, std::string hint = {});
  void warning(std::string_view check, SourcePosition at, std::string message, std::string hint = {});

  const std::vector<Diagnostic>& all() const { return all_; }
  int errors() const { return errors_; }

 private:
  std::vector<Diagnostic> all_;
  int errors_ = 0;
};

const char* to_string(Severity severity);

// "path:line:column: error: message", the source line, "hint: …": each on its own line, without a final newline.
std::string to_text(const Diagnostic& diagnostic);

// The place of a byte offset in a text; a byte inside a character counts as that character.
SourcePosition position_at(std::string_view path, std::string_view text, std::size_t offset_utf8);

// The whole line (without its newline) that has this 1-based number; empty past the end.
std::string_view line_of(std::string_view text, int line);

// The candidate most like the word (edit distance at most 1/3 of its length), for "did you mean …"; empty if none is
// near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace kiosk
