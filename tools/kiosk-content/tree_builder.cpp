#include "tree_builder.h"

#include <algorithm>

#include "bundle/sha256.h"
#include "content/tree_writer.h"
#include "page_builder.h"

namespace kiosk::tool {
namespace {

class TreeBuilder {
 public:
  TreeBuilder(const TreeRequest& request, const Resolver& resolver)
      : request_(request), view_{&request.sources->core, request.site}, resolver_(resolver), pages_(view_, resolver) {}

  std::map<std::string, std::string> run() {
    for (const std::string& tag : request_.languages) add_language(*request_.sources->language(tag));
    add_manifest();
    return std::move(files_);
  }

 private:
  struct TopicPages {
    const TopicSource* topic = nullptr;
    std::string_view domain;
    std::vector<const SourcePage*> pages;
  };

  // The site's order, then the core's, then the site's own; topics without pages are left out.
  std::vector<TopicPages> topics() const {
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
    std::stable_sort(all.begin(), all.end(),
                     [&](const TopicPages& a, const TopicPages& b) { return rank(a) < rank(b); });
    return all;
  }

  void add_language(const content::Language& language) {
    const std::vector<std::string> chain = resolver_.chain_of(language);
    const auto sentence = [&](const TextKey& key) {
      return resolver_.sentence(language.tag, chain[resolver_.complete(chain, 0, {key})], key);
    };
    content::Site site;
    site.lang = language.tag;
    site.name = sentence({request_.site->domain, kSiteNameContext, request_.site->site.name.text});
    for (const UiMessage& message : request_.sources->ui) {
      const TextKey key{"ui", message.key, message.text.text};
      site.ui[message.key] = resolver_.find(chain[resolver_.complete(chain, 0, {key})], key)->text;
    }
    for (const TopicPages& from : topics()) {
      content::Topic topic{from.topic->id, from.topic->icon, {}, {}};
      const std::string context = topic_context(from.topic->id);
      topic.title = sentence({from.domain, context, from.topic->title.text});
      for (const SourcePage* page : from.pages) {
        topic.pages.push_back(pages_.reference(language, *page));
        files_[language.tag + "/pages/" + page->id + ".yaml"] = content::write_page(pages_.page(language, *page));
      }
      site.topics.push_back({topic.id, topic.icon, topic.title, static_cast<int>(topic.pages.size())});
      files_[language.tag + "/topics/" + topic.id + ".yaml"] = content::write_topic(topic);
    }
    files_[language.tag + "/site.yaml"] = content::write_site(site);
  }

  void add_manifest() {
    content::Manifest manifest;
    manifest.site = request_.site->domain;
    manifest.built = request_.today;
    manifest.name = request_.site->site.name.text;
    manifest.emergency_page = request_.site->site.emergency_page;
    manifest.colours = request_.site->site.colours;
    manifest.fonts = request_.sources->fonts.families;
    for (const std::string& tag : request_.languages) {
      content::Language language = *request_.sources->language(tag);
      language.fonts = request_.sources->fonts.stack_of(language);
      manifest.languages.push_back(std::move(language));
    }
    // The content's own mark: equal trees have equal versions, whenever they were built.
    std::string all;
    for (const auto& [path, bytes] : files_) all += path + '\0' + bundle::sha256_hex(bytes) + '\n';
    manifest.version = bundle::sha256_hex(all).substr(0, 12);
    files_["manifest.yaml"] = content::write_manifest(manifest);
  }

  const TreeRequest& request_;
  SiteView view_;
  const Resolver& resolver_;
  PageBuilder pages_;
  std::map<std::string, std::string> files_;
};

}  // namespace

std::map<std::string, std::string> build_tree(const TreeRequest& request,
                                              const std::map<std::string, Translations, std::less<>>& translations,
                                              const std::vector<Domain>& domains) {
  const Resolver resolver({&request.sources->core, request.site}, translations, domains);
  return TreeBuilder(request, resolver).run();
}

}  // namespace kiosk::tool
