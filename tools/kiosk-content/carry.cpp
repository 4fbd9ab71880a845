#include "carry.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "inline_markup.h"
#include "numbers.h"
#include "po_state.h"

namespace kiosk::tool {
namespace {

constexpr double kSimilar = 0.5;
constexpr int kNone = -1;

int count_words(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (char c : text) {
    if (c != ' ' && !inside) ++words;
    inside = c != ' ';
  }
  return words;
}

// The facts and numbers of a sentence: a translation is never carried to a sentence that has others.
std::pair<std::vector<std::string>, std::vector<std::string>> fingerprint(std::string_view sentence) {
  const Inline markup = parse_inline(sentence);
  std::string words;
  for (const InlinePart& part : markup.parts)
    if (part.kind == InlinePart::Kind::kText) words += part.text + "\n";
  return {markup.facts(), numbers_in(words)};
}

class Carrier {
 public:
  Carrier(PoFile old, const std::vector<Unit>& units, ChangeKind kind)
      : old_(std::move(old)),
        units_(units),
        kind_(kind),
        source_of_(units.size(), kNone),
        claimed_(old_.entries.size(), false) {
    for (std::size_t i = 0; i < old_.entries.size(); ++i) {
      const PoEntry& entry = old_.entries[i];
      if (entry.is_header()) {
        claimed_[i] = true;
        continue;
      }
      auto& list = entry.obsolete ? obsolete_ : live_;
      list[entry.context.value_or("")].push_back(static_cast<int>(i));
    }
    for (std::size_t u = 0; u < units.size(); ++u) blocks_[units[u].context].push_back(u);
  }

  Carried run() {
    each_open_unit([&](std::size_t u) { return find_exact(u, live_); }, [&](std::size_t) { ++count_.kept; });
    note_left_over();
    each_open_unit([&](std::size_t u) { return find_exact(u, obsolete_); }, [&](std::size_t) { ++count_.restored; });
    each_open_unit([&](std::size_t u) { return find_reverted(u); }, [&](std::size_t u) { revert(u); });
    each_open_unit([&](std::size_t u) { return find_moved(u); },
                   [&](std::size_t u) {
                     ++count_.moved;
                     moved_.push_back(units_[u].context);
                   });
    if (kind_ != ChangeKind::kDanger) {
      for (const auto& [context, block] : blocks_) pair_similar(context, block);
      for (const auto& [context, block] : blocks_) pair_by_place(context, block);
    }
    return finish();
  }

 private:
  using Index = std::unordered_map<std::string, std::vector<int>>;

  void note_left_over() {
    for (std::size_t i = 0; i < old_.entries.size(); ++i)
      if (const PoEntry& e = old_.entries[i]; !claimed_[i] && !e.obsolete)
        left_over_.push_back({e.context.value_or(""), e.id});
  }

  PoEntry& entry(int index) { return old_.entries[static_cast<std::size_t>(index)]; }

  template <class Find, class Then>
  void each_open_unit(Find find, Then then) {
    for (std::size_t u = 0; u < units_.size(); ++u) {
      if (source_of_[u] != kNone) continue;
      const int found = find(u);
      if (found == kNone) continue;
      claim(u, found);
      then(u);
    }
  }

  void claim(std::size_t u, int index) {
    source_of_[u] = index;
    claimed_[static_cast<std::size_t>(index)] = true;
  }

  template <class Accept>
  int first_open(const Index& index, const std::string& context, Accept accept) {
    const auto found = index.find(context);
    if (found == index.end()) return kNone;
    for (const int i : found->second)
      if (!claimed_[static_cast<std::size_t>(i)] && accept(entry(i))) return i;
    return kNone;
  }

  int find_exact(std::size_t u, const Index& index) {
    return first_open(index, units_[u].context, [&](const PoEntry& e) { return e.id == units_[u].source; });
  }

  // The source has gone back to what the translation was made from.
  int find_reverted(std::size_t u) {
    return first_open(live_, units_[u].context, [&](const PoEntry& e) { return e.previous_id == units_[u].source; });
  }

  void revert(std::size_t u) {
    PoEntry& e = entry(source_of_[u]);
    e.id = units_[u].source;
    e.previous_id.reset();
    e.previous_context.reset();
    e.previous_plural.reset();
    const auto stamp = find_stamp(e);
    if (stamp && stamp->kind == Stamp::Kind::kReviewed && stamp->src == source_hash(e) && stamp->sum == target_hash(e))
      e.set_fuzzy(false);
    ++count_.restored;
  }

  // The same sentence in another block of the page, or in the same block of a page that has a new name.
  int find_moved(std::size_t u) {
    if (by_text_.empty())
      for (const auto& [context, entries] : live_)
        for (const int i : entries)
          if (!claimed_[static_cast<std::size_t>(i)]) by_text_[entry(i).id].push_back(i);
    const std::string& to = units_[u].context;
    if (to.find('#') == std::string::npos) return kNone;
    auto& candidates = by_text_[units_[u].source];
    std::sort(candidates.begin(), candidates.end());
    for (const int i : candidates) {
      if (!entry(i).context) continue;
      const std::string& from = *entry(i).context;
      if (claimed_[static_cast<std::size_t>(i)] || from.find('#') == std::string::npos) continue;
      if (page_of(from) == page_of(to) || block_of(from) == block_of(to)) return i;
    }
    return kNone;
  }

  bool open_translation(int i) { return !claimed_[static_cast<std::size_t>(i)] && !entry(i).text().empty(); }

  void pair_similar(const std::string& context, const std::vector<std::size_t>& block) {
    struct Pair {
      double score;
      std::size_t unit;
      int entry;
    };
    const auto found = live_.find(context);
    if (found == live_.end()) return;
    std::vector<Pair> pairs;
    for (const std::size_t u : block) {
      if (source_of_[u] != kNone) continue;
      for (const int i : found->second) {
        if (!open_translation(i)) continue;
        const double score = similarity(units_[u].source, entry(i).id);
        if (score >= kSimilar && fingerprint(units_[u].source) == fingerprint(entry(i).id))
          pairs.push_back({score, u, i});
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.score > b.score; });
    for (const Pair& pair : pairs)
      if (source_of_[pair.unit] == kNone && open_translation(pair.entry)) change(pair.unit, pair.entry);
  }

  // Between two sentences that are the same, as many new as old: the first is the first.
  void pair_by_place(const std::string& context, const std::vector<std::size_t>& block) {
    const auto found = live_.find(context);
    if (found == live_.end()) return;
    for (std::size_t first = 0; first < block.size(); ++first) {
      if (source_of_[block[first]] != kNone) continue;
      std::size_t last = first;
      while (last + 1 < block.size() && source_of_[block[last + 1]] == kNone) ++last;
      const int low = first == 0 ? kNone : source_of_[block[first - 1]];
      const int high = last + 1 == block.size() ? static_cast<int>(old_.entries.size()) : source_of_[block[last + 1]];
      std::vector<int> between;
      for (const int i : found->second)
        if (i > low && i < high && open_translation(i)) between.push_back(i);
      if (between.size() == last - first + 1)
        for (std::size_t k = 0; k < between.size(); ++k)
          if (fingerprint(units_[block[first + k]].source) == fingerprint(entry(between[k]).id))
            change(block[first + k], between[k]);
      first = last;
    }
  }

  void change(std::size_t u, int index) {
    claim(u, index);
    PoEntry& e = entry(index);
    const std::string before = e.id;
    e.id = units_[u].source;
    if (kind_ == ChangeKind::kSpelling) {
      // Who reviewed the text has reviewed it still: the stamp is of the corrected sentence.
      auto stamp = find_stamp(e);
      if (stamp && stamp->src == stamp_hash(before)) {
        stamp->src = source_hash(e);
        set_stamp(e, *stamp);
      }
      ++count_.kept;
      return;
    }
    if (!e.previous_id) e.previous_id = before;
    e.set_fuzzy(true);
    ++count_.outdated;
    count_.words_outdated += count_words(e.id);
  }

  Carried finish() {
    Carried out;
    std::set<std::pair<std::string, std::string>> keys;
    if (!old_.entries.empty() && old_.entries.front().is_header())
      out.file.entries.push_back(std::move(old_.entries.front()));
    for (std::size_t u = 0; u < units_.size(); ++u) {
      PoEntry e;
      if (source_of_[u] != kNone) {
        e = std::move(entry(source_of_[u]));
      } else {
        e.strings.emplace_back();
        ++count_.added;
      }
      e.context = units_[u].context;
      e.id = units_[u].source;
      e.obsolete = false;
      describe(e, units_[u]);
      keys.emplace(*e.context, e.id);
      out.file.entries.push_back(std::move(e));
    }
    // Vanished units first, so that the newer of two equal ones stays.
    std::vector<int> gone;
    for (const bool obsolete : {false, true})
      for (std::size_t i = 0; i < old_.entries.size(); ++i)
        if (!claimed_[i] && old_.entries[i].obsolete == obsolete) gone.push_back(static_cast<int>(i));
    std::vector<PoEntry> kept;
    for (const int i : gone) {
      PoEntry& e = entry(i);
      if (e.text().empty() && e.comments.empty()) continue;
      if (!keys.emplace(e.context.value_or(""), e.id).second) continue;
      if (!e.obsolete) ++count_.vanished;
      e.references.clear();
      e.extracted.clear();
      kept.push_back(std::move(e));
    }
    std::stable_partition(kept.begin(), kept.end(), [](const PoEntry& e) { return e.obsolete; });
    for (PoEntry& e : kept) {
      e.obsolete = true;
      out.file.entries.push_back(std::move(e));
    }
    out.file.trailing_comments = std::move(old_.trailing_comments);
    out.count = count_;
    out.left_over = std::move(left_over_);
    out.moved = std::move(moved_);
    return out;
  }

  static void describe(PoEntry& e, const Unit& unit) {
    e.references.clear();
    for (const SourcePosition& at : unit.places) e.references.push_back(at.path + ":" + std::to_string(at.line));
    e.extracted.clear();
    if (!unit.note.empty()) e.extracted.push_back(" " + unit.note);
  }

  PoFile old_;
  const std::vector<Unit>& units_;
  ChangeKind kind_;
  std::vector<int> source_of_;  // for each unit the entry it goes on from
  std::vector<bool> claimed_;   // for each entry
  Index live_, obsolete_, by_text_;
  std::map<std::string, std::vector<std::size_t>> blocks_;
  CarryCount count_;
  std::vector<LeftOver> left_over_;
  std::vector<std::string> moved_;
};

}  // namespace

double similarity(std::string_view a, std::string_view b) {
  if (a.size() < 2 || b.size() < 2) return a == b ? 1 : 0;
  const auto pairs_of = [](std::string_view text) {
    std::vector<std::string_view> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) pairs.push_back(text.substr(i, 2));
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  };
  const auto pairs_a = pairs_of(a), pairs_b = pairs_of(b);
  std::vector<std::string_view> common;
  std::set_intersection(pairs_a.begin(), pairs_a.end(), pairs_b.begin(), pairs_b.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(pairs_a.size() + pairs_b.size());
}

Carried carry(PoFile old, const std::vector<Unit>& units, ChangeKind kind) {
  return Carrier(std::move(old), units, kind).run();
}

}  // namespace kiosk::tool
