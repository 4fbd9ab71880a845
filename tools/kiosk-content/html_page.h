// The one look of the tool's HTML files: each needs no other, styles are inside. Well-formed as XML too.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::tool {

std::string escaped(std::string_view text);

// Everything to the first heading. kHtmlEnd closes it.
std::string html_head(std::string_view title, std::string_view language);
inline constexpr const char* kHtmlEnd = "</body>\n</html>\n";

}  // namespace kiosk::tool
