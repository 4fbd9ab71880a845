// Texts compared as a reader would: the same letters, whatever their encoding and spacing.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::i18n {

// NFC, default-ignorable characters (isolates, joiners) removed, every run of white space one space, none at the ends.
std::string fold_for_match(std::string_view text);

}  // namespace kiosk::i18n
