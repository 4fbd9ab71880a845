// Any bytes as a paragraph: refused by the gate, or laid out so that everything that holds of a layout holds. The first
// three bytes choose language, direction, rules, width and a span.
#include <cstdint>

#include "support/layout_invariants.h"
#include "text/paragraph.h"

using namespace kiosk::text;

static const FontStack& fonts() {
  static FontLibrary library;
  static const FontStack stack = [] {
    std::vector<const Face*> faces;
    for (const char* name : {"NotoSans-Regular.ttf", "NotoNastaliqUrdu-Regular.ttf", "NotoSansArabic-Regular.ttf",
                             "NotoSansHebrew-Regular.ttf", "NotoSansDevanagari-Regular.ttf", "NotoSansThai-Regular.ttf",
                             "NotoSansKhmer-Regular.ttf", "NotoSansMyanmar-Regular.ttf", "NotoSansCJK-Regular.ttc#0",
                             "NotoColorEmoji.ttf"}) {
      const auto face = library.face(name);
      KIOSK_CHECK(face);
      faces.push_back(*face);
    }
    return FontStack(std::move(faces));
  }();
  return stack;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  static const char* const kLanguages[] = {"sv", "ar", "ur", "ja", "ko", "th", "km", "fa"};
  ParagraphSource source;
  source.text.assign(reinterpret_cast<const char*>(data) + 3, size - 3);
  source.direction = data[0] & 1 ? Direction::kRightToLeft : Direction::kLeftToRight;
  source.rules = data[0] & 2 ? BreakRules::kPlain : BreakRules::kHouse;
  source.styles = {{&fonts(), 32, kLanguages[data[0] >> 2 & 7]}, {&fonts(), 20, "en"}};
  const std::uint32_t border = data[2];
  source.spans = {{border / 2, border, 1}};
  const auto paragraph = Paragraph::create(std::move(source));
  if (paragraph) kiosk::test::check_layout(*paragraph, data[1] * 4.0);
  return 0;
}
