#include <limits>
#include <set>

#include "content/quote.h"
#include "content/read_page_ref.h"
#include "content/read_sentence.h"
#include "content/tree_parts.h"

namespace kiosk::content {

namespace {

constexpr int kMostPages = 100'000;

void check_once(std::set<std::string>& ids, const std::string& id, const Yaml& at, FieldReader& fields) {
  if (!ids.insert(id).second) fields.error(at, quote(id) + " stands twice", "remove one of them", "duplicate-id");
}

Site::TopicRef read_topic_ref(const Yaml& value, FieldReader& fields, SentenceReader& sentences) {
  static const MapShape kShape{"a topic", {"id", "title"}, {"icon", "page-count"}};
  Site::TopicRef topic;
  if (!fields.map(value, kShape)) return topic;
  topic.id = fields.required(value, "id", kBlockId);
  topic.icon = fields.text(value, "icon", kIconName);
  topic.title = sentences.required(value, "title");
  topic.page_count = fields.integer(value, "page-count", 0, 0, kMostPages);
  return topic;
}

void read_messages(const Yaml& value, FieldReader& fields, Site& site) {
  if (!value.is_map()) {
    fields.error(value, "expected the messages, a map with keys");
    return;
  }
  for (const auto& [key, message] : value.map) {
    if (!kMessageKey.matches(key)) fields.error(message, quote(key) + " is no key of a message, such as bar.home");
    std::string text = fields.text(value, key);
    if (text.size() > kLargestSentence)
      fields.error(message, "the message is larger than " + std::to_string(kLargestSentence) + " bytes", {}, "limit");
    site.ui.emplace(key, std::move(text));
  }
}

}  // namespace

Site read_site(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"a site", {"lang", "name", "topics", "ui"}, {}};
  Site site;
  if (!fields.map(root, kShape)) return site;
  SentenceReader sentences(fields);
  site.lang = fields.required(root, "lang", kLanguageTag);
  site.name = sentences.required(root, "name");
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "topics")) {
    site.topics.push_back(read_topic_ref(item, fields, sentences));
    check_once(ids, site.topics.back().id, item, fields);
  }
  if (const Yaml* ui = root.find("ui")) read_messages(*ui, fields, site);
  return site;
}

Topic read_topic(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"a topic", {"id", "pages", "title"}, {"icon"}};
  Topic topic;
  if (!fields.map(root, kShape)) return topic;
  SentenceReader sentences(fields);
  topic.id = fields.required(root, "id", kBlockId);
  topic.icon = fields.text(root, "icon", kIconName);
  topic.title = sentences.required(root, "title");
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "pages")) {
    topic.pages.push_back(read_page_ref(item, fields, sentences));
    check_once(ids, topic.pages.back().id, item, fields);
  }
  return topic;
}

}  // namespace kiosk::content
