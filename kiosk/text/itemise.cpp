#include "text/itemise.h"

#include "text/scripts.h"

namespace kiosk::text {

namespace {

// A cluster of default-ignorable characters alone is covered by any face.
bool covers(const Face& face, const Utf16Text& text, std::uint32_t start, std::uint32_t end) {
  for (std::uint32_t i = start; i < end; ++i) {
    if (is_trail_surrogate(text.units[i]) || (text.traits[i] & kDefaultIgnorable)) continue;
    if (!face.has(text.character_at(i))) return false;
  }
  return true;
}

const Face* face_for(const FontStack& stack, const Utf16Text& text, std::uint32_t start, std::uint32_t end) {
  const Face* const first = stack.faces().front();
  if (end == start + 1 && first->has(text.units[start])) return first;
  for (const Face* face : stack.faces())
    if (covers(*face, text, start, end)) return face;
  return stack.faces().front();
}

// Walks along with the text; spans are in order.
class StyleCursor {
 public:
  explicit StyleCursor(const std::vector<Span>& spans) : spans_(spans) {}

  std::uint16_t at(std::uint32_t unit) {
    while (next_ < spans_.size() && spans_[next_].end <= unit) ++next_;
    const bool inside = next_ < spans_.size() && spans_[next_].start <= unit;
    return inside ? spans_[next_].style : std::uint16_t{0};
  }

 private:
  const std::vector<Span>& spans_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Item> itemise(const Utf16Text& text, const Marks& marks, const std::vector<std::uint8_t>& levels,
                          const std::vector<Style>& styles, const std::vector<Span>& spans) {
  const std::vector<std::uint8_t> scripts = resolve_scripts(text, marks);
  std::vector<Item> items;
  StyleCursor cursor(spans);
  std::uint8_t script = 0;
  for (std::uint32_t start = 0; start < text.size();) {
    std::uint32_t end = start + 1;
    while (!(marks[end] & kGraphemeStart)) ++end;
    const std::uint16_t style = spans.empty() ? std::uint16_t{0} : cursor.at(start);
    const Face* const face = face_for(*styles[style].fonts, text, start, end);
    const std::uint8_t level = levels.empty() ? std::uint8_t{0} : levels[start];
    Item* const last = items.empty() ? nullptr : &items.back();
    if (last && last->level == level && script == scripts[start] && last->face == face && last->style == style) {
      last->end = end;
    } else {
      script = scripts[start];
      items.push_back({start, end, level, script_tag(script), face, style});
    }
    start = end;
  }
  return items;
}

}  // namespace kiosk::text
