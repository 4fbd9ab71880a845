// Line break opportunities by the pair rules of UAX 14 without dictionaries, as gettext's writer uses them: only for
// wrapping PO files. What residents read is broken by text/.
#pragma once

#include <string_view>
#include <vector>

namespace kiosk::i18n {

// For each character whether a line may begin with it.
std::vector<bool> plain_line_breaks(std::u32string_view text);

}  // namespace kiosk::i18n
