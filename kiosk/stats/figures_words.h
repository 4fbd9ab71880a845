// The words of the report, in Swedish and English. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::stats {

// The English itself where there is no Swedish, and for every language but "sv".
std::string figures_word(std::string_view english, std::string_view language);

}  // namespace kiosk::stats
