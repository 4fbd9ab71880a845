// Faults put into shipped translations, chosen by a fixed seed: the check that is named for a fault finds it.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include "letter_check.h"
#include "project.h"
#include "support/source_dir.h"
#include "unit_check.h"

namespace kiosk::tool {
namespace {

struct Mutation {
  const char* check;
  std::function<std::string(const std::string&)> apply;  // the same text where it does not fit
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

const std::vector<Mutation>& mutations() {
  static const std::vector<Mutation> kAll = {
      {"placeholder", [](const std::string& s) { return replaced(s, "{tel_", "{tal_"); }},
      {"placeholder", [](const std::string& s) { return s.find('{') == std::string::npos ? s + " {tel_112}" : s; }},
      {"placeholder", [](const std::string& s) { return replaced(s, "}", ""); }},
      {"number", [](const std::string& s) { return replaced(s, "1", "2"); }},
      {"number", [](const std::string& s) { return s + " \u0667"; }},
      {"tag", [](const std::string& s) { return "**" + s; }},
      {"tag", [](const std::string& s) { return "<b>" + s; }},
      {"link", [](const std::string& s) { return replaced(s, "](page:", "](page:x"); }},
      {"link", [](const std::string& s) { return s + " [x](page:a/b)"; }},
      {"bidi-control", [](const std::string& s) { return s + "\u202E"; }},
      {"bidi-control", [](const std::string& s) { return "\u2067" + s; }},
      {"encoding", [](const std::string& s) { return s + "\uFFFD"; }},
      {"encoding", [](const std::string& s) { return s + "\x07"; }},
      {"phone", [](const std::string& s) { return s + " 0281-750 00"; }},
      {"url", [](const std::string& s) { return s + " www.example.org"; }},
      {"email", [](const std::string& s) { return s + " a@example.org"; }},
      {"punctuation", [](const std::string& s) { return s.ends_with('.') ? s.substr(0, s.size() - 1) + "?" : s; }},
      {"script", [](const std::string&) { return std::string("Καλημέρα σας."); }},
  };
  return kAll;
}

TEST(SeededFaults, OfShippedTranslationsAreAllFound) {
  DiagnosticSink sink;
  Project project = load_project(test::source_dir(), {}, sink);
  const std::vector<std::string> tags = {"en", "ar", "uk", "th", "hi", "zh-Hans"};
  project.load_translations(test::source_dir(), tags, sink);
  std::mt19937 random(2026);
  int seeded = 0;
  std::set<std::string> languages, checks;
  for (const std::string& tag : tags) {
    ASSERT_TRUE(project.translations.contains(tag));
    const LetterCheck letters(*project.sources.language(tag));
    for (const Domain& domain : project.domains)
      for (const Unit& unit : domain.units) {
        const PoEntry* entry = project.translations.at(tag).find(domain.name, unit.context, unit.source);
        const Mutation& mutation = mutations()[random() % mutations().size()];
        if (entry == nullptr || entry->text().empty() || unit.message || random() % 8 != 0) continue;
        // A "1" inside a fact's name or a link is another fault than a number's.
        const bool plain = unit.source.find_first_of("{[") == std::string::npos;
        if (!plain && std::string_view(mutation.check) == "number") continue;
        const std::string text = mutation.apply(entry->text());
        if (text == entry->text()) continue;
        const auto findings_in = [&](const std::string& words) {
          std::vector<UnitFinding> found = check_unit(unit, words, tag);
          for (UnitFinding& finding : letters.check(unit, words)) found.push_back(std::move(finding));
          return std::count_if(found.begin(), found.end(),
                               [&](const UnitFinding& f) { return f.check == mutation.check; });
        };
        EXPECT_GT(findings_in(text), findings_in(entry->text()))
            << tag << " " << unit.context << ": no " << mutation.check << " in " << text;
        ++seeded;
        languages.insert(tag);
        checks.insert(mutation.check);
      }
  }
  EXPECT_GE(seeded, 100);
  EXPECT_EQ(languages.size(), tags.size());
  EXPECT_GE(checks.size(), 10u);
}

}  // namespace
}  // namespace kiosk::tool
