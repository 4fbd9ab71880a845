// `kiosk-content layout`: lays out the paragraphs of standard input (one a line) and prints what came of each as JSON.
#include <cstdio>
#include <iostream>
#include <iterator>
#include <memory>

#include "command.h"
#include "i18n/locale.h"
#include "layout_dump.h"
#include "text/limits.h"
#include "text/paragraph.h"

namespace kiosk::tool {

namespace {

struct LayoutOptions {
  std::string language, direction = "auto", fonts;
  double size_px = 0, width_px = 0;
  std::vector<std::string> folders;
  bool house_breaks = false;
};

Result<std::vector<const text::Face*>> open_faces(text::FontLibrary& library, const std::string& names) {
  std::vector<const text::Face*> faces;
  for (std::size_t start = 0; start <= names.size();) {
    const std::size_t comma = std::min(names.find(',', start), names.size());
    const auto face = library.face(std::string_view(names).substr(start, comma - start));
    if (!face) return fail(face.error().message);
    faces.push_back(*face);
    start = comma + 1;
  }
  return faces;
}

text::Direction direction_of(const LayoutOptions& options) {
  const bool rtl = options.direction == "auto" ? i18n::is_right_to_left_script(i18n::script_of(options.language))
                                               : options.direction == "rtl";
  return rtl ? text::Direction::kRightToLeft : text::Direction::kLeftToRight;
}

class LayoutRun {
 public:
  LayoutRun(const LayoutOptions& options, std::vector<const text::Face*> faces)
      : options_(options), stack_(std::move(faces)), direction_(direction_of(options)) {}

  // 1 if a paragraph was refused.
  int lay_out(const std::string& input) {
    std::uint32_t number = 0;
    for (std::size_t start = 0; start < input.size(); ++number) {
      const std::size_t end = std::min(input.find('\n', start), input.size());
      if (end > start) lay_out_paragraph(input.substr(start, end - start), number, start);
      if (out_.size() > kFlushAt) flush();
      start = end + 1;
    }
    flush();
    return refused_ ? 1 : 0;
  }

 private:
  static constexpr std::size_t kFlushAt = 1 << 20;

  void lay_out_paragraph(std::string bytes, std::uint32_t number, std::size_t start) {
    const std::size_t end = start + bytes.size();
    const text::CleanText cleaned = text::clean(std::move(bytes));
    text::ParagraphSource source;
    source.text = cleaned.text;
    source.direction = direction_;
    source.styles = {{&stack_, options_.size_px, options_.language}};
    source.rules = options_.house_breaks ? text::BreakRules::kHouse : text::BreakRules::kPlain;
    const auto paragraph = text::Paragraph::create(std::move(source));
    if (!paragraph) {
      refused_ = true;
      std::cerr << "paragraph " << number << ": error: " << paragraph.error().message << "\n";
      return;
    }
    append_dump(out_, {number, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), options_.language,
                       options_.size_px, options_.width_px, *paragraph, cleaned});
  }

  void flush() {
    std::fwrite(out_.data(), 1, out_.size(), stdout);
    out_.clear();
  }

  const LayoutOptions& options_;
  text::FontStack stack_;
  text::Direction direction_;
  std::string out_;
  bool refused_ = false;
};

int run_layout(const LayoutOptions& options) {
  text::FontLibrary library(options.folders);
  auto faces = open_faces(library, options.fonts);
  if (!faces) {
    std::cerr << "error: " << faces.error().message << "\n";
    return 2;
  }
  const std::string input{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  const int status = LayoutRun(options, std::move(*faces)).lay_out(input);
  if (std::fflush(stdout) != 0 || std::ferror(stdout)) {
    std::cerr << "error: cannot write the layout\n";
    return 2;
  }
  return status;
}

}  // namespace

void add_layout(CommandLine& line, const Context&) {
  const auto options = std::make_shared<LayoutOptions>();
  Verb verb = line.verb("layout", "Lays out the paragraphs of standard input, one a line, as JSON lines",
                        "kiosk-content layout --lang ar --size 32 --width 800 --fonts NotoSansArabic-Regular.ttf");
  verb.text("--lang", options->language, "BCP 47 tag of the text").required();
  verb.text("--dir", options->direction, "ltr, rtl, or auto: that of the language's script")
      .one_of({"ltr", "rtl", "auto"});
  verb.number("--size", options->size_px, "Text size in px", 1, 1000).required();
  verb.number("--width", options->width_px, "Width of a line in px", 0, 1e9).required();
  verb.repeated("--font-dir", options->folders, "A folder with font files; may be repeated");
  verb.text("--fonts", options->fonts, "The stack: file names with commas between, #N a face of a collection")
      .required();
  verb.flag("--house-breaks", options->house_breaks, "Also the kiosk's own line-break rules");
  verb.run([options] {
    if (options->folders.empty()) options->folders = text::default_font_folders();
    return run_layout(*options);
  });
}

}  // namespace kiosk::tool
