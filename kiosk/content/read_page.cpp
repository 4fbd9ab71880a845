#include <set>

#include "base/check.h"
#include "content/hours_fields.h"
#include "content/quote.h"
#include "content/read_page_ref.h"
#include "content/read_sentence.h"
#include "content/tree_parts.h"
#include "content/tree_words.h"

namespace kiosk::content {

namespace {

// Which keys stand in a block of each kind, beside those that all have.
const MapShape& shape_of(BlockKind kind) {
  static const MapShape kHeading{"a heading", {"id", "kind", "level", "sentences"}, {"sample", "sound"}};
  static const MapShape kParagraph{"a paragraph", {"id", "kind", "sentences"}, {"sample", "sound"}};
  static const MapShape kList{"a list block", {"id", "items", "kind"}, {"sample", "sound"}};
  static const MapShape kSteps{"a block of steps", {"id", "items", "kind"}, {"sample", "sound"}};
  static const MapShape kCallout{"a callout", {"id", "kind", "sentences"}, {"sample", "sound"}};
  static const MapShape kContact{"a contact block", {"contact", "id", "kind", "sentences"}, {"sample", "sound"}};
  static const MapShape kLinks{"a block of links", {"id", "kind", "pages"}, {"sample"}};
  static const MapShape kPoll{"a poll block", {"id", "item", "kind", "sentences"}, {"sample"}};
  static const MapShape kHours{"a block of hours", {"hours", "id", "kind", "sentences"}, {"sample"}};
  static const MapShape kEvents{"a block of events", {"id", "item", "kind"}, {"sample"}};
  static const MapShape kImage{"an image block", {"id", "kind", "media"}, {"sample", "sentences", "sound"}};
  switch (kind) {
    case BlockKind::kHeading:
      return kHeading;
    case BlockKind::kParagraph:
      return kParagraph;
    case BlockKind::kList:
      return kList;
    case BlockKind::kSteps:
      return kSteps;
    case BlockKind::kCallout:
      return kCallout;
    case BlockKind::kContact:
      return kContact;
    case BlockKind::kLinks:
      return kLinks;
    case BlockKind::kPoll:
      return kPoll;
    case BlockKind::kHours:
      return kHours;
    case BlockKind::kEvents:
      return kEvents;
    case BlockKind::kImage:
      return kImage;
  }
  KIOSK_CHECK(false);
}

ContactLine read_contact_line(const Yaml& value, FieldReader& fields, SentenceReader& sentences) {
  static const MapShape kShape{"a contact line", {"kind", "value"}, {"label"}};
  ContactLine line;
  if (!fields.map(value, kShape)) return line;
  line.kind = fields.required(value, "kind", kContactKind);
  line.label = sentences.optional(value, "label");
  line.value = sentences.required(value, "value");
  return line;
}

void check_sentence_count(const Yaml& value, const Block& block, FieldReader& fields) {
  const Yaml* sentences = value.find("sentences");
  if (sentences == nullptr) return;
  const bool takes_one = block.kind == BlockKind::kHeading || block.kind == BlockKind::kContact ||
                         block.kind == BlockKind::kPoll || block.kind == BlockKind::kHours ||
                         block.kind == BlockKind::kImage;
  if (takes_one ? block.sentences.size() != 1 : block.sentences.empty())
    fields.error(*sentences, shape_of(block.kind).name +
                                 (takes_one ? " has one sentence" : " has a sentence at least") + ", found " +
                                 std::to_string(block.sentences.size()));
}

Block read_block(const Yaml& value, FieldReader& fields, SentenceReader& sentences) {
  Block block;
  const int errors_before = fields.errors();
  block.kind = static_cast<BlockKind>(fields.word(value, "kind", block_kind_words()));
  if (fields.errors() > errors_before) return block;                      // what else is wrong depends on the kind
  if (value.find("kind") == nullptr) block.kind = BlockKind::kParagraph;  // map() says that it is missing
  if (!fields.map(value, shape_of(block.kind))) return block;
  block.id = fields.required(value, "id", kBlockId);
  block.sample = fields.flag(value, "sample");
  block.level = fields.integer(value, "level", 0, 2, 3);
  block.item = fields.text(value, "item", kBlockId);
  block.media = fields.text(value, "media", kPictureName);
  block.sound = fields.text(value, "sound", kSoundName);
  static const MapShape kHoursShape{"the hours", {"week"}, {"dates", "eves", "holidays"}};
  if (const Yaml* hours = value.find("hours"); hours != nullptr && fields.map(*hours, kHoursShape))
    block.hours = read_hours(*hours, fields);
  if (const Yaml* texts = value.find("sentences")) block.sentences = sentences.list(*texts, "the sentences of a block");
  check_sentence_count(value, block, fields);
  for (const Yaml& item : fields.items(value, "items")) block.items.push_back({sentences.list(item, "an item")});
  for (const Yaml& line : fields.items(value, "contact"))
    block.contact.push_back(read_contact_line(line, fields, sentences));
  for (const Yaml& page : fields.items(value, "pages")) block.pages.push_back(read_page_ref(page, fields, sentences));
  return block;
}

}  // namespace

std::set<std::string> Page::media() const {
  std::set<std::string> names{title_sound};
  for (const Block& block : blocks) {
    names.insert(block.media);
    names.insert(block.sound);
  }
  names.erase("");
  return names;
}

Page read_page(const Yaml& root, FieldReader& fields) {
  static const MapShape kShape{"a page",
                               {"blocks", "id", "lang", "title", "topic"},
                               {"audience", "icon", "owner", "review-by", "summary", "title-sound", "valid-from"}};
  Page page;
  if (!fields.map(root, kShape)) return page;
  SentenceReader sentences(fields, kLargestPage);
  page.id = fields.required(root, "id", kPageId);
  page.topic = fields.required(root, "topic", kBlockId);
  page.icon = fields.text(root, "icon", kIconName);
  page.lang = fields.required(root, "lang", kLanguageTag);
  page.owner = fields.text(root, "owner");
  page.valid_from = fields.text(root, "valid-from", kIsoDate);
  page.review_by = fields.text(root, "review-by", kIsoDate);
  page.audience = fields.text(root, "audience");
  page.title = sentences.required(root, "title");
  page.title_sound = fields.text(root, "title-sound", kSoundName);
  page.summary = sentences.optional(root, "summary");
  std::set<std::string> ids;
  for (const Yaml& item : fields.items(root, "blocks")) {
    const Block& block = page.blocks.emplace_back(read_block(item, fields, sentences));
    if (!block.id.empty() && !ids.insert(block.id).second)
      fields.error(item, "block " + quote(block.id) + " stands twice", "ids are unique in a page", "duplicate-id");
  }
  return page;
}

}  // namespace kiosk::content
