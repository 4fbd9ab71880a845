#include "ui/notice_box.h"

#include <algorithm>

#include "ui/compose.h"
#include "ui/notices.h"

namespace kiosk::ui {

namespace {

enum class Ends { kShown, kLeftOut };

int compose_one(Composer& c, const ShownNotice& shown, Ends ends, Rect area) {
  const content::Notice& notice = *shown.notice;
  const std::string& language = notice.text.lang.empty() ? c.model.notices->lang : notice.text.lang;
  const Color ground = notice.danger ? c.theme.emergency : c.theme.notice;
  const Color on = notice.danger ? c.theme.on_emergency : c.theme.on_notice;
  const int body = c.body_px(), pad = c.space.gap, side = body * 3 / 2;
  const Rect inner{area.x + pad + side + pad, area.y + pad, area.w - 3 * pad - side, 0};

  const TextSpec words = plain_text(
      notice_words(notice, shown.posted->values, c.typesetter.language(language).format_locale), language, body, true);
  const auto block = c.typesetter.set(words, inner.w);
  TextSpec end;
  std::shared_ptr<const TextBlock> end_block;
  if (ends == Ends::kShown && !notice.today) {  // a notice for today says so itself
    const std::string& locale = c.typesetter.language(c.state.language).format_locale;
    end = plain_text(c.message("notice.until", {{"when", notice_end(shown.posted->until_ms, c.state.now_ms, locale)}}),
                     c.state.language, body);
    end_block = c.typesetter.set(end, inner.w);
  }
  const int text_h = block->height + (end_block ? end_block->height : 0);
  const Rect box{area.x, area.y, area.w, std::max(text_h, side) + 2 * pad};
  c.fill(box, ground, c.space.radius);
  if (!notice.danger) c.frame(box, c.theme.border, c.display.css_px(2), c.space.radius);
  if (!notice.icon.empty()) c.icon(notice.icon, {box.x + pad, box.y + pad, side, side}, on);
  int y = box.y + (box.h - text_h) / 2;
  Element& element =
      c.text("notice:" + notice.id, Role::kStatus, words, *block, {inner.x, y, inner.w, block->height}, on, ground);
  element.state = to_string(notice.text.state);
  y += block->height;
  if (end_block)
    c.text("notice-end:" + notice.id, Role::kText, end, *end_block, {inner.x, y, inner.w, end_block->height}, on,
           ground);
  return box.h + c.space.gap;
}

std::vector<ShownNotice> shown_now(const Composer& c) {
  if (!c.model.notices || !c.model.posted) return {};
  return shown_notices(*c.model.notices, *c.model.posted, c.state.now_ms);
}

}  // namespace

int compose_notices(Composer& c, Rect area) {
  const std::vector<ShownNotice> shown = shown_now(c);
  if (shown.empty()) return 0;
  int y = area.y;
  y += compose_heading(c, "heading:notices", plain_text(c.message("notice.title"), c.state.language, c.body_px(), true),
                       {area.x, y, area.w, 0});
  for (const ShownNotice& one : shown) y += compose_one(c, one, Ends::kShown, {area.x, y, area.w, 0});
  return y - area.y;
}

int compose_bare_notices(Composer& c, Notices which, Rect area) {
  int y = area.y;
  for (const ShownNotice& one : shown_now(c))
    if (which == Notices::kAll || one.notice->danger) y += compose_one(c, one, Ends::kLeftOut, {area.x, y, area.w, 0});
  return y - area.y;
}

}  // namespace kiosk::ui
