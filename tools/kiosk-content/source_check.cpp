#include "source_check.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "easy_text.h"
#include "i18n/message.h"
#include "inline_markup.h"
#include "literals.h"
#include "readability.h"
#include "templates.h"
#include "text_check.h"

namespace kiosk::tool {
namespace {

template <class Map>
std::vector<std::string> keys_of(const SiteView& view, const Map SourcePart::*member) {
  std::vector<std::string> keys;
  for (const SourcePart* part : view.parts())
    for (const auto& [key, value] : part->*member) keys.push_back(key);
  return keys;
}

class SourceChecker {
 public:
  SourceChecker(SiteView view, const SourcePart& part, std::string_view today, DiagnosticSink& sink)
      : view_(view), part_(part), today_(today), sink_(sink) {}

  void run(const PageScope& scope) {
    for (const SourcePage& page : part_.pages)
      if (scope.has(page.id)) check_page(page);
    if (scope.is_whole()) check_the_rest();
  }

 private:
  void check_the_rest() {
    check_topics();
    check_facts();
    for (const auto& [id, contact] : part_.contacts) check_contact(id, contact);
    check_polls();
    check_places();
    check_calendars();
    for (const GlossaryTerm& term : part_.glossary)
      for (const SourceText& sentence : term.explanation) check_sentence(sentence);
    if (view_.site == &part_) check_site();
  }

  void report(Severity severity, std::string_view check, const SourcePosition& at, std::string message,
              std::string hint) {
    Diagnostic d;
    d.severity = severity;
    d.check = check;
    d.at = at;
    d.message = std::move(message);
    d.hint = std::move(hint);
    d.language = kSourceLanguage;
    if (page_ != nullptr) d.page = page_->id;
    if (block_ != nullptr) d.block = block_->id;
    sink_.add(std::move(d));
  }
  void error(std::string_view check, const SourcePosition& at, std::string message, std::string hint) {
    report(Severity::kError, check, at, std::move(message), std::move(hint));
  }

  std::string did_you_mean(const std::string& word, const std::vector<std::string>& known,
                           std::string otherwise) const {
    const std::string near = nearest(word, known);
    return near.empty() ? std::move(otherwise) : "did you mean '" + near + "'?";
  }

  const SourcePart* other_part() const { return view_.site == &part_ ? view_.core : nullptr; }

  void check_topics() {
    if (other_part() == nullptr) return;
    for (const TopicSource& topic : part_.topics)
      for (const TopicSource& other : other_part()->topics)
        if (other.id == topic.id)
          error("duplicate-id", topic.title.at, "the topic '" + topic.id + "' is the core's already",
                "give it another id");
  }

  void check_facts() {
    for (const auto& [id, fact] : part_.facts) {
      if (other_part() != nullptr && other_part()->facts.contains(id))
        error("duplicate-id", fact.at, "the fact '" + id + "' is the core's already", "give it another name");
      for (const UnitFinding& found : check_text(fact.value)) error(found.check, fact.at, found.message, found.hint);
    }
  }

  void check_fact(const std::string& id, const SourcePosition& at) {
    const Fact* fact = view_.fact(id);
    if (fact == nullptr)
      return error("placeholder", at, "there is no fact '" + id + "'",
                   did_you_mean(id, keys_of(view_, &SourcePart::facts), "add it to facts.yaml"));
    if (!fact->valid_until.empty() && fact->valid_until < today_)
      error("expired-fact", at, "the fact '" + id + "' was valid until " + fact->valid_until,
            "look it up, mend it in " + fact->at.path + " and set valid-until anew");
  }

  void check_contact(const std::string& id, const ContactSource& contact) {
    if (other_part() != nullptr && other_part()->contacts.contains(id))
      error("duplicate-id", contact.name.at, "the contact '" + id + "' is the core's already", "give it another id");
    check_sentence(contact.name);
    for (const ContactSource::Line& line : contact.lines) {
      check_sentence(line.label);
      check_sentence(line.text);
      if (!line.fact.empty()) check_fact(line.fact, line.at);
    }
  }

  void check_sentence(const SourceText& text) {
    if (text.text.empty()) return;
    const auto place = [&](std::size_t offset) {
      SourcePosition at = text.at;
      at.column += static_cast<int>(count_characters(std::string_view(text.text).substr(0, offset)));
      return at;
    };
    const Inline markup = parse_inline(text.text);
    // A page's own faults are reported where it is read; here those of titles and of YAML files.
    if (block_ == nullptr)
      for (const InlineFault& fault : markup.faults)
        error("syntax", place(fault.offset_utf8), fault.message, fault.hint);
    check_own_words(text.text, text.at);
    for (const UnitFinding& found : check_text(text.text))
      error(found.check, place(found.offset_utf8), found.message, found.hint);
    for (const UnitFinding& found : check_easy_text(text.text))
      report(found.severity, found.check, place(found.offset_utf8), found.message, found.hint);
    const std::string* last_link = nullptr;
    for (const InlinePart& part : markup.parts) {
      if (part.kind == InlinePart::Kind::kFact) check_fact(part.text, place(part.offset_utf8));
      const bool new_link = !part.link.empty() && (last_link == nullptr || *last_link != part.link);
      if (new_link) check_link(part.link, place(part.offset_utf8));
      last_link = part.link.empty() ? nullptr : &part.link;
    }
    for (const Literal& literal : literals_in(text.text))
      report(Severity::kWarning, check_name(literal.kind), place(literal.offset_utf8),
             "'" + literal.value + "' stands in the text", "make it a fact in facts.yaml and write {its_name}");
  }

  void check_own_words(std::string_view text, const SourcePosition& at) {
    if (is_template_text(text))
      report(Severity::kWarning, "template", at, "'" + std::string(text) + "' is the template's text",
             "write your own");
  }

  void check_link(const std::string& id, const SourcePosition& at) {
    if (view_.page(id) != nullptr) return;
    std::vector<std::string> pages;
    for (const SourcePart* part : view_.parts())
      for (const SourcePage& page : part->pages) pages.push_back(page.id);
    error("broken-link", at, "there is no page '" + id + "'",
          did_you_mean(id, pages,
                       view_.site == nullptr ? "the core may link to its own pages only"
                                             : "a page's id is its topic and name: health/rent"));
  }

  void check_page(const SourcePage& page) {
    page_ = &page;
    if (other_part() != nullptr)
      for (const SourcePage& other : other_part()->pages)
        if (other.id == page.id)
          error("duplicate-id", page.title.at, "the page '" + page.id + "' is the core's already", "rename the file");
    std::vector<std::string> topics;
    for (const SourcePart* part : view_.parts())
      for (const TopicSource& topic : part->topics) topics.push_back(topic.id);
    if (std::find(topics.begin(), topics.end(), page.topic) == topics.end())
      error("broken-link", page.title.at, "there is no topic '" + page.topic + "'",
            did_you_mean(page.topic, topics, "add it to topics.yaml, or move the page to another folder"));
    check_own_words(page.owner, {page.title.at.path, 0, 0});
    if (!page.review_by.empty() && page.review_by < today_)
      report(Severity::kWarning, "review-due", page.review_by_at,
             "the page should have been reviewed by " + page.review_by,
             "read it with fresh eyes, mend it, and set review-by anew");
    check_sentence(page.title);
    check_sentence(page.summary);
    for (const SourceBlock& block : page.blocks) check_block(block);
    page_ = nullptr;
  }

  void check_block(const SourceBlock& block) {
    block_ = &block;
    if (block.id.empty()) error("syntax", block.at, "the block has no id", "run: kiosk-content extract");
    for (const SourceText& sentence : block.sentences) check_sentence(sentence);
    for (const SourceItem& item : block.items)
      for (const SourceText& sentence : item.sentences) check_sentence(sentence);
    for (const SourceText& name : block.names) {
      if (block.kind == content::BlockKind::kLinks)
        check_link(name.text, name.at);
      else if (block.kind == content::BlockKind::kPoll)
        check_poll(name);
      else if (block.kind == content::BlockKind::kEvents)
        check_calendar(name);
      else if (block.kind == content::BlockKind::kHours)
        check_hours(name);
      else if (block.kind == content::BlockKind::kImage)
        check_image(block);
      else if (view_.contact(name.text) == nullptr)
        error("broken-link", name.at, "there is no contact '" + name.text + "'",
              did_you_mean(name.text, keys_of(view_, &SourcePart::contacts), "add it to contacts.yaml"));
    }
    if (block.kind == content::BlockKind::kPoll && block.names.size() > 1)
      error("syntax", block.names[1].at, "two polls in one block", "write a line for each");
    if (block.kind == content::BlockKind::kEvents && block.names.size() > 1)
      error("syntax", block.names[1].at, "two calendars in one block", "write a line for each");
    if (block.kind == content::BlockKind::kHours && block.names.size() > 1)
      error("syntax", block.names[1].at, "two places in one block", "write a line for each");
    if (block.kind == content::BlockKind::kContact && block.names.size() > 1)
      error("syntax", block.names[1].at, "two contacts in one block", "write a line for each");
    block_ = nullptr;
  }

  void check_poll(const SourceText& name) {
    if (view_.poll(name.text) != nullptr) return;
    std::vector<std::string> polls;
    for (const SourcePart* part : view_.parts())
      for (const PollSource& poll : part->polls) polls.push_back(poll.id);
    error("broken-link", name.at, "there is no poll '" + name.text + "'",
          did_you_mean(name.text, polls, "add it to polls.yaml"));
  }

  void check_calendar(const SourceText& name) {
    if (view_.calendar(name.text) != nullptr) return;
    std::vector<std::string> calendars;
    for (const SourcePart* part : view_.parts())
      for (const CalendarSource& calendar : part->calendars) calendars.push_back(calendar.id);
    error("broken-link", name.at, "there is no calendar '" + name.text + "'",
          did_you_mean(name.text, calendars, "put it into events/" + name.text + ".ics"));
  }

  void check_calendars() {
    std::set<std::string> ids;
    std::size_t all = 0;
    for (const SourcePart* part : view_.parts())
      for (const CalendarSource& calendar : part->calendars)
        for (const CalendarEvent& event : calendar.events) {
          if (!ids.insert(event.id).second)
            error("duplicate-id", event.title.at, "the event '" + event.id + "' stands in two calendars",
                  "give it another UID");
          all += times_of(event, today_).size();
          if (part != &part_) continue;
          check_sentence(event.title);
          for (const SourceText& sentence : event.text) check_sentence(sentence);
        }
    if (all > kMostOccurrences)
      error("limit", part_.calendars.empty() ? SourcePosition{} : part_.calendars.front().at,
            "the calendars have " + std::to_string(all) + " events in the coming year; 500 at most",
            "take some of them away");
  }

  void check_hours(const SourceText& name) {
    if (view_.hours(name.text) != nullptr) return;
    error("broken-link", name.at, "there are no hours '" + name.text + "'",
          did_you_mean(name.text, keys_of(view_, &SourcePart::hours), "add them to hours.yaml"));
  }

  // The words that stand for a picture: in speech, and where the picture cannot be shown.
  void check_image(const SourceBlock& block) {
    constexpr std::size_t kLongestAlternative = 150;
    const SourceText& name = block.names.front();
    if (view_.media(name.text) == nullptr)
      error("broken-link", name.at, "there is no picture '" + name.text + "'",
            did_you_mean(name.text, keys_of(view_, &SourcePart::media), "put it into the folder media"));
    if (block.sentences.empty()) {
      if (!block.decorative)
        error("alt", name.at, "the picture '" + name.text + "' has no alternative text",
              "say in one sentence what it shows: image:" + name.text +
                  " \"…\"; or write decorative after it where it says nothing new");
      return;
    }
    const SourceText& words = block.sentences.front();
    const auto markup = parse_inline(words.text).parts;
    if (std::any_of(markup.begin(), markup.end(), [](const InlinePart& p) { return p.bold || !p.link.empty(); }))
      error("alt", words.at, "bold words or a link in an alternative text",
            "write plain words; nobody sees or touches them");
    if (const std::size_t length = count_characters(words.text); length > kLongestAlternative)
      report(Severity::kWarning, "alt", words.at, "an alternative text of " + std::to_string(length) + " characters",
             "make it 150 at most; what needs more words belongs in the text of the page");
    for (const std::string_view opening : {"Bild på ", "Bild av ", "Bilden visar ", "En bild "})
      if (words.text.starts_with(opening))
        report(Severity::kWarning, "alt", words.at,
               "'" + std::string(opening.substr(0, opening.size() - 1)) + "' opens an alternative text",
               "leave it out; the kiosk says itself that it is a picture");
  }

  void check_places() {
    for (const auto& [id, place] : part_.hours) {
      if (other_part() != nullptr && other_part()->hours.contains(id))
        error("duplicate-id", place.name.at, "the hours '" + id + "' are the core's already", "give them another id");
      check_sentence(place.name);
    }
  }

  void check_polls() {
    for (const PollSource& poll : part_.polls) {
      if (other_part() != nullptr)
        for (const PollSource& other : other_part()->polls)
          if (other.id == poll.id)
            error("duplicate-id", poll.at, "the poll '" + poll.id + "' is the core's already", "give it another id");
      check_sentence(poll.question);
      for (const PollSource::Choice& choice : poll.choices) check_sentence(choice.text);
      if (poll.valid_until < today_)
        report(Severity::kWarning, "expired-fact", poll.at, "the poll '" + poll.id + "' ended on " + poll.valid_until,
               "take it away, or set valid-until anew");
    }
  }

  void check_site() {
    const SiteSource& site = part_.site;
    std::vector<std::string> topics;
    for (const SourcePart* part : view_.parts())
      for (const TopicSource& topic : part->topics) topics.push_back(topic.id);
    for (const std::string& topic : site.topics)
      if (std::find(topics.begin(), topics.end(), topic) == topics.end())
        error("broken-link", site.at, "there is no topic '" + topic + "'",
              did_you_mean(topic, topics, "take it away, or add it to topics.yaml"));
    check_own_words(site.name.text, site.name.at);
    if (!site.emergency_page.empty()) check_link(site.emergency_page, site.at);
  }

  SiteView view_;
  const SourcePart& part_;
  std::string_view today_;
  DiagnosticSink& sink_;
  const SourcePage* page_ = nullptr;
  const SourceBlock* block_ = nullptr;
};

void check_ui(const Sources& sources, DiagnosticSink& sink) {
  for (const UiMessage& message : sources.ui) {
    if (message.text.text.empty()) {
      sink.error("message-syntax", message.text.at, "the message '" + message.key + "' has no text", "write text: …");
      continue;
    }
    if (const auto valid = i18n::validate_message(kSourceLanguage, message.text.text); !valid)
      sink.error("message-syntax", message.text.at, valid.error().message,
                 "write an apostrophe as ’ and close every '{'");
    for (const UnitFinding& found : check_text(message.text.text))
      sink.error(found.check, message.text.at, found.message, found.hint);
  }
}

}  // namespace

void check_sources(const Sources& sources, std::string_view today, const PageScope& scope, DiagnosticSink& sink) {
  SourceChecker({&sources.core, nullptr}, sources.core, today, sink).run(scope);
  for (const SourcePart& site : sources.sites) SourceChecker({&sources.core, &site}, site, today, sink).run(scope);
  if (!scope.is_whole()) return;
  check_ui(sources, sink);
  check_readability(sources.core, sources.core, sink);
  for (const SourcePart& site : sources.sites) {
    check_readability(site, sources.core, sink);
    for (const std::string& tag : site.site.languages)
      if (sources.language(tag) == nullptr) {
        std::vector<std::string> known;
        for (const content::Language& language : sources.languages) known.push_back(language.tag);
        const std::string near = nearest(tag, known);
        sink.error(
            "broken-link", site.site.at, "there is no language '" + tag + "'",
            near.empty() ? "add locales/" + tag + "/language.yaml, or take it away" : "did you mean '" + near + "'?");
      }
  }
}

}  // namespace kiosk::tool
