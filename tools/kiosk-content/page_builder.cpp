#include "page_builder.h"

#include <algorithm>

#include "recorded_text.h"
#include "units.h"

namespace kiosk::tool {
namespace {

std::vector<const SourceText*> texts_of(const SourceBlock& block) {
  std::vector<const SourceText*> texts;
  for (const SourceText& sentence : block.sentences) texts.push_back(&sentence);
  for (const SourceItem& item : block.items)
    for (const SourceText& sentence : item.sentences) texts.push_back(&sentence);
  return texts;
}

// A key that owns its context; TextKey only looks at it.
struct OwnedKey {
  std::string context;
  std::string_view domain, source;
  TextKey key() const { return {domain, context, source}; }
};

}  // namespace

bool PageBuilder::stands_in(const std::string& language, const SourcePage& source) const {
  if (language == kSourceLanguage) return true;
  const std::string_view domain = view_.domain_of(source);
  const std::string title = page_context(source.id, "title"), summary = page_context(source.id, "summary");
  if (!resolver_.find(language, {domain, title, source.title.text})) return false;
  int all = 1, have = 1;
  const auto count = [&](const std::string& context, std::string_view text) {
    ++all;
    have += resolver_.find(language, {domain, context, text}).has_value();
  };
  if (!source.summary.text.empty()) count(summary, source.summary.text);
  for (const SourceBlock& block : source.blocks) {
    const std::string context = page_context(source.id, block.id);
    for (const SourceText* text : texts_of(block)) count(context, text->text);
  }
  return have >= kEnough * all;
}

PageBuilder::Place PageBuilder::place(const content::Language& reader, const SourcePage& source) const {
  Place place{resolver_.chain_of(reader), 0};
  while (!stands_in(place.chain[place.start], source)) ++place.start;  // the source's language stands last
  return place;
}

content::Sentence PageBuilder::one(const Place& place, const TextKey& key) const {
  return resolver_.sentence(place.chain.front(), place.chain[resolver_.complete(place.chain, place.start, {key})], key);
}

content::PageRef PageBuilder::reference(const content::Language& reader, const SourcePage& source) const {
  const Place where = place(reader, source);
  const std::string_view domain = view_.domain_of(source);
  content::PageRef ref{source.id, source.icon, {}, {}};
  ref.title = one(where, {domain, page_context(source.id, "title"), source.title.text});
  if (!source.summary.text.empty())
    ref.summary = one(where, {domain, page_context(source.id, "summary"), source.summary.text});
  return ref;
}

content::Page PageBuilder::page(const content::Language& reader, const SourcePage& source) const {
  const Place where = place(reader, source);
  content::PageRef ref = reference(reader, source);
  content::Page page;
  page.id = source.id;
  page.topic = source.topic;
  page.icon = source.icon;
  page.lang = where.chain[where.start];
  page.owner = source.owner;
  page.valid_from = source.valid_from;
  page.review_by = source.review_by;
  page.audience = source.audience;
  page.title = std::move(ref.title);
  page.summary = std::move(ref.summary);
  TermMarks terms(view_, resolver_);
  for (const SourceBlock& from : source.blocks) {
    const bool lost = from.kind == content::BlockKind::kImage && view_.media(from.names.front().text) == nullptr;
    if (!lost) page.blocks.push_back(block(reader, where, source, from, terms));  // reported by check_sources
  }
  attach_recordings(view_, page);
  return page;
}

content::Block PageBuilder::block(const content::Language& reader, const Place& where, const SourcePage& source,
                                  const SourceBlock& from, TermMarks& terms) const {
  content::Block block;
  block.id = from.id;
  block.kind = from.kind;
  block.level = from.level;
  if (from.kind == content::BlockKind::kContact) {
    fill_contact(where, from.names.front().text, block);
    return block;
  }
  if (from.kind == content::BlockKind::kPoll) {
    fill_poll(where, from.names.front().text, block);
    return block;
  }
  if (from.kind == content::BlockKind::kEvents) {
    block.item = from.names.front().text;
    return block;
  }
  if (from.kind == content::BlockKind::kHours) {
    fill_hours(where, from.names.front().text, block);
    return block;
  }
  if (from.kind == content::BlockKind::kImage) block.media = view_.media(from.names.front().text)->name;
  for (const SourceText& name : from.names)
    if (const SourcePage* page = view_.page(name.text)) block.pages.push_back(reference(reader, *page));

  const std::string context = page_context(source.id, from.id);
  const std::string_view domain = view_.domain_of(source);
  std::vector<TextKey> keys;
  for (const SourceText* text : texts_of(from)) {
    keys.push_back({domain, context, text->text});
    block.sample = block.sample || resolver_.uses_sample(text->text);
  }
  const std::string& language = where.chain[resolver_.complete(where.chain, where.start, keys)];
  using Kind = content::BlockKind;
  const bool explains = from.kind == Kind::kParagraph || from.kind == Kind::kList || from.kind == Kind::kSteps;
  const auto sentence = [&](const SourceText& text) {
    content::Sentence built = resolver_.sentence(reader.tag, language, {domain, context, text.text});
    if (explains) terms.mark(built, language, text.text);
    return built;
  };
  for (const SourceText& text : from.sentences) block.sentences.push_back(sentence(text));
  for (const SourceItem& item : from.items) {
    content::ListItem& built = block.items.emplace_back();
    for (const SourceText& text : item.sentences) built.sentences.push_back(sentence(text));
  }
  return block;
}

void PageBuilder::fill_poll(const Place& where, const std::string& id, content::Block& block) const {
  const PollSource* poll = view_.poll(id);
  if (poll == nullptr) return;  // reported by check_sources
  const std::string context = poll_context(id, "question");
  block.item = id;
  block.sentences.push_back(one(where, {view_.domain_of(*poll), context, poll->question.text}));
}

void PageBuilder::fill_hours(const Place& where, const std::string& id, content::Block& block) const {
  const HoursSource* hours = view_.hours(id);
  if (hours == nullptr) return;  // reported by check_sources
  const bool in_site = view_.site != nullptr && view_.site->hours.contains(id);
  const std::string context = hours_context(id);
  block.hours = hours->hours;
  block.sample = hours->sample;
  block.sentences.push_back(one(where, {in_site ? view_.site->domain : view_.core->domain, context, hours->name.text}));
}

void PageBuilder::fill_contact(const Place& where, const std::string& id, content::Block& block) const {
  const ContactSource* contact = view_.contact(id);
  if (contact == nullptr) return;  // reported by check_sources
  const bool in_site = view_.site != nullptr && view_.site->contacts.contains(id);
  const std::string_view domain = in_site ? view_.site->domain : view_.core->domain;
  std::vector<OwnedKey> owned = {{contact_context(id, "name"), domain, contact->name.text}};
  block.sample = contact->sample;
  for (const ContactSource::Line& line : contact->lines) {
    if (!line.label.text.empty()) owned.push_back({contact_context(id, "label"), domain, line.label.text});
    if (!line.text.text.empty()) owned.push_back({contact_context(id, "note"), domain, line.text.text});
    const Fact* fact = view_.fact(line.fact);
    block.sample = block.sample || (fact != nullptr && fact->sample) || resolver_.uses_sample(line.text.text);
  }
  std::vector<TextKey> keys;
  for (const OwnedKey& key : owned) keys.push_back(key.key());
  const std::string& language = where.chain[resolver_.complete(where.chain, where.start, keys)];
  const auto sentence = [&](const std::string& context, const SourceText& text) {
    return resolver_.sentence(where.chain.front(), language, {domain, context, text.text});
  };
  block.sentences.push_back(sentence(contact_context(id, "name"), contact->name));
  for (const ContactSource::Line& line : contact->lines) {
    content::ContactLine& built = block.contact.emplace_back();
    built.kind = line.kind;
    if (!line.label.text.empty()) built.label = sentence(contact_context(id, "label"), line.label);
    built.value =
        line.fact.empty() ? sentence(contact_context(id, "note"), line.text) : resolver_.fact_sentence(line.fact);
  }
}

}  // namespace kiosk::tool
