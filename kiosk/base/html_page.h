// The one look of the HTML files that staff get: each needs no other, styles are inside, nothing is fetched.
// Well-formed as XML too.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

std::string escaped(std::string_view text);

// Everything to the first heading; `style` follows the common one. kHtmlEnd closes it.
std::string html_head(std::string_view title, std::string_view language, std::string_view style = {});
inline constexpr const char* kHtmlEnd = "</body>\n</html>\n";

}  // namespace kiosk
