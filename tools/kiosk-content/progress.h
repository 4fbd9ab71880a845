// How far a long piece of work has come: one line on the terminal, written over again. Silent where standard error is
// not a terminal.
#pragma once

#include <string>

#include "words.h"

namespace kiosk::tool {

class Progress {
 public:
  explicit Progress(const Words& words);
  ~Progress() { end(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // "laying out the screens: 3/14 ar"
  void show(const char* work, std::size_t done, std::size_t all, const std::string& what);
  // Takes the line away.
  void end();

 private:
  const Words& words_;
  bool terminal_;
  bool shown_ = false;
};

}  // namespace kiosk::tool
