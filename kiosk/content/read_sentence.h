// Reads sentences of the compiled tree and keeps count of their text, which has limits (RELIABILITY: text is hostile
// too).
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

#include "content/field_reader.h"
#include "content/tree.h"

namespace kiosk::content {

inline constexpr std::size_t kLargestSentence = 8u << 10;  // bytes
inline constexpr std::size_t kLargestPage = 64u << 10;

class SentenceReader {
 public:
  explicit SentenceReader(FieldReader& fields, std::size_t most_bytes = std::numeric_limits<std::size_t>::max())
      : fields_(fields), left_(most_bytes), most_bytes_(most_bytes) {}

  // Empty when absent.
  Sentence optional(const Yaml& map, std::string_view key);
  // An empty one is an error. (That the key is absent, FieldReader::map has said.)
  Sentence required(const Yaml& map, std::string_view key);
  std::vector<Sentence> list(const Yaml& items, std::string_view what);

 private:
  Sentence read(const Yaml& value);
  TextRun read_run(const Yaml& value);
  void count(const Yaml& at, const Sentence& sentence);

  FieldReader& fields_;
  std::size_t left_, most_bytes_;
};

}  // namespace kiosk::content
