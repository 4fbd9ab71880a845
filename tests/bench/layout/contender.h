// One way to lay the texts out. prepare() may do what a warm process has behind it; pass() is what is measured.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "text/font_library.h"
#include "texts.h"

namespace kiosk::bench {

class Contender {
 public:
  virtual ~Contender() = default;
  virtual void before_pass() {}
  virtual void pass() = 0;
};

// ICU bidi, ICU line breaks and hb_shape on the same runs, or hb_shape alone; nothing else, and nothing is kept.
enum class FloorParts { kAll, kShapeAlone };
std::unique_ptr<Contender> make_floor(const BenchText& text, const std::vector<std::string>& paragraphs,
                                      const text::FontStack& fonts, FloorParts parts);
std::unique_ptr<Contender> make_pango(const BenchText& text, const std::vector<std::string>& paragraphs);

}  // namespace kiosk::bench
