// The parts of the tree that residents and staff answer with a touch: phrases, prepared notices, polls; events; the
// glossary.
#include "tree_builder.h"
#include "units.h"

namespace kiosk::tool {

namespace {

// A text as it stands: a notice is an ICU message, whose braces are no facts.
content::Sentence verbatim(std::string_view text) {
  content::Sentence sentence;
  if (!text.empty()) sentence.runs.push_back({std::string(text), content::RunKind::kText, false, {}, {}});
  return sentence;
}

}  // namespace

content::Phrases TreeBuilder::phrases(const content::Language& language) const {
  content::Phrases phrases{language.tag, {}};
  for (const SourcePart* part : view_.parts())
    for (const SituationSource& from : part->situations) {
      content::Situation& situation = phrases.situations.emplace_back();
      situation.id = from.id;
      situation.icon = from.icon;
      const std::string context = situation_context(from.id);
      situation.title = sentence(language, {part->domain, context, from.title.text});
      for (const SituationSource::Phrase& phrase : from.phrases) {
        const std::string name = phrase_context(phrase.id);
        situation.phrases.push_back({phrase.id, sentence(language, {part->domain, name, phrase.text.text}),
                                     verbatim(phrase.text.text), phrase.answers});
      }
    }
  return phrases;
}

content::Notices TreeBuilder::notices(const content::Language& language) const {
  content::Notices notices{language.tag, {}};
  const std::vector<std::string> chain = resolver_.chain_of(language);
  for (const SourcePart* part : view_.parts())
    for (const NoticeSource& from : part->notices) {
      const std::string context = notice_context(from.id);
      const TextKey key{part->domain, context, from.text.text};
      const std::string& in = chain[resolver_.complete(chain, 0, {key})];
      const Resolver::Found found = *resolver_.find(in, key);
      content::Notice& notice = notices.notices.emplace_back();
      notice.id = from.id;
      notice.icon = from.icon;
      notice.text = verbatim(found.text);
      notice.text.state = in == language.tag ? found.state : content::State::kFallback;
      if (in != language.tag) notice.text.lang = in;
      notice.swedish = verbatim(from.text.text);
      notice.values = from.values;
      notice.danger = from.danger;
      notice.today = from.today;
    }
  return notices;
}

content::Glossary TreeBuilder::glossary(const content::Language& language) const {
  content::Glossary glossary{language.tag, {}};
  const std::vector<std::string> chain = resolver_.chain_of(language);
  for (const SourcePart* part : view_.parts())
    for (const GlossaryTerm& from : part->glossary) {
      const std::string term = glossary_context(from.id, "term"),
                        explanation = glossary_context(from.id, "explanation");
      content::GlossaryEntry& entry = glossary.terms.emplace_back();
      entry.id = from.id;
      entry.term = sentence(language, {part->domain, term, from.term.text});
      entry.swedish = from.term.text;
      std::vector<TextKey> keys;
      for (const SourceText& text : from.explanation) keys.push_back({part->domain, explanation, text.text});
      const std::string& in = chain[resolver_.complete(chain, 0, keys)];
      for (const TextKey& key : keys) entry.explanation.push_back(resolver_.sentence(language.tag, in, key));
    }
  return glossary;
}

content::Events TreeBuilder::events(const content::Language& language) const {
  content::Events events{language.tag, {}};
  for (const SourcePart* part : view_.parts())
    for (const CalendarSource& calendar : part->calendars)
      for (const CalendarEvent& from : calendar.events) {
        const auto& times = times_.find(from.id)->second;
        if (times.empty()) continue;  // all of it lies in the past
        const std::string title = event_context(from.id, "title"), text = event_context(from.id, "text");
        content::Event& event = events.events.emplace_back();
        event.id = from.id;
        event.calendar = calendar.id;
        event.place = from.place;
        event.sample = calendar.sample;
        event.times = times;
        event.title = sentence(language, {part->domain, title, from.title.text});
        for (const SourceText& line : from.text)
          event.text.push_back(sentence(language, {part->domain, text, line.text}));
      }
  return events;
}

content::Polls TreeBuilder::polls(const content::Language& language) const {
  content::Polls polls{language.tag, {}};
  for (const SourcePart* part : view_.parts())
    for (const PollSource& from : part->polls) {
      const std::string question = poll_context(from.id, "question"), choice = poll_context(from.id, "choice");
      content::Poll& poll = polls.polls.emplace_back();
      poll.id = from.id;
      poll.valid_until = from.valid_until;
      poll.question = sentence(language, {part->domain, question, from.question.text});
      for (const PollSource::Choice& c : from.choices)
        poll.choices.push_back({c.id, sentence(language, {part->domain, choice, c.text.text})});
    }
  return polls;
}

}  // namespace kiosk::tool
