#include "text/line_breaker.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/bidi.h"

namespace kiosk::text {

namespace {

constexpr double kTolerancePx = 1.0 / 64;
constexpr double kDoubtEm = 2;
constexpr std::int64_t kMostReserved = 64;  // lines
constexpr std::size_t kUsualLine = 128;     // glyphs

std::int64_t limit_of(double width_px) {
  constexpr double kWidest = 1e12;
  return static_cast<std::int64_t>(std::floor(std::min(width_px + kTolerancePx, kWidest) * 1024));
}

std::int64_t doubt_of(const std::vector<Style>& styles) {
  double largest = 0;
  for (const Style& style : styles) largest = std::max(largest, style.size_px);
  return static_cast<std::int64_t>(largest * kDoubtEm * 1024);
}

double px(std::int64_t fixed) { return static_cast<double>(fixed) / 1024; }

}  // namespace

LineBreaker::LineBreaker(const ParagraphStages& data, double width_px, LongWords long_words)
    : data_(data), limit_(limit_of(width_px)), doubt_(doubt_of(data.source.styles)), long_words_(long_words) {}

std::vector<Line> LineBreaker::lines() {
  std::vector<Line> lines;
  const std::uint32_t size = data_.text.size();
  pieces_.reserve(8);
  glyphs_.reserve(std::min(data_.glyphs.size(), kUsualLine));
  if (size == 0) lines.emplace_back();
  lines.reserve(
      2 + static_cast<std::size_t>(std::min(data_.pens[size] / std::max<std::int64_t>(limit_, 1024), kMostReserved)));
  for (std::uint32_t start = 0; start < size;) {
    const Break found = next_break(start);
    lines.push_back(make_line(start, found.unit));
    lines.back().emergency = found.emergency;
    start = found.unit;
  }
  return lines;
}

double LineBreaker::widest() {
  std::int64_t widest = 0;
  for (std::uint32_t start = 0; start < data_.text.size();) {
    const Break found = next_break(start);
    const bool safe = is_safe(start) && is_safe(found.unit);
    const std::uint32_t end = ink_end(start, found.unit);
    widest = std::max(widest, safe ? data_.pens[end] - data_.pens[start] : exact_width(start, found.unit));
    start = found.unit;
  }
  return px(widest);
}

LineBreaker::Break LineBreaker::next_break(std::uint32_t start) {
  const std::vector<std::uint32_t>& opportunities = data_.opportunities;
  while (opportunities[next_opportunity_] <= start) ++next_opportunity_;
  const std::uint32_t first = opportunities[next_opportunity_];
  std::uint32_t best = 0;
  skip_what_fits(start);
  for (; next_opportunity_ < opportunities.size(); ++next_opportunity_) {
    const std::uint32_t unit = opportunities[next_opportunity_];
    if (!fits(start, unit)) break;
    best = unit;
    if (data_.marks[unit] & kMustBreak) break;
  }
  if (best != 0) return {best, false};
  return long_words_ == LongWords::kOverflow ? Break{first, false} : forced_break(start, first);
}

// Moves to the last opportunity that surely fits, by bisection; what is near the limit is looked at one by one.
void LineBreaker::skip_what_fits(std::uint32_t start) {
  if (!data_.pens_ascend || !is_cluster_start(start) || (data_.text.all_traits & kLineSeparator)) return;
  const std::int64_t sure = data_.pens[start] + limit_ - doubt_;
  const auto first = data_.opportunities.begin() + static_cast<std::ptrdiff_t>(next_opportunity_);
  const auto beyond = std::partition_point(first, data_.opportunities.end(),
                                           [&](std::uint32_t unit) { return data_.pens[unit] <= sure; });
  if (beyond != first) next_opportunity_ += static_cast<std::size_t>(beyond - first) - 1;
}

LineBreaker::Break LineBreaker::forced_break(std::uint32_t start, std::uint32_t limit) {
  if (const std::uint32_t unit = last_fitting(start, limit, kLastResort)) return {unit, true};
  if (const std::uint32_t unit = last_fitting(start, limit, kGraphemeStart)) return {unit, unit != limit};
  std::uint32_t one_grapheme = start + 1;
  while (!(data_.marks[one_grapheme] & kGraphemeStart)) ++one_grapheme;
  return {one_grapheme, one_grapheme != limit};
}

// The last place of this kind in (start, limit) up to which the text fits; 0 if there is none.
std::uint32_t LineBreaker::last_fitting(std::uint32_t start, std::uint32_t limit, Mark kind) {
  constexpr char16_t kZeroWidthNonJoiner = 0x200C;
  const bool house = data_.source.rules == BreakRules::kHouse;
  std::uint32_t unit = start + 1;
  const std::int64_t beyond = data_.pens[start] + limit_ + doubt_;
  while (unit < limit && (!is_cluster_start(unit) || data_.pens[ink_end(start, unit)] <= beyond)) ++unit;
  for (unit = std::min(unit, limit - 1); unit > start; --unit) {
    if (!(data_.marks[unit] & kind)) continue;
    if (house && data_.text.units[unit - 1] == kZeroWidthNonJoiner) continue;  // it joins the parts of a Persian word
    if (fits(start, unit)) return unit;
  }
  return 0;
}

bool LineBreaker::fits(std::uint32_t start, std::uint32_t end) {
  const std::uint32_t ink = ink_end(start, end);
  const std::int64_t estimate = data_.pens[ink] - data_.pens[start];
  if (is_safe(start) && is_safe(end) && (ink == end || is_safe(ink))) return estimate <= limit_;
  const bool known = is_cluster_start(start) && is_cluster_start(end) && is_cluster_start(ink);
  if (known && std::abs(estimate - limit_) > doubt_) return estimate <= limit_;
  return exact_width(start, end) <= limit_;
}

std::int64_t LineBreaker::exact_width(std::uint32_t start, std::uint32_t end) {
  cut(start, end);
  const std::uint32_t ink = ink_end(start, end);
  std::int64_t width = 0;
  for (const ShapedGlyph& glyph : glyphs_)
    if (glyph.cluster < ink) width += glyph.advance;
  return width;
}

std::uint32_t LineBreaker::ink_end(std::uint32_t start, std::uint32_t end) const {
  while (end > start && (data_.marks[end - 1] & kHangs)) --end;
  return end;
}

void LineBreaker::cut(std::uint32_t start, std::uint32_t end) {
  if (cut_start_ == start && cut_end_ == end) return;
  cut_start_ = start;
  cut_end_ = end;
  pieces_.clear();
  glyphs_.clear();
  const std::uint8_t base = data_.base_level();
  std::uint32_t reset = end;  // UAX 9 L1
  while (reset > start && (data_.marks[reset - 1] & kResets)) --reset;
  while (data_.runs[first_run_].item.end <= start) ++first_run_;
  for (std::size_t i = first_run_; i < data_.runs.size() && data_.runs[i].item.start < end; ++i) {
    const ShapedRun& run = data_.runs[i];
    const std::uint32_t from = std::max(start, run.item.start), to = std::min(end, run.item.end);
    const std::uint32_t split = run.item.level == base ? to : std::clamp(reset, from, to);
    if (from < split) cut_run(run, from, split, run.item.level);
    if (split < to) cut_run(run, split, to, base);
  }
}

void LineBreaker::cut_run(const ShapedRun& run, std::uint32_t start, std::uint32_t end, std::uint8_t level) {
  Piece piece;
  piece.item = run.item;
  piece.item.start = start;
  piece.item.end = end;
  piece.item.level = level;
  piece.first_glyph = static_cast<std::uint32_t>(glyphs_.size());
  std::uint32_t safe_start = start, safe_end = end;
  if ((level ^ run.item.level) & 1) safe_start = end;
  while (safe_start < end && !is_safe(safe_start)) ++safe_start;
  while (safe_end > safe_start && !is_safe(safe_end)) --safe_end;
  if (safe_start >= safe_end) {
    shape_again(piece.item, start, end);
  } else if (level & 1) {
    if (safe_end < end) shape_again(piece.item, safe_end, end);
    copy_glyphs(run, safe_start, safe_end);
    if (start < safe_start) shape_again(piece.item, start, safe_start);
  } else {
    if (start < safe_start) shape_again(piece.item, start, safe_start);
    copy_glyphs(run, safe_start, safe_end);
    if (safe_end < end) shape_again(piece.item, safe_end, end);
  }
  piece.glyph_count = static_cast<std::uint32_t>(glyphs_.size()) - piece.first_glyph;
  pieces_.push_back(piece);
}

void LineBreaker::shape_again(const Item& item, std::uint32_t start, std::uint32_t end) {
  Item part = item;
  part.start = start;
  part.end = end;
  append_shaped(data_, part, glyphs_);
}

void LineBreaker::copy_glyphs(const ShapedRun& run, std::uint32_t start, std::uint32_t end) {
  const auto first = data_.glyphs.begin() + run.first_glyph, last = first + run.glyph_count;
  const bool rtl = run.item.level & 1;
  // Clusters ascend in a left-to-right run and descend in a right-to-left one.
  const auto from = std::partition_point(
      first, last, [&](const ShapedGlyph& glyph) { return rtl ? glyph.cluster >= end : glyph.cluster < start; });
  const auto to = std::partition_point(
      from, last, [&](const ShapedGlyph& glyph) { return rtl ? glyph.cluster >= start : glyph.cluster < end; });
  glyphs_.insert(glyphs_.end(), from, to);
}

// Appends the piece's run, and its glyphs in px.
void LineBreaker::append_piece(const Piece& piece, Line& line) const {
  const Item& item = piece.item;
  Run& run = line.runs.emplace_back();
  run.start = data_.text.byte_at(item.start);
  run.end = data_.text.byte_at(item.end);
  run.level = item.level;
  for (int i = 0; i < 4; ++i) run.script[i] = static_cast<char>(item.script >> (24 - 8 * i));
  run.face = item.face;
  run.style = item.style;
  run.glyph_count = piece.glyph_count;
  constexpr float kUnit = 1.0f / 1024;
  const std::size_t first = line.glyphs.size();
  line.glyphs.resize(first + piece.glyph_count);
  for (std::uint32_t i = 0; i < piece.glyph_count; ++i) {
    const ShapedGlyph& from = glyphs_[piece.first_glyph + i];
    Glyph& to = line.glyphs[first + i];
    to.face = item.face;
    to.gid = static_cast<std::int32_t>(from.gid);
    to.cluster = data_.text.byte_at(from.cluster);
    to.style = item.style;
    to.advance = static_cast<float>(from.advance) * kUnit;
    to.x_offset = static_cast<float>(from.x_offset) * kUnit;
    to.y_offset = static_cast<float>(from.y_offset) * kUnit;
  }
}

Line LineBreaker::make_line(std::uint32_t start, std::uint32_t end) {
  cut(start, end);
  Line line;
  line.start = data_.text.byte_at(start);
  line.end = data_.text.byte_at(end);
  line.glyphs.reserve(glyphs_.size());
  line.runs.reserve(pieces_.size());
  if (pieces_.size() == 1) {
    append_piece(pieces_.front(), line);
  } else {
    std::vector<std::uint8_t> levels;
    levels.reserve(pieces_.size());
    for (const Piece& piece : pieces_) levels.push_back(piece.item.level);
    for (const std::uint32_t index : visual_order(levels)) append_piece(pieces_[index], line);
  }
  const std::uint32_t ink = ink_end(start, end);
  std::int64_t width = 0, trailing = 0;
  for (const ShapedGlyph& glyph : glyphs_) (glyph.cluster < ink ? width : trailing) += glyph.advance;
  line.width = px(width);
  line.trailing = px(trailing);
  return line;
}

}  // namespace kiosk::text
