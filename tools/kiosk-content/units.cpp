#include "units.h"

#include <algorithm>
#include <map>

namespace kiosk::tool {
namespace {

class UnitList {
 public:
  // An empty text is no unit.
  void add(const std::string& context, const SourceText& text, std::string_view page = {}, std::string_view block = {},
           std::string note = {}, bool message = false) {
    if (text.text.empty()) return;
    const auto [found, fresh] = index_.emplace(std::pair(context, text.text), units_.size());
    if (fresh)
      units_.push_back(
          {context, text.text, std::move(note), {text.at}, std::string(page), std::string(block), message});
    else
      units_[found->second].places.push_back(text.at);
  }
  std::vector<Unit> take() { return std::move(units_); }

 private:
  std::vector<Unit> units_;
  std::map<std::pair<std::string, std::string>, std::size_t> index_;
};

void add_page(UnitList& units, const SourcePage& page) {
  units.add(page_context(page.id, "title"), page.title, page.id, "title");
  units.add(page_context(page.id, "summary"), page.summary, page.id, "summary");
  for (const SourceBlock& block : page.blocks) {
    if (block.id.empty()) continue;
    const std::string context = page_context(page.id, block.id);
    const char* const note =
        block.kind == content::BlockKind::kImage ? "What a picture shows, for who cannot see it. Short." : "";
    for (const SourceText& sentence : block.sentences) units.add(context, sentence, page.id, block.id, note);
    for (const SourceItem& item : block.items)
      for (const SourceText& sentence : item.sentences) units.add(context, sentence, page.id, block.id);
  }
}

}  // namespace

std::string page_context(std::string_view page, std::string_view block) {
  return std::string(page) + "#" + std::string(block);
}
std::string contact_context(std::string_view contact, std::string_view what) {
  return "contact:" + std::string(contact) + "#" + std::string(what);
}
std::string glossary_context(std::string_view term, std::string_view what) {
  return "glossary:" + std::string(term) + "#" + std::string(what);
}
std::string phrase_context(std::string_view phrase) { return "phrase:" + std::string(phrase) + "#text"; }
std::string situation_context(std::string_view situation) { return "phrases:" + std::string(situation) + "#title"; }
std::string notice_context(std::string_view notice) { return "notice:" + std::string(notice) + "#text"; }
std::string poll_context(std::string_view poll, std::string_view what) {
  return "poll:" + std::string(poll) + "#" + std::string(what);
}
std::string event_context(std::string_view event, std::string_view what) {
  return "event:" + std::string(event) + "#" + std::string(what);
}
std::string hours_context(std::string_view place) { return "hours:" + std::string(place) + "#name"; }
std::string topic_context(std::string_view topic) { return "topic:" + std::string(topic) + "#title"; }

std::string_view page_of(std::string_view context) { return context.substr(0, context.rfind('#')); }
std::string_view block_of(std::string_view context) {
  return context.substr(std::min(context.rfind('#'), context.size()));
}

std::vector<Unit> part_units(const SourcePart& part) {
  UnitList units;
  units.add(std::string(kSiteNameContext), part.site.name, {}, {}, "The municipality's name.");
  for (const TopicSource& topic : part.topics)
    units.add(topic_context(topic.id), topic.title, {}, {}, "A topic's tile.");
  for (const auto& [id, contact] : part.contacts) {
    units.add(contact_context(id, "name"), contact.name, {}, {}, "Heading of a contact card.");
    for (const ContactSource::Line& line : contact.lines) {
      units.add(contact_context(id, "label"), line.label, {}, {}, "Before a line of a contact card.");
      units.add(contact_context(id, "note"), line.text);
    }
  }
  for (const auto& [id, hours] : part.hours)
    units.add(hours_context(id), hours.name, {}, {}, "A place, above the times when it is open.");
  for (const CalendarSource& calendar : part.calendars)
    for (const CalendarEvent& event : calendar.events) {
      units.add(event_context(event.id, "title"), event.title, {}, {}, "Something that happens, in a list by day.");
      for (const SourceText& sentence : event.text) units.add(event_context(event.id, "text"), sentence);
    }
  for (const SourcePage& page : part.pages) add_page(units, page);
  for (const GlossaryTerm& term : part.glossary) {
    units.add(glossary_context(term.id, "term"), term.term, {}, {}, "A difficult word, explained to readers.");
    for (const SourceText& sentence : term.explanation) units.add(glossary_context(term.id, "explanation"), sentence);
  }
  for (const SituationSource& situation : part.situations) {
    units.add(situation_context(situation.id), situation.title, {}, {}, "When one shows the staff a sentence.");
    for (const SituationSource::Phrase& phrase : situation.phrases)
      units.add(phrase_context(phrase.id), phrase.text, {}, {}, "A reader shows this sentence to the staff.");
  }
  for (const NoticeSource& notice : part.notices)
    units.add(notice_context(notice.id), notice.text, {}, {},
              "A notice to everybody. ICU message: keep what is in braces; use the plural forms of your language.",
              true);
  for (const PollSource& poll : part.polls) {
    units.add(poll_context(poll.id, "question"), poll.question, {}, {}, "A question to the readers.");
    for (const PollSource::Choice& choice : poll.choices)
      units.add(poll_context(poll.id, "choice"), choice.text, {}, {}, "An answer to choose.");
  }
  return units.take();
}

std::vector<Unit> ui_units(const std::vector<UiMessage>& ui) {
  UnitList units;
  for (const UiMessage& message : ui) units.add(message.key, message.text, {}, {}, message.note, true);
  return units.take();
}

std::vector<Domain> domains_of(const Sources& sources) {
  std::vector<Domain> domains;
  domains.push_back({std::string(kUiDomain), ui_units(sources.ui)});
  domains.push_back({"core", part_units(sources.core)});
  for (const SourcePart& site : sources.sites) domains.push_back({site.domain, part_units(site)});
  return domains;
}

}  // namespace kiosk::tool
