#include "text/paragraph.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "text/grapheme.h"
#include "text/itemise.h"
#include "text/limits.h"
#include "text/line_breaker.h"
#include "text/line_breaks.h"
#include "text/paragraph_stages.h"
#include "text/room.h"

namespace kiosk::text {

struct Paragraph::Data : ParagraphStages {};

static void check_styles(const ParagraphSource& source) {
  KIOSK_CHECK(!source.styles.empty());
  for (const Style& style : source.styles) KIOSK_CHECK(style.fonts && style.size_px > 0);
  for (const Span& span : source.spans) KIOSK_CHECK(span.style < source.styles.size());
}

static void mark_spaces(const Utf16Text& text, BreakRules rules, Marks& marks) {
  const bool separators_hang = rules == BreakRules::kHouse;  // an author's line break draws nothing
  if (!(text.all_traits & (kTrailingSpace | kLineSeparator | kLineEndReset))) return;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const Traits traits = text.traits[i];
    if ((traits & kTrailingSpace) || (separators_hang && (traits & kLineSeparator))) marks[i] |= kHangs;
    if (traits & kLineEndReset) marks[i] |= kResets;
  }
}

// A line separator that is drawn by nobody keeps its place in the text, with no glyph and no width.
static void hide_separators(const Utf16Text& text, ShapedGlyphs& glyphs, std::size_t first) {
  for (std::size_t i = first; i < glyphs.size(); ++i) {
    if (!(text.traits[glyphs[i].cluster] & kLineSeparator)) continue;
    glyphs[i].gid = kNotDrawn;
    glyphs[i].advance = glyphs[i].x_offset = glyphs[i].y_offset = 0;
  }
}

void append_shaped(const ParagraphStages& data, const Item& item, ShapedGlyphs& out) {
  const std::size_t first = out.size();
  const ShapedGlyphs& shaped = shape(data.text, item, data.style_of(item));
  out.insert(out.end(), shaped.begin(), shaped.end());
  for (std::size_t i = first; i < out.size(); ++i) out[i].cluster += item.start;
  add_room(data.text, item, data.style_of(item), out, first);
  if (data.source.rules == BreakRules::kHouse && (data.text.all_traits & kLineSeparator))
    hide_separators(data.text, out, first);
}

static void shape_items(const std::vector<Item>& items, ParagraphStages& data) {
  data.glyphs.reserve(data.text.size() + 16);
  data.pens.assign(data.text.size() + 1, 0);
  for (const Item& item : items) {
    const auto first = static_cast<std::uint32_t>(data.glyphs.size());
    append_shaped(data, item, data.glyphs);
    data.runs.push_back({item, first, static_cast<std::uint32_t>(data.glyphs.size()) - first});
    for (std::size_t i = first; i < data.glyphs.size(); ++i) {
      const ShapedGlyph& glyph = data.glyphs[i];
      data.pens[glyph.cluster + 1] += glyph.advance;
      data.pens_ascend &= glyph.advance >= 0;
      data.marks[glyph.cluster] |= glyph.unsafe ? kClusterStart : kClusterStart | kSafeBefore;
    }
    data.marks[item.start] |= kClusterStart | kSafeBefore;
    data.marks[item.end] |= kClusterStart | kSafeBefore;
  }
  for (std::uint32_t i = 0; i < data.text.size(); ++i) data.pens[i + 1] += data.pens[i];
}

Result<Paragraph> Paragraph::create(ParagraphSource source) {
  check_styles(source);
  auto data = std::make_unique<Data>();
  if (auto admitted = admit_length(source.text.size()); !admitted) return fail(admitted.error().message);
  data->source = std::move(source);
  std::vector<Span> spans = data->source.spans;
  if (auto transcoded = transcode(data->source.text)) {
    data->text = std::move(*transcoded);
  } else {
    CleanText cleaned = clean(std::move(data->source.text));
    for (Span& span : spans) span = {cleaned.clean_byte(span.start), cleaned.clean_byte(span.end), span.style};
    data->source.text = std::move(cleaned.text);
    data->text = *transcode(data->source.text);
  }
  const Utf16Text& text = data->text;
  if (auto admitted = admit_clusters(text); !admitted) return fail(admitted.error().message);
  for (Span& span : spans) span = {text.unit_at(span.start), text.unit_at(span.end), span.style};

  data->marks.assign(text.size() + 1, 0);
  mark_graphemes(text, data->marks);
  mark_breaks(text, data->source.styles[0].language, data->source.rules, data->marks);
  if (auto admitted = admit_stretches(text, data->marks); !admitted) return fail(admitted.error().message);
  mark_spaces(text, data->source.rules, data->marks);
  const std::vector<std::uint8_t> levels = bidi_levels(text, data->marks, data->source.direction);
  shape_items(itemise(text, data->marks, levels, data->source.styles, spans), *data);
  data->opportunities.reserve(text.size());
  for (std::uint32_t i = 1; i <= text.size(); ++i)
    if (data->marks[i] & kBreakBefore) data->opportunities.push_back(i);
  return Paragraph(std::move(data));
}

Paragraph::Paragraph(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;
Paragraph::~Paragraph() = default;

const std::string& Paragraph::text() const { return data_->source.text; }
Direction Paragraph::direction() const { return data_->source.direction; }
const std::vector<Style>& Paragraph::styles() const { return data_->source.styles; }

std::vector<Line> Paragraph::break_lines(double width_px, LongWords long_words) const {
  return LineBreaker(*data_, width_px, long_words).lines();
}

double Paragraph::longest_word() const { return LineBreaker(*data_, 0, LongWords::kOverflow).widest(); }

bool Paragraph::is_grapheme_start(std::uint32_t byte) const {
  const std::uint32_t unit = data_->text.unit_at(byte);
  return data_->text.byte_at(unit) == byte && (data_->marks[unit] & kGraphemeStart);
}

double Paragraph::one_line() const {
  return LineBreaker(*data_, std::numeric_limits<double>::infinity(), LongWords::kOverflow).widest();
}

}  // namespace kiosk::text
