#include <pango/pangoft2.h>

#include "contender.h"

namespace kiosk::bench {

namespace {

class Pango final : public Contender {
 public:
  Pango(const BenchText& text, const std::vector<std::string>& paragraphs)
      : paragraphs_(paragraphs), map_(pango_ft2_font_map_new()), context_(pango_font_map_create_context(map_)) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, text.pango_family);
    pango_font_description_set_absolute_size(font, kSizePx * PANGO_SCALE);
    pango_context_set_font_description(context_, font);
    pango_font_description_free(font);
    pango_context_set_language(context_, pango_language_from_string(text.language));
    pango_context_set_base_dir(
        context_, text.direction == text::Direction::kRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  }
  ~Pango() override {
    g_object_unref(context_);
    g_object_unref(map_);
  }

  void pass() override {
    for (const std::string& paragraph : paragraphs_) {
      PangoLayout* layout = pango_layout_new(context_);
      pango_layout_set_auto_dir(layout, FALSE);
      pango_layout_set_width(layout, static_cast<int>(kWidthPx * PANGO_SCALE));
      pango_layout_set_text(layout, paragraph.data(), static_cast<int>(paragraph.size()));
      PangoRectangle extents;
      pango_layout_get_extents(layout, nullptr, &extents);
      g_object_unref(layout);
    }
  }

 private:
  const std::vector<std::string>& paragraphs_;
  PangoFontMap* map_;
  PangoContext* context_;
};

}  // namespace

std::unique_ptr<Contender> make_pango(const BenchText& text, const std::vector<std::string>& paragraphs) {
  return std::make_unique<Pango>(text, paragraphs);
}

}  // namespace kiosk::bench
