// The letters a language is written with: its script, and CLDR's exemplar characters where CLDR has them for the
// language. Says what a letter is, never whether a text is wrong.
#pragma once

#include <memory>
#include <string_view>

namespace kiosk::i18n {

enum class Alphabet { kLatin, kCyrillic, kGreek, kOther };
Alphabet alphabet_of(char32_t character);

class LanguageLetters {
 public:
  // `script` is an ISO 15924 code; "Hans", "Jpan" and "Kore" stand for all their scripts. Unknown ones have none.
  LanguageLetters(std::string_view tag, std::string_view script);
  ~LanguageLetters();
  LanguageLetters(LanguageLetters&&) noexcept;

  bool has_script() const;
  bool in_script(char32_t character) const;  // script extensions included (UAX 24)

  // False where CLDR has no data of the language's own, and for scripts with more characters than CLDR lists.
  bool has_exemplars() const;
  bool is_exemplar(char32_t character) const;  // main, auxiliary or index exemplar, in either case

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace kiosk::i18n
