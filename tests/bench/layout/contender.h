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

// ICU bidi, ICU line breaks and hb_shape on the same runs; nothing else, and nothing is kept.
std::unique_ptr<Contender> make_floor(const BenchText& text, const std::vector<std::string>& paragraphs,
                                      const text::FontStack& fonts);
std::unique_ptr<Contender> make_pango(const BenchText& text, const std::vector<std::string>& paragraphs);

}  // namespace kiosk::bench
