// The keyboard on the screen: the layout's rows in their real places (never mirrored), then the row of shift, other
// letters, blank and rubber.
#include "ui/keyboard.h"

#include <algorithm>

#include "i18n/syllables.h"
#include "ui/compose.h"

namespace kiosk::ui {

namespace {

using Row = std::vector<std::string>;

struct Keys {
  int width, height, gap, most;  // most: keys that fit beside each other
};

Keys keys_for(const Composer& c, int width) {
  constexpr double kGapMm = 3;
  const int gap = c.display.mm(kGapMm), least = c.space.secondary;
  return {least, least, gap, std::max(1, (width + gap) / (least + gap))};
}

TextSpec spec_of_key(const Composer& c, const std::string& text, const std::string& language) {
  TextSpec spec = plain_text(text, language, c.label_px());
  spec.long_words = text::LongWords::kOverflow;
  return spec;
}

// As large as the ink of the layout's largest letter needs (Nastaliq reaches far below its line).
void make_room(Composer& c, const content::Keyboard& layout, const std::string& language, int width, Keys& keys) {
  constexpr int kAnyWidth = 10'000;
  const int air = c.display.css_px(4);
  for (const std::vector<Row>* rows : {&layout.rows, &layout.shift})
    for (const Row& row : *rows)
      for (const std::string& letter : row) {
        const auto block = c.typesetter.set(spec_of_key(c, i18n::key_label(letter), language), kAnyWidth);
        const Rect ink = block->ink(kAnyWidth);
        // A label is centred by its advance; ink that leans out on one side needs the same room on both.
        const int middle = static_cast<int>(block->pen_x(0, kAnyWidth) + block->width / 2);
        keys.height = std::max(keys.height, ink.h + air);
        if (!ink.empty()) keys.width = std::max(keys.width, 2 * std::max(middle - ink.x, ink.right() - middle) + air);
      }
  keys.most = std::max(1, (width + keys.gap) / (keys.width + keys.gap));
}

// Rows that are too long for the display are parted into equal ones; flowing layouts fill the width.
std::vector<Row> wrapped(const std::vector<Row>& rows, bool flow, std::size_t most) {
  std::vector<Row> out;
  std::vector<Row> given = rows;
  if (flow) {
    Row all;
    for (const Row& row : rows) all.insert(all.end(), row.begin(), row.end());
    given = {all};
  }
  for (const Row& row : given) {
    const std::size_t parts = (row.size() + most - 1) / most,
                      each = (row.size() + parts - 1) / std::max<std::size_t>(1, parts);
    for (std::size_t at = 0; at < row.size(); at += each)
      out.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(at),
                       row.begin() + static_cast<std::ptrdiff_t>(std::min(row.size(), at + each)));
  }
  return out;
}

class Board {
 public:
  Board(Composer& c, Rect area, Keys keys, std::string language)
      : c_(c), area_(area), keys_(keys), language_(std::move(language)), y_(area.y) {}

  int bottom() const { return y_; }
  void next_row() { y_ += keys_.height + keys_.gap; }

  // `left` from the area's left edge as seen.
  Element& key(const std::string& id, int left, int width, bool chosen = false) {
    const int x = c_.rtl() ? area_.x + area_.w - left - width : area_.x + left;
    last_ = {x, y_, width, keys_.height};
    Element& element = c_.control("key:" + id, Role::kKey, last_, Target::kSecondary,
                                  chosen ? c_.theme.primary : c_.theme.surface, c_.theme.border);
    element.selected = chosen;
    color_ = chosen && !element.pressed ? c_.theme.on_primary : c_.theme.text;
    return element;
  }
  void write(const std::string& text, const std::string& language) {
    c_.label(spec_of_key(c_, text, language), last_, color_, Align::kCenter);
  }
  void draw(const char* icon) {
    const int side = c_.label_px();
    c_.icon(icon, {last_.x + (last_.w - side) / 2, last_.y + (last_.h - side) / 2, side, side}, color_);
  }

  void letters(const Row& row) {
    const int n = static_cast<int>(row.size());
    int left = (area_.w - n * keys_.width - (n - 1) * keys_.gap) / 2;
    for (const std::string& letter : row) {
      key(letter, left, keys_.width);
      write(i18n::key_label(letter), language_);
      left += keys_.width + keys_.gap;
    }
    next_row();
  }

 private:
  Composer& c_;
  Rect area_, last_;
  Keys keys_;
  std::string language_;
  int y_;
  Color color_;
};

}  // namespace

int compose_keyboard(Composer& c, Rect area) {
  if (!c.model.keyboards || c.model.keyboards->layouts.empty()) return 0;
  const std::vector<content::Keyboard>& layouts = c.model.keyboards->layouts;
  const bool other = c.state.typing.latin && layouts.size() > 1;
  const content::Keyboard& layout = other ? layouts[1] : layouts[0];
  const bool shifted = c.state.typing.shift && !layout.shift.empty();
  const std::string language = other ? "sv" : c.state.language;
  Keys keys = keys_for(c, area.w);
  make_room(c, layout, language, area.w, keys);
  const std::vector<Row> rows =
      wrapped(shifted ? layout.shift : layout.rows, layout.flow && !shifted, static_cast<std::size_t>(keys.most));
  std::size_t longest = 10;
  for (const std::vector<Row>* all : {&layout.rows, &layout.shift})
    for (const Row& row : wrapped(*all, layout.flow && all == &layout.rows, static_cast<std::size_t>(keys.most)))
      longest = std::max(longest, row.size());
  constexpr double kWidestMm = 24;
  const int n = static_cast<int>(longest);
  keys.width = std::clamp((area.w - (n - 1) * keys.gap) / n, keys.width, std::max(keys.width, c.display.mm(kWidestMm)));
  Board board(c, area, keys, language);
  if (layout.flow && !shifted) {
    const Row forms = i18n::forms_of_last(c.state.typing.text);
    if (forms.empty())
      board.next_row();  // its place is kept: keys do not move while one types
    else
      board.letters(forms);
  }
  for (const Row& row : rows) board.letters(row);

  // On a narrow display shift and the other letters have a row, blank and rubber the next one.
  const int halves = (layout.shift.empty() ? 0 : 1) + (layouts.size() > 1 ? 1 : 0);
  const int full = std::min(area.w, n * keys.width + (n - 1) * keys.gap);
  const bool two_rows = full < (halves + 1) * (keys.width * 3 / 2 + keys.gap) + keys.width;
  const int unit = two_rows ? (area.w - keys.gap) / 2 : keys.width * 3 / 2;
  int left = (area.w - full) / 2;
  const int end = left + full;
  if (!layout.shift.empty()) {
    const bool digits = i18n::first_digit(layout.shift.front().front()) == 1;
    board.key("shift", left, unit, c.state.typing.shift).spoken = c.message("key.shift");
    if (digits)
      board.write(layout.shift.front()[0] + layout.shift.front()[1] + layout.shift.front()[2], c.state.language);
    else
      board.draw("arrow_upward");
    left += unit + keys.gap;
  }
  if (layouts.size() > 1) {
    board.key("latin", left, unit).spoken = c.message(other ? "key.own" : "key.latin");
    board.write(layouts[other ? 0 : 1].label, other ? c.state.language : "sv");
    left += unit + keys.gap;
  }
  if (two_rows && halves > 0) {
    board.next_row();
    left = (area.w - full) / 2;
  }
  const int space = end - unit - keys.gap - left;
  board.key("space", left, space).spoken = c.message("key.space");
  board.draw("space_bar");
  board.key("backspace", end - unit, unit).spoken = c.message("key.backspace");
  board.draw("backspace");
  board.next_row();
  return board.bottom() - area.y;
}

}  // namespace kiosk::ui
