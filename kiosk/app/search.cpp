#include "app/search.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace kiosk::app {

namespace {

using Hits = std::vector<SearchIndex::Hit>;

constexpr std::size_t kMostResults = 30;

double weight(Field field) {
  switch (field) {
    case Field::kTitle:
      return 100;
    case Field::kHeading:
      return 45;
    case Field::kSummary:
      return 40;
    case Field::kBody:
      return 12;
  }
  return 0;
}

double weight(const SearchIndex::Hit& hit) {
  switch (hit.likeness) {
    case i18n::Likeness::kWhole:
      return 1;
    case i18n::Likeness::kPrefix:
      return 0.3 + 0.4 * static_cast<double>(hit.closeness);
    case i18n::Likeness::kTypingError:
      return 0.35;
    case i18n::Likeness::kNone:
      return 0;
  }
  return 0;
}

struct Found {
  double best = 0, rest = 0;
  double context_weight = 0;
  std::uint32_t context = 0;  // the best sentence besides the title, of `swedish` or own
  bool has_context = false, context_swedish = false;
  double score() const { return best + 0.1 * std::min(rest, 60.0); }
};

struct Ranked {
  std::string page;
  int words = 0;
  double score = 0;
  std::size_t order = 0;
  Found context;
};

// What the other language has found for the same page.
void join(Found& all, const Found& more) {
  all.rest += more.rest + std::min(all.best, more.best);
  all.best = std::max(all.best, more.best);
  if (!more.has_context || (all.has_context && all.context_weight >= more.context_weight)) return;
  all.context_weight = more.context_weight;
  all.context = more.context;
  all.has_context = true;
  all.context_swedish = more.context_swedish;
}

void collect(std::map<std::string, Found>& pages, const Hits& hits, const SearchIndex& index, bool swedish) {
  std::vector<Found> by_page(index.pages().size());
  for (const SearchIndex::Hit& hit : hits) {
    const SearchIndex::SentenceEntry& sentence = index.sentences()[hit.sentence];
    const double value = weight(sentence.field) * weight(hit) * (swedish ? 0.6 : 1.0) *
                         (sentence.field == Field::kTitle ? 0.85 + 0.3 / std::max(1, sentence.words) : 1);
    Found& found = by_page[sentence.page];
    if (value > found.best) {
      found.rest += found.best;
      found.best = value;
    } else {
      found.rest += value;
    }
    if (sentence.field != Field::kTitle && value > found.context_weight) {
      found.context_weight = value;
      found.context = hit.sentence;
      found.context_swedish = swedish;
      found.has_context = true;
    }
  }
  for (std::size_t i = 0; i < by_page.size(); ++i)
    if (by_page[i].best > 0) join(pages[index.pages()[i].reference.id], by_page[i]);
}

std::map<std::string, Found> pages_with(const std::string& word, const SearchIndex& own, const SearchIndex* swedish) {
  std::map<std::string, Found> pages;
  for (const bool typing_errors : {false, true}) {
    if (swedish != nullptr) collect(pages, swedish->find(word, typing_errors), *swedish, true);
    collect(pages, own.find(word, typing_errors), own, false);
    if (!pages.empty()) break;
  }
  return pages;
}

}  // namespace

ui::SearchResults search(std::string_view typed, const SearchIndex& own, const SearchIndex* swedish) {
  ui::SearchResults results;
  results.ready = true;
  const std::vector<std::string> words = own.words_of(typed);
  std::unordered_map<std::string, std::size_t> order;
  for (std::size_t i = 0; i < own.pages().size(); ++i) order.emplace(own.pages()[i].reference.id, i);
  std::map<std::string, Ranked> pages;
  for (const std::string& word : words) {
    const std::map<std::string, Found> found = pages_with(word, own, swedish);
    // A word that few pages have says more than one that all have.
    const double rare =
        std::log(1.0 + static_cast<double>(own.pages().size() + 1) / static_cast<double>(1 + found.size()));
    for (const auto& [page, match] : found) {
      const auto place = order.find(page);
      if (place == order.end()) continue;
      Ranked& ranked = pages[page];
      ranked.page = page;
      ranked.order = place->second;
      ++ranked.words;
      ranked.score += match.score() * rare;
      if (match.has_context && match.context_weight * rare > ranked.context.context_weight) {
        ranked.context = match;
        ranked.context.context_weight = match.context_weight * rare;
      }
    }
  }
  std::vector<const Ranked*> ranked;
  int most = 0;
  for (const auto& [page, match] : pages) most = std::max(most, match.words);
  for (const auto& [page, match] : pages)
    if (match.words == most) ranked.push_back(&match);
  std::sort(ranked.begin(), ranked.end(), [](const Ranked* a, const Ranked* b) {
    if (a->score != b->score) return a->score > b->score;
    return a->order < b->order;
  });
  if (ranked.size() > kMostResults) ranked.resize(kMostResults);
  for (const Ranked* match : ranked) {
    const SearchIndex::Page& page = own.pages()[match->order];
    ui::SearchResult result{match->page, page.reference.icon, page.reference.title, page.reference.summary};
    if (!page.sentences.empty()) result.title = own.marked(own.sentences()[page.sentences.front()], words);
    if (match->context.has_context) {
      const SearchIndex& from = match->context.context_swedish ? *swedish : own;
      result.context = from.marked(from.sentences()[match->context.context], words);
    }
    results.items.push_back(std::move(result));
  }
  return results;
}

}  // namespace kiosk::app
