// The keypad before the panel. The digits stand in another order each time, so that neither fingerprints nor a watched
// hand tells them; what is given shows as dots. By ear the digits are named only in a headset (EN 301 549 5.1.3.8).
#include <algorithm>

#include "ui/staff_page.h"
#include "ui/staff_panel.h"

namespace kiosk::ui {

namespace {

constexpr int kColumns = 3;

class PinScreen {
 public:
  PinScreen(Composer& c, Rect area) : c_(c), staff_(c.state.staff), lock_(c.model.staff->pin), area_(area) {
    constexpr double kKeyMm = 24;
    key_ = std::max(c.space.primary, c.display.mm(kKeyMm));
    pad_w_ = kColumns * key_ + (kColumns - 1) * c.space.gap;
  }

  int run() {
    // Beside each other where the words keep a readable width.
    constexpr int kNarrowestEm = 14;
    const int beside_w = area_.w - pad_w_ - 2 * c_.space.margin;
    if (beside_w >= c_.body_px() * kNarrowestEm) {
      const int words_h = words({area_.x, area_.y, beside_w, 0}, true);
      const int keys_h = keys({area_.right() - pad_w_, area_.y, pad_w_, 0});
      return std::max(words_h, keys_h);
    }
    int y = area_.y + words({area_.x, area_.y, area_.w, 0}, false);
    y += keys({area_.x, y, pad_w_, 0});
    return y + more({area_.x, y, area_.w, 0}) - area_.y;
  }

 private:
  bool checking() const { return staff_.pin == Staff::Pin::kChecking; }

  std::string status(const StaffPage& page) const {
    if (checking()) return page.words("pin.checking");
    if (staff_.pin == Staff::Pin::kNotSaved) return page.words("pin.not-saved");
    if (lock_.wait_min > 0) return page.words("pin.wait", std::to_string(lock_.wait_min));
    if (staff_.pin == Staff::Pin::kWrong) return page.words("pin.wrong", std::to_string(lock_.tries_left));
    return page.words("pin.ask");
  }

  int words(Rect area, bool whole) {
    StaffPage page(c_, area);
    page.title("pin.title", "lock");
    page.line("pin-status", Role::kStatus, status(page), StaffPage::Weight::kBold);
    std::string dots;
    for (std::size_t i = 0; i < Staff::kDigits; ++i) {
      if (i > 0) dots += ' ';
      dots += i < staff_.digits.size() ? "•" : "_";
    }
    page.line("pin", Role::kStatus, dots, StaffPage::Weight::kBold).spoken =
        page.words("pin.given", std::to_string(staff_.digits.size()));
    page.space();
    if (whole) page.advance(more(page.rest()));
    return page.height();
  }

  int more(Rect area) {
    StaffPage page(c_, area);
    page.buttons({{"staff:status", "usb", page.words("update.title")}}, 1);
    page.line("pin.forgotten", Role::kText, page.words("pin.forgotten"));
    page.fact("pin.code", lock_.code);
    return page.height();
  }

  int keys(Rect area) {
    const StaffPage page(c_, area);
    const bool enabled = !checking() && lock_.wait_min == 0;
    const int step = key_ + c_.space.gap;
    const auto key = [&](const std::string& id, int column, int row, bool on) -> Element& {
      const Rect rect{area.x + column * step, area.y + row * step, key_, key_};
      Element& element = c_.control(id, Role::kKey, rect, Target::kSecondary, c_.theme.surface,
                                    on ? c_.theme.border : c_.theme.surface);
      element.disabled = !on;
      element.language = page.language;
      element.color = on ? c_.theme.text : c_.theme.border;
      last_ = rect;
      return element;
    };
    for (std::size_t i = 0; i < staff_.keypad.size(); ++i) {
      const std::string digit(1, staff_.keypad[i]);
      const int at = static_cast<int>(i) < 9 ? static_cast<int>(i) : 10;  // the last one in the middle, as on a phone
      Element& element = key("pin:" + digit, at % kColumns, at / kColumns, enabled);
      if (!c_.state.listening.headset) element.spoken = page.words("pin.key-hidden");
      const Color color = element.color;
      TextSpec spec = plain_text(digit, page.language, c_.label_px() * 5 / 4, true);
      spec.long_words = text::LongWords::kOverflow;
      c_.label(spec, last_, color, Align::kCenter);
    }
    const bool some = enabled && !staff_.digits.empty();
    Element& erase = key("pin:erase", 2, 3, some);
    erase.spoken = page.words("pin.erase");
    const int side = key_ / 2;
    c_.icon("backspace", {last_.x + (key_ - side) / 2, last_.y + (key_ - side) / 2, side, side}, erase.color);
    return 4 * step;
  }

  Composer& c_;
  const Staff& staff_;
  const PinLock& lock_;
  Rect area_, last_;
  int key_ = 0, pad_w_ = 0;
};

}  // namespace

int compose_pin(Composer& c, Rect area) { return PinScreen(c, area).run(); }

}  // namespace kiosk::ui
