#include <algorithm>
#include <iostream>
#include <memory>

#include "command.h"
#include "findings.h"
#include "i18n/date_time.h"
#include "page_picture.h"
#include "project.h"
#include "site_of_page.h"
#include "today.h"

namespace kiosk::tool {
namespace {

struct PreviewOptions {
  std::string page, language, out, site, date;
  int text_scale = 100;
};

int run_preview(const std::string& root, const PreviewOptions& options) {
  DiagnosticSink sink;
  Project project = load_project(root, options.site, sink);
  if (!known_languages(project.sources, {options.language})) return 2;
  const SourcePart* site = site_of_page(project.sources, options.site, options.page);
  if (site == nullptr) {
    say_unknown_page(project.sources, options.page);
    return 2;
  }
  project.load_translations(root, {options.language}, sink);
  const std::string date = options.date.empty() ? today(SystemClock()) : options.date;
  const TreeBuilder tree({&project.sources, site, {options.language}, date}, project.translations, project.domains);
  PictureOptions picture;
  picture.text_scale = options.text_scale;
  picture.now_ms = i18n::parse_iso_time(date + "T12:00").value_or(0);
  PagePictures pictures(tree, picture);
  const SourcePage& page = *SiteView{&project.sources.core, site}.page(options.page);
  const auto drawn = pictures.save(page, *project.sources.language(options.language), options.out);
  std::vector<Diagnostic> findings = sorted_findings(sink, root);
  std::erase_if(findings, [](const Diagnostic& d) { return d.severity != Severity::kError; });
  print_findings(std::cerr, findings, Format::kText);
  if (!drawn) {
    std::cerr << drawn.error().message << "\n";
    return 2;
  }
  std::cout << options.out << ": " << options.page << " in " << options.language << ", " << site->domain << "\n";
  return findings.empty() ? 0 : 1;
}

}  // namespace

void add_preview(CommandLine& line, const Context& context) {
  auto options = std::make_shared<PreviewOptions>();
  Verb verb = line.verb("preview", "Draws a page as the kiosk shows it, in one picture from top to end",
                        "kiosk-content preview health/where-to-turn ar --out page.png");
  verb.text("page", options->page, "The page: TOPIC/PAGE").required();
  verb.text("language", options->language, "The language, as a folder of locales/ is called").required();
  verb.text("--out", options->out, "The PNG file to write").required();
  verb.text("--site", options->site, "The kiosk's site; the first that has the page if left out");
  verb.number("--scale", options->text_scale, "The text size in percent", {"100", "125", "150", "200"});
  verb.text("--today", options->date, "The date on the screen, as 2026-11-22").date();
  verb.run([options, &context] { return run_preview(context.root, *options); });
}

}  // namespace kiosk::tool
