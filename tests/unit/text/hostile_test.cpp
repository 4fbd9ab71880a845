// Ten thousand hostile texts: what the gate admits is laid out, and everything that holds of a layout holds.
#include <gtest/gtest.h>

#include "../../support/hostile_text.h"
#include "../../support/layout_invariants.h"
#include "text_fixture.h"

namespace kiosk::text {
namespace {

const std::vector<std::string> kFonts = {"NotoSans-Regular.ttf",           "NotoNastaliqUrdu-Regular.ttf",
                                         "NotoSansArabic-Regular.ttf",     "NotoSansHebrew-Regular.ttf",
                                         "NotoSansDevanagari-Regular.ttf", "NotoSansThai-Regular.ttf",
                                         "NotoSansKhmer-Regular.ttf",      "NotoSansCJK-Regular.ttc#0"};

TEST(HostileTexts, AreRefusedOrLaidOut) {
  int admitted = 0, refused = 0;
  for (std::uint32_t seed = 0; seed < 10000; ++seed) {
    ParagraphSource source = source_of(test::HostileText(seed).make(), kFonts, seed % 3 ? "sv" : "ja",
                                       seed % 2 ? Direction::kLeftToRight : Direction::kRightToLeft);
    if (seed % 5 == 0) source.rules = BreakRules::kHouse;
    const auto paragraph = Paragraph::create(std::move(source));
    if (!paragraph) {
      ++refused;
      continue;
    }
    ++admitted;
    test::check_layout(*paragraph, seed % 700);
  }
  EXPECT_GT(admitted, 4000);
  EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace kiosk::text
