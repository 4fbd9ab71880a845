#include "base/html_page.h"

namespace kiosk {
namespace {

constexpr const char* kStyle = R"(
body { font: 16px/1.5 "Noto Sans", sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em; color: #1a1a1a; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #c8c8c8; padding: .3em .6em; text-align: start; vertical-align: top; }
th { background: #f0f0ee; }
td.n { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
details { margin: .5em 0; border-inline-start: 4px solid #c8c8c8; padding-inline-start: 1em; }
summary { cursor: pointer; padding: .3em 0; }
td.text { width: 45%; }
.state { white-space: nowrap; }
.reviewed, .translated { background: #e4f1e4; } .review, .machine { background: #fdf3d2; }
.outdated, .missing { background: #fae1de; }
.finding { margin: .3em 0 0; font-size: 14px; } .error { color: #9c1c14; } .warning { color: #6f5200; }
img { border: 1px solid #c8c8c8; max-width: 100%; margin: .5em 0; }
@media (max-width: 60em) { table { display: block; overflow-x: auto; } }
)";

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
      out += "\uFFFD";
    else
      out += c;
  }
  return out;
}

std::string html_head(std::string_view title, std::string_view language, std::string_view style,
                      std::string_view also_allowed) {
  return "<!DOCTYPE html>\n<html lang=\"" + escaped(language) +
         "\">\n<head>\n<meta charset=\"utf-8\" />\n"
         "<meta name=\"viewport\" content=\"width=device-width\" />\n"
         "<meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'" +
         (also_allowed.empty() ? "" : "; " + std::string(also_allowed)) +
         "\" />\n"
         "<title>" +
         escaped(title) + "</title>\n<style>" + kStyle + std::string(style) + "</style>\n</head>\n<body>\n<h1>" +
         escaped(title) + "</h1>\n";
}

}  // namespace kiosk
