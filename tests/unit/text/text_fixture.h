// Fonts and short ways to lay out a text, for the tests of the text room.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "text/font_library.h"
#include "text/paragraph.h"

namespace kiosk::text {

// Faces by file name, opened once for all tests of the program.
inline const Face* test_face(const std::string& name) {
  static FontLibrary library;
  const auto face = library.face(name);
  if (!face) ADD_FAILURE() << face.error().message;
  return face.value_or(nullptr);
}

inline const FontStack* test_stack(const std::vector<std::string>& names) {
  static std::map<std::vector<std::string>, std::unique_ptr<FontStack>> stacks;
  std::unique_ptr<FontStack>& stack = stacks[names];
  if (!stack) {
    std::vector<const Face*> faces;
    for (const std::string& name : names) faces.push_back(test_face(name));
    stack = std::make_unique<FontStack>(std::move(faces));
  }
  return stack.get();
}

inline ParagraphSource source_of(std::string text, const std::vector<std::string>& fonts, std::string language,
                                 Direction direction = Direction::kLeftToRight) {
  ParagraphSource source;
  source.text = std::move(text);
  source.direction = direction;
  source.styles = {{test_stack(fonts), 32, std::move(language)}};
  source.rules = BreakRules::kPlain;
  return source;
}

inline Paragraph laid_out(ParagraphSource source) {
  auto paragraph = Paragraph::create(std::move(source));
  if (!paragraph) {
    ADD_FAILURE() << paragraph.error().message;
    std::abort();
  }
  return std::move(*paragraph);
}

inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

// The texts of the lines.
inline std::vector<std::string> line_texts(const Paragraph& paragraph, const std::vector<Line>& lines) {
  std::vector<std::string> texts;
  for (const Line& line : lines) texts.push_back(paragraph.text().substr(line.start, line.end - line.start));
  return texts;
}

inline std::vector<std::int32_t> glyph_ids(const Line& line) {
  std::vector<std::int32_t> ids;
  for (const Glyph& glyph : line.glyphs) ids.push_back(glyph.gid);
  return ids;
}

}  // namespace kiosk::text
