// What residents and staff answer with a touch: phrases, prepared notices, polls.
#include <set>

#include "content/quote.h"
#include "content/read_sentence.h"
#include "content/tree_parts.h"

namespace kiosk::content {

namespace {

constexpr std::size_t kMostChoices = 8;
constexpr std::size_t kMostAnswers = 5;

bool is_answer(std::string_view text) {
  return text == "yes" || text == "no" || text == "wait" || text == "number" || text == "date";
}
constexpr Format kAnswer{is_answer, "an answer: yes, no, wait, number or date"};

bool is_value_kind(std::string_view text) {
  return text == "time" || text == "date" || text == "place" || text == "number";
}
constexpr Format kValueKind{is_value_kind, "a kind of value: time, date, place or number"};

void check_once(std::set<std::string>& ids, const std::string& id, const Yaml& at, FieldReader& fields) {
  if (!id.empty() && !ids.insert(id).second)
    fields.error(at, quote(id) + " stands twice", "remove one of them", "duplicate-id");
}

Phrase read_phrase(const Yaml& value, FieldReader& fields, SentenceReader& sentences) {
  static const MapShape kShape{"a phrase", {"answers", "id", "swedish", "text"}, {}};
  Phrase phrase;
  if (!fields.map(value, kShape)) return phrase;
  phrase.id = fields.required(value, "id", kBlockId);
  phrase.text = sentences.required(value, "text");
  phrase.swedish = sentences.required(value, "swedish");
  phrase.answers = fields.texts(value, "answers", kAnswer);
  if (phrase.answers.size() > kMostAnswers) fields.error(value, "a phrase has five answers at most", {}, "limit");
  return phrase;
}

Notice read_notice(const Yaml& value, FieldReader& fields, SentenceReader& sentences) {
  static const MapShape kShape{"a notice", {"id", "swedish", "text"}, {"danger", "icon", "today", "values"}};
  Notice notice;
  if (!fields.map(value, kShape)) return notice;
  notice.id = fields.required(value, "id", kBlockId);
  notice.icon = fields.text(value, "icon", kIconName);
  notice.text = sentences.required(value, "text");
  notice.swedish = sentences.required(value, "swedish");
  notice.danger = fields.flag(value, "danger");
  notice.today = fields.flag(value, "today");
  if (const Yaml* values = value.find("values")) {
    if (!values->is_map()) fields.error(*values, "expected the values, a map with names");
    for (const auto& [name, kind] : values->map) {
      if (!kBlockId.matches(name)) fields.error(kind, quote(name) + " is no name of a value");
      notice.values.emplace(name, fields.required(*values, name, kValueKind));
    }
  }
  return notice;
}

Poll read_poll(const Yaml& value, FieldReader& fields, SentenceReader& sentences) {
  static const MapShape kShape{"a poll", {"choices", "id", "question", "valid-until"}, {}};
  static const MapShape kChoice{"a choice", {"id", "text"}, {}};
  Poll poll;
  if (!fields.map(value, kShape)) return poll;
  poll.id = fields.required(value, "id", kBlockId);
  poll.valid_until = fields.required(value, "valid-until", kIsoDate);
  poll.question = sentences.required(value, "question");
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(value, "choices")) {
    if (!fields.map(item, kChoice)) continue;
    poll.choices.push_back({fields.required(item, "id", kBlockId), sentences.required(item, "text")});
    check_once(ids, poll.choices.back().id, item, fields);
  }
  if (poll.choices.size() < 2 || poll.choices.size() > kMostChoices)
    fields.error(value, "a poll has 2 to " + std::to_string(kMostChoices) + " choices, found " +
                            std::to_string(poll.choices.size()));
  return poll;
}

}  // namespace

Phrases read_phrases(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"the phrases", {"lang", "situations"}, {}};
  static const MapShape kSituation{"a situation", {"id", "phrases", "title"}, {"icon"}};
  Phrases phrases;
  if (!fields.map(root, kShape)) return phrases;
  SentenceReader sentences(fields);
  phrases.lang = fields.required(root, "lang", kLanguageTag);
  std::set<std::string> situations, ids;
  for (const Yaml& item : fields.items(root, "situations")) {
    if (!fields.map(item, kSituation)) continue;
    Situation& situation = phrases.situations.emplace_back();
    situation.id = fields.required(item, "id", kBlockId);
    situation.icon = fields.text(item, "icon", kIconName);
    situation.title = sentences.required(item, "title");
    check_once(situations, situation.id, item, fields);
    for (const Yaml& entry : fields.items(item, "phrases")) {
      situation.phrases.push_back(read_phrase(entry, fields, sentences));
      check_once(ids, situation.phrases.back().id, entry, fields);
    }
  }
  return phrases;
}

Notices read_notices(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"the notices", {"lang", "notices"}, {}};
  Notices notices;
  if (!fields.map(root, kShape)) return notices;
  SentenceReader sentences(fields);
  notices.lang = fields.required(root, "lang", kLanguageTag);
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "notices")) {
    notices.notices.push_back(read_notice(item, fields, sentences));
    check_once(ids, notices.notices.back().id, item, fields);
  }
  return notices;
}

Polls read_polls(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"the polls", {"lang", "polls"}, {}};
  Polls polls;
  if (!fields.map(root, kShape)) return polls;
  SentenceReader sentences(fields);
  polls.lang = fields.required(root, "lang", kLanguageTag);
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "polls")) {
    polls.polls.push_back(read_poll(item, fields, sentences));
    check_once(ids, polls.polls.back().id, item, fields);
  }
  return polls;
}

}  // namespace kiosk::content
