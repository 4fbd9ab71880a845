#include "recorded_text.h"

#include <algorithm>

#include "bundle/sha256.h"

namespace kiosk::tool {
namespace {

constexpr std::size_t kSumDigits = 8;

// All of a block is in one language (PageBuilder): that of its first sentence. Facts are in every language.
class TextBuilder {
 public:
  explicit TextBuilder(const content::Page& page) : page_(page) {}
  void add(const content::Sentence& sentence) {
    std::string words;
    for (const content::TextRun& run : sentence.runs) words += run.text;
    if (words.empty()) return;
    if (built_.text.empty()) built_.language = sentence.lang.empty() ? page_.lang : sentence.lang;
    built_.text += words + "\n";
  }
  void add(const std::vector<content::Sentence>& sentences) {
    for (const content::Sentence& sentence : sentences) add(sentence);
  }
  RecordedText built() { return std::move(built_); }

 private:
  const content::Page& page_;
  RecordedText built_;
};

template <class Blocks>
auto find_block(Blocks& blocks, std::string_view id) {
  return std::find_if(blocks.begin(), blocks.end(), [&](const content::Block& block) { return block.id == id; });
}

bool stays_as_it_is(content::BlockKind kind) {
  using Kind = content::BlockKind;
  return kind != Kind::kHours && kind != Kind::kPoll && kind != Kind::kLinks && kind != Kind::kEvents;
}

}  // namespace

bool is_sum(std::string_view text) {
  return text.size() == kSumDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string RecordedText::sum() const { return bundle::sha256_hex(text).substr(0, kSumDigits); }

std::optional<RecordedText> recorded_text(const content::Page& page, std::string_view id) {
  TextBuilder text(page);
  if (id == kTitleBlock) {
    text.add(page.title);
    return text.built();
  }
  const auto block = find_block(page.blocks, id);
  if (block == page.blocks.end()) return std::nullopt;
  if (!stays_as_it_is(block->kind)) return RecordedText{};
  text.add(block->sentences);
  for (const content::ListItem& item : block->items) text.add(item.sentences);
  for (const content::ContactLine& line : block->contact) {
    text.add(line.label);
    text.add(line.value);
  }
  return text.built();
}

void attach_recordings(const SiteView& view, content::Page& page) {
  for (const SourcePart* part : view.parts()) {
    const auto of_page = part->recordings.find(page.id);
    if (of_page == part->recordings.end()) continue;
    for (const Recording& recording : of_page->second) {
      const auto said = recorded_text(page, recording.block);
      if (!said || said->text.empty() || said->language != recording.language || said->sum() != recording.sum) continue;
      if (recording.block == kTitleBlock)
        page.title_sound = recording.media.name;
      else
        find_block(page.blocks, recording.block)->sound = recording.media.name;
    }
  }
}

}  // namespace kiosk::tool
