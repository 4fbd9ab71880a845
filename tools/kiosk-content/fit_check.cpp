#include "fit_check.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

#include "i18n/date_time.h"
#include "inline_markup.h"
#include "tree_builder.h"
#include "ui/compose.h"

namespace kiosk::tool {
namespace {

constexpr int kTextScale = 200;

// A wall-mounted 21.5" screen, the same one upright, and a small 15.6" one.
constexpr ui::Display kDisplays[] = {{{1920, 1080}, 476, 268}, {{1080, 1920}, 268, 476}, {{1366, 768}, 344, 193}};

// The drawn text without what the kiosk puts in by itself: isolates.
std::string without_isolates(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with("\xE2\x81") && i + 2 < text.size() && text[i + 2] >= '\xA6' && text[i + 2] <= '\xA9')
      i += 3;
    else
      out += text[i++];
  }
  return out;
}

std::string plain(std::string_view source) {
  std::string out;
  for (const InlinePart& part : parse_inline(source).parts)
    if (part.kind == InlinePart::Kind::kText) out += part.text;
  return out;
}

// A step beside its Swedish twin has its number in front: "4. ".
bool shows(std::string_view shown, std::string_view text) {
  if (!shown.ends_with(text)) return false;
  const std::string_view before = shown.substr(0, shown.size() - text.size());
  return before.empty() || (before.ends_with(". ") && before.find(' ') == before.size() - 1);
}

// One language on one site's kiosk.
class ScreensOfALanguage {
 public:
  ScreensOfALanguage(const Project& project, const TreeBuilder& tree, const content::Manifest& manifest,
                     const content::Language& language, std::int64_t now_ms, DiagnosticSink& sink)
      : project_(project),
        tree_(tree),
        manifest_(manifest),
        language_(language),
        now_ms_(now_ms),
        sink_(sink),
        typesetter_(manifest, fonts_) {}

  // `pages` are those that no earlier site has shown.
  void run(const std::vector<const SourcePage*>& pages) {
    site_ = tree_.site(language_);
    model_.manifest = &manifest_;
    model_.site = &site_;
    for (const ui::ScreenKind screen :
         {ui::ScreenKind::kPicker, ui::ScreenKind::kHome, ui::ScreenKind::kSettings, ui::ScreenKind::kOutOfService})
      lay_out(screen);
    idle_warning_ = true;
    lay_out(ui::ScreenKind::kHome);
    idle_warning_ = false;
    for (const content::Topic& topic : tree_.topics(language_)) {
      model_.topic = &topic;
      lay_out(ui::ScreenKind::kTopic, topic.id);
    }
    model_.topic = nullptr;
    for (const SourcePage* source : pages) {
      const content::Page page = tree_.page(language_, *source);
      model_.page = &page;
      page_ = source;
      lay_out(ui::ScreenKind::kPage, source->topic);
      if (language_.tag != kSourceLanguage) {
        const content::Page swedish = tree_.page(*project_.sources.language(kSourceLanguage), *source);
        model_.swedish_page = &swedish;
        lay_out(ui::ScreenKind::kBeside, source->topic);
        model_.swedish_page = nullptr;
      }
    }
  }

 private:
  void lay_out(ui::ScreenKind screen, const std::string& topic = {}) {
    ui::State state;
    state.language = language_.tag;
    state.language_chosen = true;
    state.text_scale = kTextScale;
    state.now_ms = state.active_ms = now_ms_;
    state.idle_warning = idle_warning_;
    state.idle_left_s = 20;
    if (screen != ui::ScreenKind::kHome) state.history.push_back({ui::ScreenKind::kHome});
    state.place.screen = screen;
    state.place.topic = topic;
    if (page_ != nullptr) state.place.page = page_->id;
    for (const ui::Display& display : kDisplays)
      for (const ui::Element& element : ui::compose(state, model_, display, typesetter_).elements)
        look_at(element, screen, display);
  }

  void look_at(const ui::Element& element, ui::ScreenKind screen, const ui::Display& display) {
    if (element.notdef > 0)
      report("missing-glyph", element, "'" + without_isolates(element.text) + "' has a character that no font shows",
             "is it the right letter? else add a font to locales/" + language_.tag + "/language.yaml");
    if (element.overflows())
      report("fit", element,
             "'" + without_isolates(element.text) + "' does not fit its box '" + element.id + "' on the screen '" +
                 ui::to_string(screen) + "' of " + std::to_string(display.size_px.w) + "x" +
                 std::to_string(display.size_px.h) + " px, text size " + std::to_string(kTextScale) + " %",
             "write it shorter, or with shorter words");
  }

  void report(const char* check, const ui::Element& element, std::string message, std::string hint) {
    if (!reported_.emplace(check, element.id + '\0' + element.text).second) return;
    Diagnostic d;
    d.check = check;
    d.message = std::move(message);
    d.hint = std::move(hint);
    d.language = language_.tag;
    d.source_line = without_isolates(element.text);
    if (page_ != nullptr) d.page = page_->id;
    d.block = element.block.empty() ? element.id : element.block;
    place(element, d);
    sink_.add(std::move(d));
  }

  // Where the text is written, in the language's own file or in that of the language it falls back to. One that no unit
  // has word for word (a fact is put in) gets its folder alone.
  void place(const ui::Element& element, Diagnostic& d) const {
    const std::string shown = without_isolates(element.text);
    std::vector<std::string> chain = language_.chain;
    chain.insert(chain.begin(), language_.tag);
    chain.emplace_back(kSourceLanguage);
    for (const std::string& tag : chain)
      if (place_in(tag, shown, d)) return;
    d.at = {language_.tag == kSourceLanguage ? "content" : "locales/" + language_.tag, 0, 0};
  }

  bool place_in(const std::string& tag, const std::string& shown, Diagnostic& d) const {
    const auto translations = project_.translations.find(tag);
    for (const Domain& domain : project_.domains)
      for (const Unit& unit : domain.units) {
        if (!d.page.empty() && !unit.page.empty() && unit.page != d.page) continue;
        const PoEntry* entry = translations == project_.translations.end()
                                   ? nullptr
                                   : translations->second.find(domain.name, unit.context, unit.source);
        if (tag != kSourceLanguage && entry == nullptr) continue;
        const std::string& text = entry == nullptr ? unit.source : entry->text();
        if (text.empty() || !shows(shown, plain(text))) continue;
        d.language = tag;
        if (d.page.empty()) d.page = unit.page;
        d.block = unit.block.empty() ? unit.context : unit.block;
        d.at = entry == nullptr ? unit.places.front() : place_in_text(*entry, po_path(tag, domain.name), 0);
        return true;
      }
    return false;
  }

  const Project& project_;
  const TreeBuilder& tree_;
  const content::Manifest& manifest_;
  const content::Language& language_;
  std::int64_t now_ms_;
  DiagnosticSink& sink_;
  text::FontLibrary fonts_;
  ui::Typesetter typesetter_;
  content::Site site_;
  ui::Model model_;
  const SourcePage* page_ = nullptr;
  bool idle_warning_ = false;
  std::set<std::pair<std::string, std::string>> reported_;
};

std::vector<std::string> languages_of(const Project& project, const SourcePart& site,
                                      const std::vector<std::string>& wanted) {
  std::vector<std::string> tags;
  for (const std::string& tag : site.site.languages)
    if (project.sources.language(tag) != nullptr &&
        (wanted.empty() || std::find(wanted.begin(), wanted.end(), tag) != wanted.end()))
      tags.push_back(tag);
  return tags;
}

// What a site's kiosk shows: all its pages if it is the first, else those that are its own.
struct SiteScreens {
  SiteScreens(const Project& project, const SourcePart& site, std::vector<std::string> tags, const std::string& today)
      : tree({&project.sources, &site, std::move(tags), today}, project.translations, project.domains),
        manifest(tree.manifest()),
        pages(tree.pages()) {
    if (&site == &project.sources.sites.front()) return;
    const SiteView view{&project.sources.core, &site};
    std::erase_if(pages, [&](const SourcePage* page) { return view.domain_of(*page) == project.sources.core.domain; });
  }

  TreeBuilder tree;
  content::Manifest manifest;
  std::vector<const SourcePage*> pages;
};

struct Job {
  const SiteScreens* site = nullptr;
  const content::Language* language = nullptr;
  DiagnosticSink found;
};

}  // namespace

void check_fit(const Project& project, const FitOptions& options, DiagnosticSink& sink) {
  if (project.sources.language(kSourceLanguage) == nullptr || project.sources.fonts.families.empty()) return;
  const std::int64_t now_ms = i18n::parse_iso_time(options.today + "T12:00").value_or(0);
  std::deque<SiteScreens> sites;
  std::vector<Job> jobs;
  for (const SourcePart& site : project.sources.sites) {
    const std::vector<std::string> tags = languages_of(project, site, options.languages);
    const SiteScreens& screens = sites.emplace_back(project, site, tags, options.today);
    for (const std::string& tag : tags) jobs.push_back({&screens, project.sources.language(tag), {}});
  }
  // Each job has fonts, caches and findings of its own; they share the project, which nobody changes.
  std::atomic<std::size_t> next = 0, done = 0;
  std::mutex telling;
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      Job& job = jobs[i];
      if (options.progress) {
        const std::lock_guard lock(telling);
        options.progress(done, jobs.size(), job.language->tag);
      }
      ScreensOfALanguage(project, job.site->tree, job.site->manifest, *job.language, now_ms, job.found)
          .run(job.site->pages);
      ++done;
    }
  };
  std::vector<std::thread> others;
  for (std::size_t n = 1; n < std::min<std::size_t>(std::thread::hardware_concurrency(), jobs.size()); ++n)
    others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  for (const Job& job : jobs)
    for (const Diagnostic& d : job.found.all()) sink.add(d);
}

}  // namespace kiosk::tool
