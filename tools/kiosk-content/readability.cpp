#include "readability.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/utf8.h"
#include "i18n/character.h"
#include "inline_markup.h"

namespace kiosk::tool {
namespace {

constexpr int kLixLimit = 40;          // above it a text is no longer easy
constexpr int kSentenceWords = 15;     // most words in a sentence
constexpr int kWordLetters = 16;       // most letters in a word that is not explained
constexpr std::size_t kSentences = 7;  // most in a paragraph
constexpr int kParagraphs = 5;         // most without a heading
constexpr double kFewestWords = 40;    // a shorter text has no meaningful LIX

struct Abbreviation {
  std::string_view text, words;
};
constexpr std::array<Abbreviation, 14> kAbbreviations = {{{"t.ex.", "till exempel"},
                                                          {"t ex", "till exempel"},
                                                          {"bl.a.", "bland annat"},
                                                          {"m.m.", "med mera"},
                                                          {"m.fl.", "med flera"},
                                                          {"dvs.", "det vill säga"},
                                                          {"d.v.s.", "det vill säga"},
                                                          {"osv.", "och så vidare"},
                                                          {"o.s.v.", "och så vidare"},
                                                          {"etc.", "och så vidare"},
                                                          {"ca ", "ungefär"},
                                                          {"ca.", "ungefär"},
                                                          {"p.g.a.", "på grund av"},
                                                          {"s.k.", "så kallad"}}};

SourcePosition place(const SourceText& text, std::size_t offset_utf8) {
  SourcePosition at = text.at;
  at.column += static_cast<int>(count_characters(std::string_view(text.text).substr(0, offset_utf8)));
  return at;
}

class Reader {
 public:
  Reader(const SourcePart& part, const SourcePart& core, DiagnosticSink& sink) : part_(part), sink_(sink) {
    for (const SourcePart* from : {&core, &part})
      for (const GlossaryTerm& term : from->glossary) {
        explained_.insert(lower(term.term.text));
        for (const std::string& form : term.forms) explained_.insert(lower(form));
      }
  }

  void run() {
    for (const SourcePage& page : part_.pages) {
      page_ = &page;
      said_.clear();
      std::vector<std::string_view> sentences = {page.title.text};
      for (const SourceBlock& block : page.blocks) {
        block_ = &block;
        for (const SourceText& sentence : block.sentences) read(sentence, sentences);
        for (const SourceItem& item : block.items)
          for (const SourceText& sentence : item.sentences) read(sentence, sentences);
      }
      block_ = nullptr;
      read_shape(page);
      int words = 0;
      for (const std::string_view sentence : sentences) words += static_cast<int>(words_in(sentence).size());
      const double value = lix(sentences);
      if (words >= kFewestWords && value > kLixLimit)
        warn("lix", page.title.at,
             "the page's LIX is " + std::to_string(std::lround(value)) + ", easy text stays below " +
                 std::to_string(kLixLimit),
             "write shorter sentences and shorter words");
    }
  }

 private:
  // Enough of lower case for comparing Swedish words.
  static std::string lower(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const Decoded d = decode_utf8(text, i);
      append_utf8(out, i18n::to_lower_case(d.character));
      i += d.length;
    }
    return out;
  }

  void warn(const char* check, SourcePosition at, std::string message, std::string hint) {
    Diagnostic d;
    d.severity = Severity::kWarning;
    d.check = check;
    d.at = std::move(at);
    d.message = std::move(message);
    d.hint = std::move(hint);
    d.language = kSourceLanguage;
    d.page = page_->id;
    if (block_ != nullptr) d.block = block_->id;
    sink_.add(std::move(d));
  }

  void read(const SourceText& sentence, std::vector<std::string_view>& sentences) {
    sentences.push_back(sentence.text);
    const std::vector<Word> words = words_in(sentence.text);
    if (words.size() > kSentenceWords)
      warn("sentence-length", sentence.at,
           std::to_string(words.size()) + " words in a sentence, easy text has at most " +
               std::to_string(kSentenceWords),
           "make two sentences of it");
    for (const Word& word : words) {
      const bool name = &word != &words.front() && i18n::is_upper_case(decode_utf8(word.text, 0).character);
      const bool long_word = word.letters > kWordLetters && word.text.find('-') == std::string::npos;
      if (!long_word || name || explained_.contains(lower(word.text)) || !said_.insert(lower(word.text)).second)
        continue;
      warn("long-word", place(sentence, word.offset_utf8),
           "'" + word.text + "' has " + std::to_string(word.letters) + " letters",
           "say it in shorter words, or explain it in glossary.yaml");
    }
    for (const Abbreviation& abbreviation : kAbbreviations) {
      const std::size_t found = sentence.text.find(abbreviation.text);
      if (found == std::string::npos ||
          (found > 0 && sentence.text[found - 1] != ' ' && sentence.text[found - 1] != '('))
        continue;
      warn("abbreviation", place(sentence, found), "the abbreviation '" + std::string(abbreviation.text) + "'",
           "write '" + std::string(abbreviation.words) + "'");
    }
  }

  // Short paragraphs, and headings among them.
  void read_shape(const SourcePage& page) {
    int paragraphs = 0;
    for (const SourceBlock& block : page.blocks) {
      if (block.kind == content::BlockKind::kHeading) paragraphs = 0;
      if (block.kind != content::BlockKind::kParagraph || block.sentences.empty()) continue;
      block_ = &block;
      if (block.sentences.size() > kSentences)
        warn("paragraph-length", block.sentences[kSentences].at,
             "the paragraph has " + std::to_string(block.sentences.size()) + " sentences, easy text has at most " +
                 std::to_string(kSentences),
             "leave an empty line where a new thought begins");
      if (++paragraphs == kParagraphs + 1)
        warn("heading", block.sentences.front().at,
             std::to_string(kParagraphs) + " paragraphs stand without a heading between them",
             "write a heading that says what comes: ## ...");
    }
    block_ = nullptr;
  }

  const SourcePart& part_;
  DiagnosticSink& sink_;
  std::set<std::string> explained_;
  std::set<std::string> said_;  // long words of the page that were reported
  const SourcePage* page_ = nullptr;
  const SourceBlock* block_ = nullptr;
};

}  // namespace

std::vector<Word> words_in(std::string_view sentence) {
  std::vector<Word> words;
  for (const InlinePart& part : parse_inline(sentence).parts) {
    if (part.kind != InlinePart::Kind::kText) continue;
    Word word;
    const auto finish = [&] {
      while (word.text.ends_with('-') || word.text.ends_with('\'')) word.text.pop_back();
      if (word.letters > 0) words.push_back(std::move(word));
      word = {};
    };
    for (std::size_t i = 0; i < part.text.size();) {
      const Decoded d = decode_utf8(part.text, i);
      const bool joins =
          !word.text.empty() && (d.character == U'-' || d.character == U'\'' || d.character == U'\u2019');
      if (i18n::is_letter(d.character) || joins) {
        if (word.text.empty()) word.offset_utf8 = part.offset_utf8 + i;
        word.text += part.text.substr(i, d.length);
        word.letters += i18n::is_letter(d.character);
      } else {
        finish();
      }
      i += d.length;
    }
    finish();
  }
  return words;
}

double lix(const std::vector<std::string_view>& sentences) {
  double words = 0, long_words = 0, count = 0;
  for (const std::string_view sentence : sentences) {
    const std::vector<Word> found = words_in(sentence);
    if (found.empty()) continue;
    ++count;
    words += static_cast<double>(found.size());
    long_words +=
        static_cast<double>(std::count_if(found.begin(), found.end(), [](const Word& w) { return w.letters > 6; }));
  }
  return words == 0 ? 0 : words / count + 100 * long_words / words;
}

void check_readability(const SourcePart& part, const SourcePart& core, DiagnosticSink& sink) {
  Reader(part, core, sink).run();
}

}  // namespace kiosk::tool
