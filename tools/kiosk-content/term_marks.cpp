#include "term_marks.h"

#include <algorithm>

#include "base/utf8.h"
#include "i18n/character.h"
#include "i18n/search_keys.h"
#include "i18n/words.h"
#include "inline_markup.h"
#include "term_check.h"
#include "term_words.h"
#include "units.h"

namespace kiosk::tool {

namespace {

// A text in lower case that knows where each byte comes from.
struct Folded {
  std::string text;
  std::vector<std::size_t> from;  // one more than bytes
};

Folded fold(std::string_view text) {
  Folded folded;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    append_utf8(folded.text, i18n::to_lower_case(d.character));
    folded.from.resize(folded.text.size(), i);
    i += d.length;
  }
  folded.from.push_back(text.size());
  return folded;
}

// Arabic joins the article and small words to the front: the municipality, and the municipality, to the municipality.
std::vector<std::string> arabic_ways(const std::string& term) {
  constexpr const char *kArticle = "ال", *kTo = "ل";
  std::vector<std::string> bare{term};
  std::string definite = kArticle + term;
  bare.push_back(definite);
  if (const std::size_t last = term.rfind(' '); last != std::string::npos) {
    if (!term.substr(last + 1).starts_with(kArticle))  // of the one thing that is owned
      bare.push_back(term.substr(0, last + 1) + kArticle + term.substr(last + 1));
    for (std::size_t at = definite.find(' '); at != std::string::npos; at = definite.find(' ', at + 1))
      if (!definite.substr(at + 1).starts_with(kArticle)) definite.insert(at + 1, kArticle);
    bare.push_back(definite);
  }
  std::vector<std::string> ways;
  for (const std::string& way : bare) {
    for (const char* small : {"", "و", "ف", "ب", "ل", "ك", "وب", "ول"}) ways.push_back(small + way);
    if (way.starts_with(kArticle)) {
      const std::string rest = way.substr(std::string_view(kArticle).size());
      ways.push_back(std::string(kTo) + kTo + rest);
      ways.push_back(std::string("و") + kTo + kTo + rest);
    }
  }
  return ways;
}

// Letters that an ending adds to a long word of a language that writes blanks between words.
constexpr std::size_t kLongWord = 5, kMostEnding = 3;

bool may_have_ending(std::string_view language, std::string_view words) {
  static constexpr std::string_view kWithout[] = {"sv", "ar", "th", "lo", "km", "my", "ja", "zh-Hans", "zh-Hant"};
  if (std::find(std::begin(kWithout), std::end(kWithout), language) != std::end(kWithout)) return false;
  return i18n::count_letters(words.substr(words.rfind(' ') + 1)) >= kLongWord;  // npos + 1 is the beginning
}

bool joins(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = decode_utf8(text, at).character;
  return i18n::is_letter(c) || i18n::digit_value(c) >= 0 || c == '-' || c == U'\u2011' || c == U'\u200c';
}

bool joins_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return joins(text, at);
}

struct Match {
  std::size_t begin = 0, end = 0;  // bytes of the run
};

}  // namespace

struct TermMarks::Language {
  struct Term {
    std::string id;
    std::vector<std::string> swedish, ways;  // lower case
  };
  std::string tag;
  i18n::WordBreaker breaker;
  std::vector<Term> terms;

  explicit Language(std::string_view language) : tag(language), breaker(language) {}

  // Whole words by the language's own rules; the first place in the text.
  bool find(const std::string& text, const std::string& way, Match& match) const {
    const Folded folded = fold(text);
    std::size_t at = folded.text.find(way);
    if (at == std::string::npos) return false;
    std::set<std::size_t> begins, ends;
    for (const i18n::Word& word : breaker.words_of(text)) {
      begins.insert(word.begin);
      ends.insert(word.end);
    }
    for (; at != std::string::npos; at = folded.text.find(way, at + 1)) {
      const std::size_t begin = folded.from[at];
      std::size_t end = folded.from[at + way.size()];
      if (!begins.contains(begin)) continue;
      if (!ends.contains(end)) {
        const auto next = ends.upper_bound(end);
        if (next == ends.end() || !may_have_ending(tag, way)) continue;
        const std::string_view ending = std::string_view(text).substr(end, *next - end);
        if (ending.find(' ') != std::string_view::npos || i18n::count_letters(ending) > kMostEnding) continue;
        end = *next;
      }
      const bool spaced = !i18n::is_han(std::string_view(text).substr(begin, end - begin)) && tag != "th" &&
                          tag != "lo" && tag != "km" && tag != "my";
      if (spaced && (joins(text, end) || joins_before(text, begin))) continue;
      match = {begin, end};
      return true;
    }
    return false;
  }
};

TermMarks::TermMarks(SiteView view, const Resolver& resolver) : view_(view), resolver_(resolver) {}
TermMarks::~TermMarks() = default;

const TermMarks::Language& TermMarks::words_of(std::string_view language) {
  if (const auto known = languages_.find(language); known != languages_.end()) return *known->second;
  auto words = std::make_unique<Language>(language);
  for (const SourcePart* part : view_.parts())
    for (const GlossaryTerm& term : part->glossary) {
      Language::Term known{term.id, {lower_case(term.term.text)}, {}};
      for (const std::string& form : term.forms) known.swedish.push_back(lower_case(form));
      if (language == kSourceLanguage) {
        known.ways = known.swedish;
      } else {
        const std::string context = glossary_context(term.id, "term");
        const auto found = resolver_.find(language, {part->domain, context, term.term.text});
        if (!found) continue;
        for (const std::string& way : ways_to_say(lower_case(found->text)))
          for (const std::string& each : language == "ar" ? arabic_ways(way) : std::vector{way})
            known.ways.push_back(each);
        for (const std::string& way : known.swedish) known.ways.push_back(way);  // a name that is kept
      }
      std::stable_sort(known.ways.begin(), known.ways.end(),
                       [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
      words->terms.push_back(std::move(known));
    }
  return *languages_.emplace(std::string(language), std::move(words)).first->second;
}

void TermMarks::mark(content::Sentence& sentence, std::string_view language, std::string_view source) {
  const auto led = [](const content::TextRun& run) { return !run.link.empty(); };
  if (std::any_of(sentence.runs.begin(), sentence.runs.end(), led)) return;
  std::string swedish;
  for (const InlinePart& part : parse_inline(source).parts)
    if (part.kind == InlinePart::Kind::kText) swedish += part.text;
  swedish = lower_case(swedish);

  const Language& words = words_of(language);
  const std::string* best = nullptr;
  std::size_t best_run = 0;
  Match best_match;
  for (const Language::Term& term : words.terms) {
    if (marked_.contains(term.id)) continue;
    if (std::none_of(term.swedish.begin(), term.swedish.end(),
                     [&](const std::string& form) { return has_whole_words(swedish, form); }))
      continue;
    for (std::size_t i = 0; i < sentence.runs.size(); ++i) {
      const content::TextRun& run = sentence.runs[i];
      if (run.kind != content::RunKind::kText || run.bold) continue;
      Match match;
      if (std::none_of(term.ways.begin(), term.ways.end(),
                       [&](const std::string& way) { return words.find(run.text, way, match); }))
        continue;
      // At a run's edge the word may go on in the next one.
      if (match.begin == 0 && i > 0 && joins_before(sentence.runs[i - 1].text, sentence.runs[i - 1].text.size()))
        continue;
      if (match.end == run.text.size() && i + 1 < sentence.runs.size() && joins(sentence.runs[i + 1].text, 0)) continue;
      if (best == nullptr || match.end - match.begin > best_match.end - best_match.begin) {
        best = &term.id;
        best_run = i;
        best_match = match;
      }
      break;
    }
  }
  if (best == nullptr) return;
  marked_.insert(*best);
  const content::TextRun whole = sentence.runs[best_run];
  std::vector<content::TextRun> parts;
  const auto add = [&](std::size_t begin, std::size_t end, const std::string& term) {
    if (begin == end) return;
    content::TextRun part = whole;
    part.text = whole.text.substr(begin, end - begin);
    part.term = term;
    parts.push_back(std::move(part));
  };
  add(0, best_match.begin, {});
  add(best_match.begin, best_match.end, *best);
  add(best_match.end, whole.text.size(), {});
  const auto at = sentence.runs.erase(sentence.runs.begin() + static_cast<std::ptrdiff_t>(best_run));
  sentence.runs.insert(at, parts.begin(), parts.end());
}

}  // namespace kiosk::tool
