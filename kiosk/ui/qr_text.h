// What a page gives to a reader's phone: its text, or a contact as a vCard. Words only; needs no network.
#pragma once

#include <string>
#include <string_view>

#include "content/tree.h"

namespace kiosk::ui {

// The whole page. (No block can have this id.)
inline constexpr std::string_view kWholePage = "title";

// vCard 3.0 (RFC 2426) of a contact block: phones take it into their address books.
std::string vcard_of(const content::Block& contact);

// Title and sentences, a line each, as many whole sentences from the start as fit into `most_bytes`.
std::string page_text(const content::Page& page, std::size_t most_bytes);

// What version 25 holds at level M, less the header of the character set.
inline constexpr std::size_t kMostQrBytes = 990;

// Of a contact block or of kWholePage; empty when the page has no such block. Only a page's text can be shortened.
std::string qr_text_of(const content::Page& page, std::string_view block, std::size_t most_bytes = kMostQrBytes);

}  // namespace kiosk::ui
