// A sentence as it is written, in a page or in a translation: `**bold**`, `[text](page:id)`, `{fact}`, and nothing else
// of Markdown. Knows no facts and no pages; it only names them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::tool {

struct InlinePart {
  enum class Kind { kText, kFact };
  Kind kind = Kind::kText;
  std::string text;  // the words, or the fact's name
  bool bold = false;
  std::string link;  // a page id, or empty
  std::size_t offset_utf8 = 0;
  bool operator==(const InlinePart&) const = default;
};

struct InlineFault {
  std::string check;  // which of a translation's checks it fails: "tag", "link" or "placeholder"
  std::size_t offset_utf8 = 0;
  std::string message, hint;
};

struct Inline {
  std::vector<InlinePart> parts;
  std::vector<InlineFault> faults;  // in order; the parts are then what could be read

  // Sorted, repeated as often as they occur: two texts agree when these are equal.
  std::vector<std::string> facts() const;
  std::vector<std::string> links() const;  // page ids, once per link
  int bold_spans() const;
  // The words alone, facts as `{name}`.
  std::string plain() const;
};

Inline parse_inline(std::string_view sentence);

}  // namespace kiosk::tool
