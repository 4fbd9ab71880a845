// What drawing costs: one glyph, a cold page (nothing rastered yet), a warm page, and opening a font.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "sdl/painter.h"
#include "text/paragraph.h"

namespace {

using namespace kiosk;

constexpr Size kScreen{1920, 1080};
constexpr double kSizePx = 41;

struct Sample {
  const char* language;
  const char* font;
  const char* text;
  text::Direction direction;
};

const Sample kSamples[] = {
    {"sv", "NotoSans-Regular.ttf",
     "Ring 1177 om du behöver råd. Det är öppet dygnet runt och du kan få hjälp på flera språk. ",
     text::Direction::kLeftToRight},
    {"ar", "NotoSansArabic-Regular.ttf",
     "اتصل بالرقم إذا كنت بحاجة إلى مشورة. الخدمة مفتوحة على مدار الساعة ويمكنك الحصول على المساعدة. ",
     text::Direction::kRightToLeft},
    {"ur", "NotoNastaliqUrdu-Regular.ttf",
     "اگر آپ کو مشورے کی ضرورت ہو تو فون کریں۔ یہ چوبیس گھنٹے کھلا ہے اور آپ مدد حاصل کر سکتے ہیں۔ ",
     text::Direction::kRightToLeft},
    {"zh-Hans", "NotoSansCJK-Regular.ttc#2",
     "如果您需要咨询请拨打电话全天二十四小时开放您可以用多种语言获得帮助图书馆欢迎所有人前来阅读学习和休息",
     text::Direction::kLeftToRight},
    {"km", "NotoSansKhmer-Regular.ttf", "សូមទូរស័ព្ទប្រសិនបើអ្នកត្រូវការដំបូន្មាន វាបើកម្ភៃបួនម៉ោង ហើយអ្នកអាចទទួលបានជំនួយ ",
     text::Direction::kLeftToRight},
};

struct FreeSurface {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
struct DestroyRenderer {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};

struct OffScreen {
  std::unique_ptr<SDL_Surface, FreeSurface> surface{
      SDL_CreateRGBSurfaceWithFormat(0, kScreen.w, kScreen.h, 32, SDL_PIXELFORMAT_RGB888)};
  std::unique_ptr<SDL_Renderer, DestroyRenderer> renderer{SDL_CreateSoftwareRenderer(surface.get())};
};

// A full page of the sample's sentences, as lines of a list.
class Page {
 public:
  explicit Page(const Sample& sample) {
    fonts_ = std::make_unique<text::FontStack>(std::vector{library_.face(sample.font).value()});
    text::ParagraphSource source;
    for (int i = 0; i < 12; ++i) source.text += sample.text;
    source.direction = sample.direction;
    source.styles = {{fonts_.get(), kSizePx, sample.language}};
    const auto paragraph = std::make_shared<const text::Paragraph>(text::Paragraph::create(std::move(source)).value());
    const auto lines = std::make_shared<const std::vector<text::Line>>(paragraph->break_lines(1500));
    list_.background = {250, 250, 245, 255};
    for (std::size_t i = 0; i < lines->size() && i < 14; ++i) {
      glyphs_ += (*lines)[i].glyphs.size();
      list_.items.push_back(ui::TextLine{paragraph, lines, i, 80, 80 + 72 * static_cast<int>(i), {{20, 20, 20, 255}}});
    }
    for (int i = 0; i < 6; ++i)
      list_.items.push_back(ui::Frame{{40, 40 + 160 * i, 1840, 140}, {0, 80, 140, 255}, 3, 16});
  }
  const ui::DisplayList& list() const { return list_; }
  std::size_t glyphs() const { return glyphs_; }

 private:
  text::FontLibrary library_;
  std::unique_ptr<text::FontStack> fonts_;
  ui::DisplayList list_;
  std::size_t glyphs_ = 0;
};

void label(benchmark::State& state, const Sample& sample, const Page& page, const sdl::Painter& painter) {
  state.SetLabel(std::string(sample.language) + ", " + std::to_string(page.glyphs()) + " glyphs, " +
                 std::to_string(painter.atlas().size()) + " sprites, " + std::to_string(painter.atlas().bytes() >> 10) +
                 " KiB");
}

void cold_page(benchmark::State& state) {
  const Sample& sample = kSamples[state.range(0)];
  const Page page(sample);
  OffScreen screen;
  sdl::Painter painter(*screen.renderer);
  painter.prepare(page.list(), kScreen);  // opens the font
  for (auto _ : state) {
    state.PauseTiming();
    painter.forget_textures();
    state.ResumeTiming();
    painter.paint(page.list(), kScreen);
  }
  label(state, sample, page, painter);
}
BENCHMARK(cold_page)->DenseRange(0, std::size(kSamples) - 1)->Unit(benchmark::kMillisecond);

void warm_page(benchmark::State& state) {
  const Sample& sample = kSamples[state.range(0)];
  const Page page(sample);
  OffScreen screen;
  sdl::Painter painter(*screen.renderer);
  painter.paint(page.list(), kScreen);
  for (auto _ : state) painter.paint(page.list(), kScreen);
  label(state, sample, page, painter);
}
BENCHMARK(warm_page)->DenseRange(0, std::size(kSamples) - 1)->Unit(benchmark::kMillisecond);

void glyph_at_phase(benchmark::State& state) {
  text::FontLibrary library;
  sdl::RasterFonts fonts;
  sdl::RasterFont& font = *fonts.of(*library.face("NotoSans-Regular.ttf").value()).font;
  const auto size = static_cast<sdl::SizeUnits>(kSizePx * sdl::kSizeUnitsPerPx);
  std::uint32_t gid = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(font.coverage(3 + gid++ % 600, size, static_cast<int>(state.range(0))));
  }
}
BENCHMARK(glyph_at_phase)->DenseRange(0, 1)->Unit(benchmark::kMicrosecond);

void open_font(benchmark::State& state) {
  text::FontLibrary library;
  const text::Face& face = *library.face(kSamples[state.range(0)].font).value();
  TTF_Init();
  for (auto _ : state) {
    sdl::RasterFonts fonts;
    benchmark::DoNotOptimize(fonts.of(face).font.get());
  }
  TTF_Quit();
  state.SetLabel(kSamples[state.range(0)].font);
}
BENCHMARK(open_font)->DenseRange(0, std::size(kSamples) - 1)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
