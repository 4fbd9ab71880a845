// `kiosk-content new`: begins a page, a site or a language from a template. What is there is never written over.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/file.h"
#include "base/utf8.h"
#include "command.h"
#include "content/value_formats.h"
#include "i18n/character.h"
#include "i18n/locale.h"
#include "i18n/message.h"
#include "project.h"
#include "templates.h"
#include "text/font_library.h"
#include "today.h"

namespace kiosk::tool {
namespace {

struct NewOptions {
  std::string kind, name, site, date;
};

int usage(const std::string& message) {
  std::cerr << message << "\n";
  return 2;
}

std::string with_suggestion(std::string message, const std::string& word, const std::vector<std::string>& known) {
  const std::string near = nearest(word, known);
  return near.empty() ? message : message + "; did you mean '" + near + "'?";
}

// A year later; 29 February becomes 1 March.
std::string year_after(const std::string& date) {
  const std::string next = std::to_string(std::stoi(date.substr(0, 4)) + 1) + date.substr(4);
  return is_iso_date(next) ? next : next.substr(0, 4) + "-03-01";
}

class Beginner {
 public:
  Beginner(const std::string& root, const NewOptions& options, const Words& words)
      : root_(root), options_(options), words_(words), sources_(load_sources(root, {}, sink_)) {}

  int begin() {
    if (options_.kind == "page") return begin_page();
    return options_.kind == "site" ? begin_site() : begin_language();
  }

 private:
  int begin_page() {
    const std::string& id = options_.name;
    const std::size_t slash = id.find('/');
    if (!content::kPageId.matches(id) || slash == std::string::npos)
      return usage("'" + id + "' is no page's name; write TOPIC/PAGE with small letters a-z, digits and '-'");
    const SourcePart* site = options_.site.empty() ? nullptr : sources_.site(options_.site);
    if (!options_.site.empty() && site == nullptr) {
      std::vector<std::string> sites;
      for (const SourcePart& part : sources_.sites) sites.push_back(part.domain);
      return usage(with_suggestion("there is no site '" + options_.site + "'", options_.site, sites));
    }
    const std::string topic = id.substr(0, slash);
    std::vector<std::string> topics;
    const SiteView view{&sources_.core, site};
    for (const SourcePart* part : view.parts())
      for (const TopicSource& known : part->topics) topics.push_back(known.id);
    if (std::find(topics.begin(), topics.end(), topic) == topics.end())
      return usage(with_suggestion("there is no topic '" + topic + "'", topic, topics));
    if (view.page(id) != nullptr) return usage("the page '" + id + "' is there already");
    const std::string from = options_.date.empty() ? today(SystemClock()) : options_.date;
    const std::string folder = site == nullptr ? "content/core" : "content/sites/" + site->domain;
    return finish({{folder + "/pages/" + id + ".md", page_template(id, from, year_after(from), words_)}},
                  "write your text in it, then run: kiosk-content check");
  }

  int begin_site() {
    const std::string& id = options_.name;
    if (!content::kBlockId.matches(id) || id == "core" || id == "ui")
      return usage("'" + id + "' cannot be a site's name; write small letters a-z, digits and '-'");
    std::vector<std::string> languages = {std::string(kSourceLanguage)};
    for (const content::Language& language : sources_.languages)
      if (file_exists(root_ + "/" + po_path(language.tag, sources_.core.domain))) languages.push_back(language.tag);
    std::string emergency;
    for (const SourcePart& site : sources_.sites)
      if (SiteView{&sources_.core, nullptr}.page(site.site.emergency_page) != nullptr)
        emergency = site.site.emergency_page;
    std::map<std::string, std::string> files;
    for (auto& [name, text] : site_template(id, languages, emergency, words_))
      files["content/sites/" + id + "/" + name] = std::move(text);
    return finish(files, "write the municipality's name, then run: kiosk-content new page TOPIC/PAGE --site " + id);
  }

  int begin_language() {
    const std::string& tag = options_.name;
    if (!content::kLanguageTag.matches(tag))
      return usage("'" + tag + "' is no language tag; write it as BCP 47 has it: ar, zh-Hans, fa-AF");
    NewLanguage language;
    language.tag = tag;
    language.autonym = i18n::language_name(tag, tag);
    language.name_sv = i18n::language_name(tag, "sv");
    language.name_en = i18n::language_name(tag, "en");
    const bool known = !language.name_en.empty();
    for (std::string* name : {&language.autonym, &language.name_sv, &language.name_en})
      if (name->empty()) *name = language.name_en.empty() ? tag : language.name_en;
    language.script = i18n::script_of(tag);
    const bool with_region = tag.find('-') != std::string::npos && tag.size() - tag.rfind('-') == 3;
    language.format_locale = with_region ? tag + "-u-ca-gregory" : tag + "-SE";
    language.digits = i18n::default_digits(tag);
    language.plural_forms = i18n::integer_plural_categories(tag);
    language.chain = tag == "en" ? std::vector<std::string>{"sv"} : std::vector<std::string>{"en", "sv"};
    choose_fonts(language);
    if (language.fonts.empty())
      return usage("no font of fonts/stacks.yaml has the letters of '" + tag + "'; add a family first");
    if (!known) std::cout << "CLDR does not know '" << tag << "'; write its names yourself\n";
    return finish({{"locales/" + tag + "/language.yaml", language_template(language, words_)}},
                  "read it with somebody who speaks the language, add it to a site.yaml, then run: kiosk-content "
                  "update --langs " +
                      tag);
  }

  // As a language of the same script has them; else the first family that has the letters of the language's own name.
  void choose_fonts(NewLanguage& language) {
    for (const content::Language& known : sources_.languages)
      if (known.script == language.script && !known.fonts.empty()) {
        language.fonts = known.fonts;
        language.line_height = known.line_height;
        return;
      }
    text::FontLibrary library;
    for (const content::FontFamily& family : sources_.fonts.families) {
      const auto face = library.face(family.regular);
      if (!face || !has_all(**face, language.autonym)) continue;
      language.fonts.push_back(family.id);
      if (family.id != "sans" && sources_.fonts.find("sans") != nullptr) language.fonts.emplace_back("sans");
      return;
    }
  }

  static bool has_all(const text::Face& face, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const Decoded d = decode_utf8(text, i);
      if (i18n::needs_glyph(d.character) && !face.has(d.character)) return false;
      i += d.length;
    }
    return true;
  }

  int finish(const std::map<std::string, std::string>& files, const std::string& next) const {
    for (const auto& [path, text] : files)
      if (std::error_code error; std::filesystem::exists(root_ + "/" + path, error))
        return usage("'" + path + "' is there already; nothing was written");
    for (const auto& [path, text] : files) {
      if (const auto written = write_file(root_ + "/" + path, text); !written) return usage(written.error().message);
      std::cout << path << "\n";
    }
    std::cout << "next: " << next << "\n";
    return 0;
  }

  const std::string& root_;
  const NewOptions& options_;
  const Words& words_;
  DiagnosticSink sink_;  // faults of other files are `check`'s to tell
  Sources sources_;
};

}  // namespace

void add_new(CommandLine& line, const Context& context) {
  auto options = std::make_shared<NewOptions>();
  Verb verb = line.verb("new", "Begins a page, a site or a language from a template that follows all rules",
                        "kiosk-content new page health/dentist --site vansbro");
  verb.text("kind", options->kind, "page, site or language").required().one_of({"page", "site", "language"});
  verb.text("name", options->name, "TOPIC/PAGE, the site's name, or the language's tag").required();
  verb.text("--site", options->site, "A page of this site; else of the core");
  verb.text("--today", options->date, "The page is valid from this date, as 2026-11-22").date();
  verb.run([options, &context] { return Beginner(context.root, *options, context.words).begin(); });
}

}  // namespace kiosk::tool
