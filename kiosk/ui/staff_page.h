// A cursor down one of the staff's screens: each call draws below the last. Staff read Swedish or English on a screen
// that otherwise runs the reader's way; this keeps the two apart.
#pragma once

#include <string>
#include <vector>

#include "ui/compose.h"

namespace kiosk::ui {

class StaffPage {
 public:
  StaffPage(Composer& composer, Rect area);

  Composer& c;
  const std::string language;  // "sv" or "en"
  const std::string locale;    // for its dates

  std::string words(std::string_view key) const;
  // With "{n}" replaced.
  std::string words(std::string_view key, const std::string& n) const;

  void title(std::string_view key, const std::string& icon);
  void heading(const std::string& id, const std::string& text);
  enum class Weight { kPlain, kBold };
  Element& line(const std::string& id, Role role, const std::string& text, Weight weight = Weight::kPlain);
  // "Words: value", nothing without a value; the id is the words' key.
  void fact(const std::string& key, const std::string& value);
  void space() { y_ += c.space.gap; }
  // A pictogram as large as a hand, for what must be seen from afar.
  void picture(const std::string& icon);

  struct Button {
    std::string id, icon, text;
    std::string more = {};  // below, smaller in weight
    bool selected = false;
  };
  void buttons(const std::vector<Button>& buttons, int most_columns);

  // A value between two keys: ID:less and ID:more, the value itself ID:value.
  struct Stepper {
    std::string id, label, value;
    bool can_less = true, can_more = true;
  };
  void steppers(const std::vector<Stepper>& steppers);

  Rect rest() const { return {area_.x, y_, area_.w, 0}; }
  void advance(int height) { y_ += height; }
  int height() const { return y_ - area_.y; }

 private:
  void step_key(const Stepper& stepper, const char* which, Rect rect, bool enabled);

  Rect area_;
  int y_, body_;
};

}  // namespace kiosk::ui
