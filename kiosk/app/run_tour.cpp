#include <cstdio>
#include <filesystem>

#include "app/places.h"
#include "app/run.h"
#include "base/file.h"
#include "content/media.h"
#include "speech/recording.h"

namespace kiosk::app {

int run_tour(Session& session, Stage& stage, const std::string& folder, const std::vector<std::string>& languages,
             TourOf what) {
  for (const std::string& language : languages_of(session, languages)) {
    std::error_code error;
    std::filesystem::create_directories(folder + "/" + language, error);
    for (const NamedState& place : places_of(session, language)) {
      session.set_state(place.state);
      session.screen();
      session.settle();  // what the screen asks for in the background
      const std::string base = folder + "/" + language + "/" + place.name;
      Result<void> dump = write_file(base + ".json", session.dump());
      Result<void> picture;
      if (what == TourOf::kPicturesAndDumps) {
        stage.draw(session.drawing());
        picture = stage.save_png(base + ".png");
      }
      for (const Result<void>* result : {&picture, &dump})
        if (!*result) {
          std::fprintf(stderr, "%s\n", result->error().message.c_str());
          return 2;
        }
    }
  }
  return 0;
}

namespace {

std::vector<std::string> broken_media(Session& session, const content::Page& page) {
  std::vector<std::string> faults;
  for (const auto& [name, picture] : session.content().pictures(page))
    if (!picture) faults.push_back("the picture " + name + " cannot be shown");
  for (const std::string& name : page.media()) {
    if (!content::is_media_name(name, content::MediaKind::kSound)) continue;
    if (const auto sound = session.content().reader().media(name).and_then(speech::decode_recording); !sound)
      faults.push_back("the recording " + name + " cannot be played: " + sound.error().message);
  }
  return faults;
}

}  // namespace

int run_check(Session& session, const std::vector<std::string>& languages) {
  int findings = 0;
  const auto report = [&](const std::string& text) {
    std::fprintf(stderr, "%s\n", text.c_str());
    ++findings;
  };
  const std::vector<std::string> missing_fonts = session.typesetter().missing_fonts();
  for (const std::string& missing : missing_fonts) report("error: " + missing);
  for (const std::string& language : languages_of(session, languages)) {
    if (!session.content().site(language)) report("error: " + language + ": site.yaml cannot be read");
    using ui::TextSpacing;
    for (const auto& [scale, spacing] : {std::pair{100, TextSpacing::kNormal},
                                         {125, TextSpacing::kNormal},
                                         {150, TextSpacing::kNormal},
                                         {200, TextSpacing::kNormal},
                                         {200, TextSpacing::kWide}}) {
      for (NamedState& place : places_of(session, language)) {
        place.state.text_scale = scale;
        place.state.text_spacing = spacing;
        session.set_state(place.state);
        session.screen();
        session.settle();
        const std::string where = language + " " + place.name + " at " + std::to_string(scale) + " %" +
                                  (spacing == TextSpacing::kWide ? ", wide: " : ": ");
        if (scale == 100 && place.state.place.screen == ui::ScreenKind::kPage) {
          const content::Page* page = session.content().page(language, place.state.place.page);
          if (page == nullptr) report("error: " + where + "the page cannot be read");
          if (page != nullptr)
            for (const std::string& fault : broken_media(session, *page)) report("error: " + where + fault);
        }
        if (scale == 100 && place.state.place.screen == ui::ScreenKind::kTopic &&
            !session.content().topic(language, place.state.place.topic))
          report("error: " + where + "the topic cannot be read");
        for (const ui::Element& element : session.screen().elements) {
          if (element.notdef > 0 && missing_fonts.empty())  // else the font is what is wrong, not each of its letters
            report("error: " + where + "'" + element.text + "' has a character that no font shows");
          if (element.overflows())
            report("error: " + where + "'" + element.text + "' does not fit its box (" + element.id + ")");
        }
      }
    }
  }
  return findings == 0 ? 0 : 1;
}

}  // namespace kiosk::app
