#include <algorithm>

#include "base/utf8.h"
#include "po.h"
#include "po_wrap.h"

namespace kiosk::tool {
namespace {

void put(std::string& out, std::string_view line) {
  out += line;
  out += '\n';
}

void put_text(std::string& out, std::string_view prefix, std::string_view keyword, std::string_view value) {
  for (const std::string& line : wrap_po_string(prefix, keyword, value)) put(out, line);
}

void put_references(std::string& out, const std::vector<std::string>& references) {
  std::string line;
  for (const std::string& reference : references) {
    if (!line.empty() && line.size() + 1 + reference.size() > static_cast<std::size_t>(kPoColumns)) {
      put(out, line);
      line.clear();
    }
    line += (line.empty() ? "#: " : " ") + reference;
  }
  if (!line.empty()) put(out, line);
}

void put_entry(std::string& out, const PoEntry& entry) {
  for (const std::string& comment : entry.comments) put(out, "#" + comment);
  for (const std::string& extracted : entry.extracted) put(out, "#." + extracted);
  put_references(out, entry.references);
  std::string flags;
  for (const std::string& flag : entry.flags) flags += (flags.empty() ? "#, " : ", ") + flag;
  if (!flags.empty()) put(out, flags);

  const std::string_view previous = entry.obsolete ? "#~| " : "#| ";
  if (entry.previous_context) put_text(out, previous, "msgctxt", *entry.previous_context);
  if (entry.previous_id) put_text(out, previous, "msgid", *entry.previous_id);
  if (entry.previous_plural) put_text(out, previous, "msgid_plural", *entry.previous_plural);

  const std::string_view prefix = entry.obsolete ? "#~ " : "";
  if (entry.context) put_text(out, prefix, "msgctxt", *entry.context);
  put_text(out, prefix, "msgid", entry.id);
  if (!entry.plural) return put_text(out, prefix, "msgstr", entry.text());
  put_text(out, prefix, "msgid_plural", *entry.plural);
  for (std::size_t i = 0; i < std::max<std::size_t>(entry.strings.size(), 1); ++i)
    put_text(out, prefix, "msgstr[" + std::to_string(i) + "]", i < entry.strings.size() ? entry.strings[i] : "");
}

}  // namespace

std::string write_po(const PoFile& file) {
  std::string out;
  for (const PoEntry& entry : file.entries) {
    if (!out.empty()) out += '\n';
    put_entry(out, entry);
  }
  if (!file.trailing_comments.empty() && !out.empty()) out += '\n';
  for (const std::string& line : file.trailing_comments) put(out, line);
  return out;
}

}  // namespace kiosk::tool
