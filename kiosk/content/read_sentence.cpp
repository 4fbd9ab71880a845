#include "content/read_sentence.h"

#include "content/tree_words.h"

namespace kiosk::content {

Sentence SentenceReader::optional(const Yaml& map, std::string_view key) {
  const Yaml* value = map.find(key);
  return value == nullptr ? Sentence{} : read(*value);
}

Sentence SentenceReader::required(const Yaml& map, std::string_view key) {
  const Yaml* value = map.find(key);
  if (value == nullptr) return {};
  Sentence sentence = read(*value);
  if (sentence.runs.empty()) fields_.error(*value, "nothing stands under '" + std::string(key) + "'");
  return sentence;
}

std::vector<Sentence> SentenceReader::list(const Yaml& items, std::string_view what) {
  std::vector<Sentence> all;
  if (!items.is_list()) fields_.error(items, "expected " + std::string(what) + ", a list of sentences");
  for (const Yaml& item : items.list) all.push_back(read(item));
  return all;
}

Sentence SentenceReader::read(const Yaml& value) {
  Sentence sentence;
  if (value.is_scalar()) {
    if (!value.scalar.empty()) sentence.runs.push_back({value.scalar, RunKind::kText, false, {}, {}});
  } else {
    static const MapShape kShape{"a sentence", {}, {"lang", "runs", "state", "text"}};
    if (!fields_.map(value, kShape)) return sentence;
    sentence.lang = fields_.text(value, "lang", kLanguageTag);
    sentence.state = static_cast<State>(fields_.word(value, "state", state_words()));
    const std::string text = fields_.text(value, "text");
    if (!text.empty()) sentence.runs.push_back({text, RunKind::kText, false, {}, {}});
    if (!text.empty() && value.find("runs") != nullptr)
      fields_.error(value, "a sentence has 'text' or 'runs', not both");
    for (const Yaml& run : fields_.items(value, "runs")) sentence.runs.push_back(read_run(run));
  }
  count(value, sentence);
  return sentence;
}

TextRun SentenceReader::read_run(const Yaml& value) {
  TextRun run;
  if (value.is_scalar()) {
    run.text = value.scalar;
    return run;
  }
  static const MapShape kShape{"a run", {"text"}, {"bold", "kind", "link", "term"}};
  if (!fields_.map(value, kShape)) return run;
  run.text = fields_.text(value, "text");
  run.kind = static_cast<RunKind>(fields_.word(value, "kind", run_kind_words()));
  run.bold = fields_.flag(value, "bold");
  run.link = fields_.text(value, "link", kPageId);
  run.term = fields_.text(value, "term", kBlockId);
  if (!run.link.empty() && !run.term.empty()) fields_.error(value, "a run has 'link' or 'term', not both");
  return run;
}

void SentenceReader::count(const Yaml& at, const Sentence& sentence) {
  std::size_t bytes = 0;
  for (const TextRun& run : sentence.runs) bytes += run.text.size();
  if (bytes > kLargestSentence)
    fields_.error(at, "the sentence is larger than " + std::to_string(kLargestSentence) + " bytes", {}, "limit");
  if (bytes > left_) {
    fields_.error(at, "the texts are larger than " + std::to_string(most_bytes_) + " bytes together", {}, "limit");
    left_ = std::numeric_limits<std::size_t>::max();  // said once
  } else {
    left_ -= bytes;
  }
}

}  // namespace kiosk::content
