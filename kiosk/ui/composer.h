// Builds a Screen. Callers lay out as if text ran left to right: x grows from the start edge to the end edge. Composer
// mirrors every rectangle for right-to-left languages, scrolls, clips, and records what it draws as elements.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "i18n/message.h"
#include "ui/display.h"
#include "ui/model.h"
#include "ui/screen.h"
#include "ui/state.h"
#include "ui/theme.h"
#include "ui/typesetter.h"

namespace kiosk::ui {

// start: the paragraph's own start edge. screen_start: the screen's, also for a text that runs the other way (a name of
// a language in a list). center: the middle.
enum class Align { kStart, kScreenStart, kCenter };

// Words that a text marks: its bold ones, on a ground of their own.
enum class Underline { kLine, kDots };
enum class Marks { kNone, kBold };

class Composer {
 public:
  Composer(const Display& display, const State& state, const Model& model, const Theme& theme, Typesetter& typesetter);

  const Display& display;
  const State& state;
  const Model& model;
  const Theme& theme;
  Typesetter& typesetter;
  const Spacing space;

  bool rtl() const { return rtl_; }
  int body_px() const { return display.body_px(state.text_scale); }
  int label_px() const { return display.body_px(100); }  // header and bar stay at 100 %
  // The gap below a paragraph: twice the text's size for who wants room (WCAG 1.4.12), else the usual one.
  int paragraph_gap(int usual_px) const {
    return state.text_spacing == TextSpacing::kWide ? std::max(usual_px, 2 * body_px()) : usual_px;
  }
  // One of the kiosk's own messages in the screen's language; the key itself when the tree lacks it (logged once).
  std::string message(std::string_view key, const i18n::Arguments& arguments = {}) const;

  void fill(Rect rect, Color color, int radius = 0);
  void frame(Rect rect, Color color, int width, int radius = 0);
  void icon(const std::string& name, Rect square, Color color);
  // An icon on a disc.
  void badge(const std::string& name, Rect square, Color disc, Color color);

  // Draws a block with its top at box.y inside [box.x, box.x + box.w] and records it. `box` is where the ink must stay.
  // The element's rectangle is the box; change the returned reference before the next call.
  Element& text(const std::string& id, Role role, const TextSpec& spec, const TextBlock& block, Rect box, Color color,
                Color background, Align align = Align::kStart, Marks marks = Marks::kNone);

  // A picture that says what `words` do; they are recorded, not drawn. It stands on white paper with a border, in every
  // theme: what is clear in it would be lost on a dark ground.
  Element& picture(const std::string& id, const TextSpec& words, std::shared_ptr<const Picture> picture, Rect rect);
  // One that only decorates: no element.
  void picture(std::shared_ptr<const Picture> picture, Rect rect);

  // A control: surface, border, pressed and focus looks. Draw its label with label() right after.
  Element& control(const std::string& id, Role role, Rect rect, Target target, Color surface, Color border);
  // The text of the control added last: drawn in `box`, centred vertically, recorded in that element.
  void label(const TextSpec& spec, Rect box, Color color, Align align = Align::kStart, Marks marks = Marks::kNone);

  // A link inside a text that text() drew into `box`: underlined where `rects` say (relative to the block, as
  // TextBlock::rects_of gives them), a control of at least a secondary target's size. A word that is explained has the
  // text's own colour and dots below it. Change the returned reference before the next call.
  Element& text_link(const std::string& id, const std::string& words, const std::vector<Rect>& rects,
                     const TextBlock& block, Rect box, Underline underline = Underline::kLine);

  // Text that says nothing new (a step's number): drawn in the middle of the box, no element.
  void decoration(const TextSpec& spec, Rect box, Color color);

  // A whole number in the digits of the screen's language.
  std::string number(int value) const;

  // Where a block's top goes so that it looks centred in the box: one line by its letters (half a cap height above the
  // baseline), then moved so far that its ink stays inside; several lines by their height.
  static int centred_top(const TextBlock& block, Rect box);

  // What is drawn until end_scroll is content of this viewport, moved up by the offset. `content_height` is measured
  // from the viewport's top and known only at the end.
  void begin_scroll(Rect viewport, int offset_px);
  void end_scroll(int content_height);

  // Everything so far becomes a background that nobody can touch (below a dialog).
  void cover(Color veil);
  // The same for the scrolled content alone (below a box): header and bar stay.
  void cover_content(Color veil);

  // Draws a ground under what was drawn since: `at` is what drawn() was then, in the same scrolled content.
  std::size_t drawn() const { return screen_.list.items.size(); }
  void fill_below(std::size_t at, Rect rect, Color color, int radius = 0);
  void frame_below(std::size_t at, Rect rect, Color color, int width, int radius = 0);

  // The ground of a card: surface and border.
  void panel_below(std::size_t at, Rect rect);

  Screen finish();

 private:
  // The same page may be led to twice on one screen: the second control is "page:ID#2".
  std::string unique(const std::string& id);
  // Two texts of one name: the second is "ID~2", so that the focus of who listens passes both.
  std::string unique_text(const std::string& id);
  Color mark_ground() const;
  // Inside the focus ring: the control's own ground, or a band that is seen where the ring alone is not.
  Color inner_ring(Color ground) const;
  Rect place(Rect rect) const;  // mirrored and scrolled
  void draw(const TextBlock& block, Rect placed, Color color, Align align);
  void highlight(const TextBlock& block, Rect placed, Align align);
  void record(Element& element, const TextSpec& spec, const TextBlock& block, Rect placed, Color color,
              Align align) const;
  double offset_in(const TextBlock& block, int box_width, Align align) const;

  bool rtl_;
  bool scrolling_ = false;
  int scroll_px_ = 0;
  std::map<std::string, int> ids_, texts_;
  Screen screen_;
};

}  // namespace kiosk::ui
