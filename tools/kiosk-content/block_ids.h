// Gives the blocks of a page their ids, once: made from the first words, ASCII, unique in the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source_page.h"

namespace kiosk::tool {

// "Ring 1177 om du är sjuk" -> "ring-1177-om-du"; "block" where no letter is left.
std::string block_id_from(std::string_view words);

struct InsertedIds {
  std::string text;              // the page's file; every other byte is as it was
  std::vector<std::string> ids;  // those that are new, in order
};
// `page` is what read_page made of `text`.
InsertedIds insert_block_ids(std::string_view text, const SourcePage& page);

}  // namespace kiosk::tool
