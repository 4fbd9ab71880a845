#include "tree_builder.h"

#include <algorithm>

#include "content/tree_writer.h"
#include "i18n/locale.h"

namespace kiosk::tool {

namespace {

constexpr std::string_view kSwedishKeyboard = "latin-sv";

bool has_swedish_letters(const content::Keyboard& keyboard) {
  int found = 0;
  for (const auto& row : keyboard.rows)
    for (const std::string& key : row) found += key == "å" || key == "ä" || key == "ö" ? 1 : 0;
  return found == 3;
}

// The language's own layout, and the Swedish one beside it, so that Swedish words can be typed in every language.
content::Keyboards keyboards_of(const Sources& sources, const content::Language& language) {
  content::Keyboards keyboards{language.tag, {}};
  const auto swedish = sources.keyboards.find(kSwedishKeyboard);
  const auto own = language.keyboard.empty() ? swedish : sources.keyboards.find(language.keyboard);
  if (own == sources.keyboards.end()) return keyboards;
  keyboards.layouts.push_back(own->second);
  if (swedish != sources.keyboards.end() && !has_swedish_letters(own->second))
    keyboards.layouts.push_back(swedish->second);
  return keyboards;
}

}  // namespace

TreeBuilder::TreeBuilder(TreeRequest request, const std::map<std::string, Translations, std::less<>>& translations,
                         const std::vector<Domain>& domains)
    : request_(std::move(request)),
      view_{&request_.sources->core, request_.site},
      resolver_(view_, translations, domains),
      pages_(view_, resolver_) {
  for (const SourcePart* part : view_.parts())
    for (const CalendarSource& calendar : part->calendars)
      for (const CalendarEvent& event : calendar.events) times_[event.id] = times_of(event, request_.today);
}

// The site's order, then the core's, then the site's own; topics without pages are left out.
std::vector<TreeBuilder::TopicPages> TreeBuilder::topic_pages() const {
  std::vector<TopicPages> all;
  for (const SourcePart* part : view_.parts())
    for (const TopicSource& topic : part->topics) all.push_back({&topic, part->domain, {}});
  for (const SourcePart* part : view_.parts())
    for (const SourcePage& page : part->pages)
      for (TopicPages& topic : all)
        if (topic.topic->id == page.topic) topic.pages.push_back(&page);
  std::erase_if(all, [](const TopicPages& topic) { return topic.pages.empty(); });
  for (TopicPages& topic : all)
    std::sort(topic.pages.begin(), topic.pages.end(), [](const SourcePage* a, const SourcePage* b) {
      return std::pair(a->order, std::string_view(a->id)) < std::pair(b->order, std::string_view(b->id));
    });
  const std::vector<std::string>& order = request_.site->site.topics;
  const auto rank = [&](const TopicPages& topic) {
    return std::find(order.begin(), order.end(), topic.topic->id) - order.begin();
  };
  std::stable_sort(all.begin(), all.end(), [&](const TopicPages& a, const TopicPages& b) { return rank(a) < rank(b); });
  return all;
}

std::vector<const SourcePage*> TreeBuilder::pages() const {
  std::vector<const SourcePage*> all;
  for (const TopicPages& topic : topic_pages()) all.insert(all.end(), topic.pages.begin(), topic.pages.end());
  return all;
}

content::Sentence TreeBuilder::sentence(const content::Language& language, const TextKey& key) const {
  const std::vector<std::string> chain = resolver_.chain_of(language);
  return resolver_.sentence(language.tag, chain[resolver_.complete(chain, 0, {key})], key);
}

content::Page TreeBuilder::page(const content::Language& language, const SourcePage& source) const {
  return pages_.page(language, source);
}

bool TreeBuilder::runs_right_to_left(std::string_view tag) const {
  const content::Language* language = request_.sources->language(tag);
  return language != nullptr && i18n::is_right_to_left_script(language->script);
}

content::Site TreeBuilder::site(const content::Language& language) const {
  const std::vector<std::string> chain = resolver_.chain_of(language);
  content::Site site;
  site.lang = language.tag;
  site.name = sentence(language, {request_.site->domain, kSiteNameContext, request_.site->site.name.text});
  for (const UiMessage& message : request_.sources->ui) {
    const TextKey key{"ui", message.key, message.text.text};
    const std::string& found = chain[resolver_.complete(chain, 0, {key})];
    const std::string_view text = resolver_.find(found, key)->text;
    // Words that run the other way than the reader's keep their full stop at their own end (UAX 9).
    site.ui[message.key] = runs_right_to_left(found) == runs_right_to_left(language.tag)
                               ? std::string(text)
                               : "\u2068" + std::string(text) + "\u2069";
  }
  for (const TopicPages& from : topic_pages()) {
    const std::string context = topic_context(from.topic->id);
    site.topics.push_back({from.topic->id, from.topic->icon,
                           sentence(language, {from.domain, context, from.topic->title.text}),
                           static_cast<int>(from.pages.size())});
  }
  return site;
}

content::Topic TreeBuilder::topic_of(const content::Language& language, const TopicPages& from) const {
  const std::string context = topic_context(from.topic->id);
  return {from.topic->id, from.topic->icon, sentence(language, {from.domain, context, from.topic->title.text}), {}};
}

std::vector<content::Topic> TreeBuilder::topics(const content::Language& language) const {
  std::vector<content::Topic> topics;
  for (const TopicPages& from : topic_pages()) {
    topics.push_back(topic_of(language, from));
    for (const SourcePage* page : from.pages) topics.back().pages.push_back(pages_.reference(language, *page));
  }
  return topics;
}

std::map<std::string, std::string> TreeBuilder::language_files(const std::string& tag) const {
  const content::Language& language = *request_.sources->language(tag);
  std::map<std::string, std::string> files;
  files[language.tag + "/phrases.yaml"] = content::write_phrases(phrases(language));
  files[language.tag + "/notices.yaml"] = content::write_notices(notices(language));
  files[language.tag + "/polls.yaml"] = content::write_polls(polls(language));
  files[language.tag + "/glossary.yaml"] = content::write_glossary(glossary(language));
  files[language.tag + "/events.yaml"] = content::write_events(events(language));
  files[language.tag + "/site.yaml"] = content::write_site(site(language));
  const content::Keyboards keyboards = keyboards_of(*request_.sources, language);
  if (!keyboards.layouts.empty()) files[language.tag + "/keyboard.yaml"] = content::write_keyboards(keyboards);
  for (const content::Topic& topic : topics(language))
    files[language.tag + "/topics/" + topic.id + ".yaml"] = content::write_topic(topic);
  for (const SourcePage* page : pages())
    files[language.tag + "/pages/" + page->id + ".yaml"] = content::write_page(pages_.page(language, *page));
  return files;
}

Result<std::map<std::string, std::string>> TreeBuilder::page_files(const std::string& tag,
                                                                   const std::set<std::string, std::less<>>& ids,
                                                                   const KnownTopic& known,
                                                                   std::set<std::string>* media) const {
  const content::Language& language = *request_.sources->language(tag);
  std::map<std::string, std::string> files;
  for (const TopicPages& from : topic_pages()) {
    if (std::none_of(from.pages.begin(), from.pages.end(), [&](const auto* page) { return ids.contains(page->id); }))
      continue;
    content::Topic old;
    if (known) {
      auto topic = known(from.topic->id);
      if (!topic) return tl::unexpected(topic.error());
      old = std::move(*topic);
    }
    content::Topic topic = topic_of(language, from);
    for (const SourcePage* page : from.pages) {
      if (!known || ids.contains(page->id)) {
        topic.pages.push_back(pages_.reference(language, *page));
        continue;
      }
      const auto there = std::find_if(old.pages.begin(), old.pages.end(),
                                      [&](const content::PageRef& ref) { return ref.id == page->id; });
      if (there == old.pages.end()) return fail("the topic " + topic.id + " does not know the page " + page->id);
      topic.pages.push_back(*there);
    }
    files[tag + "/topics/" + topic.id + ".yaml"] = content::write_topic(topic);
    for (const SourcePage* source : from.pages) {
      if (!ids.contains(source->id)) continue;
      const content::Page page = pages_.page(language, *source);
      files[tag + "/pages/" + page.id + ".yaml"] = content::write_page(page);
      if (media != nullptr) media->merge(page.media());
    }
  }
  return files;
}

std::map<std::string, const MediaSource*> TreeBuilder::media(const std::vector<std::string>& ids) const {
  std::map<std::string, const MediaSource*> all;
  for (const SourcePage* page : pages()) {
    if (!ids.empty() && std::find(ids.begin(), ids.end(), page->id) == ids.end()) continue;
    for (const SourceBlock& block : page->blocks)
      if (block.kind == content::BlockKind::kImage)
        if (const MediaSource* media = view_.media(block.names.front().text)) all.emplace(media->name, media);
    add_recordings(*page, all);
  }
  return all;
}

// Those that say what the page says in one of the languages.
void TreeBuilder::add_recordings(const SourcePage& page, std::map<std::string, const MediaSource*>& media) const {
  std::vector<const Recording*> recordings;
  for (const SourcePart* part : view_.parts())
    if (const auto found = part->recordings.find(page.id); found != part->recordings.end())
      for (const Recording& recording : found->second) recordings.push_back(&recording);
  if (recordings.empty()) return;
  for (const std::string& tag : request_.languages) {
    const std::set<std::string> needed = pages_.page(*request_.sources->language(tag), page).media();
    for (const Recording* recording : recordings)
      if (needed.contains(recording->media.name)) media.emplace(recording->media.name, &recording->media);
  }
}

content::Manifest TreeBuilder::manifest() const {
  content::Manifest manifest;
  manifest.site = request_.site->domain;
  manifest.built = request_.today;
  manifest.name = request_.site->site.name.text;
  manifest.emergency_page = request_.site->site.emergency_page;
  manifest.top_languages = request_.site->site.top_languages;
  manifest.still = request_.site->site.still;
  manifest.colours = request_.site->site.colours;
  manifest.fonts = request_.sources->fonts.families;
  for (const std::string& tag : request_.languages) {
    content::Language language = *request_.sources->language(tag);
    language.fonts = request_.sources->fonts.stack_of(language);
    manifest.languages.push_back(std::move(language));
  }
  return manifest;
}

}  // namespace kiosk::tool
