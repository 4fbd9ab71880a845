// A language's translations of some domains, carried over today's source in memory, so that a changed sentence counts
// as outdated before anyone has run `update`.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "carry.h"
#include "po_parts.h"
#include "po_state.h"

namespace kiosk::tool {

// Which PO files are read, and how.
struct LoadPo {
  ChangeKind kind = ChangeKind::kMeaning;
  bool texts_only = false;  // Translations::keep_texts_only
  bool parts = false;       // TranslatedDomain::parts and loose are wanted
  // The text of the file at a path below the root. Empty: the whole file. A missing file is not asked for.
  std::function<Result<std::string>(const std::string& path, const Domain& domain)> read;
};

struct TranslatedDomain {
  std::string name, path;  // relative to the root
  PoFile file;             // as carried; entries of units first, in the units' order
  CarryCount count;
  bool present = false;   // the file is there
  bool readable = false;  // and without a fault: it may be written
  std::vector<PoPart> parts;
  std::vector<LeftOver> left_over;
  // Pages from which a sentence may be carried to another page, or to which one was carried.
  std::set<std::string, std::less<>> loose;
};

class Translations {
 public:
  // Faults go to the sink with language, page and block. `language` is not the source's.
  Translations(const std::string& root, std::string_view language, const std::vector<Domain>& domains,
               DiagnosticSink& sink, const LoadPo& load = {});
  // Its index points into its own entries.
  Translations(Translations&&) = default;
  Translations(const Translations&) = delete;
  Translations& operator=(const Translations&) = delete;

  // Gives back the memory of what is not needed to show the texts: it cannot be written as a PO file any more.
  void keep_texts_only();

  const std::string& language() const { return language_; }
  const std::vector<TranslatedDomain>& domains() const { return domains_; }
  // The entries in which check_unit finds an error: they are not shown. Null until check_translations has looked.
  const std::vector<const PoEntry*>* broken() const { return broken_ ? &*broken_ : nullptr; }
  void set_broken(std::vector<const PoEntry*> entries) { broken_ = std::move(entries); }

  // nullptr when the unit is not of these domains.
  const PoEntry* find(std::string_view domain, std::string_view context, std::string_view source) const;

 private:
  std::string language_;
  std::vector<TranslatedDomain> domains_;
  std::optional<std::vector<const PoEntry*>> broken_;
  // By domain: the units' entries, sorted by context and source.
  std::map<std::string, std::vector<const PoEntry*>, std::less<>> index_;
};

std::string po_path(std::string_view language, std::string_view domain);

// Where in its file a byte of the unit's msgstr stands; in a string of several lines, where the string begins.
SourcePosition place_in_text(const PoEntry& entry, std::string_view path, std::size_t offset_utf8);

}  // namespace kiosk::tool
