// Texts that break text engines, made from a seed: Zalgo, endless words, deep isolates and brackets, lone surrogates,
// coeng chains, fifty scripts in a line, everything mixed.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "base/utf8.h"

namespace kiosk::test {

class HostileText {
 public:
  explicit HostileText(std::uint32_t seed) : random_(seed) {}

  std::string make() {
    std::string text;
    const int parts = 1 + pick(6);
    for (int i = 0; i < parts; ++i) add_part(text);
    return text;
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<std::uint32_t>(below)); }
  char32_t between(char32_t first, char32_t last) {
    return first + static_cast<char32_t>(pick(static_cast<int>(last - first + 1)));
  }

  void add_part(std::string& text) {
    switch (pick(14)) {
      case 0:
        return zalgo(text);
      case 1:
        return repeat(text, between('a', 'z'), 1 + pick(400));
      case 2:
        return nest(text, 0x2066, 0x2069, 1 + pick(150));
      case 3:
        return nest(text, 0x202A + static_cast<char32_t>(pick(5)), 0x202C, 1 + pick(150));
      case 4:
        return nest(text, '(', ')', 1 + pick(120));
      case 5:
        return coengs(text);
      case 6:
        return surrogates(text);
      case 7:
        return scripts(text);
      case 8:
        return anything(text);
      case 9:
        return joined_emoji(text);
      case 10:
        return words(text);
      case 11:
        return repeat(text, ' ', 1 + pick(300));
      case 12:
        return bytes(text);
      default:
        return repeat(text, separators[static_cast<std::size_t>(pick(9))], 1 + pick(9));
    }
  }

  void zalgo(std::string& text) {
    for (int i = 1 + pick(40); i > 0; --i) {
      append_utf8(text, between('a', 'z'));
      for (int marks = pick(11); marks > 0; --marks) append_utf8(text, between(0x300, 0x36F));
    }
  }
  void repeat(std::string& text, char32_t character, int times) {
    for (int i = 0; i < times; ++i) append_utf8(text, character);
  }
  void nest(std::string& text, char32_t open, char32_t close, int depth) {
    repeat(text, open, depth);
    words(text);
    repeat(text, close, pick(depth + 1));
  }
  void coengs(std::string& text) {
    for (int i = 1 + pick(20); i > 0; --i) {
      append_utf8(text, between(0x1780, 0x17A2));
      for (int n = pick(10); n > 0; --n) {
        append_utf8(text, 0x17D2);
        append_utf8(text, between(0x1780, 0x17A2));
      }
    }
  }
  void surrogates(std::string& text) {
    for (int i = 1 + pick(5); i > 0; --i) {
      text += '\xED';
      text += static_cast<char>(0xA0 + pick(32));
      text += static_cast<char>(0x80 + pick(64));
    }
  }
  void scripts(std::string& text) {
    static constexpr char32_t kStarts[] = {
        0x41,   0x391,  0x410,  0x531,  0x5D0,  0x627,  0x710,  0x780,  0x7CA,  0x905,  0x985,   0xA05,   0xA85,
        0xB05,  0xB85,  0xC05,  0xC85,  0xD05,  0xD85,  0xE01,  0xE81,  0xF40,  0x1000, 0x10D0,  0x1100,  0x1200,
        0x13A0, 0x1401, 0x1681, 0x16A0, 0x1700, 0x1780, 0x1820, 0x1900, 0x1950, 0x1A00, 0x1B05,  0x1B83,  0x1C00,
        0x1C50, 0x2C00, 0x2C80, 0x2D30, 0x3041, 0x30A1, 0x3105, 0x4E00, 0xA000, 0xAC00, 0x10300, 0x1E900, 0x1F600};
    for (int i = 0; i < 50; ++i) {
      append_utf8(text, kStarts[static_cast<std::size_t>(pick(52))] + static_cast<char32_t>(pick(8)));
      if (pick(4) == 0) text += ' ';
    }
  }
  void anything(std::string& text) {
    for (int i = 1 + pick(60); i > 0; --i) {
      const char32_t character = pick(3) ? between(0, 0x2FFF) : between(0, 0x10FFFF);
      append_utf8(text, character >= 0xD800 && character < 0xE000 ? 0xFFFD : character);
    }
  }
  void joined_emoji(std::string& text) {
    for (int i = 1 + pick(40); i > 0; --i) {
      append_utf8(text, between(0x1F300, 0x1F6FF));
      append_utf8(text, pick(3) ? 0x200D : between(0x1F1E6, 0x1F1FF));
    }
  }
  void words(std::string& text) {
    static constexpr char32_t kLetters[] = {'a', 0x5D0, 0x627, 0x915, 0xE01, 0x4E00, 0x661, '1', 0x644, 0x6AF};
    for (int i = 1 + pick(30); i > 0; --i) {
      for (int n = 1 + pick(8); n > 0; --n)
        append_utf8(text, kLetters[static_cast<std::size_t>(pick(10))] + static_cast<char32_t>(pick(6)));
      text += ' ';
    }
  }
  void bytes(std::string& text) {
    for (int i = 1 + pick(30); i > 0; --i) text += static_cast<char>(pick(256));
  }

  static constexpr char32_t separators[] = {'\r', '\t', 0x2028, 0x2029, 0x85, 0x200B, 0x200C, 0x200D, 0xAD};
  std::mt19937 random_;
};

}  // namespace kiosk::test
