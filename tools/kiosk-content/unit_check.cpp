#include "unit_check.h"

#include <algorithm>
#include <set>

#include "i18n/message.h"
#include "inline_markup.h"
#include "literals.h"
#include "numbers.h"
#include "text_check.h"

namespace kiosk::tool {
namespace {

using Names = std::vector<std::string>;

std::string quoted(const Names& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "'" : ", '") + name + "'";
  return out;
}

// "'a' is missing", "'b' is not in the source", or both.
std::string difference(const Names& source, const Names& target, const std::string& noun) {
  Names missing, extra;
  std::set_difference(source.begin(), source.end(), target.begin(), target.end(), std::back_inserter(missing));
  std::set_difference(target.begin(), target.end(), source.begin(), source.end(), std::back_inserter(extra));
  std::string out;
  if (!missing.empty()) out = noun + " " + quoted(missing) + " of the source is missing";
  if (!extra.empty()) out += (out.empty() ? noun + " " : "; ") + quoted(extra) + " is not in the source";
  return out;
}

std::string words_of(const Inline& markup) {
  std::string words;
  for (const InlinePart& part : markup.parts)
    if (part.kind == InlinePart::Kind::kText) words += part.text + "\n";
  return words;
}

class UnitChecker {
 public:
  UnitChecker(const Unit& unit, std::string_view text, std::string_view language)
      : unit_(unit), text_(text), language_(language) {}

  std::vector<UnitFinding> run() {
    found_ = check_text(text_);
    if (unit_.message)
      check_message();
    else
      check_markup();
    check_literals();
    check_copy();
    return std::move(found_);
  }

 private:
  void add(const std::string& check, Severity severity, std::size_t offset, std::string message, std::string hint) {
    found_.push_back({check, severity, offset, std::move(message), std::move(hint)});
  }

  void check_markup() {
    const Inline source = parse_inline(unit_.source), target = parse_inline(text_);
    for (const InlineFault& fault : target.faults)
      add(fault.check, Severity::kError, fault.offset_utf8, fault.message, fault.hint);
    const auto failed = [&](const char* check) {
      return std::any_of(target.faults.begin(), target.faults.end(),
                         [&](const InlineFault& f) { return f.check == check; });
    };
    if (source.facts() != target.facts() && !failed("placeholder"))
      add("placeholder", Severity::kError, 0, difference(source.facts(), target.facts(), "the fact"),
          "keep every {name} of the source as it is, once each");
    if (source.links() != target.links() && !failed("link"))
      add("link", Severity::kError, 0, difference(source.links(), target.links(), "the link to"),
          "keep every (page:…) of the source as it is; translate the words in [ ]");
    if (source.bold_spans() != target.bold_spans() && !failed("tag"))
      add("tag", Severity::kError, 0,
          std::to_string(target.bold_spans()) + " bold parts, the source has " + std::to_string(source.bold_spans()),
          "put '**' round the same words as in the source");
    if (!failed("placeholder")) check_numbers(words_of(source), words_of(target));
  }

  void check_numbers(std::string_view source, std::string_view target) {
    const Names expected = numbers_in(source), found = numbers_in(target);
    if (expected != found)
      add("number", Severity::kError, 0, difference(expected, found, "the number"),
          "write the numbers of the source in digits, and no others");
  }

  void check_message() {
    const auto source = i18n::validate_message(kSourceLanguage, unit_.source);
    const auto target = i18n::validate_message(language_, text_);
    if (!target) {
      add("message-syntax", Severity::kError, 0, target.error().message,
          "keep the '{' and '}' of the source; write an apostrophe as ’");
      return;
    }
    if (!source) return;
    if (source->names != target->names)
      add("argument", Severity::kError, 0, difference(source->names, target->names, "the argument"),
          "keep every {name} of the source as it is");
    if (!source->plural_names.empty() && target->plural_names != source->plural_names)
      add("plural", Severity::kWarning, 0, "the source chooses a word by number, the translation does not",
          "use {count, plural, …} with the forms of the language");
    const auto reached = i18n::integer_plural_categories(language_);
    if (!target->plural_names.empty()) {
      Names missing;
      std::set_difference(reached.begin(), reached.end(), target->plural_categories.begin(),
                          target->plural_categories.end(), std::back_inserter(missing));
      if (!missing.empty())
        add("plural", Severity::kWarning, 0, "the plural form " + quoted(missing) + " is missing",
            "the language's numbers need: " + quoted(reached));
    }
    if (source->plural_names.empty()) check_numbers(unit_.source, text_);
  }

  void check_literals() {
    std::set<std::string> expected;
    for (const Literal& literal : literals_in(unit_.source)) expected.insert(literal.value);
    std::set<std::string> seen;
    for (const Literal& literal : literals_in(text_)) {
      seen.insert(literal.value);
      if (!expected.contains(literal.value))
        add(check_name(literal.kind), Severity::kError, literal.offset_utf8,
            "'" + literal.value + "' is not in the source", "write phones and addresses as the source does");
    }
    for (const Literal& literal : literals_in(unit_.source))
      if (!seen.contains(literal.value))
        add(check_name(literal.kind), Severity::kError, 0, "'" + literal.value + "' of the source is missing",
            "write phones and addresses as the source does");
  }

  // Short words may be the same in two languages; a sentence is not.
  void check_copy() {
    if (text_ != unit_.source) return;
    const std::string words = words_of(parse_inline(unit_.source));
    if (std::count(words.begin(), words.end(), ' ') >= 2)
      add("untranslated", Severity::kWarning, 0, "the translation is a copy of the Swedish",
          "translate it, or leave it empty");
  }

  const Unit& unit_;
  std::string_view text_, language_;
  std::vector<UnitFinding> found_;
};

}  // namespace

std::vector<UnitFinding> check_unit(const Unit& unit, std::string_view text, std::string_view language) {
  return UnitChecker(unit, text, language).run();
}

bool has_error(const Unit& unit, std::string_view text, std::string_view language) {
  return any_error(check_unit(unit, text, language));
}

bool any_error(const std::vector<UnitFinding>& found) {
  return std::any_of(found.begin(), found.end(), [](const UnitFinding& f) { return f.severity == Severity::kError; });
}

}  // namespace kiosk::tool
