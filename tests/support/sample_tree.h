// A small compiled tree for tests of ui/ and app/: Swedish, Arabic and Tigrinya; two topics; a page long enough to
// scroll.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/check.h"
#include "base/file.h"
#include "content/tree.h"
#include "content/tree_writer.h"

namespace kiosk::test {

inline content::Sentence sentence(std::string text, content::State state = content::State::kSource) {
  content::Sentence s;
  content::TextRun run;
  run.text = std::move(text);
  s.runs.push_back(std::move(run));
  s.state = state;
  return s;
}

inline content::Manifest sample_manifest() {
  content::Manifest m;
  m.site = "sample";
  m.version = "1";
  m.built = "2026-03-01";
  m.name = "Exempelstad";
  m.emergency_page = "safety/numbers";
  m.colours = {"#0b3c6f", "#ffffff", "#b5530a"};
  const auto language = [&](const char* tag, const char* autonym, const char* name_sv, const char* script,
                            const char* digits, std::vector<std::string> fonts) {
    content::Language l;
    l.tag = tag;
    l.autonym = autonym;
    l.name_sv = name_sv;
    l.name_en = name_sv;
    l.script = script;
    l.format_locale = std::string(tag) + "-SE";
    l.digits = digits;
    if (l.tag != "sv") l.chain = {"sv"};
    l.fonts = std::move(fonts);
    m.languages.push_back(std::move(l));
  };
  language("sv", "svenska", "svenska", "Latn", "latn", {"sans"});
  language("ar", "العربية", "arabiska", "Arab", "arab", {"arabic", "sans"});
  language("ti", "ትግርኛ", "tigrinska", "Ethi", "latn", {"ethiopic", "sans"});
  m.fonts = {
      {"sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "fonts-noto-core"},
      {"arabic", "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf", "fonts-noto-core"},
      {"ethiopic", "NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf", "fonts-noto-core"},
      {"icons", "MaterialIcons-Regular.ttf", "MaterialIcons-Regular.ttf", "fonts-material-design-icons-iconfont"}};
  return m;
}

inline content::Site sample_site(const std::string& lang) {
  const bool ar = lang == "ar", ti = lang == "ti";
  const auto pick = [&](const char* sv, const char* arabic, const char* tigrinya) {
    return std::string(ar ? arabic : ti ? tigrinya : sv);
  };
  content::Site site;
  site.lang = lang;
  site.name = sentence("Exempelstad");
  const auto put = [&](const char* key, std::string text) { site.ui[key] = std::move(text); };
  put("bar.home", pick("Hem", "الرئيسية", "ገዛ"));
  put("bar.back", pick("Tillbaka", "رجوع", "ተመለስ"));
  put("bar.language", pick("Språk", "اللغة", "ቋንቋ"));
  put("bar.search", pick("Sök", "بحث", "ድለዩ"));
  put("bar.read-aloud", pick("Lyssna", "استمع", "ስምዑ"));
  put("bar.help", pick("Hjälp", "مساعدة", "ሓገዝ"));
  put("bar.text-size", pick("Text", "الخط", "ጽሑፍ"));
  put("bar.done", pick("Klar", "تم", "ወዲአ"));
  put("home.title", "{site}");
  put("home.topics", pick("Vad vill du veta?", "ماذا تريد أن تعرف؟", "እንታይ ክትፈልጥ ትደሊ?"));
  for (const char* key : {"picker.title",     "picker.more",        "picker.field",
                          "picker.none",      "picker.missing",     "picker.missing-thanks",
                          "key.backspace",    "scroll.up",          "scroll.down",
                          "settings.title",   "settings.text-size", "settings.theme",
                          "theme.light",      "theme.dark",         "theme.contrast",
                          "settings.spacing", "spacing.normal",     "spacing.wide",
                          "idle.lost",        "theme.warm",         "scale.100",
                          "scale.125",        "scale.150",          "scale.200",
                          "idle.title",       "idle.extend",        "emergency.label",
                          "page.related",     "page.machine",       "page.sample",
                          "page.damaged"})
    put(key, pick("Svensk text", "نص عربي", "ጽሑፍ"));
  put("idle.text", "{seconds, plural, one {# s} other {# s}}");
  put("page.fallback", "{language}");
  put("page.owner", "{board}");
  put("page.updated", "{date}");
  site.topics = {{"safety", "emergency", sentence(pick("Trygghet", "السلامة", "ድሕነት")), 2},
                 {"work", "work", sentence(pick("Arbete", "العمل", "ስራሕ")), 1}};
  return site;
}

inline content::Page sample_page(const std::string& lang, const std::string& id, int paragraphs) {
  content::Page page;
  page.id = id;
  page.topic = id.substr(0, id.find('/'));
  page.icon = "info";
  page.lang = lang;
  page.owner = "Kommunstyrelsen";
  page.valid_from = "2026-01-01";
  page.review_by = "2027-01-01";
  const content::State state = lang == "sv" ? content::State::kSource : content::State::kMachine;
  page.title = sentence(lang == "ar" ? "أرقام مهمة" : "Viktiga nummer", state);
  for (int i = 0; i < paragraphs; ++i) {
    content::Block block;
    block.id = "p" + std::to_string(i);
    content::Sentence s = sentence(lang == "ar" ? "اتصل برقم " : "Ring ", state);
    content::TextRun phone;
    phone.text = "1177";
    phone.kind = content::RunKind::kPhone;
    s.runs.push_back(phone);
    if (i == 0 && id != "work/find") {
      content::TextRun link;
      link.text = lang == "ar" ? " العمل" : " arbete";
      link.link = "work/find";
      s.runs.push_back(link);
    }
    block.sentences = {s, sentence(lang == "ar" ? "نحن هنا." : "Vi finns här.", state)};
    page.blocks.push_back(std::move(block));
  }
  return page;
}

// Writes the tree into a fresh folder below the test's working directory and returns the folder.
inline std::string write_sample_tree(const std::string& name, const content::Manifest& manifest = sample_manifest()) {
  const std::string folder = "trees/" + name;
  std::filesystem::remove_all(folder);
  const auto write = [&](const std::string& path, const std::string& text) {
    KIOSK_CHECK(write_file(folder + "/" + path, text).has_value());
  };
  write("manifest.yaml", content::write_manifest(manifest));
  for (const content::Language& language : manifest.languages) {
    const std::string& tag = language.tag;
    write(tag + "/site.yaml", content::write_site(sample_site(tag)));
    const auto topic = [&](const char* id, std::vector<std::string> pages) {
      content::Topic t;
      t.id = id;
      t.icon = "work";
      t.title = sentence(id);
      for (const std::string& page : pages) t.pages.push_back({page, "info", sentence(page), sentence("summary")});
      write(tag + "/topics/" + id + ".yaml", content::write_topic(t));
    };
    topic("safety", {"safety/numbers", "safety/long"});
    topic("work", {"work/find"});
    write(tag + "/pages/safety/numbers.yaml", content::write_page(sample_page(tag, "safety/numbers", 3)));
    write(tag + "/pages/safety/long.yaml", content::write_page(sample_page(tag, "safety/long", 40)));
    write(tag + "/pages/work/find.yaml", content::write_page(sample_page(tag, "work/find", 1)));
  }
  return folder;
}

}  // namespace kiosk::test
