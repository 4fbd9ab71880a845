// The one look of the HTML files that staff get: each needs no other, styles are inside, nothing from elsewhere is
// fetched. Well-formed as XML too.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

std::string escaped(std::string_view text);

// Everything to the first heading; `style` follows the common one, `also_allowed` the content security policy, which
// lets nothing in but inline pictures and styles. kHtmlEnd closes it.
std::string html_head(std::string_view title, std::string_view language, std::string_view style = {},
                      std::string_view also_allowed = {});
inline constexpr const char* kHtmlEnd = "</body>\n</html>\n";

}  // namespace kiosk
