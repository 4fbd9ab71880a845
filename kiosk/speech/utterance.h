// What is to be said in one breath: a text of one language with that language's own voice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::speech {

struct Utterance {
  std::string text;
  std::string language;        // BCP 47, of the text
  std::string voice;           // espeak-ng's name
  int rate = 0;                // steps slower (-3) or faster (+3) than normal
  std::string element;         // the element of the screen that it speaks for
  std::string recording = {};  // file that is played instead; a voice speaks where it cannot be read
  std::int64_t from_ms = 0;    // of the recording: what has been heard already
  bool operator==(const Utterance&) const = default;
};

constexpr int kSlowest = -3, kFastest = 3;
int words_per_minute(int rate);

// The voice to call espeak-ng with; empty = none. `my` aborts on ordinary Burmese, `cmn` reads tone digits as English.
std::string usable_voice(std::string_view voice);

// Loudness in steps of 3 dB, 21 dB in all (EN 301 549 8.2.1.1: at least 18 dB; 8.2.1.2: a step 12 dB above the lowest).
constexpr int kQuietest = 0, kLoudest = 7;
double gain_db(int volume);

}  // namespace kiosk::speech
