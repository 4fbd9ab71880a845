#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/file.h"
#include "base/html_page.h"
#include "command.h"
#include "findings.h"
#include "i18n/date_time.h"
#include "page_picture.h"
#include "project.h"
#include "site_of_page.h"
#include "speech/espeak.h"
#include "today.h"
#include "ui/spoken.h"

namespace kiosk::tool {
namespace {

namespace fs = std::filesystem;

struct SpeakOptions {
  std::string page, language, out, site, date;
};

// What the kiosk says in one breath when it reads the page aloud.
struct Spoken {
  std::string id, block, text, language, voice;
  std::string file;     // empty: silent
  std::string silence;  // why
  std::int64_t ms = 0;
};

std::string voice_of(const Sources& sources, const std::string& tag) {
  const content::Language* language = sources.language(tag);
  return language ? speech::usable_voice(language->voice) : std::string();
}

// In the order and the words of the kiosk's own reading aloud.
std::vector<Spoken> spoken_of(const ui::Screen& screen, const Sources& sources) {
  std::vector<Spoken> all;
  for (const std::string& id : ui::reading_order(screen, true)) {
    const ui::Element& element = *screen.find(id);
    all.push_back(
        {id, element.block, ui::spoken_name(element), element.language, voice_of(sources, element.language), {}, {}});
  }
  return all;
}

// "007-where-to-turn.wav"
std::string file_name(std::size_t number, const Spoken& spoken) {
  char head[24];  // any number of 64 bits
  std::snprintf(head, sizeof head, "%03zu", number);
  return std::string(head) + (spoken.block.empty() ? "" : "-" + spoken.block) + ".wav";
}

Result<void> make_sound(Spoken& spoken, std::size_t number, const std::string& folder) {
  if (spoken.voice.empty()) {
    spoken.silence = "there is no voice for '" + spoken.language + "'";
    return {};
  }
  speech::Espeak espeak;
  const speech::Cancel never;
  const auto pcm = espeak.make({spoken.text, spoken.language, spoken.voice, 0, spoken.id}, never);
  if (!pcm) {
    spoken.silence = pcm.error().message;
    return {};
  }
  spoken.file = file_name(number, spoken);
  spoken.ms = pcm->duration_ms();
  return write_file(folder + "/" + spoken.file, speech::wav_of(*pcm));
}

std::string seconds(std::int64_t ms) {
  return std::to_string(ms / 1000) + "." + std::to_string(ms % 1000 / 100) + " s";
}

std::string index_of(const std::vector<Spoken>& all, const SpeakOptions& options, const Words& words) {
  std::string out = html_head(options.page + ", " + options.language, words.language(), {}, "media-src 'self' file:");
  out += "<table>\n<tr>";
  for (const char* head : {"block", "language", "voice", "text", "length", "sound"})
    out += "<th>" + escaped(words.of(head)) + "</th>";
  out += "</tr>\n";
  for (const Spoken& s : all) {
    out += "<tr><td>" + escaped(s.block) + "</td><td>" + escaped(s.language) + "</td><td>" + escaped(s.voice) +
           "</td><td class=\"text\" lang=\"" + escaped(s.language) + "\" dir=\"auto\">" + escaped(s.text) + "</td>";
    if (s.file.empty())
      out += "<td></td><td class=\"error\">" + escaped(words.of(s.silence)) + "</td></tr>\n";
    else
      out += "<td class=\"n\">" + seconds(s.ms) + "</td><td><audio controls=\"\" preload=\"none\" src=\"" +
             escaped(s.file) + "\"></audio></td></tr>\n";
  }
  return out + "</table>\n" + kHtmlEnd;
}

int run_speak(const std::string& root, const SpeakOptions& options, const Words& words) {
  if (!speech::Espeak::is_there()) {
    std::cerr << "espeak-ng is not installed\n";
    return 2;
  }
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
  picture.now_ms = i18n::parse_iso_time(date + "T12:00").value_or(0);
  PagePictures pages(tree, picture);
  const SourcePage& page = *SiteView{&project.sources.core, site}.page(options.page);
  const auto composed = pages.compose(page, *project.sources.language(options.language));
  std::vector<Spoken> all = spoken_of(composed.screen, project.sources);

  std::error_code error;
  fs::create_directories(options.out, error);
  std::size_t heard = 0;
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (const auto made = make_sound(all[i], i + 1, options.out); !made) {
      std::cerr << made.error().message << "\n";
      return 2;
    }
    if (all[i].file.empty()) continue;
    ++heard;
    ms += all[i].ms;
  }
  if (const auto written = write_file(options.out + "/index.html", index_of(all, options, words)); !written) {
    std::cerr << written.error().message << "\n";
    return 2;
  }
  std::vector<Diagnostic> findings = sorted_findings(sink, root);
  std::erase_if(findings, [](const Diagnostic& d) { return d.severity != Severity::kError; });
  print_findings(std::cerr, findings, Format::kText);
  std::cout << options.out << "/index.html: " << heard << " of " << all.size() << " texts spoken, " << seconds(ms)
            << "\n";
  return findings.empty() && heard == all.size() ? 0 : 1;
}

}  // namespace

void add_speak(CommandLine& line, const Context& context) {
  auto options = std::make_shared<SpeakOptions>();
  Verb verb = line.verb("speak", "Speaks a page as the kiosk reads it aloud, into a sound file for each sentence",
                        "kiosk-content speak health/where-to-turn fi --out spoken");
  verb.text("page", options->page, "The page: TOPIC/PAGE").required();
  verb.text("language", options->language, "The language, as a folder of locales/ is called").required();
  verb.text("--out", options->out, "The folder for the WAV files and index.html, which lists them").required();
  verb.text("--site", options->site, "The kiosk's site; the first that has the page if left out");
  verb.text("--today", options->date, "The date on the screen, as 2026-11-22").date();
  verb.run([options, &context] { return run_speak(context.root, *options, context.words); });
}

}  // namespace kiosk::tool
