#include "app/content_cache.h"

#include <algorithm>

#include "base/log.h"
#include "ui/staff_words.h"

namespace kiosk::app {

ContentCache::ContentCache(std::string folder, content::Manifest manifest, DecodePicture decode_picture)
    : reader_(std::move(folder)),
      manifest_(std::move(manifest)),
      sites_(8),
      topics_(32),
      pages_(32),
      keyboards_(8),
      phrases_(4),
      polls_(4),
      hours_(4),
      glossaries_(4),
      events_(4),
      notices_(4),
      coming_(4),
      pictures_(decode_picture) {}

void ContentCache::forget() {
  sites_.clear();
  topics_.clear();
  pages_.clear();
  keyboards_.clear();
  phrases_.clear();
  polls_.clear();
  hours_.clear();
  glossaries_.clear();
  coming_.clear();
  events_.clear();
  notices_.clear();
  pictures_.forget();
}

// The first ones the device names, then the content's own order.
static void put_first(content::Manifest& manifest, const LanguageOrder& order) {
  const auto rank = [&](const content::Language& language) {
    return std::find(order.first.begin(), order.first.end(), language.tag) - order.first.begin();
  };
  std::stable_sort(manifest.languages.begin(), manifest.languages.end(),
                   [&](const content::Language& a, const content::Language& b) { return rank(a) < rank(b); });
  if (order.top >= 0) manifest.top_languages = order.top;
}

Result<std::unique_ptr<ContentCache>> ContentCache::open(std::string folder, const LanguageOrder& order,
                                                         DecodePicture decode_picture) {
  auto manifest = content::TreeReader(folder).manifest();
  if (!manifest) return tl::unexpected(manifest.error());
  if (manifest->languages.empty()) return fail(folder + "/manifest.yaml: names no language");
  if (manifest->fonts.empty()) return fail(folder + "/manifest.yaml: names no font");
  put_first(*manifest, order);
  return std::unique_ptr<ContentCache>(new ContentCache(std::move(folder), std::move(*manifest), decode_picture));
}

// Loads through `read` unless the cache has it; a failure is cached as null.
template <class T, class Read>
static const T* cached(LruCache<std::string, std::shared_ptr<const T>>& cache, const std::string& key, Read read) {
  if (auto* known = cache.find(key)) return known->get();
  auto loaded = read();
  if (!loaded) log_error(loaded.error().message);
  return cache.put(key, loaded ? std::make_shared<const T>(std::move(*loaded)) : nullptr).get();
}

const content::Site* ContentCache::site(const std::string& language) {
  return cached(sites_, language, [&] { return reader_.site(language); });
}

const content::Topic* ContentCache::topic(const std::string& language, const std::string& id) {
  return cached(topics_, language + '\n' + id, [&] { return reader_.topic(language, id); });
}

const content::Page* ContentCache::page(const std::string& language, const std::string& id) {
  return cached(pages_, language + '\n' + id, [&] { return reader_.page(language, id); });
}

const content::Keyboards* ContentCache::keyboards(const std::string& language) {
  return cached(keyboards_, language, [&] { return reader_.keyboards(language); });
}

const content::Phrases* ContentCache::phrases(const std::string& language) {
  return cached(phrases_, language, [&] { return reader_.phrases(language); });
}

const content::Polls* ContentCache::polls(const std::string& language) {
  return cached(polls_, language, [&] { return reader_.polls(language); });
}

const content::Events* ContentCache::events(const std::string& language) {
  return cached(events_, language, [&] { return reader_.events(language); });
}

const content::Notices* ContentCache::notices(const std::string& language) {
  return cached(notices_, language, [&] { return reader_.notices(language); });
}

const std::vector<ui::ComingEvent>* ContentCache::coming(const std::string& language, const std::string& calendar,
                                                         std::int64_t now_ms) {
  if (!events(language)) return nullptr;
  const std::string key = language + '\n' + calendar + '\n' + std::to_string(now_ms / 60'000);
  if (auto* known = coming_.find(key)) return &(*known)->list;
  auto made = std::make_shared<Coming>();
  made->events = *events_.find(language);
  made->list = ui::coming_events(*made->events, calendar, now_ms);
  return &coming_.put(key, std::move(made))->list;
}

const ui::HoursOfPage* ContentCache::hours(const std::string& language, const content::Page& page,
                                           std::int64_t now_ms) {
  const std::string key = language + '\n' + page.id + '\n' + std::to_string(now_ms / 60'000);
  if (auto* known = hours_.find(key)) return known->get();
  return hours_.put(key, std::make_shared<const ui::HoursOfPage>(ui::hours_of(page, exceptions_, now_ms))).get();
}

void ContentCache::set_exceptions(const ui::StaffSettings& settings) {
  exceptions_.hours = settings.hours;
  hours_.clear();
}

const content::Glossary* ContentCache::glossary(const std::string& language) {
  return cached(glossaries_, language, [&] { return reader_.glossary(language); });
}

ui::Model ContentCache::model_for(const ui::State& state) {
  ui::Model model;
  model.manifest = &manifest_;
  model.site = site(state.language);
  if (state.place.screen == ui::ScreenKind::kTopic) model.topic = topic(state.language, state.place.topic);
  const bool beside = state.place.screen == ui::ScreenKind::kBeside;
  if (state.place.screen == ui::ScreenKind::kPage || beside) model.page = page(state.language, state.place.page);
  if (model.page) model.hours = hours(state.language, *model.page, state.now_ms);
  if (model.page && !beside) model.pictures = &pictures(*model.page);
  if (beside) model.swedish_page = page("sv", state.place.page);
  if (state.place.screen == ui::ScreenKind::kSearch) model.keyboards = keyboards(state.language);
  if (state.place.screen == ui::ScreenKind::kStaff) model.keyboards = keyboards(ui::staff_language(state.language));
  const bool phrases_shown = state.place.screen == ui::ScreenKind::kPhrases;
  if (phrases_shown || state.place.screen == ui::ScreenKind::kHome) model.phrases = phrases(state.language);
  const bool events_shown = state.place.screen == ui::ScreenKind::kEvents;
  if (events_shown || state.place.screen == ui::ScreenKind::kHome) model.events = events(state.language);
  if (events_shown) model.coming = coming(state.language, state.place.item, state.now_ms);
  if (phrases_shown) model.swedish_site = site("sv");
  if (state.place.screen == ui::ScreenKind::kPoll) model.polls = polls(state.language);
  if (state.explanation.kind == "glossary") model.glossary = glossary(state.language);
  return model;
}

}  // namespace kiosk::app
