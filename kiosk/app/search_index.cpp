#include "app/search_index.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/log.h"
#include "i18n/collation.h"
#include "i18n/pinyin.h"
#include "i18n/words.h"

namespace kiosk::app {

namespace {

std::string text_of(const content::Sentence& sentence) {
  std::string text;
  for (const content::TextRun& run : sentence.runs) text += run.text;
  return text;
}

struct Entry {
  i18n::SearchKey key;
  std::vector<std::uint32_t> sentences;  // ascending, each once
};

bool before(const Entry& entry, const std::u32string& letters) { return entry.key.letters < letters; }

}  // namespace

struct SearchIndex::Data {
  Data(const std::string& language, const std::string& collation)
      : tag(language), locale(collation), keys(language, collation), breaker(language) {}

  std::string tag, locale;
  i18n::SearchKeys keys;
  i18n::WordBreaker breaker;
  mutable i18n::Pinyin pinyin;
  bool chinese = false;
  std::vector<Page> pages;
  std::vector<SentenceEntry> sentences;
  std::vector<Entry> words;  // by key
  ui::PageList list;

  std::map<std::u32string, Entry> growing;

  void add_key(const i18n::SearchKey& key, std::uint32_t sentence) {
    Entry& entry = growing[key.letters];
    if (entry.sentences.empty()) entry.key = key;
    if (entry.sentences.empty() || entry.sentences.back() != sentence) entry.sentences.push_back(sentence);
  }

  void add(std::uint32_t page, Field field, const content::Sentence& sentence) {
    // Swedish sentences of a page that is not translated are found by the Swedish index.
    if (tag != "sv" && sentence.lang == "sv" && field != Field::kTitle) return;
    SentenceEntry entry{page, field, sentence, text_of(sentence), 0};
    const auto number = static_cast<std::uint32_t>(sentences.size());
    std::string previous;
    for (const i18n::Word& word : breaker.words_of(entry.text)) {
      const std::string_view letters = std::string_view(entry.text).substr(word.begin, word.end - word.begin);
      ++entry.words;
      for (const i18n::SearchKey& key : keys.keys_of(letters)) add_key(key, number);
      if (!chinese) continue;
      const std::string latin = pinyin.of(letters);
      if (!latin.empty())
        for (const std::string& typed : {latin, previous + latin})
          for (const i18n::SearchKey& key : keys.keys_of(typed)) add_key(key, number);
      previous = latin;
    }
    pages[page].sentences.push_back(number);
    sentences.push_back(std::move(entry));
  }

  void add(const content::Page& from) {
    const auto page = static_cast<std::uint32_t>(pages.size());
    pages.push_back({{from.id, from.icon, from.title, from.summary}, {}});
    add(page, Field::kTitle, from.title);
    if (!from.summary.runs.empty()) add(page, Field::kSummary, from.summary);
    for (const content::Block& block : from.blocks) {
      const Field field = block.kind == content::BlockKind::kHeading ? Field::kHeading : Field::kBody;
      for (const content::Sentence& sentence : block.sentences) add(page, field, sentence);
      for (const content::ListItem& item : block.items)
        for (const content::Sentence& sentence : item.sentences) add(page, field, sentence);
      for (const content::ContactLine& line : block.contact) {
        if (!line.label.runs.empty()) add(page, field, line.label);
        add(page, field, line.value);
      }
    }
  }

  void finish() {
    for (auto& [letters, entry] : growing) words.push_back(std::move(entry));
    growing.clear();
    std::vector<std::string> titles;
    for (const Page& page : pages) titles.push_back(text_of(page.reference.title));
    for (const i18n::LetterGroup& group : i18n::by_letter(titles, locale)) {
      ui::PageList::Group& out = list.groups.emplace_back();
      out.letter = group.letter;
      for (const std::size_t i : group.texts) out.pages.push_back(pages[i].reference);
    }
    list.ready = true;
  }

  // Is this word of a text one that was typed?
  bool matches(std::string_view word, const std::vector<std::string>& typed) const {
    const auto like = [&](std::string_view candidate, const std::string& wanted) {
      const std::size_t letters = i18n::count_letters(wanted);
      for (const i18n::SearchKey& theirs : keys.keys_of(candidate))
        for (const i18n::SearchKey& own : keys.keys_of(wanted))
          if (i18n::likeness(own, letters, theirs) != i18n::Likeness::kNone) return true;
      return false;
    };
    for (const std::string& wanted : typed) {
      if (like(word, wanted)) return true;
      if (!chinese) continue;
      if (const std::string latin = pinyin.of(word);
          !latin.empty() && (like(latin, wanted) || wanted.starts_with(latin)))
        return true;
    }
    return false;
  }
};

SearchIndex::SearchIndex(std::unique_ptr<Data> data) : data_(std::move(data)) {}
SearchIndex::~SearchIndex() = default;

std::shared_ptr<const SearchIndex> SearchIndex::build(std::vector<content::Page> pages,
                                                      const content::Language& language) {
  auto data =
      std::make_unique<Data>(language.tag, i18n::collation_locale(language.tag, language.script, language.chain));
  data->chinese = language.script == "Hans" || language.script == "Hant";
  for (const content::Page& page : pages) data->add(page);
  data->finish();
  return std::shared_ptr<const SearchIndex>(new SearchIndex(std::move(data)));
}

std::shared_ptr<const SearchIndex> SearchIndex::build(const content::TreeReader& reader,
                                                      const content::Language& language) {
  std::vector<content::Page> pages;
  std::set<std::string> seen;
  const auto site = reader.site(language.tag);
  if (!site) log_error(site.error().message);
  const std::vector<content::Site::TopicRef> none;
  for (const content::Site::TopicRef& reference : site ? site->topics : none) {
    const auto topic = reader.topic(language.tag, reference.id);
    if (!topic) continue;
    for (const content::PageRef& page : topic->pages) {
      if (!seen.insert(page.id).second) continue;
      if (auto read = reader.page(language.tag, page.id)) pages.push_back(std::move(*read));
    }
  }
  return build(std::move(pages), language);
}

const std::vector<SearchIndex::Page>& SearchIndex::pages() const { return data_->pages; }
const std::vector<SearchIndex::SentenceEntry>& SearchIndex::sentences() const { return data_->sentences; }
const ui::PageList& SearchIndex::list() const { return data_->list; }

std::vector<SearchIndex::Hit> SearchIndex::find(std::string_view word, bool typing_errors) const {
  std::vector<Hit> hits;
  if (i18n::is_han(word)) {  // Chinese is found anywhere: its words have no bounds that a reader could see
    for (std::uint32_t i = 0; i < data_->sentences.size() && !typing_errors; ++i)
      if (data_->sentences[i].text.find(word) != std::string::npos) hits.push_back({i, i18n::Likeness::kWhole, 1});
    return hits;
  }
  const std::size_t letters = i18n::count_letters(word);
  const auto add = [&](const Entry& entry, i18n::Likeness likeness, std::size_t typed) {
    const float closeness = static_cast<float>(typed) / static_cast<float>(std::max(typed, entry.key.letters.size()));
    for (const std::uint32_t sentence : entry.sentences) hits.push_back({sentence, likeness, closeness});
  };
  for (const i18n::SearchKey& key : data_->keys.keys_of(word)) {
    if (typing_errors) {
      for (const Entry& entry : data_->words)
        if (i18n::likeness(key, letters, entry.key) == i18n::Likeness::kTypingError)
          add(entry, i18n::Likeness::kTypingError, key.letters.size());
    } else {
      auto at = std::lower_bound(data_->words.begin(), data_->words.end(), key.letters, before);
      for (; at != data_->words.end() && at->key.letters.starts_with(key.letters); ++at)
        add(*at, i18n::likeness(key, letters, at->key), key.letters.size());
    }
  }
  return hits;
}

std::vector<std::string> SearchIndex::words_of(std::string_view typed) const {
  constexpr std::size_t kMostWords = 8;
  std::vector<std::string> words;
  for (const i18n::Word& word : data_->breaker.words_of(typed)) {
    if (words.size() == kMostWords) break;
    // "e-post" is looked for as one word.
    while (!words.empty() && word.end - word.begin > words.back().size() && word.begin + 1 < word.end &&
           typed.substr(word.begin, word.end - word.begin).find('-') != std::string_view::npos &&
           typed.substr(word.begin, word.end - word.begin).ends_with(words.back()))
      words.pop_back();
    words.emplace_back(typed.substr(word.begin, word.end - word.begin));
  }
  return words;
}

content::Sentence SearchIndex::marked(const SentenceEntry& entry, const std::vector<std::string>& typed) const {
  std::vector<bool> bold(entry.text.size() + 1, false);
  const auto mark = [&](std::size_t begin, std::size_t end) {
    std::fill(bold.begin() + begin, bold.begin() + end, true);
  };
  for (const i18n::Word& word : data_->breaker.words_of(entry.text))
    if (data_->matches(std::string_view(entry.text).substr(word.begin, word.end - word.begin), typed))
      mark(word.begin, word.end);
  for (const std::string& wanted : typed)
    if (i18n::is_han(wanted))
      for (std::size_t at = entry.text.find(wanted); at != std::string::npos; at = entry.text.find(wanted, at + 1))
        mark(at, at + wanted.size());
  content::Sentence sentence = entry.sentence;
  if (sentence.lang.empty()) sentence.lang = data_->tag;
  sentence.runs.clear();
  std::size_t offset = 0;
  for (const content::TextRun& run : entry.sentence.runs) {
    for (std::size_t begin = 0; begin < run.text.size();) {
      std::size_t end = begin;
      while (end < run.text.size() && bold[offset + end] == bold[offset + begin]) ++end;
      sentence.runs.push_back({run.text.substr(begin, end - begin), run.kind, bold[offset + begin], {}});
      begin = end;
    }
    offset += run.text.size();
  }
  return sentence;
}

}  // namespace kiosk::app
