// The compiled tree of one site: its parts as values, or a language's as file names and bytes. The same sources give
// the same bytes. Writes nothing.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "page_builder.h"
#include "resolver.h"

namespace kiosk::tool {

struct TreeRequest {
  const Sources* sources = nullptr;
  const SourcePart* site = nullptr;
  std::vector<std::string> languages;  // in the host's order; each is in the sources
  std::string today;                   // ISO date, for the manifest
};

// Borrows what it is made of.
class TreeBuilder {
 public:
  TreeBuilder(TreeRequest request, const std::map<std::string, Translations, std::less<>>& translations,
              const std::vector<Domain>& domains);
  TreeBuilder(const TreeBuilder&) = delete;
  TreeBuilder& operator=(const TreeBuilder&) = delete;

  // Without its version, which is a mark of all files.
  content::Manifest manifest() const;
  content::Site site(const content::Language& language) const;
  content::Page page(const content::Language& language, const SourcePage& source) const;
  std::vector<content::Topic> topics(const content::Language& language) const;
  content::Phrases phrases(const content::Language& language) const;
  content::Notices notices(const content::Language& language) const;
  content::Events events(const content::Language& language) const;
  content::Polls polls(const content::Language& language) const;
  content::Glossary glossary(const content::Language& language) const;
  // In the order of the kiosk's topics.
  std::vector<const SourcePage*> pages() const;

  // The files beside the texts that these pages need, by their names in the tree; of all pages where none is named.
  std::map<std::string, const MediaSource*> media(const std::vector<std::string>& pages = {}) const;

  // A language's files: bytes by path, relative to the tree's folder. From any thread.
  std::map<std::string, std::string> language_files(const std::string& tag) const;
  // Of these pages alone: their own files and their topics'. How a topic shows its other pages is taken from `known`,
  // where that is given; an Error where it knows no such page. `media`: the files beside the texts that they need,
  // added.
  using KnownTopic = std::function<Result<content::Topic>(const std::string& topic)>;
  Result<std::map<std::string, std::string>> page_files(const std::string& tag,
                                                        const std::set<std::string, std::less<>>& ids,
                                                        const KnownTopic& known = {},
                                                        std::set<std::string>* media = nullptr) const;

 private:
  bool runs_right_to_left(std::string_view tag) const;
  struct TopicPages {
    const TopicSource* topic = nullptr;
    std::string_view domain;
    std::vector<const SourcePage*> pages;
  };
  std::vector<TopicPages> topic_pages() const;
  void add_recordings(const SourcePage& page, std::map<std::string, const MediaSource*>& media) const;
  content::Topic topic_of(const content::Language& language, const TopicPages& from) const;
  content::Sentence sentence(const content::Language& language, const TextKey& key) const;

  TreeRequest request_;
  SiteView view_;
  Resolver resolver_;
  PageBuilder pages_;
  std::map<std::string, std::vector<content::EventTime>, std::less<>> times_;  // by event
};

}  // namespace kiosk::tool
