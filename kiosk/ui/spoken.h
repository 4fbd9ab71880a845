// What the voice says for what is on the screen. Pure: elements in, parts out, each in one language. Knows no voices.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/tree.h"
#include "i18n/message.h"
#include "ui/screen.h"

namespace kiosk::ui {

struct SpokenPart {
  std::string text, language;
  std::string recording = {};  // a person says it: a file's name in the tree's folder media
  bool operator==(const SpokenPart&) const = default;
};

// One of the kiosk's own messages in the screen's language.
using Messages = std::function<std::string(std::string_view key, const i18n::Arguments& arguments)>;

// A text as a voice reads it right: digits of phone numbers and postcodes one by one, 09:30 as 9 30, no isolates.
std::string speakable(const std::vector<content::TextRun>& runs, std::string_view language);

// The elements in the order in which a listener walks through them: whatever has words. The second line of a tile
// belongs to the tile, and what one recording says belongs to its first element.
std::vector<std::string> listening_order(const Screen& screen);

// Name, role, state and position of an element (EN 301 549 5.1.3.3), with the other lines of its tile.
std::vector<SpokenPart> spoken_of(const Screen& screen, const Element& element, const std::string& screen_language,
                                  const Messages& messages);

// The name alone, as a voice says it.
std::string spoken_name(const Element& element);

// The name as reading aloud says it: of an element with a recording, all that the recording says.
SpokenPart read_aloud_part(const Screen& screen, const Element& element);

// Where a listener is on entering a screen: its title. Null when it has no words.
const Element* entry_of(const Screen& screen);

// The texts of the screen's content in order, as reading aloud goes through them.
std::vector<std::string> reading_order(const Screen& screen, bool page);

}  // namespace kiosk::ui
