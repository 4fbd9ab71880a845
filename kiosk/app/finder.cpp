#include "app/finder.h"

#include <algorithm>

namespace kiosk::app {

std::shared_ptr<const SearchIndex> Finder::index(const std::string& tag) {
  if (const auto known = indices_->find(tag); known != indices_->end()) return known->second;
  const auto language = std::find_if(manifest_.languages.begin(), manifest_.languages.end(),
                                     [&](const content::Language& l) { return l.tag == tag; });
  if (language == manifest_.languages.end()) return nullptr;
  // The reader's language and Swedish; the languages of earlier residents make room.
  constexpr std::size_t kMostIndices = 4;
  if (indices_->size() >= kMostIndices)
    std::erase_if(*indices_, [](const auto& entry) { return entry.first != "sv" && entry.second != nullptr; });
  (*indices_)[tag] = nullptr;
  background_.post(
      [indices = std::weak_ptr(indices_), tag, reader = reader_, of = *language]() -> std::function<void()> {
        return [indices, tag, built = SearchIndex::build(reader, of)] {
          if (const auto alive = indices.lock()) (*alive)[tag] = built;
        };
      });
  return nullptr;
}

const ui::SearchResults& Finder::results(const std::string& language, const std::string& typed) {
  const auto own = index(language);
  const bool has_swedish = std::any_of(manifest_.languages.begin(), manifest_.languages.end(),
                                       [](const content::Language& l) { return l.tag == "sv"; });
  const bool beside = language != "sv" && has_swedish;
  const auto swedish = beside ? index("sv") : nullptr;
  if (!own || (beside && !swedish)) {
    forget();
    return results_;
  }
  if (results_.ready && language == language_ && typed == typed_) return results_;
  results_ = search(typed, *own, swedish.get());
  language_ = language;
  typed_ = typed;
  return results_;
}

const ui::PageList& Finder::list(const std::string& language) {
  const auto own = index(language);
  return own ? own->list() : no_list_;
}

void Finder::forget() {
  results_ = {};
  language_.clear();
  typed_.clear();
}

}  // namespace kiosk::app
