#include <algorithm>
#include <iostream>
#include <memory>

#include "base/file.h"
#include "command.h"
#include "findings.h"
#include "i18n/date_time.h"
#include "page_picture.h"
#include "progress.h"
#include "report_values.h"
#include "today.h"

namespace kiosk::tool {
namespace {

constexpr int kPictureWidth = 640;  // px: the file must fit in an e-mail

struct ReportOptions {
  std::string site, out, date;
  std::vector<std::string> languages;
  bool no_pictures = false;
};

// A core page is drawn as the first site shows it.
class Illustrator {
 public:
  Illustrator(const Project& project, const Report& report, Progress& progress)
      : project_(project), report_(report), progress_(progress) {}

  Result<void> illustrate(const SourcePart& site, std::vector<ReportPage>& pages) const {
    std::vector<std::string> tags = {std::string(kSourceLanguage)};
    for (const ReportLanguage& language : report_.languages) tags.push_back(language.language.tag);
    const TreeBuilder tree({&project_.sources, &site, tags, report_.today}, project_.translations, project_.domains);
    PictureOptions options;
    options.width_px = kPictureWidth;
    options.now_ms = i18n::parse_iso_time(report_.today + "T12:00").value_or(0);
    PagePictures pictures(tree, options);
    for (ReportPage& page : pages) {
      const bool core = page.domain == project_.sources.core.domain && &site == &project_.sources.sites.front();
      if (!page.is_page || (page.domain != site.domain && !core)) continue;
      progress_.show("drawing the pages", static_cast<std::size_t>(&page - pages.data()), pages.size(), page.id);
      const SourcePage& source = *SiteView{&project_.sources.core, &site}.page(page.id);
      if (const auto drawn = draw(pictures, source, kSourceLanguage, page.picture); !drawn) return drawn;
      for (ReportTranslation& translation : page.translations)
        if (const auto drawn = draw(pictures, source, translation.language, translation.picture); !drawn) return drawn;
    }
    return {};
  }

 private:
  Result<void> draw(PagePictures& pictures, const SourcePage& page, std::string_view language, std::string& png) const {
    auto drawn = pictures.small(page, *project_.sources.language(language));
    if (!drawn) return tl::unexpected(drawn.error());
    png = std::move(*drawn);
    return {};
  }

  const Project& project_;
  const Report& report_;
  Progress& progress_;
};

int run_report(const std::string& root, const ReportOptions& options, const Words& words) {
  DiagnosticSink sink;
  Project project = load_project(root, options.site, sink);
  if (!known_languages(project.sources, options.languages)) return 2;
  std::vector<std::string> tags = options.languages;
  if (tags.empty())
    for (const content::Language& language : project.sources.languages) tags.push_back(language.tag);
  std::erase(tags, kSourceLanguage);
  project.load_translations(root, tags.empty() ? std::vector<std::string>{std::string(kSourceLanguage)} : tags, sink);
  const std::string date = options.date.empty() ? today(SystemClock()) : options.date;
  check_project(project, date, sink);
  Report report = collect_report(project, tags, sorted_findings(sink, root), date);
  const auto fail_with = [](const Error& error) {
    std::cerr << error.message << "\n";
    return 2;
  };
  if (!options.no_pictures && project.sources.language(kSourceLanguage) != nullptr) {
    Progress progress(words);
    const Illustrator illustrator(project, report, progress);
    for (const SourcePart& site : project.sources.sites)
      if (const auto drawn = illustrator.illustrate(site, report.pages); !drawn) return fail_with(drawn.error());
  }
  const std::string html = report_html(report);
  if (const auto written = write_file(options.out, html); !written) return fail_with(written.error());
  std::cout << options.out << ": " << report.languages.size() << " languages, "
            << std::count_if(report.pages.begin(), report.pages.end(), [](const ReportPage& p) { return p.is_page; })
            << " pages, " << html.size() / 1024 << " KiB\n";
  return sink.errors() > 0 ? 1 : 0;
}

}  // namespace

void add_report(CommandLine& line, const Context& context) {
  auto options = std::make_shared<ReportOptions>();
  Verb verb = line.verb("report", "Writes one HTML file for reviewers: states, findings, pictures",
                        "kiosk-content report --site vansbro --langs ar,so --out report.html");
  verb.text("--out", options->out, "The HTML file to write").required();
  verb.text("--site", options->site, "Only this site and the core");
  verb.texts("--langs", options->languages, "Only these languages");
  verb.text("--today", options->date, "The date of the report, as 2026-11-22").date();
  verb.flag("--no-pictures", options->no_pictures, "Without pictures of the pages: a small file");
  verb.run([options, &context] { return run_report(context.root, *options, context.words); });
}

}  // namespace kiosk::tool
