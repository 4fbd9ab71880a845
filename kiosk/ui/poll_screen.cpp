// A question with answers to choose from. Choosing marks; only "send" counts.
#include <algorithm>

#include "i18n/date_time.h"
#include "ui/compose.h"
#include "ui/feedback.h"

namespace kiosk::ui {

int compose_poll(Composer& c, Rect area) {
  const content::Poll* poll = nullptr;
  if (c.model.polls)
    for (const content::Poll& known : c.model.polls->polls)
      if (known.id == c.state.place.item) poll = &known;
  const bool over = poll && i18n::iso_date(c.state.now_ms) > poll->valid_until;
  if (!poll || over || !c.model.counts) return compose_damaged(c, area);
  const int body = c.body_px();
  const std::string key = "poll:" + poll->id;
  int y = area.y;
  const auto line = [&] { return Rect{area.x, y, area.w, 0}; };
  y += compose_heading(c, "heading:poll", plain_text(c.message("poll.title"), c.state.language, body, true), line(),
                       "poll");
  y += compose_heading(c, "title", spec_of(poll->question, c.state.language, body * 5 / 4, true), line(), {},
                       to_string(poll->question.state));
  const auto chosen = c.state.answers.chosen.find(key);
  if (c.state.answers.sent.contains(key)) {
    y += compose_answer_status(c, key + ":thanks", "check_circle", c.message("feedback.thanks"), line());
    return y - area.y;
  }
  std::vector<Tile> tiles;
  for (const content::PollChoice& choice : poll->choices) {
    Tile tile;
    tile.id = key + ":" + choice.id;
    tile.selected = chosen != c.state.answers.chosen.end() && chosen->second == choice.id;
    tile.icon = tile.selected ? "radio_button_checked" : "radio_button_unchecked";
    tile.title = spec_of(choice.text, c.state.language, body, true);
    tile.title.line_height = 1.25;
    tile.state = to_string(choice.text.state);
    tiles.push_back(std::move(tile));
  }
  y += compose_tiles(c, tiles, line(), 2);
  if (c.state.answers.failed)
    y += compose_answer_status(c, key + ":failed", "error_outline", c.message("feedback.failed"), line());

  // Nothing to send before something is chosen.
  const bool ready = chosen != c.state.answers.chosen.end();
  TextSpec word = plain_text(c.message("poll.send"), c.state.language, body, true);
  word.line_height = 1.25;
  const int pad = c.space.gap, icon = body * 5 / 4;
  const int text_w = area.w - 3 * pad - icon;
  const Rect button{area.x, y, area.w, std::max(c.space.primary, c.typesetter.set(word, text_w)->height + 2 * pad)};
  Element& send = c.control(key + ":send", Role::kButton, button, Target::kSecondary,
                            ready ? c.theme.primary : c.theme.surface, ready ? c.theme.primary : c.theme.border);
  send.disabled = !ready;
  const Color color = !ready ? c.theme.muted : send.pressed ? c.theme.text : c.theme.on_primary;
  c.icon("send", {button.x + pad, button.y + (button.h - icon) / 2, icon, icon}, color);
  c.label(word, {button.x + 2 * pad + icon, button.y, text_w, button.h}, color);
  y += button.h + c.space.gap;

  const TextSpec note = plain_text(c.message("feedback.private"), c.state.language, body);
  const auto block = c.typesetter.set(note, area.w);
  c.text("feedback-private", Role::kText, note, *block, {area.x, y, area.w, block->height}, c.theme.muted,
         c.theme.background);
  return y + block->height - area.y;
}

}  // namespace kiosk::ui
