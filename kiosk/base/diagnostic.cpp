#include "base/diagnostic.h"

#include <algorithm>
#include <numeric>

namespace kiosk {

void DiagnosticSink::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::kError) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void DiagnosticSink::error(std::string_view check, SourcePosition at, std::string message, std::string hint) {
  add({Severity::kError, std::string(check), std::move(at), std::move(message), std::move(hint), {}, {}, {}, {}});
}

void DiagnosticSink::warning(std::string_view check, SourcePosition at, std::string message, std::string hint) {
  add({Severity::kWarning, std::string(check), std::move(at), std::move(message), std::move(hint), {}, {}, {}, {}});
}

const char* to_string(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kHint:
      return "hint";
  }
  return "error";
}

std::string to_text(const Diagnostic& d) {
  std::string out = d.at.path;
  if (d.at.line > 0) out += ":" + std::to_string(d.at.line);
  if (d.at.line > 0 && d.at.column > 0) out += ":" + std::to_string(d.at.column);
  if (!out.empty()) out += ": ";
  out += std::string(to_string(d.severity)) + ": " + d.message;
  if (!d.source_line.empty()) out += "\n    " + d.source_line;
  if (!d.hint.empty()) out += "\nhint: " + d.hint;
  return out;
}

SourcePosition position_at(std::string_view path, std::string_view text, std::size_t offset_utf8) {
  offset_utf8 = std::min(offset_utf8, text.size());
  SourcePosition at{std::string(path), 1, 1};
  for (std::size_t i = 0; i < offset_utf8; ++i) {
    if (text[i] == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
      ++at.column;
    }
  }
  const bool inside_character =
      offset_utf8 < text.size() && (static_cast<unsigned char>(text[offset_utf8]) & 0xC0) == 0x80;
  if (inside_character && at.column > 1) --at.column;
  return at;
}

std::string_view line_of(std::string_view text, int line) {
  std::size_t start = 0;
  for (int i = 1; i < line; ++i) {
    const std::size_t newline = text.find('\n', start);
    if (newline == std::string_view::npos) return {};
    start = newline + 1;
  }
  const std::size_t end = text.find('\n', start);
  std::string_view found = text.substr(start, end == std::string_view::npos ? end : end - start);
  if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
  return found;
}

// Insertions, deletions, substitutions and swaps of neighbours each count one ("optimal string alignment").
static std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace kiosk
