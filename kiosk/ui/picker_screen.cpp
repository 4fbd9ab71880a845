// Languages by their own name in their own script (REQUIREMENTS H1-H4), the Swedish name beside it; no flags. The
// host's first ones stand first. The others follow in the order of their scripts and letters; where there are many, a
// letter touched or typed leaves those that begin with it.
#include <algorithm>

#include "i18n/name_index.h"
#include "ui/compose.h"
#include "ui/notice_box.h"

namespace kiosk::ui {

namespace {

using content::Language;
using Languages = std::vector<const Language*>;

constexpr std::size_t kMany = 20;  // more are too many to look through (W3C, qa-navigation-select)
constexpr int kColumns = 4;

Languages indexed(Languages languages) {
  std::vector<std::string> names;
  for (const Language* language : languages) names.push_back(language->autonym);
  Languages ordered;
  for (const std::size_t i : i18n::in_root_order(names)) ordered.push_back(languages[i]);
  return ordered;
}

Tile tile_of(const Composer& c, const Language& language) {
  Tile tile;
  tile.id = "lang:" + language.tag;
  tile.title = plain_text(language.autonym, language.tag, c.body_px(), true);
  tile.title.line_height = 1.3;
  if (language.name_sv != language.autonym) {
    tile.more.push_back(plain_text(language.name_sv, "sv", c.body_px()));
    tile.more.back().line_height = 1.3;
  }
  tile.selected = c.state.language_chosen && language.tag == c.state.language;
  if (tile.selected) tile.icon = "check";  // colour alone would not tell
  return tile;
}

class Picker {
 public:
  Picker(Composer& composer, Rect area) : c_(composer), area_(area), y_(area.y) {}

  int run() {
    const std::string& typed = c_.state.typing.text;
    Languages all;
    for (const Language& language : c_.model.manifest->languages) all.push_back(&language);
    heading("title", c_.message("picker.title"), c_.body_px() * 5 / 4, "language");
    if (typed.empty()) {
      y_ += compose_bare_notices(c_, Notices::kDangers, line());
      const auto top = std::min(all.size(), static_cast<std::size_t>(c_.model.manifest->top_languages));
      const auto middle = all.begin() + static_cast<std::ptrdiff_t>(top);
      tiles({all.begin(), middle});
      const Languages rest = indexed({middle, all.end()});
      if (top > 0 && !rest.empty()) heading("more", c_.message("picker.more"), c_.body_px(), "");
      if (all.size() > kMany) {
        field();
        initials(rest);
      }
      tiles(rest);
    } else {
      field();
      Languages fitting = indexed(all);
      std::erase_if(fitting, [&](const Language* language) {
        return !i18n::begins_a_word(language->autonym, typed) && !i18n::begins_a_word(language->name_sv, typed);
      });
      if (fitting.empty()) status("none", c_.message("picker.none"));
      tiles(fitting);
    }
    missing();
    return y_ - area_.y;
  }

 private:
  Rect line() const { return {area_.x, y_, area_.w, 0}; }

  void heading(const char* id, const std::string& words, int size_px, const char* icon) {
    y_ += compose_heading(c_, id, plain_text(words, c_.state.language, size_px, true), line(), icon);
  }

  void tiles(const Languages& languages) {
    std::vector<Tile> tiles;
    for (const Language* language : languages) tiles.push_back(tile_of(c_, *language));
    // A few keep the width that they have among many, where their words allow it.
    Rect area = line();
    const int few = static_cast<int>(std::min<std::size_t>(tiles.size(), kColumns));
    const int width = (area_.w + c_.space.gap) * few / kColumns - c_.space.gap;
    const int words = width / std::max(1, few) - 2 * c_.space.gap;
    const auto fits = [&](const TextSpec& spec) { return c_.typesetter.longest_word(spec) <= words; };
    if (std::all_of(tiles.begin(), tiles.end(),
                    [&](const Tile& t) { return fits(t.title) && std::all_of(t.more.begin(), t.more.end(), fits); }))
      area.w = width;
    y_ += compose_tiles(c_, tiles, area, kColumns);
  }

  void status(const char* id, const std::string& words) {
    const TextSpec spec = plain_text(words, c_.state.language, c_.body_px());
    const auto block = c_.typesetter.set(spec, area_.w);
    c_.text(id, Role::kStatus, spec, *block, {area_.x, y_, area_.w, block->height}, c_.theme.text, c_.theme.background);
    y_ += block->height + c_.space.gap;
  }

  // What is typed, with a key that takes the last letter away.
  void field() {
    const std::string& typed = c_.state.typing.text;
    const int side = c_.space.secondary, pad = c_.space.gap;
    TextSpec spec = plain_text(typed.empty() ? c_.message("picker.field") : typed, c_.state.language, c_.body_px());
    spec.line_height = 1.3;
    const int width = std::min(area_.w, c_.body_px() * 24), inner = width - side - c_.space.gap - 2 * pad;
    const int height = std::max(side, c_.typesetter.set(spec, inner)->height + pad);
    const Rect box{area_.x, y_, width - side - c_.space.gap, height};
    Element& element =
        c_.control("picker-field", Role::kField, box, Target::kSecondary, c_.theme.surface, c_.theme.border);
    element.spoken = c_.message("picker.field");
    c_.label(spec, {box.x + pad, box.y, inner, box.h}, typed.empty() ? c_.theme.muted : c_.theme.text);
    const Rect key{box.right() + c_.space.gap, y_, side, height};
    const Color color = typed.empty() ? c_.theme.border : c_.theme.text;
    Element& erase = c_.control("key:backspace", Role::kKey, key, Target::kSecondary, c_.theme.surface,
                                typed.empty() ? c_.theme.surface : c_.theme.border);
    erase.disabled = typed.empty();
    erase.spoken = c_.message("key.backspace");
    erase.color = color;
    const int icon = side / 2;
    c_.icon("backspace", {key.x + (side - icon) / 2, key.y + (height - icon) / 2, icon, icon}, color);
    y_ += height + c_.space.gap;
  }

  // The first letters of the languages' own names, a key each.
  void initials(const Languages& languages) {
    struct Initial {
      std::string letter;
      const Language* language;
    };
    std::vector<Initial> initials;
    for (const Language* language : languages) {
      const std::string letter = i18n::initial_of(language->autonym);
      const bool known =
          std::any_of(initials.begin(), initials.end(), [&](const Initial& i) { return i.letter == letter; });
      if (!letter.empty() && !known) initials.push_back({letter, language});
    }
    const int side = std::max(c_.space.secondary, c_.body_px() * 7 / 4), step = side + c_.space.gap;
    int x = area_.x;
    for (std::size_t i = 0; i < initials.size(); ++i) {
      // A gap and a line between two scripts: the Latin E and the Cyrillic one look the same.
      const bool parted = i > 0 && initials[i].language->script != initials[i - 1].language->script;
      const int apart = parted ? 2 * c_.space.gap : 0;
      if (x > area_.x && x + apart + side > area_.right()) {
        x = area_.x;
        y_ += step;
      } else if (parted) {
        const int line = c_.display.css_px(2);
        c_.fill({x + c_.space.gap / 2 - line / 2, y_ + side / 8, line, side * 3 / 4}, c_.theme.border);
        x += apart;
      }
      const Rect rect{x, y_, side, side};
      x += step;
      c_.control("initial:" + initials[i].letter, Role::kKey, rect, Target::kSecondary, c_.theme.surface,
                 c_.theme.border);
      TextSpec spec = plain_text(initials[i].letter, initials[i].language->tag, c_.body_px(), true);
      spec.line_height = 1.2;
      spec.long_words = text::LongWords::kOverflow;
      c_.label(spec, rect, c_.theme.text, Align::kCenter);
    }
    if (!initials.empty()) y_ += step;
  }

  // One touch counts; the button gives way to the thanks, so that a second one cannot.
  void missing() {
    if (!c_.model.counts) return;  // nobody would know
    if (c_.state.answers.sent.contains("language-missing"))
      return status("missing-thanks", c_.message("picker.missing-thanks"));
    Tile tile;
    tile.id = "language-missing";
    tile.icon = "help_outline";
    tile.title = plain_text(c_.message("picker.missing"), c_.state.language, c_.body_px());
    tile.title.line_height = 1.3;
    y_ += compose_tiles(c_, {tile}, line(), 1);
  }

  Composer& c_;
  Rect area_;
  int y_;
};

}  // namespace

int compose_picker(Composer& c, Rect area) { return Picker(c, area).run(); }

}  // namespace kiosk::ui
