#include "speech/speaker.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "base/log.h"

namespace kiosk::speech {

struct Speaker::Data {
  struct Job {
    std::size_t number = 0;  // of all utterances ever asked for
    Utterance utterance;
  };

  std::unique_ptr<VoiceSource> source;
  std::unique_ptr<AudioOut> out;
  Log log;
  double gain = 1;
  bool paused = false;

  // Of the session's thread.
  std::deque<Job> queue;  // the front one sounds or is about to
  bool sounding = false;
  std::int64_t sound_ms = 0;  // length of what sounds
  std::size_t asked = 0;      // the first number not yet given to the worker
  std::size_t next_number = 0;

  // Shared with the worker.
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::deque<Job> jobs;
  std::map<std::size_t, Result<Pcm>> made;
  std::size_t working_on = 0;
  bool working = false, ends = false;
  std::function<void()> wake;
  Cancel cancel;
  std::thread worker;

  void work();
  void ask();
  void drop();
};

void Speaker::Data::work() {
  std::unique_lock lock(mutex);
  for (;;) {
    changed.wait(lock, [this] { return ends || !jobs.empty(); });
    if (ends) return;
    const Job job = std::move(jobs.front());
    jobs.pop_front();
    working = true;
    working_on = job.number;
    cancel.lower();
    lock.unlock();
    auto pcm = source->make(job.utterance, cancel);
    lock.lock();
    working = false;
    if (!cancel.raised()) made.insert_or_assign(job.number, std::move(pcm));
    changed.notify_all();
    const auto call = wake;
    lock.unlock();
    if (call) call();
    lock.lock();
  }
}

// The front one and the one after it.
void Speaker::Data::ask() {
  constexpr std::size_t kAhead = 2;
  const std::lock_guard lock(mutex);
  for (std::size_t i = 0; i < std::min(kAhead, queue.size()); ++i) {
    if (queue[i].number < asked) continue;
    jobs.push_back(queue[i]);
    asked = queue[i].number + 1;
  }
  changed.notify_all();
}

void Speaker::Data::drop() {
  queue.clear();
  sounding = false;
  out->stop();
  const std::lock_guard lock(mutex);
  jobs.clear();
  made.clear();
  if (working) cancel.raise();
}

namespace {

// Of the two ways to say it, the one that is heard.
Utterance as_heard(Utterance utterance, bool recorded) {
  if (recorded) {
    utterance.voice.clear();
    utterance.rate = 0;
  } else {
    utterance.recording.clear();
  }
  return utterance;
}

}  // namespace

Speaker::Speaker(std::unique_ptr<VoiceSource> source, std::unique_ptr<AudioOut> out) : data_(std::make_unique<Data>()) {
  data_->source = std::move(source);
  data_->out = std::move(out);
  data_->worker = std::thread([this] { data_->work(); });
}

Speaker::~Speaker() {
  data_->drop();
  {
    const std::lock_guard lock(data_->mutex);
    data_->ends = true;
    data_->changed.notify_all();
  }
  data_->worker.join();
}

void Speaker::on_ready(std::function<void()> wake) {
  const std::lock_guard lock(data_->mutex);
  data_->wake = std::move(wake);
}

void Speaker::on_speak(Log log) { data_->log = std::move(log); }

void Speaker::say(std::vector<Utterance> utterances) {
  data_->drop();
  for (Utterance& utterance : utterances) data_->queue.push_back({data_->next_number++, std::move(utterance)});
  data_->ask();
}

void Speaker::stop() { data_->drop(); }

void Speaker::pause(bool paused, std::int64_t now_ms) {
  if (paused == data_->paused) return;
  data_->paused = paused;
  data_->out->pause(paused, now_ms);
}

void Speaker::set_volume(int volume) { data_->gain = std::pow(10.0, gain_db(volume) / 20); }

bool Speaker::tick(std::int64_t now_ms) {
  Data& d = *data_;
  bool changed = false;
  while (!d.queue.empty()) {
    if (d.sounding) {
      if (d.out->left_ms(now_ms) > 0) return changed;
      d.sounding = false;
      d.queue.pop_front();
      d.ask();
      changed = true;
      continue;
    }
    Result<Pcm> pcm;
    {
      const std::lock_guard lock(d.mutex);
      const auto it = d.made.find(d.queue.front().number);
      if (it == d.made.end()) return changed;  // being made
      pcm = std::move(it->second);
      d.made.erase(it);
    }
    changed = true;
    Result<std::int64_t> played = 0;
    if (pcm) {
      const auto out = d.out->play(*pcm, d.gain, now_ms);
      played = out ? Result<std::int64_t>(pcm->duration_ms()) : tl::unexpected(out.error());
    } else {
      played = tl::unexpected(pcm.error());
    }
    if (d.log)
      d.log(pcm ? as_heard(d.queue.front().utterance, pcm->recorded) : d.queue.front().utterance, now_ms, played);
    if (played) {
      d.sounding = true;
      d.sound_ms = *played;
    } else {  // it costs this utterance alone
      log_once("an utterance in " + d.queue.front().utterance.language + " is lost: " + played.error().message);
      d.queue.pop_front();
      d.ask();
    }
  }
  return changed;
}

bool Speaker::speaking() const { return !data_->queue.empty(); }

const Utterance* Speaker::current() const { return data_->queue.empty() ? nullptr : &data_->queue.front().utterance; }

std::int64_t Speaker::heard_ms(std::int64_t now_ms) const {
  return data_->sounding ? std::max<std::int64_t>(0, data_->sound_ms - data_->out->left_ms(now_ms)) : 0;
}

void Speaker::settle() {
  Data& d = *data_;
  if (d.queue.empty() || d.sounding) return;
  std::unique_lock lock(d.mutex);
  d.changed.wait(lock, [&d] { return d.made.contains(d.queue.front().number); });
}

std::int64_t Speaker::until_next_ms(std::int64_t now_ms) const {
  if (data_->queue.empty() || data_->paused) return -1;
  constexpr std::int64_t kShortest = 10, kBeingMade = 1000;  // the worker wakes the session when it has made one
  return data_->sounding ? std::max(kShortest, data_->out->left_ms(now_ms)) : kBeingMade;
}

}  // namespace kiosk::speech
