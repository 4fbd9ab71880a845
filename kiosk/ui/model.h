// What a screen shows: the parts of the content tree that the state points at, loaded by app/. Borrowed; null where the
// state needs none or where a file could not be read.
#pragma once

#include "content/tree.h"
#include "ui/coming_events.h"
#include "ui/device_status.h"
#include "ui/hours_now.h"
#include "ui/notices.h"
#include "ui/picture.h"
#include "ui/search_results.h"
#include "ui/staff_view.h"
#include "ui/state.h"

namespace kiosk::ui {

struct Model {
  const content::Manifest* manifest = nullptr;
  bool speaks = false;     // something can be listened to here, by a voice or by a recording
  bool has_voice = false;  // there is a voice for State::language
  bool counts = false;     // there is a store, so that answers can be counted
  const DeviceStatus* device = nullptr;
  const StaffView* staff = nullptr;
  const content::Site* site = nullptr;               // of State::language
  const content::Topic* topic = nullptr;             // of State::place
  const content::Page* swedish_page = nullptr;       // the same page in Swedish, for reading side by side
  const content::Page* page = nullptr;               // of State::place
  const content::Phrases* phrases = nullptr;         // on home and the phrases
  const content::Site* swedish_site = nullptr;       // the kiosk's words for the staff, on the phrases
  const content::Polls* polls = nullptr;             // on a poll
  const content::Glossary* glossary = nullptr;       // of State::language, where a word is explained
  const content::Keyboards* keyboards = nullptr;     // of State::language, where something can be typed
  const SearchResults* results = nullptr;            // of State::typing
  const HoursOfPage* hours = nullptr;                // of the page, at this minute
  const PicturesOfPage* pictures = nullptr;          // of the page
  const std::vector<ComingEvent>* coming = nullptr;  // of State::place, at this minute
  const content::Events* events = nullptr;           // on home and the events
  const content::Notices* notices = nullptr;         // where one is posted; on the greetings in the greeted language
  const std::vector<PostedNotice>* posted = nullptr;
  const PageList* list = nullptr;                       // all pages by letter
  const std::vector<content::Site>* standby = nullptr;  // out of service: what every language says
};

}  // namespace kiosk::ui
