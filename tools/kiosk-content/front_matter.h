// The names and values between the '---' lines at the head of a page.
#pragma once

#include "page_lines.h"
#include "source_page.h"

namespace kiosk::tool {

// Fills the page's fields; `page.id` is the file's and the front matter must say the same.
void read_front_matter(const PageLines& lines, std::string_view path, SourcePage& page, DiagnosticSink& sink);

}  // namespace kiosk::tool
