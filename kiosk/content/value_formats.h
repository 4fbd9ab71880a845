// What a text must look like to be an id, a tag, a date, a colour …, each with the words that say so in a message.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::content {

struct Format {
  bool (*matches)(std::string_view);
  const char* description;  // "a date such as 2026-11-22"
};

extern const Format kPageId;        // also topics
extern const Format kBlockId;       // one part: no '/'
extern const Format kMessageKey;    // bar.home
extern const Format kLanguageTag;   // BCP 47
extern const Format kFormatLocale;  // BCP 47 with extensions: fa-AF-u-ca-gregory
extern const Format kScript;        // ISO 15924
extern const Format kDigits;        // CLDR numbering systems
extern const Format kIsoDate;       // a day that exists
extern const Format kMoment;        // a day, or a minute with its offset: 2026-11-24T16:00+01:00
extern const Format kColour;        // #rrggbb
extern const Format kIconName;      // Material icon ligature
extern const Format kFontFile;      // a name without folders, "#N" for a face of a collection
extern const Format kPackageName;   // Debian
extern const Format kVoice;         // espeak-ng
extern const Format kPictureName;   // 32 hex digits and an extension: content/media.h
extern const Format kSoundName;     // so, too
extern const Format kContactKind;   // phone | email | url | address | hours | note

}  // namespace kiosk::content
