#include "sources.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>

#include "base/file.h"
#include "content/keyboard_fields.h"
#include "content/language_file.h"
#include "content/value_formats.h"
#include "on_all_cores.h"
#include "source_files.h"

namespace kiosk::tool {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> folders_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (it->is_directory(error)) names.push_back(it->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Loader {
 public:
  Loader(std::string root, DiagnosticSink& sink) : root_(std::move(root)), sink_(sink) {}

  Sources load(std::string_view only_site) {
    Sources sources;
    load_part("content/core", sources.core);
    sources.core.domain = "core";
    with_yaml("content/core/ui.yaml", Need::kRequired,
              [&](const content::Yaml& yaml, std::string_view path) { read_ui(yaml, path, sources.ui, sink_); });
    for (const std::string& id : folders_in(root_ + "/content/sites")) {
      if (!only_site.empty() && id != only_site) continue;
      SourcePart& part = sources.sites.emplace_back();
      part.domain = part.site.id = id;
      const std::string folder = "content/sites/" + id;
      if (!content::kBlockId.matches(id) || id == "core" || id == "ui")
        sink_.error("syntax", {folder, 0, 0}, "'" + id + "' cannot be a site's name",
                    "name the folder with small letters a-z, digits and '-'; core and ui are taken");
      with_yaml(folder + "/site.yaml", Need::kRequired,
                [&](const content::Yaml& yaml, std::string_view path) { read_site(yaml, path, part.site, sink_); });
      load_part(folder, part);
    }
    if (!only_site.empty() && sources.sites.empty()) {
      const std::string near = nearest(only_site, folders_in(root_ + "/content/sites"));
      sink_.error(
          "syntax", {"content/sites", 0, 0}, "there is no site '" + std::string(only_site) + "'",
          near.empty() ? "a site is a folder in content/sites with a site.yaml" : "did you mean '" + near + "'?");
    }
    load_languages(sources);
    load_keyboards(sources);
    return sources;
  }

 private:
  enum class Need { kOptional, kRequired };

  void with_text(const std::string& path, Need need,
                 const std::function<void(std::string_view, const std::string&)>& read) {
    if (need == Need::kOptional && !file_exists(root_ + "/" + path)) return;
    const Result<std::string> text = read_file(root_ + "/" + path, 16u << 20);
    if (text)
      read(*text, path);
    else
      sink_.error("syntax", {path, 0, 0}, text.error().message, "content/README.md shows which files there are");
  }

  void with_yaml(const std::string& path, Need need,
                 const std::function<void(const content::Yaml&, std::string_view)>& read) {
    with_text(path, need, [&](std::string_view text, const std::string&) {
      if (const auto yaml = content::parse_yaml(text, path, sink_, source_limits())) read(*yaml, path);
    });
  }

  void load_part(const std::string& folder, SourcePart& part) {
    const auto reader = [&](auto read) {
      return [&part, this, read](const content::Yaml& yaml, std::string_view path) { read(yaml, path, part, sink_); };
    };
    with_yaml(folder + "/topics.yaml", Need::kOptional, reader(read_topics));
    with_yaml(folder + "/facts.yaml", Need::kOptional, reader(read_facts));
    with_yaml(folder + "/contacts.yaml", Need::kOptional, reader(read_contacts));
    with_yaml(folder + "/hours.yaml", Need::kOptional, reader(read_hours));
    with_yaml(folder + "/glossary.yaml", Need::kOptional, reader(read_glossary));
    with_yaml(folder + "/phrases.yaml", Need::kOptional, reader(read_phrases));
    with_yaml(folder + "/notices.yaml", Need::kOptional, reader(read_notices));
    with_yaml(folder + "/polls.yaml", Need::kOptional, reader(read_polls));
    load_media(root_, folder + "/media", part.media, sink_);
    load_recordings(root_, folder + "/audio", part.recordings, sink_);
    for (const std::string& file : list_files(root_ + "/" + folder + "/events", ".ics")) {
      const std::string path = folder + "/events/" + file;
      const Result<std::string> text = read_file(root_ + "/" + path, kLargestCalendar);
      if (text)
        part.calendars.push_back(read_calendar(*text, path, sink_));
      else
        sink_.error("limit", {path, 0, 0}, text.error().message, "a calendar has 256 KB at most");
    }
    load_pages(folder + "/pages", part);
  }

  // Most of what there is to read: on all cores, reported in the order of the files.
  void load_pages(const std::string& folder, SourcePart& part) {
    const std::vector<std::string> files = list_files(root_ + "/" + folder, ".md");
    std::vector<std::optional<SourcePage>> pages(files.size());
    std::vector<DiagnosticSink> found(files.size());
    on_all_cores(files.size(), [&](std::size_t i) {
      const std::string path = folder + "/" + files[i];
      if (const Result<std::string> text = read_file(root_ + "/" + path, 1u << 20))
        pages[i] = read_page(*text, path, found[i]);
      else
        found[i].error("syntax", {path, 0, 0}, text.error().message);
    });
    for (std::size_t i = 0; i < files.size(); ++i) {
      for (Diagnostic d : found[i].all()) {
        if (pages[i]) {
          d.page = pages[i]->id;
          d.language = kSourceLanguage;
        }
        sink_.add(std::move(d));
      }
      if (pages[i]) part.pages.push_back(std::move(*pages[i]));
    }
  }

  // A project without the folder has no keyboards on the screen.
  void load_keyboards(Sources& sources) {
    for (const std::string& file : list_files(root_ + "/content/keyboards", ".yaml")) {
      with_yaml("content/keyboards/" + file, Need::kRequired, [&](const content::Yaml& yaml, std::string_view path) {
        content::FieldReader fields(path, sink_);
        content::Keyboard keyboard = content::read_keyboard(yaml, fields);
        if (keyboard.id + ".yaml" != file)
          fields.error(yaml, "the keyboard '" + keyboard.id + "' stands in the file " + file, "name the file after it");
        sources.keyboards[keyboard.id] = std::move(keyboard);
      });
    }
    if (sources.keyboards.empty()) return;
    for (const content::Language& language : sources.languages)
      if (!language.keyboard.empty() && !sources.keyboards.contains(language.keyboard))
        sink_.error("syntax", {"locales/" + language.tag + "/language.yaml", 1, 1},
                    "there is no keyboard '" + language.keyboard + "'",
                    "the keyboards are the files of content/keyboards");
  }

  void load_languages(Sources& sources) {
    for (const std::string& tag : folders_in(root_ + "/locales")) {
      with_text(
          "locales/" + tag + "/language.yaml", Need::kRequired, [&](std::string_view text, const std::string& path) {
            auto language = content::parse_language(text, path, sink_);
            if (!language) return;
            if (language->tag == tag)
              sources.languages.push_back(std::move(*language));
            else
              sink_.error("syntax", {path, 1, 1}, "the tag '" + language->tag + "' is not the folder's, '" + tag + "'",
                          "write 'tag: " + tag + "'");
          });
    }
    with_text(kFontStacksFile, Need::kRequired, [&](std::string_view text, const std::string& path) {
      if (auto fonts = content::parse_font_stacks(text, path, sink_)) sources.fonts = std::move(*fonts);
    });
  }

  std::string root_;
  DiagnosticSink& sink_;
};

template <class Map>
auto find_in(const SiteView& view, const Map SourcePart::*member, std::string_view id) -> const
    typename Map::mapped_type* {
  for (const SourcePart* part : view.parts())
    if (const auto found = (part->*member).find(id); found != (part->*member).end()) return &found->second;
  return nullptr;
}

}  // namespace

const SourcePart* Sources::site(std::string_view id) const {
  const auto found =
      std::find_if(sites.begin(), sites.end(), [&](const SourcePart& part) { return part.domain == id; });
  return found == sites.end() ? nullptr : &*found;
}

const content::Language* Sources::language(std::string_view tag) const {
  const auto found =
      std::find_if(languages.begin(), languages.end(), [&](const content::Language& l) { return l.tag == tag; });
  return found == languages.end() ? nullptr : &*found;
}

std::vector<const SourcePart*> SiteView::parts() const {
  if (site == nullptr) return {core};
  return {core, site};
}

const Fact* SiteView::fact(std::string_view id) const { return find_in(*this, &SourcePart::facts, id); }
const ContactSource* SiteView::contact(std::string_view id) const { return find_in(*this, &SourcePart::contacts, id); }

const HoursSource* SiteView::hours(std::string_view id) const { return find_in(*this, &SourcePart::hours, id); }

const MediaSource* SiteView::media(std::string_view id) const { return find_in(*this, &SourcePart::media, id); }

const CalendarSource* SiteView::calendar(std::string_view id) const {
  for (const SourcePart* part : parts())
    for (const CalendarSource& calendar : part->calendars)
      if (calendar.id == id) return &calendar;
  return nullptr;
}

const PollSource* SiteView::poll(std::string_view id) const {
  for (const SourcePart* part : parts())
    for (const PollSource& poll : part->polls)
      if (poll.id == id) return &poll;
  return nullptr;
}

const SourcePage* SiteView::page(std::string_view id) const {
  for (const SourcePart* part : parts())
    for (const SourcePage& page : part->pages)
      if (page.id == id) return &page;
  return nullptr;
}

std::string_view SiteView::domain_of(const SourcePage& page) const {
  for (const SourcePart* part : parts())
    if (!part->pages.empty() && &page >= &part->pages.front() && &page <= &part->pages.back()) return part->domain;
  return core->domain;
}

std::string_view SiteView::domain_of(const PollSource& poll) const {
  for (const SourcePart* part : parts())
    if (!part->polls.empty() && &poll >= &part->polls.front() && &poll <= &part->polls.back()) return part->domain;
  return core->domain;
}

Sources load_sources(const std::string& root, std::string_view only_site, DiagnosticSink& sink) {
  return Loader(root, sink).load(only_site);
}

}  // namespace kiosk::tool
