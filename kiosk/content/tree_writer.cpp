#include "content/tree_writer.h"

#include "content/hours_fields.h"
#include "content/keyboard_fields.h"
#include "content/language_fields.h"
#include "content/tree_words.h"
#include "content/yaml.h"

namespace kiosk::content {

namespace {

using Entries = std::vector<std::pair<std::string, Yaml>>;

Yaml flag() {
  Yaml value = yaml_text("true");
  value.plain = true;
  return value;
}

// Keys whose value is the default are left out.
void put(Entries& entries, const char* key, const std::string& text) {
  if (!text.empty()) entries.emplace_back(key, yaml_text(text));
}

template <class T>
Yaml list_of(const std::vector<T>& items, Yaml (*to_yaml)(const T&)) {
  std::vector<Yaml> list;
  list.reserve(items.size());
  for (const T& item : items) list.push_back(to_yaml(item));
  return yaml_list(std::move(list));
}

bool is_plain(const TextRun& run) { return run == TextRun{run.text, RunKind::kText, false, {}, {}}; }

Yaml run_to_yaml(const TextRun& run) {
  if (is_plain(run)) return yaml_text(run.text);
  Entries entries{{"text", yaml_text(run.text)}};
  if (run.kind != RunKind::kText) entries.emplace_back("kind", yaml_text(word_of(run.kind)));
  if (run.bold) entries.emplace_back("bold", flag());
  put(entries, "link", run.link);
  put(entries, "term", run.term);
  return yaml_map(std::move(entries));
}

bool is_default(const Sentence& sentence) { return sentence.lang.empty() && sentence.state == State::kSource; }

Yaml sentence_to_yaml(const Sentence& sentence) {
  const bool one_plain = sentence.runs.size() == 1 && is_plain(sentence.runs[0]) && !sentence.runs[0].text.empty();
  if (is_default(sentence) && one_plain) return yaml_text(sentence.runs[0].text);
  if (is_default(sentence) && sentence.runs.empty()) return yaml_text("");
  Entries entries;
  put(entries, "lang", sentence.lang);
  if (sentence.state != State::kSource) entries.emplace_back("state", yaml_text(to_string(sentence.state)));
  if (one_plain) {
    entries.emplace_back("text", yaml_text(sentence.runs[0].text));
  } else if (!sentence.runs.empty()) {
    entries.emplace_back("runs", list_of(sentence.runs, run_to_yaml));
  }
  return yaml_map(std::move(entries));
}

void put(Entries& entries, const char* key, const Sentence& sentence) {
  if (!sentence.runs.empty() || !is_default(sentence)) entries.emplace_back(key, sentence_to_yaml(sentence));
}

Yaml item_to_yaml(const ListItem& item) { return list_of(item.sentences, sentence_to_yaml); }

Yaml contact_line_to_yaml(const ContactLine& line) {
  Entries entries{{"kind", yaml_text(line.kind)}, {"value", sentence_to_yaml(line.value)}};
  put(entries, "label", line.label);
  return yaml_map(std::move(entries));
}

Yaml page_ref_to_yaml(const PageRef& page) {
  Entries entries{{"id", yaml_text(page.id)}, {"title", sentence_to_yaml(page.title)}};
  put(entries, "icon", page.icon);
  put(entries, "summary", page.summary);
  return yaml_map(std::move(entries));
}

Yaml block_to_yaml(const Block& block) {
  Entries entries{{"id", yaml_text(block.id)}, {"kind", yaml_text(word_of(block.kind))}};
  const bool has_items = block.kind == BlockKind::kList || block.kind == BlockKind::kSteps;
  if (block.kind == BlockKind::kHeading) entries.emplace_back("level", yaml_number(block.level));
  if (block.kind == BlockKind::kContact) entries.emplace_back("contact", list_of(block.contact, contact_line_to_yaml));
  if (block.kind == BlockKind::kLinks) {
    entries.emplace_back("pages", list_of(block.pages, page_ref_to_yaml));
  } else if (block.kind == BlockKind::kEvents || (block.kind == BlockKind::kImage && block.sentences.empty())) {
    // nothing but its calendar or picture
  } else if (has_items) {
    entries.emplace_back("items", list_of(block.items, item_to_yaml));
  } else {
    entries.emplace_back("sentences", list_of(block.sentences, sentence_to_yaml));
  }
  put(entries, "item", block.item);
  put(entries, "media", block.media);
  put(entries, "sound", block.sound);
  if (block.kind == BlockKind::kHours) entries.emplace_back("hours", hours_to_yaml(block.hours));
  if (block.sample) entries.emplace_back("sample", flag());
  return yaml_map(std::move(entries));
}

Yaml text_list(const std::vector<std::string>& texts) {
  return list_of<std::string>(texts, [](const std::string& text) { return yaml_text(text); });
}

Yaml phrase_to_yaml(const Phrase& phrase) {
  return yaml_map({{"answers", text_list(phrase.answers)},
                   {"id", yaml_text(phrase.id)},
                   {"swedish", sentence_to_yaml(phrase.swedish)},
                   {"text", sentence_to_yaml(phrase.text)}});
}

Yaml situation_to_yaml(const Situation& situation) {
  Entries entries{{"id", yaml_text(situation.id)},
                  {"phrases", list_of(situation.phrases, phrase_to_yaml)},
                  {"title", sentence_to_yaml(situation.title)}};
  put(entries, "icon", situation.icon);
  return yaml_map(std::move(entries));
}

Yaml notice_to_yaml(const Notice& notice) {
  Entries entries{{"id", yaml_text(notice.id)},
                  {"swedish", sentence_to_yaml(notice.swedish)},
                  {"text", sentence_to_yaml(notice.text)}};
  put(entries, "icon", notice.icon);
  if (notice.danger) entries.emplace_back("danger", flag());
  if (notice.today) entries.emplace_back("today", flag());
  Entries values;
  for (const auto& [name, kind] : notice.values) values.emplace_back(name, yaml_text(kind));
  if (!values.empty()) entries.emplace_back("values", yaml_map(std::move(values)));
  return yaml_map(std::move(entries));
}

Yaml choice_to_yaml(const PollChoice& choice) {
  return yaml_map({{"id", yaml_text(choice.id)}, {"text", sentence_to_yaml(choice.text)}});
}

Yaml poll_to_yaml(const Poll& poll) {
  return yaml_map({{"choices", list_of(poll.choices, choice_to_yaml)},
                   {"id", yaml_text(poll.id)},
                   {"question", sentence_to_yaml(poll.question)},
                   {"valid-until", yaml_text(poll.valid_until)}});
}

Yaml glossary_entry_to_yaml(const GlossaryEntry& entry) {
  return yaml_map({{"explanation", list_of(entry.explanation, sentence_to_yaml)},
                   {"id", yaml_text(entry.id)},
                   {"swedish", yaml_text(entry.swedish)},
                   {"term", sentence_to_yaml(entry.term)}});
}

Yaml topic_ref_to_yaml(const Site::TopicRef& topic) {
  Entries entries{{"id", yaml_text(topic.id)},
                  {"page-count", yaml_number(topic.page_count)},
                  {"title", sentence_to_yaml(topic.title)}};
  put(entries, "icon", topic.icon);
  return yaml_map(std::move(entries));
}

}  // namespace

std::string write_manifest(const Manifest& manifest) {
  Entries entries{{"built", yaml_text(manifest.built)},
                  {"colours", yaml_map({{"accent", yaml_text(manifest.colours.accent)},
                                        {"on-primary", yaml_text(manifest.colours.on_primary)},
                                        {"primary", yaml_text(manifest.colours.primary)}})},
                  {"fonts", list_of(manifest.fonts, font_family_to_yaml)},
                  {"languages", list_of(manifest.languages, language_to_yaml)},
                  {"name", yaml_text(manifest.name)},
                  {"schema", yaml_number(manifest.schema)},
                  {"site", yaml_text(manifest.site)},
                  {"version", yaml_text(manifest.version)}};
  put(entries, "emergency-page", manifest.emergency_page);
  if (manifest.top_languages != Manifest{}.top_languages)
    entries.emplace_back("top-languages", yaml_number(manifest.top_languages));
  if (manifest.still) entries.emplace_back("still", flag());
  return write_yaml(yaml_map(std::move(entries)));
}

std::string write_site(const Site& site) {
  Entries messages;
  for (const auto& [key, text] : site.ui) messages.emplace_back(key, yaml_text(text));
  return write_yaml(yaml_map({{"lang", yaml_text(site.lang)},
                              {"name", sentence_to_yaml(site.name)},
                              {"topics", list_of(site.topics, topic_ref_to_yaml)},
                              {"ui", yaml_map(std::move(messages))}}));
}

std::string write_topic(const Topic& topic) {
  Entries entries{{"id", yaml_text(topic.id)},
                  {"pages", list_of(topic.pages, page_ref_to_yaml)},
                  {"title", sentence_to_yaml(topic.title)}};
  put(entries, "icon", topic.icon);
  return write_yaml(yaml_map(std::move(entries)));
}

std::string write_phrases(const Phrases& phrases) {
  return write_yaml(
      yaml_map({{"lang", yaml_text(phrases.lang)}, {"situations", list_of(phrases.situations, situation_to_yaml)}}));
}

std::string write_notices(const Notices& notices) {
  return write_yaml(
      yaml_map({{"lang", yaml_text(notices.lang)}, {"notices", list_of(notices.notices, notice_to_yaml)}}));
}

std::string write_polls(const Polls& polls) {
  return write_yaml(yaml_map({{"lang", yaml_text(polls.lang)}, {"polls", list_of(polls.polls, poll_to_yaml)}}));
}

std::string write_glossary(const Glossary& glossary) {
  return write_yaml(
      yaml_map({{"lang", yaml_text(glossary.lang)}, {"terms", list_of(glossary.terms, glossary_entry_to_yaml)}}));
}

namespace {

Yaml event_time_to_yaml(const EventTime& time) {
  Entries entries{{"end", yaml_text(time.end)}, {"start", yaml_text(time.start)}};
  if (time.cancelled) entries.emplace_back("cancelled", flag());
  if (time.moved) entries.emplace_back("moved", flag());
  put(entries, "place", time.place);
  return yaml_map(std::move(entries));
}

Yaml event_to_yaml(const Event& event) {
  Entries entries{{"calendar", yaml_text(event.calendar)},
                  {"id", yaml_text(event.id)},
                  {"times", list_of(event.times, event_time_to_yaml)},
                  {"title", sentence_to_yaml(event.title)}};
  put(entries, "place", event.place);
  if (event.sample) entries.emplace_back("sample", flag());
  if (!event.text.empty()) entries.emplace_back("text", list_of(event.text, sentence_to_yaml));
  return yaml_map(std::move(entries));
}

}  // namespace

std::string write_events(const Events& events) {
  return write_yaml(yaml_map({{"events", list_of(events.events, event_to_yaml)}, {"lang", yaml_text(events.lang)}}));
}

std::string write_keyboards(const Keyboards& keyboards) {
  return write_yaml(
      yaml_map({{"lang", yaml_text(keyboards.lang)}, {"layouts", list_of(keyboards.layouts, keyboard_to_yaml)}}));
}

std::string write_page(const Page& page) {
  Entries entries{{"blocks", list_of(page.blocks, block_to_yaml)},
                  {"id", yaml_text(page.id)},
                  {"lang", yaml_text(page.lang)},
                  {"title", sentence_to_yaml(page.title)},
                  {"topic", yaml_text(page.topic)}};
  put(entries, "audience", page.audience);
  put(entries, "icon", page.icon);
  put(entries, "owner", page.owner);
  put(entries, "review-by", page.review_by);
  put(entries, "summary", page.summary);
  put(entries, "title-sound", page.title_sound);
  put(entries, "valid-from", page.valid_from);
  return write_yaml(yaml_map(std::move(entries)));
}

}  // namespace kiosk::content
