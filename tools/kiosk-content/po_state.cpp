#include "po_state.h"

#include <algorithm>

#include "bundle/sha256.h"

namespace kiosk::tool {
namespace {

constexpr std::string_view kMark = " kiosk: ";

std::optional<Stamp> parse_stamp(std::string_view comment) {
  if (!comment.starts_with(kMark)) return std::nullopt;
  comment.remove_prefix(kMark.size());
  Stamp stamp;
  bool named = false;
  while (!comment.empty()) {
    const std::size_t space = comment.find(' ');
    const std::string_view word = comment.substr(0, space);
    comment = space == std::string_view::npos ? std::string_view() : comment.substr(space + 1);
    if (word.empty()) continue;
    if (!named) {
      if (word != "reviewed" && word != "machine") return std::nullopt;
      stamp.kind = word == "machine" ? Stamp::Kind::kMachine : Stamp::Kind::kReviewed;
      named = true;
    }
    const std::string_view value = word.substr(std::min(word.find('=') + 1, word.size()));
    if (word.starts_with("by=")) stamp.by = value;
    if (word.starts_with("on=")) stamp.on = value;
    if (word.starts_with("src=")) stamp.src = value;
    if (word.starts_with("sum=")) stamp.sum = value;
  }
  if (!named) return std::nullopt;
  return stamp;
}

bool has_text(const PoEntry& entry) {
  return std::any_of(entry.strings.begin(), entry.strings.end(), [](const std::string& s) { return !s.empty(); });
}

void clear_previous(PoEntry& entry) {
  entry.previous_context.reset();
  entry.previous_id.reset();
  entry.previous_plural.reset();
}

}  // namespace

const char* to_string(UnitState state) {
  switch (state) {
    case UnitState::kMissing:
      return "missing";
    case UnitState::kMachine:
      return "machine";
    case UnitState::kReview:
      return "review";
    case UnitState::kOutdated:
      return "outdated";
    case UnitState::kTranslated:
      return "translated";
    case UnitState::kReviewed:
      return "reviewed";
  }
  return "missing";
}

std::string stamp_hash(std::string_view text) { return bundle::sha256_hex(text).substr(0, 8); }

std::string source_hash(const PoEntry& entry) { return stamp_hash(entry.id); }

std::string target_hash(const PoEntry& entry) {
  std::string all;
  for (std::size_t i = 0; i < entry.strings.size(); ++i) {
    if (i > 0) all += '\0';
    all += entry.strings[i];
  }
  return stamp_hash(all);
}

std::optional<Stamp> find_stamp(const PoEntry& entry) {
  for (const std::string& comment : entry.comments)
    if (auto stamp = parse_stamp(comment)) return stamp;
  return std::nullopt;
}

void set_stamp(PoEntry& entry, const Stamp& stamp) {
  std::string line(kMark);
  line += stamp.kind == Stamp::Kind::kMachine ? "machine" : "reviewed";
  std::string by = stamp.by;
  std::replace_if(
      by.begin(), by.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; }, '_');
  if (!by.empty()) line += " by=" + by;
  if (!stamp.on.empty()) line += " on=" + stamp.on;
  line += " src=" + stamp.src + " sum=" + stamp.sum;
  std::erase_if(entry.comments, [](const std::string& comment) { return parse_stamp(comment).has_value(); });
  entry.comments.push_back(line);
}

UnitState state_of(const PoEntry& entry) {
  if (!has_text(entry)) return UnitState::kMissing;
  const std::optional<Stamp> stamp = find_stamp(entry);
  const bool other_source = stamp && !stamp->src.empty() && stamp->src != source_hash(entry);
  const bool other_text = stamp && !stamp->sum.empty() && stamp->sum != target_hash(entry);
  if (entry.fuzzy()) {
    if ((entry.previous_id && *entry.previous_id != entry.id) || other_source) return UnitState::kOutdated;
    return stamp && stamp->kind == Stamp::Kind::kMachine ? UnitState::kMachine : UnitState::kReview;
  }
  // Someone wrote a new text after the stamp and took `fuzzy` away: the stamp no longer says anything.
  if (other_text) return UnitState::kTranslated;
  if (other_source) return UnitState::kOutdated;
  return stamp && stamp->kind == Stamp::Kind::kReviewed ? UnitState::kReviewed : UnitState::kTranslated;
}

void mark_reviewed(PoEntry& entry, std::string_view by, std::string_view on) {
  entry.set_fuzzy(false);
  clear_previous(entry);
  set_stamp(entry, {Stamp::Kind::kReviewed, std::string(by), std::string(on), source_hash(entry), target_hash(entry)});
}

void mark_machine(PoEntry& entry, std::string_view on) {
  entry.set_fuzzy(true);
  clear_previous(entry);
  set_stamp(entry, {Stamp::Kind::kMachine, {}, std::string(on), source_hash(entry), target_hash(entry)});
}

}  // namespace kiosk::tool
