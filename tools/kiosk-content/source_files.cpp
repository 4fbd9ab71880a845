#include "source_files.h"

#include <algorithm>
#include <set>

#include "content/field_reader.h"
#include "source_text.h"

namespace kiosk::tool {
namespace {

using content::FieldReader;
using content::MapShape;
using content::Yaml;

bool any_text(std::string_view text) { return !text.empty(); }
constexpr content::Format kAnyText{any_text, "a text"};

bool is_fact_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

SourcePosition place(std::string_view path, const Yaml& value) { return {std::string(path), value.line, value.column}; }

// The entries of the one map that a file holds under `name`.
const std::vector<std::pair<std::string, Yaml>>& entries_of(const Yaml& root, std::string_view name,
                                                            FieldReader& fields) {
  static const std::vector<std::pair<std::string, Yaml>> kNone;
  const MapShape shape{"the file", {std::string(name)}, {}};
  if (!fields.map(root, shape)) return kNone;
  const Yaml* inside = root.find(name);
  if (inside == nullptr || inside->kind == Yaml::Kind::kNull) return kNone;
  if (inside->is_map()) return inside->map;
  fields.error(*inside, "expected names and their values under '" + std::string(name) + "'");
  return kNone;
}

}  // namespace

content::YamlLimits source_limits() {
  content::YamlLimits limits;
  limits.bytes = 2u << 20;
  limits.nodes = 100000;
  return limits;
}

void read_topics(const Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink) {
  static const MapShape kFile{"the file", {"topics"}, {}};
  static const MapShape kTopic{"a topic", {"id", "icon", "title"}, {}};
  FieldReader fields(path, sink);
  if (!fields.map(root, kFile)) return;
  for (const Yaml& item : fields.items(root, "topics")) {
    if (!fields.map(item, kTopic)) continue;
    TopicSource topic;
    topic.id = fields.required(item, "id", content::kBlockId);
    topic.icon = fields.required(item, "icon", content::kIconName);
    topic.title = source_text(item, "title", path);
    const auto same = [&](const TopicSource& other) { return other.id == topic.id; };
    if (std::any_of(part.topics.begin(), part.topics.end(), same))
      fields.error(item, "the topic '" + topic.id + "' stands twice", "take one of them away", "duplicate-id");
    else if (!topic.id.empty() && !topic.title.text.empty())
      part.topics.push_back(std::move(topic));
  }
}

void read_facts(const Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink) {
  static const MapShape kFact{"a fact", {"kind", "value"}, {"spoken", "source", "checked", "valid-until", "sample"}};
  static const std::vector<std::string> kKinds = {"phone", "url",  "email",   "number",
                                                  "price", "name", "address", "hours"};
  FieldReader fields(path, sink);
  for (const auto& [id, value] : entries_of(root, "facts", fields)) {
    if (!is_fact_id(id))
      fields.error(value, "'" + id + "' is no fact's name", "use small letters a-z, digits and '_', as in tel_1177");
    if (!fields.map(value, kFact)) continue;
    Fact fact;
    fact.kind = static_cast<FactKind>(fields.word(value, "kind", kKinds));
    fact.value = fields.required(value, "value", kAnyText);
    fact.spoken = fields.text(value, "spoken");
    fact.source = fields.text(value, "source");
    fact.checked = fields.text(value, "checked", content::kIsoDate);
    fact.valid_until = fields.text(value, "valid-until", content::kIsoDate);
    fact.sample = fields.flag(value, "sample");
    fact.at = place(path, value);
    part.facts.emplace(id, std::move(fact));
  }
}

void read_contacts(const Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink) {
  static const MapShape kContact{"a contact", {"name", "lines"}, {"sample"}};
  static const MapShape kNote{"a note", {"kind", "text"}, {"label"}};
  static const MapShape kLine{"a contact's line", {"kind", "fact"}, {"label"}};
  FieldReader fields(path, sink);
  for (const auto& [id, value] : entries_of(root, "contacts", fields)) {
    if (!content::kBlockId.matches(id))
      fields.error(value, "'" + id + "' is no contact's name", "use small letters a-z, digits and '-'");
    if (!fields.map(value, kContact)) continue;
    ContactSource contact;
    contact.name = source_text(value, "name", path);
    contact.sample = fields.flag(value, "sample");
    for (const Yaml& item : fields.items(value, "lines")) {
      const bool note = item.is_map() && item.text("kind") == "note";
      if (!fields.map(item, note ? kNote : kLine)) continue;
      contact.lines.push_back({fields.required(item, "kind", content::kContactKind), source_text(item, "label", path),
                               source_text(item, "text", path), note ? "" : fields.required(item, "fact", kAnyText),
                               place(path, item.find("fact") != nullptr ? *item.find("fact") : item)});
    }
    part.contacts.emplace(id, std::move(contact));
  }
}

void read_glossary(const Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink) {
  static const MapShape kFile{"the file", {"terms"}, {}};
  static const MapShape kTerm{"a term", {"id", "term", "explanation"}, {"forms", "avoid"}};
  FieldReader fields(path, sink);
  if (!fields.map(root, kFile)) return;
  for (const Yaml& item : fields.items(root, "terms")) {
    if (!fields.map(item, kTerm)) continue;
    GlossaryTerm term;
    term.id = fields.required(item, "id", content::kBlockId);
    term.term = source_text(item, "term", path);
    term.forms = fields.texts(item, "forms", kAnyText);
    term.avoid = fields.texts(item, "avoid", kAnyText);
    for (const Yaml& sentence : fields.items(item, "explanation")) {
      if (sentence.is_scalar())
        term.explanation.push_back({sentence.scalar, place(path, sentence)});
      else
        fields.error(sentence, "expected a sentence", "put a sentence with ': ' in it between double quotes");
    }
    const auto same = [&](const GlossaryTerm& other) { return other.id == term.id; };
    if (std::any_of(part.glossary.begin(), part.glossary.end(), same))
      fields.error(item, "the term '" + term.id + "' stands twice", "take one of them away", "duplicate-id");
    else if (!term.id.empty())
      part.glossary.push_back(std::move(term));
  }
}

void read_phrases(const Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink) {
  static const MapShape kFile{"the file", {"situations"}, {}};
  static const MapShape kSituation{"a situation", {"id", "icon", "title", "phrases"}, {}};
  static const MapShape kPhrase{"a phrase", {"id", "text", "answers"}, {}};
  static const std::vector<std::string> kAnswers = {"yes", "no", "wait", "number", "date"};
  FieldReader fields(path, sink);
  if (!fields.map(root, kFile)) return;
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "situations")) {
    if (!fields.map(item, kSituation)) continue;
    SituationSource situation;
    situation.id = fields.required(item, "id", content::kBlockId);
    situation.icon = fields.required(item, "icon", content::kIconName);
    situation.title = source_text(item, "title", path);
    for (const Yaml& entry : fields.items(item, "phrases")) {
      if (!fields.map(entry, kPhrase)) continue;
      SituationSource::Phrase phrase;
      phrase.id = fields.required(entry, "id", content::kBlockId);
      phrase.text = source_text(entry, "text", path);
      for (const Yaml& answer : fields.items(entry, "answers")) {
        if (std::find(kAnswers.begin(), kAnswers.end(), answer.scalar) != kAnswers.end())
          phrase.answers.push_back(answer.scalar);
        else
          fields.error(answer, "'" + answer.scalar + "' is no answer", "use yes, no, wait, number or date");
      }
      if (!ids.insert(phrase.id).second)
        fields.error(entry, "the phrase '" + phrase.id + "' stands twice", "take one of them away", "duplicate-id");
      else if (!phrase.id.empty())
        situation.phrases.push_back(std::move(phrase));
    }
    if (!situation.id.empty()) part.situations.push_back(std::move(situation));
  }
}

void read_notices(const Yaml& root, std::string_view path, SourcePart& part, DiagnosticSink& sink) {
  static const MapShape kFile{"the file", {"notices"}, {}};
  static const MapShape kNotice{"a notice", {"id", "icon", "text"}, {"values", "danger", "today"}};
  static const std::vector<std::string> kKinds = {"time", "date", "place", "number"};
  FieldReader fields(path, sink);
  if (!fields.map(root, kFile)) return;
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "notices")) {
    if (!fields.map(item, kNotice)) continue;
    NoticeSource notice;
    notice.id = fields.required(item, "id", content::kBlockId);
    notice.icon = fields.required(item, "icon", content::kIconName);
    notice.text = source_text(item, "text", path);
    notice.danger = fields.flag(item, "danger");
    notice.today = fields.flag(item, "today");
    if (const Yaml* values = item.find("values"); values != nullptr && values->is_map()) {
      for (const auto& [name, kind] : values->map) {
        if (std::find(kKinds.begin(), kKinds.end(), kind.scalar) != kKinds.end())
          notice.values.emplace(name, kind.scalar);
        else
          fields.error(kind, "'" + kind.scalar + "' is no kind of value", "use time, date, place or number");
      }
    }
    if (!ids.insert(notice.id).second)
      fields.error(item, "the notice '" + notice.id + "' stands twice", "take one of them away", "duplicate-id");
    else if (!notice.id.empty())
      part.notices.push_back(std::move(notice));
  }
}

void read_site(const Yaml& root, std::string_view path, SiteSource& site, DiagnosticSink& sink) {
  static const MapShape kSite{
      "a site",
      {"name", "colours", "languages"},
      {"topics", "core-languages", "word-languages", "emergency-page", "top-languages", "still"}};
  static const MapShape kColours{"the colours", {"primary", "on-primary", "accent"}, {}};
  FieldReader fields(path, sink);
  site.at = {std::string(path), 1, 1};
  if (!fields.map(root, kSite)) return;
  site.name = source_text(root, "name", path);
  site.languages = fields.texts(root, "languages", content::kLanguageTag);
  // Offered after the others: with the shared pages alone, and with little more than the kiosk's own words.
  for (const char* more : {"core-languages", "word-languages"})
    for (const std::string& tag : fields.texts(root, more, content::kLanguageTag))
      if (std::find(site.languages.begin(), site.languages.end(), tag) == site.languages.end())
        site.languages.push_back(tag);
      else
        fields.error(*root.find(more), "the language '" + tag + "' stands twice", "take one of them away",
                     "duplicate-id");
  site.topics = fields.texts(root, "topics", content::kBlockId);
  site.emergency_page = fields.text(root, "emergency-page", content::kPageId);
  constexpr int kMostTop = 24;
  site.top_languages = fields.integer(root, "top-languages", site.top_languages, 0, kMostTop);
  site.still = fields.flag(root, "still");
  const Yaml* colours = root.find("colours");
  if (colours == nullptr || !fields.map(*colours, kColours)) return;
  site.colours.primary = fields.required(*colours, "primary", content::kColour);
  site.colours.on_primary = fields.required(*colours, "on-primary", content::kColour);
  site.colours.accent = fields.required(*colours, "accent", content::kColour);
}

void read_ui(const Yaml& root, std::string_view path, std::vector<UiMessage>& ui, DiagnosticSink& sink) {
  static const MapShape kMessage{"a message", {"text"}, {"note"}};
  FieldReader fields(path, sink);
  for (const auto& [key, value] : entries_of(root, "messages", fields)) {
    if (!content::kMessageKey.matches(key))
      fields.error(value, "'" + key + "' is no message's key", "use a key such as bar.home");
    if (!fields.map(value, kMessage)) continue;
    ui.push_back({key, fields.text(value, "note"), source_text(value, "text", path)});
  }
}

}  // namespace kiosk::tool
