// Unicode's own test files through Paragraph, from Debian's unicode-data. What differs is listed, case by case with its
// rule, in conformance_deviations.txt; a case that is mended must leave the list.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "support/source_dir.h"
#include "text_fixture.h"

namespace kiosk::text {
namespace {

const std::string kUnicode = "/usr/share/unicode/";

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file.is_open()) << path;
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t\r") != std::string::npos) lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ';');) fields.push_back(field);
  return fields;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

char32_t character_of(const std::string& hexadecimal) {
  return static_cast<char32_t>(std::stoul(hexadecimal, nullptr, 16));
}

// "file<TAB>case<TAB>rule" rows of this file; the cases only.
std::set<std::string> listed_deviations(const std::string& file) {
  std::set<std::string> cases;
  for (const std::string& line : lines_of(test::source_dir() + "/tests/unit/text/conformance_deviations.txt")) {
    const std::size_t tab = line.find('\t'), second = line.find('\t', tab + 1);
    if (line.substr(0, tab) == file) cases.insert(line.substr(tab + 1, second - tab - 1));
  }
  return cases;
}

Paragraph paragraph_of(const std::string& text, Direction direction) {
  return laid_out(source_of(text, {"NotoSans-Regular.ttf"}, "en", direction));
}

// Levels by character, and the characters in visual order; lines stand one after the other.
struct Order {
  std::vector<int> levels;
  std::vector<std::size_t> visual;
};

Order order_of(const std::vector<char32_t>& characters, Direction direction) {
  std::string text;
  std::map<std::uint32_t, std::size_t> index;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    index[static_cast<std::uint32_t>(text.size())] = i;
    append_utf8(text, characters[i]);
  }
  const Paragraph paragraph = paragraph_of(text, direction);
  Order order;
  order.levels.resize(characters.size());
  for (const Line& line : paragraph.break_lines(kNoLimit)) {
    for (const Run& run : line.runs) {
      std::vector<std::size_t> inside;
      for (auto it = index.lower_bound(run.start); it != index.end() && it->first < run.end; ++it) {
        order.levels[it->second] = run.level;
        inside.push_back(it->second);
      }
      if (run.level & 1) std::reverse(inside.begin(), inside.end());
      order.visual.insert(order.visual.end(), inside.begin(), inside.end());
    }
  }
  return order;
}

// `expected` has "x" for characters that X9 removes.
bool same_levels(const Order& order, const std::vector<std::string>& expected) {
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (expected[i] != "x" && std::stoi(expected[i]) != order.levels[i]) return false;
  return true;
}

bool same_visual(const Order& order, const std::vector<std::string>& levels, const std::vector<std::string>& expected) {
  std::vector<std::string> kept;
  for (const std::size_t i : order.visual)
    if (levels[i] != "x") kept.push_back(std::to_string(i));
  return kept == expected;
}

// A paragraph separator ends a line, and lines are reordered one by one.
bool separated_inside(const std::vector<char32_t>& characters) {
  return std::find(characters.begin(), characters.end() - 1, U'\u2029') != characters.end() - 1;
}

TEST(Conformance, BidiCharacterTestHolds) {
  std::set<std::string> deviations;
  int count = 0;
  for (const std::string& line : lines_of(kUnicode + "BidiCharacterTest.txt")) {
    const auto fields = fields_of(line);
    std::vector<char32_t> characters;
    for (const std::string& word : words_of(fields[0])) characters.push_back(character_of(word));
    // Field 2 is the level that the paragraph has, also where the case leaves it to P2 and P3; ours is always given.
    const Direction direction = fields[2] == "1" ? Direction::kRightToLeft : Direction::kLeftToRight;
    const Order order = order_of(characters, direction);
    const auto levels = words_of(fields[3]);
    const bool visual = separated_inside(characters) || same_visual(order, levels, words_of(fields[4]));
    if (!same_levels(order, levels) || !visual) deviations.insert(fields[0] + ";" + fields[1]);
    ++count;
  }
  EXPECT_GT(count, 90000);
  EXPECT_EQ(deviations, listed_deviations("BidiCharacterTest"));
}

TEST(Conformance, BidiTestHolds) {
  const std::map<std::string, char32_t> examples = {
      {"L", 'a'},      {"R", 0x05D0},   {"AL", 0x0627},  {"EN", '1'},     {"ES", '+'},     {"ET", '$'},
      {"AN", 0x0661},  {"CS", ','},     {"NSM", 0x0300}, {"BN", 0x00AD},  {"B", 0x2029},   {"S", '\t'},
      {"WS", ' '},     {"ON", '!'},     {"LRE", 0x202A}, {"LRO", 0x202D}, {"RLE", 0x202B}, {"RLO", 0x202E},
      {"PDF", 0x202C}, {"LRI", 0x2066}, {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069}};
  std::set<std::string> deviations;
  std::vector<std::string> levels, visual;
  int count = 0;
  for (const std::string& line : lines_of(kUnicode + "BidiTest.txt")) {
    if (line.starts_with("@Levels:")) {
      levels = words_of(line.substr(8));
    } else if (line.starts_with("@Reorder:")) {
      visual = words_of(line.substr(9));
    } else {
      const auto fields = fields_of(line);
      std::vector<char32_t> characters;
      for (const std::string& word : words_of(fields[0])) characters.push_back(examples.at(word));
      const int directions = std::stoi(fields[1], nullptr, 16);
      for (const auto& [bit, direction] :
           {std::pair{2, Direction::kLeftToRight}, std::pair{4, Direction::kRightToLeft}}) {
        if (!(directions & bit)) continue;
        const Order order = order_of(characters, direction);
        const bool ordered = separated_inside(characters) || same_visual(order, levels, visual);
        if (!same_levels(order, levels) || !ordered) deviations.insert(fields[0] + ";" + std::to_string(bit));
        ++count;
      }
    }
  }
  EXPECT_GT(count, 500000);
  EXPECT_EQ(deviations, listed_deviations("BidiTest"));
}

struct BoundaryCase {
  std::string text;
  std::vector<std::uint32_t> boundaries;  // bytes, the end included, the start not
};

BoundaryCase boundary_case(const std::string& line) {
  BoundaryCase parsed;
  for (const std::string& word : words_of(line)) {
    if (word == "÷") {
      if (!parsed.text.empty()) parsed.boundaries.push_back(static_cast<std::uint32_t>(parsed.text.size()));
    } else if (word != "×") {
      append_utf8(parsed.text, character_of(word));
    }
  }
  return parsed;
}

std::vector<std::uint32_t> line_ends(const Paragraph& paragraph, LongWords long_words) {
  std::vector<std::uint32_t> ends;
  constexpr double kNothingFits = -1;
  for (const Line& line : paragraph.break_lines(kNothingFits, long_words)) ends.push_back(line.end);
  return ends;
}

TEST(Conformance, LineBreakTestHolds) {
  std::set<std::string> deviations;
  int count = 0;
  for (const std::string& line : lines_of(kUnicode + "auxiliary/LineBreakTest.txt")) {
    const BoundaryCase expected = boundary_case(line);
    const Paragraph paragraph = paragraph_of(expected.text, Direction::kLeftToRight);
    if (line_ends(paragraph, LongWords::kOverflow) != expected.boundaries)
      deviations.insert(line.substr(0, line.find_last_not_of(" \t") + 1));
    ++count;
  }
  EXPECT_GT(count, 7000);
  EXPECT_EQ(deviations, listed_deviations("LineBreakTest"));
}

TEST(Conformance, GraphemeBreakTestHolds) {
  std::set<std::string> deviations;
  int count = 0;
  for (const std::string& line : lines_of(kUnicode + "auxiliary/GraphemeBreakTest.txt")) {
    const BoundaryCase expected = boundary_case(line);
    const Paragraph paragraph = paragraph_of(expected.text, Direction::kLeftToRight);
    if (line_ends(paragraph, LongWords::kBreakAnywhere) != expected.boundaries)
      deviations.insert(line.substr(0, line.find_last_not_of(" \t") + 1));
    ++count;
  }
  EXPECT_GT(count, 600);
  EXPECT_EQ(deviations, listed_deviations("GraphemeBreakTest"));
}

TEST(Conformance, NoMoreThanSixtyDeviationsAreListed) {
  std::size_t listed = 0;
  for (const char* file : {"BidiTest", "BidiCharacterTest", "LineBreakTest", "GraphemeBreakTest"})
    listed += listed_deviations(file).size();
  EXPECT_LE(listed, 60u);
}

}  // namespace
}  // namespace kiosk::text
