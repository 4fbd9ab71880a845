#include "texts.h"

#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "base/file.h"
#include "support/hostile_text.h"

namespace kiosk::bench {

const std::vector<BenchText>& bench_texts() {
  using enum text::Direction;
  static const std::vector<BenchText> texts = {
      {"latin", "swe", "sv", kLeftToRight, "NotoSans-Regular.ttf", "Noto Sans"},
      {"arabic", "arb", "ar", kRightToLeft, "NotoNaskhArabic-Regular.ttf", "Noto Naskh Arabic"},
      {"nastaliq", "urd", "ur", kRightToLeft, "NotoNastaliqUrdu-Regular.ttf", "Noto Nastaliq Urdu"},
      {"devanagari", "hin", "hi", kLeftToRight, "NotoSansDevanagari-Regular.ttf", "Noto Sans Devanagari"},
      {"thai", "tha", "th", kLeftToRight, "NotoSansThai-Regular.ttf", "Noto Sans Thai"},
      {"ethiopic", "amh", "am", kLeftToRight, "NotoSansEthiopic-Regular.ttf", "Noto Sans Ethiopic"},
      {"han", "cmn_hans", "zh-Hans", kLeftToRight, "NotoSansCJK-Regular.ttc#2", "Noto Sans CJK SC"},
      {"hostile", nullptr, "sv", kLeftToRight, "NotoSans-Regular.ttf", "Noto Sans", 10'000},
      {"hostile-part", nullptr, "sv", kLeftToRight, "NotoSans-Regular.ttf", "Noto Sans", 2'000}};
  return texts;
}

std::vector<std::string> fonts_of(const BenchText& text) {
  if (text.file) return {text.font, "NotoSans-Regular.ttf"};
  return {"NotoSans-Regular.ttf",           "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf",
          "NotoSansDevanagari-Regular.ttf", "NotoSansThai-Regular.ttf",   "NotoSansKhmer-Regular.ttf",
          "NotoSansCJK-Regular.ttc#0"};
}

static std::vector<std::string> hostile_paragraphs(std::uint32_t count) {
  std::vector<std::string> paragraphs;
  for (std::uint32_t seed = 0; seed < count; ++seed) {
    paragraphs.push_back(test::HostileText(seed).make());
  }
  return paragraphs;
}

std::vector<std::string> paragraphs_of(const BenchText& text, const std::string& folder) {
  if (!text.file) return hostile_paragraphs(text.made);
  const auto bytes = read_file(folder + "/" + text.file + ".txt");
  if (!bytes) {
    std::fprintf(stderr, "%s\n", bytes.error().message.c_str());
    std::exit(2);
  }
  std::vector<std::string> paragraphs;
  std::istringstream stream(*bytes);
  for (std::string line; std::getline(stream, line);)
    if (!line.empty()) paragraphs.push_back(line);
  return paragraphs;
}

}  // namespace kiosk::bench
