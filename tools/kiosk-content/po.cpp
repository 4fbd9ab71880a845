#include "po.h"

#include <algorithm>

namespace kiosk::tool {

bool PoEntry::fuzzy() const { return std::find(flags.begin(), flags.end(), "fuzzy") != flags.end(); }

void PoEntry::set_fuzzy(bool fuzzy) {
  flags.erase(std::remove(flags.begin(), flags.end(), "fuzzy"), flags.end());
  if (fuzzy) flags.insert(flags.begin(), "fuzzy");
}

const std::string& PoEntry::text() const {
  static const std::string none;
  return strings.empty() ? none : strings.front();
}

void PoEntry::set_text(std::string text) { strings.assign(1, std::move(text)); }

const PoEntry* PoFile::find(std::string_view context, std::string_view id) const {
  for (const PoEntry& entry : entries)
    if (!entry.obsolete && entry.context == context && entry.id == id) return &entry;
  return nullptr;
}

PoEntry new_po_header(std::string_view domain, std::string_view language) {
  PoEntry header;
  header.set_text("Project-Id-Version: kiosk " + std::string(domain) +
                  "\n"
                  "Report-Msgid-Bugs-To: \n"
                  "PO-Revision-Date: \n"
                  "Last-Translator: \n"
                  "Language-Team: \n"
                  "Language: " +
                  std::string(language) +
                  "\n"
                  "MIME-Version: 1.0\n"
                  "Content-Type: text/plain; charset=UTF-8\n"
                  "Content-Transfer-Encoding: 8bit\n");
  return header;
}

}  // namespace kiosk::tool
