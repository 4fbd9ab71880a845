// A typed text and the indices -> the pages, best first. A match counts by where it stands (title, heading, summary,
// text), by how (whole word, beginning, one typing error), and more in the reader's language than in Swedish. The same
// arguments give the same order.
#pragma once

#include <string_view>

#include "app/search_index.h"

namespace kiosk::app {

// `own` is of the reader's language, `swedish` null where that is Swedish. At most 30 results.
ui::SearchResults search(std::string_view typed, const SearchIndex& own, const SearchIndex* swedish);

}  // namespace kiosk::app
