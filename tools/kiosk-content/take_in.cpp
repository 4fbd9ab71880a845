#include "take_in.h"

#include <algorithm>
#include <map>
#include <set>

#include "carry.h"
#include "po_state.h"
#include "unit_check.h"

namespace kiosk::tool {
namespace {

using Key = std::pair<std::string, std::string>;

class TakerIn {
 public:
  TakerIn(PoFile file, const std::vector<Unit>& units, const TakeInOptions& options, std::string_view path,
          DiagnosticSink& sink)
      : units_(units), options_(options), path_(path), sink_(sink) {
    taken_.file = std::move(file);
    for (const Unit& unit : units) {
      units_by_key_.emplace(Key(unit.context, unit.source), &unit);
      contexts_.insert(unit.context);
    }
    for (PoEntry& entry : taken_.file.entries)
      if (!entry.obsolete && entry.context) entries_.emplace(Key(*entry.context, entry.id), &entry);
  }

  TakenIn run(const std::vector<ExchangeRow>& rows) {
    std::vector<PoEntry> stale;
    for (const ExchangeRow& row : rows) {
      if (row.target.empty()) {
        ++taken_.count.empty;
      } else if (const auto unit = units_by_key_.find({row.context, row.source}); unit != units_by_key_.end()) {
        take(*unit->second, *entries_.at(unit->first), row);
      } else if (contexts_.contains(row.context)) {
        stale.push_back(stale_entry(row));
      } else {
        ++taken_.count.unknown;
        warn(row, "no page or block '" + row.context + "'", "the row was left out; is it of another file (--domain)?");
      }
    }
    if (!stale.empty()) carry_stale(std::move(stale));
    return std::move(taken_);
  }

 private:
  void warn(const ExchangeRow& row, std::string message, std::string hint) {
    std::replace(message.begin(), message.end(), '\n', ' ');  // a quoted cell may have lines; a message is one
    sink_.warning("syntax", {std::string(path_), row.line, 1}, std::move(message), std::move(hint));
  }

  void take(const Unit& unit, PoEntry& entry, const ExchangeRow& row) {
    bool refused = false;
    for (const UnitFinding& finding : check_unit(unit, row.target, options_.language)) {
      Diagnostic d;
      d.severity = finding.severity;
      d.check = finding.check;
      d.at = {std::string(path_), row.line, 1};
      d.message = finding.message;
      d.hint = finding.hint;
      d.source_line = row.target;
      std::replace(d.source_line.begin(), d.source_line.end(), '\n', ' ');
      d.language = options_.language;
      d.page = unit.page;
      d.block = unit.block.empty() ? unit.context : unit.block;
      refused = refused || d.severity == Severity::kError;
      sink_.add(std::move(d));
    }
    if (refused) {
      ++taken_.count.refused;
      return;
    }
    const UnitState state = state_of(entry);
    const bool by_a_person =
        state == UnitState::kTranslated || state == UnitState::kReviewed || state == UnitState::kReview;
    if (entry.text() == row.target && (state != UnitState::kOutdated || row.unfinished)) {
      ++taken_.count.same;
    } else if (options_.machine && by_a_person) {
      ++taken_.count.kept;
    } else {
      taken_.changes.push_back({unit.context, unit.source, entry.text(), row.target});
      write(entry, row);
      ++taken_.count.taken;
    }
  }

  void write(PoEntry& entry, const ExchangeRow& row) const {
    entry.set_text(row.target);
    entry.previous_context.reset();
    entry.previous_id.reset();
    entry.previous_plural.reset();
    if (options_.machine)
      mark_machine(entry, options_.on);
    else
      entry.set_fuzzy(row.unfinished);
  }

  PoEntry stale_entry(const ExchangeRow& row) {
    PoEntry entry;
    entry.context = row.context;
    entry.id = row.source;
    write(entry, row);
    warn(row, "the Swedish of this row is not today's: '" + row.source + "'",
         "it comes in as outdated, where nothing newer is there");
    return entry;
  }

  // Goes the way of every translation whose source has changed.
  void carry_stale(std::vector<PoEntry> stale) {
    PoFile file = std::move(taken_.file);
    std::erase_if(file.entries, [](const PoEntry& e) {
      return !e.obsolete && !e.is_header() && e.text().empty() && e.comments.empty();
    });
    for (PoEntry& entry : stale) file.entries.push_back(std::move(entry));
    Carried carried = carry(std::move(file), units_);
    taken_.file = std::move(carried.file);
    taken_.count.outdated += carried.count.outdated;
  }

  const std::vector<Unit>& units_;
  const TakeInOptions& options_;
  std::string_view path_;
  DiagnosticSink& sink_;
  TakenIn taken_;
  std::map<Key, const Unit*> units_by_key_;
  std::map<Key, PoEntry*> entries_;
  std::set<std::string> contexts_;
};

}  // namespace

TakenIn take_in(PoFile carried, const std::vector<Unit>& units, const std::vector<ExchangeRow>& rows,
                const TakeInOptions& options, std::string_view path, DiagnosticSink& sink) {
  return TakerIn(std::move(carried), units, options, path, sink).run(rows);
}

}  // namespace kiosk::tool
