#include "ui/typesetter.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/log.h"
#include "base/utf8.h"
#include "i18n/locale.h"

namespace kiosk::ui {

namespace {

constexpr const char* kIconFamily = "icons";
constexpr std::size_t kMostParagraphs = 2000, kMostBlocks = 2000;
// A set text's cost of one line of body text is a few KB; the bounds keep both caches under 20 MB.

constexpr std::string_view kLeftToRightIsolate = "\u2066", kFirstStrongIsolate = "\u2068", kPopIsolate = "\u2069";

std::uint16_t style_of(const content::TextRun& run, bool all_bold) {
  const bool bold = all_bold || run.bold;
  if (!run.link.empty()) return bold ? kBoldLink : kLink;
  if (!run.term.empty() && !bold) return kTerm;
  return bold ? kBold : kPlain;
}

std::string_view isolate_of(content::RunKind kind) {
  switch (kind) {
    case content::RunKind::kText:
      return {};
    case content::RunKind::kPhone:
    case content::RunKind::kUrl:
    case content::RunKind::kEmail:
      return kLeftToRightIsolate;
    case content::RunKind::kNumber:
    case content::RunKind::kName:
      return kFirstStrongIsolate;
  }
  return {};
}

// How far ink leans out of the lines' own advances, beyond the start edge and beyond the end edge of the width.
struct Overhang {
  double start = 0, end = 0;
};

Overhang overhang_of(const TextBlock& block, double width) {
  Overhang most;
  for (const text::Line& line : *block.lines) {
    const text::LineBox box = text::measure(line, *block.paragraph);
    if (box.ink_right <= box.ink_left) continue;
    const double lead = block.rtl ? line.trailing : 0;  // hanging white space lies at the left of a right-to-left line
    const double before = lead - box.ink_left, after = box.ink_right - (lead + line.width);
    const double free = width - line.width;
    most.start = std::max(most.start, block.rtl ? after : before);
    most.end = std::max(most.end, (block.rtl ? before : after) - free);
  }
  return most;
}

}  // namespace

TextSpec plain_text(std::string text, std::string language, int size_px, bool bold) {
  TextSpec spec;
  content::TextRun run;
  run.text = std::move(text);
  spec.runs.push_back(std::move(run));
  spec.language = std::move(language);
  spec.size_px = size_px;
  spec.bold = bold;
  return spec;
}

double TextBlock::pen_x(std::size_t line, double box_width) const {
  const text::Line& l = (*lines)[line];
  return rtl ? box_width - l.width - l.trailing - inset : inset;
}

Rect TextBlock::ink(double box_width) const {
  Rect all;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const text::LineBox& box = boxes[i];
    if (box.ink_right <= box.ink_left) continue;
    const double x = pen_x(i, box_width);
    const int left = static_cast<int>(std::floor(x + box.ink_left)),
              right = static_cast<int>(std::ceil(x + box.ink_right));
    const int top = static_cast<int>(std::floor(baselines[i] + box.ink_top));
    const int bottom = static_cast<int>(std::ceil(baselines[i] + box.ink_bottom));
    all = unite(all, {left, top, right - left, bottom - top});
  }
  return all;
}

std::vector<Rect> TextBlock::rects_of(std::uint16_t style, double box_width) const {
  std::vector<Rect> found;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    double pen = pen_x(i, box_width);
    Rect rect;
    for (const text::Glyph& glyph : (*lines)[i].glyphs) {
      if (glyph.style == style) {
        const int left = static_cast<int>(std::floor(pen)), right = static_cast<int>(std::ceil(pen + glyph.advance));
        const int top = baselines[i] - static_cast<int>(std::ceil(boxes[i].ascent));
        rect = unite(rect, {left, top, std::max(1, right - left),
                            static_cast<int>(std::ceil(boxes[i].ascent + boxes[i].descent))});
      }
      pen += glyph.advance;
    }
    if (!rect.empty()) found.push_back(rect);
  }
  return found;
}

std::vector<Rect> TextBlock::stretches_of(std::uint16_t style, double box_width) const {
  std::vector<Rect> found;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    double pen = pen_x(i, box_width), start = pen;
    bool inside = false;
    const auto close = [&] {
      constexpr double kAboveEm = 1.1, kBelowEm = 0.45;  // not the room that a font leaves between lines
      const int top =
          baselines[i] - static_cast<int>(std::min(static_cast<double>(boxes[i].ascent), kAboveEm * size_px));
      const int bottom =
          baselines[i] + static_cast<int>(std::min(static_cast<double>(boxes[i].descent), kBelowEm * size_px));
      const int left = static_cast<int>(std::floor(start));
      if (inside) found.push_back({left, top, static_cast<int>(std::ceil(pen)) - left, bottom - top});
      inside = false;
    };
    for (const text::Glyph& glyph : (*lines)[i].glyphs) {
      if (glyph.style != style) close();
      if (glyph.style == style && !inside) {
        start = pen;
        inside = true;
      }
      pen += glyph.advance;
    }
    close();
  }
  return found;
}

Typesetter::Typesetter(const content::Manifest& manifest, text::FontLibrary& library)
    : manifest_(manifest), library_(library), paragraphs_(kMostParagraphs), blocks_(kMostBlocks) {
  KIOSK_CHECK(!manifest.languages.empty() && !manifest.fonts.empty());
}

const content::Language& Typesetter::language(std::string_view tag) const {
  for (const content::Language& language : manifest_.languages)
    if (language.tag == tag) return language;
  return manifest_.languages.front();
}

bool Typesetter::is_rtl(std::string_view tag) const { return i18n::is_right_to_left_script(language(tag).script); }

const text::Face* Typesetter::face(const content::FontFamily& family, bool bold) {
  const std::string& name = bold && !family.bold.empty() ? family.bold : family.regular;
  const auto found = library_.face(name);
  if (found) return *found;
  log_once(found.error().message + "; install the package " + family.package);
  return nullptr;
}

// A language's families in the manifest are its own and then the fallback for other scripts, in order.
const text::FontStack* Typesetter::stack(std::string_view tag, bool bold) {
  const std::string key = std::string(tag) + (bold ? "/bold" : "/regular");
  if (const auto it = stacks_.find(key); it != stacks_.end()) return it->second.get();
  std::vector<const text::Face*> faces;
  const auto append = [&](const content::FontFamily& family) {
    const text::Face* f = face(family, bold);
    if (f && std::find(faces.begin(), faces.end(), f) == faces.end()) faces.push_back(f);
  };
  const std::vector<std::string> ids = tag == kIconFamily ? std::vector<std::string>{kIconFamily} : language(tag).fonts;
  for (const std::string& id : ids)
    for (const content::FontFamily& family : manifest_.fonts)
      if (family.id == id) append(family);
  if (faces.empty())  // none of them is installed: any font is better than a blank screen
    for (const content::FontFamily& family : manifest_.fonts) append(family);
  KIOSK_CHECK(!faces.empty());  // main refuses to start without a single font
  return stacks_.emplace(key, std::make_unique<text::FontStack>(std::move(faces))).first->second.get();
}

std::string Typesetter::key_of(const TextSpec& spec) const {
  std::string key = spec.language + '\x1f' + std::to_string(spec.size_px) + (spec.bold ? 'b' : 'r');
  if (spacing_ == TextSpacing::kWide) key += 'w';
  for (const content::TextRun& run : spec.runs) {
    key += '\x1e';
    key += static_cast<char>('0' + style_of(run, false));
    key += static_cast<char>('0' + static_cast<int>(run.kind));
    key += run.text;
  }
  return key;
}

double Typesetter::line_height_of(const TextSpec& spec) const {
  const bool own = spec.line_height > 0;
  const double usual = own ? spec.line_height : language(spec.language).line_height;
  if (spacing_ != TextSpacing::kWide || spec.language == kIconFamily) return usual;
  constexpr double kWideLabel = 1.5, kWideText = 1.8;
  return std::max(usual, own ? kWideLabel : kWideText);
}

std::shared_ptr<const text::Paragraph> Typesetter::shape(const TextSpec& spec) {
  std::string key = key_of(spec);
  if (auto* known = paragraphs_.find(key)) return *known;
  const bool is_icon = spec.language == kIconFamily;
  const auto source = [&] {
    text::ParagraphSource out;
    out.direction = !is_icon && is_rtl(spec.language) ? text::Direction::kRightToLeft : text::Direction::kLeftToRight;
    const bool wide = spacing_ == TextSpacing::kWide && !is_icon;
    constexpr double kLetterEm = 0.12, kWordEm = 0.16;  // WCAG 1.4.12
    for (const bool bold : {false, true, false, true, false})
      out.styles.push_back({stack(spec.language, bold), static_cast<double>(spec.size_px),
                            is_icon ? std::string("en") : i18n::normalise_tag(spec.language),
                            wide ? kLetterEm * spec.size_px : 0, wide ? kWordEm * spec.size_px : 0});
    for (const content::TextRun& run : spec.runs) {
      const std::string_view isolate = isolate_of(run.kind);
      const auto start = static_cast<std::uint32_t>(out.text.size());
      out.text += isolate;
      out.text += run.text;
      if (!isolate.empty()) out.text += kPopIsolate;
      if (const std::uint16_t style = style_of(run, spec.bold); style != kPlain)
        out.spans.push_back({start, static_cast<std::uint32_t>(out.text.size()), style});
    }
    return out;
  };
  auto paragraph = text::Paragraph::create(source());
  if (!paragraph) {
    log_once("a text is over the limits of the text engine and is cut: " + paragraph.error().message);
    text::ParagraphSource cut = source();
    constexpr std::size_t kShown = 200;
    std::string head;
    for (std::size_t i = 0; i < cut.text.size() && i < kShown;) {
      const Decoded d = decode_utf8(cut.text, i);
      if (d.character >= 0x20 && d.character < 0x300) append_utf8(head, d.character);
      i += d.length;
    }
    cut.text = head.empty() ? "?" : head;
    cut.spans.clear();
    paragraph = text::Paragraph::create(std::move(cut));
    if (!paragraph)
      paragraph =
          text::Paragraph::create({"?", text::Direction::kLeftToRight, source().styles, {}, text::BreakRules::kHouse});
  }
  KIOSK_CHECK(paragraph.has_value());
  return paragraphs_.put(std::move(key), std::make_shared<const text::Paragraph>(std::move(*paragraph)));
}

std::shared_ptr<const TextBlock> Typesetter::set(const TextSpec& spec, int width_px) {
  const double line_height = line_height_of(spec);
  std::string key = key_of(spec) + '\x1f' + std::to_string(width_px) + '/' +
                    std::to_string(std::lround(line_height * 1000)) +
                    (spec.long_words == text::LongWords::kOverflow ? 'o' : 'b');
  if (auto* known = blocks_.find(key)) return *known;
  auto block = std::make_shared<TextBlock>();
  block->paragraph = shape(spec);
  block->text = block->paragraph->text();
  block->size_px = spec.size_px;
  block->rtl = block->paragraph->direction() == text::Direction::kRightToLeft;
  block->lines =
      std::make_shared<const std::vector<text::Line>>(block->paragraph->break_lines(width_px, spec.long_words));
  // Other breaks may bring other ink to the edges, so the room for it is sought in a few rounds.
  constexpr double kUnseen = 0.05;  // em: side bearings that lean out by less are left alone
  constexpr int kRounds = 4;
  Overhang room;
  for (int round = 0; round < kRounds; ++round) {
    const Overhang needed = overhang_of(*block, width_px - room.start - room.end);
    const double unseen = kUnseen * spec.size_px;
    if (needed.start <= room.start + unseen && needed.end <= room.end + unseen) break;
    room = {std::max(room.start, needed.start), std::max(room.end, needed.end)};
    block->lines = std::make_shared<const std::vector<text::Line>>(
        block->paragraph->break_lines(width_px - room.start - room.end, spec.long_words));
  }
  block->inset = room.start;
  const int pitch = static_cast<int>(std::lround(line_height * spec.size_px));
  for (const text::Line& line : *block->lines) {
    const text::LineBox box = text::measure(line, *block->paragraph);
    const int ascent = static_cast<int>(std::ceil(box.ascent)), descent = static_cast<int>(std::ceil(box.descent));
    const int height = std::max(pitch, ascent + descent);
    block->baselines.push_back(block->height + (height - ascent - descent) / 2 + ascent);
    block->height += height;
    block->width = std::max(block->width, line.width);
    block->notdef += box.notdef;
    block->boxes.push_back(box);
  }
  return blocks_.put(std::move(key), std::move(block));
}

std::shared_ptr<const TextBlock> Typesetter::icon(const std::string& name, int size_px) {
  TextSpec spec = plain_text(name, kIconFamily, size_px);
  spec.line_height = 1;
  spec.long_words = text::LongWords::kOverflow;
  return set(spec, size_px);
}

int Typesetter::longest_word(const TextSpec& spec) { return static_cast<int>(std::ceil(shape(spec)->longest_word())); }

std::vector<std::string> Typesetter::missing_fonts() {
  std::vector<std::string> missing;
  for (const content::FontFamily& family : manifest_.fonts)
    for (const std::string& name : {family.regular, family.bold}) {
      if (name.empty()) continue;
      const auto found = library_.face(name);
      if (found) continue;
      std::string fault = found.error().message + "; install the package " + family.package;
      // Families that share a file miss it together.
      if (std::find(missing.begin(), missing.end(), fault) == missing.end()) missing.push_back(std::move(fault));
    }
  return missing;
}

}  // namespace kiosk::ui
