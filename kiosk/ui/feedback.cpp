#include "ui/feedback.h"

#include <algorithm>
#include <array>

namespace kiosk::ui {

std::string feedback_subject(const Place& place) {
  if (place.screen == ScreenKind::kPage || place.screen == ScreenKind::kBeside) return place.page;
  if (place.screen == ScreenKind::kTopic) return "topic:" + place.topic;
  return {};
}

std::string feedback_key(const Place& place) { return "feedback:" + feedback_subject(place); }

int compose_answer_status(Composer& c, const std::string& id, const std::string& icon, const std::string& words,
                          Rect area) {
  const int body = c.body_px(), pad = c.space.gap / 2, side = body * 5 / 4, text_w = area.w - side - 4 * pad;
  const TextSpec spec = plain_text(words, c.state.language, body);
  const auto block = c.typesetter.set(spec, text_w);
  const int height = std::max(block->height, side) + 2 * pad;
  const Rect box{area.x, area.y, area.w, height};
  c.fill(box, c.theme.notice, c.space.radius);
  c.frame(box, c.theme.border, c.display.css_px(1), c.space.radius);
  c.icon(icon, {box.x + pad, box.y + (height - side) / 2, side, side}, c.theme.on_notice);
  c.text(id, Role::kStatus, spec, *block,
         {box.x + side + 3 * pad, box.y + (height - block->height) / 2, text_w, block->height}, c.theme.on_notice,
         c.theme.notice);
  return height + c.space.gap;
}

int compose_faces(Composer& c, Rect area) {
  if (!c.model.counts) return 0;
  const int body = c.body_px();
  int y = area.y;
  const bool alone = c.state.place.screen == ScreenKind::kFeedback;
  y += compose_heading(c, alone ? "title" : "heading:feedback",
                       plain_text(c.message("feedback.title"), c.state.language, alone ? body * 5 / 4 : body, true),
                       {area.x, y, area.w, 0});
  if (c.state.answers.sent.contains(feedback_key(c.state.place)))
    return y +
           compose_answer_status(c, "feedback:thanks", "check_circle", c.message("feedback.thanks"),
                                 {area.x, y, area.w, 0}) -
           area.y;
  if (c.state.answers.failed)
    y += compose_answer_status(c, "feedback:failed", "error_outline", c.message("feedback.failed"),
                               {area.x, y, area.w, 0});
  constexpr std::array<std::array<const char*, 3>, 3> kFaces{
      {{"feedback:good", "sentiment_very_satisfied", "feedback.good"},
       {"feedback:middle", "sentiment_neutral", "feedback.middle"},
       {"feedback:bad", "sentiment_very_dissatisfied", "feedback.bad"}}};
  std::vector<Tile> tiles;
  for (const auto& [id, icon, message] : kFaces) {
    Tile tile;
    tile.id = id;
    tile.icon = icon;
    tile.title = plain_text(c.message(message), c.state.language, body, true);
    tile.title.line_height = 1.25;
    tiles.push_back(std::move(tile));
  }
  y += compose_tiles(c, tiles, {area.x, y, area.w, 0}, 3);
  const TextSpec note = plain_text(c.message("feedback.private"), c.state.language, body);
  const auto block = c.typesetter.set(note, area.w);
  c.text("feedback-private", Role::kText, note, *block, {area.x, y, area.w, block->height}, c.theme.muted,
         c.theme.background);
  return y + block->height + c.space.gap - area.y;
}

int compose_feedback(Composer& c, Rect area) { return compose_faces(c, area); }

}  // namespace kiosk::ui
