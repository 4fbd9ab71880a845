// The parts of the compiled tree that the kiosk has needed lately. Reads one file at a time, on demand; remembers what
// could not be read, so that a damaged page costs one log line and its own screen.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/picture_cache.h"
#include "base/lru_cache.h"
#include "base/result.h"
#include "content/tree.h"
#include "content/tree_reader.h"
#include "ui/model.h"
#include "ui/state.h"

namespace kiosk::app {

// The device's own order of languages in the picker.
struct LanguageOrder {
  std::vector<std::string> first;  // tags; those that the content has stand before all others
  int top = -1;                    // so many stand apart at the top; -1: as the content says
};

class ContentCache {
 public:
  // Reads the manifest only. Error when it is missing, damaged, or names no language.
  [[nodiscard]] static Result<std::unique_ptr<ContentCache>> open(std::string folder, const LanguageOrder& order = {},
                                                                  DecodePicture decode_picture = nullptr);

  const content::Manifest& manifest() const { return manifest_; }
  const content::TreeReader& reader() const { return reader_; }

  // nullptr when the file cannot be read (logged). Valid until the cache forgets it: use at once.
  const content::Site* site(const std::string& language);
  const content::Topic* topic(const std::string& language, const std::string& id);
  const content::Page* page(const std::string& language, const std::string& id);

  const content::Keyboards* keyboards(const std::string& language);
  const content::Phrases* phrases(const std::string& language);
  const content::Polls* polls(const std::string& language);
  const content::Glossary* glossary(const std::string& language);
  const content::Events* events(const std::string& language);
  const content::Notices* notices(const std::string& language);

  // Days on which the staff have other hours than the content.
  void set_exceptions(const ui::StaffSettings& settings);

  // Of the page's blocks; null where one cannot be shown. Good until the next call.
  const ui::PicturesOfPage& pictures(const content::Page& page) { return pictures_.of(reader_, page); }

  // At the state's minute.
  const ui::HoursOfPage* hours(const std::string& language, const content::Page& page, std::int64_t now_ms);

  const std::vector<ui::ComingEvent>* coming(const std::string& language, const std::string& calendar,
                                             std::int64_t now_ms);

  // Nothing but the manifest is left.
  void forget();

  // What the state points at.
  ui::Model model_for(const ui::State& state);

 private:
  ContentCache(std::string folder, content::Manifest manifest, DecodePicture decode_picture);

  content::TreeReader reader_;
  content::Manifest manifest_;
  ui::StaffSettings exceptions_;
  LruCache<std::string, std::shared_ptr<const content::Site>> sites_;
  LruCache<std::string, std::shared_ptr<const content::Topic>> topics_;
  LruCache<std::string, std::shared_ptr<const content::Page>> pages_;
  LruCache<std::string, std::shared_ptr<const content::Keyboards>> keyboards_;
  LruCache<std::string, std::shared_ptr<const content::Phrases>> phrases_;
  LruCache<std::string, std::shared_ptr<const content::Polls>> polls_;
  LruCache<std::string, std::shared_ptr<const ui::HoursOfPage>> hours_;
  LruCache<std::string, std::shared_ptr<const content::Glossary>> glossaries_;
  LruCache<std::string, std::shared_ptr<const content::Events>> events_;
  LruCache<std::string, std::shared_ptr<const content::Notices>> notices_;
  struct Coming {
    std::shared_ptr<const content::Events> events;  // which the list borrows from
    std::vector<ui::ComingEvent> list;
  };
  LruCache<std::string, std::shared_ptr<const Coming>> coming_;
  PictureCache pictures_;
};

}  // namespace kiosk::app
