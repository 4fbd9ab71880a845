// Text with a language and a style -> measured lines, ready to place. Chooses the language's fonts, isolates inserted
// facts (UAX 9; REQUIREMENTS H8), remembers what it has set. The only caller of text/ in the user interface.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/lru_cache.h"
#include "base/result.h"
#include "content/tree.h"
#include "text/font_library.h"
#include "text/paragraph.h"
#include "ui/state.h"

namespace kiosk::ui {

// The styles of a paragraph: colours are given in this order when it is drawn.
enum StyleIndex : std::uint16_t { kPlain = 0, kBold = 1, kLink = 2, kBoldLink = 3, kTerm = 4 };

struct TextSpec {
  std::vector<content::TextRun> runs;
  std::string language;
  int size_px = 16;
  bool bold = false;       // all of it; a run's own `bold` is in addition
  double line_height = 0;  // em from line to line; 0 = the language's own. Never less than fonts and ink need.
  text::LongWords long_words = text::LongWords::kBreakAnywhere;
};

TextSpec plain_text(std::string text, std::string language, int size_px, bool bold = false);

// Lines set at a width. y from the block's top, px. Placed by Composer.
struct TextBlock {
  std::shared_ptr<const text::Paragraph> paragraph;
  std::shared_ptr<const std::vector<text::Line>> lines;
  std::vector<text::LineBox> boxes;  // one for each line
  std::vector<int> baselines;
  std::string text;  // as drawn, logical order, with isolates
  int size_px = 0;
  int height = 0;
  double width = 0;  // of the longest line
  double inset = 0;  // room left at the start edge for ink that leans out of its advance (Nastaliq)
  int notdef = 0;
  bool rtl = false;

  // Where a line's pen starts inside a box of this width: lines start at the paragraph's own start edge.
  double pen_x(std::size_t line, double box_width) const;
  // Bounds of the drawn ink relative to a box of this width, y from the block's top; empty rectangle without ink.
  Rect ink(double box_width) const;
  // Bounds of what has this style (links), one rectangle for each line that has some.
  std::vector<Rect> rects_of(std::uint16_t style, double box_width) const;
  // The same, one for each unbroken stretch of a line.
  std::vector<Rect> stretches_of(std::uint16_t style, double box_width) const;
};

class Typesetter {
 public:
  // Opens no font yet. The manifest and the library outlive the typesetter.
  Typesetter(const content::Manifest& manifest, text::FontLibrary& library);

  // How much room the texts have that are set from now on; pictograms stay as they are.
  void use_spacing(TextSpacing spacing) { spacing_ = spacing; }

  // A text over the engine's limits is shown as its first characters, logged once: never a blank screen.
  std::shared_ptr<const TextBlock> set(const TextSpec& spec, int width_px);
  // A pictogram of the icon font, by its ligature's name ("home"), in a square of this side.
  std::shared_ptr<const TextBlock> icon(const std::string& name, int size_px);
  // The narrowest width without a broken word.
  int longest_word(const TextSpec& spec);

  const content::Language& language(std::string_view tag) const;  // the first language when unknown
  bool is_rtl(std::string_view tag) const;

  // Every font file that the manifest names and that is missing, with the package that has it. Opens all: for --check.
  std::vector<std::string> missing_fonts();

 private:
  const text::FontStack* stack(std::string_view language, bool bold);
  const text::Face* face(const content::FontFamily& family, bool bold);
  std::shared_ptr<const text::Paragraph> shape(const TextSpec& spec);

  std::string key_of(const TextSpec& spec) const;
  double line_height_of(const TextSpec& spec) const;  // em

  const content::Manifest& manifest_;
  text::FontLibrary& library_;
  std::map<std::string, std::unique_ptr<text::FontStack>, std::less<>> stacks_;
  TextSpacing spacing_ = TextSpacing::kNormal;
  LruCache<std::string, std::shared_ptr<const text::Paragraph>> paragraphs_;
  LruCache<std::string, std::shared_ptr<const TextBlock>> blocks_;
};

}  // namespace kiosk::ui
