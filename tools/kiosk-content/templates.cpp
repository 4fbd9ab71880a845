#include "templates.h"

#include <algorithm>
#include <array>

namespace kiosk::tool {
namespace {

constexpr std::array<std::string_view, 11> kTemplateTexts = {
    "Skriv sidans rubrik här",       "Skriv en mening om vad sidan handlar om.",
    "Skriv vad det handlar om",      "Skriv det viktigaste först.",
    "Skriv en mening på varje rad.", "Skriv det som är bråttom här.",
    "Skriv vad läsaren ska göra",    "Skriv det första steget.",
    "Skriv det andra steget.",       "Skriv kommunens namn",
    "Skriv nämndens namn",
};
enum Text { kTitle, kSummary, kAbout, kFirst, kSentence, kUrgent, kToDo, kStep1, kStep2, kSiteName, kOwner };

std::string_view text(Text which) { return kTemplateTexts[which]; }

std::string comment(const Words& words, std::string_view english) { return "# " + words.of(english) + "\n"; }

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "\"";
}

std::string decimal(double number) {
  const int tenths = static_cast<int>(number * 10 + 0.5);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

std::string page_template(std::string_view id, std::string_view valid_from, std::string_view review_by,
                          const Words& words) {
  const auto field = [](std::string_view key, std::string_view value) {
    return std::string(key) + ": " + std::string(value) + "\n";
  };
  std::string out = "---\n";
  out +=
      comment(words, "A page from the conforming template: easy to read, and right for every language and for speech.");
  out += comment(words, "Write your own text where it says 'Skriv …'. Lines with '#' may be taken away.");
  out += field("id", id);
  out += comment(words, "The heading: a question or a few words that a reader looks for.");
  out += field("title", text(kTitle)) + field("summary", text(kSummary));
  out += comment(words, "A name of the Material icon font: home, school, work, local_hospital, info …");
  out += field("icon", "info");
  out += comment(words, "The board that answers for the page.");
  out += field("owner", text(kOwner)) + field("valid-from", valid_from);
  out += comment(words, "When somebody must read the page again, at the latest.");
  out += field("review-by", review_by) + field("audience", "everyone");
  out += "---\n\n";
  const auto line = [&](std::string_view start, Text which) {
    return std::string(start) + std::string(text(which)) + "\n";
  };
  out += "## " + std::string(text(kAbout)) + " {#about}\n\n";
  out += line("", kFirst) + line("", kSentence) + "{#about-text}\n\n";
  out += "## " + std::string(text(kToDo)) + " {#steps}\n\n";
  out += line("1. ", kStep1) + line("2. ", kStep2) + "{#steps-list}\n\n";
  out += line("> ", kUrgent) + "{#urgent}\n";
  return out;
}

bool is_template_text(std::string_view text) {
  return std::find(kTemplateTexts.begin(), kTemplateTexts.end(), text) != kTemplateTexts.end();
}

std::map<std::string, std::string> site_template(std::string_view id, const std::vector<std::string>& languages,
                                                 std::string_view emergency_page, const Words& words) {
  std::string site =
      comment(words, "One municipality. Its pages are in pages/TOPIC/PAGE.md; it has the core's pages too.");
  site += "name: " + std::string(text(kSiteName)) + "\n";
  site += comment(words, "Colours as #rrggbb: headings and buttons, the text on them, what stands out.");
  site += "colours: {primary: \"#1B4D3E\", on-primary: \"#FFFFFF\", accent: \"#A8480F\"}\n";
  site += comment(words, "The languages in the order of the first screen.");
  site += "languages: [" + joined(languages) + "]\n";
  site += comment(words, "The order of the topics, if it is another than the core's: topics: [new-here, health]");
  if (!emergency_page.empty()) {
    site += comment(words, "Where the button with 112 leads.");
    site += "emergency-page: " + std::string(emergency_page) + "\n";
  }
  const std::string fact = "tel_" + std::string(id.substr(0, id.find('-'))) + "_reception";
  std::string facts =
      comment(words, "Phones, prices, addresses, hours: everything that changes. A page writes {its_name}.");
  facts +=
      comment(words, "An invented fact has 'sample: true', and the screen says so; a true one has source and checked.");
  facts += "facts:\n  " + fact + ":\n    kind: phone\n    value: \"031-390 06 01\"\n    sample: true\n";
  std::string contacts = comment(words, "Contact cards; a page shows one with a line: [kontakt]: contact:reception");
  contacts += "contacts:\n  reception:\n    name: Kommunens reception\n    lines:\n";
  contacts += "      - {kind: phone, label: Telefon, fact: " + fact + "}\n";
  return {{"site.yaml", site}, {"facts.yaml", facts}, {"contacts.yaml", contacts}};
}

std::string language_template(const NewLanguage& language, const Words& words) {
  const auto field = [](const char* key, const std::string& value) { return std::string(key) + ": " + value + "\n"; };
  std::string out =
      comment(words, "What the kiosk knows of the language, from CLDR. Let somebody who speaks it read this.");
  if (!language.plural_forms.empty())
    out += comment(words, "Plural forms of its whole numbers, for ui.po: " + joined(language.plural_forms));
  out += field("tag", language.tag);
  out += comment(words, "The language's name in the language itself.");
  out += field("autonym", quoted(language.autonym)) + field("name-sv", quoted(language.name_sv)) +
         field("name-en", quoted(language.name_en)) + field("script", language.script) +
         field("format-locale", language.format_locale);
  out += comment(words, "Digits in running text; phone numbers keep 0-9.");
  out += field("digits", language.digits);
  out += comment(words, "What a reader of the language understands next, where a text is missing.");
  out += field("chain", "[" + joined(language.chain) + "]");
  out += comment(words, "Families of fonts/stacks.yaml, and the distance from line to line in sizes of the text.");
  out += field("fonts", "[" + joined(language.fonts) + "]") + field("line-height", decimal(language.line_height));
  out += comment(words, "A voice of espeak-ng that native speakers understand; empty = not read aloud.");
  out += field("voice", "\"\"");
  return out;
}

}  // namespace kiosk::tool
