// Display lists for tests, and questions about the picture that came of them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "text/paragraph.h"
#include "ui/display_list.h"

namespace kiosk::sdl {

constexpr ui::Color kWhite{255, 255, 255, 255}, kBlack{0, 0, 0, 255}, kRed{200, 0, 0, 255}, kBlue{0, 0, 200, 255};

struct Picture {
  Size size;
  std::vector<std::uint32_t> pixels;

  std::uint32_t at(int x, int y) const { return pixels[std::size_t(y) * std::size_t(size.w) + std::size_t(x)]; }
  // The smallest rectangle round all pixels that are not `background`.
  Rect ink(std::uint32_t background = 0xFFFFFFFF) const {
    Rect all;
    for (int y = 0; y < size.h; ++y) {
      for (int x = 0; x < size.w; ++x) {
        if (at(x, y) != background) all = unite(all, {x, y, 1, 1});
      }
    }
    return all;
  }
};

// Fonts and stacks that live as long as the test.
class Typesetter {
 public:
  const text::FontStack& stack(const std::vector<std::string>& names) {
    std::vector<const text::Face*> faces;
    for (const std::string& name : names) faces.push_back(library_.face(name).value());
    stacks_.push_back(std::make_unique<text::FontStack>(faces));
    return *stacks_.back();
  }

  // The first line of the text at (x, y), not wrapped.
  ui::TextLine line(const std::string& text, const std::vector<std::string>& fonts, double size_px, double x, int y,
                    text::Direction direction = text::Direction::kLeftToRight, const std::string& language = "sv") {
    text::ParagraphSource source;
    source.text = text;
    source.direction = direction;
    source.styles = {{&stack(fonts), size_px, language}};
    auto paragraph = std::make_shared<const text::Paragraph>(text::Paragraph::create(std::move(source)).value());
    auto lines = std::make_shared<const std::vector<text::Line>>(paragraph->break_lines(1e5));
    return {paragraph, lines, 0, x, y, {kBlack}};
  }

 private:
  text::FontLibrary library_;
  std::vector<std::unique_ptr<text::FontStack>> stacks_;
};

}  // namespace kiosk::sdl
