// The devices and stores of a running kiosk, borrowed from main. A null one is not there: the kiosk goes on without and
// hides what needs it.
#pragma once

#include "app/picture_cache.h"

namespace kiosk::stats {
class Store;
}

namespace kiosk::speech {
class Speaker;
}

namespace kiosk::app {

class KeyMap;
class MetricsFile;
class NoticeBoard;
class StaffDesk;
class Updater;

struct Services {
  stats::Store* store = nullptr;           // what is counted; without it nothing is asked
  Updater* updater = nullptr;              // new content; without it the tree stays as it is
  StaffDesk* staff = nullptr;              // PIN and settings; without it there is no panel
  speech::Speaker* speaker = nullptr;      // without it nothing is spoken
  const KeyMap* keys = nullptr;            // without it the defaults
  MetricsFile* metrics = nullptr;          // what a fleet's monitoring reads
  NoticeBoard* notices = nullptr;          // what the host has posted
  DecodePicture decode_picture = nullptr;  // without it the words of pictures are shown
};

}  // namespace kiosk::app
