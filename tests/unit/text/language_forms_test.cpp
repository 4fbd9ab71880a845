// A language's own letter forms (OpenType locl): the glyphs differ from those of another language of the script.
#include <gtest/gtest.h>

#include <ostream>

#include "text_fixture.h"

namespace kiosk::text {
namespace {

struct Forms {
  const char* name;
  const char* font;
  const char* text;
  const char* language;
  const char* other;
  Direction direction = Direction::kLeftToRight;
};

void PrintTo(const Forms& forms, std::ostream* out) { *out << forms.name; }

std::vector<std::int32_t> ids_in(const Forms& forms, const char* language) {
  const Paragraph paragraph = laid_out(source_of(forms.text, {forms.font}, language, forms.direction));
  return glyph_ids(paragraph.break_lines(kNoLimit)[0]);
}

class LanguageForms : public testing::TestWithParam<Forms> {};

TEST_P(LanguageForms, DifferFromTheDefault) {
  const Forms& forms = GetParam();
  EXPECT_NE(ids_in(forms, forms.language), ids_in(forms, forms.other));
}

INSTANTIATE_TEST_SUITE_P(
    All, LanguageForms,
    testing::Values(Forms{"SerbianBe", "NotoSans-Regular.ttf", "б", "sr", "ru"},
                    Forms{"SerbianItalics", "NotoSans-Italic.ttf", "бгдпт", "sr", "ru"},
                    Forms{"MacedonianBe", "NotoSans-Regular.ttf", "б", "mk", "ru"},
                    Forms{"MarathiShaAndLa", "NotoSansDevanagari-Regular.ttf", "शल", "mr", "hi"},
                    Forms{"NepaliJhaAndDigits", "NotoSansDevanagari-Regular.ttf", "झ५८", "ne", "hi"},
                    Forms{"UrduDigits", "NotoSansArabic-Regular.ttf", "۴۶۷", "ur", "fa", Direction::kRightToLeft},
                    Forms{"PersianDigitsInNastaliq", "NotoNastaliqUrdu-Regular.ttf", "۴۶۷", "fa", "ur",
                          Direction::kRightToLeft},
                    Forms{"RomanianCedilla", "NotoSans-Regular.ttf", "şţ", "ro", "tr"},
                    Forms{"CatalanPunt", "NotoSans-Regular.ttf", "L·L", "ca", "de"},
                    Forms{"ChineseBone", "NotoSansCJK-Regular.ttc#0", "骨直", "zh-Hans", "ja"}),
    [](const auto& named) { return named.param.name; });

TEST(LanguageFormsOfFaces, ACollectionsFaceDecidesTheFormsOfItsRegion) {
  const auto id = [](const char* font) {
    return laid_out(source_of("骨", {font}, "en")).break_lines(kNoLimit)[0].glyphs[0].gid;
  };
  EXPECT_NE(id("NotoSansCJK-Regular.ttc#0"), id("NotoSansCJK-Regular.ttc#2"));
}

TEST(LanguageFormsOfSpans, ASpansLanguageShapesItsText) {
  ParagraphSource source = source_of("бб", {"NotoSans-Regular.ttf"}, "ru");
  source.styles.push_back(source.styles[0]);
  source.styles[1].language = "sr";
  source.spans = {{2, 4, 1}};
  const Line line = laid_out(std::move(source)).break_lines(kNoLimit)[0];
  EXPECT_NE(line.glyphs[0].gid, line.glyphs[1].gid);
}

}  // namespace
}  // namespace kiosk::text
