#include "app/tree_survey.h"

#include <algorithm>
#include <set>

#include "content/tree_reader.h"

namespace kiosk::app {

namespace {

std::string words_of(const content::Sentence& sentence) {
  std::string words;
  for (const content::TextRun& run : sentence.runs) words += run.text;
  return words;
}

void add_page(ui::TreeSurvey& survey, const content::Page& page) {
  if (!page.review_by.empty()) survey.pages.push_back({page.id, words_of(page.title), page.review_by});
  for (const content::Block& block : page.blocks) {
    if (block.kind != content::BlockKind::kHours || survey.place(block.id)) continue;
    survey.places.push_back(
        {block.id, block.sentences.empty() ? block.id : words_of(block.sentences.front()), block.hours});
  }
}

}  // namespace

ui::TreeSurvey survey_tree(const std::string& folder) {
  ui::TreeSurvey survey;
  survey.ready = true;
  const content::TreeReader reader(folder);
  const auto manifest = reader.manifest();
  if (!manifest || manifest->languages.empty()) return survey;
  const auto swedish = std::find_if(manifest->languages.begin(), manifest->languages.end(),
                                    [](const content::Language& language) { return language.tag == "sv"; });
  const std::string& language = (swedish == manifest->languages.end() ? manifest->languages.front() : *swedish).tag;
  const auto site = reader.site(language);
  if (!site) return survey;
  std::set<std::string> seen;
  for (const content::Site::TopicRef& ref : site->topics) {
    const auto topic = reader.topic(language, ref.id);
    if (!topic) continue;
    for (const content::PageRef& page_ref : topic->pages) {
      if (!seen.insert(page_ref.id).second) continue;
      if (const auto page = reader.page(language, page_ref.id)) add_page(survey, *page);
    }
  }
  std::sort(survey.pages.begin(), survey.pages.end(),
            [](const auto& a, const auto& b) { return std::tie(a.review_by, a.id) < std::tie(b.review_by, b.id); });
  std::sort(survey.places.begin(), survey.places.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return survey;
}

}  // namespace kiosk::app
