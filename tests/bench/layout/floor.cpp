#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>

#include "contender.h"
#include "text/paragraph.h"

namespace kiosk::bench {

namespace {

struct ShapeCall {
  unsigned start, length;  // UTF-16 units
  hb_direction_t direction;
  hb_script_t script;
  hb_font_t* font;
};

struct Job {
  icu::UnicodeString units;
  std::vector<ShapeCall> calls;
};

class Floor final : public Contender {
 public:
  Floor(const BenchText& text, const std::vector<std::string>& paragraphs, const text::FontStack& fonts,
        FloorParts parts)
      : parts_(parts),
        rtl_(text.direction == text::Direction::kRightToLeft),
        language_(hb_language_from_string(text.language, -1)),
        buffer_(hb_buffer_create()),
        bidi_(ubidi_open()) {
    UErrorCode error = U_ZERO_ERROR;
    breaks_ = ubrk_open(UBRK_LINE, text.language, nullptr, 0, &error);
    for (const std::string& paragraph : paragraphs) jobs_.push_back(job_of(text, paragraph, fonts));
  }
  ~Floor() override {
    ubrk_close(breaks_);
    ubidi_close(bidi_);
    hb_buffer_destroy(buffer_);
  }

  void pass() override {
    for (const Job& job : jobs_) {
      if (parts_ == FloorParts::kAll) order_and_break(job);
      for (const ShapeCall& call : job.calls) {
        hb_buffer_clear_contents(buffer_);
        hb_buffer_add_utf16(buffer_, reinterpret_cast<const std::uint16_t*>(job.units.getBuffer()), job.units.length(),
                            call.start, static_cast<int>(call.length));
        hb_buffer_set_direction(buffer_, call.direction);
        hb_buffer_set_script(buffer_, call.script);
        hb_buffer_set_language(buffer_, language_);
        hb_shape(call.font, buffer_, nullptr, 0);
      }
    }
  }

 private:
  void order_and_break(const Job& job) {
    UErrorCode error = U_ZERO_ERROR;
    ubidi_setPara(bidi_, job.units.getBuffer(), job.units.length(), rtl_ ? 1 : 0, nullptr, &error);
    ubidi_getLevels(bidi_, &error);
    ubrk_setText(breaks_, job.units.getBuffer(), job.units.length(), &error);
    while (ubrk_next(breaks_) != UBRK_DONE) {
    }
  }

  static Job job_of(const BenchText& text, const std::string& paragraph, const text::FontStack& fonts) {
    text::ParagraphSource source;
    source.text = paragraph;
    source.direction = text.direction;
    source.styles = {{&fonts, kSizePx, text.language}};
    const auto laid_out = text::Paragraph::create(std::move(source));
    Job job;
    if (!laid_out) return job;
    const std::string& admitted = laid_out->text();
    job.units = icu::UnicodeString::fromUTF8(admitted);
    const auto unit_at = [&](std::uint32_t byte) {
      return static_cast<unsigned>(icu::UnicodeString::fromUTF8(admitted.substr(0, byte)).length());
    };
    for (const text::Line& line : laid_out->break_lines(1e9))
      for (const text::Run& run : line.runs)
        job.calls.push_back({unit_at(run.start), unit_at(run.end) - unit_at(run.start),
                             run.level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR, hb_script_from_string(run.script, 4),
                             run.face->font(kSizePx)});
    return job;
  }

  FloorParts parts_;
  bool rtl_;
  hb_language_t language_;
  hb_buffer_t* buffer_;
  UBiDi* bidi_;
  UBreakIterator* breaks_ = nullptr;
  std::vector<Job> jobs_;
};

}  // namespace

std::unique_ptr<Contender> make_floor(const BenchText& text, const std::vector<std::string>& paragraphs,
                                      const text::FontStack& fonts, FloorParts parts) {
  return std::make_unique<Floor>(text, paragraphs, fonts, parts);
}

}  // namespace kiosk::bench
