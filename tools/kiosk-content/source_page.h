// A page as its author wrote it: front matter and a strict subset of CommonMark, every sentence with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/tree.h"

namespace kiosk::tool {

// A text of the source that is translated as one unit.
struct SourceText {
  std::string text;
  SourcePosition at;
};

struct SourceItem {
  std::vector<SourceText> sentences;
};

struct SourceBlock {
  std::string id;         // empty when the author left it out and the block has texts of its own
  bool id_given = false;  // the author wrote it
  content::BlockKind kind = content::BlockKind::kParagraph;
  int level = 0;  // headings: 2 or 3
  std::vector<SourceText> sentences;
  std::vector<SourceItem> items;
  std::vector<SourceText>
      names;                // kContact: the contact's id; kLinks: page ids; kPoll, kHours, kEvents, kImage: its id
  bool decorative = false;  // kImage: without an alternative text
  SourcePosition at;
  int last_line = 0;  // where an id may follow
};

struct SourcePage {
  std::string id, topic, icon, owner, valid_from, review_by, audience;
  int order = 0;
  SourceText title, summary;
  SourcePosition review_by_at;
  std::vector<SourceBlock> blocks;
  // Faults that its author accepts: `<!-- kiosk: allow CHECK "why" -->` before the line.
  struct Allow {
    std::string check;
    int line = 0;
  };
  std::vector<Allow> allows;
};

// `path` is content/…/pages/TOPIC/PAGE.md, from which the page's id is known. Every fault is a diagnostic (checks
// "syntax", "encoding", "duplicate-id") and reading goes on; what could not be read is left out of the page.
SourcePage read_page(std::string_view text, std::string_view path, DiagnosticSink& sink);

}  // namespace kiosk::tool
