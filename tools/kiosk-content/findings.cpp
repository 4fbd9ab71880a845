#include "findings.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/file.h"
#include "base/html_page.h"
#include "base/utf8.h"

namespace kiosk::tool {

std::vector<Diagnostic> sorted_findings(const DiagnosticSink& sink, const std::string& root) {
  std::vector<Diagnostic> findings = sink.all();
  const auto key = [](const Diagnostic& d) { return std::tie(d.at.path, d.at.line, d.at.column, d.check, d.message); };
  std::stable_sort(findings.begin(), findings.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  findings.erase(
      std::unique(findings.begin(), findings.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
      findings.end());
  std::map<std::string, std::string> texts;
  for (Diagnostic& d : findings) {
    if (!d.source_line.empty() || d.at.line == 0) continue;
    const auto [text, fresh] = texts.try_emplace(d.at.path);
    if (fresh) text->second = read_file(root + "/" + d.at.path, 16u << 20).value_or("");
    d.source_line = line_of(text->second, d.at.line);
    if (find_invalid_utf8(d.source_line) != std::string::npos) d.source_line.clear();
  }
  return findings;
}

void print_findings(std::ostream& out, const std::vector<Diagnostic>& findings, Format format) {
  if (format == Format::kText) {
    for (const Diagnostic& d : findings) out << to_text(d) << "\n";
    return;
  }
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Diagnostic& d : findings)
    list.push_back({{"severity", to_string(d.severity)},
                    {"check", d.check},
                    {"path", d.at.path},
                    {"line", d.at.line},
                    {"column", d.at.column},
                    {"language", d.language},
                    {"page", d.page},
                    {"block", d.block},
                    {"message", d.message},
                    {"hint", d.hint}});
  const nlohmann::ordered_json report = {{"findings", std::move(list)}};
  out << report.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

std::string count_findings(const std::vector<Diagnostic>& findings) {
  const auto count = [&](Severity severity) {
    return std::count_if(findings.begin(), findings.end(), [&](const Diagnostic& d) { return d.severity == severity; });
  };
  const auto shown = [](auto n, const char* noun) { return std::to_string(n) + " " + noun + (n == 1 ? "" : "s"); };
  const std::string hints = count(Severity::kHint) == 0 ? "" : ", " + shown(count(Severity::kHint), "hint");
  return shown(count(Severity::kError), "error") + ", " + shown(count(Severity::kWarning), "warning") + hints;
}

std::string findings_html(const std::vector<Diagnostic>& findings, const Words& words) {
  std::string out = html_head(words.of("What must be mended"), words.language());
  out += "<p>" + escaped(words.of(count_findings(findings))) + "</p>\n";
  const std::string* path = nullptr;
  for (const Diagnostic& d : findings) {
    if (path == nullptr || *path != d.at.path) {
      if (path != nullptr) out += "</table>\n";
      out += "<h2>" + escaped(d.at.path) + "</h2>\n<table>\n<tr>";
      for (const char* head : {"line", "what", "how to mend it"}) out += "<th>" + escaped(words.of(head)) + "</th>";
      out += "</tr>\n";
      path = &d.at.path;
    }
    out += "<tr><td class=\"n\">" + (d.at.line > 0 ? std::to_string(d.at.line) : "") + "</td><td>";
    if (!d.source_line.empty())
      out += "<div dir=\"auto\"" + (d.language.empty() ? "" : " lang=\"" + escaped(d.language) + "\"") + ">" +
             escaped(d.source_line) + "</div>";
    out += "<p class=\"finding " + std::string(to_string(d.severity)) + "\">" +
           escaped(words.of(to_string(d.severity)) + " (" + d.check + "): " + words.of(d.message)) + "</p></td><td>" +
           escaped(words.of(d.hint)) + "</td></tr>\n";
  }
  if (path != nullptr) out += "</table>\n";
  return out + kHtmlEnd;
}

}  // namespace kiosk::tool
