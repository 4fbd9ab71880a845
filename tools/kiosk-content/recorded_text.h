// What a recording of a block says, the sum that marks a recording as one of this very text, and which recordings a
// built page has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/tree.h"
#include "sources.h"

namespace kiosk::tool {

// The name of a page's title among its blocks.
inline constexpr std::string_view kTitleBlock = "title";

// Eight small hex digits.
bool is_sum(std::string_view text);

// As it stands on the screen, facts and all, a sentence a line. Empty where there is nothing that stays as it is: in a
// picture that only decorates, opening hours, tiles.
struct RecordedText {
  std::string language, text;
  std::string sum() const;
};
// nullopt where the page has no such block.
std::optional<RecordedText> recorded_text(const content::Page& page, std::string_view block);

// Gives a built page the recordings of its texts as they stand in it.
void attach_recordings(const SiteView& view, content::Page& page);

}  // namespace kiosk::tool
