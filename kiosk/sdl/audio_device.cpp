#include "sdl/audio_device.h"

#include <SDL.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace kiosk::sdl {

struct AudioDevice::Data {
  std::string name;
  bool started = false, paused = false;
  SDL_AudioDeviceID device = 0;
  int rate = 0;

  void close() {
    if (device != 0) SDL_CloseAudioDevice(device);
    device = 0;
  }
  Result<void> open(int wanted_rate) {
    if (device != 0 && rate == wanted_rate && SDL_GetAudioDeviceStatus(device) != SDL_AUDIO_STOPPED) return {};
    close();
    if (!started && SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return fail(std::string("no sound: ") + SDL_GetError());
    started = true;
    SDL_AudioSpec wanted{};
    wanted.freq = wanted_rate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = 512;  // 23 ms at 22,050 Hz: what is in the device when the queue is emptied
    device = SDL_OpenAudioDevice(name.empty() ? nullptr : name.c_str(), 0, &wanted, nullptr, 0);
    if (device == 0) return fail(std::string("no sound: ") + SDL_GetError());
    rate = wanted_rate;
    SDL_PauseAudioDevice(device, paused ? 1 : 0);
    return {};
  }
};

AudioDevice::AudioDevice(std::string name) : data_(std::make_unique<Data>()) { data_->name = std::move(name); }

AudioDevice::~AudioDevice() {
  data_->close();
  if (data_->started) SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

Result<void> AudioDevice::play(const speech::Pcm& pcm, double gain, std::int64_t) {
  if (const auto opened = data_->open(pcm.rate); !opened) return opened;
  std::vector<std::int16_t> samples(pcm.samples.size());
  const double factor = std::clamp(gain, 0.0, 1.0);
  std::transform(pcm.samples.begin(), pcm.samples.end(), samples.begin(),
                 [&](std::int16_t s) { return static_cast<std::int16_t>(std::lround(s * factor)); });
  if (SDL_QueueAudio(data_->device, samples.data(), static_cast<Uint32>(samples.size() * 2)) != 0)
    return fail(std::string("no sound: ") + SDL_GetError());
  return {};
}

void AudioDevice::stop() {
  if (data_->device != 0) SDL_ClearQueuedAudio(data_->device);
}

void AudioDevice::pause(bool paused, std::int64_t) {
  data_->paused = paused;
  if (data_->device != 0) SDL_PauseAudioDevice(data_->device, paused ? 1 : 0);
}

std::int64_t AudioDevice::left_ms(std::int64_t) const {
  if (data_->device == 0 || SDL_GetAudioDeviceStatus(data_->device) == SDL_AUDIO_STOPPED) return 0;
  return static_cast<std::int64_t>(SDL_GetQueuedAudioSize(data_->device)) * 1000 / (2 * data_->rate);
}

namespace {

// ALSA says on stderr what it misses, by itself.
class QuietErrors {
 public:
  QuietErrors() : kept_(::dup(STDERR_FILENO)), nowhere_(::open("/dev/null", O_WRONLY | O_CLOEXEC)) {
    if (kept_ >= 0 && nowhere_ >= 0) ::dup2(nowhere_, STDERR_FILENO);
  }
  ~QuietErrors() {
    if (kept_ >= 0) ::dup2(kept_, STDERR_FILENO);
    ::close(kept_);
    ::close(nowhere_);
  }
  QuietErrors(const QuietErrors&) = delete;
  QuietErrors& operator=(const QuietErrors&) = delete;

 private:
  int kept_, nowhere_;
};

}  // namespace

std::vector<std::string> audio_device_names() {
  const QuietErrors quiet;
  std::vector<std::string> names;
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return names;
  for (int i = 0; i < SDL_GetNumAudioDevices(0); ++i) names.emplace_back(SDL_GetAudioDeviceName(i, 0));
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
  return names;
}

}  // namespace kiosk::sdl
