#include "speech/espeak.h"

#include <unistd.h>

#include <cstdlib>
#include <sstream>

namespace kiosk::speech {

bool Espeak::is_there(const std::string& program) {
  if (program.find('/') != std::string::npos) return access(program.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");
  std::istringstream folders(path ? path : "/usr/bin:/bin");
  for (std::string folder; std::getline(folders, folder, ':');)
    if (!folder.empty() && access((folder + "/" + program).c_str(), X_OK) == 0) return true;
  return false;
}

Result<Pcm> Espeak::make(const Utterance& utterance, const Cancel& cancel) {
  const std::string voice = usable_voice(utterance.voice);
  if (voice.empty()) return fail("there is no voice '" + utterance.voice + "'");
  constexpr std::size_t kLongestText = 4000;
  if (utterance.text.size() > kLongestText) return fail("the text to speak is longer than 4000 bytes");
  // -b 1: UTF-8; without -m nothing in the text is markup.
  const auto wav = run_child(
      {program_, "-b", "1", "-v", voice, "-s", std::to_string(words_per_minute(utterance.rate)), "--stdin", "--stdout"},
      utterance.text + "\n", limits_, cancel);
  if (!wav) return tl::unexpected(wav.error());
  return parse_wav(*wav);
}

}  // namespace kiosk::speech
