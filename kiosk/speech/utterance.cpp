#include "speech/utterance.h"

#include <algorithm>

namespace kiosk::speech {

int words_per_minute(int rate) {
  constexpr int kPace[] = {80, 105, 130, 155, 190, 235, 290};
  return kPace[std::clamp(rate, kSlowest, kFastest) - kSlowest];
}

std::string usable_voice(std::string_view voice) {
  if (voice == "cmn") return "cmn-latn-pinyin";
  if (voice == "my" || voice.starts_with("my-") || voice.starts_with("my+")) return {};
  // A name, never an option or a path.
  const bool plain = !voice.empty() && voice.front() != '-' && std::all_of(voice.begin(), voice.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return plain ? std::string(voice) : std::string();
}

double gain_db(int volume) {
  constexpr double kStepDb = 3;
  return (std::clamp(volume, kQuietest, kLoudest) - kLoudest) * kStepDb;
}

}  // namespace kiosk::speech
