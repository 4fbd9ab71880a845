#include "one_page.h"

#include <algorithm>
#include <iostream>
#include <vector>

#include "content/did_you_mean.h"
#include "findings.h"
#include "i18n/date_time.h"
#include "today.h"

namespace kiosk::tool {
namespace {

const SourcePart* site_of(const Sources& sources, const std::string& wanted, const std::string& page) {
  for (const SourcePart& site : sources.sites)
    if ((wanted.empty() || wanted == site.domain) && SiteView{&sources.core, &site}.page(page) != nullptr) return &site;
  return nullptr;
}

void say_unknown_page(const Sources& sources, const std::string& page) {
  std::vector<std::string> known;
  for (const SourcePage& core : sources.core.pages) known.push_back(core.id);
  for (const SourcePart& site : sources.sites)
    for (const SourcePage& own : site.pages) known.push_back(own.id);
  const std::string near = nearest(page, known);
  std::cerr << "no page '" << page << "'" << (near.empty() ? "" : "; did you mean '" + near + "'?") << "\n";
}

}  // namespace

void add_page_options(Verb& verb, OnePageOptions& options) {
  verb.text("page", options.page, "The page: TOPIC/PAGE").required();
  verb.text("language", options.language, "The language, as a folder of locales/ is called").required();
  verb.text("--site", options.site, "The kiosk's site; the first that has the page if left out");
  verb.text("--today", options.date, "The date on the screen, as 2026-11-22").date();
}

std::unique_ptr<OnePage> OnePage::open(const std::string& root, const OnePageOptions& options) {
  std::unique_ptr<OnePage> one(new OnePage);
  one->root_ = root;
  one->date_ = options.date.empty() ? today(SystemClock()) : options.date;
  one->project_ = load_project(root, options.site, one->sink_);
  const Sources& sources = one->project_.sources;
  if (!known_languages(sources, {options.language})) return nullptr;
  one->language_ = sources.language(options.language);
  one->site_ = site_of(sources, options.site, options.page);
  if (one->site_ == nullptr) {
    say_unknown_page(sources, options.page);
    return nullptr;
  }
  one->page_ = SiteView{&sources.core, one->site_}.page(options.page);
  one->project_.load_translations(root, {options.language}, one->sink_);
  one->tree_.emplace(TreeRequest{&sources, one->site_, {options.language}, one->date_}, one->project_.translations,
                     one->project_.domains);
  return one;
}

PictureOptions OnePage::picture() const {
  PictureOptions picture;
  picture.now_ms = i18n::parse_iso_time(date_ + "T12:00").value_or(0);
  return picture;
}

bool OnePage::is_sound() const {
  std::vector<Diagnostic> findings = sorted_findings(sink_, root_);
  std::erase_if(findings, [](const Diagnostic& d) { return d.severity != Severity::kError; });
  print_findings(std::cerr, findings, Format::kText);
  return findings.empty();
}

}  // namespace kiosk::tool
