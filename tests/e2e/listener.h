// A hand on eight keys, and ears: nothing of the screen is known here but what was spoken. Knows no part of the kiosk.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace kiosk::app {

struct Heard {
  std::string element, language, voice, text;
  int rate = 0;
};

class Listener {
 public:
  Listener(std::function<void(const std::string&)> press, const std::vector<Heard>& log)
      : press_(std::move(press)), log_(log) {}

  void press(const std::string& key) {
    before_ = log_.size();
    press_(key);
  }
  void next() { press("F22"); }
  void choose() { press("F20"); }
  // What the last key said.
  std::string heard() const {
    std::string all;
    for (std::size_t i = before_; i < log_.size(); ++i) all += log_[i].text + "\n";
    return all;
  }
  bool hears(const std::string& words) const { return heard().find(words) != std::string::npos; }
  // The pace of what was heard last.
  int rate() const { return log_.empty() ? 0 : log_.back().rate; }
  // Goes on until the words are heard; false when it has gone round.
  bool walk_to(const std::string& words, const std::string& key = "F22", int most = 300) {
    return walk_until([&] { return hears(words); }, key, most);
  }
  bool walk_until(const std::function<bool()>& heard_it, const std::string& key = "F22", int most = 300) {
    for (int i = 0; i < most; ++i) {
      press(key);
      if (heard_it()) return true;
    }
    return false;
  }

 private:
  std::function<void(const std::string&)> press_;
  const std::vector<Heard>& log_;
  std::size_t before_ = 0;
};

}  // namespace kiosk::app
