#include "translations.h"

#include <algorithm>

#include "base/file.h"
#include "base/utf8.h"

namespace kiosk::tool {
namespace {

// The unit that stands at the line: the last that begins before the next one's comments do.
const PoEntry* entry_at(const PoFile& file, int line) {
  const PoEntry* found = nullptr;
  for (const PoEntry& entry : file.entries)
    if (entry.line <= line || found == nullptr) found = &entry;
  return found;
}

std::pair<std::string_view, std::string_view> key_of(const PoEntry& entry) { return {*entry.context, entry.id}; }

// Page and block are those of the unit with this context; what is no unit of today has its whole context as block.
void report(const DiagnosticSink& found, const PoFile& file, std::string_view language, const Domain& domain,
            DiagnosticSink& sink) {
  for (Diagnostic d : found.all()) {
    d.language = language;
    if (const PoEntry* entry = entry_at(file, d.at.line); entry != nullptr && entry->context) {
      const auto unit = std::find_if(domain.units.begin(), domain.units.end(),
                                     [&](const Unit& u) { return u.context == *entry->context; });
      const bool known = unit != domain.units.end();
      d.page = known ? unit->page : std::string();
      d.block = known && !unit->block.empty() ? unit->block : *entry->context;
    }
    sink.add(std::move(d));
  }
}

}  // namespace

std::string po_path(std::string_view language, std::string_view domain) {
  return "locales/" + std::string(language) + "/" + std::string(domain) + ".po";
}

Translations::Translations(const std::string& root, std::string_view language, const std::vector<Domain>& domains,
                           DiagnosticSink& sink, const LoadPo& load)
    : language_(language) {
  for (const Domain& domain : domains) {
    TranslatedDomain& translated = domains_.emplace_back();
    translated.name = domain.name;
    translated.path = po_path(language, domain.name);
    translated.present = file_exists(root + "/" + translated.path);
    translated.readable = true;
    PoFile old;
    if (translated.present) {
      DiagnosticSink found;
      const Result<std::string> text =
          load.read ? load.read(translated.path, domain) : read_file(root + "/" + translated.path);
      if (text)
        old = read_po(*text, translated.path, found);
      else
        found.error("syntax", {translated.path, 0, 0}, text.error().message);
      report(found, old, language, domain, sink);
      translated.readable = found.errors() == 0;
      if (load.parts && translated.readable) translated.parts = po_parts(*text, old, pages_of(domain));
      std::erase_if(old.entries, [](const PoEntry& entry) { return entry.damaged; });
    }
    Carried carried = carry(std::move(old), domain.units, load.kind);
    translated.file = std::move(carried.file);
    translated.count = carried.count;
    for (const LeftOver& left : carried.left_over) translated.loose.emplace(page_of(left.context));
    for (const std::string& context : carried.moved) translated.loose.emplace(page_of(context));
    translated.left_over = std::move(carried.left_over);
  }
  for (const TranslatedDomain& domain : domains_) {
    std::vector<const PoEntry*>& entries = index_[domain.name];
    for (const PoEntry& entry : domain.file.entries)
      if (!entry.obsolete && entry.context) entries.push_back(&entry);
    entries.shrink_to_fit();
    std::stable_sort(entries.begin(), entries.end(),
                     [](const PoEntry* a, const PoEntry* b) { return key_of(*a) < key_of(*b); });
  }
  if (load.texts_only) keep_texts_only();
}

void Translations::keep_texts_only() {
  for (TranslatedDomain& domain : domains_)
    for (PoEntry& entry : domain.file.entries) {
      std::vector<std::string>().swap(entry.references);
      std::vector<std::string>().swap(entry.extracted);
      for (std::string& text : entry.strings) text.shrink_to_fit();
      for (std::string& comment : entry.comments) comment.shrink_to_fit();
    }
}

const PoEntry* Translations::find(std::string_view domain, std::string_view context, std::string_view source) const {
  const auto entries = index_.find(domain);
  if (entries == index_.end()) return nullptr;
  const std::pair key(context, source);
  const auto found = std::lower_bound(entries->second.begin(), entries->second.end(), key,
                                      [](const PoEntry* entry, const auto& wanted) { return key_of(*entry) < wanted; });
  return found == entries->second.end() || key_of(**found) != key ? nullptr : *found;
}

SourcePosition place_in_text(const PoEntry& entry, std::string_view path, std::size_t offset_utf8) {
  std::size_t column = 0;
  const std::string& text = entry.text();
  for (std::size_t i = 0; i < std::min(offset_utf8, text.size()); ++i) {
    const bool escaped = text[i] == '"' || text[i] == '\\' || text[i] == '\n' || text[i] == '\t';
    column += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 ? (escaped ? 2u : 1u) : 0u;
  }
  const bool one_line = entry.string_one_line;
  return {std::string(path), entry.string_line, entry.string_column + (one_line ? static_cast<int>(column) : 0)};
}

}  // namespace kiosk::tool
