#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "base/file.h"
#include "base/html_page.h"
#include "command.h"
#include "one_page.h"
#include "recorded_text.h"
#include "speech/espeak.h"
#include "speech/recording.h"
#include "ui/spoken.h"

namespace kiosk::tool {
namespace {

namespace fs = std::filesystem;

struct SpeakOptions {
  OnePageOptions page;
  std::string out;
};

// What the kiosk says in one breath when it reads the page aloud.
struct Spoken {
  std::string id, block, text, language, voice;
  std::string recording;  // of the block, by its name in the tree: it speaks instead of the voice
  std::string save_as;    // where a recording of the block goes; with the block's first text
  std::string file;       // empty: silent
  std::string silence;    // why
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
    const ui::SpokenPart part = ui::read_aloud_part(screen, element);
    Spoken& spoken = all.emplace_back();
    spoken.id = id;
    spoken.block = id == kTitleBlock ? id : element.block;
    spoken.text = part.text;
    spoken.language = part.language;
    spoken.voice = voice_of(sources, part.language);
    spoken.recording = part.recording;
  }
  return all;
}

// Tells once for each block of the language how a recording of it is called, and where it goes.
void name_recordings(const content::Page& page, const std::string& language, const std::string& part,
                     std::vector<Spoken>& all) {
  std::set<std::string> named;
  for (Spoken& spoken : all) {
    const auto said = recorded_text(page, spoken.block);
    if (!said || said->text.empty() || said->language != language || !named.insert(spoken.block).second) continue;
    spoken.save_as = part + "/audio/" + language + "/" + page.id + "/" + spoken.block + "." + said->sum() + ".opus";
  }
}

// "007-where-to-turn.wav"
std::string file_name(std::size_t number, const Spoken& spoken) {
  char head[24];  // any number of 64 bits
  std::snprintf(head, sizeof head, "%03zu", number);
  return std::string(head) + (spoken.block.empty() ? "" : "-" + spoken.block) + ".wav";
}

Result<speech::Pcm> sound_of(const Spoken& spoken, const std::map<std::string, const MediaSource*>& media) {
  if (!spoken.recording.empty()) return read_media(*media.at(spoken.recording)).and_then(speech::decode_recording);
  if (spoken.voice.empty()) return fail("there is no voice for '" + spoken.language + "'");
  const speech::Cancel never;
  return speech::Espeak().make({spoken.text, spoken.language, spoken.voice, 0, spoken.id}, never);
}

Result<void> make_sound(Spoken& spoken, std::size_t number, const std::map<std::string, const MediaSource*>& media,
                        const std::string& folder) {
  const auto pcm = sound_of(spoken, media);
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
  std::string out =
      html_head(options.page.page + ", " + options.page.language, words.language(), {}, "media-src 'self' file:");
  out += "<table>\n<tr>";
  for (const char* head : {"block", "language", "voice", "text", "length", "sound", "a recording goes here"})
    out += "<th>" + escaped(words.of(head)) + "</th>";
  out += "</tr>\n";
  for (const Spoken& s : all) {
    out += "<tr><td>" + escaped(s.block) + "</td><td>" + escaped(s.language) + "</td><td>" +
           escaped(s.recording.empty() ? s.voice : words.of("recorded")) + "</td><td class=\"text\" lang=\"" +
           escaped(s.language) + "\" dir=\"auto\">" + escaped(s.text) + "</td>";
    if (s.file.empty())
      out += "<td></td><td class=\"error\">" + escaped(words.of(s.silence)) + "</td>";
    else
      out += "<td class=\"n\">" + seconds(s.ms) + "</td><td><audio controls=\"\" preload=\"none\" src=\"" +
             escaped(s.file) + "\"></audio></td>";
    out += "<td class=\"file\">" + escaped(s.save_as) + "</td></tr>\n";
  }
  return out + "</table>\n" + kHtmlEnd;
}

int run_speak(const std::string& root, const SpeakOptions& options, const Words& words) {
  if (!speech::Espeak::is_there()) {
    std::cerr << "espeak-ng is not installed\n";
    return 2;
  }
  const auto one = OnePage::open(root, options.page);
  if (!one) return 2;
  const SourcePage& page = one->page();
  PagePictures pages(one->tree(), one->picture());
  const auto composed = pages.compose(page, one->language());
  std::vector<Spoken> all = spoken_of(composed.screen, one->sources());

  const std::string& site = one->site().domain;
  const bool of_site = SiteView{&one->sources().core, &one->site()}.domain_of(page) == site;
  name_recordings(one->tree().page(one->language(), page), one->language().tag,
                  of_site ? "content/sites/" + site : "content/core", all);

  const std::map<std::string, const MediaSource*> media = one->tree().media({page.id});
  std::error_code error;
  fs::create_directories(options.out, error);
  std::size_t heard = 0;
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (const auto made = make_sound(all[i], i + 1, media, options.out); !made) {
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
  const bool sound = one->is_sound();
  std::cout << options.out << "/index.html: " << heard << " of " << all.size() << " texts spoken, " << seconds(ms)
            << "\n";
  return sound && heard == all.size() ? 0 : 1;
}

}  // namespace

void add_speak(CommandLine& line, const Context& context) {
  auto options = std::make_shared<SpeakOptions>();
  Verb verb = line.verb("speak", "Speaks a page as the kiosk reads it aloud, into a sound file for each sentence",
                        "kiosk-content speak health/where-to-turn fi --out spoken");
  add_page_options(verb, options->page);
  verb.text("--out", options->out, "The folder for the WAV files and index.html, which lists them").required();
  verb.run([options, &context] { return run_speak(context.root, *options, context.words); });
}

}  // namespace kiosk::tool
