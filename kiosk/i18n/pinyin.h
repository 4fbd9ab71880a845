// Chinese as it is typed with Latin letters: pinyin without tones, lower case.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kiosk::i18n {

class Pinyin {
 public:
  Pinyin();
  ~Pinyin();
  // "医生" -> "yisheng"; text without Han comes back empty. Remembers what it has looked up; one thread's own.
  std::string of(std::string_view word);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::i18n
