// Says utterances one after the other. Makes them on a worker thread, the next one while one plays; belongs to the
// session's thread otherwise. Knows nothing of screens.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "speech/audio_out.h"
#include "speech/utterance.h"
#include "speech/voice_source.h"

namespace kiosk::speech {

class Speaker {
 public:
  // Told of each utterance when it begins to sound, with its sound's length; of one that failed with the reason. It has
  // a recording where that sounds, and no voice then.
  using Log = std::function<void(const Utterance&, std::int64_t now_ms, const Result<std::int64_t>& duration_ms)>;

  Speaker(std::unique_ptr<VoiceSource> source, std::unique_ptr<AudioOut> out);
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  void on_ready(std::function<void()> wake);  // called on the worker when something has been made
  void on_speak(Log log);

  // Instead of whatever is being said.
  void say(std::vector<Utterance> utterances);
  // Silent within 100 ms.
  void stop();
  void pause(bool paused, std::int64_t now_ms);
  void set_volume(int volume);

  // Goes on to the next when one has ended. True when something has begun or ended.
  bool tick(std::int64_t now_ms);
  // Something is left to say.
  bool speaking() const;
  // What sounds, or is about to; null when nothing is.
  const Utterance* current() const;
  // How much of the current one has sounded.
  std::int64_t heard_ms(std::int64_t now_ms) const;
  // Waits until the current one has been made. For scripts.
  void settle();
  // How long nothing changes unless something is made; -1 = nothing is being said.
  std::int64_t until_next_ms(std::int64_t now_ms) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::speech
