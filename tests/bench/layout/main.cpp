// bench_layout TEXTS SCRIPT CONTENDER [PASSES]: lays a text out PASSES times after one pass to warm up, and prints ns
// per character. Under callgrind (--instr-atstart=no) only the measured passes are counted. The contender `worst` is
// the paragraph that costs us most. bench.py runs all of it.
#include <valgrind/callgrind.h>

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

#include "base/utf8.h"
#include "contender.h"
#include "text/shape_cache.h"

namespace kiosk::bench {

namespace {

enum class Ours { kCold, kWarm, kRelayout };

Result<text::Paragraph> lay_out(const BenchText& text, const std::string& paragraph, const text::FontStack& fonts) {
  text::ParagraphSource source;
  source.text = paragraph;
  source.direction = text.direction;
  source.styles = {{&fonts, kSizePx, text.language}};
  source.rules = text::BreakRules::kPlain;
  return text::Paragraph::create(std::move(source));
}

// cold: the cache of shaped runs is empty. warm: it holds the text. relayout: a kept paragraph at a second width.
class Kiosk final : public Contender {
 public:
  Kiosk(const BenchText& text, const std::vector<std::string>& paragraphs, const text::FontStack& fonts, Ours way)
      : text_(text), paragraphs_(paragraphs), fonts_(fonts), way_(way) {
    if (way == Ours::kRelayout)
      for (const std::string& paragraph : paragraphs_)
        if (auto made = lay_out(text_, paragraph, fonts_)) kept_.push_back(std::move(*made));
  }

  void before_pass() override {
    if (way_ == Ours::kWarm) return;
    for (const text::Face* face : fonts_.faces()) face->shapes().clear();
  }

  void pass() override {
    constexpr double kOtherWidthPx = 650;
    if (way_ == Ours::kRelayout) {
      for (const text::Paragraph& paragraph : kept_) lines_ += paragraph.break_lines(kOtherWidthPx).size();
    } else {
      for (const std::string& paragraph : paragraphs_)
        if (const auto made = lay_out(text_, paragraph, fonts_)) lines_ += made->break_lines(kWidthPx).size();
    }
  }

 private:
  const BenchText& text_;
  const std::vector<std::string>& paragraphs_;
  const text::FontStack& fonts_;
  Ours way_;
  std::vector<text::Paragraph> kept_;
  std::size_t lines_ = 0;
};

// Of this thread: whoever else is on the machine costs us nothing.
double cpu_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

int print_worst(const BenchText& text, const std::vector<std::string>& paragraphs, const text::FontStack& fonts) {
  double worst_ms = 0;
  for (const std::string& paragraph : paragraphs) {
    const std::vector<std::string> alone{paragraph};
    Kiosk kiosk(text, alone, fonts, Ours::kCold);
    double best_ms = 1e9;
    for (int i = 0; i < 3; ++i) {
      kiosk.before_pass();
      const double start = cpu_ms();
      kiosk.pass();
      best_ms = std::min(best_ms, cpu_ms() - start);
    }
    worst_ms = std::max(worst_ms, best_ms);
  }
  std::printf("{\"script\":\"%s\",\"paragraphs\":%zu,\"worst_ms\":%.3f}\n", text.script, paragraphs.size(), worst_ms);
  return 0;
}

std::unique_ptr<Contender> make(const std::string& name, const BenchText& text,
                                const std::vector<std::string>& paragraphs, const text::FontStack& fonts) {
  if (name == "floor") return make_floor(text, paragraphs, fonts, FloorParts::kAll);
  if (name == "shape") return make_floor(text, paragraphs, fonts, FloorParts::kShapeAlone);
  if (name == "pango") return make_pango(text, paragraphs);
  if (name == "cold") return std::make_unique<Kiosk>(text, paragraphs, fonts, Ours::kCold);
  if (name == "warm") return std::make_unique<Kiosk>(text, paragraphs, fonts, Ours::kWarm);
  if (name == "relayout") return std::make_unique<Kiosk>(text, paragraphs, fonts, Ours::kRelayout);
  return nullptr;
}

int run(const std::string& folder, const BenchText& text, const std::string& name, int passes) {
  std::vector<std::string> paragraphs = paragraphs_of(text, folder);
  text::FontLibrary library;
  std::vector<const text::Face*> faces;
  for (const std::string& file : fonts_of(text)) {
    const auto face = library.face(file);
    if (!face) {
      std::fprintf(stderr, "%s\n", face.error().message.c_str());
      return 2;
    }
    faces.push_back(*face);
  }
  const text::FontStack fonts(std::move(faces));
  std::erase_if(paragraphs, [&](const std::string& paragraph) { return !lay_out(text, paragraph, fonts); });
  std::size_t characters = 0;
  for (const std::string& paragraph : paragraphs) characters += count_characters(paragraph);
  if (name == "worst") return print_worst(text, paragraphs, fonts);
  const std::unique_ptr<Contender> contender = make(name, text, paragraphs, fonts);
  if (!contender) return 2;
  contender->before_pass();
  contender->pass();
  std::chrono::nanoseconds spent{0};
  for (int i = 0; i < passes; ++i) {
    contender->before_pass();
    CALLGRIND_START_INSTRUMENTATION;
    const auto start = std::chrono::steady_clock::now();
    contender->pass();
    spent += std::chrono::steady_clock::now() - start;
    CALLGRIND_STOP_INSTRUMENTATION;
  }
  const double ns = static_cast<double>(spent.count()) / passes / static_cast<double>(characters);
  std::printf("{\"script\":\"%s\",\"contender\":\"%s\",\"characters\":%zu,\"passes\":%d,\"ns\":%.1f}\n", text.script,
              name.c_str(), characters, passes, ns);
  return 0;
}

}  // namespace

}  // namespace kiosk::bench

int main(int argc, char** argv) {
  if (argc >= 4) {
    for (const kiosk::bench::BenchText& text : kiosk::bench::bench_texts())
      if (std::strcmp(text.script, argv[2]) == 0)
        return kiosk::bench::run(argv[1], text, argv[3], argc > 4 ? std::atoi(argv[4]) : 1);
  }
  std::fprintf(stderr, "usage: bench_layout TEXTS SCRIPT floor|shape|pango|cold|warm|relayout|worst [PASSES]\n");
  return 2;
}
