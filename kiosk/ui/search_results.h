// What a search has found and the list of all pages by letter, as the screens show them. Plain values, made by app/.
#pragma once

#include <string>
#include <vector>

#include "content/tree.h"

namespace kiosk::ui {

struct SearchResult {
  std::string page, icon;
  content::Sentence title;    // matched words are bold, and nothing else is
  content::Sentence context;  // the sentence that matched best, in its own language; the summary where the title did
};

struct SearchResults {
  bool ready = false;  // false while the index is being built
  std::vector<SearchResult> items;
};

struct PageList {
  struct Group {
    std::string letter;
    std::vector<content::PageRef> pages;
  };
  bool ready = false;
  std::vector<Group> groups;
};

}  // namespace kiosk::ui
