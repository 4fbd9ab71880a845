#include "layout_dump.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "text/engine.h"

namespace kiosk::tool {

namespace {

void put(std::string& out, std::int64_t number) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

// Three decimals, rounded to nearest.
void put_px(std::string& out, double px) {
  const auto thousandths = static_cast<std::int64_t>(std::llround(px * 1000));
  if (thousandths < 0) out += '-';
  const std::int64_t whole = std::abs(thousandths) / 1000, rest = std::abs(thousandths) % 1000;
  put(out, whole);
  const char decimals[] = {'.', static_cast<char>('0' + rest / 100), static_cast<char>('0' + rest / 10 % 10),
                           static_cast<char>('0' + rest % 10)};
  out.append(decimals, sizeof decimals);
}

// As given: whole numbers without decimals.
void put_given(std::string& out, double px) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, px).ptr);
}

std::string json_string(std::string_view text) { return nlohmann::json(text).dump(); }

class Dump {
 public:
  Dump(std::string& out, const DumpedParagraph& dumped) : out_(out), dumped_(dumped) {}

  void write() {
    const std::vector<text::Line> lines = dumped_.paragraph.break_lines(dumped_.width_px);
    const bool rtl = dumped_.paragraph.direction() == text::Direction::kRightToLeft;
    direction_ = rtl ? "\"rtl\"" : "\"ltr\"";
    for (const text::Line& line : lines)
      for (const text::Run& run : line.runs) font_index(*run.face);
    out_ += R"({"v":1,"engine":"kiosk, )" + text::engine_versions() + R"(","para":)";
    put(out_, dumped_.number);
    put_range(dumped_.start, dumped_.end);
    out_ += ",\"lang\":" + json_string(dumped_.language) + ",\"dir\":" + direction_ + ",\"size\":";
    put_given(out_, dumped_.size_px);
    out_ += ",\"width\":";
    put_given(out_, dumped_.width_px);
    out_ += ",\"fonts\":[";
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
      if (i > 0) out_ += ',';
      out_ += json_string(fonts_[i]->postscript_name());
    }
    out_ += "],\"lines\":[";
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) out_ += ',';
      put_line(lines[i]);
    }
    out_ += "]}\n";
  }

 private:
  std::uint32_t byte(std::uint32_t offset) const { return dumped_.start + dumped_.cleaned.source_byte(offset); }

  void put_range(std::uint32_t start, std::uint32_t end) {
    out_ += ",\"start\":";
    put(out_, start);
    out_ += ",\"end\":";
    put(out_, end);
  }

  std::size_t font_index(const text::Face& face) {
    for (std::size_t i = 0; i < fonts_.size(); ++i)
      if (fonts_[i] == &face) return i;
    fonts_.push_back(&face);
    return fonts_.size() - 1;
  }

  void put_line(const text::Line& line) {
    out_ += "{\"start\":";
    put(out_, byte(line.start));
    out_ += ",\"end\":";
    put(out_, byte(line.end));
    out_ += ",\"dir\":" + direction_ + ",\"width\":";
    put_px(out_, line.width);
    out_ += ",\"glyphs\":[";
    const char* separator = "";
    for (const text::Glyph& glyph : line.glyphs) {
      out_ += separator;
      separator = ",";
      put_glyph(glyph);
    }
    out_ += "],\"runs\":[";
    separator = "";
    for (const text::Run& run : line.runs) {
      out_ += separator;
      separator = ",";
      put_run(run);
    }
    out_ += "]}";
  }

  void put_glyph(const text::Glyph& glyph) {
    out_ += '[';
    put(out_, static_cast<std::int64_t>(font_index(*glyph.face)));
    out_ += ',';
    put(out_, glyph.gid);
    out_ += ',';
    put(out_, byte(glyph.cluster));
    for (const float number : {glyph.advance, glyph.x_offset, glyph.y_offset}) {
      out_ += ',';
      put_px(out_, static_cast<double>(number));
    }
    out_ += ']';
  }

  void put_run(const text::Run& run) {
    out_ += '[';
    put(out_, byte(run.start));
    out_ += ',';
    put(out_, byte(run.end));
    out_ += ',';
    put(out_, run.level);
    out_ += ",\"";
    out_ += run.script;
    out_ += "\",";
    put(out_, static_cast<std::int64_t>(font_index(*run.face)));
    out_ += ',';
    put(out_, run.glyph_count);
    out_ += ']';
  }

  std::string& out_;
  const DumpedParagraph& dumped_;
  std::string direction_;
  std::vector<const text::Face*> fonts_;
};

}  // namespace

void append_dump(std::string& out, const DumpedParagraph& dumped) { Dump(out, dumped).write(); }

}  // namespace kiosk::tool
