// Where sound comes from: a synthesiser or recordings. Called on the speaker's worker thread.
#pragma once

#include "base/result.h"
#include "speech/pcm.h"
#include "speech/utterance.h"

namespace kiosk::speech {

// Raised from any thread to end what is being made; a file descriptor that becomes readable.
class Cancel {
 public:
  Cancel();
  ~Cancel();
  Cancel(const Cancel&) = delete;
  Cancel& operator=(const Cancel&) = delete;
  void raise();
  void lower();
  bool raised() const;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

class VoiceSource {
 public:
  virtual ~VoiceSource() = default;
  // Ends soon after `cancel` is raised, with an error.
  [[nodiscard]] virtual Result<Pcm> make(const Utterance& utterance, const Cancel& cancel) = 0;
};

}  // namespace kiosk::speech
