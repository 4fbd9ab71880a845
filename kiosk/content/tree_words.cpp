#include "content/tree_words.h"

namespace kiosk::content {

const std::vector<std::string>& state_words() {
  static const std::vector<std::string> kWords{"source",  "reviewed", "translated", "review",
                                               "machine", "outdated", "fallback"};
  return kWords;
}

const std::vector<std::string>& run_kind_words() {
  static const std::vector<std::string> kWords{"text", "phone", "url", "email", "number", "name"};
  return kWords;
}

const std::vector<std::string>& block_kind_words() {
  static const std::vector<std::string> kWords{"heading", "paragraph", "list",  "steps",  "callout", "contact",
                                               "links",   "poll",      "hours", "events", "image"};
  return kWords;
}

const char* to_string(State state) { return state_words()[static_cast<std::size_t>(state)].c_str(); }
const std::string& word_of(RunKind kind) { return run_kind_words()[static_cast<std::size_t>(kind)]; }
const std::string& word_of(BlockKind kind) { return block_kind_words()[static_cast<std::size_t>(kind)]; }

}  // namespace kiosk::content
