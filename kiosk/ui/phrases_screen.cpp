// "Show this to staff": sentences by situation; one opened, in the reader's language and in large Swedish, with the
// answers that staff touch (in Swedish, the reader's words below) and the one they chose, in the reader's language.
#include "ui/phrases_screen.h"

#include <algorithm>
#include <charconv>

#include "i18n/date_time.h"
#include "i18n/message.h"
#include "ui/compose.h"

namespace kiosk::ui {

const content::Phrase* find_phrase(const content::Phrases& phrases, const std::string& id) {
  for (const content::Situation& situation : phrases.situations)
    for (const content::Phrase& phrase : situation.phrases)
      if (phrase.id == id) return &phrase;
  return nullptr;
}

StaffAnswer parse_answer(const std::string& chosen) {
  const std::size_t colon = chosen.find(':');
  return colon == std::string::npos ? StaffAnswer{chosen, {}}
                                    : StaffAnswer{chosen.substr(0, colon), chosen.substr(colon + 1)};
}

namespace {

constexpr std::int64_t kDay = 86'400'000;

class Card {
 public:
  Card(Composer& composer, const content::Phrase& phrase, Rect area)
      : c_(composer), phrase_(phrase), area_(area), body_(composer.body_px()), y_(area.y) {
    const auto chosen = c_.state.answers.chosen.find("phrase:" + phrase.id);
    if (chosen != c_.state.answers.chosen.end()) answer_ = parse_answer(chosen->second);
  }

  // What is new stands first: a reader with large text must not search for the answer.
  int run() {
    const bool choosing = answer_.kind == "date" && answer_.value.empty();
    if (!answer_.kind.empty() && !choosing) show_answer();
    if (answer_.kind == "number") keypad();
    if (choosing) days();
    sentences();
    buttons();
    return y_ - area_.y;
  }

 private:
  std::string swedish(std::string_view key) const {
    if (c_.model.swedish_site)
      if (const auto it = c_.model.swedish_site->ui.find(key); it != c_.model.swedish_site->ui.end())
        return i18n::format_message("sv-SE", it->second);
    return c_.message(key);
  }
  bool bilingual() const { return c_.state.language != "sv"; }
  int large_px() const { return std::max(c_.display.body_px(150), body_ * 5 / 4); }

  // A panel in the municipality's colour is the staff's part of the screen, so that both know who reads what.
  void sentences() {
    const TextSpec own = spec_of(phrase_.text, c_.state.language, bilingual() ? body_ : large_px(), true);
    if (bilingual()) {
      const auto block = c_.typesetter.set(own, area_.w);
      Element& element = c_.text("phrase-own", Role::kText, own, *block, {area_.x, y_, area_.w, block->height},
                                 c_.theme.text, c_.theme.background);
      element.state = to_string(phrase_.text.state);
      y_ += block->height + c_.space.gap;
    }
    const TextSpec large = spec_of(phrase_.swedish, "sv", large_px(), true);
    const int pad = c_.space.gap, text_w = area_.w - 2 * pad;
    const auto block = c_.typesetter.set(large, text_w);
    const Rect panel{area_.x, y_, area_.w, block->height + 2 * pad};
    c_.fill(panel, c_.theme.primary, c_.space.radius);
    c_.text("phrase-sv", Role::kText, large, *block, {panel.x + pad, panel.y + pad, text_w, block->height},
            c_.theme.on_primary, c_.theme.primary);
    y_ = panel.bottom() + c_.space.gap;
  }

  void buttons() {
    std::vector<Tile> tiles;
    for (const std::string& answer : phrase_.answers) {
      const std::string key = "phrases." + answer;
      Tile tile;
      tile.id = "phrase:" + phrase_.id + ":" + answer;
      tile.title = plain_text(swedish(key), "sv", body_, true);
      tile.title.line_height = 1.25;
      if (bilingual()) {
        tile.more.push_back(plain_text(c_.message(key), c_.state.language, body_));
        tile.more.back().line_height = 1.25;
      }
      tile.selected = answer_.kind == answer;
      tiles.push_back(std::move(tile));
    }
    y_ += compose_tiles(c_, tiles, {area_.x, y_, area_.w, 0}, 3);
  }

  std::string answer_words() const {
    const std::string& locale = c_.typesetter.language(c_.state.language).format_locale;
    if (answer_.kind == "date") return answer_.value.empty() ? "" : i18n::format_date(answer_.value, locale);
    if (answer_.kind != "number") return c_.message("phrases." + answer_.kind);
    int value = 0;
    const auto [stop, error] =
        std::from_chars(answer_.value.data(), answer_.value.data() + answer_.value.size(), value);
    return error == std::errc() ? c_.number(value) : "";
  }

  void show_answer() {
    y_ +=
        compose_heading(c_, "heading:answer", plain_text(c_.message("phrases.answer"), c_.state.language, body_, true),
                        {area_.x, y_, area_.w, 0});
    const std::string words = answer_words();
    const int pad = c_.space.gap, text_w = area_.w - 2 * pad;
    // An empty field keeps a line's height.
    const TextSpec spec = plain_text(words.empty() ? " " : words, c_.state.language, body_ * 5 / 4, true);
    const auto block = c_.typesetter.set(spec, text_w);
    const Rect panel{area_.x, y_, area_.w, block->height + 2 * pad};
    c_.fill(panel, c_.theme.notice, c_.space.radius);
    c_.frame(panel, c_.theme.border, c_.display.css_px(2), c_.space.radius);
    if (!words.empty())
      c_.text("phrase-answer", Role::kStatus, spec, *block, {panel.x + pad, panel.y + pad, text_w, block->height},
              c_.theme.on_notice, c_.theme.notice);
    y_ = panel.bottom() + c_.space.gap;
  }

  // Keys of a till: the staff's digits, left to right in every language.
  void keypad() {
    const int gap = c_.space.gap, side = std::max(c_.space.primary, body_ * 2);
    const int columns = std::clamp((area_.w + gap) / (side + gap), 1, 11);
    for (int i = 0; i < 11; ++i) {
      const int column = c_.rtl() ? columns - 1 - i % columns : i % columns;  // mirrored back
      const int x = area_.x + column * (side + gap);
      const Rect rect{x, y_ + i / columns * (side + gap), side, side};
      const bool erase = i == 10;
      const int digit = (i + 1) % 10;
      const std::string name = erase ? "erase" : std::to_string(digit);
      Element& key = c_.control("phrase:" + phrase_.id + ":key:" + name, Role::kKey, rect, Target::kSecondary,
                                c_.theme.surface, c_.theme.border);
      if (erase) {
        key.spoken = c_.message("key.backspace");
        c_.icon("backspace", {rect.x + side / 4, rect.y + side / 4, side / 2, side / 2}, c_.theme.text);
        continue;
      }
      TextSpec spec = plain_text(name, "sv", body_, true);
      spec.long_words = text::LongWords::kOverflow;
      c_.label(spec, rect, c_.theme.text, Align::kCenter);
    }
    y_ += (11 + columns - 1) / columns * (side + gap);
  }

  void days() {
    std::vector<Tile> tiles;
    constexpr int kDays = 14;
    // From noon, so that a change to or from summer time skips no day.
    const auto noon = i18n::parse_iso_time(i18n::iso_date(c_.state.now_ms) + "T12:00");
    for (int i = 0; noon && i < kDays; ++i) {
      const std::string day = i18n::iso_date(*noon + i * kDay);
      Tile tile;
      tile.id = "phrase:" + phrase_.id + ":day:" + day;
      tile.title = plain_text(i18n::format_date(day, "sv-SE"), "sv", body_);
      tile.title.line_height = 1.25;
      tiles.push_back(std::move(tile));
    }
    y_ += compose_tiles(c_, tiles, {area_.x, y_, area_.w, 0}, 4);
  }

  Composer& c_;
  const content::Phrase& phrase_;
  Rect area_;
  int body_, y_;
  StaffAnswer answer_;
};

int compose_list(Composer& c, const content::Phrases& phrases, Rect area) {
  const int body = c.body_px();
  int y = area.y;
  y += compose_heading(c, "title", plain_text(c.message("phrases.title"), c.state.language, body * 5 / 4, true),
                       {area.x, y, area.w, 0}, "forum");
  const TextSpec hint = plain_text(c.message("phrases.hint"), c.state.language, body);
  const auto block = c.typesetter.set(hint, area.w);
  c.text("phrases-hint", Role::kText, hint, *block, {area.x, y, area.w, block->height}, c.theme.text,
         c.theme.background);
  y += block->height + c.space.gap;
  for (const content::Situation& situation : phrases.situations) {
    y += compose_heading(c, "situation:" + situation.id, spec_of(situation.title, c.state.language, body, true),
                         {area.x, y, area.w, 0}, situation.icon, to_string(situation.title.state));
    std::vector<Tile> tiles;
    for (const content::Phrase& phrase : situation.phrases) {
      Tile tile;
      tile.id = "phrase:" + phrase.id;
      tile.title = spec_of(phrase.text, c.state.language, body);
      tile.title.line_height = 1.25;
      tile.state = to_string(phrase.text.state);
      tiles.push_back(std::move(tile));
    }
    y += compose_tiles(c, tiles, {area.x, y, area.w, 0}, 2);
  }
  return y - area.y;
}

}  // namespace

int compose_phrases(Composer& c, Rect area) {
  if (!c.model.phrases) return compose_damaged(c, area);
  if (const content::Phrase* phrase = find_phrase(*c.model.phrases, c.state.place.item))
    return Card(c, *phrase, area).run();
  return compose_list(c, *c.model.phrases, area);
}

}  // namespace kiosk::ui
