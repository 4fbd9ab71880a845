#include "recording_check.h"

#include <algorithm>

#include "on_all_cores.h"
#include "page_builder.h"
#include "recorded_text.h"
#include "speech/recording.h"

namespace kiosk::tool {
namespace {

Diagnostic finding(Severity severity, const Recording& recording, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = severity;
  d.check = "recording";
  d.at = {recording.media.path, 0, 0};
  d.language = recording.language;
  d.page = recording.page;
  d.block = recording.block;
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

void check_sound(const Recording& recording, DiagnosticSink& sink) {
  if (const auto sound = read_media(recording.media).and_then(speech::decode_recording); !sound)
    sink.add(finding(Severity::kError, recording, sound.error().message,
                     "save it anew as Opus, or as WAV with 16 bits; 2 minutes at most"));
}

// Of one part of the content: the core, or a site, which may have recorded the core's pages too.
class TextChecker {
 public:
  TextChecker(const Project& project, const SourcePart* site, DiagnosticSink& sink)
      : project_(project),
        sink_(sink),
        view_{&project.sources.core, site},
        resolver_(view_, project.translations, project.domains),
        pages_(view_, resolver_) {}
  TextChecker(const TextChecker&) = delete;
  TextChecker& operator=(const TextChecker&) = delete;

  void check(const Recordings& recordings) {
    for (const auto& [id, of_page] : recordings) {
      const SourcePage* page = view_.page(id);
      for (const Recording& recording : of_page) {
        const content::Language* language = project_.sources.language(recording.language);
        if (page == nullptr)
          warn(recording, "there is no page '" + id + "'", "name the folders as the page: TOPIC/PAGE");
        else if (language == nullptr)
          warn(recording, "there is no language '" + recording.language + "'", "name the folder as in locales/");
        else if (recording.language == kSourceLanguage || project_.translations.contains(recording.language))
          check(recording, of_page, recorded_text(pages_.page(*language, *page), recording.block));
      }
    }
  }

 private:
  void check(const Recording& recording, const std::vector<Recording>& of_page,
             const std::optional<RecordedText>& said) {
    if (!said)
      return warn(recording, "the page has no block '" + recording.block + "'",
                  "a block's id stands in the page as {#id}; the title's is title");
    if (said->text.empty() || said->language != recording.language)
      return warn(recording, "the block has no text in '" + recording.language + "' that a recording could say",
                  "take the recording away until it has");
    const std::string sum = said->sum();
    if (recording.sum == sum) return;
    const bool replaced = std::any_of(of_page.begin(), of_page.end(), [&](const Recording& other) {
      return other.language == recording.language && other.block == recording.block && other.sum == sum;
    });
    if (replaced)
      return sink_.add(
          finding(Severity::kHint, recording, "another recording says the text as it is now", "take this one away"));
    warn(recording,
         recording.sum.empty() ? "the name does not tell which text it says, so it is not used"
                               : "the text has changed since it was recorded, so it is not used",
         "kiosk-content speak shows the text; if the recording says it, name it " + recording.block + "." + sum + "." +
             std::string(recording.media.format->extension) + ", else record it anew by that name");
  }

  void warn(const Recording& recording, std::string message, std::string hint) {
    sink_.add(finding(Severity::kWarning, recording, std::move(message), std::move(hint)));
  }

  const Project& project_;
  DiagnosticSink& sink_;
  SiteView view_;
  Resolver resolver_;
  PageBuilder pages_;
};

}  // namespace

void check_recordings(const Project& project, DiagnosticSink& sink) {
  std::vector<const Recording*> all;
  const auto add = [&](const SourcePart& part) {
    for (const auto& [page, recordings] : part.recordings)
      for (const Recording& recording : recordings) all.push_back(&recording);
  };
  add(project.sources.core);
  for (const SourcePart& site : project.sources.sites) add(site);
  std::vector<DiagnosticSink> found(all.size());
  on_all_cores(all.size(), [&](std::size_t i) { check_sound(*all[i], found[i]); });
  for (const DiagnosticSink& one : found)
    for (const Diagnostic& d : one.all()) sink.add(d);

  const auto check_texts = [&](const SourcePart& part, const SourcePart* site) {
    if (!part.recordings.empty()) TextChecker(project, site, sink).check(part.recordings);
  };
  check_texts(project.sources.core, nullptr);
  for (const SourcePart& site : project.sources.sites) check_texts(site, &site);
}

}  // namespace kiosk::tool
