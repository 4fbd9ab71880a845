// A composed screen: what is drawn and what every element is. Dumps, scripts, hit tests and speech read the elements;
// sdl/ draws the list. Coordinates are px of the window, after mirroring and scrolling.
#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "ui/display_list.h"

namespace kiosk::ui {

enum class Role { kHeading, kText, kButton, kLink, kListItem, kImage, kField, kKey, kStatus, kDialog };
enum class Target { kNone, kPrimary, kSecondary };
const char* to_string(Role role);
const char* to_string(Target target);

struct Element {
  std::string id;
  Role role = Role::kText;
  std::string text, spoken;  // spoken empty = as text
  std::string language;
  bool rtl = false;
  Rect rect;  // the touch target of a control, or the text
  Rect box;   // the ink must stay in it
  Rect ink;   // where it is; empty without text
  Target target = Target::kNone;
  bool visible = true;   // inside the viewport, at least in part
  bool scrolls = false;  // belongs to the scrolled content
  bool disabled = false, selected = false, pressed = false, focused = false;
  int font_px = 0;
  bool bold = false;
  int lines = 0, notdef = 0;
  Color color, background;
  std::string state;  // content state, empty for the kiosk's own words
  std::string block;  // content block it came from
  // A person reads the whole block (or the title) aloud: a file's name in the tree's folder media. Empty: nobody does.
  std::string recording = {};

  bool is_control() const { return target != Target::kNone; }
  bool overflows() const { return !ink.empty() && !box.contains(ink); }
};

struct Screen {
  DisplayList list;
  std::vector<Element> elements;  // reading order; focus order is that of the enabled controls
  Rect viewport;                  // of the scrolled content
  int scroll_px = 0, max_scroll_px = 0;

  const Element* find(const std::string& id) const;
  // The control under a point: the last drawn wins; scrolled ones only inside the viewport.
  const Element* control_at(Point at) const;
  // Ids of the enabled controls, in focus order.
  std::vector<std::string> focus_order() const;
};

}  // namespace kiosk::ui
