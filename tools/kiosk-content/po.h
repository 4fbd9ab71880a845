// A gettext PO file as plain values. Everything a translator's program may have put there is kept: comments, unknown
// flags, previous texts, obsolete units, order. Knows nothing of pages; what a unit's state is stands in po_state.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "rare_text.h"

namespace kiosk::tool {

struct PoEntry {
  std::vector<std::string> comments;    // the translator's: the line after "#", with its leading space
  std::vector<std::string> extracted;   // after "#."
  std::vector<std::string> references;  // after "#:", one place each
  std::vector<std::string> flags;       // after "#,", unknown ones too
  RareText previous_context, previous_id, previous_plural;  // after "#|"
  std::optional<std::string> context;
  std::string id;
  RareText plural;
  std::vector<std::string> strings;  // msgstr, or msgstr[0], msgstr[1] … where `plural` is set
  bool obsolete = false;             // "#~"
  bool damaged = false;              // a fault was reported; its texts are not to be used
  int line = 0, string_line = 0;     // of msgid and of (the first) msgstr; 0 in a new unit
  std::uint32_t begin_utf8 = 0;      // the byte of the file at which its first line begins, of comments too
  int string_column = 0;             // of the first character inside the msgstr's quotes
  bool string_one_line = true;       // the msgstr stands on that line as a whole

  bool fuzzy() const;
  void set_fuzzy(bool fuzzy);
  // The translation of a unit without plurals; empty when missing.
  const std::string& text() const;
  void set_text(std::string text);
  bool is_header() const { return id.empty() && !context; }
};

struct PoFile {
  std::vector<PoEntry> entries;                // the header, where there is one, is the first
  std::vector<std::string> trailing_comments;  // whole lines after the last unit

  // Live units only; nullptr when there is none.
  const PoEntry* find(std::string_view context, std::string_view id) const;
};

// Reads on after every fault: each is one diagnostic (checks "syntax", "encoding", "duplicate-id") with line, column
// and hint, and its unit is marked damaged.
PoFile read_po(std::string_view text, std::string_view path, DiagnosticSink& sink);

// The text as msgcat writes it: 79 columns, live units in order, obsolete ones where they stand.
std::string write_po(const PoFile& file);

// The header of a new file.
PoEntry new_po_header(std::string_view domain, std::string_view language);

}  // namespace kiosk::tool
