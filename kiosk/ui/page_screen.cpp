// A page: title, what is known of its translation, then its blocks, one sentence to a line as the author wrote them.
#include <algorithm>

#include "ui/compose.h"
#include "ui/feedback.h"
#include "ui/hours_box.h"
#include "ui/image_box.h"
#include "ui/qr_box.h"
#include "ui/qr_text.h"
#include "ui/trust.h"

namespace kiosk::ui {

namespace {

using content::Block;
using content::BlockKind;
using content::Sentence;
using content::State;

// Writes the blocks downwards in one column.
class PageColumn {
 public:
  PageColumn(Composer& composer, const content::Page& page, Rect area)
      : c_(composer), page_(page), area_(area), body_(composer.body_px()), y_(area.y) {}

  int run() {
    title();
    y_ += compose_trust_line(c_, page_, line());
    if (c_.state.language != "sv") y_ += compose_beside_button(c_, line(), "beside.open");
    for (const Block& block : page_.blocks) add(block);
    y_ += compose_qr_button(c_, std::string(kWholePage), line());
    y_ += c_.space.gap + compose_faces(c_, line());
    owner();
    return y_ - area_.y;
  }

 private:
  Rect line(int indent = 0) const { return {area_.x + indent, y_, area_.w - indent, 0}; }

  void title() {
    y_ += compose_heading(c_, "title", spec_of(page_.title, page_.lang, body_ * 5 / 4, true), line(), page_.icon,
                          to_string(page_.title.state), Align::kStart, page_.title_sound);
  }

  // A line on a tinted ground, with a pictogram: what the reader should know about the text that follows.
  void notice(const std::string& id, Role role, const std::string& icon, TextSpec spec) {
    const int pad = c_.space.gap / 2, side = body_ * 5 / 4;
    spec.line_height = 0;
    const int text_w = area_.w - side - 4 * pad;
    const auto block = c_.typesetter.set(spec, text_w);
    const int height = std::max(block->height, side) + 2 * pad;
    c_.fill({area_.x, y_, area_.w, height}, c_.theme.notice, c_.space.radius);
    if (c_.theme.notice == c_.theme.background)
      c_.frame({area_.x, y_, area_.w, height}, c_.theme.on_notice, c_.display.css_px(1), c_.space.radius);
    c_.icon(icon, {area_.x + pad, y_ + (height - side) / 2, side, side}, c_.theme.on_notice);
    c_.text(id, role, spec, *block,
            {area_.x + side + 3 * pad, y_ + (height - block->height) / 2, text_w, block->height}, c_.theme.on_notice,
            c_.theme.notice);
    y_ += height + c_.space.gap;
  }

  // Marks the first of a row of blocks that are in another language than the page.
  void mark_language(const Block& block) {
    std::string language;
    if (!block.sentences.empty())
      language = block.sentences.front().lang;
    else if (!block.items.empty() && !block.items.front().sentences.empty())
      language = block.items.front().sentences.front().lang;
    if (!language.empty() && language != page_.lang && language != marked_)
      notice("fallback:" + block.id, Role::kStatus, "translate",
             plain_text(fallback_text(c_, language), c_.state.language, body_));
    marked_ = language;
  }

  // Marks the first of a row of blocks that are older than their source, where the whole page is not.
  void mark_outdated(const Block& block) {
    const bool outdated = is_outdated(block);
    if (outdated && !outdated_ && !all_outdated())
      notice("outdated:" + block.id, Role::kStatus, "update",
             plain_text(c_.message("page.outdated"), c_.state.language, body_));
    outdated_ = outdated;
  }

  static bool is_outdated(const Block& block) {
    const auto old = [](const Sentence& s) { return s.state == State::kOutdated; };
    return std::any_of(block.sentences.begin(), block.sentences.end(), old) ||
           std::any_of(block.items.begin(), block.items.end(), [&](const content::ListItem& item) {
             return std::any_of(item.sentences.begin(), item.sentences.end(), old);
           });
  }
  bool all_outdated() const { return std::all_of(page_.blocks.begin(), page_.blocks.end(), is_outdated); }

  void mark_sample(const Block& block) {
    if (block.sample && !sample_)
      notice("sample:" + block.id, Role::kStatus, "info",
             plain_text(c_.message("page.sample"), c_.state.language, body_));
    sample_ = block.sample;
  }

  void add(const Block& block) {
    mark_language(block);
    mark_outdated(block);
    mark_sample(block);
    switch (block.kind) {
      case BlockKind::kHeading:
        return heading(block);
      case BlockKind::kParagraph:
        return paragraph(block);
      case BlockKind::kList:
      case BlockKind::kSteps:
        return list(block);
      case BlockKind::kCallout:
        return callout(block);
      case BlockKind::kContact:
        return contact(block);
      case BlockKind::kLinks:
        return links(block);
      case BlockKind::kPoll:
        return poll(block);
      case BlockKind::kEvents:
        return events(block);
      case BlockKind::kHours:
        y_ += compose_hours(c_, block, page_.lang, line());
        return;
      case BlockKind::kImage:
        y_ += compose_image(c_, block, page_.lang, {area_.x, y_, area_.w, area_.h});
        return;
    }
  }

  // One sentence; returns its height. `suffix` makes the id unique inside the block.
  int sentence(const Sentence& s, const Block& block, const std::string& suffix, Role role, Rect box, Color color,
               Color background, bool bold = false) {
    const TextSpec spec = spec_of(s, page_.lang, body_, bold);
    const auto set = c_.typesetter.set(spec, box.w);
    box.h = set->height;
    Element& element = c_.text("block:" + block.id + suffix, role, spec, *set, box, color, background);
    element.state = to_string(s.state);
    element.block = block.id;
    element.recording = block.sound;
    inline_links(s, *set, box);
    explained_word(s, *set, box);
    return set->height;
  }

  // Links inside a sentence are controls of their own, at least as high as a secondary target.
  void inline_links(const Sentence& s, const TextBlock& set, Rect box) {
    std::vector<Rect> rects;
    for (const std::uint16_t style : {kLink, kBoldLink})
      for (const Rect& r : set.rects_of(style, box.w)) rects.push_back(r);
    std::vector<std::string> targets;
    std::string words;
    for (const content::TextRun& run : s.runs)
      if (!run.link.empty()) {
        if (targets.empty() || targets.back() != run.link) targets.push_back(run.link);
        words += run.text;
      }
    if (targets.size() != 1 || rects.empty()) return;  // `check` allows one link a sentence
    c_.text_link("page:" + targets.front(), words, rects, set, box);
  }

  // A word of the glossary: a touch explains it. One a sentence, so that targets stand apart.
  void explained_word(const Sentence& s, const TextBlock& set, Rect box) {
    const auto run =
        std::find_if(s.runs.begin(), s.runs.end(), [](const content::TextRun& r) { return !r.term.empty(); });
    if (run == s.runs.end()) return;
    const std::vector<Rect> rects = set.rects_of(kTerm, box.w);
    if (rects.empty()) return;
    Element& element = c_.text_link("term:" + run->term, run->text, rects, set, box, Underline::kDots);
    element.language = s.lang.empty() ? page_.lang : s.lang;
    element.spoken = run->text + " – " + c_.message("glossary.title");
  }

  void paragraph(const Block& block) {
    // A little air between sentences, so that a wrapped one does not look like two.
    for (std::size_t i = 0; i < block.sentences.size(); ++i)
      y_ += body_ / 6 + sentence(block.sentences[i], block, i == 0 ? "" : "#" + std::to_string(i + 1), Role::kText,
                                 line(), c_.theme.text, c_.theme.background);
    y_ += c_.paragraph_gap(body_ / 2);
  }

  void heading(const Block& block) {
    y_ += body_ / 4;
    if (!block.sentences.empty()) {
      TextSpec spec = spec_of(block.sentences.front(), page_.lang, block.level <= 2 ? body_ * 9 / 8 : body_, true);
      const auto set = c_.typesetter.set(spec, area_.w);
      Element& element = c_.text("block:" + block.id, Role::kHeading, spec, *set, {area_.x, y_, area_.w, set->height},
                                 c_.theme.text, c_.theme.background);
      element.state = to_string(block.sentences.front().state);
      element.block = block.id;
      element.recording = block.sound;
      y_ += set->height;
    }
    y_ += body_ / 8;
  }

  void list(const Block& block) {
    const int indent = block.kind == BlockKind::kSteps ? body_ * 2 : body_ * 3 / 2;
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      marker(block, static_cast<int>(i), indent);
      const std::string item = "#" + std::to_string(i + 1);
      const std::vector<Sentence>& sentences = block.items[i].sentences;
      for (std::size_t k = 0; k < sentences.size(); ++k)
        y_ += sentence(sentences[k], block, item + (k == 0 ? "" : "." + std::to_string(k + 1)), Role::kListItem,
                       line(indent), c_.theme.text, c_.theme.background);
      y_ += body_ / 4;
    }
    y_ += c_.paragraph_gap(body_ / 4);
  }

  // Beside the first line: its middle is half a cap height above the baseline.
  void marker(const Block& block, int index, int indent) {
    const std::vector<Sentence>& sentences = block.items[static_cast<std::size_t>(index)].sentences;
    if (sentences.empty()) return;
    const auto first = c_.typesetter.set(spec_of(sentences.front(), page_.lang, body_), area_.w - indent);
    const int middle = y_ + first->baselines.front() - body_ * 36 / 100;
    if (block.kind == BlockKind::kList) {
      const int dot = body_ / 4;
      c_.fill({area_.x + (indent - dot) / 2, middle - dot / 2, dot, dot}, c_.theme.text, dot / 2);
      return;
    }
    const int side = body_ * 3 / 2;
    const Rect badge{area_.x, middle - side / 2, side, side};
    c_.fill(badge, c_.theme.primary, side / 2);
    TextSpec spec = plain_text(c_.number(index + 1), page_.lang, body_, true);
    spec.line_height = 1;
    spec.long_words = text::LongWords::kOverflow;
    c_.decoration(spec, badge, c_.theme.on_primary);
  }

  void callout(const Block& block) {
    const int pad = c_.space.gap, bar = c_.display.mm(2), side = body_ * 5 / 4;
    const int text_x = bar + pad + side + pad;
    const std::size_t below = c_.drawn();
    const int top = y_;
    y_ += pad;
    for (std::size_t i = 0; i < block.sentences.size(); ++i)
      y_ += sentence(block.sentences[i], block, i == 0 ? "" : "#" + std::to_string(i + 1), Role::kText,
                     {area_.x + text_x, y_, area_.w - text_x - pad, 0}, c_.theme.text, c_.theme.surface, true);
    const Rect box{area_.x, top, area_.w, std::max(y_ - top - pad, side) + 2 * pad};
    c_.icon("priority_high", {box.x + bar + pad, box.y + (box.h - side) / 2, side, side}, c_.theme.text);
    c_.fill_below(below, {box.x, box.y, bar, box.h}, c_.theme.primary);
    c_.panel_below(below, box);
    y_ = box.bottom() + c_.space.gap;
  }

  static const char* icon_of(const std::string& kind) {
    if (kind == "phone") return "call";
    if (kind == "email") return "email";
    if (kind == "url") return "public";
    if (kind == "address") return "place";
    if (kind == "hours") return "schedule";
    return "info";
  }

  void contact(const Block& block) {
    const int pad = c_.space.gap, side = body_ * 5 / 4, text_x = pad + side + pad, text_w = area_.w - text_x - pad;
    const std::size_t below = c_.drawn();
    const int start = y_;
    y_ += pad;
    for (std::size_t i = 0; i < block.sentences.size(); ++i)
      y_ += sentence(block.sentences[i], block, i == 0 ? "" : "#" + std::to_string(i + 1), Role::kHeading,
                     {area_.x + pad, y_, area_.w - 2 * pad, 0}, c_.theme.text, c_.theme.surface, true);
    for (std::size_t i = 0; i < block.contact.size(); ++i) {
      const content::ContactLine& l = block.contact[i];
      const std::string item = "#line" + std::to_string(i + 1);
      const int top = y_;
      c_.icon(icon_of(l.kind), {area_.x + pad, y_ + body_ / 8, side, side}, c_.theme.text);
      if (!l.label.runs.empty())
        y_ += sentence(l.label, block, item + "-label", Role::kText, {area_.x + text_x, y_, text_w, 0}, c_.theme.muted,
                       c_.theme.surface);
      y_ += sentence(l.value, block, item, Role::kText, {area_.x + text_x, y_, text_w, 0}, c_.theme.text,
                     c_.theme.surface, true);
      y_ = std::max(y_, top + side) + pad / 2;
    }
    y_ += pad / 2;
    c_.panel_below(below, {area_.x, start, area_.w, y_ - start});
    y_ += c_.space.gap;
    y_ += compose_qr_button(c_, block.id, line());
  }

  // A tile that leads to what happens.
  void events(const Block& block) {
    Tile tile;
    tile.id = "events:" + block.item;
    tile.role = Role::kLink;
    tile.icon = "event";
    tile.title = plain_text(c_.message("events.title"), c_.state.language, body_, true);
    y_ += compose_tiles(c_, {tile}, line(), 1);
  }

  // A tile that leads to the question's own screen.
  void poll(const Block& block) {
    if (block.sentences.empty()) return;
    Tile tile;
    tile.id = "poll:" + block.item;
    tile.role = Role::kLink;
    tile.icon = "poll";
    tile.title = spec_of(block.sentences.front(), page_.lang, body_, true);
    tile.state = to_string(block.sentences.front().state);
    y_ += compose_heading(c_, "heading:" + block.id,
                          plain_text(c_.message("poll.title"), c_.state.language, body_, true), line());
    y_ += compose_tiles(c_, {tile}, line(), 1);
  }

  void links(const Block& block) {
    std::vector<Tile> tiles;
    for (const content::PageRef& ref : block.pages) tiles.push_back(page_tile(c_, ref));
    y_ += compose_heading(c_, "related:" + block.id,
                          plain_text(c_.message("page.related"), c_.state.language, body_, true), line());
    y_ += compose_tiles(c_, tiles, line(), 2);
  }

  // Who answers for the page (Hällefors asks it of every page); since when, the trust line's box tells.
  void owner() {
    if (!page_.owner.empty()) foot("owner", c_.message("page.owner", {{"board", page_.owner}}));
  }

  void foot(const std::string& id, const std::string& words) {
    const TextSpec spec = plain_text(words, c_.state.language, body_);
    const auto set = c_.typesetter.set(spec, area_.w);
    c_.text(id, Role::kText, spec, *set, {area_.x, y_, area_.w, set->height}, c_.theme.muted, c_.theme.background);
    y_ += set->height;
  }

  Composer& c_;
  const content::Page& page_;
  Rect area_;
  int body_;
  int y_;
  std::string marked_;
  bool sample_ = false, outdated_ = false;
};

}  // namespace

int compose_page(Composer& c, Rect area) {
  if (!c.model.page) return compose_damaged(c, area);
  // At most 55 characters to a line (REQUIREMENTS G4), about half an em each, in the middle of the space.
  const int measure = std::min(area.w, c.body_px() * 30);
  return PageColumn(c, *c.model.page, {area.x + (area.w - measure) / 2, area.y, measure, area.h}).run();
}

}  // namespace kiosk::ui
